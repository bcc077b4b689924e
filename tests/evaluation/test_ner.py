"""The set ``ner``: the three shapes of its files, shared types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.request import Request
from evaluation.sets import ner


def _write_re3d(folder: Path) -> Path:
    text = "The Third Guard of Aland met Bo Berg."
    spans = [("Third Guard of Aland", "Organisation", 1), ("Aland", "Location", 1), ("Bo Berg", "Person", 0.9)]
    spans += [("Bo", "Person", 0.2), ("met", "Money", 1)]
    rows = [
        {"begin": text.index(w), "end": text.index(w) + len(w), "type": t, "confidence": c, "documentId": "d1"}
        for w, t, c in spans
    ]
    folder.mkdir()
    (folder / "documents.json").write_text(json.dumps({"_id": "d1", "text": text}) + "\n")
    (folder / "entities.json").write_text("\n".join(map(json.dumps, rows)))
    return folder / "documents.json"


def test_re3d_gives_what_is_believed_names_within_names_too(tmp_path: Path) -> None:
    (text,) = ner._re3d(_write_re3d(tmp_path / "own"), ner.labels().re3d)
    assert {(text.text[a:b], label) for a, b, label in text.names} == {
        ("Third Guard of Aland", "organisation"),
        ("Aland", "place"),
        ("Bo Berg", "person"),
    }


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("own.conll.txt", "Bo I-PER\nBerg I-PER\nmet O\nAna B-PER\nand O\nwine I-MISC\n"),
        ("own.conll", "Bo\tB-PER\nBerg\tI-PER\nmet\tO\nAna\tB-PER\nand\tO\nwine\tB-product\n\n"),
        ("own.iob2", "# text = x\n1\tBo\tB-PER\t-\t-\n2\tBerg\tI-PER\t-\t-\n3\tmet\tO\t-\t-\n4\tAna\tB-PER\t-\t-\n"),
    ],
)
def test_column_files(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    (text,) = ner._columns(tmp_path / name, ner.labels().columns)
    assert text.text.startswith("Bo Berg met Ana")
    assert text.names == {(0, 7, "person"), (12, 15, "person")}


def test_scores_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_re3d(tmp_path / "own")
    found = frozenset({(29, 36, "person"), (19, 24, "organisation"), (4, 15, "organisation")})
    monkeypatch.setattr(ner, "names_in", lambda *_: found)
    keys = ner.run(Request(data=(tmp_path,))).keys
    assert keys["p"] == pytest.approx(1 / 3)
    assert keys["r"] == pytest.approx(1 / 3)
    assert keys["f1"] == pytest.approx(1 / 3)
    assert (keys["f1_person"], keys["f1_place"], keys["f1_organisation"]) == (1.0, 0.0, 0.0)


def test_our_labels_count_under_the_shared_types() -> None:
    shared = set(ner.labels().re3d.ours.values())
    assert shared == set(ner.labels().re3d.gold.values())


@pytest.mark.parametrize(
    ("span", "label", "name"),
    [
        ("the Third Guard of Aland", "organisation", "Third Guard of Aland"),
        ("Prime Minister Ana Lund", "person", "Ana Lund"),
        ("Aland city", "place", "Aland"),
        ("the regime", "organisation", None),
        ("areas of Aland district, Norland", "place", None),
        ("she", "person", None),
        ("truck bomb", "weapon", "truck bomb"),
        ("last week", "time", None),
    ],
)
def test_what_of_a_span_is_a_name(span: str, label: str, name: str | None) -> None:
    found = ner.named(span, frozenset({(0, len(span), label)}), ner.labels().names)
    assert [span[a:b] for a, b, _ in found] == ([] if name is None else [name])
