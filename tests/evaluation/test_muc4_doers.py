"""Who of those near an incident did it: the candidates, their signs, and how the weights are learnt."""

from __future__ import annotations

import pytest

import whosays
from evaluation.learn_doers import examples_of
from evaluation.muc_keys import Fill, any_fits, read
from evaluation.running import stages
from evaluation.templates import Candidate, Told, candidates
from evaluation.templates.choosing import INDIVIDUAL, ORGANIZATION, chance, chosen, confidence, weights
from evaluation.templates.doers import Doer, bodies, individuals
from evaluation.templates.naming import groups_in, nations_in

HEAD = "LIMA, 4 MAR 89 -- "
# A key template: label and fill of each slot, as the official format writes them.
_ROWS = (
    ("0.  MESSAGE: ID", "DEV-MUC3-9999 (OWN)"),
    ("1.  MESSAGE: TEMPLATE", "1"),
    ("4.  INCIDENT: TYPE", "ATTACK"),
    ("9.  PERP: INDIVIDUAL ID", '"GUERRILLAS" / "FIGHTERS OF A COLUMN"'),
    ("10. PERP: ORGANIZATION ID", '"SHINING PATH" / "OWN FRONT"'),
    ("11. PERP: ORGANIZATION CONFIDENCE", 'SUSPECTED OR ACCUSED: "OWN FRONT" / "SHINING PATH"'),
    ("12. PHYS TGT: ID", "-"),
    ("18. HUM TGT: NAME", '"ANA RUIZ"'),
    ("19. HUM TGT: DESCRIPTION", '"MAYOR OF VILLA"'),
    ("", '? "CLERKS"'),
)
KEY = "\n".join(f"{label:<35} {fill}" for label, fill in _ROWS)


def _found(text: str) -> tuple[Told, list[Candidate]]:
    parsed, record = stages(whosays.read_text(HEAD + text))
    told = Told(record, parsed)
    return told, candidates(told, whosays.merge([record]).incidents)


def test_keys_hold_fills_with_their_alternatives() -> None:
    (key,) = read(KEY)["DEV-MUC3-9999"]
    assert key["11"] == [Fill("SUSPECTED OR ACCUSED", frozenset({" own front ", " shining path "}))]
    assert len(key["19"]) == 2
    assert "12" not in key
    assert any_fits(key["9"], "the guerrillas")
    assert not any_fits(key["9"], "soldiers")


def test_groups_and_nations_are_found_without_capitals() -> None:
    assert [g.words for g in groups_in("a column of shining path rebels".split())] == ["shining path"]
    assert list(nations_in("the salvadoran army and two peruvians".split())) == ["SLV", "PER"]


def test_those_near_an_incident_are_candidates_with_signs() -> None:
    told, (incident,) = _found("SHINING PATH GUERRILLAS KILLED THE MAYOR OF VILLA TODAY. THE GUNMEN FLED IN A CAR.")
    people = {d.words.lower(): d.signs for d in individuals(told, incident.events)}
    assert "actor of it, fact" in people["shining path guerrillas"]
    assert "recipient of it" in people["mayor of villa"]
    assert {"nsubj of flee", "away 1 behind", "noun gunman"} <= people["gunmen"]
    assert [d.words.lower() for d in bodies(told, incident.events)] == ["shining path"]


