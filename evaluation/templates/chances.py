"""How likely an incident is one that the task wants: a logistic regression over plain signs, learnt from MUC DEV alone.

``muc4_chances.csv`` holds what each sign weighs; ``evaluation.learn_chances`` makes it. A sign that it does not hold
weighs nothing.
"""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "muc4_chances.csv"
ALWAYS = "(always)"
# A template raises F where it is right more often than half of F: where F is about a half, once in four.
ENOUGH = 0.25


@functools.cache
def weights() -> Mapping[str, float]:
    """What each sign weighs, in log-odds."""
    if not FILE.exists():
        return {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(lines)}


def chance(signs: Iterable[str]) -> float:
    """The likelihood that an incident with these signs is wanted, from 0 to 1."""
    known = weights()
    return 1 / (1 + math.exp(-known.get(ALWAYS, 0.0) - sum(known.get(sign, 0.0) for sign in sorted(signs))))


def reasons(signs: Iterable[str], most: int = 5) -> list[str]:
    """The signs that weigh most, with their weights: why an incident was taken or left out."""
    known = weights()
    found = sorted((s for s in signs if known.get(s)), key=lambda s: (-abs(known[s]), s))
    return [f"{sign} {known[sign]:+.2f}" for sign in found[:most]]
