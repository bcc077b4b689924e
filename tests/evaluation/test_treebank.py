"""The set ``parse``: reading treebanks, aligning by characters, counting."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.running import as_given
from evaluation.sets.treebank import Counted, align, pieces, score
from whosays.parse import Parse, Token

TREE = """# text = They don't run.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\trun\trun\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Go!
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


def _parse(text: str, rows: list[tuple[str, str, int, str]], sentences: list[tuple[int, int]]) -> Parse:
    tokens, at = [], 0
    for i, (word, tag, head, dep) in enumerate(rows):
        at = text.index(word, at)
        tokens.append(Token(i=i, start=at, end=at + len(word), text=word, lemma=word, tag=tag, dep=dep, head=head))
        at += len(word)
    return Parse(report=as_given(text), tokens=tuple(tokens), sentences=tuple(sentences))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    path = tmp_path / "own.conllu"
    path.write_text(TREE, encoding="utf-8")
    return path


def test_ten_sentences_make_one_raw_text(tree: Path) -> None:
    (piece,) = pieces(tree)
    assert piece.text == "They don't run. Go!"
    assert piece.sentences == ((0, 5), (5, 7))
    assert [piece.text[w.start : w.end] for w in piece.words] == ["They", "do", "n't", "run", ".", "Go", "!"]
    assert [w.head for w in piece.words] == [3, 3, 3, 3, 3, 5, 5]


def test_eleven_sentences_make_two(tmp_path: Path) -> None:
    path = tmp_path / "eleven.conllu"
    path.write_text(TREE.split("\n\n")[1].join(["", "\n\n"]) * 11, encoding="utf-8")
    assert [len(p.sentences) for p in pieces(path)] == [10, 1]


def test_a_perfect_parse_scores_one(tree: Path) -> None:
    (piece,) = pieces(tree)
    rows = [
        ("They", "PRP", 3, "nsubj"),
        ("do", "VBP", 3, "aux"),
        ("n't", "RB", 3, "advmod"),
        ("run", "VB", 3, "root"),
        (".", ".", 3, "punct"),
        ("Go", "VB", 5, "root"),
        ("!", ".", 5, "punct"),
    ]
    counted = Counted()
    score(piece, _parse(piece.text, rows, [(0, 5), (5, 7)]), counted)
    assert counted.keys() == {"xpos": 1.0, "uas": 1.0, "las": 1.0, "sents_f1": 1.0, "words": 7}


def test_a_token_over_two_gold_words_aligns_with_none_and_is_wrong(tree: Path) -> None:
    (piece,) = pieces(tree)
    rows = [
        ("They", "PRP", 2, "obj"),  # head right, label wrong
        ("don't", "VBP", 2, "aux"),  # over two words
        ("run", "NN", 2, "root"),  # tag wrong
        (".", ".", 2, "punct"),
        ("Go", "VB", 2, "root"),  # head wrong
        ("!", ".", 4, "punct"),
    ]
    parsed = _parse(piece.text, rows, [(0, 6)])
    assert align(piece.words, parsed) == [0, None, 3, 4, 5, 6]
    counted = Counted()
    score(piece, parsed, counted)
    # tags: They . Go ! right of 5 aligned, 7 wanted; arcs: 4 found (one lost), 5 wanted without punctuation
    assert counted.xpos.f1 == pytest.approx(2 * 4 / (5 + 7))
    assert counted.uas.f1 == pytest.approx(2 * 2 / (4 + 5))
    assert counted.las.f1 == pytest.approx(2 * 1 / (4 + 5))
    assert counted.sents.f1 == 0.0


def test_pieces_of_one_gold_word_each_align_with_it(tree: Path) -> None:
    (piece,) = pieces(tree)
    parsed = _parse("They don't run. Go!", [("Th", "X", 0, "root"), ("ey", "X", 0, "dep")], [(0, 2)])
    assert align(piece.words, parsed) == [0, 0]
