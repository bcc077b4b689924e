"""Who may have a part that an event leaves open: candidates, never an answer, each with how likely it is and why."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import whosays
from evaluation.running import as_given, stages
from whosays import views
from whosays.errors import KnowledgeError
from whosays.ontology.openparts import load
from whosays.records import Actor, ActorKind, Code, CodedReport, Office
from whosays.resolving.openparts import chances, is_one_side, nobody_signs, scene_of, signs
from whosays.resolving.sureness import rows_of

KIDNAPPED = (
    "The Red Front has kidnapped dozens of nuns in the region. Two nuns were kidnapped near Orli on Friday. "
    "The United Nations called for calm."
)


def _coded(text: str) -> CodedReport:
    return whosays.code(as_given(text, published="2024-05-15"))


def test_who_did_the_like_just_before_may_have_done_it() -> None:
    record = _coded(KIDNAPPED)
    second = record.events[1]
    assert not views.actors(record, second)
    found = views.candidates(record, second, "actor")
    assert found
    assert found[0].name == "Red Front"
    assert all(0.2 <= one.score < 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_candidate_says_why_in_words() -> None:
    (first, *_) = _coded(KIDNAPPED).events[1].candidates
    assert any("in the sentence before" in reason.detail for reason in first.reasons)
    weights = load()["actor"]
    assert all(weights[reason.detail] == reason.weight for reason in first.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers of Peru shot two farmers near Orli on Monday. The Red Front condemned the killing.",
        "Peru arrested a baker on Monday. Chile criticised it.",
    ],
)
def test_whose_part_is_told_has_no_candidates(text: str) -> None:
    for event in _coded(text).events:
        held = {r.part for r in event.roles}
        assert not {c.part for c in event.candidates} & held


def test_nobody_is_a_candidate_beside_himself() -> None:
    parse, record = stages(as_given(KIDNAPPED))
    scene = scene_of(parse, record, rows_of(parse, record))
    for row in scene.rows:
        for chance in chances(scene, row):
            assert chance.who.key not in {*scene.keys(row.event, "actor"), *scene.keys(row.event, "recipient")}


def _actor(identifier: str, kind: ActorKind, code: str = "", *part_of: str) -> Actor:
    return Actor(id=identifier, name=identifier, kind=kind, codes=(Code(code=code),) if code else (), part_of=part_of)


def test_who_belongs_to_the_other_side_is_no_candidate() -> None:
    state, army = _actor("country:AAA", "state", "AAA"), _actor("force:a", "force", "AAAMIL", "country:AAA")
    house, rebels = _actor("gov:a", "government", "AAAGOV"), _actor("group:r", "armed-group", "AAAREB")
    head = msgspec.structs.replace(_actor("person:h", "person"), roles=(Office(office="president", of="country:AAA"),))
    assert all(
        is_one_side(a, b) for a, b in ((state, army), (army, state), (army, house), (head, state), (state, head))
    )
    assert not any(is_one_side(a, b) for a, b in ((rebels, army), (None, army), (_actor("x", "state", "BBB"), state)))


def test_those_who_meet_each_other_meet_nobody_else() -> None:
    parse, record = stages(as_given("Peru and Chile held talks in Lima on Monday. Orlia was not there."))
    scene = scene_of(parse, record, rows_of(parse, record))
    assert not [chance for row in scene.rows for chance in chances(scene, row) if chance.part == "recipient"]


def test_signs_are_words_each_once() -> None:
    parse, record = stages(as_given(KIDNAPPED))
    scene = scene_of(parse, record, rows_of(parse, record))
    every = [chance for row in scene.rows for chance in chances(scene, row)]
    assert every
    for chance in every:
        found = signs(chance)
        assert len(found) == len(set(found))
    assert "nobody told of ASSAULT" in nobody_signs(every[-1].row, 3)


def test_candidates_survive_the_border() -> None:
    record = _coded(KIDNAPPED)
    assert whosays.decode(whosays.encode(record), CodedReport) == record


@pytest.mark.parametrize("content", ["part;sign;weight\nactor;a;1\n", "part,sign,weight\nactor,a person,much\n"])
def test_a_list_of_weights_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "openparts.csv"
    path.write_text(content)
    with pytest.raises(KnowledgeError, match=r"openparts\.csv"):
        load(path)
