"""Did it happen: the annotation's ids on a treebank that has one sentence less, and the command."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.sets import factuality
from evaluation.sets.factuality import Predicate
from evaluation.sets.treebank import pieces


def _sentence(*rows: tuple[str, str]) -> str:
    """Words and tags; the first verb is the root, and every other word hangs on it."""
    root = next(n for n, (_, tag) in enumerate(rows, 1) if tag.startswith("VB"))
    return "".join(
        f"{n}\t{word}\t_\tX\t{tag}\t_\t{0 if n == root else root}\t{'root' if n == root else 'dep'}\t_\t_\n"
        for n, (word, tag) in enumerate(rows, 1)
    )


def _files(folder: Path) -> None:
    first = _sentence(("Rebels", "NNS"), ("shelled", "VBD"), ("Bel", "NNP"), (".", "."))
    second = _sentence(("He", "PRP"), ("never", "RB"), ("fled", "VBD"), ("Bel", "NNP"), (".", "."))
    third = _sentence(("Shells", "NNS"), ("fell", "VBD"), (".", "."))
    (folder / "own-dev.conllu").write_text("\n".join((first, second, third, "")))

    def node(split: str, sentence: int, word: int, value: float) -> dict[str, object]:
        values = {"factuality": {"factual": {"value": value, "confidence": 1.0}}}
        return {f"ewt-{split}-{sentence}": {f"ewt-{split}-{sentence}-semantics-pred-{word}": values}}

    # The annotation has one sentence between the first and the second that the treebank has not.
    data = node("dev", 1, 2, 1.1) | node("dev", 3, 3, -1.2) | node("dev", 4, 2, 0.9) | node("train", 2, 2, 1.0)
    with zipfile.ZipFile(folder / "own.zip", "w") as packed:
        packed.writestr("factuality.json", json.dumps({"metadata": {}, "data": data}))


def test_predicates_move_to_the_sentences_that_the_treebank_has(tmp_path: Path) -> None:
    _files(tmp_path)
    read = sorted(factuality.predicates(tmp_path / "own.zip", "dev"))
    assert read == [Predicate(1, 2, True), Predicate(3, 3, False), Predicate(4, 2, True)]
    moved = factuality.placed(read, list(pieces(tmp_path / "own-dev.conllu")))
    assert moved == [Predicate(1, 2, True), Predicate(2, 3, False), Predicate(3, 2, True)]


def test_predicates_that_fit_stay() -> None:
    assert factuality.placed([Predicate(1, 2, True)], []) == [Predicate(1, 2, True)]


def test_the_command_says_how_many_happened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _files(tmp_path)
    assert main(["factuality", "--data", str(tmp_path)]) == 2
    assert "--ewt" in capsys.readouterr().err
    assert main(["factuality", "--data", str(tmp_path), "--ewt", str(tmp_path / "own-dev.conllu")]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.startswith("factuality f1=1.0000 acc=1.0000")
    assert "predicates=3 lost=0" in line
