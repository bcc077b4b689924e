"""The golden texts can be read, and their expectations speak of words that stand in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from whosays.reading import read

HERE = Path(__file__).parent
TEXTS = [HERE / "twin.txt", *sorted((HERE / "own").glob("*.txt"))]
PUBLISHED = {"twin": "2024-11-16"}
KEYS = {"note", "report", "same_actor", "events", "statements", "incidents", "disputes", "must_not"}


def _expected(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return loaded


def _quoted(expected: dict[str, Any]) -> Iterator[str]:
    for group in expected["same_actor"]:
        yield from group
    for event in expected["events"]:
        yield event["evidence"]
    for statement in expected["statements"]:
        yield from (statement[key] for key in ("content", "relay") if key in statement)
    for incident in expected["incidents"]:
        yield from incident["one"]


def test_there_are_six_of_our_own_beside_the_twin() -> None:
    assert len(TEXTS) == 7


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_expectations_quote_the_text(path: Path) -> None:
    text = read(path, published=PUBLISHED.get(path.stem)).text
    expected = _expected(path)
    assert set(expected) == KEYS
    assert [words for words in _quoted(expected) if words not in text] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_points_are_numbered_and_pointed_at(path: Path) -> None:
    expected = _expected(path)
    events = {event["point"] for event in expected["events"]}
    about = {s["about_event_point"] for s in expected["statements"] if "about_event_point" in s}
    assert about <= events


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_reader_finds_what_is_told_of_the_report(path: Path) -> None:
    report = read(path, published=PUBLISHED.get(path.stem))
    told = _expected(path)["report"]
    assert {key: getattr(report, key) for key in told} == told
    assert report.published is not None


def test_the_twins_publisher_is_no_part_of_its_reporting() -> None:
    report = read(HERE / "twin.txt")
    assert report.text[report.body :].startswith("The Economic Community")
