"""The set ``cameo``: sentences by quad, source and target, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.request import EvaluationError, Request
from evaluation.sets import quads
from evaluation.sets.quads import Row, Sentence, judged, named, read

TEXT = "Peru “condemned” Chile's army."
PARTIES = ("Peru B-S", "“ O", "condemned O", "” O", "Chile B-T", "'s I-T", "army I-T", ". O")
PERU, ARMY = (0, 4), (17, 29)


def tagged(path: Path) -> Path:
    path.write_text(
        "Peru B-S\n“ O\ncondemned O\n” O\nChile B-T\n's I-T\narmy I-T\n. O\n\nAll B-R\nmet O\n", encoding="utf-8"
    )
    return path


def test_marked_words_are_found_whatever_their_spaces_and_quotes(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(f"{TEXT}\t3\nAll met.\t1\nIt rained.\t0\n", encoding="utf-8")
    names = dict(named(tagged(tmp_path / "a.txt")))
    one, two, three = read(tmp_path / "a.tsv", names)
    assert one == Sentence(TEXT, 3, (PERU,), (ARMY,))
    assert two == Sentence("All met.", 1, ((0, 3),), ((0, 3),)), "R is both"
    assert three == Sentence("It rained.", 0), "nobody marked it"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (Row(3, "ACCUSE", (PERU,), (ARMY,)), ("quad", "source", "target", "pair", "row")),
        (Row(4, "ASSAULT", (PERU,), (ARMY,)), ("source", "target", "pair")),
        (Row(3, "ACCUSE", (PERU,), ()), ("quad", "source")),
        (Row(3, "ACCUSE", (ARMY,), (PERU,)), ("quad",)),
        (Row(3, "ACCUSE", (PERU, ARMY), (), mutual=True), ("quad", "source", "target", "pair", "row")),
    ],
)
def test_what_a_row_has(row: Row, wanted: tuple[str, ...]) -> None:
    assert judged(Sentence(TEXT, 3, (PERU,), (ARMY,)), [row]) == wanted


def test_two_rows_do_not_make_one() -> None:
    rows = [Row(3, "ACCUSE", (PERU,), ()), Row(3, "ACCUSE", (), (ARMY,))]
    assert judged(Sentence(TEXT, 3, (PERU,), (ARMY,)), rows) == ("quad", "source", "target")


def test_no_quad_wants_no_row() -> None:
    assert judged(Sentence(TEXT, 0), []) == ("quad",)
    assert judged(Sentence(TEXT, 0), [Row(3, "ACCUSE", (PERU,), ())]) == ()


def test_the_set_codes_and_counts(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Peru condemned Chile.\t3\nIt rained in Lima.\t0\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Peru B-S\ncondemned O\nChile B-T\n. O\n", encoding="utf-8")
    result = quads.run(Request(data=(tmp_path,)))
    both = {key: result.keys[key] + result.keys[f"apart_{key}"] for key in ("row", "sentences", "marked")}
    assert both == {"row": 1.0, "sentences": 2, "marked": 1}
    assert result.cases[0].gold == ("3: Peru > Chile",)
    assert result.cases[0].found == ("3 ACCUSE: Peru > Chile",)


@pytest.mark.parametrize(
    ("name", "words"), [("a.tsv", "no label\n"), ("a.tsv", "a label\tmany\n"), ("a.txt", "Peru B-S O\n")]
)
def test_other_forms_are_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "a.tsv").write_text("Peru condemned Chile.\t3\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Peru B-S\n", encoding="utf-8")
    (tmp_path / name).write_text(words, encoding="utf-8")
    with pytest.raises(EvaluationError):
        quads.run(Request(data=(tmp_path,)))
