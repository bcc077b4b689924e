"""Who is said to answer for a deed, in the report's own words."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import CodedReport

BOMB = "A bomb exploded at a bank in Kabul on Monday. "


def _doers(record: CodedReport) -> set[tuple[str, str]]:
    roles = (r for e in record.events if e.type == "ASSAULT" for r in e.roles if r.part == "actor")
    return {(record.report.words(m.span), r.basis) for r in roles if (m := record.mention(r.mention)) is not None}


@pytest.mark.parametrize(
    ("text", "doer", "basis"),
    [
        (
            "Members of the coast guard were responsible for the murder of six priests.",
            "Members of the coast guard",
            "fact",
        ),
        ("The attack on the bus was the work of the Northern Front.", "the Northern Front", "fact"),
        ("The Northern Front was behind the attack on the bus.", "The Northern Front", "fact"),
        (
            BOMB + "The mayor spoke of the Northern Front's responsibility for the attack.",
            "the Northern Front's",
            "accused",
        ),
        (BOMB + "The attack was attributed to the Northern Front.", "the Northern Front", "accused"),
        (BOMB + "The Northern Front is being held responsible for the attack.", "The Northern Front", "accused"),
        (BOMB + "Suspicion fell on the Northern Front.", "the Northern Front", "suspected"),
        ("A raid attributed to the Northern Front killed two clerks.", "the Northern Front", "accused"),
        ("A raid blamed on the Northern Front killed two clerks.", "the Northern Front", "accused"),
    ],
)
def test_who_answers_for_a_deed_acts_in_it(text: str, doer: str, basis: str) -> None:
    found = _doers(whosays.code(whosays.read_text(text)))
    assert (doer, basis) in found


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front was not responsible for the attack on the bus.",
        "The Northern Front may be behind the attack on the bus.",
        "Was the Northern Front behind the attack on the bus?",
        "The inquiry asked whether the Northern Front was responsible for the attack on the bus.",
        BOMB + "The Northern Front denied responsibility for the attack.",
        BOMB + "The mayor is responsible for the repair of the bank.",
        BOMB + "The Northern Front is responsible for the road.",
    ],
)
def test_others_do_not(text: str) -> None:
    told = {words for words, _ in _doers(whosays.code(whosays.read_text(text)))}
    assert not {w for w in told if "Front" in w or "mayor" in w}


def test_an_aside_about_a_deed_leaves_it_its_place() -> None:
    record = whosays.code(whosays.read_text("A raid attributed to the Northern Front killed two clerks in Kabul."))
    (event,) = record.events
    place = record.entity(event.place)
    assert place is not None
    assert place.name == "Kabul"
