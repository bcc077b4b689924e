"""Whom a pronoun means by how the doer of its clause is described: his kinswoman, or the body he speaks for.

"The father of | Ana Ruiz | asked the state to let her stay", "a spokesman for | the Orlian army | said they would".
"""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.resolving.actors.coreference import FEMALE, HE, MALE, SHE

KIN = frozenset(
    "father mother brother sister son daughter husband wife uncle aunt nephew niece family parent relative lawyer "
    "solicitor grandfather grandmother".split()
)
_NEITHER = frozenset({"family", "parents", "relatives", "lawyers", "brothers", "sisters"})
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SENT = frozenset({"ambassador", "envoy", "minister", "president", "premier", "spokesman", "spokeswoman"})
DESCRIBED = KIN | SPEAKING | _SENT


def kinsman_of(parse: Parse, noun: Token) -> Token | None:
    """Whose father, family or lawyer somebody is; None where it is not told, or he is none."""
    if noun.lemma.lower() not in KIN:
        return None
    owners = [c for c in parse.children(noun.i, "nmod:poss") if c.tag.startswith("NNP")]
    for child in parse.children(noun.i, "nmod"):
        cases = {c.lower for c in parse.children(child.i, "case")}
        owners += [child] if cases == {"of"} and child.tag.startswith("NNP") and child.i > noun.i else []
    return owners[0] if len(owners) == 1 and not parse.children(owners[0].i, "conj") else None


def is_kin_meant(pronoun: Token, noun: Token) -> bool:
    """ "X's | father | said she": the father is no "she", and a family neither; so it is X."""
    other = FEMALE if pronoun.lower in HE else MALE if pronoun.lower in SHE else frozenset()
    return bool(other) and (noun.lemma.lower() in other or noun.lower in _NEITHER)


def body_spoken_for(parse: Parse, noun: Token) -> tuple[int, int] | None:
    """The half-open tokens of the body that somebody speaks for: "a spokesman | for the army", "| Orland |'s envoy"."""
    if noun.lemma.lower() in SPEAKING:
        for child in parse.children(noun.i, "nmod"):
            cases = [c for c in parse.children(child.i, "case") if c.lower in {"for", "of"}]
            inner = parse.subtree(child.i)
            if cases and child.i > noun.i and max(inner) == child.i:  # nothing behind it that says which
                return cases[0].i + 1, child.i + 1
    if noun.lemma.lower() in _SENT:
        for child in parse.children(noun.i, "nmod:poss"):
            if child.tag.startswith("NNP") and not parse.children(child.i, "conj"):
                name = next((n for n in parse.names if n.start <= child.i < n.end), None)
                return (name.start, name.end) if name is not None else None
    return None
