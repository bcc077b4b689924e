"""From scores of arcs to a tree: the best one in which every word hangs under one other, and one word under none.

English hardly ever crosses its arcs. Where the best governors of all words make a tree without crossing, that is it;
else the best tree without crossing is sought.
"""

from __future__ import annotations

import numpy as np

from whosays.parsing.network.pieces import Integers
from whosays.parsing.network.weights import Floats

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
    # Best scores of spans by (one end, length), so that what is compared lies side by side. Headed by their left or by
    # their right end; open ones end in an arc; each kept by the ends by which it is asked for.
    left_by_left, left_by_right, right_by_left, right_by_right = np.zeros((4, size, size))
    left_open, right_open = np.full((2, size, size), float(FAR))  # the one by its left end, the other by its right
    split = np.zeros((3, size, size), dtype=np.int32)  # by left end and length: how far on a span is split
    for length in range(1, size):
        shorter = slice(length - 1, None, -1)  # the lengths of the second halves, from the longest to none
        joined = left_by_left[:-length, :length] + right_by_right[length:, shorter]
        best = joined.max(axis=1)
        right_open[length:, length] = best + under.diagonal(-length)
        left_open[:-length, length] = best + under.diagonal(length)
        to_left = right_by_left[:-length, :length] + right_open[length:, length:0:-1]
        to_right = left_open[:-length, 1 : length + 1] + left_by_right[length:, shorter]
        right_by_left[:-length, length] = right_by_right[length:, length] = to_left.max(axis=1)
        left_by_left[:-length, length] = left_by_right[length:, length] = to_right.max(axis=1)
        for kind, ways in enumerate((joined, to_left, to_right)):
            split[kind, :-length, length] = ways.argmax(axis=1)
    return _followed(split, size)


def _followed(split: Integers, size: int) -> Integers:
    """The governors that the splits lead to; spans are open, closed with their head at the right, or at the left."""
    heads = np.full(size, -1, dtype=np.int32)
    waiting = [("left", 0, size - 1)]
    while waiting:
        kind, left, right = waiting.pop()
        if left == right:
            continue
        joined, to_left, to_right = (left + split[:, left, right - left]).tolist()
        if kind == "left":
            waiting += [("left open", left, to_right + 1), ("left", to_right + 1, right)]
        elif kind == "right":
            waiting += [("right", left, to_left), ("right open", to_left, right)]
        else:
            governor, dependent = (left, right) if kind == "left open" else (right, left)
            heads[dependent] = governor
            waiting += [("left", left, joined), ("right", joined + 1, right)]
    found: Integers = np.where(heads[1:] == 0, size - 1, heads[1:] - 1)
    return found


def _cycle(best: Integers, count: int) -> bool:
    """Whether some word does not lead up to the root."""
    above = np.append(best, count)
    for _ in range(int(count).bit_length()):
        above = above[above]
    return bool((above != count).any())
