"""What a book, a song or a programme is called: “Meet the Press”, “Storm the Harbour”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_OPENING = frozenset({'"', "“", "``", "„", "«"})
_CLOSING = frozenset({'"', "”", "''", "“", "»"})
_LONGEST = 9  # tokens between the marks
_SMALL = frozenset(
    "a an the of in on at to for from by with and or but nor as is into over upon under vs 's ’s".split()
)


def without_titles(parse: Parse, found: Sequence[Found]) -> tuple[Found, ...]:
    """The words of deeds without those in a title in quotation marks; but the "March for Bread" is a march."""
    inside = {i for title in _titles(parse) for i in title} if found else set()
    return tuple(f for f in found if f.head not in inside or f.trigger.event == "PROTEST")


def _titles(parse: Parse) -> Iterator[range]:
    """The tokens of short quotations in which every word of weight is capitalised, in sentences that are not so."""
    marks = [t.i for t in parse.tokens if t.text in _OPENING | _CLOSING]
    for first, last in pairwise(marks):
        opens = parse.tokens[first].text in _OPENING and parse.tokens[last].text in _CLOSING
        if opens and 2 < last - first <= _LONGEST + 1 and parse.sentence(first) == parse.sentence(last - 1):
            words = parse.tokens[first + 1 : last]
            if _is_title(words) and not _is_headline(parse, first, last):
                yield range(first + 1, last)


def _is_title(words: Sequence[Token]) -> bool:
    """Whether the words of weight are capitalised, two at least, and the small ones are not."""
    told = [t for t in words if t.text[:1].isalpha()]
    weighty = [t for t in told if t.lower not in _SMALL]
    small = [t for t in told[1:] if t.lower in _SMALL]
    capital = all(t.text[:1].isupper() and not t.text.isupper() for t in weighty)
    return len(weighty) > 1 and capital and all(t.text.islower() for t in small)


def _is_headline(parse: Parse, first: int, last: int) -> bool:
    """Whether the words around are capitalised as well: a headline quotes like anybody."""
    start, end = parse.sentences[parse.sentence(first)]
    around = [t for t in (*parse.tokens[start:first], *parse.tokens[last:end]) if t.text.isalpha()]
    plain = [t for t in around if t.text[:1].islower() and t.lower not in _SMALL]
    return not plain
