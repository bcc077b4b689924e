"""Whose the next strikes are: those that go on from the ones just told of, and those of whomever."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given


@pytest.mark.parametrize(
    ("again", "whose"),
    [
        ("Further air strikes hit a mill.", ["Niger"]),
        ("Two waves of air strikes on Kabul killed nine nurses.", []),
        ("Another air strike hit a mill.", []),
    ],
)
def test_only_what_goes_on_is_by_the_same_ones(again: str, whose: list[str]) -> None:
    record = whosays.code(as_given(f"Niger launched air strikes on Mali. {again}", published="2024-05-15"))
    later = record.events[-1]
    assert later.trigger.start > 30
    assert [party.name for party in whosays.actors(record, later)] == whose
