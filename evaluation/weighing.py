"""Weights of signs as the tables beside the learners hold them: what each sign weighs for what, in log-odds."""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

ALWAYS = "(always)"
ENOUGH = "(enough)"  # not a weight: the likelihood from which on something is taken
Weights = Mapping[str, float]


@functools.cache
def table(path: Path) -> Mapping[str, Weights]:
    """The weights of a file by what they are weights for; nothing where it has not been written yet."""
    if not path.exists():
        return {}
    found: dict[str, dict[str, float]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["what"], {})[row["sign"]] = float(row["weight"])
    return found


def likely(weights: Weights, signs: Iterable[str]) -> float:
    """The likelihood of something with these signs, from 0 to 1; 0 where nothing has been learnt."""
    if not weights:
        return 0.0
    return 1 / (1 + math.exp(-weights.get(ALWAYS, 0.0) - sum(weights.get(sign, 0.0) for sign in sorted(signs))))


def write(learnt: Mapping[str, Weights], path: Path, *, least: float) -> None:
    """Writes the weights that are at least ``least``, by what they are weights for and by sign."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines, lineterminator="\n")
        rows.writerow(("what", "sign", "weight"))
        for what, weights in sorted(learnt.items()):
            rows.writerows((what, s, f"{w:.2f}") for s, w in sorted(weights.items()) if abs(w) >= least)
    table.cache_clear()
