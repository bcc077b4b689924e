"""A dispute's question in plain English."""

from __future__ import annotations

import pytest

from tests.merging.tellings import Telling, merged
from whosays import gazetteer
from whosays.merging.pages import Known, Page
from whosays.merging.questions import Key, deed, named, question
from whosays.records import Actor, Incident, Interval


def known(*tellings: Telling) -> Known:
    return Known({t.draft.report.id: Page(t.done(), gazetteer.load()) for t in tellings}, gazetteer.load())


def told(telling: Telling) -> Incident:
    (incident,) = merged(telling).incidents
    return incident


MARCH = Interval(start="2026-03-01", end="2026-04-01", precision="month")
YEAR = Interval(start="2026-01-01", end="2027-01-01", precision="year")
NOON = Interval(start="2026-03-04T12:00", end="2026-03-04T12:01", precision="minute")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-03-04", "the bombing of 4 March 2026 in TOWN"),
        (NOON, "the bombing of 4 March 2026 in TOWN"),
        (MARCH, "the bombing of March 2026 in TOWN"),
        (YEAR, "the bombing of 2026 in TOWN"),
        (None, "the bombing in TOWN"),
    ],
)
def test_a_deed_with_its_time(when: str | Interval | None, said: str) -> None:
    telling = Telling("A").of(when=when)
    assert deed(told(telling), known(telling)) == said


@pytest.mark.parametrize(
    ("type_", "mode", "said"),
    [
        ("ASSAULT", None, "the attack of 4 March 2026"),
        ("ASSAULT", "suicide-attack", "the suicide attack of 4 March 2026"),
        ("CONSULT", None, "the meeting of 4 March 2026"),
        ("REJECT", None, "the deed of 4 March 2026"),
    ],
)
def test_a_deed_by_its_class(type_: str, mode: str | None, said: str) -> None:
    telling = Telling("A").of(type_, mode, town=None)
    assert deed(told(telling), known(telling)) == said


def test_an_attack_on_somebody() -> None:
    telling = Telling("A")
    telling.of(mode=None, town=None, roles=[telling.role("Ada Moor", "person:ada-moor", "recipient", "killed")])
    assert deed(told(telling), known(telling)) == "the attack on ada-moor of 4 March 2026"


def test_names_take_their_articles() -> None:
    telling = Telling("A").of()
    telling.draft.actor("MINISTRY", Actor(id="own:harbour office", name="Harbour Office", kind="ministry"))
    everybody = known(telling)
    assert named("own:harbour office", everybody) == "the Harbour Office"
    assert named("GBR", everybody) == "the United Kingdom"
    assert named("FRA", everybody) == "France"
    assert named("own:nobody at all", everybody) == "nobody at all"


def test_each_kind_of_question() -> None:
    attack, talks = Telling("A").of(), Telling("B").of("CONSULT", None)
    asked = known(attack, talks)
    assert question(Key("responsible", "FRA", "", "i"), told(attack), asked).startswith("Did France carry out the bomb")
    assert question(Key("responsible", "FRA", "", "i"), told(talks), asked).startswith(
        "Is France responsible for the m"
    )
    assert question(Key("occurred", "", "", "i"), told(talks), asked).endswith("take place?")
    assert question(Key("toll", "wounded", "", "i"), told(attack), asked).startswith("How many people were wounded in")
    assert (
        question(Key("presence", "armed-groups", "AFG", ""), None, asked) == "Are armed groups present in Afghanistan?"
    )
    assert question(Key("presence", "FRA", "USA", ""), None, asked) == "Is France present in the United States?"


def test_wholes_and_parts_are_related() -> None:
    asked = known()
    assert asked.related("group:isis-k", "group:isis")
    assert asked.related("ISR", "ISR:force:army")
    assert not asked.related("group:isis-k", "group:ttp")
