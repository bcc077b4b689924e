"""What the learners of MUC-4's signs share: examples, and the development reports with their keys."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np

import whosays
from evaluation.muc_keys import Key, read
from evaluation.regression import Signs, fit
from evaluation.request import EvaluationError
from evaluation.running import stages
from evaluation.sets.muc4 import split
from evaluation.templates import Candidate, Told, candidates

_KEPT_FOR_TRIAL = re.compile(r"(?i)tst\d|test")


class Example(msgspec.Struct, frozen=True):
    """Something to learn from: its signs, and whether it is wanted."""

    signs: frozenset[str]
    wanted: bool


class Lesson(msgspec.Struct, frozen=True):
    """A development report as the templates see it, its incidents, and its key templates."""

    told: Told
    found: Sequence[Candidate]
    keys: Sequence[Key]


def lessons(description: str | None) -> Iterator[Lesson]:
    """The reports and keys that the command line names, one by one.

    Raises:
        EvaluationError: a file is kept for trial.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--keys", nargs="+", type=Path, required=True)
    asked = parser.parse_args()
    check((*asked.data, *asked.keys))
    keys = {m: k for path in asked.keys for m, k in read(path.read_text(encoding="latin-1")).items()}
    for message in (m for path in asked.data for m in split(path)):
        try:
            parsed, record = stages(whosays.read_text(message.text))
        except whosays.UnreadableError:
            continue
        told = Told(record, parsed)
        yield Lesson(told, candidates(told, whosays.merge([record]).incidents), keys.get(message.id, ()))


def check(paths: Iterable[Path]) -> None:
    """Refuses files that are kept for trial.

    Raises:
        EvaluationError: one of them is.
    """
    for path in paths:
        if _KEPT_FOR_TRIAL.search(path.name):
            raise EvaluationError(f"{path.name} is kept for trial: learn from the development reports only")


Wanted = TypeVar("Wanted")


def pairs(
    found: Sequence[Candidate], keys: Sequence[Wanted], agreement: Callable[[Candidate, Wanted], int]
) -> dict[int, int]:
    """Incidents and the keys that want them, by their places: those that agree most first, each once."""
    shared = [
        (score, at, k) for at, c in enumerate(found) for k, key in enumerate(keys) if (score := agreement(c, key)) > 0
    ]
    made: dict[int, int] = {}
    for _, at, k in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if at not in made and k not in made.values():
            made[at] = k
    return made


def learn(examples: Sequence[Example], *, ridge: float, fewest: int) -> dict[str, float]:
    """The weight of every sign that ``fewest`` examples show, and the one that always counts.

    ``ridge`` is how strongly weights are held near nothing.
    """
    signs = Signs()
    rows = [signs.of(example.signs) for example in examples]
    wanted = np.array([float(example.wanted) for example in examples])
    return fit(rows, wanted, ridge=ridge, fewest=fewest).named(signs)
