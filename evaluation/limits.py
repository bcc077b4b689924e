"""From which likelihood on a wording is taken, whatever its role: chosen by what it makes of all roles together.

How likely a wording is is asked of reports that taught nothing. One limit holds for every role: what a wording is worth
to the whole does not hang on its role, and limits chosen role by role fit the reports that chose them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from evaluation.fillers import Chance
from evaluation.fillers.choosing import taken
from evaluation.regression import Floats
from evaluation.sets.roles import Entity, aligned

LIMITS = tuple(round(0.02 * n, 2) for n in range(3, 31))
Gold = Sequence[Mapping[str, Sequence[Entity]]]
Found = Mapping[str, Sequence[Sequence[Chance]]]


def limit(gold: Gold, found: Found) -> float:
    """The limit of all roles, by the gold of some reports and how likely each of their wordings is, role by role."""
    sums = {role: _sums([one.get(role, ()) for one in gold], chances) for role, chances in found.items()}
    whole = [_f1(row) for row in sum(sums.values(), np.zeros((len(LIMITS), 3)))]
    at = _best(whole)
    for role, mine in sums.items():
        print(f"{role}: on reports left out, from {LIMITS[at]} on, F {_f1(mine[at]):.3f}")
    print(f"all roles: on reports left out, F {whole[at]:.3f}")
    return LIMITS[at]


def _sums(gold: Sequence[Sequence[Entity]], found: Sequence[Sequence[Chance]]) -> Floats:
    """For each limit how many are right, how many found, and how many wanted."""
    sums = np.zeros((len(LIMITS), 3))
    for wanted, chances in zip(gold, found, strict=True):
        for n, enough in enumerate(LIMITS):
            ours = [frozenset({f.words}) for f in taken(chances, enough)]
            sums[n] += len(aligned(wanted, ours)), len(ours), len(wanted)
    return sums


def _f1(sums: Floats) -> float:
    right, found, wanted = (float(s) for s in sums)
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _best(scores: Sequence[float]) -> int:
    """The best of the scores, each taken with those beside it: a peak of one is chance."""
    smooth = [sum(s := scores[max(at - 1, 0) : at + 2]) / len(s) for at in range(len(scores))]
    return max(range(len(smooth)), key=lambda at: (smooth[at], -at))
