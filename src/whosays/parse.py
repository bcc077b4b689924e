"""Working data between the stages, not kept: a report taken apart (``Parse``), and what was coded in it (``Coded``).

Nothing here knows spaCy: ``parsing`` fills these tables, ``coding`` and ``resolving`` read them, and a test
writes them by hand. Token indices are positions in ``Parse.tokens``; dependency labels are Universal
Dependencies 2 (``nsubj``, ``nsubj:pass``, ``obj``, ``obl``, ``acl:relcl`` ...), tags are Penn Treebank.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

import msgspec

from whosays.records import Event, Mention, Report, Span, Statement

NameLabel = Literal["person", "organisation", "place", "nationality", "facility", "weapon", "time"]

NameKind = Literal["armed-group", "state", "city"]

TimeUnit = Literal[
    "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "year", "decade", "century"
]


_HYPHENS = frozenset({"-", "‑"})


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token. ``head`` is the index of its governor in the report; a root governs itself."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        """The lower-cased text."""
        return self.text.lower()

    @property
    def is_verb(self) -> bool:
        """Whether the tag is a verb's."""
        return self.tag.startswith("VB")

    @property
    def is_noun(self) -> bool:
        """Whether the tag is a noun's or a name's."""
        return self.tag.startswith("NN")


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name that the trained pipeline found: tokens ``start`` to ``end``, half-open.

    ``kind`` says more of an organisation or a place where the pipeline tells: an armed group, a state, a city.
    """

    start: int
    end: int
    label: NameLabel
    kind: NameKind | None = None


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A pair of quotation marks: the tokens of the marks themselves; ``close`` may be the last token when unclosed."""

    open: int
    close: int


class TimeExpression(msgspec.Struct, frozen=True):
    """A time expression, read but not yet anchored: tokens ``start`` to ``end``, half-open.

    Only the fields that the words carry are set; ``resolving.dates`` turns them into an interval.
    """

    start: int
    end: int
    kind: Literal["date", "time", "duration", "set"]
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    hour: int | None = None
    minute: int | None = None
    part: str | None = None  # TIMEX3 part of day or season: MO, AF, EV, NI, DT; SP, SU, FA, WI; H1, Q1 ...
    unit: TimeUnit | None = None
    amount: float | None = None  # of units; None is "some"
    shift: int | None = None  # in units, from the anchor: yesterday is -1 day, next week +1 week
    anchor: Literal["publication", "narrative"] | None = None
    modifier: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, LESS_THAN, MORE_THAN, BEFORE, AFTER
    until: tuple[int, int, int] | None = None  # a range's end (year or 0, month or 0, day or 0)
    vague: str | None = None  # PAST_REF, PRESENT_REF, FUTURE_REF
    feast: str | None = None  # one whose day moves from year to year: "easter"


_STRANDED = frozenset({"with", "to", "for", "by"})  # prepositions that a relative clause leaves behind