def test_the_likeliest_are_chosen_and_each_body_once(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt = {ORGANIZATION: {"near": 2.0, "far": -3.0}}
    monkeypatch.setattr("evaluation.templates.choosing.weights", lambda what: learnt.get(what, {}))
    near, far = frozenset({"near"}), frozenset({"far"})
    offered = [Doer("SHINING PATH", near), Doer("SENDERO LUMINOSO", near), Doer("ARMY", far)]
    assert len(chosen(ORGANIZATION, offered)) == 1  # two names of one group
    assert chosen(INDIVIDUAL, offered) == []  # nothing has been learnt of individuals


def test_what_ships_knows_attackers_from_victims() -> None:
    told, (incident,) = _found("SHINING PATH GUERRILLAS KILLED THE MAYOR OF VILLA TODAY. THE SOLDIERS CAME LATER.")
    people = chosen(INDIVIDUAL, individuals(told, incident.events))
    assert [d.words.lower() for d in people][:1] == ["shining path guerrillas"]
    (group,) = chosen(ORGANIZATION, bodies(told, incident.events))
    assert group.words.lower() == "shining path"
    assert confidence(group) == "fact"


def test_who_says_it_and_who_else_there_is_are_signs() -> None:
    told, (incident,) = _found(
        "SHINING PATH GUERRILLAS KILLED THE MAYOR OF VILLA TODAY. THE ARMY SAID THE CCL HELPED. THE NAVY IS NEAR."
    )
    group, army = (
        next(d.signs for d in bodies(told, incident.events) if d.words.lower() == words)
        for words in ("shining path", "army")
    )
    assert "another is within actor of it, fact" in army
    assert not any(sign.startswith("another is") for sign in group)
    assert "sector MIL: 1 more of its sector" in army
    assert "sector None: 0 more of its sector" in group
    assert "MIL: on GOV" in army
    assert "speaks: assert" in army


def test_small_words_in_capitals_are_no_groups() -> None:
    told, (incident,) = _found("GUNMEN KILLED THE MAYOR OF VILLA TODAY. THE ROAD IS CLOSED. THE ARMY LET NOBODY PASS.")
    assert [d.words.lower() for d in bodies(told, incident.events)] == ["army"]


def test_a_degree_that_is_half_right_for_another_counts_that_too(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt = {"fact": 0.4, "suspected": 0.1, "accused-by-authorities": 0.2}
    monkeypatch.setattr("evaluation.templates.choosing.chance", lambda what, _signs: learnt.get(what, 0.0))
    assert confidence(Doer("ARMY", frozenset())) == "fact"
    learnt["suspected"] = 0.35
    assert confidence(Doer("ARMY", frozenset())) == "suspected"  # 0.35 + 0.1
    learnt |= {"suspected": 0.2, "accused-by-authorities": 0.35}
    assert confidence(Doer("ARMY", frozenset())) == "fact"  # 0.35 is not raised, 0.2 + 0.175 is too little


def test_values_that_are_as_good_are_told_apart() -> None:
    assert Fill("POSSIBLE / SUSPECTED OR ACCUSED", frozenset()).values == {"POSSIBLE", "SUSPECTED OR ACCUSED"}


def test_only_what_a_key_wants_teaches() -> None:
    told, found = _found("SHINING PATH GUERRILLAS KILLED THE MAYOR OF VILLA TODAY.")
    keys = read(KEY)["DEV-MUC3-9999"]
    taught = [(what, e.wanted) for what, e in examples_of(told, found, keys)]
    assert (INDIVIDUAL, True) in taught
    assert (INDIVIDUAL, False) in taught  # the mayor
    assert (ORGANIZATION, True) in taught
    assert ("suspected", True) in taught
    assert ("fact", False) in taught
    assert list(examples_of(told, found, [])) == []


def test_a_key_whose_targets_are_told_otherwise_is_known_by_its_doers() -> None:
    told, found = _found("SHINING PATH GUERRILLAS KILLED THE BAKER OF VILLA TODAY.")
    (key,) = read(KEY)["DEV-MUC3-9999"]
    others = {slot: fills for slot, fills in key.items() if slot not in ("18", "19")}
    assert (INDIVIDUAL, True) in [(what, e.wanted) for what, e in examples_of(told, found, [others])]
    nobody = {slot: fills for slot, fills in others.items() if slot not in ("9", "10")}
    assert list(examples_of(told, found, [nobody])) == []


def test_weights_are_of_signs_in_words() -> None:
    assert weights(ORGANIZATION)
    assert weights("nothing") == {}
    assert chance("nothing", ["a sign"]) == 0.0
