"""A capital may be told by its state alone; whatever has a name, or no one town, is left alone."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given
from whosays.records import CodedReport, Place


def where(record: CodedReport) -> str | None:
    (event,) = record.events
    place = record.entity(event.place)
    return place.name if isinstance(place, Place) else None


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("the Afghan capital", "Kabul"),
        ("the South Korean capital", "Seoul"),
        ("the US capital", "Washington"),
        ("Somalia's capital", "Mogadishu"),
        ("the capital of Kenya", "Nairobi"),
        ("the Yemeni capital Sanaa", "Sanaa"),
        ("the Yemeni capital, Sanaa,", "Sanaa"),
    ],
)
def test_the_town_is_found(words: str, town: str) -> None:
    assert where(whosays.code(as_given(f"Four people were killed in {words} on Sunday."))) == town


@pytest.mark.parametrize(
    "words", ["the Burmese capital", "the Congolese capital", "the provincial capital", "the French financial capital"]
)
def test_no_town_is_guessed(words: str) -> None:
    found = whosays.code(as_given(f"Four people were killed in {words} on Sunday."))
    assert all(m.form == "name" for m in found.mentions if m.kind == "place")
    assert where(found) is None


def test_the_link_says_why() -> None:
    record = whosays.code(as_given("Four people were killed in the Afghan capital on Sunday."))
    (reason,) = [r for link in record.links for r in link.reasons if r.rule == "capital"]
    assert reason.detail == "Kabul is the capital of Afghanistan"


def test_capital_that_is_money_is_no_town() -> None:
    record = whosays.code(as_given("French capital gains were taxed. The German capital markets fell."))
    assert not [m for m in record.mentions if m.kind == "place" and m.form == "nominal"]
