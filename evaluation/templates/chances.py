"""How likely an incident is one that the task wants: a logistic regression over plain signs, learnt from MUC DEV alone.

``muc4_chances.csv`` holds what each sign weighs; ``evaluation.learn_chances`` makes it. A sign that it does not hold
weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evaluation.weighing import Weights, likely, table

FILE = Path(__file__).resolve().parent.parent / "muc4_chances.csv"
# A template raises F where it is right more often than half of F, and is filled with more than what is right: about
# once in three, by reports that taught nothing.
ENOUGH = 0.35


INCIDENT = "incident"


def weights() -> Weights:
    """What each sign weighs, in log-odds."""
    return table(FILE).get(INCIDENT, {})


def chance(signs: Iterable[str]) -> float:
    """The likelihood that an incident with these signs is wanted, from 0 to 1."""
    return likely(weights(), signs)


def reasons(signs: Iterable[str], most: int = 5) -> list[str]:
    """The signs that weigh most, with their weights: why an incident was taken or left out."""
    known = weights()
    found = sorted((s for s in signs if known.get(s)), key=lambda s: (-abs(known[s]), s))
    return [f"{sign} {known[sign]:+.2f}" for sign in found[:most]]
