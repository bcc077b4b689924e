"""A date told without its year: the fitting years, and which of them is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from whosays.records import Basis
from whosays.resolving.dates.anchors import Anchors, Found, as_day, as_day_or_none, last_day
from whosays.resolving.dates.calendar import day_of, is_day, month_of
from whosays.resolving.dates.tense import Tense

# A date told without year, and its fitting years: so many are kept as candidates, so far back a weekday is sought.
_CANDIDATES = 4
_YEARS_BACK = 30
# "On December 15" in a report of December 11 lies ahead, unless the verb says that it is past.
_SOON = timedelta(days=60)
_LONG_AGO = timedelta(days=300)


def fitting_days(month: int, day: int | None, weekday: int | None, near: date) -> list[date]:
    """The days around ``near`` that month, day and weekday fit, oldest first."""
    years = range(max(near.year - _YEARS_BACK, 1), near.year + 2)
    days = [date(y, month, day or 1) for y in years if is_day(y, month, day or 1)]
    return [d for d in days if weekday is None or d.weekday() == weekday]


def nearest(days: Sequence[date], near: date) -> date | None:
    """The day nearest to ``near``, the earlier of two; None of none."""
    return min(days, key=lambda d: (abs(d - near), d), default=None)


def latest(days: Sequence[date], until: date) -> date | None:
    """The last day that is not after ``until``; None where all are."""
    return max((d for d in days if d <= until), default=None)


def by_tense(days: Sequence[date], near: date, tense: Tense | None, *, bare: bool = False) -> date | None:
    """The fitting day on the side that the verb tells of, else the last one, unless the next is close at hand.

    A ``bare`` month is on that side however far it lies: "was held | in June |", written in May, was eleven months ago.
    """
    before, after = latest(days, near), min((d for d in days if d >= near), default=None)
    if tense == "future" and after is not None:
        return after
    if before is not None and tense == "past" and (bare or near - before < _LONG_AGO):
        return before
    if before is None or after is None:
        return before or after
    soon = after - near <= _SOON and after - near < near - before
    return after if soon else before


def dated(month: int, day: int | None, weekday: int | None, anchors: Anchors, tense: Tense | None) -> Found:
    """A month or day whose year is not told."""
    basis: Basis = "weekday" if weekday is not None else "explicit"
    written, reference = as_day_or_none(anchors.written), as_day_or_none(last_day(anchors) or anchors.reference)
    near = written or reference or as_day(anchors.known_until)
    fitting = fitting_days(month, day, weekday, near)
    if written:
        chosen = by_tense(_month_starts(fitting, written, day), written, tense, bare=day is None)
    elif reference:
        chosen = nearest(fitting, reference)
    else:
        chosen = latest(fitting, near)
    if chosen is None:
        return Found()
    anchor = (anchors.written or last_day(anchors) or anchors.reference) if written or reference else None
    open_year = written is None and (reference is None or weekday is not None)
    others = [d for d in reversed(fitting) if d != chosen and open_year and d <= near]
    return Found(
        day_of(chosen) if day else month_of(chosen.year, chosen.month),
        basis,
        anchor if anchor != chosen.isoformat() or written else None,
        tuple(d.isoformat()[: 10 if day else 7] for d in others[:_CANDIDATES]),
    )


def _month_starts(fitting: Sequence[date], written: date, day: int | None) -> list[date]:
    """For a bare month its first days, but the running month counts as the day of writing itself."""
    if day is not None:
        return list(fitting)
    return [written if (d.year, d.month) == (written.year, written.month) else d for d in fitting]
