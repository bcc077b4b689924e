"""Clusters against clusters, by hand: the example of the scorers' paper, and the best pairs by trying all."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from evaluation.clustering import Cluster, b3, best, ceafe, conll, grouped, muc


def clusters(*words: str) -> list[Cluster]:
    return [frozenset(word) for word in words]


def test_one_cluster_too_many_and_one_mention_lost() -> None:
    gold, found = clusters("abc", "defg"), clusters("ab", "cd", "fghi")
    assert muc(gold, found).r == pytest.approx((1 + 1) / (2 + 3))
    assert muc(gold, found).p == pytest.approx((1 + 0 + 1) / (1 + 1 + 3))
    assert b3(gold, found).r == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert b3(gold, found).p == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    likeness = 2 * 2 / 5 + 2 * 2 / 8
    assert ceafe(gold, found).r == pytest.approx(likeness / 2)
    assert ceafe(gold, found).p == pytest.approx(likeness / 3)


def test_the_same_clusters_are_right_and_no_clusters_are_not() -> None:
    gold = clusters("abc", "de", "f")
    assert conll(gold, gold).f1 == pytest.approx(1)
    assert conll(gold, []).f1 == 0
    assert (conll(gold, gold) + conll(gold, [])).muc.r == pytest.approx(0.5)


def test_the_best_pairs_are_those_that_trying_all_finds() -> None:
    draw = np.random.default_rng(7)
    for rows, columns in ((1, 1), (3, 3), (2, 5), (5, 3), (6, 6)):
        likeness = draw.random((rows, columns)) * (draw.random((rows, columns)) > 0.3)
        wide = likeness if rows <= columns else likeness.T
        every = permutations(range(wide.shape[1]), wide.shape[0])
        assert best(likeness) == pytest.approx(max(sum(wide[i, j] for i, j in enumerate(p)) for p in every))


def test_pairs_of_mention_and_cluster() -> None:
    pairs = [("a", 1), ("b", 2), ("c", 1), ("c", 1)]
    assert grouped(pairs) == [frozenset("ac"), frozenset("b")]
    assert grouped(pairs, least=2) == [frozenset("ac")]
