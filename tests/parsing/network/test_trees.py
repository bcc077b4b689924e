"""The best tree under scores of arcs, held against trying every tree."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from whosays.parsing.network.trees import heads
from whosays.parsing.network.weights import Floats


def is_tree(row: tuple[int, ...]) -> bool:
    count = len(row)
    if sum(head == count for head in row) != 1:
        return False
    for word in range(count):
        current, steps = word, 0
        while current != count:
            current, steps = row[current], steps + 1
            if steps > count:
                return False
    return True


def crosses(row: tuple[int, ...]) -> bool:
    ends = [sorted((word, -1 if head == len(row) else head)) for word, head in enumerate(row)]
    return any(a < c < b < d for a, b in ends for c, d in ends)


def total(scores: Floats, row: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(row)))


def best_of_all(scores: Floats) -> float:
    count = len(scores)
    rows = product(range(count + 1), repeat=count)
    return max(total(scores, row) for row in rows if is_tree(row) and not crosses(row))


def some(seed: int) -> Floats:
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 6))
    return random.standard_normal((size, size + 1)).astype(np.float32)


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_without_crossing_is_better(seed: int) -> None:
    scores = some(seed)
    found = tuple(heads(scores).tolist())
    assert is_tree(found)
    assert not crosses(found)
    assert total(scores, found) == pytest.approx(best_of_all(scores), abs=1e-4)


def test_two_words_that_want_each_other_are_parted() -> None:
    scores = np.array([[0, 9, 1], [9, 0, 2]], dtype=np.float32)
    assert heads(scores).tolist() == [1, 2]


@pytest.mark.parametrize("size", [60, 200])
def test_a_long_sentence_is_a_tree_too(size: int) -> None:
    scores = np.random.default_rng(7).standard_normal((size, size + 1)).astype(np.float32)
    assert is_tree(tuple(heads(scores).tolist()))


def test_the_scores_are_left_as_they_were() -> None:
    scores = np.ones((4, 5), dtype=np.float32)
    heads(scores)
    assert (scores == 1).all()
