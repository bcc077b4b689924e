"""Whom a number alone counts behind those counted before it: "killed two soldiers and wounded | five |"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Met, points

_ANYBODY = frozenset({"man", "woman", "people", "person", "other", "victim", "life", "body", "civilian", "resident"})
_QUANTIFYING = frozenset({"advmod", "det", "nummod", "nmod", "amod", "case", "fixed", "cc", "punct"})
_BARRING = frozenset({"of", "from", "in", "with"})  # "five | of the guards |": told by itself
_SUFFERING = ("obj", "nsubj:pass", "nsubj")


def counted_alike(parse: Parse, one: Asked, told: Sequence[Met]) -> Named | None:
    """Those counted in the clause before it, of whom the number counts more; None where it tells who they are.

    Args:
        parse: the report.
        one: the number.
        told: the actors met so far, in the order of the text.
    """
    token = parse.tokens[one.head]
    if token.tag != "CD" or not _is_alone(parse, token):
        return None
    before = {m.head: m for m in told}
    heads = [c.i for c in _counted_before(parse, token) if c.lemma.lower() not in _ANYBODY]
    met = {before[i].actor.id: before[i] for i in heads if i in before}
    return points(one, "number", next(iter(met.values()))) if len(met) == 1 else None


def _is_alone(parse: Parse, number: Token) -> bool:
    """ "Five", "another five", "at least five": no "five others", no "five of them"."""
    below = parse.children(number.i)
    if any(c.dep not in _QUANTIFYING or c.lower in {"other", "others", "more"} for c in below):
        return False
    return not any(parse.case(c.i) in _BARRING for c in below if c.dep == "nmod")


def _counted_before(parse: Parse, number: Token) -> Iterator[Token]:
    """The nouns with a number of their own that suffer in the clause that the number's is joined to."""
    verb = parse.tokens[number.head]
    if number.dep not in _SUFFERING or verb.dep not in {"conj", "xcomp"}:
        return
    joined = verb if verb.dep == "conj" else None
    first = parse.tokens[(joined or verb).head]
    if joined is not None and first.dep == "xcomp":  # "left two soldiers | dead | and five wounded"
        first = parse.tokens[first.head]
    for child in parse.children(first.i, "nsubj:pass", "obj") or parse.children(first.i, "nsubj"):
        counts = parse.children(child.i, "nummod") or any(
            d.lower in {"a", "an", "one"} for d in parse.children(child.i, "det")
        )
        if child.i < number.i and child.is_noun and counts:
            yield child
