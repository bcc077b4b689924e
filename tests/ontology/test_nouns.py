"""The lexicon of nouns: what a word stands for."""

from __future__ import annotations

import pytest

from whosays import ontology
from whosays.ontology import Nouns


@pytest.fixture(scope="module")
def nouns() -> Nouns:
    return ontology.load().nouns


@pytest.mark.parametrize(
    ("lemma", "kind", "sector"),
    [
        ("soldier", "person", "MIL"),
        ("policeman", "person", "COP"),
        ("gunman", "person", "UAF"),
        ("guerrilla", "person", "REB"),
        ("lawmaker", "person", "LEG"),
        ("judge", "person", "JUD"),
        ("villager", "person", "CVL"),
        ("refugee", "person", "REF"),
        ("journalist", "person", "JRN"),
        ("nurse", "person", "MED"),
        ("prime minister", "person", "GOV"),
        ("parliament", "organisation", "LEG"),
        ("army", "organisation", "MIL"),
        ("embassy", "thing", None),
        ("village", "place", None),
        ("communique", "document", None),
        ("week", "time", None),
        ("policy", "abstract", None),
        ("dollar", "money", None),
        ("kilometre", "measure", None),
        ("zyzzyva", None, None),
    ],
)
def test_kind_and_sector(nouns: Nouns, lemma: str, kind: str | None, sector: str | None) -> None:
    assert nouns.kind_of(lemma) == kind
    assert nouns.sector_of(lemma) == sector


@pytest.mark.parametrize(
    ("lemma", "mode"),
    [
        ("rifle", "firearms"),
        ("car bomb", "explosives"),
        ("suicide vest", "suicide-attack"),
        ("drone", "drone"),
        ("rocket", "heavy-weapons"),
        ("machete", "primitive"),
        ("tear gas", "crowd-control"),
        ("sarin", "unconventional"),
        ("letter", None),
    ],
)
def test_weapons_imply_a_mode(nouns: Nouns, lemma: str, mode: str | None) -> None:
    assert nouns.weapon_mode(lemma) == mode
    assert nouns.in_set("weapon", lemma) is (mode is not None)


def test_who_stands_for_a_body(nouns: Nouns) -> None:
    assert all(nouns.is_member_noun(n) for n in ("representative", "spokesman", "delegation", "ambassador", "leader"))
    assert not any(nouns.is_member_noun(n) for n in ("soldier", "village", "victim"))


def test_armed_and_group(nouns: Nouns) -> None:
    assert nouns.is_armed("militant")
    assert not nouns.is_armed("teacher")
    assert nouns.is_group_noun("crowd")
    assert not nouns.is_group_noun("letter")


def test_the_longest_noun_of_a_phrase(nouns: Nouns) -> None:
    found = nouns.longest(["the", "new", "prime", "minister"])
    assert found is not None
    assert found.lemma == "prime minister"
    assert nouns.longest(["grey", "sky"]) is None


def test_sets_of_classes_hold_their_nouns(nouns: Nouns) -> None:
    assert nouns.in_set("assault", "ambush")
    assert nouns.in_set("consult", "summit")
    assert not nouns.in_set("consult", "ambush")
    assert not nouns.in_set("no such set", "ambush")


def test_sets_of_sets(nouns: Nouns) -> None:
    assert nouns.in_set("people", "soldier")
    assert nouns.in_set("whoever", "they")
