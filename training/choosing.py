"""A choice among candidates and nobody, by a sum of signs (a conditional logit), solved to the end.

The answer to a choice may be a set: "one of these, it is not told which". Same choices, same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS, _KEPT = 300, 10
_CLOSE = 1e-7  # of the sum that is made small
_LEAST_STEP = 1e-10


class Choice(msgspec.Struct, frozen=True):
    """The signs of each that may be chosen, and which of them the answer allows; at least one is."""

    signs: tuple[frozenset[str], ...]
    allowed: tuple[bool, ...]


def learn(choices: Sequence[Choice], *, ridge: float, fewest: int) -> dict[str, float]:
    """The weight of every sign that ``fewest`` candidates show.

    ``ridge`` is how strongly weights are held near nothing.
    """
    shown = Counter(sign for choice in choices for one in choice.signs for sign in one)
    numbers = {sign: n for n, sign in enumerate(sorted(s for s, count in shown.items() if count >= fewest))}
    table = _Table(choices, numbers)
    found = _least(lambda weights: table.wrong(weights, ridge), np.zeros(len(numbers)))
    return {sign: float(found[n]) for sign, n in numbers.items()}


def likely(weights: Mapping[str, float], signs: Sequence[frozenset[str]]) -> list[float]:
    """How likely each that may be chosen is."""
    odds = np.array([sum(weights.get(sign, 0.0) for sign in sorted(one)) for one in signs])
    raised = np.exp(odds - odds.max())
    return [float(share) for share in raised / raised.sum()]


class _Table:
    """All that may be chosen, one below the other."""

    def __init__(self, choices: Sequence[Choice], numbers: Mapping[str, int]) -> None:
        every = [one for choice in choices for one in choice.signs]
        pairs = [(row, numbers[s]) for row, one in enumerate(every) for s in sorted(one) if s in numbers]
        self.rows, self.columns = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
        sizes = np.array([len(choice.signs) for choice in choices])
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.of = np.repeat(np.arange(len(choices)), sizes)
        self.allowed = np.array([float(a) for choice in choices for a in choice.allowed])

    def wrong(self, weights: Floats, ridge: float) -> tuple[float, Floats]:
        """How far the weights are from the answers, and the slope of that."""
        odds = np.bincount(self.rows, weights=weights[self.columns], minlength=len(self.of))
        highest = np.maximum.reduceat(np.where(self.allowed > 0, odds, -np.inf), self.starts)[self.of]
        raised = np.exp(np.minimum(odds - highest, 500.0))
        whole, meant = np.add.reduceat(raised, self.starts), np.add.reduceat(raised * self.allowed, self.starts)
        off = raised / whole[self.of] - raised * self.allowed / meant[self.of]
        slope = np.bincount(self.columns, weights=off[self.rows], minlength=len(weights)) + ridge * weights
        return float((np.log(whole) - np.log(meant)).sum() + ridge * (weights @ weights) / 2), slope


def _least(wrong: Callable[[Floats], tuple[float, Floats]], at: Floats) -> Floats:
    """Where the sum is least: limited-memory BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4)."""
    steps: list[tuple[Floats, Floats]] = []
    value, slope = wrong(at)
    for _ in range(_STEPS):
        down = _direction(slope, steps)
        far = 1.0
        while True:
            there = at - far * down
            new, bent = wrong(there)
            if new <= value - 1e-4 * far * float(down @ slope) or far < _LEAST_STEP:
                break
            far /= 2
        if float((there - at) @ (bent - slope)) > 0:
            steps = [*steps[1 - _KEPT :], (there - at, bent - slope)]
        done = value - new <= _CLOSE * max(1.0, abs(value))
        at, value, slope = there, new, bent
        if done:
            break
    return at


def _direction(slope: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    found, used = slope.copy(), []
    for step, bend in reversed(steps):
        share = float(step @ found) / float(step @ bend)
        used.append(share)
        found -= share * bend
    if steps:
        step, bend = steps[-1]
        found *= float(step @ bend) / float(bend @ bend)
    for (step, bend), share in zip(steps, reversed(used), strict=True):
        found += step * (share - float(bend @ found) / float(step @ bend))
    return found
