"""Phrases hung on the wrong word: behind an aside, or behind the hyphen of a compound.

What follows "including a child," belongs to the verb before it, and not to the aside.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.parse import Parse, Token

_OPENING = frozenset({"including", "among"})
_AFTER = frozenset({"in", "during", "by", "after", "at", "on", "from", "near", "when", "as"})
_LONG = 25  # tokens: a longer aside is a clause of its own


@at("obl", "nmod", "obl:agent", "obl:unmarked")
def behind_including(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Six were hurt, including one who had slept, | in a shooting |": it was in the shooting that they were."""
    if not token.is_noun or token.dep not in {"obl", "nmod", "obl:agent", "obl:unmarked"}:
        return
    cases = [c for c in parse.children(token.i, "case") if c.i < token.i]
    if not cases or cases[0].lower not in _AFTER or parse.tokens[cases[0].i - 1].text != ",":
        return
    comma = cases[0].i - 1
    opened = _opened(parse, comma)
    if opened is None or not opened < token.head < comma:
        return
    above = parse.tokens[token.head]
    while opened < above.i < comma and above.head != above.i:
        above = parse.tokens[above.head]
    if above.i < opened and above.is_noun and parse.tokens[above.head].is_verb:
        above = parse.tokens[above.head]
    if above.is_verb and above.i < opened:
        yield msgspec.structs.replace(token, dep="obl:agent" if token.dep == "obl:agent" else "obl", head=above.i)


def _opened(parse: Parse, comma: int) -> int | None:
    """Where the aside begins that ends at a comma: the "including" behind the comma before; None where none is."""
    start = parse.sentences[parse.sentence(comma)][0]
    for i in range(comma - 1, max(start, comma - _LONG), -1):
        if parse.tokens[i].lower in _OPENING and parse.tokens[i - 1].text == ",":
            return i
    return None


_PARTICLES = frozenset({"by", "in", "off", "up", "on", "out"})


@at("acl")
def behind_particle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "In a drive-by | shooting |": the noun behind the hyphened word is the head, and not a clause below it."""
    if token.i < 3 or token.dep != "acl" or not token.is_noun or token.head != token.i - 3:
        return
    first, hyphen, particle = parse.tokens[token.i - 3 : token.i]
    if hyphen.text not in {"-", "\u2011"} or particle.lower not in _PARTICLES:
        return
    held = next(behind_including(parse, first), first)
    above = held.head if held.head != first.i else token.i
    yield msgspec.structs.replace(token, dep=held.dep, head=above)
    yield msgspec.structs.replace(first, dep="compound", head=token.i)
    for child in parse.children(first.i, "det", "case", "amod", "nummod", "nmod:poss", "punct"):
        if child.i != hyphen.i:
            yield msgspec.structs.replace(child, head=token.i)
