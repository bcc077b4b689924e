"""When an incident was: by its own words, else by those around it, else "on or before" the day of the report."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from evaluation.templates.told import Told
from whosays.records import Event, Interval

_MONTHS = tuple(name.upper() for name in calendar.month_abbr[1:])
_FALLBACKS = ("none", "dateline", "publication")
_FINE = ("minute", "hour", "part-of-day", "day", "weekend", "week")
_SPAN = timedelta(days=3)
Days = tuple[date, date]


def told_day(told: Told) -> date | None:
    """The day of the report."""
    day = told.anchors.dateline or told.anchors.publication
    return date.fromisoformat(day) if day else None


def days_of(events: Iterable[Event]) -> Days | None:
    """The first and last day that the report gives for an incident, of the narrowest time that it tells."""
    found = [_days(e.when) for e in events if e.when.start and e.when.basis not in _FALLBACKS]
    return min(found, key=lambda d: d[1] - d[0]) if found else None


def _days(when: Interval) -> Days:
    start = date.fromisoformat((when.start or "")[:10])
    end = date.fromisoformat((when.end or when.start or "")[:10])
    return start, max(end - timedelta(days=1), start) if when.end else start


def date_of(told: Told, events: Sequence[Event]) -> str:
    """The date as the slot wants it: the day; the days from and to; or "on or before" a day."""
    day = told_day(told)
    own = [e.when for e in events if e.when.start and e.when.basis not in _FALLBACKS]
    found = min(own, key=_length, default=None) or _nearby(told, events)
    if found is not None:
        start, last = _days(found)
        if found.basis == "weekday" or last - start > _SPAN:  # the task wants these as "on or before"
            return f"- {_written(day or last)}"
        return _written(start) if start == last else f"{_written(start)} - {_written(last)}"
    return f"- {_written(day)}" if day is not None else "-"


def _length(when: Interval) -> timedelta:
    start, last = _days(when)
    return last - start


def _nearby(told: Told, events: Sequence[Event]) -> Interval | None:
    """The only day told in the sentences of the events."""
    day = told_day(told)
    found = {}
    for sentence in told.sentences(events):
        for interval in told.times_in(sentence):
            if interval.start and interval.precision in _FINE and interval.basis not in _FALLBACKS:
                start, last = _days(interval)
                if day is None or last <= day:
                    found[start, last] = interval
    return next(iter(found.values())) if len(found) == 1 else None


def _written(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"
