"""Counts over a period are no single deeds: "since October", "so far this year", "in three days of fighting"."""

from __future__ import annotations

import pytest

import whosays
from whosays import gazetteer
from whosays.merging.facts import Fact, facts_of
from whosays.merging.pages import Page


def told(text: str) -> Fact:
    """The first telling of a text of 15 May 2024."""
    record = whosays.code(whosays.read_text(text, published="2024-05-15", publisher="Hill Wire"))
    return facts_of(Page(record, gazetteer.load()), "publisher:hill wire", gazetteer.load())[0]


@pytest.mark.parametrize(
    "text",
    [
        "Since October 2023, more than 43,000 people have been killed in Gaza, the health ministry said.",
        "So far this year, 40 civilians have been killed by drones in Kherson.",
        "Shelling has killed 300 people in Mosul over the past three months.",
        "Between January and April, 90 policemen died in attacks in Quetta.",
        "More than 1,000 people have died in the fighting since the war began.",
        "Twenty people have been killed in attacks on buses in Karachi since Monday.",
        "At least 45 people were killed in three days of fighting in Goma.",
    ],
)
def test_a_period(text: str) -> None:
    assert told(text).is_period


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people were killed in Gaza City on Tuesday, bringing the toll since October 2023 to 43,000.",
        "A bomb killed four people in Quetta in March.",
        "Rockets killed six people in Haifa in the past 24 hours.",
        "Four soldiers were killed in an ambush near Mosul on Monday, the worst loss since the truce.",
    ],
)
def test_no_period(text: str) -> None:
    assert not told(text).is_period


def test_what_goes_on_since_a_day_ends_with_the_report() -> None:
    fact = told("Twenty people have been killed in attacks on buses in Karachi since Monday.")
    assert (str(fact.start), str(fact.end)) == ("2024-05-13", "2024-05-16")


def test_a_total_joins_no_single_attack() -> None:
    texts = (
        "Thirty people have been killed in attacks in Quetta since 13 May 2024, doctors said on Wednesday.",
        "A bomb killed four people in Quetta on Monday, police said.",
        "A bomb that went off in Quetta on Monday killed four people, the mayor said.",
    )
    reports = [
        whosays.read_text(text, published="2024-05-15", publisher=paper)
        for text, paper in zip(texts, "ABC", strict=True)
    ]
    homes = [set(i.reports) for i in whosays.merge(map(whosays.code, reports)).incidents]
    assert {reports[1].id, reports[2].id} in homes
    assert {reports[0].id} in homes
