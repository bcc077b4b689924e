"""How found is held against gold: precision, recall and F1, multisets, overlaps, one-to-one pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import msgspec

T = TypeVar("T")
G = TypeVar("G")


class Tally(msgspec.Struct):
    """How many were right, found and wanted, summed over the cases of a set."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Counts one case in."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def p(self) -> float:
        """Precision; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def r(self) -> float:
        """Recall; 0 where nothing was wanted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def share(part: int, whole: int) -> float:
    """A part of a whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def common(gold: Iterable[Hashable], found: Iterable[Hashable]) -> int:
    """How many members two multisets share."""
    return (Counter(gold) & Counter(found)).total()


def pair(
    gold: Sequence[G], found: Sequence[T], likeness: Callable[[G, T], float], least: float
) -> list[tuple[int, int]]:
    """One-to-one pairs (index of gold, index of found), the likest first, none below ``least``; ties by order."""
    ranked = sorted(
        ((-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
    )
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for negative, i, j in ranked:
        if -negative < least or i in taken_gold or j in taken_found:
            continue
        taken_gold.add(i)
        taken_found.add(j)
        pairs.append((i, j))
    return pairs


def jaccard(one: frozenset[int], two: frozenset[int]) -> float:
    """The share of the members of both together that both have; 0 for two empty sets."""
    together = len(one | two)
    return len(one & two) / together if together else 0.0
