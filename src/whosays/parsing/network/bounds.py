"""Where the sentences of a window begin: what is sure, and the network's word on the rest."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whosays.parsing.network.pieces import SETTINGS, Integers
from whosays.parsing.network.weights import Floats

Sure = NDArray[np.int8]

# How sure the network must be beyond even odds, by how a word is set (log odds). Found on every second text of the
# development part and checked on the others.
CAPITAL, SMALL = -1.25, 1.0
_TITLE, _INITIAL, _LOWER = (SETTINGS.index(name) for name in ("title", "initial", "lower"))


def bounds(scores: Floats, sure: Sure, settings: Integers) -> list[tuple[int, int]]:
    """The sentences of a window, as half-open ranges of words.

    Args:
        scores: The network's log odds that a sentence begins at each of W words.
        sure: What is known beforehand: 1 one begins, -1 none does, 0 unknown (W).
        settings: How each word is set, as numbers of ``SETTINGS`` (W); -1 for words of names, whose capitals are their
            own.
    """
    starts = (sure == 1) | ((sure == 0) & (scores > _asked(settings)))
    starts[0] = True
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    return list(pairwise(edges))


def _asked(settings: Integers) -> Floats:
    """The log odds that a start needs at each word.

    Where a text has both kinds of letters, a capital is half a start already: in mail and on boards, where stops are
    left out, the network alone finds too few. A word in small letters seldom begins a sentence there.
    """
    asked: Floats = np.zeros(len(settings), dtype=np.float32)
    small = settings == _LOWER
    if small.any() and (settings == _TITLE).any():
        asked[(settings == _TITLE) | (settings == _INITIAL)] = CAPITAL
        asked[small] = SMALL
    return asked
