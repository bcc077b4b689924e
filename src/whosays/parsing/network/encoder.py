"""The network that reads: pieces of words in, scores of tags, sentence starts, names and arcs out. In numpy alone.

A window is computed by itself, so that its scores are the same to the last bit whatever stands round it (products of
matrices of another height are added up in another order). ``training/network.py`` computes the same in torch.

Arrays, by name (``w`` is (outputs, inputs), as torch has it): ``piece``, ``position``, ``setting`` (rows of the
encoder's width), ``embed.scale|shift``; for every layer ``N.qkv|out|up|down`` with ``.w|.b`` and ``N.mid|end`` with
``.scale|.shift``; the heads ``tag``, ``start``, ``name.in``, ``name``, ``arc.dependent``, ``arc.governor``,
``label.dependent``, ``label.governor``, ``label``, with ``arc.pair``, ``arc.alone``, ``arc.root`` and ``label.root``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from whosays.parsing.network.pieces import Integers
from whosays.parsing.network.weights import Floats, Weights

HEADS = 12  # of attention, in each layer
_HEADS = ("tag", "start", "name.in", "arc.dependent", "arc.governor", "label.dependent", "label.governor")
EPSILON = np.float32(1e-12)
_GELU = np.float32(0.7978845608)  # the square root of 2 / pi
_CUBE = np.float32(0.044715)


class Line(NamedTuple):
    """One linear step: (inputs, outputs), (outputs)."""

    w: Floats
    b: Floats

    def of(self, values: Floats) -> Floats:
        """The values after the step."""
        result: Floats = values @ self.w
        result += self.b
        return result


class Norm(NamedTuple):
    """What scales and shifts a normed vector."""

    scale: Floats
    shift: Floats

    def of(self, values: Floats) -> Floats:
        """Each row with mean 0 and deviation 1, then scaled and shifted; ``values`` is used up."""
        values -= values.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", values, values) / np.float32(values.shape[1])
        values *= (np.float32(1) / np.sqrt(spread + EPSILON))[:, None]
        values *= self.scale
        values += self.shift
        return values


class Layer(NamedTuple):
    """One layer of the encoder."""

    query: Line
    key_value: Line
    out: Line
    mid: Norm
    up: Line
    down: Line
    end: Norm


class Scores(NamedTuple):
    """What the heads say of the W words of a window, before any softmax.

    ``tags`` (W, tags), ``starts`` (W), ``names`` (W, marks); from the rest :meth:`Network.arcs` and
    :meth:`Network.labels` make the scores of one sentence's arcs.
    """

    tags: Floats
    starts: Floats
    names: Floats
    dependents: Floats
    governors: Floats
    label_dependents: Floats
    label_governors: Floats


class Network:
    """The trained network, ready to read."""

    def __init__(self, weights: Weights) -> None:
        count = 1 + max(int(name.split(".")[0]) for name in weights if name[0].isdigit())
        self._layers = [_layer(weights, number) for number in range(count)]
        self._pieces, self._positions, self._settings = weights.rows("piece"), weights["position"], weights["setting"]
        self._embed = _norm(weights, "embed")
        heads = [_line(weights, name) for name in _HEADS]
        self._heads = _side_by_side(heads)
        self._ends = np.cumsum([len(line.b) for line in heads])[:-1]
        self._name, self._label = _line(weights, "name"), _line(weights, "label")
        self._pair, self._alone = weights["arc.pair"], weights["arc.alone"]
        self._arc_root, self._label_root = weights["arc.root"][None], weights["label.root"][None]

    def read(self, pieces: Integers, settings: Integers, first: Integers) -> Scores:
        """The scores of one window.

        Args:
            pieces: (P) The numbers of its pieces, the opening mark first.
            settings: (P) How the word of each is set.
            first: (W) Where the first piece of each word stands.
        """
        hidden = self._pieces.of(pieces)
        hidden += self._positions[: len(pieces)]
        hidden += self._settings[settings]
        hidden = self._embed.of(hidden)
        for layer in self._layers[:-1]:
            hidden = _through(layer, hidden, hidden)
        words = _through(self._layers[-1], hidden, hidden[first])
        tags, starts, named, dependents, governors, *labels = np.split(self._heads.of(words), self._ends, axis=1)
        return Scores(
            tags,
            starts[:, 0],
            self._name.of(np.maximum(named, 0)),
            np.maximum(dependents, 0) @ self._pair,
            np.maximum(governors, 0),
            *labels,
        )

    def arcs(self, found: Scores, start: int, end: int) -> Floats:
        """How well each word of a sentence hangs under each, and, in the last column, under none: (W, W + 1)."""
        above = np.concatenate([found.governors[start:end], self._arc_root])
        scores: Floats = found.dependents[start:end] @ above.T
        scores += above @ self._alone
        return scores

    def labels(self, found: Scores, start: int, heads: Integers) -> Floats:
        """The scores of the labels of a sentence's arcs; ``heads`` has W for the root: (W, labels)."""
        end = start + len(heads)
        above = np.concatenate([found.label_governors[start:end], self._label_root])
        return self._label.of(np.maximum(found.label_dependents[start:end] + above[heads], 0))


def _line(weights: Weights, name: str, rows: slice = slice(None)) -> Line:
    w = np.ascontiguousarray(weights[f"{name}.w"][rows].T)
    return Line(w, weights[f"{name}.b"][rows])


def _norm(weights: Weights, name: str) -> Norm:
    return Norm(weights[f"{name}.scale"], weights[f"{name}.shift"])


def _layer(weights: Weights, number: int) -> Layer:
    query = _line(weights, f"{number}.qkv", slice(len(weights[f"{number}.out.b"])))
    width = query.w.shape[0]
    root = np.float32(1 / np.sqrt(width // HEADS))  # taken into the queries once for all
    return Layer(
        query=Line(query.w * root, query.b * root),
        key_value=_line(weights, f"{number}.qkv", slice(width, None)),
        out=_line(weights, f"{number}.out"),
        mid=_norm(weights, f"{number}.mid"),
        up=_line(weights, f"{number}.up"),
        down=_line(weights, f"{number}.down"),
        end=_norm(weights, f"{number}.end"),
    )


def _side_by_side(lines: list[Line]) -> Line:
    """Several steps from the same inputs as one."""
    return Line(np.concatenate([line.w for line in lines], axis=1), np.concatenate([line.b for line in lines]))


def _through(layer: Layer, hidden: Floats, asked: Floats) -> Floats:
    """One layer, for the vectors ``asked``, which look at all of ``hidden``."""
    width = hidden.shape[1]
    part = width // HEADS
    queries = layer.query.of(asked).reshape(-1, HEADS, part).transpose(1, 0, 2)
    both = layer.key_value.of(hidden).reshape(-1, 2, HEADS, part).transpose(1, 2, 3, 0)
    looks: Floats = np.matmul(queries, both[0])
    looks -= looks.max(axis=2, keepdims=True)
    np.exp(looks, out=looks)
    looks /= looks.sum(axis=2, keepdims=True)
    mixed = np.matmul(looks, both[1].transpose(0, 2, 1)).transpose(1, 0, 2).reshape(-1, width)
    middle = layer.out.of(mixed)
    middle += asked
    middle = layer.mid.of(middle)
    last = layer.down.of(_gelu(layer.up.of(middle)))
    last += middle
    return layer.end.of(last)


def _gelu(values: Floats) -> Floats:
    """The smooth rectifier in its common approximation."""
    inner = values * values
    inner *= _CUBE
    inner += 1
    inner *= values
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner
