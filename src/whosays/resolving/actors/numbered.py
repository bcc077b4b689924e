"""Whom "the three" mean: the ones whom the report has counted so before, "three fishermen ... | the three |"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Met, back, points

_REACH = 3  # sentences
_DEFINITE = frozenset({"the", "all", "these", "those", "both"})
_ANYBODY = frozenset({"man", "woman", "people", "person", "other"})
_PAIR = "two"


def number_alone(parse: Parse, one: Asked) -> str | None:
    """The number by which alone people are called: "the three", "the four men"; None for all else."""
    token = parse.tokens[one.head]
    before = [c for c in parse.children(one.head) if one.start <= c.i < one.head]
    if parse.children(one.head, "nmod", "acl", "acl:relcl", "conj") or not _DEFINITE & {c.lower for c in before}:
        return None
    if token.tag == "CD":
        return token.lower
    counts = [c.lower for c in before if c.dep == "nummod"] or [_PAIR for c in before if c.lower == "both"]
    plain = all(c.dep in {"det", "det:predet", "nummod", "cc:preconj"} for c in before)
    return counts[0] if counts and plain and token.lemma.lower() in _ANYBODY else None


def counted_before(parse: Parse, one: Asked, told: Sequence[Met]) -> Named | None:
    """The people whom the text has counted by the same number; None for nobody, and where two may be meant.

    Args:
        parse: the report.
        one: the words that stand for them.
        told: the actors met so far, in the order of the text.
    """
    number = number_alone(parse, one)
    if number is None:
        return None
    before = [m for m in told if m.head < one.head]
    for sentence in back(parse, one.head, _REACH):
        here = [m for m in before if parse.sentence(m.head) == sentence]
        found = {m.actor.id: m for m in here if _counts(parse, parse.tokens[m.head], number)}
        if len(found) > 1:
            return None
        if found:
            met = next(iter(found.values()))
            later = {m.actor.id for m in before if m.actor.kind == "person" and m.head > met.head}
            # "two guards fell. Ruiz met Holub. | The two |": the guards or the other two
            return None if number == _PAIR and len(later) > 1 else points(one, "number", met)
    return None


def _counts(parse: Parse, head: Token, number: str) -> bool:
    before = {c.lower for c in parse.children(head.i, "nummod", "det", "det:predet")}
    told = number in before and not (
        head.lemma.lower() in _ANYBODY and before & _DEFINITE
    )  # "the two men" tell nothing
    return told and head.tag in {"NNS", "NNPS", "NN"}
