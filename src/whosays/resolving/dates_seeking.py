"""Seeking the day that a time expression means: one small function for each way to tell a time.

Every one answers with a stretch of the calendar and what it rests on, or with nothing when nobody told the day that
it counts from.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from whosays.parse import TimeExpression
from whosays.records import Basis
from whosays.resolving.dates_calendar import Stretch, day_of, is_day, month_of, moved, part_of_year, week_of, years_of
from whosays.resolving.dates_periods import again, is_year_before
from whosays.resolving.dates_tense import Tense
from whosays.resolving.feasts import feasts_in

# A date told without year, and its fitting years: so many are kept as candidates, so far back a weekday is sought.
_CANDIDATES = 4
_YEARS_BACK = 30
# "On December 15" in a report of December 11 lies ahead, unless the verb says that it is past.
_SOON = timedelta(days=60)
_LONG_AGO = timedelta(days=300)


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


# -- a missing year -----------------------------------------------------------------------------


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


def _by_tense(days: Sequence[date], near: date, tense: Tense | None) -> date | None:
    """The fitting day on the side that the verb tells of, else the last one, unless the next is close at hand."""
    before, after = latest(days, near), min((d for d in days if d >= near), default=None)
    if tense == "future" and after is not None:
        return after
    if before is not None and tense == "past" and near - before < _LONG_AGO:
        return before
    if before is None or after is None:
        return before or after
    soon = after - near <= _SOON and after - near < near - before
    return after if soon else before


def _dated(month: int, day: int | None, weekday: int | None, anchors: Anchors, tense: Tense | None) -> Found:
    """A month or day whose year is not told."""
    basis: Basis = "weekday" if weekday is not None else "explicit"
    written, reference = as_day_or_none(anchors.written), as_day_or_none(last_day(anchors) or anchors.reference)
    near = written or reference or as_day(anchors.known_until)
    fitting = fitting_days(month, day, weekday, near)
    if written:
        chosen = _by_tense(_month_starts(fitting, written, day), written, tense)
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


def last_day(anchors: Anchors) -> str | None:
    """The full date that the text told last, or None."""
    return next((told for told in reversed(anchors.told) if len(told) == 10), None)


# -- each way to tell a time --------------------------------------------------------------------


def base_of(expression: TimeExpression, anchors: Anchors) -> str | None:
    """The day that a relative expression counts from, or None when nobody told it."""
    if expression.anchor != "narrative":
        return anchors.written
    if expression.unit in ("year", "decade", "century") and anchors.told:
        return (anchors.told[-1] + "-01-01")[:10] if len(anchors.told[-1]) == 4 else (anchors.told[-1] + "-01")[:10]
    if expression.unit == "month" and anchors.told and len(anchors.told[-1]) >= 7:
        return (anchors.told[-1] + "-01")[:10]
    if expression.month is not None and anchors.told:  # "in August 2016 ... that December"
        return (anchors.told[-1] + "-01-01")[:10]
    # Where no day was told a report tells of its own: of its year, its month, its morning. A day may be another's.
    return last_day(anchors) or (anchors.written if _is_of_own(expression) else None)


def _is_of_own(expression: TimeExpression) -> bool:
    within = (expression.shift == 0 and expression.rule != "unit-moved") or expression.modifier is not None
    return expression.unit in ("year", "decade", "century") or (within and expression.unit in ("day", "month", "week"))


def _weekday(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    assert expression.weekday is not None
    base = base_of(expression, anchors)
    if base is None:
        told = last_day(anchors)
        around = (
            (_next(as_day(told), expression.weekday, -1), _next(as_day(told), expression.weekday, 1)) if told else ()
        )
        return Found(candidates=tuple(d.isoformat() for d in around))
    day = as_day(base)
    same = day.weekday() == expression.weekday
    if expression.shift in (-1, 1):
        return Found(day_of(_next(day, expression.weekday, expression.shift)), "weekday", base)
    ahead = tense == "future" or (expression.shift == 0 and tense != "past")
    chosen = day if same else _next(day, expression.weekday, 1 if ahead else -1)
    return Found(day_of(chosen), "weekday", base)


def _next(day: date, weekday: int, side: int) -> date:
    """The nearest such weekday strictly before (-1) or after (1) ``day``."""
    ahead = (weekday - day.weekday()) % 7 or 7
    back = (day.weekday() - weekday) % 7 or 7
    return day + timedelta(days=ahead if side > 0 else -back)


def _relative(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    assert expression.unit is not None
    base = base_of(expression, anchors)
    if base is None:
        return Found()
    shift = expression.shift
    if shift is None and expression.unit == "weekend":
        # "over the weekend" is the last one told of on a weekday, the coming one with a verb of the future
        shift = 0 if tense == "future" or as_day(base).weekday() >= 5 else -1
    if shift is None:
        return Found()
    if expression.unit == "decade" and expression.rule == "distance":
        return Found(moved("year", as_day(base), shift * 10), "relative", base)  # a decade ago is a year, not a decade
    return Found(moved(expression.unit, as_day(base), shift), "relative", base)


def _named_month(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    """A month, with or without day, and perhaps "last", "next" or "of last year"."""
    assert expression.month is not None
    if expression.year is not None:
        return _explicit(expression)
    if expression.shift is None:
        return _dated(expression.month, expression.day, expression.weekday, anchors, tense)
    base = base_of(expression, anchors)
    if base is None:
        return Found()
    day = as_day(base)
    year = day.year + expression.shift
    if expression.unit != "year" and expression.shift:
        # "last June" is the one before the running month, "next June" the one behind it
        same_year = expression.month < day.month if expression.shift < 0 else expression.month > day.month
        year = day.year if same_year else day.year + expression.shift
    if expression.day:
        told = is_day(year, expression.month, expression.day)
        return Found(day_of(date(year, expression.month, expression.day)), "relative", base) if told else Found()
    return Found(month_of(year, expression.month), "relative", base)


def _explicit(expression: TimeExpression) -> Found:
    """Year and month, perhaps with the day."""
    assert expression.year is not None
    assert expression.month is not None
    year, month, day = expression.year, expression.month, expression.day
    if day is None:
        return Found(month_of(year, month), "explicit")
    if not is_day(year, month, day):
        return Found()
    other = (f"{year}-{day:02d}-{month:02d}",) if expression.rule == "numeric-either" else ()
    return Found(day_of(date(year, month, day)), "explicit", None, other)


def _part_of_year(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    """A season, quarter or half."""
    assert expression.part is not None
    if expression.year is not None:
        return Found(part_of_year(expression.year, expression.part), "explicit")
    base = base_of(expression, anchors)
    if base is None:
        return Found()
    day = as_day(base)
    if expression.unit == "year" and expression.shift is not None:
        return Found(part_of_year(day.year + expression.shift, expression.part), "relative", base)
    around = [part_of_year(y, expression.part) for y in (day.year - 1, day.year, day.year + 1)]
    now = next((s for s in around if s.start <= day < s.end), None)
    if expression.shift == 0 or (expression.shift is None and now is not None):
        same_year = part_of_year(day.year, expression.part)
        return Found(now or same_year, "relative", base)
    before = [s for s in around if s.end <= day]
    after = [s for s in around if s.start > day]
    season = expression.unit == "season"  # a firm that "expects to report third-quarter income" means the last one
    ahead = expression.shift == 1 or (expression.shift is None and season and tense == "future")
    chosen = after[:1] if ahead else before[-1:]
    return Found(chosen[0] if chosen else None, "relative" if chosen else "none", base)


def _plain_year(expression: TimeExpression) -> Found:
    assert expression.year is not None
    years = {"decade": 10, "century": 100}.get(expression.unit or "", 1)
    return Found(years_of(expression.year, years), "explicit")


def _clock_only(anchors: Anchors) -> Found:
    """A time of day without a day: of the day told last, else of the day of writing."""
    told = last_day(anchors)
    if told:
        return Found(day_of(as_day(told)), "inherited", told)
    written = anchors.written
    basis: Basis = "dateline" if anchors.dateline else "publication"
    return Found(day_of(as_day(written)), basis, written) if written else Found()


def _feast(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    """A feast that moves: of the year that is told, else the one near the day of writing that the verb tells of."""
    assert expression.feast is not None
    if expression.year is not None:
        told = feasts_in(expression.feast, expression.year)
        return Found(told[0], "explicit") if told else Found()
    base = base_of(expression, anchors)
    if base is None:
        return Found()
    day = as_day(base)
    around = {s.start: s for y in (day.year - 1, day.year, day.year + 1) for s in feasts_in(expression.feast, y)}
    if expression.shift:
        tense = "past" if expression.shift < 0 else "future"
    chosen = _by_tense(sorted(around), day, tense)
    return Found(around[chosen], "relative", base) if chosen is not None else Found()


def _again(expression: TimeExpression, anchors: Anchors) -> Found:
    """The quarter that an account is about, or the same one of another year."""
    stretch = again(expression, anchors.period, as_day_or_none(anchors.written))
    return Found(stretch, "relative", anchors.written) if stretch else Found()


def sought(expression: TimeExpression, anchors: Anchors, tense: Tense | None) -> Found:
    """The stretch that a date or time expression means, without its hour, modifier and range."""
    if expression.rule == "again" or (anchors.period is not None and is_year_before(expression)):
        return _again(expression, anchors)
    if expression.feast is not None:
        return _feast(expression, anchors, tense)
    if expression.rule == "week-of":
        found = _named_month(expression, anchors, tense)
        return found._replace(stretch=week_of(found.stretch.start)) if found.stretch else found
    if expression.part is not None and (expression.part[0] in "QH" or expression.part in ("SP", "SU", "FA", "WI")):
        return _part_of_year(expression, anchors, tense)
    if expression.month is not None:
        return _named_month(expression, anchors, tense)
    if expression.year is not None:
        return _plain_year(expression)
    if expression.weekday is not None:
        return _weekday(expression, anchors, tense)
    if expression.unit is not None:
        return _relative(expression, anchors, tense)
    return _clock_only(anchors)