class Parse(msgspec.Struct, frozen=True, dict=True):
    """A report's text taken apart. ``sentences`` are half-open token ranges that cover the tokens in order."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    made_by: str = ""

    @cached_property
    def _children(self) -> list[tuple[Token, ...]]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        return [tuple(c) for c in below]

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        index = [0] * len(self.tokens)
        for number, (start, end) in enumerate(self.sentences):
            index[start:end] = [number] * (end - start)
        return tuple(index)

    @cached_property
    def armed(self) -> frozenset[int]:
        """The tokens in names of armed groups."""
        return frozenset(i for name in self.names if name.kind == "armed-group" for i in range(name.start, name.end))

    def named(self, *labels: NameLabel) -> frozenset[int]:
        """The tokens in names with one of the labels."""
        return frozenset(i for name in self.names if name.label in labels for i in range(name.start, name.end))

    def around(self, i: int) -> tuple[Token, ...]:
        """The tokens of the sentence that token ``i`` stands in."""
        start, end = self.sentences[self._sentence_of[i]]
        return self.tokens[start:end]

    @cached_property
    def lemmas(self) -> Counter[str]:
        """How often each lemma stands in the report, lower case."""
        return Counter([t.lemma.lower() for t in self.tokens])

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """The tokens directly below token ``i``, in order; only those with one of ``deps`` when given."""
        below = self._children[i]
        if not deps or not below:
            return below
        return tuple([c for c in below if c.dep in deps])  # a list is quicker made than a generator asked

    def behind(self, i: int) -> Token:
        """The token behind token ``i``; behind the last one that one again, since many a text ends in no full stop."""
        return self.tokens[min(i + 1, len(self.tokens) - 1)]

    def case(self, i: int) -> str:
        """The preposition before token ``i``'s phrase, lower case; empty when there is none."""
        words = [t for t in self.children(i, "case") if t.i < i and t.tag != "POS"]
        if len(words) > 1 and words[0].lower in _STRANDED and words[1].lower in {"in", "at", "on"}:
            return words[1].lower if words[1].i == words[0].i + 1 else words[0].lower  # "whom they met with | in Orli"
        return words[0].lower if words else ""

    def subtree(self, i: int) -> tuple[int, ...]:
        """The indices of token ``i`` and all below it, in order."""
        found: list[int] = []
        waiting = [i]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend([c.i for c in self._children[current]])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token ``i``, nearest first."""
        current = self.tokens[i]
        while current.head != current.i:
            current = self.tokens[current.head]
            yield current

    def words_to(self, i: int, count: int) -> tuple[str, ...]:
        """The lemmas of at most ``count`` words of which token ``i`` is the last, those with hyphens in one piece."""
        found = [self.tokens[i].lemma.lower()]
        if found == ["person"] and self.tokens[i].lower.startswith("old"):  # "a 15-year-old"
            return tuple(found)
        at = i - 1
        while at >= 0:
            if self.tokens[at].text in _HYPHENS and at and self.tokens[at].end == self.tokens[at + 1].start:
                found[0] = f"{self.tokens[at - 1].lemma.lower()}-{found[0]}"
                at -= 1
            elif len(found) < count:
                found.insert(0, self.tokens[at].lemma.lower())
            else:
                break
            at -= 1
        return tuple(found)

    def root_of(self, start: int, end: int) -> int:
        """The token of the half-open range ``start`` to ``end`` whose governor lies outside it; the last such."""
        outside = [t.i for t in self.tokens[start:end] if t.head == t.i or not start <= t.head < end]
        words = [i for i in outside if self.tokens[i].dep not in {"punct", "case", "det", "cc", "mark"}]
        return (words or outside or [end - 1])[-1]

    def sentence(self, i: int) -> int:
        """The number of the sentence that token ``i`` stands in."""
        return self._sentence_of[i]

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``start`` to ``end``, half-open."""
        return Span(report=self.report.id, start=self.tokens[start].start, end=self.tokens[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """The words of tokens ``start`` to ``end``, half-open, as they stand in the report."""
        return self.report.text[self.tokens[start].start : self.tokens[end - 1].end]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(t.start for t in self.tokens)

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The half-open token range that lies in or touches ``span``."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if self.tokens and self.tokens[first].end <= span.start:
            first += 1
        return first, bisect_left(self._starts, span.end)


def is_forest(tokens: tuple[Token, ...]) -> bool:
    """Whether every token still leads up to a root: who moves words in a tree has to ask."""
    for token in tokens:
        current, steps = token, 0
        while current.head != current.i:
            current = tokens[current.head]
            steps += 1
            if steps > len(tokens):
                return False
    return True


class Coded(msgspec.Struct, frozen=True):
    """What ``code`` finds in one report, before anybody knows whom or where the words mean.

    Events carry no time and no place yet: which words tell when and where is decided by ``resolve``, which
    knows what is a place. ``words`` are those that tell of an event besides its trigger ("a bomb exploded,
    | killing | nine"), by the event's id.
    """

    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    words: Mapping[str, tuple[Span, ...]] = {}


def outside_names(times: tuple[TimeExpression, ...], names: tuple[Name, ...]) -> tuple[TimeExpression, ...]:
    """The times that are no part of a body's name: "the | March 23 | Movement" is no day in March."""
    bodies = [n for n in names if n.label == "organisation"]
    return tuple(t for t in times if not any(n.start <= t.start and t.end < n.end for n in bodies))
