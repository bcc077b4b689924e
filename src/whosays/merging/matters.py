"""What a report is about, as far as stories compare it: the names and words of its headline and lead, and its deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zlib import crc32

import msgspec

from whosays.merging.facts import Fact, moment
from whosays.merging.outlines import MARKED, Outline, outline_of
from whosays.merging.pages import Page
from whosays.merging.wordings import everywhere

UNDATED = "9999"  # after every day
DAYS = 30  # a story that nobody has told of for so long is over; who takes it up again begins another
_STRETCH = 8  # days, by which reports are found
_SOUGHT = 12  # words of a report's names, and of its lead, by which it is found
SHARED = 3  # of those, that two reports share
_HAPPENED = frozenset({"happened", "ongoing", "attempted"})


Key = tuple[str, ...]


class Matter(msgspec.Struct, frozen=True):
    """What a report is about.

    ``moment`` is when it came out, so that sorting sorts by time. ``lead`` holds the terms of headline and lead;
    ``few`` and ``known`` the words of the names in the whole report that few reports hold, and that many do;
    ``subjects`` those whom headline and lead name, id and name, or as they stand where nobody knows them. ``leading``
    are the events told there, ``deed`` the first of them in outline.
    """

    report: str
    moment: str
    lead: frozenset[str]
    few: frozenset[str]
    known: frozenset[str]
    subjects: frozenset[str]
    leading: tuple[str, ...]
    deed: Outline | None

    @property
    def day(self) -> int | None:
        """The day it came out, as a number; None where that is not known."""
        try:
            return date.fromisoformat(self.moment[:10]).toordinal()
        except ValueError:
            return None


def matter_of(page: Page, facts: Sequence[Fact]) -> Matter:
    """What a report is about; ``facts`` is what it tells."""
    report = page.record.report
    leading = sorted((f for f in facts if f.leads and f.type != MARKED), key=_prominence)
    few, known = page.names
    return Matter(
        report=report.id,
        moment=moment(report.published) or UNDATED,
        lead=page.lead - everywhere(),
        few=few,
        known=known,
        subjects=frozenset(_subjects(page)),
        leading=tuple(f.event.id for f in leading),
        deed=outline_of(leading[0]) if leading else None,
    )


def _prominence(fact: Fact) -> tuple[bool, int]:
    return (fact.status not in _HAPPENED, fact.event.trigger.start)


def _subjects(page: Page) -> Iterator[str]:
    leads = page.record.report.leads
    for mention in page.record.mentions:
        if mention.form == "name" and mention.kind in {"actor", "place"} and leads(mention.span):
            found = page.entity(mention.id)
            yield f"{found.id}\t{found.name}" if found is not None else f"name:\t{mention.name.lower()}"


def keys_of(matter: Matter) -> tuple[frozenset[Key], frozenset[Key]]:
    """The keys under which a report looks for others of the days about it, and under which it is found."""
    day = matter.day
    if day is None:
        return frozenset(), frozenset()
    around = {(day + ahead) // _STRETCH for ahead in range(-DAYS, DAYS + 1)}
    words = [w for some in (matter.few, matter.lead) for w in sorted(some - everywhere(), key=_chance)[:_SOUGHT]]
    return frozenset(_keys(words, around)), frozenset(_keys(words, {day // _STRETCH}))


def _keys(words: Iterable[str], stretches: Iterable[int]) -> Iterator[Key]:
    return (("story", word, str(stretch)) for word in words for stretch in stretches)


def _chance(word: str) -> tuple[int, str]:
    """An order that is the same everywhere and prefers no word: who shares words shares some of the first."""
    return crc32(word.encode()), word
