"""The reading machine: the same whatever stands round a window, at home in spaCy, clear when its files are wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from whosays import parsing
from whosays.errors import KnowledgeError
from whosays.parsing import machine
from whosays.parsing.network import weights
from whosays.parsing.network.encoder import Network
from whosays.records import Report

SHIPPED = Path(str(resources.files("whosays"))) / "data" / "model"
FIRST = "The army said on Friday that rebels had shelled a market in Aden, killing four people."
SECOND = "The rebels denied it."


def parsed(text: str) -> list[tuple[str, str, str, int]]:
    tokens = parsing.parse(Report(id="0" * 16, text=text), parsing.load()).tokens
    return [(t.text, t.tag, t.dep, t.head - t.i) for t in tokens]


def test_a_paragraph_is_read_the_same_whatever_stands_round_it() -> None:
    alone = parsed(FIRST)
    assert parsed(f"{FIRST}\n\n{SECOND}")[: len(alone)] == alone
    assert parsed(f"{SECOND}\n\n{FIRST}\n\n{SECOND}\n\n{FIRST}")[-len(alone) :] == alone


def test_scores_are_the_same_to_the_last_bit() -> None:
    network = Network(weights.load(SHIPPED / machine.FACTORY / "weights.npz"))
    pieces = np.arange(40, 60, dtype=np.int32)
    set_as = np.ones(20, dtype=np.int32)
    first = np.arange(1, 20, dtype=np.int32)
    one, other = network.read(pieces, set_as, first), network.read(pieces.copy(), set_as.copy(), first.copy())
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_what_was_read_lately_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.load(SHIPPED)
    reader, vocab = nlp.get_pipe(machine.FACTORY), nlp.vocab
    assert isinstance(reader, machine.Reader)
    texts = [["Rebels", "left", "Aden", "."]] * 3
    docs = [reader(Doc(vocab, words=words)) for words in texts[:1]]
    monkeypatch.setattr(Network, "read", lambda *_: pytest.fail("read again"))
    docs += [reader(Doc(vocab, words=words)) for words in texts[1:]]
    assert len({tuple((t.tag_, t.dep_, t.head.i, t.ent_type_) for t in doc) for doc in docs}) == 1


def test_the_model_is_a_pipeline_of_spacy() -> None:
    nlp = spacy.load(SHIPPED)
    doc = nlp("Rebels left Damascus on Friday. The army denied it.")
    assert nlp.pipe_names == [machine.FACTORY]
    assert [s.text for s in doc.sents] == ["Rebels left Damascus on Friday.", "The army denied it."]
    assert [(e.text, e.label_) for e in doc.ents] == [("Damascus", "place"), ("Friday", "time")]
    assert doc[1].dep_ == "root"
    assert doc[0].head.text == "left"
    assert not len(nlp(""))


def test_spacy_and_whosays_read_the_same() -> None:
    text = f"{FIRST} {SECOND} “We didn't,” their man in al-Mukalla told AFP at 5 p.m. on Sunday."
    doc = spacy.load(SHIPPED)(text)
    parse = parsing.parse(Report(id="0" * 16, text=text), parsing.load())
    assert [t.text for t in doc] == [t.text for t in parse.tokens]
    assert [t.tag_ for t in doc] == [t.tag for t in parse.tokens]
    assert [(t.dep_, t.head.i) for t in doc] == [(t.dep, t.head) for t in parse.tokens]
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [(n.start, n.end, n.label) for n in parse.names]
    kinds = {n.start: n.kind for n in parse.names if n.kind}
    assert doc.user_data[machine.KINDS] == kinds
    assert kinds


def test_to_read_a_report_needs_no_spacy() -> None:
    program = f"import sys, whosays; whosays.code(whosays.read_text({FIRST!r})); print('spacy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_kinds_of_names_are_told() -> None:
    parse = parsing.parse(
        Report(id="0" * 16, text="Hezbollah fired rockets at Haifa on Monday, Israel said."), parsing.load()
    )
    kinds = {parse.text(n.start, n.end): (n.label, n.kind) for n in parse.names}
    assert kinds["Hezbollah"] == ("organisation", "armed-group")
    assert kinds["Haifa"] == ("place", "city")
    assert kinds["Israel"] == ("place", "state")


PARTS = ["tokenizer", *(f"{machine.FACTORY}/{name}" for name in ("weights.npz", "pieces.vocab", "inventory.json"))]


@pytest.mark.parametrize("name", [*PARTS, "lemmas.json", "meta.json"])
@pytest.mark.parametrize("damage", ["missing", "other"])
def test_a_broken_model_says_what_to_do(tmp_path: Path, name: str, damage: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED, folder)
    broken = folder / name
    if damage == "missing":
        broken.unlink()
    else:
        broken.write_bytes(b"\xff\xfe no such thing")
    with pytest.raises(KnowledgeError, match="Install Whosays anew"):
        parsing.load(folder)


def test_weights_come_back_nearly_as_they_went(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    given = {"table": random.standard_normal((5, 7)).astype(np.float32), "row": np.ones(3, dtype=np.float32)}
    weights.save(given, tmp_path / "w.npz")
    back = weights.load(tmp_path / "w.npz")
    assert set(back) == set(given)
    assert np.array_equal(back.rows("table").of(np.array([3, 0], dtype=np.int32)), back["table"][[3, 0]])
    assert np.abs(back["table"] - given["table"]).max() < np.abs(given["table"]).max() / weights.STEPS
    assert np.array_equal(back["row"], given["row"])
