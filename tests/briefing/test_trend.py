"""What is usual is said only where enough lies before, and as an interval."""

import random
from datetime import date, timedelta

import pytest

from tests.exporting.example import incidents, records
from whosays import briefing
from whosays.briefing import Period, trend


def days(*counts: int, start: str = "2026-01-05") -> list[str]:
    """Weeks with these numbers of incidents, on their first days."""
    first = date.fromisoformat(start)
    return [(first + timedelta(days=7 * week)).isoformat() for week, count in enumerate(counts) for _ in range(count)]


def test_a_week_like_the_others_is_usual() -> None:
    found = trend.level(days(3, 2, 4, 3, 2, 4, 3, 3), "2026-02-23", "2026-03-01", "2026-01-05")
    assert found == trend.Level(count=3, length=7, mean=3.0, low=0, high=6, stretches=7)
    assert trend.said("Attacks", found) == (
        "Attacks: 3 in 7 days; on average there were 3 in each of the 7 such stretches before, and nine of ten would"
        " have 0 to 6: this is usual"
    )


@pytest.mark.parametrize(("count", "word"), [(14, "more than usual"), (0, "fewer than usual"), (9, "this is usual")])
def test_more_and_fewer(count: int, word: str) -> None:
    found = trend.level(days(8, 9, 7, 8, 9, 7, count), "2026-02-16", "2026-02-22", "2026-01-05")
    assert found is not None
    assert word in trend.said("Attacks", found)


def test_too_little_before_it_says_nothing() -> None:
    assert trend.level(days(3, 2, 4, 3), "2026-01-26", "2026-02-01", "2026-01-05") is None
    assert trend.past_of([], []) is None


def test_nine_of_ten_weeks_lie_in_the_interval() -> None:
    chance = random.Random(7)
    inside = 0
    for _ in range(400):
        rate = chance.uniform(1, 12)
        weeks = [sum(chance.random() < rate / 100 for _ in range(100)) for _ in range(13)]
        found = trend.level(days(*weeks), "2026-03-30", "2026-04-05", "2026-01-05")
        assert found is not None
        inside += found.low <= found.count <= found.high
    assert 0.87 <= inside / 400 <= 0.99


def test_a_period_is_held_against_what_came_before() -> None:
    past = trend.past_of([("ASSAULT", day) for day in days(1, 0, 2, 1, 1, 0, 1, 1, 9)], ["2026-01-01"])
    view = briefing.View(past=past)
    made = briefing.compose(records(), incidents(), (), Period("2026-03-02", "2026-03-08"), view)
    (section,) = [section for section in made.sections if section.title == trend.TITLE]
    ((sentence,),) = [paragraph.sentences for paragraph in section.paragraphs]
    assert sentence.text.startswith("Attacks: 9 in 7 days; on average there were ")
    assert sentence.text.endswith(": this is more than usual.")
    assert sentence.notes
    assert all(s.title != trend.TITLE for s in briefing.compose(records(), incidents(), (), Period(), view).sections)
