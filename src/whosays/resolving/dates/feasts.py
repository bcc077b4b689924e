"""Feasts whose day moves from year to year: when they are, by the rules of their calendars.

The Islamic months are those of the tabular calendar, which may be a day off where they begin by the sighting of the
moon; so a feast of that calendar is told no finer than its week, its fast no finer than the month.
"""

from __future__ import annotations

from datetime import date, timedelta

from whosays.resolving.dates.calendar import Stretch, day_of

_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
_FIRST_YEAR = 1583  # of the Gregorian calendar
_ISLAMIC = {"ramadan": (9, 1), "eid-al-fitr": (10, 1), "eid-al-adha": (12, 10), "ashura": (1, 10)}


def feasts_in(feast: str, year: int) -> tuple[Stretch, ...]:
    """The stretches of a feast that begin in a year; two where a lunar year ends within it, none before 1583."""
    if not _FIRST_YEAR <= year <= 9990:
        return ()
    if feast in _ISLAMIC:
        month, day = _ISLAMIC[feast]
        first = (year - 622) * 33 // 32
        found = [_islamic(feast, lunar, month, day) for lunar in range(first - 1, first + 4)]
        return tuple(f for f in found if f.start.year == year)
    days = {
        "easter": easter(year),
        "good-friday": easter(year) - timedelta(days=2),
        "easter-monday": easter(year) + timedelta(days=1),
        "orthodox-easter": _orthodox_easter(year),
        "thanksgiving": _fourth_thursday(year),
    }
    return (day_of(days[feast]),)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century + 8) // 25
    epact = (19 * golden + century - century // 4 - (century - skipped + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """The same of the Julian calendar, told in the Gregorian."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


def _fourth_thursday(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _islamic(feast: str, year: int, month: int, day: int) -> Stretch:
    start = _islamic_day(year, month, day)
    if feast == "ramadan":
        end = _islamic_day(year, month + 1, 1)
        return Stretch(start, end, "month", f"{start.isoformat()}/{(end - timedelta(days=1)).isoformat()}")
    low, high = start - timedelta(days=1), start + timedelta(days=2 if feast == "ashura" else 4)
    return Stretch(low, high, "week", start.isoformat())


def _islamic_day(year: int, month: int, day: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return date.fromordinal(_ISLAMIC_EPOCH + days)
