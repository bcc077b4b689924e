"""A report that cites two figures says itself whether the second overtakes the first."""

from __future__ import annotations

import pytest

from tests.factory import Draft, day
from whosays import gazetteer
from whosays.merging import merge
from whosays.merging.overtaking import overtakes
from whosays.records import Conflict, Span


def figure_at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(report="r", start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("The minister later said 15 people had died.", True),
        ("The toll has since risen to 15.", True),
        ("The number of dead climbed to 15 overnight.", True),
        ("Officials raised the toll to 15.", True),
        ("The minister said 15 people had died.", False),
        ("Two died later. The minister said 15 people had died.", False),
        ("He spoke later; 15 people had died.", False),
        ("The water rose, and 15 people drowned.", False),
    ],
)
def test_the_words_before_a_figure_say_that_it_comes_later(text: str, later: bool) -> None:
    assert overtakes(text, figure_at(text, "15")) is later


def conflicts(second: str) -> tuple[Conflict, ...]:
    """The disagreements within one report that goes on with these words."""
    draft = Draft(f"A bomb killed 12 people in Karu, POLICE said. {second}", published="2026-03-05")
    karu = draft.place("Karu", country="KAR")
    tolls = []
    for who, words, number in (("POLICE", "12 people", 12), ("MINISTER", "15 people", 15)):
        said = draft.says("assert", draft.actor(who), words)
        tolls.append(draft.toll("killed", number, number, words=words, statement=said))
    draft.event("ASSAULT", "bomb", mode="explosives", place=karu, when=day("2026-03-04"), tolls=tolls)
    (incident,) = merge([draft.done()], (), gazetteer.load()).incidents
    return incident.conflicts


def test_a_figure_told_as_the_later_one_is_an_update() -> None:
    (conflict,) = conflicts("MINISTER later said 15 people had died.")
    assert (conflict.kind, conflict.values) == ("update", ("12", "15"))
    assert conflict.reasons[0].detail == "15 was told as the later figure, after 12"


def test_another_figure_by_another_is_a_contradiction() -> None:
    (conflict,) = conflicts("MINISTER said 15 people had died.")
    assert conflict.kind == "contradiction"
