"""The build: what it refuses, and that the committed files are those of the lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import build_gazetteer
from tools.gazetteer.actors import _surnames, listed, persons, states
from tools.gazetteer.checks import complaints
from tools.gazetteer.reading import day, entries
from tools.gazetteer.terms import overlapping
from whosays.errors import KnowledgeError
from whosays.gazetteer import load
from whosays.gazetteer.knowledge import ActorEntry, Knowledge, Pattern
from whosays.records import Membership, Office


def _knowledge(*actors: ActorEntry) -> Knowledge:
    return Knowledge(known_until="2026-01-01", actors=actors)


def _actor(identifier: str, name: str, **more: object) -> ActorEntry:
    return ActorEntry(id=identifier, name=name, kind="body", **more)  # type: ignore[arg-type]


def test_built_files_are_those_of_the_lists() -> None:
    assert build_gazetteer.check(build_gazetteer.RESOURCES, build_gazetteer.BUILT) == ()


def test_built_files_stay_small() -> None:
    size = sum(path.stat().st_size for path in build_gazetteer.BUILT.iterdir())
    assert size < 30 * 1024 * 1024


def test_lists_have_no_complaints_and_all_examples_hold() -> None:
    knowledge = build_gazetteer.read_knowledge_lists(build_gazetteer.RESOURCES)
    assert complaints(knowledge) == ()
    assert build_gazetteer.failed_examples(knowledge) == ()


def test_lists_are_as_large_as_promised() -> None:
    root = build_gazetteer.RESOURCES
    assert len(states(root / "states.csv")) >= 250
    assert len(listed(root / "bodies.yaml")) >= 800
    assert len([a for a in listed(root / "bodies.yaml") if a.kind == "body"]) >= 400
    fighting = [a for name in ("groups", "forces", "parties") for a in listed(root / f"{name}.yaml")]
    assert len(fighting) >= 1600


def test_long_names_of_groups_have_the_forms_that_reports_vary(tmp_path: Path) -> None:
    entry = """- {id: group:x, name: Front for the Recovery of the South in Chad, kind: KIND, aliases: [Men in Chad],
  weak: [], states: [], codes: [], part_of: [], start: null, end: null, sources: [general-knowledge], sure: true}
