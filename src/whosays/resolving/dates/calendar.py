"""Stretches of the calendar: a day, a week, a season, a decade; moving among them; how TIMEX3 writes them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from whosays.parse import TimeUnit
from whosays.records import Precision

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DURATION_LETTER: dict[TimeUnit, tuple[str, float]] = {
    "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "weekend": ("WE", 1), "week": ("W", 1),
    "month": ("M", 1), "season": ("M", 3), "quarter": ("Q", 1), "year": ("Y", 1), "decade": ("Y", 10),
    "century": ("Y", 100),
}  # fmt: skip


class Stretch(NamedTuple):
    """Days ``start`` to ``end``, half-open, how finely they are meant, and their TIMEX3 value."""

    start: date
    end: date
    precision: Precision
    value: str


def is_day(year: int, month: int, day: int) -> bool:
    """Whether that day exists."""
    return 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day + timedelta(days=1), "day", day.isoformat())


def week_of(day: date) -> Stretch:
    """The week, Monday to Sunday, that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    iso = day.isocalendar()
    return Stretch(monday, monday + timedelta(days=7), "week", f"{iso.year}-W{iso.week:02d}")


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the week that holds ``day``."""
    week = week_of(day)
    return Stretch(week.start + timedelta(days=5), week.end, "weekend", f"{week.value}-WE")


def month_of(year: int, month: int, months: int = 1) -> Stretch:
    """A month, or several from it on; ``month`` may lie outside 1 to 12 and moves the year then."""
    first = _first_of(year, month)
    return Stretch(first, _first_of(year, month + months), "month", f"{first.year}-{first.month:02d}")


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def part_of_year(year: int, part: str) -> Stretch:
    """A season (``SU``), a quarter (``Q3``) or a half (``H1``) of a year; winter begins in its December."""
    if part in _SEASON_MONTH:
        return month_of(year, _SEASON_MONTH[part], 3)._replace(precision="season", value=f"{year}-{part}")
    number = int(part[1])
    months = 3 if part[0] == "Q" else 6
    first = month_of(year, (number - 1) * months + 1, months)
    return first._replace(precision="quarter" if part[0] == "Q" else "season", value=f"{year}-{part}")


def years_of(year: int, years: int = 1) -> Stretch:
    """A year, a decade (10) or a century (100), from ``year`` on."""
    value = {10: f"{year // 10:03d}", 100: f"{year // 100:02d}"}.get(years, f"{year:04d}")
    return Stretch(date(year, 1, 1), date(year + years, 1, 1), "year" if years == 1 else "decade", value)


def moved(unit: TimeUnit, day: date, shift: int) -> Stretch | None:
    """The day, week, month ... that lies ``shift`` of them away from the one of ``day``; None beyond the calendar."""
    try:
        return _moved(unit, day, shift)
    except (ValueError, OverflowError):
        return None


def _moved(unit: TimeUnit, day: date, shift: int) -> Stretch:
    months = day.year * 12 + day.month - 1
    match unit:
        case "minute" | "hour":
            return day_of(day)
        case "day":
            return day_of(day + timedelta(days=shift))
        case "weekend":
            return weekend_of(day + timedelta(weeks=shift))
        case "week":
            return week_of(day + timedelta(weeks=shift))
        case "month":
            return month_of(*_split(months + shift))
        case "quarter":
            year, month = _split(months + 3 * shift)
            return part_of_year(year, f"Q{(month - 1) // 3 + 1}")
        case "season":
            return month_of(*_split(months + 3 * shift), 3)
        case "year":
            return years_of(day.year + shift)
        case "decade":
            return years_of((day.year // 10 + shift) * 10, 10)
        case "century":
            return years_of((day.year // 100 + shift) * 100, 100)


def _split(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def narrowed(stretch: Stretch, modifier: str | None, base: date | None) -> Stretch:
    """The part that a modifier means: thirds for early, mid and late, up to or from ``base`` for earlier and later."""
    days = (stretch.end - stretch.start).days
    third = timedelta(days=round(days / 3))
    if modifier == "BEFORE" and base is not None and stretch.start <= base < stretch.end:
        return stretch._replace(end=base + timedelta(days=1))
    if modifier == "AFTER" and base is not None and stretch.start <= base < stretch.end:
        return stretch._replace(start=base)
    if days < 3:
        return stretch
    match modifier:
        case "START":
            return stretch._replace(end=stretch.start + third)
        case "MID":
            return stretch._replace(start=stretch.start + third, end=stretch.end - third)
        case "END":
            return stretch._replace(start=stretch.end - third)
    return stretch


def duration_value(unit: TimeUnit, amount: float | None) -> str:
    """A length as TIMEX3 writes it: ``P3D``, ``PT90M``, ``PXY`` for some years."""
    letter, times = _DURATION_LETTER[unit]
    clock, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if amount is None:
        return f"P{clock}X{letter}"
    total = amount * times
    if unit == "hour" and total % 1 == 0.5:
        return f"PT{int(total)}H30M"
    return f"P{clock}{int(total) if total == int(total) else round(total, 2)}{letter}"
