"""A logistic regression over signs that an example shows or not, solved to the end: same examples, same weights.

Newton's method, its steps found by conjugate gradients, for tables with many thousands of signs of which each example
shows a few dozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from evaluation.weighing import ALWAYS

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
_STEPS = 40
_INNER_STEPS = 200
_CLOSE = 1e-9  # of the square of the slope, where a step is exact enough
_DONE = 1e-4  # change of a weight, of which two decimals are kept
_HALVINGS = 30
_FREE = 1e-6  # the weight that always counts is all but unheld
_LARGEST = 30.0  # log-odds


class Signs:
    """Signs by number, in the order in which they come up; those of one example by the alphabet."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, signs: Iterable[str]) -> Numbers:
        """The numbers of some signs, each once."""
        known = self.numbers
        return np.array(sorted([known.setdefault(sign, len(known)) for sign in sorted(set(signs))]), dtype=np.int64)


class Learnt(msgspec.Struct, frozen=True):
    """What has been learnt: the weight of each sign by its number, and the one that always counts."""

    always: float
    weights: Floats

    def likely(self, examples: Sequence[Numbers]) -> Floats:
        """The likelihood of each example."""
        width = len(self.weights)
        return np.array([_likely(self.always + self.weights[e[e < width]].sum()) for e in examples])

    def named(self, signs: Signs) -> dict[str, float]:
        """The weights that are not nothing, by sign."""
        found = {s: float(self.weights[n]) for s, n in signs.numbers.items() if n < len(self.weights)}
        return {ALWAYS: self.always} | {s: w for s, w in found.items() if w}


def _likely(odds: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(odds, -_LARGEST, _LARGEST))))


class _Table:
    """Examples as rows of a table of which only the signs shown are kept; the last column always counts."""

    def __init__(self, examples: Sequence[Numbers], fewest: int) -> None:
        lengths = [len(e) for e in examples]
        every = np.concatenate([*examples, np.zeros(0, dtype=np.int64)])
        rows = np.repeat(np.arange(len(examples)), lengths)
        shown = np.bincount(every)
        self.signs = np.flatnonzero(shown >= fewest)
        column = np.full(len(shown), -1)
        column[self.signs] = np.arange(len(self.signs))
        kept = column[every] >= 0
        self.height, self.width = len(examples), len(self.signs) + 1
        self.columns = np.concatenate([column[every[kept]], np.full(self.height, self.width - 1)])
        self.rows = np.concatenate([rows[kept], np.arange(self.height)])

    def along(self, weights: Floats) -> Floats:
        """The sum of weights of each row."""
        sums: Floats = np.bincount(self.rows, weights=weights[self.columns], minlength=self.height).astype(np.float64)
        return sums

    def down(self, values: Floats) -> Floats:
        """The sum of values of each column."""
        sums: Floats = np.bincount(self.columns, weights=values[self.rows], minlength=self.width).astype(np.float64)
        return sums


def fit(examples: Sequence[Numbers], wanted: Floats, *, ridge: float | Floats, fewest: int) -> Learnt:
    """The weights of every sign that ``fewest`` examples show.

    ``ridge`` is how strongly they are held near nothing: all alike, or each sign by its number.
    """
    table = _Table(examples, fewest)
    held = np.full(table.width, _FREE)
    held[:-1] = ridge if isinstance(ridge, float) else ridge[table.signs]
    found = np.zeros(table.width)
    for _ in range(_STEPS):
        step = _step(table, wanted, held, found)
        found -= step
        if float(np.abs(step).max()) < _DONE:
            break
    weights = np.zeros(int(table.signs.max()) + 1 if len(table.signs) else 0)
    weights[table.signs] = found[:-1]
    return Learnt(float(found[-1]), weights)


def _step(table: _Table, wanted: Floats, held: Floats, found: Floats) -> Floats:
    """A step of Newton's, halved until what is wrong grows less."""
    odds = table.along(found)
    likely = 1 / (1 + np.exp(-np.clip(odds, -_LARGEST, _LARGEST)))
    slope = table.down(likely - wanted) + held * found
    step = _solved(table, likely * (1 - likely), held, slope)
    along, before = table.along(step), _wrong(odds, wanted, held, found)
    for _ in range(_HALVINGS):
        if _wrong(odds - along, wanted, held, found - step) <= before:
            break
        step, along = step / 2, along / 2
    return step


def _wrong(odds: Floats, wanted: Floats, held: Floats, found: Floats) -> float:
    return float((np.logaddexp(0, odds) - wanted * odds).sum() + (held * found * found).sum() / 2)


def _solved(table: _Table, curve: Floats, held: Floats, slope: Floats) -> Floats:
    """The step that the curve and the slope ask for, by conjugate gradients."""
    scale = table.down(curve) + held
    step = np.zeros(table.width)
    left = slope.copy()
    toward = left / scale
    size = first = float(left @ toward)
    for _ in range(_INNER_STEPS):
        if size <= _CLOSE * first or not size:
            break
        bent = table.down(curve * table.along(toward)) + held * toward
        far = size / float(toward @ bent)
        step += far * toward
        left -= far * bent
        eased = left / scale
        size, before = float(left @ eased), size
        toward = eased + (size / before) * toward
    return step
