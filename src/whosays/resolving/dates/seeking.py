"""Seeking the day that a time expression means: one small function for each way to tell a time.

Every one answers with a stretch of the calendar and what it rests on, or with nothing when nobody told the day that
it counts from.
"""

from __future__ import annotations

from datetime import date, timedelta

from whosays.parse import TimeExpression
from whosays.records import Basis
from whosays.resolving.dates.anchors import Anchors, Found, as_day, as_day_or_none, last_day
from whosays.resolving.dates.calendar import day_of, is_day, month_of, moved, part_of_year, week_of, years_of
from whosays.resolving.dates.feasts import feasts_in
from whosays.resolving.dates.missing import by_tense, dated
from whosays.resolving.dates.periods import again, is_year_before
from whosays.resolving.dates.tense import Tense


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
        return dated(expression.month, expression.day, expression.weekday, anchors, tense)
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
    chosen = by_tense(sorted(around), day, tense)
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
