"""A record made by hand against expectations: all right, then one thing wrong at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation import first_report
from evaluation.expected import Check, Outcome, check
from evaluation.told import told_date
from tests.factory import attack
from whosays.records import Incident, Responsibility

Expected = dict[str, Any]


def _expected() -> Expected:
    return {
        "report": {"publisher": "Own Wire", "published": "2026-03-05"},
        "same_actor": [["Red Front", "The Red Front"]],
        "events": [
            {
                "point": 1,
                "type": "ASSAULT",
                "mode": {"any": ["suicide-attack", None]},
                "evidence": "A suicide bomber killed 12 people",
                "actors": [{"name": "Red Front", "basis": "claimed"}],
                "place": "Karu",
                "when": {"start": "2026-03-04", "precision": "day"},
                "killed": {"low": 12},
            }
        ],
        "statements": [
            {"point": 2, "act": "claim", "speaker": "Red Front", "content": "the attack", "about_event_point": 1},
            {"point": 3, "act": "condemn", "speaker": "interior ministry", "status": "made"},
        ],
        "incidents": [{"point": 4, "one": ["killed"], "responsibility": [{"act": "claim", "party": "Red Front"}]}],
        "disputes": [],
    }


def _outcome() -> Outcome:
    record = attack()
    (event,) = record.events
    held = Responsibility(party="own:red front", act="claim", by="own:red front", statement=None, event=event.id)
    incident = Incident(
        id=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        when=event.when,
        place=None,
        responsibility=(held,),
        events=(event.id,),
    )
    return Outcome(record=record, incidents=(incident,), disputes=())


def _wrong(expected: Expected) -> list[Check]:
    return [c for c in check(_outcome(), expected) if c.wrong]


def test_all_that_is_expected_and_nothing_beyond() -> None:
    assert _wrong(_expected()) == []


def _without_statement(expected: Expected) -> None:
    expected["statements"].pop()


def _set(*path: Any) -> Callable[[Expected], None]:
    def change(expected: Expected) -> None:
        *way, last, value = path
        target: Any = expected
        for step in way:
            target = target[step]
        target[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "point", "words"),
    [
        (_set("report", "publisher", "Other Wire"), "1", "publisher is 'Own Wire'"),
        (_set("same_actor", 0, ["Red Front", "Blue Front"]), "2", "nobody is called “Blue Front”"),
        (_set("events", 0, "mode", "aerial"), "1", "mode is suicide-attack"),
        (_set("events", 0, "actors", ["Blue Front"]), "1", "actor Blue Front is missing"),
        (_set("events", 0, "killed", {"low": 13}), "1", "killed: [(12, 12)]"),
        (_set("events", 0, "place", "Paris"), "1", "place is Karu"),
        (_set("events", 0, "when", {"start": "2026-03-05"}), "1", "when.start is 2026-03-04"),
        (_set("statements", 0, "speaker", "interior ministry"), "2", "speaker is The Red Front"),
        (_set("statements", 0, "quoted", "whole"), "2", "quoted is none"),
        (_set("incidents", 0, "one", ["killed", "interior"]), "4", "“interior” stands for no incident"),
        (_set("disputes", [{"point": 9, "about": "x", "for": ["A"], "against": ["B"]}]), "9", "no dispute has"),
        (_without_statement, "-", "too much: condemn"),
    ],
)
def test_one_thing_wrong_is_told(change: Callable[[Expected], None], point: str, words: str) -> None:
    expected = _expected()
    change(expected)
    (only,) = _wrong(expected)
    assert only.point == point
    assert words in " ".join(only.wrong)


def test_an_event_of_another_class_is_not_found_and_too_much() -> None:
    expected = _expected()
    expected["events"][0]["type"] = "PROTEST"
    told = [w for c in _wrong(expected) for w in c.wrong]
    assert told[0] == "not found"
    assert told[1].startswith("too much: ASSAULT/suicide-attack")


def test_the_date_is_told_in_its_field_or_in_the_note() -> None:
    assert told_date({"published": "2026-03-05", "note": "read with --published 2026-01-01"}) == "2026-03-05"
    assert told_date({"note": "read with --published 2026-01-01"}) == "2026-01-01"
    assert told_date({}) is None


def test_the_command_prints_points_and_fails_when_one_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(first_report, "read_outcome", lambda *_: _outcome())
    path = tmp_path / "own.expected.json"
    path.write_text(json.dumps(_expected()))
    assert first_report.main([str(tmp_path / "own.txt"), str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "first-report points=4 right=4 checks=8 wrong=0"
    path.write_text(json.dumps(_expected() | {"statements": []}))
    assert first_report.main([str(tmp_path / "own.txt"), str(path)]) == 1
