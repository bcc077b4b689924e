"""Who a name may mean on a date: the whole answer, as the command shows it."""

from __future__ import annotations

import pytest

from whosays.gazetteer import Described, UserActor, describe, load
from whosays.records import Code


def _first(name: str, on: str) -> Described:
    return describe(load(), name, on)[0]


@pytest.mark.parametrize(
    ("phrase", "on", "person"),
    [
        ("Syrian president", "2024-12-07", "person:bashar-al-assad"),
        ("the Syrian president", "2025-03-01", "person:ahmed-al-sharaa"),
        ("US Secretary of State", "2019-06-01", "person:mike-pompeo"),
        ("US Treasury Secretary", "2025-06-01", "person:scott-bessent"),
        ("Romanian prime minister", "2024-06-01", "person:marcel-ciolacu"),
        ("the foreign minister of Peru", "2025-12-01", "person:hugo-de-zela"),
        ("Ghana's defence minister", "2025-03-01", "person:edward-omane-boamah"),
        ("Tunisia's interior minister", "2022-06-01", "person:taoufik-charfeddine"),
        ("the king of the Netherlands", "2025-01-01", "person:king-willem-alexander"),
        ("Canada's governor-general", "2020-01-01", "person:julie-payette"),
        ("the Jamaican national security minister", "2025-01-01", "person:horace-chang"),
    ],
)
def test_offices_by_date(phrase: str, on: str, person: str) -> None:
    found = _first(phrase, on)
    assert found.id == person
    assert found.reasons[0].startswith("held the office")
    assert found.held


def test_an_office_that_nobody_is_known_to_have_held() -> None:
    found = _first("Syrian president", "2024-12-20")
    assert found.id == "SYR:office:head-of-state"
    assert "the lists know nobody who held it on 2024-12-20" in found.reasons


def test_former_holders_are_former_and_later_ones_later() -> None:
    before, after = _first("Peter Mutharika", "2022-01-01"), _first("Peter Mutharika", "2025-12-01")
    assert [t.start for t in before.former] == ["2014-05-31"]
    assert [t.start for t in before.later] == ["2025-10-04"]
    assert not before.held
    assert "held none of the offices" in " ".join(before.reasons)
    assert [t.title for t in after.held] == ["president"]


def test_the_taliban_before_and_after_they_took_kabul() -> None:
    before, after = _first("the Taliban", "2021-08-01"), _first("the Taliban", "2021-09-01")
    assert (before.codes.cameo, after.codes.cameo) == ("AFGREB", "AFGGOV")
    assert (after.codes.iso2, after.codes.country, after.codes.cow) == ("AF", "AFG", "700")


def test_branches_are_parts() -> None:
    assert "Islamic State" in _first("ISIS-K", "2024-01-01").part_of
    assert "Islamic State Khorasan Province" in _first("Daesh", "2024-01-01").parts


def test_bodies_of_a_member() -> None:
    assert "Collective Security Treaty Organization" in _first("Tajikistan", "2024-01-01").member_of


def test_an_actor_that_was_not_there_yet() -> None:
    assert "ended in 2024-10-31" in _first("UNSOM", "2025-01-01").reasons
    assert any(r.startswith("began only in") for r in _first("NSATU", "2020-01-01").reasons)


def test_parts_of_a_state_by_their_words() -> None:
    found = _first("Kazakhstan's Ministry of Foreign Affairs", "2024-12-11")
    assert (found.kind, found.part_of) == ("ministry", ("Kazakhstan",))
    assert found.codes.cameo == "KAZGOV"


def test_a_surname_needs_its_context() -> None:
    assert {d.strength for d in describe(load(), "Sharaa", "2025-06-01")} == {"weak"}


def test_a_nickname_that_means_one_person() -> None:
    assert _first("Hemedti", "2025-06-01").strength == "strong"


def test_codes_of_an_office_end_with_it() -> None:
    at, later = _first("Ahmed al-Sharaa", "2024-06-01"), _first("Ahmed al-Sharaa", "2025-06-01")
    assert "GOV" not in at.codes.sectors
    assert later.codes.cameo == "SYRGOV"


def test_nobody() -> None:
    assert describe(load(), "Quxley Frobnitz", "2024-01-01") == ()


def test_a_users_list_comes_first_and_says_so() -> None:
    mine = UserActor(id="user:x", name="Hamas", codes=(Code(code="XYZ"),), source="mine.csv, line 2")
    found = describe(load().with_lists((mine,)), "Hamas", "2024-01-01")
    assert [d.id for d in found] == ["user:x"]
    assert "your own list, mine.csv, line 2" in found[0].reasons[0]
