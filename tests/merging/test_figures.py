"""Totals, parts and bounds made comparable."""

from __future__ import annotations

import pytest

from whosays.merging.figures import Figure, best, figure, words
from whosays.records import Count, Span, ToldToll, TollParty

SPAN = Span(report="r", start=0, end=1)


def toll(low: int | None, high: int | None, *, approximate: bool = False, party: TollParty = "unknown") -> ToldToll:
    return ToldToll(
        effect="killed",
        count=Count(low=low, high=high, approximate=approximate),
        party=party,
        includes_attacker=False,
        report="r",
        event="e",
        span=SPAN,
    )


def made(*tolls: ToldToll) -> Figure:
    found = figure(tolls, "killed")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("tolls", "bounds"),
    [
        ([toll(12, 12)], (12, 12)),
        ([toll(12, 12), toll(12, 12)], (12, 12)),
        ([toll(9, 9), toll(3, 3)], (9, 12)),
        ([toll(12, 12), toll(9, 9), toll(3, 3)], (12, 12)),
        ([toll(12, 12), toll(3, 3)], (12, 15)),
        ([toll(12, None)], (12, None)),
        ([toll(None, 15)], (0, 15)),
        ([toll(24, 99, approximate=True)], (24, 99)),
        ([toll(40, 40, approximate=True)], (40, None)),
    ],
)
def test_bounds(tolls: list[ToldToll], bounds: tuple[int, int | None]) -> None:
    found = made(*tolls)
    assert (found.low, found.high) == bounds


def test_nothing_is_no_figure() -> None:
    assert figure([], "killed") is None
    assert figure([toll(12, 12)], "wounded") is None
    assert figure([toll(None, None)], "killed") is None


def test_the_attackers_own_dead_are_not_counted_in() -> None:
    assert figure([toll(2, 2, party="actor")], "killed") is None
    assert made(toll(12, 12), toll(2, 2, party="actor")).low == 12


def test_meeting_and_closeness() -> None:
    twelve, more, fifteen, fifty = made(toll(12, 12)), made(toll(11, None)), made(toll(15, 15)), made(toll(50, 50))
    assert twelve.meets(more)
    assert not twelve.meets(fifteen)
    assert twelve.close(fifteen)
    assert not twelve.close(fifty)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (toll(12, 12), "12"),
        (toll(12, None), "at least 12"),
        (toll(None, 15), "up to 15"),
        (toll(24, 99, approximate=True), "24 to 99"),
        (toll(40, 40, approximate=True), "about 40"),
    ],
)
def test_in_words(told: ToldToll, said: str) -> None:
    assert words(made(told)) == said


def test_the_best_figure_is_that_of_the_latest_report_and_of_one_day_the_lowest() -> None:
    def told(report: str, low: int | None) -> ToldToll:
        span = Span(report=report, start=0, end=1)
        return ToldToll(
            effect="killed", count=Count(low=low, high=low), party="recipient", includes_attacker=False, report=report,
            event="e", span=span,
        )  # fmt: skip

    published = {"a": "2026-03-04", "b": "2026-03-06T09:00", "c": "2026-03-06T08:00", "d": None, "e": "2026-03-09"}
    tolls = [told("a", 12), told("b", 17), told("c", 15), told("d", 40), told("e", None)]
    found = best(tolls, published)
    assert found is not None
    assert (found.report, found.count.low) == ("c", 15)
    assert best([], published) is None
