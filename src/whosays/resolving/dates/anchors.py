"""What times are counted from, and what was found of one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from whosays.records import Basis
from whosays.resolving.dates.calendar import Stretch


class Anchors(msgspec.Struct, frozen=True, kw_only=True):
    """What times are counted from. All are ISO dates, ``told`` also months and years ("2024-11", "2024").

    ``told`` are the dates that the text told last, nearest last; ``reference`` is the report's own latest full date,
    from which a missing year is sought when nobody says when the report was written; ``period`` is the quarter that
    the text told last ("2024-Q3").
    """

    known_until: str
    publication: str | None = None
    dateline: str | None = None
    told: tuple[str, ...] = ()
    reference: str | None = None
    period: str | None = None

    @property
    def written(self) -> str | None:
        """The day of writing: of the dateline, else of publication."""
        return self.dateline or self.publication


class Found(NamedTuple):
    """A stretch and what it rests on; no stretch, no date."""

    stretch: Stretch | None = None
    basis: Basis = "none"
    anchor: str | None = None
    candidates: tuple[str, ...] = ()


def as_day(iso: str) -> date:
    """The day of an ISO date or minute."""
    return date.fromisoformat(iso[:10])


def as_day_or_none(iso: str | None) -> date | None:
    """The same, or None for None."""
    return as_day(iso) if iso else None


def last_day(anchors: Anchors) -> str | None:
    """The full date that the text told last, or None."""
    return next((told for told in reversed(anchors.told) if len(told) == 10), None)
