"""How clusters of mentions are held against gold: MUC, B-cubed, CEAF by entities, and their mean, as CoNLL counts.

The two sides need not hold the same mentions: one that only one side has is right in neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


class Measure(msgspec.Struct, frozen=True):
    """Precision and recall as fractions, so that several sets of clusters can be summed up."""

    right_p: float = 0.0
    found: float = 0.0
    right_r: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.right_p + other.right_p,
            self.found + other.found,
            self.right_r + other.right_r,
            self.gold + other.gold,
        )

    @property
    def p(self) -> float:
        """Precision; 0 where nothing was found."""
        return self.right_p / self.found if self.found else 0.0

    @property
    def r(self) -> float:
        """Recall; 0 where nothing was wanted."""
        return self.right_r / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0


class Conll(msgspec.Struct, frozen=True):
    """The three measures side by side; ``f1`` is the mean of theirs."""

    muc: Measure = Measure()
    b3: Measure = Measure()
    ceafe: Measure = Measure()

    def __add__(self, other: Conll) -> Conll:
        return Conll(self.muc + other.muc, self.b3 + other.b3, self.ceafe + other.ceafe)

    @property
    def f1(self) -> float:
        """The CoNLL score."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def conll(gold: Clusters, found: Clusters) -> Conll:
    """All three measures of one set of clusters."""
    return Conll(muc(gold, found), b3(gold, found), ceafe(gold, found))


def muc(gold: Clusters, found: Clusters) -> Measure:
    """Links: of those that hold a cluster together, how many the other side has as well."""
    right_r, wanted = _links(gold, found)
    right_p, made = _links(found, gold)
    return Measure(right_p, made, right_r, wanted)


def _links(keys: Clusters, answers: Clusters) -> tuple[int, int]:
    home = _homes(answers)
    kept = 0
    for cluster in keys:
        parts = len({home[m] for m in cluster if m in home}) + sum(m not in home for m in cluster)
        kept += len(cluster) - parts
    return kept, sum(len(cluster) - 1 for cluster in keys)


def b3(gold: Clusters, found: Clusters) -> Measure:
    """For each mention the share of its cluster that the other side puts with it."""
    return Measure(*_shares(found, gold), *_shares(gold, found))


def _shares(keys: Clusters, answers: Clusters) -> tuple[float, int]:
    home = _homes(answers)
    right = 0.0
    for cluster in keys:
        parts = Counter(home[m] for m in cluster if m in home)
        right += sum(n * n for n in parts.values()) / len(cluster)
    return right, sum(map(len, keys))


def ceafe(gold: Clusters, found: Clusters) -> Measure:
    """Clusters paired off at best, each pair counting the share of mentions that both have."""
    right = 0.0
    for rows, columns in _connected(gold, found):
        likeness = np.array([[_likeness(gold[i], found[j]) for j in columns] for i in rows])
        right += best(likeness)
    return Measure(right, len(found), right, len(gold))


def _likeness(one: Cluster, two: Cluster) -> float:
    return 2 * len(one & two) / (len(one) + len(two))


def _homes(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def _connected(gold: Clusters, found: Clusters) -> Iterable[tuple[list[int], list[int]]]:
    """Groups of clusters (indices of gold, of found) that share mentions, directly or through others."""
    home = _homes(found)
    touched: dict[int, set[int]] = defaultdict(set)
    touching = [{home[m] for m in cluster if m in home} for cluster in gold]
    for i, partners in enumerate(touching):
        for j in partners:
            touched[j].add(i)
    seen: set[int] = set()
    for first, partners in enumerate(touching):
        if first in seen or not partners:
            continue
        rows, columns, waiting = {first}, set[int](), [first]
        while waiting:
            more = touching[waiting.pop()] - columns
            columns |= more
            fresh = {i for j in more for i in touched[j]} - rows
            rows |= fresh
            waiting += sorted(fresh)
        seen |= rows
        yield sorted(rows), sorted(columns)


def best(likeness: npt.NDArray[np.float64]) -> float:
    """The largest sum of one-to-one pairs of rows and columns (Kuhn and Munkres, by shortest augmenting paths)."""
    cost = -(likeness if likeness.shape[0] <= likeness.shape[1] else likeness.T)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns + 1)
    owner = np.full(columns + 1, -1)  # column to row; the last column is where a path starts
    for row in range(rows):
        owner[columns], at = row, columns
        distance, previous = np.full(columns, np.inf), np.full(columns, columns)
        done = np.zeros(columns + 1, dtype=bool)
        while owner[at] != -1:
            done[at] = True
            reduced = cost[owner[at]] - row_price[owner[at]] - column_price[:columns]
            nearer = ~done[:columns] & (reduced < distance)
            distance[nearer], previous[nearer] = reduced[nearer], at
            following = int(np.argmin(np.where(done[:columns], np.inf, distance)))
            step = distance[following]
            row_price[owner[done]] += step
            column_price[done] -= step
            distance[~done[:columns]] -= step
            at = following
        while at != columns:
            owner[at], at = owner[previous[at]], previous[at]
    taken = [(int(owner[j]), j) for j in range(columns) if owner[j] != -1]
    return float(-sum(cost[i, j] for i, j in taken))


def grouped(homes: Iterable[tuple[Hashable, Hashable]], least: int = 1) -> list[Cluster]:
    """Pairs of mention and cluster as clusters of at least ``least`` mentions, in the order of their first mentions."""
    by_home: dict[Hashable, dict[Hashable, None]] = {}
    for mention, home in homes:
        by_home.setdefault(home, {})[mention] = None
    return [frozenset(mentions) for mentions in by_home.values() if _enough(mentions, least)]


def _enough(mentions: Collection[Hashable], least: int) -> bool:
    return len(mentions) >= least
