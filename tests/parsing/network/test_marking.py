"""From marks on words to names: rows that may be, labels whose kinds count together, kinds told apart at last."""

from __future__ import annotations

import numpy as np

from whosays.parsing.network.marking import Marked, Marker
from whosays.parsing.network.weights import Floats

MARKS = ("O", "B-person", "I-person", "B-place", "I-place", "B-place:city", "I-place:city")


def scored(*words: dict[str, float]) -> Floats:
    return np.array([[word.get(mark, -9.0) for mark in MARKS] for word in words], dtype=np.float32)


def test_names_begin_and_go_on() -> None:
    scores = scored({"B-person": 5}, {"I-person": 5}, {"O": 5}, {"B-place:city": 5}, {"B-place": 5})
    assert Marker(MARKS).names(scores) == [
        Marked(0, 2, "person", ""),
        Marked(3, 4, "place", "city"),
        Marked(4, 5, "place", ""),
    ]


def test_what_goes_on_must_have_begun() -> None:
    scores = scored({"O": 5, "B-person": 4}, {"I-person": 5})
    assert Marker(MARKS).names(scores) == [Marked(0, 2, "person", "")]


def test_a_place_of_unclear_kind_is_a_place() -> None:
    scores = scored({"O": 2.0, "B-place": 1.8, "B-place:city": 1.9})
    assert Marker(MARKS).names(scores) == [Marked(0, 1, "place", "city")]


def test_doubt_may_be_held_against_names() -> None:
    scores = scored({"O": 1.0, "B-person": 2.0})
    assert Marker(MARKS, outside=3.0).names(scores) == []


def test_no_words_have_no_names() -> None:
    assert Marker(MARKS).names(np.zeros((0, len(MARKS)), dtype=np.float32)) == []
