"""Variants, batches, the lemma table, and a tiny model trained, joined, measured and described from start to end."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training import card, sources
from training.assemble import joined
from training.evaluate import name_scores, syntax_scores
from training.fit import Course, batches, fit
from training.lemma_table import build
from training.prepare import NAME_FIELDS, SYNTAX_FIELDS
from training.variants import curly, pool, swap, vary
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.syntax import Model

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


def test_variants_keep_the_annotation() -> None:
    random = Random(1)
    seen = {vary(tree(), random).text for _ in range(200)}
    assert {"Men left Oslo.", "MEN LEFT OSLO.", "men left oslo.", "Men left Oslo"} <= seen
    for _ in range(50):
        doc = vary(tree(), random)
        assert [t.tag_ for t in doc][:3] == ["NNS", "VBD", "NNP"]
        assert [t.dep_ for t in doc][:3] == ["nsubj", "root", "obj"]


def test_variants_keep_names_and_what_is_unknown() -> None:
    random = Random(2)
    for _ in range(50):
        doc = vary(named(), random)
        assert [(e.text.lower(), e.label_) for e in doc.ents] == [("oslo", "place")]
        assert doc[0].ent_iob_ == ""


def test_names_are_swapped_for_others_of_their_kind() -> None:
    random = Random(3)
    names = {"place": ["New Sarum"]}
    seen = {swap(named(), names, random).text: swap(named(), names, random) for _ in range(60)}
    assert set(seen) == {"Men left Oslo.", "Men left New Sarum."}
    assert pool([named()])["place"] == ["Oslo"]


def test_curly_marks_open_and_close_by_turns() -> None:
    assert curly(['"', "Go", '"', "--", "it", "'s"]) == ["“", "Go", "”", "—", "it", "’s"]


def test_batches_hold_every_document_once() -> None:
    docs = [tree() for _ in range(7)]
    found = list(batches(docs, 8, Random(0)))
    assert sorted(id(d) for b in found for d in b) == sorted(map(id, docs))
    assert [sum(len(d) for d in b) for b in found] == [8, 8, 8, 4]


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


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with both parts trained on a handful of sentences."""
    work = tmp_path_factory.mktemp("work")
    for part, fields, doc in (("syntax", SYNTAX_FIELDS, tree), ("names", NAME_FIELDS, named)):
        for split in ("train", "dev"):
            DocBin(attrs=fields, docs=[doc() for _ in range(30)]).to_disk(work / f"{part}-{split}.spacy")
    fit(Course("syntax", 2), work / "syntax-train.spacy", work / "syntax-dev.spacy", work / "first")
    later = Course("syntax", 8, 6, start=work / "first")
    fit(later, work / "syntax-train.spacy", work / "syntax-dev.spacy", work / "syntax")
    fit(Course("names", 6), work / "names-train.spacy", work / "names-dev.spacy", work / "names")
    return work


def test_a_model_is_trained_joined_and_measured(trained: Path) -> None:
    nlp = joined(trained)
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert "Oslo" not in nlp.vocab.strings, "words of the training texts do not travel with the model"
    model = Model(nlp, Lemmatizer(build([], [])), "model:test@0")
    scores = syntax_scores([tree()], model)
    assert scores["xpos"].f1 == pytest.approx(100)
    assert scores["uas"].f1 == pytest.approx(100)
    assert scores["sentences"].f1 == pytest.approx(100)
    names = name_scores([named()], model)
    assert (names["place"].hits, names["place"].there) == (1, 1)


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
