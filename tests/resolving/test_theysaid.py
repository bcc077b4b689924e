"""Who "they" and "both" are that speak for several told before."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import Report, report_id
from whosays.views.verbal import verbal_events


def _speakers(text: str) -> list[str]:
    coded = whosays.code(Report(id=report_id(text, None, None), text=text, published="2024-05-16"))
    return [who.name for row in verbal_events(coded) for who in row.actors]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peru and Chile signed the pact. Both said it would help.", ["Peru", "Chile"]),
        ("Ana Ruiz and Eva Lind met in Riga. They said the road was shut.", ["Ana Ruiz", "Eva Lind"]),
        (
            "Two bakers, Ana Ruiz and Eva Lind, came to Riga. They said the road was shut.",
            ["Ana Ruiz", "Eva Lind"],
        ),
        ("Peru and Chile sent doctors to the villagers. They said they had not eaten for days.", ["They"]),
        ("Ana Ruiz came to Riga. They said the road was shut.", ["They"]),
    ],
)
def test_each_of_those_joined_speaks(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers
