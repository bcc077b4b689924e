"""From scores of marks to names: the best row of marks in which no name goes on that did not begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from whosays.parsing.network.pieces import Integers
from whosays.parsing.network.weights import Floats

FAR = np.float32(-1e9)


class Marked(NamedTuple):
    """A name: words ``start`` to ``end``, half-open, its label and, where one is told, its kind."""

    start: int
    end: int
    label: str
    kind: str


@dataclass(frozen=True)
class Marks:
    """The marks a network was trained on: "O", then ``B-`` and ``I-`` of each ``label`` or ``label:kind``.

    The kinds of a label stand together when it is decided what is a name ("is it a place?"), and are told apart
    afterwards ("a city?"): so a place of unclear kind is a place all the same.
    """

    listed: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels without their kinds."""
        return tuple(sorted({_label(mark) for mark in self.listed if mark != "O"}))

    def groups(self) -> Integers:
        """For every mark the number of its group: 0 for "O", then beginning and inside of each label."""
        order = {
            f"{prefix}-{label}": 2 * i + 1 + p for i, label in enumerate(self.labels) for p, prefix in enumerate("BI")
        }
        return np.array([0 if m == "O" else order[f"{m[0]}-{_label(m)}"] for m in self.listed], dtype=np.int32)

    def kinds(self) -> dict[str, list[tuple[str, int, int]]]:
        """By label: each kind with the numbers of its two marks."""
        number = {mark: i for i, mark in enumerate(self.listed)}
        found: dict[str, list[tuple[str, int, int]]] = {label: [] for label in self.labels}
        for mark in self.listed:
            if mark.startswith("B-"):
                kind = mark[2:].partition(":")[2]
                found[_label(mark)].append((kind, number[mark], number["I-" + mark[2:]]))
        return found


def _label(mark: str) -> str:
    return mark[2:].partition(":")[0]


class Marker:
    """Finds the names of a window by the scores of its words."""

    def __init__(self, marks: Sequence[str], outside: float = 0.0) -> None:
        self._marks = Marks(tuple(marks))
        self._labels, self._groups = self._marks.labels, self._marks.groups()
        self._kinds = self._marks.kinds()
        self._outside = np.float32(outside)  # what is added to the score of being no name
        self._may_follow = _may_follow(len(self._labels))

    def names(self, scores: Floats) -> list[Marked]:
        """The names of a window.

        Args:
            scores: (W, marks) The network's scores.
        """
        if not len(scores):
            return []
        shown = scores - scores.max(axis=1, keepdims=True)
        shown -= np.log(np.exp(shown).sum(axis=1, keepdims=True))
        joint = np.zeros((len(scores), 2 * len(self._labels) + 1), dtype=np.float32)
        likely = np.exp(shown)
        for group in range(joint.shape[1]):
            joint[:, group] = likely[:, self._groups == group].sum(axis=1)
        joint = np.log(np.maximum(joint, np.float32(1e-12)))
        joint[:, 0] += self._outside
        return list(self._spans(self._best(joint), shown))

    def _best(self, joint: Floats) -> Integers:
        """The best row of groups; where the best of every word may stand in a row, that is it."""
        alone: Integers = joint.argmax(axis=1).astype(np.int32)
        if self._may_follow[np.concatenate([[0], alone[:-1]]), alone].all():
            return alone
        steps = np.where(self._may_follow, np.float32(0), FAR)
        total = joint[0] + steps[0]
        back = np.zeros(joint.shape, dtype=np.int32)
        for word in range(1, len(joint)):
            ways = total[:, None] + steps
            back[word] = ways.argmax(axis=0)
            total = ways.max(axis=0) + joint[word]
        row = [int(total.argmax())]
        for word in range(len(joint) - 1, 0, -1):
            row.append(int(back[word, row[-1]]))
        return np.array(row[::-1], dtype=np.int32)

    def _spans(self, row: Integers, shown: Floats) -> list[Marked]:
        found: list[Marked] = []
        start = -1
        for i, group in enumerate([*row.tolist(), 0]):
            if start >= 0 and (group == 0 or group % 2 == 1):
                label = self._labels[(int(row[start]) - 1) // 2]
                found.append(Marked(start, i, label, self._kind(label, shown[start:i])))
                start = -1
            if group % 2 == 1:
                start = i
        return found

    def _kind(self, label: str, shown: Floats) -> str:
        kinds = self._kinds[label]
        if len(kinds) == 1:
            return kinds[0][0]
        totals = [float(shown[0, begins] + shown[1:, goes_on].sum()) for _, begins, goes_on in kinds]
        return kinds[int(np.argmax(totals))][0]


def _may_follow(labels: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Whether the second group may stand behind the first: what goes on must have begun."""
    allowed = np.ones((2 * labels + 1, 2 * labels + 1), dtype=np.bool_)
    for label in range(labels):
        inside = 2 * label + 2
        allowed[:, inside] = False
        allowed[[inside - 1, inside], inside] = True
    return allowed
