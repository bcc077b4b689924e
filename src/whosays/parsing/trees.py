"""From scores of arcs to a tree: the best one in which every word hangs under one other, and one word under none.

English hardly ever crosses its arcs. Where the best governors of all words make a tree without crossing, that is it;
else the best tree without crossing is sought.
"""

from __future__ import annotations

import numpy as np

from whosays.parsing.pieces import Integers
from whosays.parsing.weights import Floats

FAR = np.float32(-1e9)
ONE_ROOT = 1e5  # what hanging under none costs, so that it is done once


def heads(scores: Floats) -> Integers:
    """The governors of the best tree.

    Args:
        scores: (W, W + 1) How well each word hangs under each; the last column is for hanging under none.

    Returns:
        (W) The governor of each word; W for the root, of which there is one.
    """
    count = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, FAR)
    best: Integers = scores.argmax(axis=1).astype(np.int32)
    one_root = int((best == count).sum()) == 1
    return best if one_root and not _cycle(best, count) and not _crossing(best) else _without_crossing(scores)


def _crossing(best: Integers) -> bool:
    """Whether two arcs cross, or one passes over the root."""
    count = len(best)
    own = np.arange(count)
    ends = np.where(best == count, -1, best)  # the root hangs under what stands before the sentence
    low, high = np.minimum(own, ends), np.maximum(own, ends)
    between = (low[:, None] < low[None]) & (low[None] < high[:, None]) & (high[:, None] < high[None])
    return bool(between.any())


def _without_crossing(scores: Floats) -> Integers:
    """The best tree in which no arcs cross: the algorithm of Eisner, all spans of one length at a time.

    Place 0 stands for what is before the sentence, under which exactly one word hangs.
    """
    size = len(scores) + 1
    under = np.full((size, size), FAR, dtype=np.float64)  # governor, dependent
    under[1:, 1:] = scores[:, :-1].T
    under[0, 1:] = scores[:, -1] - ONE_ROOT
    # Best scores of spans: [0] headed by their right end, [1] by their left; open ones end in an arc.
    closed, opened = np.zeros((2, size, size)), np.full((2, size, size), float(FAR))
    split = np.zeros((4, size, size), dtype=np.int32)
    for length in range(1, size):
        left = np.arange(size - length)
        right = left + length
        inner = left[:, None] + np.arange(length)  # (spans, where they are split)
        joined = closed[1][left[:, None], inner] + closed[0][inner + 1, right[:, None]]
        at = joined.argmax(axis=1)
        best = joined[left, at]
        opened[0, left, right], opened[1, left, right] = best + under[right, left], best + under[left, right]
        split[0, left, right] = split[1, left, right] = left + at
        to_left = closed[0][left[:, None], inner] + opened[0][inner, right[:, None]]
        at = to_left.argmax(axis=1)
        closed[0, left, right], split[2, left, right] = to_left[left, at], left + at
        to_right = opened[1][left[:, None], inner + 1] + closed[1][inner + 1, right[:, None]]
        at = to_right.argmax(axis=1)
        closed[1, left, right], split[3, left, right] = to_right[left, at], left + at + 1
    return _followed(split, size)


def _followed(split: Integers, size: int) -> Integers:
    """The governors that the splits lead to."""
    heads = np.full(size, -1, dtype=np.int32)
    waiting = [(3, 0, size - 1)]
    while waiting:
        kind, left, right = waiting.pop()
        if left == right:
            continue
        at = int(split[kind, left, right])
        if kind <= 1:
            heads[(left, right)[kind]] = (right, left)[kind]
            waiting += [(3, left, at), (2, at + 1, right)]
        elif kind == 2:
            waiting += [(2, left, at), (0, at, right)]
        else:
            waiting += [(1, left, at), (3, at, right)]
    found: Integers = np.where(heads[1:] == 0, size - 1, heads[1:] - 1)
    return found


def _cycle(best: Integers, count: int) -> bool:
    """Whether some word does not lead up to the root."""
    above = np.append(best, count)
    for _ in range(int(count).bit_length()):
        above = above[above]
    return bool((above != count).any())
