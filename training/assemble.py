"""Writing the model that is shipped: a spaCy pipeline of tokenizer and reading machine, and the lemma table."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import torch

from training import corpora, sources
from training.evaluate import size_scores
from training.lemma_table import build
from training.material import load_inventory
from training.pipeline import blank
from training.settled import LICENCE, NAME, VERSION
from whosays.parsing import machine
from whosays.parsing.network import annotating, weights

TREEBANKS = ("ewt", "gum")
OUTSIDE = 0.0  # added to the score of being no name


def assemble(folder: Path, work: Path, target: Path) -> None:
    """Make the model of the shipped student and put it in place of ``target``, so that no reader meets half of it."""
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    pipeline(work, "shipped", fresh)
    paths = {source.key: folder / source.path for source in sources.load()}
    table = build([paths[key] for key in TREEBANKS], corpora.gmb(paths["gmb"]))
    (fresh / "lemmas.json").write_bytes(msgspec.json.encode(table, order="deterministic"))
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        for kept in ("CARD.md", "card.json"):
            if (target / kept).exists():
                shutil.copy2(target / kept, fresh / kept)
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def pipeline(work: Path, student: str, target: Path) -> None:
    """Write tokenizer, network, vocabulary and inventory of a student below ``target``."""
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp = blank()
    nlp.add_pipe(machine.FACTORY)
    nlp.meta.update(
        {
            "lang": "en",
            "name": NAME,
            "version": VERSION,
            "description": "Tagger, parser and names for Whosays; made by its training program.",
            "license": LICENCE,
            "performance": {},
        }
    )
    nlp.to_disk(target)
    for leftover in ("vectors", "key2row", "lookups.bin"):
        (target / "vocab" / leftover).unlink(missing_ok=True)
    part = target / machine.FACTORY
    part.mkdir()
    trained = torch.load(work / f"{student}.pt", weights_only=True, map_location="cpu")
    weights.save({name: values.numpy() for name, values in trained.items()}, part / "weights.npz")
    shutil.copy2(work / "vocabulary.txt", part / "pieces.vocab")
    kept = load_inventory(work / "inventory.json")
    listed = annotating.Inventory(kept.tags, kept.labels, kept.names, outside=OUTSIDE)
    (part / "inventory.json").write_bytes(msgspec.json.format(msgspec.json.encode(listed)))


def measured(work: Path, folder: Path, lemma_table: Path) -> dict[str, float]:
    """What a size is judged by; ``folder`` is given a lemma table first."""
    shutil.copy2(lemma_table, folder / "lemmas.json")
    return size_scores(work, folder)
