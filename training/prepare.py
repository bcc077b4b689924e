"""The first step: corpora to prepared documents, with a record of the hashes of everything read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc, DocBin

from training import corpora, labels, sources
from training.corpora import held_out
from training.labels import Known
from training.pipeline import blank
from training.prepare_names import Reader, demonyms, gmb_held_out, places, uner
from training.prepare_syntax import treebank

SYNTAX_FIELDS = ["TAG", "LEMMA", "DEP", "HEAD", "SENT_START", "SPACY"]
NAME_FIELDS = ["ENT_IOB", "ENT_TYPE", "SPACY"]
REPEATS = {"re3d": 4, "gum": 2, "wikigold": 2}  # small corpora of good quality count more than once


def prepare(folder: Path, work: Path) -> None:
    """Write the prepared documents of all corpora below ``folder`` to ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    paths = {source.key: folder / source.path for source in sources.load()}
    hashes = {key: sources.file_hash(path) for key, path in paths.items()}
    (work / "sources.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    _syntax(paths, work)
    _names(paths, work)


def _syntax(paths: dict[str, Path], work: Path) -> None:
    nlp = blank("syntax")
    for name, keys in {
        "syntax-train": ("ewt", "gum"),
        "syntax-dev": ("ewt-dev", "gum-dev"),
        "syntax-ewt": ("ewt-dev",),
        "syntax-gum": ("gum-dev",),
    }.items():
        docs = chain.from_iterable(treebank(paths[key], nlp.vocab) for key in keys)
        _save(work / f"{name}.spacy", docs, SYNTAX_FIELDS)


def _names(paths: dict[str, Path], work: Path) -> None:
    gmb = list(corpora.gmb(paths["gmb"]))
    reader = Reader(blank("names"), labels.load(), Known(demonyms(gmb), places(gmb)))
    re3d: dict[bool, list[Doc]] = {True: [], False: []}
    for document in corpora.re3d(paths["re3d"]):
        re3d[held_out(document.identity)].extend(reader.raw(document))
    gum = list(reader.docs(corpora.gum(paths["gum"]), "gum", 3))
    wikigold = list(reader.docs(corpora.columns(paths["wikigold"]), "wikigold", 3))
    tweets = [reader.docs(corpora.columns(path), "btc") for path in sorted(paths["btc"].glob("*.conll"))]
    train: list[Iterable[Doc]] = [
        reader.docs((t for t in gmb if not gmb_held_out(t)), "gmb", 3),
        reader.docs(corpora.columns(paths["wnut17"]), "wnut17"),
        *tweets,
        *[gum] * REPEATS["gum"],
        *[wikigold] * REPEATS["wikigold"],
        *[re3d[False]] * REPEATS["re3d"],
    ]
    gum_dev = list(reader.docs(corpora.gum(paths["gum-dev"]), "gum", 3))
    gmb_dev = list(reader.docs((t for t in gmb if gmb_held_out(t)), "gmb", 3))
    _save(work / "names-train.spacy", chain.from_iterable(train), NAME_FIELDS)
    _save(work / "names-dev.spacy", [*gmb_dev, *gum_dev, *re3d[True]], NAME_FIELDS)
    _save(work / "names-gmb.spacy", gmb_dev, NAME_FIELDS)
    _save(work / "names-gum.spacy", gum_dev, NAME_FIELDS)
    _save(work / "names-re3d.spacy", re3d[True], NAME_FIELDS)
    measured = reader.docs(uner(paths["uner-ewt"], paths["ewt-dev"]), "uner-ewt")
    _save(work / "names-uner.spacy", measured, NAME_FIELDS)


def _save(path: Path, docs: Iterable[Doc], fields: list[str]) -> None:
    kept = DocBin(attrs=fields, docs=docs)
    kept.to_disk(path)
    print(f"{path.name}: {len(kept)} documents, {sum(len(t) for t in kept.tokens)} words", flush=True)
