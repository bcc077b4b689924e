"""Each act of speech as a row of the old world: its PLOVER class and its CAMEO number, once and no more."""

from __future__ import annotations

import pytest

import whosays
from whosays.ontology.acts import ACTS
from whosays.records import Act, CodedReport, report_id
from whosays.views import event_rows, verbal_events

BOMB = "A bomb killed six people in Quetta on Monday."
SHELLS = "Shells hit a school in Taiz on Sunday and killed two pupils."

CASES: tuple[tuple[Act, str, str | None, str], ...] = (
    ("assert", "The mayor of Tarsa said the bridge was open again.", None, "010"),
    ("report", "The news agency reported that two tankers had collided.", None, "010"),
    ("confirm", "The army confirmed that one of its helicopters had gone down.", None, "015"),
    ("claim", f"{BOMB} The militia claimed responsibility for the bombing.", None, "015"),
    ("deny", f"{BOMB} The militia denied any role in the bombing.", None, "016"),
    ("decline", "A spokesman for the mine declined to comment.", None, "011"),
    ("concern", "The African Union expressed deep concern about the drought.", None, "012"),
    ("warn", "The agency warned that the dam could burst.", None, "012"),
    ("predict", "Forecasters predicted that the river would crest on Sunday.", None, "010"),
    ("condole", "The king offered his condolences to the families of the miners.", None, "018"),
    ("praise", "The envoy praised Qatar for its patience.", "SUPPORT", "051"),
    ("apologise", "The admiral apologised for the noise.", "SUPPORT", "055"),
    ("blame", f"{SHELLS} The governor blamed the rebels for the shelling.", "ACCUSE", "1123"),
    ("accuse", "Oxfam accused both sides of hiding grain.", "ACCUSE", "112"),
    ("condemn", f"{BOMB} The Vatican condemned the bombing.", "ACCUSE", "111"),
    ("demand", "The union demanded that the mayor resign.", "REQUEST", "1041"),
    ("call", "The pope called for patience.", "REQUEST", "020"),
    ("promise", "The junta promised to release the prisoners.", "CONCEDE", "0353"),
    ("agree", "Both armies agreed to meet on Friday.", "AGREE", "036"),
    ("refuse", "The commander refused to release the prisoners.", "REJECT", "1243"),
    ("threaten", "The rebels threatened to attack the port of Tarsa.", "THREATEN", "138"),
)  # fmt: skip


def read(text: str) -> CodedReport:
    return whosays.code(whosays.Report(id=report_id(text, None, None), text=text, published="2024-05-15"))


def test_every_act_has_a_case() -> None:
    assert {act for act, *_ in CASES} == set(ACTS)


@pytest.mark.parametrize(("act", "text", "plover", "cameo"), CASES, ids=[c[0] for c in CASES])
def test_an_act_as_a_row(act: Act, text: str, plover: str | None, cameo: str) -> None:
    record = read(text)
    (statement,) = (s for s in record.statements if s.act == act)
    (row,) = (v for v in verbal_events(record) if v.statement == statement.id)
    assert (row.type, row.cameo) == (plover, cameo)


@pytest.mark.parametrize(("text", "plover", "cameo"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_nothing_is_counted_twice(text: str, plover: str | None, cameo: str) -> None:
    record = read(text)
    rows = event_rows(record)
    assert len({row.source for row in rows}) == len(rows)
    assert [row.cameo for row in rows if row.verbal] == ([cameo] if plover else [])
    done = {e.id for e in record.events if e.status in {"happened", "ongoing"}}
    assert {row.source for row in rows if not row.verbal} == done, "what lies ahead is told by the words about it"


@pytest.mark.parametrize(
    "text",
    [
        "The company plans to close two mines.",
        "Villagers would like to go home.",
        "A reporter asked whether the bridge was safe.",
    ],
)
def test_what_nobody_said_is_no_row(text: str) -> None:
    assert verbal_events(read(text)) == ()
