"""The set ``plover``: codes, rows, and scores worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.request import EvaluationError, Request
from evaluation.scoring import Tally, common
from evaluation.sets import plover
from evaluation.sets.plover import Row, Who, class_of, matched, merged, read, rows_of, who
from tests.factory import Draft
from whosays.records import Actor, Code

A, B, C = Who(("AAA",), ("GOV",)), Who(("BBB",)), Who(("CCC",))
A_ARMY = Who(("AAA",), ("MIL",))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("190", "ASSAULT"),
        ("0231", "REQUEST"),
        ("084", "RETREAT"),
        ("081", "CONCEDE"),
        ("116", "SANCTION"),
        ("112", "ACCUSE"),
        ("1712", "ASSAULT"),
        ("171", "COERCE"),
        ("coerce", "COERCE"),
        ("010", None),
    ],
)
def test_classes_of_codes(code: str, name: str | None) -> None:
    assert class_of(code) == name


@pytest.mark.parametrize("code", ["345", "903", "174K", "9", "00"])
def test_codes_outside_cameo(code: str) -> None:
    with pytest.raises(KeyError):
        class_of(code)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("ARNGOV", Who(("ARN",), ("GOV",))),
        ("---MIL", Who((), ("MIL",))),
        ("ARNGOVMIL", Who(("ARN",), ("GOV", "MIL"))),
        ("IGOARN", Who(("ARN", "IGO"))),
        ("###", Who()),
        ("ARN GOV", Who(("ARN",), ("GOV",))),
        ("Own Guild", Who(("own guild",))),
        ('"The Own Guild"', Who(("own guild",))),
    ],
)
def test_parts_of_actor_codes(code: str, wanted: Who) -> None:
    assert who(code) == wanted


def test_a_row_and_its_mirror_image_are_one_and_repetitions_stay() -> None:
    rows = [Row(A, B, "CONSULT"), Row(B, A, "CONSULT"), Row(A, B, "ASSAULT"), Row(A, B, "ASSAULT")]
    assert merged(rows) == [Row(A, B, "CONSULT", True), Row(A, B, "ASSAULT"), Row(A, B, "ASSAULT")]


def test_scores_by_hand() -> None:
    gold = [Row(A, B, "ASSAULT"), Row(A, B, "ASSAULT"), Row(A, C, "ACCUSE"), Row(B, C, "CONSULT", True)]
    found = [Row(A_ARMY, B, "ASSAULT"), Row(A, C, "REQUEST"), Row(C, B, "CONSULT")]
    tally = Tally()
    tally.add(common((r.type for r in gold), (r.type for r in found)), len(found), len(gold))
    assert tally.f1 == pytest.approx(2 * 2 / (3 + 4))  # one ASSAULT of two, and the CONSULT
    assert matched(gold, found, lambda party: party) == 1  # the CONSULT; the army is not the government
    assert matched(gold, found, lambda party: party.owner) == 2
    assert not plover.wholly_right(gold, found)
    assert plover.wholly_right(gold, list(reversed(gold)))


def test_rows_that_agree_in_direction_are_not_used_up_by_those_that_do_not() -> None:
    gold = [Row(A, B, "CONSULT", True), Row(A, B, "CONSULT")]
    assert matched(gold, [Row(B, A, "CONSULT"), Row(A, B, "CONSULT")], lambda party: party) == 1
    assert matched(gold, [Row(A, B, "CONSULT"), Row(A, B, "CONSULT", True)], lambda party: party) == 2


def test_reading_leaves_out_and_counts_what_is_not_cameo(tmp_path: Path) -> None:
    events = [
        {"source": "AAAGOV", "target": "BBB", "code": "042"},
        {"source": "BBB", "target": "AAAGOV", "code": "043"},
        {"source": "AAA", "target": "BBB", "code": "901"},
        {"source": "AAA", "target": "BBB", "code": "010"},
    ]
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"id": "x", "date": "19950101", "text": "They met.", "events": events}) + "\n")
    (coded,) = read(path)
    assert coded.rows == (Row(A, B, "CONSULT", True),)
    assert (coded.date, coded.no_cameo, coded.no_class) == ("1995-01-01", 1, 1)


def test_numbers_said_to_be_weis_are_read_as_weis_too(tmp_path: Path) -> None:
    older = {"source": "AAA", "target": "BBB", "code": "041", "ontology": "CAMEO and WEIS mixed"}
    newer = {"source": "AAA", "target": "BBB", "code": "1711", "ontology": "CAMEO and WEIS mixed"}
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"id": "x", "date": "19950101", "text": "They met.", "events": [older, newer]}) + "\n")
    (coded,) = read(path)
    assert [row.type for row in coded.rows] == ["CONSULT", "COERCE"]
    assert coded.older == ("SUPPORT", "COERCE")


def test_a_line_of_another_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text('{"id": "x"}\n')
    with pytest.raises(EvaluationError, match=r"line 1: not \{id, date"):
        plover.run(Request(data=(tmp_path,)))


def test_our_events_become_rows_with_the_codes_of_their_day() -> None:
    draft = Draft("Aland shelled Bland.")
    codes = (Code(code="AAA"), Code(code="GOV", end="1990-01-01"), Code(code="REB", start="1990-01-01"))
    one, two = draft.actor("Aland"), draft.actor("Bland")
    draft.entities["own:aland"] = Actor(id="own:aland", name="Aland", codes=codes)
    draft.entities["own:bland"] = Actor(id="own:bland", name="Bland", codes=(Code(code="BBB"),))
    draft.event("ASSAULT", "shelled", roles=[(one, "actor"), (two, "recipient")])
    record = draft.done()
    assert rows_of(record, "1995-01-01") == [Row(Who(("AAA",), ("REB",)), B, "ASSAULT")]
    assert rows_of(record, "1985-01-01") == [Row(A, B, "ASSAULT")]


def test_parties_of_a_meeting_meet_each_other_and_words_count_like_deeds() -> None:
    draft = Draft("Aland and Bland met. Aland condemned Bland.")
    one, two = draft.actor("Aland"), draft.actor("Bland")
    draft.event("CONSULT", "met", roles=[(one, "actor"), (two, "actor")])
    accused = draft.event("ASSAULT", "Bland", nth=1, status="negated", roles=[(two, "actor")])
    draft.says("condemn", one, "condemned", about=[(accused, "condemned")])
    aland, bland = Who(("aland",)), Who(("bland",))
    assert rows_of(draft.done(), None) == [Row(aland, bland, "CONSULT", True), Row(aland, bland, "ACCUSE")]


def test_a_demanded_deed_is_no_row_beside_its_demand() -> None:
    draft = Draft("Aland demanded that Bland withdraw.")
    one, two = draft.actor("Aland"), draft.actor("Bland")
    deed = draft.event("RETREAT", "withdraw", status="demanded", roles=[(two, "actor")])
    draft.says("demand", one, "demanded", "that Bland withdraw", about=[(deed, "demanded")])
    assert [row.type for row in rows_of(draft.done(), None)] == ["REQUEST"]
