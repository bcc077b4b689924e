"""The first step: corpora to prepared documents, with a record of the hashes of everything read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc

from training import corpora, kinds, labels, sources
from training.corpora import held_out
from training.documents import save_docs, tokenize
from training.labels import Known
from training.pipeline import blank
from training.prepare_names import Reader, demonyms, gmb_held_out, places, uner
from training.prepare_syntax import treebank

SYNTAX_FIELDS = ["TAG", "LEMMA", "DEP", "HEAD", "SENT_START", "SPACY"]
NAME_FIELDS = ["ENT_IOB", "ENT_TYPE", "SPACY"]
SILVER_AMONG_GOLD = 8  # every eighth document of GMB, for the labels that hardly any other corpus has
REPEATS = {"re3d": 4, "gum": 2, "wikigold": 2}  # small corpora of good quality count more than once


def prepare(folder: Path, work: Path) -> None:
    """Write the prepared documents of all corpora below ``folder`` to ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    paths = {source.key: folder / source.path for source in sources.load()}
    hashes = {key: sources.file_hash(path) for key, path in paths.items()}
    (work / "sources.json").write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    _syntax(paths, work)
    _names(paths, work)
    nlp = blank()
    save_docs(work / "raw-train.spacy", (tokenize(nlp, line) for line in corpora.muc(paths["muc4"])), ["SPACY"])


def _syntax(paths: dict[str, Path], work: Path) -> None:
    nlp = blank()
    for name, keys in {
        "syntax-train": ("ewt", "gum"),
        "syntax-dev": ("ewt-dev", "gum-dev"),
        "syntax-ewt": ("ewt-dev",),
        "syntax-gum": ("gum-dev",),
    }.items():
        docs = chain.from_iterable(treebank(paths[key], nlp.vocab) for key in keys)
        save_docs(work / f"{name}.spacy", docs, SYNTAX_FIELDS)


def _names(paths: dict[str, Path], work: Path) -> None:
    gmb = list(corpora.gmb(paths["gmb"]))
    reader = Reader(blank(), labels.load(), Known(demonyms(gmb), places(gmb)), kinds.load())
    re3d: dict[bool, list[Doc]] = {True: [], False: []}
    for document in corpora.re3d(paths["re3d"]):
        re3d[held_out(document.identity)].extend(reader.raw(document))
    gum = list(reader.docs(corpora.gum(paths["gum"]), "gum", 3))
    wikigold = list(reader.docs(corpora.columns(paths["wikigold"]), "wikigold", 3))
    tweets = [doc for path in sorted(paths["btc"].glob("*.conll")) for doc in reader.docs(corpora.columns(path), "btc")]
    emerging = list(reader.docs(corpora.columns(paths["wnut17"]), "wnut17"))
    silver = list(reader.docs((t for t in gmb if not gmb_held_out(t)), "gmb", 3))
    train: list[Iterable[Doc]] = [
        silver,
        emerging,
        tweets,
        *[gum] * REPEATS["gum"],
        *[wikigold] * REPEATS["wikigold"],
        *[re3d[False]] * REPEATS["re3d"],
    ]
    gum_dev = list(reader.docs(corpora.gum(paths["gum-dev"]), "gum", 3))
    gmb_dev = list(reader.docs((t for t in gmb if gmb_held_out(t)), "gmb", 3))
    save_docs(work / "names-train.spacy", chain.from_iterable(train), NAME_FIELDS)
    gold = [
        silver[::SILVER_AMONG_GOLD],
        emerging,
        tweets,
        *[gum] * 2,
        *[wikigold] * 2,
        *[re3d[False]] * REPEATS["re3d"],
    ]
    save_docs(work / "names-gold.spacy", chain.from_iterable(gold), NAME_FIELDS)
    save_docs(work / "names-dev.spacy", [*gmb_dev, *gum_dev, *re3d[True]], NAME_FIELDS)
    save_docs(work / "names-gmb.spacy", gmb_dev, NAME_FIELDS)
    save_docs(work / "names-gum.spacy", gum_dev, NAME_FIELDS)
    save_docs(work / "names-re3d.spacy", re3d[True], NAME_FIELDS)
    measured = reader.docs(uner(paths["uner-ewt"], paths["ewt-dev"]), "uner-ewt")
    save_docs(work / "names-uner.spacy", measured, NAME_FIELDS)
