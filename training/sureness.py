"""Learns what the signs of an event row weigh, from verdicts of people on the rows of world news.

The news are those of ``news.py``: public-domain and open texts. ``verdicts.csv`` beside this file holds what was said
of their rows (the form is that of ``evaluation/gold/verdicts.csv``: digests and marks, no text). A verdict
counts as long as the row comes out as it was judged; a doubtful one counts half for, half against.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from evaluation.learning import Example, learn
from evaluation.running import as_given, stages
from evaluation.sets.rows import Verdict, by_text, digest, keyed, verdicts
from training.news import texts
from whosays.ontology.sureness import ALWAYS, FILE
from whosays.resolving.sureness import rows_of, signs

VERDICTS = Path(__file__).parent / "verdicts.csv"
_RIDGE, _FEWEST, _FOLDS = 15.0, 20, 10


class Judged(msgspec.Struct, frozen=True):
    """A row as the learner sees it."""

    text: str
    signs: frozenset[str]
    verdict: Verdict


def judged(folder: Path, paths: Mapping[str, str]) -> tuple[Judged, ...]:
    """The rows of the news that still come out as they were judged."""
    known = by_text(verdicts(VERDICTS))
    found: list[Judged] = []
    for text in texts(folder, paths):
        said = known.get(digest(text))
        if said is None:
            continue
        parse, record = stages(as_given(text))
        rows = {row.event.id: row for row in rows_of(parse, record)}
        for key, event in keyed(record):
            if key in said:
                found.append(Judged(digest(text), frozenset(signs(rows[event.id])), said[key]))
    return tuple(found)


def write(folder: Path, paths: Mapping[str, str], out: Path = FILE) -> str:
    """Learns the weights and writes them; returns a line on how well they tell right rows from wrong ones unseen."""
    rows = judged(folder, paths)
    weights = learn([e for row in rows for e in _examples(row)], ridge=_RIDGE, fewest=2 * _FEWEST)
    with out.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("sign", "weight"))
        table.writerows((sign, f"{weights[sign]:.2f}") for sign in sorted(weights))
    return _told(rows)


def _examples(row: Judged) -> tuple[Example, Example]:
    """Two for each row, so that a doubt can count half for and half against."""
    wanted = row.verdict.right
    return Example(row.signs, wanted), Example(row.signs, wanted or row.verdict.doubtful)


def _told(rows: Sequence[Judged]) -> str:
    """The share of right rows by how sure they are, each judged by weights learnt without its text."""
    names = sorted({row.text for row in rows})
    likely: list[tuple[float, Judged]] = []
    for fold in range(_FOLDS):
        kept = set(names[fold::_FOLDS])
        weights = learn(
            [e for row in rows if row.text not in kept for e in _examples(row)], ridge=_RIDGE, fewest=2 * _FEWEST
        )
        likely += [(_sure(weights, row), row) for row in rows if row.text in kept]
    likely.sort(key=lambda pair: -pair[0])
    parts = [likely[: len(likely) * n // 4] for n in (1, 2, 3, 4)]
    shares = [sum(row.verdict.right for _, row in part) / len(part) for part in parts]
    return f"{len(rows)} rows; right of the surest quarter, half, three quarters, all: " + ", ".join(
        f"{share:.2f}" for share in shares
    )


def _sure(weights: dict[str, float], row: Judged) -> float:
    return 1 / (1 + math.exp(-weights[ALWAYS] - sum(weights.get(sign, 0.0) for sign in row.signs)))
