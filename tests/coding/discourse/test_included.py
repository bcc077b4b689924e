"""Victims who are named among others, in a list, or as one of them."""

from __future__ import annotations

import pytest

import whosays


def _parts(text: str) -> dict[str, str]:
    record = whosays.code(whosays.read_text(text))
    roles = (r for e in record.events if e.type == "ASSAULT" for r in e.roles)
    return {record.report.words(m.span): r.part for r in roles if (m := record.mention(r.mention)) is not None}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The attack killed ten people, including union leader Febe Duarte, on Monday.", "union leader Febe Duarte"),
        ("A raid wounded six men, including three newsmen, on Monday.", "three newsmen"),
        ("Ignacio Elorza, one of the six priests murdered on 16 November, had warned of it.", "Ignacio Elorza"),
        ("Gunmen killed two priests on Monday. Jeff Ball and Ray Wilson were the priests killed.", "Jeff Ball"),
        ("Six men were killed on Monday. Among the men killed was Omar Deen.", "Omar Deen"),
        ("Soldiers killed three men on Monday: Ali Rasa, Omar Deen and Said Noor.", "Omar Deen"),
        ("Rebels kidnapped two mayors in the north: Ana Ruiz and Luis Prado.", "Luis Prado"),
    ],
)
def test_those_named_among_the_victims_are_victims(text: str, victim: str) -> None:
    parts = _parts(text)
    assert parts.get(victim) == "recipient", parts


def test_nobody_in_particular_is_nobody_more() -> None:
    assert "women" not in _parts("The strike killed 14 people, including women and children.")


def test_whoever_did_it_is_no_victim_of_it() -> None:
    assert "the bomber" not in _parts("Four people, including the bomber, were killed in a raid on the camp.")


def test_a_list_behind_a_colon_has_no_doers() -> None:
    parts = _parts("Soldiers killed three men on Monday: Ali Rasa, a cook, Omar Deen, a guard, and Said Noor.")
    assert [w for w, part in parts.items() if part == "actor"] == ["Soldiers"]


def test_the_toll_counts_them_once() -> None:
    record = whosays.code(whosays.read_text("The attack killed ten people, including union leader Febe Duarte."))
    assert [whosays.deaths(e) for e in record.events] == [whosays.deaths(record.events[0])]
    deaths = whosays.deaths(record.events[0])
    assert deaths is not None
    assert (deaths.low, deaths.high) == (10, 10)


def test_a_gap_in_the_second_half_is_filled() -> None:
    text = "Five guards were killed and at least nine soldiers injured when a truck bomb went off in Tarsa."
    record = whosays.code(whosays.read_text(text))
    tolls = {(t.effect, t.count.low) for e in record.events for t in e.tolls}
    assert {("killed", 5), ("wounded", 9)} <= tolls
