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
    return None


def used_by(parse: Parse, token: Token, governor: Token) -> int | None:
    """ "The law | used by the premier | to | levy | tolls": whoever uses it does so, and no law."""
    if token.tag != "VB" or token.dep not in {"advcl", "xcomp"} or governor.lemma.lower() not in _USING:
        return None
    if governor.tag != "VBN" or not any(m.lower == "to" for m in parse.children(token.i, "mark")):
        return None
    agents = parse.children(governor.i, "obl:agent")
    return agents[0].i if agents else None
