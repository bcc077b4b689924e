"""The situation report put together: sections of paragraphs, sentences with numbered footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from whosays.briefing import changes, deeds, doers, phrases, select, speech, tolls, trend
from whosays.briefing.select import Book, Matter
from whosays.briefing.shape import (
    Brief,
    Counts,
    DayCount,
    Line,
    Note,
    Paragraph,
    Period,
    Section,
    Sentence,
    Source,
    Spot,
)
from whosays.briefing.wording import say_day, say_days
from whosays.merging import Change
from whosays.records import CodedReport, Dispute, Incident, Place, Span

T = TypeVar("T")
MOST = 25


class View(msgspec.Struct, frozen=True):
    """How much a situation report shows.

    ``reports`` are the ids of those in view (None: all); ``most`` is how many paragraphs a section may have (those that
    tell most stay, and the others are counted); ``changed`` is what is new or told otherwise since the period began;
    ``past`` are the days of all incidents, against which the period is held (None: it is not).
    """

    reports: frozenset[str] | None = None
    most: int = MOST
    changed: tuple[Change, ...] = ()
    past: trend.Past | None = None


WHOLE = View()


def compose(
    records: Iterable[CodedReport],
    incidents: Iterable[Incident],
    disputes: Iterable[Dispute],
    period: Period,
    view: View = WHOLE,
) -> Brief:
    """The situation report on what some reports tell.

    Args:
        records: the coded reports, and those that the incidents and disputes need besides.
        incidents: all incidents; those of which no report in view tells are left out.
        disputes: all disputes, likewise.
        period: what was asked for; it is shown, and selects nothing here.
        view: how much of it is shown, and what of it is news; by default everything, and nothing is.
    """
    most = view.most
    book = Book(records)
    in_view = frozenset(book.records) if view.reports is None else view.reports & frozenset(book.records)
    found = select.matters(book, incidents, in_view)
    open_disputes = select.disputes_in_view(disputes, in_view)
    told = frozenset(t.event.id for m in found if m.status not in ("hypothetical", "negated") for t in m.tellings)
    news = changes.News(view.changed)
    notes = _Notes(book, news)
    sections = (
        notes.changes(f"What changed since {say_day(period.since)}" if period.since else "", found, most),
        notes.usual(found, _stretch(period, book, in_view), view.past),
        notes.matters("Key incidents", select.key_incidents(found), most),
        notes.disputes("Disputes", open_disputes),
        notes.matters("Single-origin reports", select.single_origin(found), most),
        notes.matters("Meetings and agreements", select.meetings(found), most),
        notes.matters("Announced, threatened or demanded", select.ahead(found), most),
        notes.matters("Recurring", select.recurring(found), most),
        notes.words("Statements", speech.statements(book, in_view, told), most),
    )
    return Brief(
        title=_title(period),
        period=period,
        counts=_counts(book, in_view, found, open_disputes),
        sections=tuple(s for s in sections if s.paragraphs),
        notes=tuple(notes.made),
        days=_days(found),
        spots=_spots(book, found),
        sources=_sources(book, in_view | frozenset(note.report for note in notes.made)),
    )


def _weightiest(things: Sequence[T], most: int, weight: Callable[[T], float]) -> list[T]:
    """The ``most`` things of the greatest weight, in the order in which they came."""
    ranked = sorted(range(len(things)), key=lambda n: (-weight(things[n]), n))[:most]
    return [things[n] for n in sorted(ranked)]


class _Notes:
    """The footnotes, numbered in the order in which the text first calls them."""

    def __init__(self, book: Book, news: changes.News) -> None:
        self._book = book
        self._news = news
        self._numbers: dict[Span, int] = {}
        self.made: list[Note] = []

    def changes(self, title: str, found: Sequence[Matter], most: int) -> Section:
        """A paragraph for each incident that was known before and is told otherwise now."""
        told = [m for m in found if self._news.of(m.id) and not self._news.is_new(m.id)]
        paragraphs = [
            self.paragraph(m.id, self._news.heading(m.id), changes.lines(self._book, m, self._news.of(m.id)))
            for m in _weightiest(told, most, select.weight_of)
        ]
        return Section(title, tuple(paragraphs), len(told) - len(paragraphs))

    def usual(self, found: Sequence[Matter], stretch: tuple[str, str] | None, past: trend.Past | None) -> Section:
        """A paragraph for each kind of incident of which so much is known that it can be held against the usual."""
        paragraphs = []
        for kind, words in phrases.load().kinds.items() if stretch and past else ():
            assert stretch is not None
            assert past is not None
            level = trend.level(past.days.get(kind, ()), *stretch, past.first)
            told = [m for m in found if m.incident and m.incident.type == kind and _was_in(m, stretch)]
            if level is not None and told:
                spans = tuple(span for m in told[:_SHOWN] for span in deeds.evidence(m)[:1])
                paragraphs.append(self.paragraph(told[0].id, None, [Line(f"{trend.said(words, level)}.", spans)]))
        return Section(trend.TITLE, tuple(paragraphs))

    def matters(self, title: str, found: Sequence[Matter], most: int) -> Section:
        """A paragraph for each deed, while there is room."""
        book = self._book
        paragraphs = []
        for matter in _weightiest(found, most, select.weight_of):
            lines = [deeds.headline(book, matter)]
            if matter.is_done:  # nobody has been hurt by what is planned, feared or told as a habit
                lines.extend((*deeds.harmed(book, matter), *tolls.tolls(book, matter)))
            lines.extend((*doers.responsibility(book, matter), *tolls.conflicts(book, matter)))
            paragraphs.append(self.paragraph(matter.id, self._headed(matter), lines))
        return Section(title, tuple(paragraphs), len(found) - len(paragraphs))

    def _headed(self, matter: Matter) -> str | None:
        """How well an incident is founded, and that it is new where the reader asked since when."""
        parts = [self._news.heading(matter.id), _heading(matter)]
        return "; ".join(part for part in parts if part) or None

    def words(self, title: str, found: Sequence[tuple[str, Line]], most: int) -> Section:
        """A paragraph for each speaker with what he, she or it said, while there is room."""

        def weight(said: tuple[str, Line]) -> float:
            return select.weight_of_words(*self._book.statements[said[0]])

        kept = _weightiest(found, most, weight)
        paragraphs = [self.paragraph(told[0][0], None, [line for _, line in told]) for told in self._by_speaker(kept)]
        return Section(title, tuple(paragraphs), len(found) - len(kept))

    def _by_speaker(self, found: Iterable[tuple[str, Line]]) -> list[list[tuple[str, Line]]]:
        """Statements of one speaker together, speakers in the order in which they first speak."""
        groups: dict[str, list[tuple[str, Line]]] = {}
        for identifier, line in found:
            record, statement = self._book.statements[identifier]
            speaker = record.entity(statement.speaker)
            groups.setdefault(speaker.id if speaker else identifier, []).append((identifier, line))
        return list(groups.values())

    def disputes(self, title: str, found: Iterable[Dispute]) -> Section:
        """A paragraph for each dispute in which at least two positions have their words."""
        told = [(dispute, list(speech.positions(self._book, dispute))) for dispute in found]
        return Section(
            title,
            tuple(
                self.paragraph(d.id, speech.question(d), lines)
                for d, lines in told
                if sum(len(line.spans) for line in lines) > 1
            ),
        )

    def paragraph(self, record: str, heading: str | None, lines: Sequence[Line]) -> Paragraph:
        """Sentences with their notes numbered."""
        return Paragraph(
            tuple(Sentence(line.text, tuple(dict.fromkeys(map(self._number, line.spans)))) for line in lines),
            record,
            heading,
        )

    def _number(self, span: Span) -> int:
        if span not in self._numbers:
            report = self._book.report(span)
            self._numbers[span] = len(self.made) + 1
            self.made.append(
                Note(
                    number=len(self.made) + 1,
                    publisher=report.publisher,
                    published=report.day,
                    words=self._book.words(span),
                    report=report.id,
                    start=span.start,
                    end=span.end,
                )
            )
        return self._numbers[span]


def _heading(matter: Matter) -> str | None:
    """How well an incident is founded, where more than one report tells of it."""
    incident = matter.incident
    if incident is None or (len(incident.reports) < 2 and not incident.conflicts):
        return None
    return f"{incident.standing}: {_some(incident.reports, 'report')}, {_some(incident.origins, 'independent origin')}"


def _some(things: Sequence[str], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def _title(period: Period) -> str:
    about = f" on {period.about}" if period.about else ""
    match (period.since, period.until):
        case (str(since), str(until)):
            days = f", {say_days(since, until).removeprefix('on ').removeprefix('from ')}"
        case (str(since), None):
            days = f", since {say_day(since)}"
        case (None, str(until)):
            days = f", up to {say_day(until)}"
        case _:
            days = ""
    return f"Situation report{about}{days}"


def _counts(book: Book, reports: frozenset[str], found: Sequence[Matter], disputes: Sequence[Dispute]) -> Counts:
    return Counts(
        reports=len(reports),
        publishers=len({book.publisher(report) for report in reports}),
        incidents=sum(m.incident is not None for m in found),
        statements=sum(record.report.id in reports for record, _ in book.statements.values()),
        disputes=len(disputes),
    )


def _stretch(period: Period, book: Book, in_view: frozenset[str]) -> tuple[str, str] | None:
    """First and last day of the period; the last report's day where no last day was asked for."""
    last = max((book.records[r].report.published or "" for r in in_view), default="")[:10]
    until = period.until or last
    return (period.since, until) if period.since and until >= period.since else None


