"""Texts cut into words."""

from __future__ import annotations

import pytest

from whosays import parsing
from whosays.parsing.words import cut

CUTTER = parsing.load().cutter


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the u.s. army left", ["the", "u.s.", "army", "left"]),
        ("THE U.S. ARMY LEFT", ["THE", "U.S.", "ARMY", "LEFT"]),
        ("a u.s.-led force of the u.n.", ["a", "u.s.", "-", "led", "force", "of", "the", "u.n."]),
        ("they left. he stayed", ["they", "left", ".", "he", "stayed"]),
        ("never re-elected!!!", ["never", "re-elected", "!!!"]),
        ("a claim[4]", ["a", "claim", "[", "4", "]"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in cut(CUTTER, text, 0, len(text))] == words
