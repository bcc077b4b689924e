"""Who does what stands behind somebody's punishment or tool: "the suspension of the guilds | for failing to pay"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_PENALTIES = frozenset(
    "suspension expulsion arrest detention ban dismissal removal conviction prosecution sanction sanctions "
    "imprisonment execution deportation exclusion".split()
)
_USING = frozenset({"use", "employ", "exploit", "invoke", "apply"})


def punished_for(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Announces the suspension of | the guilds | for | failing | to pay": theirs, and not whoever suspends them."""
    if token.tag != "VBG" or token.dep != "advcl" or not any(m.lower == "for" for m in parse.children(token.i, "mark")):
        return None
    for noun in parse.children(governor.i, "obj"):
        if noun.lemma.lower() in _PENALTIES and noun.i < token.i:
            whom = [c.i for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) in {"of", "on", "against"}]
            if whom:
                return whom[0]
    sent = parse.children(governor.i, "obj") if governor.lemma.lower() in {"send", "return"} else ()
    jailed = any(c.lemma.lower() in {"prison", "jail"} for c in parse.children(governor.i, "obl") if c.i < token.i)
    return sent[0].i if len(sent) == 1 and jailed else None  # "sent | two brothers | to jail for | bombing | it"


def used_by(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "The law | used by the premier | to | levy | tolls": whoever uses it does so, and no law."""
    if token.tag != "VB" or token.dep not in {"advcl", "xcomp"} or governor.lemma.lower() not in _USING:
        return None
    if governor.tag != "VBN" or not any(m.lower == "to" for m in parse.children(token.i, "mark")):
        return None
    agents = parse.children(governor.i, "obl:agent")
    return agents[0].i if agents else None


_COUNTS = frozenset({"charge", "count", "suspicion", "accusation", "allegation", "crime", "offence", "offense"})
_TRYING = frozenset("arraign charge indict try arrest detain jail sentence convict hold prosecute".split())
_ANSWERING = frozenset({"stand", "face", "await", "appear"})
_BEARING = frozenset({"face", "await", "deny"})
_ARRESTS = frozenset({"arrest", "detention", "indictment", "trial", "conviction"})


def charged_on(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "Stands trial on charges of | beating | a cook": whoever stands there is said to have done it."""
    being = any(
        c.lower == "being" for c in parse.children(token.i, "aux:pass", "cop")
    )  # "of | being implicated | in it"
    if not (token.tag == "VBG" or being) or token.lemma.lower() in {"fail", "refuse", "resist"}:
        return None
    if governor.lemma.lower() not in _COUNTS or not governor.is_noun:
        return None
    if not any(m.lower == "of" for m in parse.children(token.i, "mark", "case")):
        return None
    verb = parse.tokens[governor.head]
    if governor.dep == "obj" and verb.lemma.lower() in _BEARING:  # "| Ruiz | faces charges of being an accomplice"
        faces = parse.children(verb.i, "nsubj")
        return faces[0].i if faces else None
    if governor.dep == "nmod" and verb.lemma.lower() in _ARRESTS:  # "the arrest of | six guards | on charges of"
        whom = [c.i for c in parse.children(verb.i, "nmod") if case_of(parse, c.i) == "of" and c.i < governor.i]
        return whom[0] if whom else None
    if governor.dep != "obl":
        return None
    tried, held = parse.children(verb.i, "nsubj:pass"), parse.children(verb.i, "obj")
    if verb.lemma.lower() in _TRYING and tried:
        return tried[0].i
    if verb.lemma.lower() in _TRYING and held and held[0].i < governor.i:
        return held[0].i
    stands = parse.children(verb.i, "nsubj") if verb.lemma.lower() in _ANSWERING else ()
    return stands[0].i if stands else None
