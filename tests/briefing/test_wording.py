"""Dates, numbers, lists and quotations in plain English."""

import pytest

from whosays.briefing.select import with_article
from whosays.briefing.wording import inside, listed, quoted, say_count, say_days, say_when, sentence
from whosays.records import Basis, Count, Interval, Precision


@pytest.mark.parametrize(
    ("start", "end", "precision", "basis", "expected"),
    [
        ("2024-12-11", "2024-12-12", "day", "explicit", "on 11 December 2024"),
        ("2024-12-11T14:30", "2024-12-11T14:31", "minute", "explicit", "on 11 December 2024"),
        ("2026-05-04", "2026-05-11", "week", "relative", "from 4 to 10 May 2026"),
        ("2026-02-01", "2026-03-01", "month", "explicit", "in February 2026"),
        ("2026-01-01", "2027-01-01", "year", "explicit", "in 2026"),
        ("2010-01-01", "2020-01-01", "decade", "explicit", "in the 2010s"),
        ("2025-12-29", "2026-01-05", "week", "relative", "from 29 December 2025 to 4 January 2026"),
        ("2026-05-30", "2026-06-02", "day", "explicit", "from 30 May to 1 June 2026"),
        ("2026-05-30", "2026-05-31", "day", "publication", "(reported on 30 May 2026)"),
        ("2026-05-30", "2026-05-31", "day", "dateline", "(datelined on 30 May 2026)"),
        (None, None, None, "none", ""),
    ],
)
def test_when(start: str | None, end: str | None, precision: Precision | None, basis: Basis, expected: str) -> None:
    assert say_when(Interval(start=start, end=end, precision=precision, basis=basis)) == expected


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expected"),
    [
        (12, 12, False, "12"),
        (12, None, False, "at least 12"),
        (None, 40, False, "up to 40"),
        (24, 99, True, "about 24 to 99"),
        (3700, 3700, False, "3,700"),
        (None, None, False, ""),
    ],
)
def test_counts(low: int | None, high: int | None, approximate: bool, expected: str) -> None:
    assert say_count(Count(low=low, high=high, approximate=approximate)) == expected


def test_lists_and_days() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
    assert say_days("2026-05-04", "2026-05-04") == "on 4 May 2026"


def test_quotations_keep_the_marks_inside_as_inner_ones_and_are_cut_at_a_word() -> None:
    assert quoted("that they want “peace” now.") == "“they want ‘peace’ now”"
    long = quoted("word " * 200)
    assert len(long) < 300
    assert long.endswith("word …”")


def test_names_and_sentences() -> None:
    assert inside("The Red Front") == "the Red Front"
    assert inside("Theodore Bell") == "Theodore Bell"
    assert (
        sentence("the Red Front", "", "held talks", ", according to A") == "The Red Front held talks, according to A."
    )


def test_names_take_their_article() -> None:
    assert with_article("Armed Forces of Ukraine") == "the Armed Forces of Ukraine"
    assert with_article("Doctors Without Borders") == "Doctors Without Borders"
    assert with_article("Gaza Strip", is_place=True) == "the Gaza Strip"
    assert with_article("Philippines", is_place=True) == "the Philippines"
    assert with_article("Kabul", is_place=True) == "Kabul"
