"""The example sentences of the ontology, run through the trained model and the coder.

Every ``yes`` sentence must give its event with the parts it names, every ``no`` sentence must not give its class.
"""

from __future__ import annotations

import pytest

from whosays import ontology, parsing
from whosays.coding import Coded, code
from whosays.ontology import Example, load
from whosays.records import Event, Report, report_id

EXAMPLES = load().examples


@pytest.fixture(scope="module")
def coded() -> dict[str, Coded]:
    model = parsing.load()
    reports = {e.line: Report(id=report_id(e.text, None, None), text=e.text) for e in EXAMPLES}
    parses = zip(reports, parsing.parse_many(reports.values(), model), strict=True)
    return {line: code(parse, ontology.load()) for line, parse in parses}


def _names(coded: Coded, event: Event, *parts: str) -> list[str]:
    mentions = {m.id: m for m in coded.mentions}
    return [mentions[r.mention].name for r in event.roles if r.part in parts and r.mention in mentions]


def _same(wanted: str, names: list[str]) -> bool:
    """Whether one of the names is the wanted one, a leading article or its case aside."""
    return any(_bare(wanted) == _bare(name) for name in names)


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _wrong(example: Example, coded: Coded, event: Event) -> list[str]:
    """What of the example the event does not bear out, in words."""
    wrong: list[str] = []
    if example.mode is not None and event.mode != example.mode:
        wrong.append(f"mode {event.mode}, not {example.mode}")
    if example.status is not None and event.status != example.status:
        wrong.append(f"status {event.status}, not {example.status}")
    for part, name in (("actor", example.actor), ("recipient", example.recipient), ("target", example.target)):
        parts = ("recipient", "target") if part == "recipient" else (part,)
        found = _names(coded, event, *parts)
        if name is not None and not _same(name, found):
            wrong.append(f"{part} {found}, not {name!r}")
    tolls = [t.count.low for t in event.tolls if t.effect == "killed"]
    if example.killed is not None and example.killed not in tolls:
        wrong.append(f"killed {tolls}, not {example.killed}")
    return wrong


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.wanted], ids=lambda e: e.line)
def test_yes(example: Example, coded: dict[str, Coded]) -> None:
    found = coded[example.line]
    of_class = [e for e in found.events if e.type == example.event]
    assert of_class, f"no {example.event} among {[(e.type, e.mode) for e in found.events]}"
    wrong = [_wrong(example, found, event) for event in of_class]
    assert [] in wrong, wrong


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.wanted], ids=lambda e: e.line)
def test_no(example: Example, coded: dict[str, Coded]) -> None:
    of_class = [e for e in coded[example.line].events if e.type == example.event]
    words = [example.text[e.trigger.start : e.trigger.end] for e in of_class]
    assert words == []
