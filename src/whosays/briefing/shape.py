"""What a situation report is made of. No sentence stands in it without a note to the words it rests on."""

from __future__ import annotations

import msgspec

from whosays.records import Span


class Period(msgspec.Struct, frozen=True):
    """What the report is about: first and last day of the reports (inclusive ISO dates), and whom or what."""

    since: str | None = None
    until: str | None = None
    about: str | None = None


class Line(msgspec.Struct, frozen=True):
    """A sentence being composed: its text, and the spans that it rests on."""

    text: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        assert self.spans, f"a sentence that rests on no words: {self.text}"
        assert self.text.strip(), "a sentence without words"


class Note(msgspec.Struct, frozen=True):
    """A footnote: the words, whose they are, and where they stand in which report."""

    number: int
    publisher: str | None
    published: str | None
    words: str
    report: str
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with the numbers of its footnotes."""

    text: str
    notes: tuple[int, ...]

    def __post_init__(self) -> None:
        assert self.notes, f"a sentence without a footnote: {self.text}"


class Paragraph(msgspec.Struct, frozen=True):
    """Sentences that belong together; ``record`` is the id of the incident, dispute or statement they tell."""

    sentences: tuple[Sentence, ...]
    record: str
    heading: str | None = None


class Section(msgspec.Struct, frozen=True):
    """A part of the report with its title; ``left_out`` counts what there was no room for."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    left_out: int = 0


class Source(msgspec.Struct, frozen=True):
    """A report that the brief draws on."""

    report: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None


class Counts(msgspec.Struct, frozen=True):
    """How much lies behind the brief."""

    reports: int
    publishers: int
    incidents: int
    statements: int
    disputes: int


class DayCount(msgspec.Struct, frozen=True):
    """How many incidents in view were on a day (ISO date)."""

    day: str
    incidents: int


class Spot(msgspec.Struct, frozen=True):
    """A place with incidents in view; ``wide`` where it stands for a province, a country or more."""

    name: str
    lat: float
    lon: float
    wide: bool
    incidents: int


class Brief(msgspec.Struct, frozen=True):
    """The situation report, ready to be shown in any form."""

    title: str
    period: Period
    counts: Counts
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    days: tuple[DayCount, ...] = ()
    spots: tuple[Spot, ...] = ()

    def __post_init__(self) -> None:
        known = {note.number for note in self.notes}
        used = {n for s in self.sections for p in s.paragraphs for sentence in p.sentences for n in sentence.notes}
        assert used == known, "a footnote that no sentence calls, or a call that no footnote answers"
