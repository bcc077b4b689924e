"""What of training needs no torch: names swapped, kinds of names, windows, the lemma table, scores, the card."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from training import card, sources
from training.evaluate import name_scores, syntax_scores
from training.kinds import Kinds, load
from training.lemma_table import build
from training.material import UNKNOWN, Inventory, Maker, Window, batches, inventory, load_inventory, varied
from training.variants import pool, swap
from whosays import parsing
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.network.pieces import SETTINGS, Pieces

VOCAB = Vocab()


def tree() -> Doc:
    return Doc(
        VOCAB,
        words=["Men", "left", "Oslo", "."],
        spaces=[True, True, False, False],
        tags=["NNS", "VBD", "NNP", "."],
        lemmas=["man", "leave", "Oslo", "."],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "root", "obj", "punct"],
        sent_starts=[True, False, False, False],
    )


def named() -> Doc:
    doc = Doc(VOCAB, words=["Men", "left", "Oslo", "."], spaces=[True, True, False, False])
    doc.set_ents([Span(doc, 2, 3, label="place")], missing=[doc[0:1]], default="outside")
    return doc


PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "men", "left", "oslo", "."])


def made(*docs: Doc) -> list[Window]:
    return list(Maker(PIECES, inventory([tree()], [named()])).windows(docs))


def test_a_window_holds_what_is_known_of_a_tree() -> None:
    (window,) = made(tree())
    assert window.heads.tolist() == [1, 4, 1, 1]
    assert window.starts.tolist() == [1, 0, 0, 0]
    assert set(window.names.tolist()) == {UNKNOWN}
    assert window.first.tolist() == [1, 2, 3, 4]


def test_a_window_holds_what_is_known_of_names() -> None:
    (window,) = made(named())
    assert window.names.tolist() == [UNKNOWN, 0, 1, 0]
    assert set(window.heads.tolist()) == {UNKNOWN}


def test_windows_are_set_in_other_ways_and_keep_their_words() -> None:
    random = Random(1)
    (window,) = made(tree())
    seen: set[tuple[str, ...]] = set()
    for _ in range(400):
        other = varied(window, random, PIECES.of(".").pieces[0])
        seen.add(tuple(SETTINGS[s // 2] for s in other.settings[1:]))
        count = len(other.first)
        assert other.heads.tolist() == [1, count, 1, 1][:count]
    plain = ("title", "lower", "title", "mark")
    shouted, small, headline = ("upper",) * 3, ("lower",) * 3, ("title",) * 3
    assert {plain, plain[:3], (*shouted, "mark"), (*small, "mark"), (*headline, "mark")} <= seen


def test_batches_hold_every_window_once() -> None:
    windows = made(*[tree() for _ in range(7)])
    found = list(batches(windows, 12, Random(0)))
    assert sorted(id(w) for b in found for w in b) == sorted(map(id, windows))
    assert sorted(len(b) for b in found) == [1, 2, 2, 2]


def test_the_inventory_comes_back(tmp_path: Path) -> None:
    kept = inventory([tree()], [named()])
    assert kept == Inventory((".", "NNP", "NNS", "VBD"), ("nsubj", "obj", "punct", "root"), ("O", "B-place", "I-place"))
    kept.save(tmp_path / "i.json")
    assert load_inventory(tmp_path / "i.json") == kept


def test_kinds_come_from_the_lists() -> None:
    kinds = load()
    assert kinds.label("organisation", "Hezbollah") == "organisation:armed-group"
    assert kinds.label("place", "Syria") == "place:state"
    assert kinds.label("place", "Aleppo") == "place:city"
    assert kinds.label("place", "Wadi Barada") == "place"
    assert Kinds(frozenset(), {}).label("person", "Syria") == "person"


def test_names_are_swapped_for_others_of_their_kind() -> None:
    random = Random(3)
    names = {"place": ["New Sarum"]}
    seen = {swap(named(), names, random).text: swap(named(), names, random) for _ in range(60)}
    assert set(seen) == {"Men left Oslo.", "Men left New Sarum."}
    assert pool([named()])["place"] == ["Oslo"]


def test_the_lemma_table_keeps_what_rules_get_wrong(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    rows = [("Spies", "spy", "NNS"), ("ran", "run", "VBD"), ("walked", "walk", "VBD")]
    lines = [f"{i}\t{f}\t{lemma}\t_\t{tag}\t_\t{i - 1}\tdep\t_\t_" for i, (f, lemma, tag) in enumerate(rows, 1)]
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    table = build([path], [])
    assert table.forms["verb"]["ran"] == "run"
    assert "walked" not in table.forms["verb"]
    assert "walk" in table.known["verb"]
    assert Lemmatizer(table).lemma("spies", "NNS") == "spy"


def test_what_the_shipped_model_finds_is_counted() -> None:
    model = parsing.load()
    scores = syntax_scores([tree()], model)
    assert scores["xpos"].f1 == pytest.approx(100)
    assert scores["uas"].f1 == pytest.approx(100)
    assert scores["sentences"].f1 == pytest.approx(100)
    names = name_scores([named()], model)
    assert (names["place"].hits, names["place"].there) == (1, 1)
    shouted = name_scores([named()], model, frozenset({"place"}), str.upper)
    assert (shouted["place"].hits, shouted["place"].there) == (1, 1)


def test_the_card_tells_data_scores_and_files(tmp_path: Path) -> None:
    work, model = tmp_path / "work", tmp_path / "model"
    work.mkdir()
    (model / "ner").mkdir(parents=True)
    (model / "ner" / "model").write_bytes(b"weights")
    (work / "sources.json").write_text(json.dumps({s.key: "0" * 64 for s in sources.load()}), encoding="utf-8")
    (work / "scores.json").write_text(json.dumps({"Own dev": {"las": 81.25}}), encoding="utf-8")
    card.write(work, model, sources.load())
    record = json.loads((model / "card.json").read_text(encoding="utf-8"))
    assert set(record["files"]) == {"CARD.md", "ner/model"}
    assert record["files"]["ner/model"]["bytes"] == len(b"weights")
    assert record["scores"] == {"Own dev": {"las": 81.25}}
    text = (model / "CARD.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in text
    assert "las 81.2" in text
    assert all(source.name in text for source in sources.load())
