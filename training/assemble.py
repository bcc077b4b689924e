"""Joining the trained parts to the one model that is shipped, and writing it so that no reader meets half of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol, cast

import msgspec
import spacy
from spacy.language import Language
from spacy.util import get_lang_class

from training import corpora, sources
from training.lemma_table import build
from training.pipeline import blank

VERSION = "1"
NAME = "whosays"
TREEBANKS = ("ewt", "gum")


def assemble(folder: Path, work: Path, target: Path) -> None:
    """Join ``work/syntax`` and ``work/names``, add the lemma table, and put the result in place of ``target``."""
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    joined(work).to_disk(fresh)
    for leftover in ("vectors", "key2row", "lookups.bin"):
        (fresh / "vocab" / leftover).unlink(missing_ok=True)
    paths = {source.key: folder / source.path for source in sources.load()}
    table = build([paths[key] for key in TREEBANKS], corpora.gmb(paths["gmb"]))
    (fresh / "lemmas.json").write_bytes(msgspec.json.encode(table, order="deterministic"))
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        for kept in ("CARD.md", "card.json", "__init__.py"):
            if (target / kept).exists():
                shutil.copy2(target / kept, fresh / kept)
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def joined(work: Path) -> Language:
    """One pipeline of both parts, with a vocabulary that holds no word of the training texts."""
    syntax = spacy.load(work / "syntax")
    names = spacy.load(work / "names")
    nlp = get_lang_class("en").from_config(syntax.config)
    _copy(blank("syntax").tokenizer, nlp.tokenizer)
    config = names.config["components"]["ner"]
    nlp.add_pipe("ner", config={k: v for k, v in config.items() if k not in {"factory"}})
    for part, name in [(syntax, n) for n in syntax.pipe_names] + [(names, "ner")]:
        for label in part.pipe_labels[name]:
            nlp.vocab.strings.add(label)
            nlp.vocab.strings.add(label.partition("-")[2] or label)
        _copy(part.get_pipe(name), nlp.get_pipe(name))
    nlp.meta["lang"] = "en"
    nlp.meta["name"] = NAME
    nlp.meta["version"] = VERSION
    nlp.meta["description"] = "Tagger, parser and names for Whosays; made by its training program."
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["performance"] = {}
    return nlp


class _Part(Protocol):
    """A component or a tokenizer, which all can be turned to bytes and back."""

    def to_bytes(self, *, exclude: list[str]) -> bytes: ...
    def from_bytes(self, data: bytes, *, exclude: list[str]) -> object: ...


def _copy(source: object, target: object) -> None:
    cast(_Part, target).from_bytes(cast(_Part, source).to_bytes(exclude=["vocab"]), exclude=["vocab"])
