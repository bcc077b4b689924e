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
_PURSUING = frozenset(
    "bring put place hold question interrogate suspend name identify seek extradite apprehend capture file".split()
)
_HELPERS = frozenset({"accomplice", "accessory", "brains", "brain", "planner", "organiser", "organizer", "architect"})
_ANYBODY = frozenset("people person man individual those anyone one all party side criminal perpetrator".split())
_NEAR = 6  # words from a noun to the participle that tells of it
_LIMIT = 6  # nouns from the deed to whoever answers for it at most


def answerer(parse: Parse, deed: Token, subject: Subject) -> int | None:
    """ "| Ruiz | denied allegations of involvement in a plot", "charges against | a guard | in connection with it"."""
    current, owner = deed, None
    for _ in range(_LIMIT):
        above = parse.tokens[current.head]
        if above.i == current.i:
            return owner
        told = _holds(parse, current, above, subject)
        if told is not None:
            return told
        owner = _whose_share(parse, current, above, subject) if owner is None else owner
        lemma = above.lemma.lower()
        passed = current.dep == "conj" or lemma in _ROWS | _SHARES | _CHARGES | PLOTS
        if not (above.is_noun and passed) and above.lower not in {"related", "connected"}:
            return owner
        current = above
    return owner


def _whose_share(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    """ "| Six men | are in prison for their role in the bombing"."""
    owners = parse.children(above.i, "nmod:poss") if above.lemma.lower() in _SHARES else ()
    leads = bool(owners) and owners[0].lower in {"his", "her", "their", "its"} and case_of(parse, current.i) == "in"
    if not leads or case_of(parse, above.i) not in {"for", "over"}:
        return None
    for word in parse.ancestors(above.i):
        charged = word.tag == "VBN" and word.dep == "acl"  # "an officer | indicted | for his role in it"
        told = parse.children(word.i, "nsubj", "nsubj:pass")
        still = parse.children(word.i, "cop", "aux:pass") or not parse.children(word.i, "obj")
        if charged or (told and still):
            return subject(parse, word.i)
        if word.is_verb:
            break
    return None


def _holds(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    """Whoever answers for what ``current`` names, by the word that it hangs on."""
    if _is_denied(parse, above.i):
        return None
    if above.is_noun:
        return _by_noun(parse, current, above, subject)
    told = _by_adjective(parse, current, above, subject)
    return _by_verb(parse, current, above, subject) if told is None and above.is_verb else told


def _by_adjective(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    """ "| A guard | was involved in it", "| a bomber | responsible for it", "was linked to it", "guilty of it"."""
    case = case_of(parse, current.i)
    if above.lower in _INVOLVED and case == "in":
        return subject(parse, above.i)
    if above.lower == "responsible" and case == "for" and above.dep == "amod" and above.i > above.head:
        return above.head if parse.tokens[above.head].lemma.lower() not in _ANYBODY else None
    if above.lower in _LINKED and case in {"to", "with"} and above.dep != "amod":
        return subject(parse, above.i)
    if above.lower == "guilty" and case == "of" and above.tag == "JJ":
        return subject(parse, above.i) if parse.children(above.i, "cop") else None
    return None


def _by_verb(parse: Parse, current: Token, above: Token, subject: Subject) -> int | None:
    """ "Dropped all charges against | a guard | in connection with it", "| she | stands trial for it"."""
    case, lemma, named = case_of(parse, current.i), above.lemma.lower(), current.lemma.lower()
    against = _charged_there(parse, current, above) if named in {"connection", "relation"} else None
    if against is not None:
        return against
    owns = current.dep == "obj" and not parse.children(above.i, "nsubj:pass", "aux:pass")
    if owns and lemma in _OWNING_UP and (named in _CHARGES or lemma != "deny"):
        return subject(parse, above.i) if named in _SHARES | _CHARGES else None
    pleads = lemma in {"confess", "plead"} and case == "to" and current.dep == "obl"
    hatched = (owns and lemma in _HATCHING) or (lemma == "come" and case == "with")  # "came up with a plot to bomb it"
    plays = owns and lemma in _PLAYING and named in {"role", "part", "hand"}
    tried = any(c.lower == "trial" and c.i < current.i for c in parse.children(above.i, "obj", "obl"))
    stands = lemma in _ON_TRIAL and tried and case in {"for", "over"}
    prepares = lemma == "prepare" and case == "for" and above.tag == "VBG" and above.dep == "advcl"
    blamed = lemma == "blame" and above.tag == "VBN" and case == "in" and current.dep == "obl"
    if pleads or plays or stands or prepares or blamed or (hatched and named in PLOTS):
        return subject(parse, above.i)
    charged = lemma in _CHARGING | {"want"} and current.dep == "obl" and case in _CHARGED_WITH
    pursued = lemma in _PURSUING and case == "in" and named in {"connection", "relation"}
    return _whom(parse, above, current, subject) if charged or pursued else None


_CHARGED_WITH = frozenset({"in", "with", "of", "for", "on", "over"})


def _charged_there(parse: Parse, current: Token, above: Token) -> int | None:
    """ "Issued charges against | three guards | in connection with it"."""
    charged = [c for c in parse.children(above.i, "obj") if c.lemma.lower() in _CHARGES and c.i < current.i]
    against = [c.i for c in parse.children(above.i, "obl") if case_of(parse, c.i) == "against"]
    against += [n.i for c in charged for n in parse.children(c.i, "nmod") if case_of(parse, n.i) == "against"]
    return against[0] if charged and against and against[0] < current.i else None


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
    if verb.tag == "VBN" and verb.dep == "acl" and not held and verb.i - verb.head < _NEAR:
        return subject(parse, verb.i)  # "a judge | accused | of involvement in it"
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
    tried = lemma == "trial" and case_of(parse, above.i) == "on" and parse.children(above.i, "cop")
    if tried and case in {"for", "over"}:
        return subject(parse, above.i)
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
