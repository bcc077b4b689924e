"""When: anchors the time expressions of a report, and says on what each date rests.

Nothing here asks the clock. A date without a year is sought from the day of writing; without one, from the other dates
of the report; without any, it is the latest that fits before ``known_until``, and the other years that fit are
candidates. What counts from a day that nobody told ("yesterday" in an undated text) stays unresolved, basis ``none``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from whosays.parse import Parse, TimeExpression
from whosays.records import Interval, Report
from whosays.resolving.dates.anchors import Anchors, as_day, as_day_or_none
from whosays.resolving.dates.calendar import Stretch, day_of, duration_value, is_day, month_of, narrowed, years_of
from whosays.resolving.dates.missing import fitting_days, latest, nearest
from whosays.resolving.dates.periods import PERIOD_REACH, period_told
from whosays.resolving.dates.seeking import base_of, sought
from whosays.resolving.dates.tense import attach_time, tense_of

# "The next day" counts from a day told at most so many sentences before.
_NARRATIVE_REACH = 3
_FIRST_YEAR, _NO_YEAR = 1500, 3000
_FINE = ("minute", "hour", "part-of-day", "day")


def anchors_of(report: Report, known_until: str) -> Anchors:
    """The anchors that a report's own metadata give.

    Args:
        report: its ``published`` and ``dateline_date`` count; the latter may lack the year (``--12-11``). What is no
            full date is left aside.
        known_until: the ISO date of the knowledge in use, beyond which nothing is taken for past.
    """
    published = _full_date(report.published)
    dateline = report.dateline_date
    if dateline and dateline.startswith("--"):
        month, day = int(dateline[2:4]), int(dateline[5:7])
        near = as_day_or_none(published)
        fitting = fitting_days(month, day, None, near or as_day(known_until))
        written = nearest(fitting, near) if near else latest(fitting, as_day(known_until))
        dateline = written.isoformat() if written else None
    return Anchors(known_until=known_until, publication=published, dateline=_full_date(dateline))


def _full_date(iso: str | None) -> str | None:
    """The day of an ISO date or moment; None for anything coarser, or from a time without newspapers."""
    try:
        day = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
    return day.isoformat() if _FIRST_YEAR <= day.year < _NO_YEAR else None


# -- the interval -------------------------------------------------------------------------------


def _ended(stretch: Stretch, expression: TimeExpression) -> Stretch:
    """With the end of a range: "12-14 July", "2014 to 2016"."""
    if expression.until is None:
        return stretch
    year, month, day = expression.until
    start = stretch.start
    if month and year == 0:
        year = start.year
        if month < start.month and expression.year is not None:
            start = start.replace(year=start.year - 1)  # "28 December to 3 January 2025": the year is the end's
        elif month < start.month:
            year += 1
    if day and not is_day(year, month, day):
        return stretch
    end = day_of(date(year, month, day)) if day else month_of(year, month) if month else years_of(year)
    if end.end <= start:
        return stretch
    first = stretch.value.replace(str(stretch.start.year), str(start.year), 1)
    return stretch._replace(start=start, end=end.end, value=f"{first}/{end.value}")


def _clocked(interval: Interval, day: date, expression: TimeExpression) -> Interval:
    """With the hour or part of the day."""
    if expression.hour is not None:
        minute = f"{day.isoformat()}T{expression.hour:02d}:{expression.minute or 0:02d}"
        later = (expression.hour * 60 + (expression.minute or 0)) + 1
        after = day + timedelta(days=later // 1440)
        end = f"{after.isoformat()}T{later % 1440 // 60:02d}:{later % 60:02d}"
        return msgspec.structs.replace(interval, start=minute, end=end, precision="minute", value=minute, kind="time")
    if expression.part in ("MO", "AF", "EV", "NI", "DT"):
        value = f"{day.isoformat()}T{expression.part}"
        return msgspec.structs.replace(interval, precision="part-of-day", value=value, kind="time")
    return interval


def _length(expression: TimeExpression, anchors: Anchors) -> Interval:
    """A length of time; one that reaches back or ahead from a known day has bounds as well."""
    interval = Interval(kind="duration", value=duration_value(expression.unit or "day", expression.amount))
    base = _start_of(expression, anchors) if expression.shift else None
    if base is None or expression.amount is None or expression.unit is None:
        return interval
    day = as_day(base)
    assert expression.shift is not None
    far = _away(expression.unit, day, round(expression.amount) * (1 if expression.shift > 0 else -1))
    if far is None:
        return interval
    start, end = (far, day + timedelta(days=1)) if far <= day else (day, far + timedelta(days=1))
    return msgspec.structs.replace(
        interval, start=start.isoformat(), end=end.isoformat(), basis="relative", anchor=base, precision="day"
    )


def _start_of(expression: TimeExpression, anchors: Anchors) -> str | None:
    """The day from which a length counts; of a month or year told before, its first."""
    if expression.anchor != "narrative":
        return base_of(expression, anchors)
    return (anchors.told[-1] + "-01-01")[:10] if anchors.told else None


def _counted(parse: Parse, expression: TimeExpression) -> TimeExpression:
    """ "Over the next three years he made two films": of the past, they are counted from the day told before."""
    ahead = expression.shift is not None and expression.shift > 0
    if not ahead or expression.anchor == "narrative" or tense_of(parse, expression) != "past":
        return expression
    return msgspec.structs.replace(expression, anchor="narrative")


_LONGEST_DAYS = 365_000


def _away(unit: str, day: date, count: int) -> date | None:
    """The day so many units from ``day``; the month's last where the day does not exist."""
    days = {"minute": 0, "hour": count // 24, "day": count, "weekend": count * 7, "week": count * 7}.get(unit)
    if days is not None:
        return day + timedelta(days=days) if abs(days) < _LONGEST_DAYS else None
    months = {"month": 1, "season": 3, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    return min(date(year, month + 1, day.day if is_day(year, month + 1, day.day) else 28), date(9998, 12, 31))


def _often(expression: TimeExpression) -> str:
    """The TIMEX3 value of a set."""
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday + 1}"
    if expression.month is not None:
        return f"XXXX-{expression.month:02d}"
    if expression.part in ("SP", "SU", "FA", "WI"):
        return f"XXXX-{expression.part}"
    if expression.part:
        return f"XXXX-XX-XXT{expression.part}"
    return duration_value(expression.unit or "day", expression.amount)


def resolve_time(expression: TimeExpression, parse: Parse, anchors: Anchors) -> Interval:
    """The interval that one time expression stands for, with its basis; bounds are None where nothing anchors it."""
    span = parse.span(expression.start, expression.end)
    if expression.vague is not None:
        return Interval(kind=expression.kind, value=expression.vague, span=span)
    if expression.kind == "set":
        return Interval(kind="set", value=_often(expression), span=span)
    if expression.kind == "duration":
        return msgspec.structs.replace(_length(_counted(parse, expression), anchors), span=span)
    found = sought(expression, anchors, tense_of(parse, expression))
    if found.stretch is None:
        return Interval(kind=expression.kind, span=span, anchor=found.anchor, candidates=found.candidates)
    whole = _ended(found.stretch, expression)
    stretch = narrowed(whole, expression.modifier, as_day_or_none(found.anchor))
    interval = Interval(
        start=stretch.start.isoformat(), end=stretch.end.isoformat(), precision=stretch.precision, kind=expression.kind,
        value=stretch.value, basis=found.basis, span=span, anchor=found.anchor, candidates=found.candidates,
    )  # fmt: skip
    return _clocked(interval, whole.start, expression)


# -- a whole report -----------------------------------------------------------------------------


def _told(expression: TimeExpression, interval: Interval) -> str | None:
    """What an expression leaves behind for "the next day" to count from."""
    if interval.start is None or expression.kind not in ("date", "time") or expression.rule == "known-day":
        return None
    if interval.precision in _FINE:
        return interval.start[:10]
    return {"month": interval.value[:7], "year": interval.value[:4]}.get(interval.precision or "")


def _reference(parse: Parse, anchors: Anchors) -> str | None:
    """The latest full date that the text itself tells, by year or by weekday, if nobody says when it was written."""
    if anchors.written is not None:
        return None
    days = []
    for expression in parse.times:
        full = expression.year is not None or expression.weekday is not None
        if expression.kind in ("date", "time") and expression.month and expression.day and full:
            interval = resolve_time(expression, parse, msgspec.structs.replace(anchors, told=()))
            if interval.start is not None and interval.start <= anchors.known_until:
                days.append(interval.start[:10])
    return max(days, default=None)


def resolve_times(parse: Parse, anchors: Anchors) -> tuple[Interval, ...]:
    """The intervals of ``parse.times``, in their order, each seeing the dates told shortly before it."""
    anchors = msgspec.structs.replace(anchors, reference=anchors.reference or _reference(parse, anchors))
    resolved: list[Interval] = []
    told: list[tuple[int, str]] = []
    period: tuple[int, str] | None = None
    for expression in parse.times:
        sentence = parse.sentence(expression.start)
        near = tuple(day for number, day in told if sentence - number <= _NARRATIVE_REACH)
        about = period[1] if period is not None and sentence - period[0] <= PERIOD_REACH else None
        interval = resolve_time(expression, parse, msgspec.structs.replace(anchors, told=near, period=about))
        resolved.append(interval)
        day = _told(expression, interval)
        if day is not None:
            told.append((sentence, day))
        quarter = period_told(expression, interval, anchors.written)
        if quarter is not None and (about is None or quarter >= about):
            period = (sentence, quarter)
    return tuple(resolved)


def event_time(
    parse: Parse, token: int, resolved: Sequence[Interval], among: Sequence[TimeExpression] | None = None
) -> Interval | None:
    """When the event triggered at ``token`` was, by its own words; None where its sentence does not tell.

    Args:
        parse: the report, with syntax and times.
        token: the event's trigger.
        resolved: the intervals of ``parse.times``, from :func:`resolve_times`.
        among: those of ``parse.times`` that may be its own; all of them unless some are given.
    """
    assert len(resolved) == len(parse.times), "one interval for each time expression"
    expression = attach_time(parse, token, parse.times if among is None else among)
    return resolved[parse.times.index(expression)] if expression is not None else None


def inherited(interval: Interval) -> Interval:
    """The time of another telling of the same event, marked as such."""
    return msgspec.structs.replace(interval, basis="inherited")


__all__ = ["Anchors", "anchors_of", "attach_time", "event_time", "inherited", "resolve_time", "resolve_times"]
