"""The model card: what went in, under which licences, what came out, and how well it does; no dates, no paths."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path

from training.settled import LICENCE, NAME, SEED, VERSION
from training.sources import Source, file_hash

UNHASHED = frozenset({"card.json", "__init__.py"})

OPENING = """# The language model of Whosays

A small English pipeline for news: Penn Treebank tags, Universal Dependencies trees with sentence bounds, and
names of persons, organisations (armed groups told apart), places (states and cities told apart), nationalities,
facilities, weapons and times; beside it a table of lemmas. It is a component of spaCy, computed in numpy.

## How it was made

By `training/`, in two steps. A *teacher*, the encoder all-MiniLM-L6-v2 (six layers of 384, Apache-2.0, of the
sentence-transformers project; a distillation of Microsoft's MiniLM) with heads of our own, was fine-tuned on the
corpora below. The *student* that is shipped has the teacher's vocabulary, its first layers and its heads, and was
trained on the same corpora and on what the teacher says of all their texts, those without annotation included. Its
weights are kept in bytes, with a scale for each row.

## Licence

The weights and the lemma table are licensed under CC BY-SA 4.0
(<https://creativecommons.org/licenses/by-sa/4.0/>), since the treebank behind them is. The code that trains and
runs them is Apache-2.0. The encoder that training began from is published under Apache-2.0; its own documentation
lists what it was trained on (pairs of sentences from the web, among them sets made for research, such as MS MARCO).

GUM as a whole carries a NonCommercial licence, but its licence file goes on to say that each part keeps the
licence of its texts: it names the documents from Wikimedia (Wikinews with its interviews and biographies, and
Wikivoyage) as CC BY, and puts the OpenStax textbooks, the Creative Commons vlogs and the political speeches,
the latter public domain, beside them; only how-to guides and fiction are named as NonCommercial. Only the first
group was used: news, interview, bio, voyage, textbook, vlog, speech.

## Data
"""

USE = """
## Use and limits

Made to read news reports on security and diplomacy for Whosays. It knows edited English best; its names come
mostly from news of 2000-2010 with automatic ("silver") labels, so newer and rarer names are found by their form
and surroundings only. Facilities and weapons are labelled partly by word lists and are the weakest; the kinds of
organisations and places were labelled by the lists of Whosays. Nothing that it says about a person should be used
without the words of the report that it rests on.
"""


KEPT = """About a fifth of the documents of re3d and 3 % of the sentences of GMB, both by hash, were kept from
training. The hashes of all sources and files are in `card.json`.
"""

COUNTED = """F1 in per cent, by `python -m training evaluate`, from raw text: words, sentences and all else are
predicted. A word that is cut otherwise than in the treebank counts as a miss. Names count when span and label are
exact; on UNER-EWT only persons, organisations and places are counted.
"""


def write(work: Path, model: Path, listed: tuple[Source, ...]) -> None:
    """Write ``CARD.md`` and ``card.json`` into the model folder, from the records that the other steps left."""
    hashes: dict[str, str] = json.loads((work / "sources.json").read_text(encoding="utf-8"))
    scores: dict[str, dict[str, float]] = json.loads((work / "scores.json").read_text(encoding="utf-8"))
    (model / "CARD.md").write_text(_text(listed, scores), encoding="utf-8")
    record = {
        "name": NAME,
        "version": VERSION,
        "licence": LICENCE,
        "seed": SEED,
        "versions": {
            "python": platform.python_version(),
            **{package: version(package) for package in ("spacy", "thinc", "numpy")},
        },
        "data": [
            {
                "key": source.key,
                "name": source.name,
                "use": source.use,
                "licence": source.licence,
                "attribution": source.attribution.strip(),
                "sha256": hashes[source.key],
            }
            for source in listed
        ],
        "scores": scores,
        "files": files(model),
    }
    (model / "card.json").write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def files(model: Path) -> dict[str, dict[str, int | str]]:
    """Size and SHA-256 of every file of a model, but for the card that will hold them."""
    found = sorted(
        p for p in model.rglob("*") if p.is_file() and p.name not in UNHASHED and "__pycache__" not in p.parts
    )
    return {p.relative_to(model).as_posix(): {"bytes": p.stat().st_size, "sha256": file_hash(p)} for p in found}


def _text(listed: tuple[Source, ...], scores: dict[str, dict[str, float]]) -> str:
    lines = [OPENING]
    for use, title in (("train", "Trained on"), ("measure", "Chosen and measured by, never trained on")):
        lines.append(f"{title}:\n")
        for source in listed:
            if source.use == use:
                lines.append(f"- **{source.name}** - {source.licence}. {source.attribution.strip()}")
        lines.append("")
    lines.append(KEPT)
    lines.append("## Scores\n")
    lines.append(COUNTED)
    for title, rows in scores.items():
        lines.append(f"- {title}: " + ", ".join(f"{name} {value:.1f}" for name, value in rows.items()))
    lines.append(USE)
    return "\n".join(lines)
