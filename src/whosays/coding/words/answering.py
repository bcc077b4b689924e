"""Who answers for a deed that a noun tells of: charged with it, involved in it, wanted for it, said to be behind it."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

Subject = Callable[[Parse, int], int | None]  # who does or suffers what a word says

_SHARES = frozenset({"involvement", "role", "part", "complicity", "participation", "hand", "responsibility"})
_CHARGES = frozenset({"charge", "count", "allegation", "accusation", "suspicion", "case", "indictment"})
_ROWS = frozenset({"series", "wave", "string", "spate", "number", "connection", "relation", "intent", "intention"})
PLOTS = frozenset({"plot", "scheme", "conspiracy", "intent", "intention"})
_ARRESTS = frozenset({"arrest", "trial", "detention", "prosecution", "conviction", "indictment"})
_INVOLVED = frozenset({"involved", "implicated", "complicit", "embroiled"})
_LINKED = frozenset({"linked", "connected"})
_CHARGING = frozenset("charge accuse suspect indict prosecute try arraign arrest detain convict sentence jail".split())
_OWNING_UP = frozenset("deny admit acknowledge confess reject dispute face await".split())
_ON_TRIAL = frozenset({"go", "stand", "face", "await"})
_HATCHING = frozenset("hatch devise conceive mastermind orchestrate join lead organise organize concoct hide".split())
_PLAYING = frozenset({"play", "have"})
_HELPERS = frozenset({"accomplice", "accessory", "brains", "brain", "planner", "organiser", "organizer", "architect"})
_LIMIT = 6  # nouns from the deed to whoever answers for it at most


def answerer(parse: Parse, deed: Token, subject: Subject) -> int | None:
    """ "| Ruiz | denied allegations of involvement in a plot", "charges against | a guard | in connection with it"."""
    current = deed
    for _ in range(_LIMIT):
        above = parse.tokens[current.head]
        if above.i == current.i:
            return None
        told = _holds(parse, current, above, subject)
        if told is not None:
            return told
        lemma = above.lemma.lower()
        passed = current.dep == "conj" or lemma in _ROWS | _SHARES | _CHARGES | PLOTS
        if not (above.is_noun and passed) and above.lower not in {"related", "connected"}:
            return None
        current = above
    return None


def _holds(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    """Whoever answers for what ``current`` names, by the word that it hangs on."""
    case = case_of(parse, current.i)
    lemma = above.lemma.lower()
    if _is_denied(parse, above.i):
        return None
    if above.is_noun:
        return _by_noun(parse, current, above, subject)
    if above.lower in _INVOLVED and case == "in":
        return subject(parse, above.i)
    if above.lower in _LINKED and case in {"to", "with"} and above.dep != "amod":
        return subject(parse, above.i)
    if lemma == "guilty" and case == "of" and above.tag == "JJ":
        return subject(parse, above.i) if parse.children(above.i, "cop") else None
    if not above.is_verb:
        return None
    against = [c.i for c in parse.children(above.i, "obl") if case_of(parse, c.i) == "against"]
    charged = [c for c in parse.children(above.i, "obj") if c.lemma.lower() in _CHARGES and c.i < current.i]
    if charged and against and current.lemma.lower() in {"connection", "relation"} and against[0] < current.i:
        return against[0]  # "dropped all charges against | a guard | in connection with the killing"
    owns = current.dep == "obj" and not parse.children(above.i, "nsubj:pass", "aux:pass")
    if owns and lemma in _OWNING_UP and (current.lemma.lower() in _CHARGES or lemma != "deny"):
        return subject(parse, above.i) if current.lemma.lower() in _SHARES | _CHARGES else None
    if owns and lemma in _PLAYING and current.lemma.lower() in {"role", "part", "hand"}:
        return subject(parse, above.i)
    pleads = lemma in {"confess", "plead"} and case == "to" and current.dep == "obl"
    hatched = (owns and lemma in _HATCHING) or (lemma == "come" and case == "with")  # "came up with a plot to bomb it"
    if pleads or (hatched and current.lemma.lower() in PLOTS):
        return subject(parse, above.i)
    tried = any(c.lower == "trial" and c.i < current.i for c in parse.children(above.i, "obj", "obl"))
    if lemma in _ON_TRIAL and tried and case in {"for", "over"}:
        return subject(parse, above.i)
    if lemma in _CHARGING | {"want"} and current.dep == "obl" and case in {"in", "with", "of", "for", "on", "over"}:
        return _whom(parse, above, current, subject)
    return None


def _whom(parse: Parse, verb: Token, charge: Token, subject: Subject) -> int | None:
    """Whom a verb charges: "| Ruiz | was charged with intent to", "charged | five men | in a plot to"."""
    passive = parse.children(verb.i, "nsubj:pass")
    held = passive or tuple(c for c in parse.children(verb.i, "obj") if verb.i < c.i < charge.i)
    if verb.lemma.lower() == "want" and not passive:
        return None
    if charge.lemma.lower() not in PLOTS | _ROWS | _CHARGES | _SHARES:  # "arrested six men | in a raid"
        return None
    if passive:
        return subject(parse, verb.i)
    return held[0].i if len(held) == 1 else None


def _by_noun(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    lemma = above.lemma.lower()
    case = case_of(parse, current.i)
    governor = parse.tokens[above.head]
    if lemma in _SHARES and case == "in":
        owners = parse.children(above.i, "nmod:poss")
        return owners[0].i if owners and owners[0].is_noun else None
    if lemma in _HELPERS and case in {"to", "of", "in", "behind"}:
        copular = parse.children(above.i, "cop")
        return subject(parse, above.i) if copular else above.i
    if lemma in _CHARGES and above.dep != "obl":
        whom = [c.i for c in parse.children(above.i, "nmod") if case_of(parse, c.i) == "against" and c.i < current.i]
        if whom:
            return whom[0]
    if lemma in _ARRESTS and current.lemma.lower() in _CHARGES | {"connection"}:
        whom = [c.i for c in parse.children(above.i, "nmod") if case_of(parse, c.i) == "of" and c.i < current.i]
        return whom[0] if whom else None
    whom_charged = above.dep == "obj" and governor.lemma.lower() in _CHARGING and case in {"in", "with", "over", "of"}
    if whom_charged and current.lemma.lower() in PLOTS | _ROWS:
        return above.i  # "charged five | men | in a plot", hung on the men
    against = case_of(parse, above.i) == "against" and governor.lemma.lower() in _CHARGES
    return above.i if against and current.lower in {"related", "connected"} else None


_NOT = frozenset({"not", "n't", "n’t", "never"})


def _is_denied(parse: Parse, i: int) -> bool:
    """ "Was not involved in it", "never played a role"."""
    return any(c.lower in _NOT for c in parse.children(i, "advmod"))
