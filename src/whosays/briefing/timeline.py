"""Incidents by day as a bar chart: positions and sizes, for a template to draw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from whosays.briefing.shape import DayCount
from whosays.briefing.wording import say_day

_WIDTH, _HEIGHT, _FOOT = 720.0, 120.0, 18.0
_MOST_DAYS = 120  # longer stretches are drawn by week, then by month of thirty days


class Bar(msgspec.Struct, frozen=True):
    """One bar, in the chart's units, and what it says."""

    x: float
    y: float
    width: float
    height: float
    told: str


class Chart(msgspec.Struct, frozen=True):
    """A bar chart; without bars there is nothing to draw."""

    bars: tuple[Bar, ...] = ()
    width: float = _WIDTH
    height: float = _HEIGHT
    base: float = _HEIGHT - _FOOT
    first: str = ""
    last: str = ""
    told: str = ""


def chart(days: Sequence[DayCount]) -> Chart:
    """The chart of incidents by the day on which they were; empty for fewer than two days."""
    if len(days) < 2:
        return Chart()
    first, last = date.fromisoformat(days[0].day), date.fromisoformat(days[-1].day)
    length = (last - first).days + 1
    step = 1 if length <= _MOST_DAYS else 7 if length <= _MOST_DAYS * 7 else 30
    counts: dict[int, int] = {}
    for one in days:
        slot = (date.fromisoformat(one.day) - first).days // step
        counts[slot] = counts.get(slot, 0) + one.incidents
    most, slots = max(counts.values()), (length - 1) // step + 1
    wide, tall = _WIDTH / slots, _HEIGHT - _FOOT - 6
    bars = tuple(
        Bar(
            x=round(slot * wide + wide * 0.1, 2),
            y=round(_HEIGHT - _FOOT - tall * count / most, 2),
            width=round(wide * 0.8, 2),
            height=round(tall * count / most, 2),
            told=f"{_from(first, slot, step)}: {count}",
        )
        for slot, count in sorted(counts.items())
    )
    by = {1: "day", 7: "week", 30: "thirty days"}[step]
    told = f"Incidents by {by}, {say_day(days[0].day)} to {say_day(days[-1].day)}; the most are {most}"
    return Chart(bars=bars, first=say_day(days[0].day), last=say_day(days[-1].day), told=told)


def _from(first: date, slot: int, step: int) -> str:
    start = first + timedelta(days=slot * step)
    return say_day(start.isoformat()) if step == 1 else f"from {say_day(start.isoformat())}"