"""
    path = tmp_path / "groups.yaml"
    path.write_text(entry.replace("KIND", "armed-group"), encoding="utf-8")
    assert listed(path)[0].aliases == (
        "Men in Chad",
        "Front for Recovery of South in Chad",
        "Front for the Recovery of South in Chad",
        "Front for the Recovery of the South",
    )
    path.write_text(entry.replace("KIND", "body"), encoding="utf-8")
    assert listed(path)[0].aliases == ("Men in Chad",)


OFFICES = {
    "head": {"head-of-state", "head-of-government", "governor-general", "supreme-leader"},
    "foreign": {"foreign-minister"},
    "defence": {"defence-minister"},
    "interior": {"interior-minister", "security-minister"},
}


@pytest.mark.parametrize(("office", "fewest"), [("head", 194), ("foreign", 185), ("defence", 130), ("interior", 130)])
def test_states_have_their_ministers_of_the_last_ten_years(office: str, fewest: int) -> None:
    known = load()
    root = build_gazetteer.RESOURCES
    every = [s.id for s in states(root / "states.csv") if s.state is not None and s.state.status == "state"]
    held = {
        state
        for state in every
        for name in OFFICES[office]
        for term in known.holders(state, name)
        if term.end is None or term.end >= "2016"
    }
    assert len(held) >= fewest


def _in_office(identifier: str, name: str, title: str, start: str, end: str | None = None) -> ActorEntry:
    role = Office(office="head-of-state", of="FRA", start=start, end=end)
    return ActorEntry(id=identifier, name=name, kind="person", roles=(role,), titles=(title,))


def test_two_presidents_at_a_time_are_a_mistake() -> None:
    one = _in_office("person:a", "A", "president", "2012-05-15", "2017-05-14")
    late = _in_office("person:b", "B", "president", "2017-05-14")
    early = _in_office("person:b", "B", "president", "2016-01")
    acting = _in_office("person:b", "B", "acting president", "2016-01")
    assert list(overlapping((one, late))) == []
    assert list(overlapping((one, acting))) == []
    assert list(overlapping((one, early))) == [
        "person:a and person:b both were head-of-state of FRA; mend a date or say sure: no"
    ]


def test_every_pattern_has_examples_both_ways() -> None:
    patterns = entries(build_gazetteer.RESOURCES / "patterns.yaml", Pattern)
    assert [p.id for p in patterns if not p.yes or not p.no] == []


@pytest.mark.parametrize(
    ("actors", "complaint"),
    [
        ((_actor("body:a", "Alpha"), _actor("body:a", "Beta")), "body:a: the id is used twice"),
        ((_actor("body:a", "Alpha"), _actor("body:b", "ALPHA")), "'alpha' names both body:a and body:b"),
        ((_actor("body:a", "Alpha", part_of=("body:x",)),), "part_of 'body:x' is in no list"),
        ((_actor("body:a", "Alpha", members=(Membership(member="QQQ"),)),), "members 'QQQ' is in no list"),
        ((_actor("body:a", "Alpha", start="2001-02", end="1999"),), "ends (1999) before it starts (2001-02)"),
        ((_actor("body:a", "Alpha", aliases=("?",)),), "the name '?' holds no letter"),
        ((_actor("body:a", "Alpha", aliases=("AA", "AA")),), "the name 'AA' is there twice"),
        ((_actor("body:a", "Alpha", aliases=("AA",), weak=("AA",)),), "the name 'AA' is there twice"),
    ],
)
def test_wrong_lists_are_complained_about(actors: tuple[ActorEntry, ...], complaint: str) -> None:
    found = complaints(_knowledge(*actors))
    assert len(found) == 1
    assert complaint in found[0]


def test_a_name_may_pass_from_one_actor_to_the_next() -> None:
    old = _actor("body:old", "River League", end="1990-01-01")
    new = _actor("body:new", "River League", start="1990-01-01")
    assert complaints(_knowledge(old, new)) == ()


def test_weak_names_may_be_shared() -> None:
    strong = _actor("body:a", "Alpha", aliases=("AA",))
    weak = _actor("body:b", "Beta", weak=("AA",))
    assert complaints(_knowledge(strong, weak)) == ()


@pytest.mark.parametrize("value", ["1999", "1999-07", "1999-07-31", ""])
def test_dates_may_be_cut(value: str) -> None:
    assert day("list, line 2", value) == (value or None)


@pytest.mark.parametrize("value", ["1999-13", "July 1999", "99", "1999-02-30", "1999-7-1"])
def test_wrong_dates_name_their_line(value: str) -> None:
    with pytest.raises(KnowledgeError, match="list, line 2"):
        day("list, line 2", value)


def test_yes_and_no_are_words_in_the_lists(tmp_path: Path) -> None:
    path = tmp_path / "patterns.yaml"
    path.write_text(
        '- {id: x, kind: force, key: "force:x", name: X, heads: [x], yes: [], no: [on]}\n',
        encoding="utf-8",
    )
    assert entries(path, Pattern)[0].no == ("on",)


def test_an_unknown_key_names_file_and_entry(tmp_path: Path) -> None:
    path = tmp_path / "bodies.yaml"
    path.write_text("- {id: body:x, name: X, kind: body, colour: red}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"bodies\.yaml, entry 1 \(body:x\).*colour"):
        listed(path)


def test_the_home_state_leads_the_codes_of_a_group_but_not_of_a_body(tmp_path: Path) -> None:
    path = tmp_path / "groups.yaml"
    path.write_text(
        "- {id: group:x, name: X Front, kind: armed-group, states: [TCD], codes: [{code: REB}]}\n"
        "- {id: body:y, name: Y Council, kind: body, states: [TCD], codes: [{code: IGO}]}\n",
        encoding="utf-8",
    )
    group, body = listed(path)
    assert [c.code for c in group.codes] == ["TCD", "REB"]
    assert [c.code for c in body.codes] == ["IGO"]


def test_terms_of_one_person_are_one_actor(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text(
        "state,office,title,person,aliases,start,end,sure,source\n"
        "TCD,head-of-state,President,Ada Example,Madame Ada|Example,2010-03-01,2014-03-01,yes,own\n"
        "TCD,foreign-minister,Foreign Minister,Ada Example,,2006,2010,no,own\n",
        encoding="utf-8",
    )
    (person,) = persons(path, [ActorEntry(id="TCD", name="Chad", kind="state", states=("TCD",))])
    assert person.id == "person:ada-example"
    assert [(r.office, r.start) for r in person.roles] == [
        ("foreign-minister", "2006"),
        ("head-of-state", "2010-03-01"),
    ]
    assert person.titles == ("Foreign Minister", "President")
    assert person.unsure_roles == (0,)
    assert person.aliases == ("Madame Ada",)
    assert person.surnames == ("Example",)
    assert person.states == ("TCD",)


@pytest.mark.parametrize(
    ("name", "states", "surnames"),
    [
        ("Ada Example", ("TCD",), ("Example",)),
        ("Ada de la Example", ("ESP",), ("de la Example",)),
        ("Ada al-Example", ("SYR",), ("al-Example", "Example")),
        ("Examp Le Ada", ("CHN",), ("Examp",)),
        ("Ada Khan", ("PAK",), ()),
        ("Ada", ("BRA",), ()),
    ],
)
def test_surnames(name: str, states: tuple[str, ...], surnames: tuple[str, ...]) -> None:
    assert _surnames(name, (), states) == surnames


def test_a_wrong_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_gazetteer.main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err
