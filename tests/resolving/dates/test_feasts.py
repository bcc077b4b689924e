"""Feasts that move: days that anybody can look up, and years without them."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.resolving.dates.feasts import easter, feasts_in

DAYS = [
    ("easter", 2024, "2024-03-31"), ("easter", 2025, "2025-04-20"), ("good-friday", 2024, "2024-03-29"),
    ("easter-monday", 2024, "2024-04-01"), ("orthodox-easter", 2024, "2024-05-05"),
    ("thanksgiving", 2023, "2023-11-23"),
    ("ramadan", 2024, "2024-03-11"), ("ramadan", 2019, "2019-05-06"),
]  # fmt: skip


@pytest.mark.parametrize(("feast", "year", "day"), DAYS)
def test_a_feast_begins_on_its_day(feast: str, year: int, day: str) -> None:
    assert [s.start.isoformat() for s in feasts_in(feast, year)] == [day]


def test_a_feast_of_the_moon_is_told_with_the_day_before_and_after() -> None:
    (feast,) = feasts_in("eid-al-fitr", 2024)
    assert feast.start < date(2024, 4, 10) < feast.end
    assert feast.precision == "week"


def test_a_lunar_year_may_end_within_one_of_ours() -> None:
    assert [s.start.year for s in feasts_in("ramadan", 2030)] == [2030, 2030]


def test_easter_is_a_sunday_in_spring() -> None:
    assert all(easter(y).weekday() == 6 and (3, 22) <= (easter(y).month, easter(y).day) <= (4, 25)
               for y in range(1900, 2100))  # fmt: skip


def test_no_feast_before_its_calendar() -> None:
    assert feasts_in("easter", 1500) == ()
