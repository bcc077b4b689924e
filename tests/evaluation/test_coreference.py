"""Coreference: the brackets of a treebank, heads, and our chains over the gold tree."""

from __future__ import annotations

from pathlib import Path

from evaluation.sets import coreference
from tests.factory import Draft

OWN = """# newdoc id = own_one
# newpar
1\tMayor\tmayor\tNOUN\tNN\t_\t2\tcompound\t_\tEntity=(1-person-new-cf1-2-coref
2\tRuiz\tRuiz\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\ther\ther\tPRON\tPRP$\t_\t5\tnmod:poss\t_\tEntity=(2-place-new-cf2-2-coref(1-person-giv-cf1-1-ana)
5\ttown\ttown\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)

# newpar
1\tTarsa\tTarsa\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(2-place-giv-cf1-1-coref)
2\twept\tweep\tVERB\tVBD\t_\t0\troot\t_\tEntity=(3-event-new-cf2-1-sgl)

"""


def _document(folder: Path) -> coreference.Document:
    (folder / "own.conllu").write_text(OWN)
    (document,) = coreference.read(folder / "own.conllu")
    return document


def test_brackets_open_and_close_mentions(tmp_path: Path) -> None:
    document = _document(tmp_path)
    assert document.piece.name == "own_one"
    assert document.piece.text == "Mayor Ruiz left her town\nTarsa wept"
    assert [(m.start, m.end, m.entity, m.kind) for m in document.mentions] == [
        (0, 2, "1", "person"),
        (3, 4, "1", "person"),
        (3, 5, "2", "place"),
        (5, 6, "2", "place"),
        (6, 7, "3", "event"),
    ]
    assert coreference.chains_of(document) == [frozenset({1, 3}), frozenset({4, 5})]


def test_our_chains_are_heads_of_the_gold_tree(tmp_path: Path) -> None:
    piece = _document(tmp_path).piece
    draft = Draft(piece.text)
    draft.actor("Mayor Ruiz", "Ruiz")
    draft.actor("her", "Ruiz")
    draft.place("Tarsa")
    record = draft.done()
    assert coreference.chains_in(record, piece) == [frozenset({1, 3})]
    assert coreference.homes_in(record, piece)[5] == "place:tarsa"
