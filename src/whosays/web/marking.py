"""A report's text cut into pieces, each with the records that rest on it, so that words and record find each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from whosays.records import CodedReport, Span
from whosays.web.asked import View


class Piece(View, frozen=True, kw_only=True):
    """A stretch of text of which all characters belong to the same records.

    ``kinds`` say as what (evidence, trigger, said, cue, name, toll, asked), ``records`` whose it is; ``anchor`` is the
    record whose own words begin here, and ``leads_to`` the record that a click leads to.
    """

    text: str
    start: int
    kinds: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    anchor: str | None = None
    leads_to: str | None = None


class Line(View, frozen=True, kw_only=True):
    """One paragraph of the text."""

    pieces: tuple[Piece, ...]
    is_title: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    record: str


_LEADING = ("trigger", "cue", "toll", "evidence", "said")  # of several kinds, whose record a click leads to


def lines(coded: CodedReport, asked: tuple[int, int] | None = None) -> tuple[Line, ...]:
    """The text in paragraphs of pieces; ``asked`` marks one more stretch, that somebody pointed at."""
    marks = sorted({*_marks(coded), *((_Mark(*asked, "asked", "asked"),) if asked else ())})
    text, found, start = coded.report.text, [], 0
    anchored: set[str] = set()
    for part in text.split("\n"):
        end = start + len(part)
        if part.strip():
            here = [m for m in marks if m.start < end and m.end > start]
            pieces = tuple(_pieces(text, start, end, here, anchored))
            found.append(Line(pieces=pieces, is_title=bool(coded.report.title) and start == 0))
        start = end + 1
    return tuple(found)


def _marks(coded: CodedReport) -> Iterator[_Mark]:
    for event in coded.events:
        yield from _each(event.evidence, "evidence", event.id)
        yield from _each((event.trigger,), "trigger", event.id)
        yield from _each((toll.span for toll in event.tolls), "toll", event.id)
    for statement in coded.statements:
        yield from _each(statement.content, "said", statement.id)
        yield from _each((statement.cue,), "cue", statement.id)
    for mention in coded.mentions:
        if mention.kind in ("actor", "place", "time"):
            yield from _each((mention.span,), mention.kind, mention.id)


def _each(spans: Iterable[Span], kind: str, record: str) -> Iterator[_Mark]:
    for span in spans:
        yield _Mark(span.start, span.end, kind, record)


def _pieces(text: str, start: int, end: int, marks: list[_Mark], anchored: set[str]) -> Iterator[Piece]:
    cuts = sorted({start, end, *(p for m in marks for p in (m.start, m.end) if start < p < end)})
    for one, two in pairwise(cuts):
        here = [m for m in marks if m.start < two and m.end > one]
        owners = [m for kind in _LEADING for m in here if m.kind == kind]
        own = next((m.record for m in here if m.kind in ("trigger", "cue", "asked") and m.record not in anchored), None)
        if own:
            anchored.add(own)
        yield Piece(
            text=text[one:two],
            start=one,
            kinds=tuple(sorted({m.kind for m in here})),
            records=tuple(dict.fromkeys(m.record for m in here)),
            anchor=own,
            leads_to=owners[0].record if owners else None,
        )
