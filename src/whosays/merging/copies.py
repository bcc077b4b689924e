"""Copies are not corroboration: reports of nearly the same words have one origin.

Which reports may be copies of one another is found by a small sketch of each text; whether they are is decided on the
texts themselves. A report's origin depends only on reports that came out before it, so a late report moves the origin
of those alone that came after it and tell it in its words.
"""

from __future__ import annotations

import datetime
import hashlib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.facts import family_of, moment
from whosays.merging.pages import Page
from whosays.records import Report

_UNDATED = "9999"  # after every day
_SHINGLE = 5  # words
_COPY = 0.5  # the share of the shorter text's shingles that the other holds
_KEPT = 64  # the smallest hashes of a text's shingles: enough to find every copy, cheap to keep
_WITHIN = 14  # days: what comes out later in the same words is out of an archive
SHARED = 6  # of those: a copy shares a third and more, a common footer or a quoted sentence a few
_WORD = re.compile(r"[^\W_]+")


class Voice(msgspec.Struct, frozen=True, order=True):
    """A report as one among those that may copy one another: when it came out, whose it is by name, whose in truth.

    Sorting sorts by time; of one day those come first that carry a wire's name, as ``unsigned`` tells: who prints the
    wire's words in the morning has them from the wire, whatever hour it says. ``size`` is the number of hashes
    in its sketch; ``origin`` is empty while it is not worked out.
    """

    date: str
    unsigned: bool
    moment: str
    report: str
    family: str
    size: int
    origin: str = ""

    @property
    def day(self) -> int:
        """The day it came out, as a number; 0 where that is not known."""
        try:
            return datetime.date.fromisoformat(self.date).toordinal()
        except ValueError:
            return 0

    def may_copy(self, other: Voice, shared: int) -> bool:
        """Whether the texts are worth comparing: this one came out after the other, soon, and they share enough."""
        soon = 0 in (self.day, other.day) or self.day - other.day <= _WITHIN
        return other < self and soon and shared >= min(SHARED, self.size)


class Voices(Protocol):
    """Where reports are found by the hashes of their sketches."""

    def voices(self, reports: Iterable[str]) -> list[Voice]:
        """The voices of these reports."""

    def sharing(self, sketch: Sequence[int], days: tuple[int, int] | None, least: int) -> Mapping[str, int]:
        """Reports that hold some of these hashes, each with how many.

        Args:
            sketch: the hashes.
            days: the first and the last day; reports without a day are found in any case, and all without ``days``.
            least: who holds fewer, and not all of its own, need not be found.
        """

    def text(self, report: str) -> str:
        """A report's own words, without title and dateline."""


def origins(pages: Sequence[Page], gazetteer: Gazetteer) -> dict[str, str]:
    """Report id -> origin. Copies share the origin of the earliest among them."""
    shelf = _Shelf()
    for page in pages:
        shelf.put(voice_of(page, gazetteer), body_of(page.record.report))
    for voice in sorted(shelf.known.values()):
        shelf.known[voice.report] = msgspec.structs.replace(
            voice, origin=origin_of(voice, _near(voice, shelf), shelf, {})
        )
    return {report: voice.origin for report, voice in shelf.known.items()}


def settle(reports: Iterable[str], shelf: Voices) -> dict[str, str]:
    """The origins that these reports have now, and those of later reports that move with them.

    Args:
        reports: new reports, whose voices and sketches the shelf holds by now.
        shelf: all voices.
    """
    waiting = shelf.voices(reports)
    heapq.heapify(waiting)
    found: dict[str, str] = {}
    fresh = set(reports)
    while waiting:
        voice = heapq.heappop(waiting)
        if voice.report in found:
            continue
        shared = _near(voice, shelf)
        found[voice.report] = origin_of(voice, shared, shelf, found)
        if voice.report in fresh or found[voice.report] != voice.origin:
            for later in _later(voice, shared, shelf):
                heapq.heappush(waiting, later)
    return found


def _later(voice: Voice, shared: Mapping[str, int], shelf: Voices) -> list[Voice]:
    """The reports that came out after one and may copy it."""
    return [v for v in shelf.voices(shared) if v.may_copy(voice, shared[v.report])]


def _near(voice: Voice, shelf: Voices) -> Mapping[str, int]:
    """Reports of the same days that share words with one, each with how many hashes."""
    days = (voice.day - _WITHIN, voice.day + _WITHIN) if voice.day else None
    return shelf.sharing(sketch_of(shelf.text(voice.report)), days, min(SHARED, voice.size))


def origin_of(voice: Voice, shared: Mapping[str, int], shelf: Voices, settled: Mapping[str, str]) -> str:
    """Whose telling a report is: that of the report it copies, else its own wire's or publisher's.

    Args:
        voice: the report.
        shared: the reports that share words with it, each with how many hashes.
        shelf: all voices.
        settled: origins that are newer than those on the shelf.
    """
    text = shelf.text(voice.report)
    near = [r for r, number in shared.items() if number >= min(SHARED, voice.size)]
    for other in sorted((v for v in shelf.voices(near) if voice.may_copy(v, shared[v.report])), key=_by_id):
        if _is_copy(shingles_of(text), shingles_of(shelf.text(other.report))):
            return settled.get(other.report, other.origin)
    return voice.family


def _by_id(voice: Voice) -> str:
    return voice.report


def voice_of(page: Page, gazetteer: Gazetteer) -> Voice:
    """A report's voice, its origin still to be worked out."""
    report = page.record.report
    when = moment(report.published) or _UNDATED
    return Voice(
        date=when[:10],
        unsigned=not report.origin,
        moment=when,
        report=report.id,
        family=family_of(page, gazetteer),
        size=len(sketch_of(body_of(report))),
    )


def body_of(report: Report) -> str:
    """A report's own words."""
    return report.text[report.body :]


@lru_cache(maxsize=512)
def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest hashes of a text's shingles: the same on every machine and run."""
    return tuple(heapq.nsmallest(_KEPT, shingles_of(text)))


@lru_cache(maxsize=64)  # they take as much room as ten such texts
def shingles_of(text: str) -> frozenset[int]:
    """The hashes of every five words of a text that stand side by side."""
    words = [w.lower() for w in _WORD.findall(text)]
    return frozenset(_hash(" ".join(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1))


def _hash(words: str) -> int:
    """The same on every machine and run, which Python's own hash is not; small enough for a column of integers."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big") >> 1


def _is_copy(one: frozenset[int], two: frozenset[int]) -> bool:
    shorter = min(len(one), len(two))
    return shorter > 0 and len(one & two) >= _COPY * shorter


class _Shelf:
    """The voices of one run, in memory."""

    def __init__(self) -> None:
        self.known: dict[str, Voice] = {}
        self._texts: dict[str, str] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def put(self, voice: Voice, text: str) -> None:
        self.known[voice.report] = voice
        self._texts[voice.report] = text
        for value in sketch_of(text):
            self._holders[value].append(voice.report)

    def voices(self, reports: Iterable[str]) -> list[Voice]:
        return [self.known[r] for r in reports]

    def sharing(self, sketch: Sequence[int], days: tuple[int, int] | None, least: int) -> Mapping[str, int]:  # noqa: ARG002
        return Counter(r for value in sketch for r in self._holders[value])

    def text(self, report: str) -> str:
        return self._texts[report]
