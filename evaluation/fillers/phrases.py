"""The noun phrases of a report, each cut in the ways in which keys cut them.

A key may hold a noun with all that stands before it ("two powerful bombs"), without its number, without its adjectives,
with or without what follows ("members of the National Guard"), or the name in it alone. Which cut is wanted is learnt;
here stand all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from evaluation.templates import Told
from evaluation.templates.lists import lists
from whosays import Parse
from whosays.parse import Token

_BEFORE = frozenset("JJ JJR JJS VBN VBG RB NN NNP NNPS NNS CD POS HYPH FW AFX `` '' PRP$ SYM".split())
_NO_BEGINNING = frozenset("`` '' HYPH : POS . , SYM".split())
_ADJECTIVES = frozenset("JJ JJR JJS VBN VBG RB".split())
_INNER = frozenset({"compound", "flat", "goeswith", "fixed"})
_FLAT = frozenset({"flat", "goeswith"})
_LINKS = frozenset({"of", "de", "del"})
_GOING_ON = frozenset({"IN", "VBG", "VBN", "TO"})
_CLOSING = frozenset({",", ";", ".", "--", "(", ")"})
_LONGEST = 8  # words before a noun
_HEADS = frozenset({"nsubj", "obj", "nsubj:pass", "obl", "nmod", "conj"})
_QUANTITIES = frozenset(
    "several some many few various other others another all both first second third about approximately nearly almost"
    " least over more than".split()
)


class Phrase(msgspec.Struct, frozen=True):
    """Words that may fill a role: tokens ``start`` to ``end``, half-open, the head noun, and how they are cut."""

    start: int
    end: int
    head: int
    cut: str


def phrases(told: Told) -> Iterator[Phrase]:
    """Every phrase of a report once, the longest cut of a noun first."""
    seen: set[tuple[int, int]] = set()
    for phrase in _all(told):
        if (phrase.start, phrase.end) not in seen:
            seen.add((phrase.start, phrase.end))
            yield phrase


def _all(told: Told) -> Iterator[Phrase]:
    parsed = told.parsed
    for token in parsed.tokens:
        if _heads_phrase(token):
            yield from _cuts(parsed, token.i)
    for name in parsed.names:
        yield Phrase(name.start, name.end, parsed.root_of(name.start, name.end), f"name of {name.label}")
    for number, (first, _) in enumerate(parsed.sentences):
        for group in told.groups_in(number):
            yield Phrase(first + group.start, first + group.end, first + group.end - 1, "name of group")


def _heads_phrase(token: Token) -> bool:
    """Whether a token can be the head: a noun, or what stands for one ("three", "the wounded")."""
    stands = token.is_noun or (token.tag in ("CD", "JJ") and token.dep in _HEADS)
    return stands and token.dep.split(":")[0] not in _FLAT


def _cuts(parsed: Parse, head: int) -> Iterator[Phrase]:
    ends = _ends(parsed, head)
    for begins, start in _starts(parsed, head):
        for goes_on, end in ends:
            yield Phrase(start, end, head, begins + goes_on)


def _starts(parsed: Parse, head: int) -> list[tuple[str, int]]:
    """Where a phrase may begin, with what is cut off before."""
    tokens = parsed.tokens
    whole = _first_before(parsed, head)
    owners = [i for i in range(whole, head) if tokens[i].tag in ("POS", "PRP$")]
    unowned = owners[-1] + 1 if owners else whole
    uncounted = unowned
    while uncounted < head and (tokens[uncounted].tag == "CD" or tokens[uncounted].lower in _QUANTITIES):
        uncounted += 1
    plain = uncounted
    while plain < head and tokens[plain].tag in _ADJECTIVES:
        plain += 1
    compound = head
    while compound > whole and _is_inner(tokens[compound - 1], compound, head):
        compound -= 1
    found: dict[int, str] = {}
    for cut, start in (
        ("whole", whole),
        ("no owner", unowned),
        ("no number", uncounted),
        ("no adjectives", plain),
        ("below its noun", _first_below(parsed, whole, head)),
        ("no hedge", _behind_hedge(parsed, uncounted, head)),
        ("last adjective", compound - (compound > whole and tokens[compound - 1].tag in _ADJECTIVES)),
        ("compound", compound),
        ("noun", head),
    ):
        found.setdefault(start, cut)
    return [(cut, start) for start, cut in found.items()]


def _first_below(parsed: Parse, whole: int, head: int) -> int:
    """The first word before a noun from which on all hang on what follows: "[last Monday] two masked bakers"."""
    start = head
    while start > whole and start - 1 < parsed.tokens[start - 1].head <= head:
        start -= 1
    return start


def _behind_hedge(parsed: Parse, start: int, head: int) -> int:
    """Where a phrase begins without "alleged", "suspected", "other"."""
    while start < head and parsed.tokens[start].lower in lists().pointing:
        start += 1
    return start


def _is_inner(token: Token, start: int, head: int) -> bool:
    return token.dep in _INNER and start <= token.head <= head


def _first_before(parsed: Parse, head: int) -> int:
    tokens = parsed.tokens
    first = parsed.sentences[parsed.sentence(head)][0]
    start = head
    while start > max(first, head - _LONGEST) and tokens[start - 1].tag in _BEFORE:
        start -= 1
    while start < head and tokens[start].tag in _NO_BEGINNING:
        start += 1
    return start


def _ends(parsed: Parse, head: int) -> list[tuple[str, int]]:
    """Where a phrase may end, with what it then goes on with."""
    tokens, last = parsed.tokens, parsed.sentences[parsed.sentence(head)][1]
    end = _end_of_name(parsed, head, last)
    found = [("", end)]
    if end >= last - 1:
        return found
    if tokens[end].lower in _LINKS:
        owner = tokens[end].head
        if end < owner < last:
            after = _end_of_name(parsed, owner, last)
            found.append((" of", after))
            if after < last - 1 and tokens[after].lower in _LINKS and after < tokens[after].head < last:
                found.append((" of of", tokens[after].head + 1))
    elif tokens[end].tag in _GOING_ON:
        found.append((" and on", _end_below(parsed, head, end)))
    return found


def _end_of_name(parsed: Parse, head: int, last: int) -> int:
    end = head + 1
    while end < last and parsed.tokens[end].dep in _FLAT and head <= parsed.tokens[end].head < end:
        end += 1
    return end


def _end_below(parsed: Parse, head: int, end: int) -> int:
    """The end of what hangs below a noun behind it, without clauses that stand apart."""
    for i in parsed.subtree(head):
        if i < end:
            continue
        token = parsed.tokens[i]
        if i != end or token.text in _CLOSING or token.tag in ("WDT", "WP"):
            break
        end += 1
    return end
