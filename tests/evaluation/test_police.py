"""What the police did: reading documents with their sentences, and labels of records made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from evaluation.request import EvaluationError, Request
from evaluation.sectors import noun_sector
from evaluation.sets import police
from tests.factory import Draft
from whosays.records import Role


def test_sentences_stand_where_the_document_has_them(tmp_path: Path) -> None:
    document = {"doc_id": 7, "doc_text": "one. two. one.", "doc_labels": ["KILL", "ANY_ACTION"]}
    rows = [("one.", ["KILL", "FORCE"]), ("two.", []), ("one.", ["ANY_ACTION"])]
    sentences = [{"doc_id": 7, "sent_id": n, "sent_text": t, "sent_labels": s} for n, (t, s) in enumerate(rows)]
    (tmp_path / "docs.own.jsonl").write_text(json.dumps(document))
    (tmp_path / "sents.own.jsonl").write_text("\n".join(map(json.dumps, sentences)))
    (read,) = police.read(Request(data=(tmp_path,)))
    assert read.labels == {"KILL"}
    assert [(s.start, s.end, sorted(s.labels)) for s in read.sentences] == [
        (0, 4, ["FORCE", "KILL"]),
        (5, 9, []),
        (10, 14, []),
    ]
    (tmp_path / "sents.own.jsonl").unlink()
    with pytest.raises(EvaluationError, match="has no sents"):
        list(police.read(Request(data=(tmp_path,))))


def test_what_the_police_do() -> None:
    draft = Draft("police fired. Two men died. Police seized a man. He was held. Gunmen fired too.")
    first, second, gunmen = draft.actor("police"), draft.actor("Police"), draft.actor("Gunmen")
    dead = Role(mention=draft.actor("Two men"), part="recipient", effect="killed")
    draft.event("ASSAULT", "fired", roles=[(first, "actor"), dead])
    draft.event("COERCE", "seized", mode="arrest", roles=[(second, "actor")])
    draft.event("COERCE", "held", mode="arrest")
    draft.event("ASSAULT", "fired", nth=1, roles=[(gunmen, "actor")])
    text = draft.report.text
    assert police.labels_of(draft.done()) == {
        ("FORCE", text.index("fired")),
        ("FORCE", text.index("Two men")),
        ("KILL", text.index("Two men")),
        ("ARREST", text.index("seized")),
        ("ARREST", text.index("held")),
    }


def test_what_the_police_leave_undone() -> None:
    draft = Draft("The police did not fire. The army refused to help.")
    draft.event("ASSAULT", "fire", roles=[(draft.actor("The police"), "actor")], status="negated")
    draft.says("refuse", draft.actor("The army"), "refused")
    record = draft.done()
    assert police.labels_of(record) == {("FAIL", 19)}
    said = msgspec.structs.replace(record.statements[0], speaker=record.mentions[0].id)
    assert ("FAIL", said.cue.start) in police.labels_of(msgspec.structs.replace(record, statements=(said,)))


def test_sectors_come_from_the_last_noun() -> None:
    assert noun_sector("two riot policemen") == "COP"
    assert noun_sector("police of Karu") == "COP"
    assert noun_sector("the market") is None