def _was_in(matter: Matter, stretch: tuple[str, str]) -> bool:
    """Whether something was done on a known day of the stretch."""
    when = matter.incident.when if matter.incident and matter.is_done else None
    start = when.start if when and when.precision in _ON_A_DAY else None
    return start is not None and stretch[0] <= start[:10] <= stretch[1]


_SHOWN = 12  # incidents whose words a sentence about the usual level carries along


def _days(found: Sequence[Matter]) -> tuple[DayCount, ...]:
    """Incidents that were on a known day, counted by day."""
    counts: dict[str, int] = {}
    for matter in found:
        when = matter.incident.when if matter.incident and matter.is_done else None
        if when and when.start and when.precision in _ON_A_DAY:
            counts[when.start[:10]] = counts.get(when.start[:10], 0) + 1
    return tuple(DayCount(day, counts[day]) for day in sorted(counts))


def _spots(book: Book, found: Sequence[Matter]) -> tuple[Spot, ...]:
    """The places on the map at which something was done, with how many incidents were there."""
    counts: dict[str, int] = {}
    for matter in found:
        if matter.incident and matter.is_done and matter.incident.place:
            counts[matter.incident.place] = counts.get(matter.incident.place, 0) + 1
    spots = []
    for identifier in sorted(counts):
        place = book.entities.get(identifier)
        if isinstance(place, Place) and place.lat is not None and place.lon is not None:
            wide = not (place.feature or "").startswith("PPL")
            spots.append(Spot(place.name, place.lat, place.lon, wide, counts[identifier]))
    return tuple(spots)


_ON_A_DAY = ("minute", "hour", "part-of-day", "day")


def _sources(book: Book, reports: frozenset[str]) -> tuple[Source, ...]:
    found = [record.report for record in book.records.values() if record.report.id in reports]
    return tuple(Source(r.id, r.publisher, r.day, r.title, r.url) for r in found)
