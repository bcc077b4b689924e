"""The gazetteer asked as the later stages ask it."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from whosays import gazetteer
from whosays.errors import KnowledgeError
from whosays.gazetteer import Gazetteer, UserActor, load
from whosays.gazetteer.entries import Agent
from whosays.records import Code


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("CSTO", "body:csto"),
        ("the Collective Security Treaty Organization", "body:csto"),
        ("Taliban", "group:taliban"),
        ("the United Nations", "body:un"),
        ("U.N.", "body:un"),
        ("Kazakhstan’s", "KAZ"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("DR Congo", "COD"),
        ("Shanghai Cooperation Organisation", "body:sco"),
        ("Doctors Without Borders", "body:msf"),
        ("World Food Program", "body:wfp"),
        ("United Nations humanitarian office", "body:ocha"),
    ],
)
def test_strong_names(world: Gazetteer, name: str, actor: str) -> None:
    assert [c.actor_id for c in world.actors_named(name) if c.strength == "strong"] == [actor]


@pytest.mark.parametrize("name", ["who", "us", "it", "turkey", "is", "Nobody In Particular", ""])
def test_words_that_are_no_names(world: Gazetteer, name: str) -> None:
    assert world.actors_named(name) == ()


def test_ambiguous_names_are_weak(world: Gazetteer) -> None:
    found = world.actors_named("Congo")
    assert {c.actor_id for c in found} == {"COD", "COG"}
    assert {c.strength for c in found} == {"weak"}


def test_the_dead_give_way_to_the_living(world: Gazetteer) -> None:
    assert world.lives("SUN", "1985-05-01")
    assert not world.lives("SUN", "2005-05-01")
    assert [c.actor_id for c in world.actors_named("Soviet Union", "2005-05-01")] == ["SUN"]


@pytest.mark.parametrize(
    ("on", "person"), [("1990-01-01", "hafez"), ("2012-01-01", "bashar"), ("2025-06-01", "bashar")]
)
def test_of_namesakes_the_one_in_office_or_the_last(world: Gazetteer, on: str, person: str) -> None:
    assert [c.actor_id for c in world.actors_named("Assad", on)] == [f"person:{person}-al-assad"]


def test_scan_takes_the_longest_and_keeps_apart_what_marks_part(world: Gazetteer) -> None:
    words = (
        "Envoys of South Sudan , Sudan and the African Union met al - Shabaab in Mogadishu . Turkey stayed away".split()
    )
    found = [(" ".join(words[h.start : h.end]), h.candidates[0].actor_id) for h in world.scan(words)]
    assert found == [
        ("South Sudan", "SSD"),
        ("Sudan", "SDN"),
        ("African Union", "body:au"),
        ("al - Shabaab", "group:shabaab"),
        ("Turkey", "TUR"),
    ]


def test_scan_does_not_read_half_a_word(world: Gazetteer) -> None:
    assert world.scan(["Iran-backed", "gunmen"]) == ()


def test_in_a_shouted_line_words_that_look_like_acronyms_are_weak(world: Gazetteer) -> None:
    (hit,) = world.scan("WHO SHOT THE MAYOR".split())
    assert {c.strength for c in hit.candidates} == {"weak"}
    (calm,) = world.scan("The WHO shot down the idea".split())
    assert calm.candidates[0].strength == "strong"


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Afghan", "AFG"),
        ("Turkish", "TUR"),
        ("U.S.", "USA"),
        ("Burmese", "MMR"),
        ("Nigerien", "NER"),
        ("turkish", None),
    ],
)
def test_adjectives(world: Gazetteer, word: str, state: str | None) -> None:
    assert world.state_of_adjective(word) == state


@pytest.mark.parametrize(("word", "state"), [("Russians", "RUS"), ("Poles", "POL"), ("poles", None), ("Danes", "DNK")])
def test_peoples(world: Gazetteer, word: str, state: str | None) -> None:
    assert world.state_of_people(word) == state


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("the Kremlin", "RUS"),
        ("White House", "USA"),
        ("Kyiv", "UKR"),
        ("Tehran", "IRN"),
        ("Pentagon", "USA"),
        ("Lyon", None),
    ],
)
def test_metonyms(world: Gazetteer, word: str, state: str | None) -> None:
    assert world.metonym(word) == state


def test_every_state_has_its_words_or_says_there_are_none(world: Gazetteer) -> None:
    for code in ("FRA", "BFA", "XKX", "SOM"):
        entry = world.entry(code)
        assert entry is not None
        assert entry.state is not None
        assert entry.state.adjectives


# -- patterns -----------------------------------------------------------------------------------


def test_ministry(world: Gazetteer) -> None:
    found = world.pattern("Kazakhstan’s Ministry of Foreign Affairs")
    assert found is not None
    assert found.actor.id == "KAZ:ministry:foreign-affairs"
    assert found.actor.kind == "ministry"
    assert [c.code for c in found.actor.codes] == ["KAZ", "GOV"]
    assert found.actor.part_of == ("KAZ",)


def test_the_owner_may_come_from_the_context(world: Gazetteer) -> None:
    assert world.pattern("the Foreign Ministry") is None
    found = world.pattern("the Foreign Ministry", owner="NOR")
    assert found is not None
    assert found.actor.id == "NOR:ministry:foreign-affairs"


def test_a_building_stands_for_its_organ(world: Gazetteer) -> None:
    found = world.pattern("the Pentagon")
    assert found is not None
    assert found.actor.id == "USA:ministry:defence"


def test_office_on_a_date(world: Gazetteer) -> None:
    found = world.pattern("Russian President", "2010-06-01")
    assert found is not None
    assert [h.person for h in found.holders] == ["person:dmitry-medvedev"]


def test_office_with_its_holders_name(world: Gazetteer) -> None:
    found = world.pattern("Icelandic Finance Minister Jon Jonsson")
    assert found is not None
    assert found.actor.id == "ISL:office:finance-minister"
    assert found.rest == "Jon Jonsson"


def test_codes_of_an_owner_hold_on_the_date(world: Gazetteer) -> None:
    before = world.pattern("Taliban fighters", "2015-01-01")
    after = world.pattern("Taliban fighters", "2023-01-01")
    assert before is not None
    assert after is not None
    assert [c.code for c in before.actor.codes] == ["AFG", "REB"]
    assert [c.code for c in after.actor.codes] == ["AFG", "GOV"]


@pytest.mark.parametrize(
    ("phrase", "actor", "owner"),
    [
        ("the Trump administration", "USA:government", "USA"),
        ("Putin's forces", "RUS:force:army", "RUS"),
        ("the Houthi-run health ministry", "group:houthis:ministry:health", "group:houthis"),
        ("Kurdish-led forces", None, None),
        ("the governor of Nangarhar", "AFG:local:nangarhar:office:governor", "AFG"),
        ("Gaza police", "PSE:local:gaza-strip:force:police", "PSE"),
        (
            "KRG officials",
            "organ:kurdistan-regional-government:government",
            "organ:kurdistan-regional-government",
        ),
        (
            "the KRG interior ministry",
            "organ:kurdistan-regional-government:ministry:interior",
            "organ:kurdistan-regional-government",
        ),
        ("Taliban officials", "group:taliban", "group:taliban"),
        ("Uyghur activists", "people:uyghurs", "people:uyghurs"),
        ("Springtime police", None, None),
    ],
)
def test_owners_of_many_kinds(world: Gazetteer, phrase: str, actor: str | None, owner: str | None) -> None:
    found = world.pattern(phrase)
    assert (found.actor.id, found.owner) == (actor, owner) if found else actor is None


@pytest.mark.parametrize(
    "phrase", ["Iranian-backed militia", "former Chadian president", "Russian roulette", "troops", ""]
)
def test_what_no_pattern_reads(world: Gazetteer, phrase: str) -> None:
    assert world.pattern(phrase) is None


# -- offices, members ---------------------------------------------------------------------------


def test_holders(world: Gazetteer) -> None:
    assert [h.person for h in world.holders("USA", "head-of-state", "2022-01-01")] == ["person:joe-biden"]
    assert len(world.holders("USA", "head-of-state")) > 3


def test_a_person_has_codes_and_dated_roles(world: Gazetteer) -> None:
    person = world.actor("person:joe-biden")
    assert person is not None
    assert person.kind == "person"
    assert Code(code="USA") in person.codes
    assert any(r.office == "head-of-state" and r.start == "2021-01-20" for r in person.roles)


@pytest.mark.parametrize(
    ("body", "on", "inside", "outside"),
    [
        ("body:nato", "2024-12-01", "SWE", "UKR"),
        ("body:nato", "2020-01-01", "MNE", "FIN"),
        ("body:eu", "2020-02-01", "HRV", "GBR"),
        ("body:csto", "2010-01-01", "UZB", "GEO"),
        ("body:ecowas", "2025-06-01", "GHA", "MLI"),
        ("body:sco", "2018-01-01", "IND", "IRN"),
        ("body:brics", "2024-06-01", "EGY", "IDN"),
        ("body:au", "2018-01-01", "MAR", "FRA"),
    ],
)
def test_members_on_a_date(world: Gazetteer, body: str, on: str, inside: str, outside: str) -> None:
    members = world.members(body, on)
    assert inside in members
    assert outside not in members


def test_bodies_of(world: Gazetteer) -> None:
    assert {"body:csto", "body:cis", "body:sco", "body:eaeu"} <= set(world.bodies_of("KAZ", "2024-12-11"))


# -- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Moscow", "geonames:524901"),
        ("Kabul", "geonames:1138958"),
        ("Georgia", "country:GEO"),
        ("Gaza Strip", "region:gaza-strip"),
        ("the Sahel", "region:sahel"),
        ("Kiev", "geonames:703448"),
        ("Texas", "admin1:USA:texas"),
        ("Helmand", "admin1:AFG:helmand"),
        ("New York", "geonames:5128581"),
        ("Donbass", "region:donbas"),
    ],
)
def test_the_likeliest_place_comes_first(world: Gazetteer, name: str, first: str) -> None:
    assert world.places_named(name)[0].place.id == first


def test_namesakes_are_all_there(world: Gazetteer) -> None:
    assert [e.place.country for e in world.places_named("Tripoli")][:2] == ["LBY", "LBN"]


def test_a_place_has_its_country_part_and_dispute(world: Gazetteer) -> None:
    crimea = world.place("region:crimea")
    assert crimea is not None
    assert (crimea.country, crimea.disputed) == ("UKR", ("RUS",))
    goma = world.places_named("Goma")[0].place
    assert (goma.country, goma.admin1) == ("COD", "North Kivu")


def test_a_region_over_many_states_has_no_country(world: Gazetteer) -> None:
    entry = world.place_entry("region:lake-chad")
    assert entry is not None
    assert entry.place.country is None
    assert set(entry.countries) == {"TCD", "NGA", "NER", "CMR"}


@pytest.mark.parametrize("name", ["march", "Police", "", "qqqq"])
def test_ordinary_words_name_no_city_by_another_name(world: Gazetteer, name: str) -> None:
    assert all(entry.place.name.casefold() == name.casefold() for entry in world.places_named(name))


def test_unknown_ids(world: Gazetteer) -> None:
    assert world.place("geonames:0") is None
    assert world.actor("body:nothing") is None
    assert world.members("body:nothing", "2020-01-01") == ()


# -- users' lists, the whole --------------------------------------------------------------------


def test_a_users_entry_wins(world: Gazetteer) -> None:
    own = UserActor(id="user:csto", name="CSTO", aliases=("Tashkent Pact",), codes=(Code(code="ALY"),))
    mine = world.with_lists([own])
    assert [(c.actor_id, c.rule) for c in mine.actors_named("CSTO")] == [("user:csto", "user-list")]
    found = mine.actor("user:csto")
    assert found is not None
    assert found.codes == (Code(code="ALY"),)
    assert [c.actor_id for c in world.actors_named("CSTO")] == ["body:csto"]


def test_agents_add_their_code(world: Gazetteer) -> None:
    own = UserActor(id="user:freedonia", name="FREEDONIA", aliases=("FREEDONIAN",), codes=(Code(code="FRD"),))
    agents = [
        Agent(noun="TROOPS", plural=None, code="MIL"),
        Agent(noun="RELIEF GROUP", plural=None, code="NGO", before=True),
    ]
    mine = world.with_lists([own], agents)
    troops = mine.pattern("the Freedonian troops")
    assert troops is not None
    assert [c.code for c in troops.actor.codes] == ["FRD", "MIL"]
    relief = mine.pattern("a relief group from Freedonia")
    assert relief is not None
    assert [c.code for c in relief.actor.codes] == ["NGO", "FRD"]


def test_loads_fast(world: Gazetteer) -> None:
    assert world is load()
    gazetteer._load.cache_clear()
    start = time.process_time()  # what it costs the processor, however busy the machine is
    load()
    assert time.process_time() - start < 0.5


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="build it with"):
        load(tmp_path)


def test_known_until_is_a_date(world: Gazetteer) -> None:
    assert date.fromisoformat(world.known_until()) >= date(2025, 12, 31)
