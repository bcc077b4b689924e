"""The network in torch, for training: an encoder over pieces and five small heads, all as functions of named arrays.

``whosays.parsing.network.encoder`` computes the same in numpy. Names and shapes of the arrays are described there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

HEADS = 12
FAR = -1e4  # the score of what cannot be

Weights = dict[str, Tensor]


@dataclass(frozen=True)
class Shape:
    """How large a network is."""

    layers: int
    inner: int = 1536
    width: int = 384
    arcs: int = 192
    labels: int = 128
    names: int = 128


@dataclass(frozen=True)
class Batch:
    """Windows side by side. P pieces and W words at most; what is missing is 0 or, in ``first``, -1.

    ``pieces``, ``settings`` (windows, P); ``first`` (windows, W): where each word's first piece stands.
    """

    pieces: Tensor
    settings: Tensor
    first: Tensor


@dataclass(frozen=True)
class Read:
    """What the heads make of a batch, as scores before any softmax.

    ``tags`` (windows, W, tags), ``starts`` (windows, W), ``names`` (windows, W, labels), ``arcs`` (windows, W, W + 1;
    the last column is the root), ``states`` for the labels of arcs.
    """

    tags: Tensor
    starts: Tensor
    names: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor


def encode(weights: Weights, batch: Batch, layers: int, drop: float) -> Tensor:
    """The vectors of the pieces: (windows, P, width)."""
    there = batch.pieces > 0
    positions = torch.arange(batch.pieces.shape[1], device=batch.pieces.device)
    hidden = weights["piece"][batch.pieces] + weights["position"][positions] + weights["setting"][batch.settings]
    hidden = functional.dropout(_norm(hidden, weights, "embed"), drop)
    mask = torch.where(there, 0.0, FAR)[:, None, None, :]
    for layer in range(layers):
        hidden = _layer(weights, layer, hidden, mask, drop)
    return hidden


def _layer(weights: Weights, layer: int, hidden: Tensor, mask: Tensor, drop: float) -> Tensor:
    count, size, width = hidden.shape
    joint = _linear(hidden, weights, f"{layer}.qkv").view(count, size, 3, HEADS, width // HEADS)
    queries, keys, values = joint.permute(2, 0, 3, 1, 4)
    scores = queries @ keys.transpose(2, 3) / math.sqrt(width // HEADS) + mask
    mixed = scores.softmax(-1) @ values
    mixed = mixed.transpose(1, 2).reshape(count, size, width)
    hidden = _norm(hidden + _linear(mixed, weights, f"{layer}.out"), weights, f"{layer}.mid")
    inner = functional.gelu(_linear(hidden, weights, f"{layer}.up"), approximate="tanh")
    inner = functional.dropout(_linear(inner, weights, f"{layer}.down"), drop)
    return _norm(hidden + inner, weights, f"{layer}.end")


def read(weights: Weights, batch: Batch, layers: int, drop: float = 0.0) -> Read:
    """All heads over the words of a batch."""
    hidden = encode(weights, batch, layers, drop)
    index = batch.first.clamp(min=0)[:, :, None].expand(-1, -1, hidden.shape[2])
    words = functional.dropout(hidden.gather(1, index), drop)
    named = functional.dropout(functional.relu(_linear(words, weights, "name.in")), drop)
    dependents = functional.dropout(functional.relu(_linear(words, weights, "arc.dependent")), drop)
    governors = functional.dropout(functional.relu(_linear(words, weights, "arc.governor")), drop)
    root = weights["arc.root"].expand(governors.shape[0], 1, -1).to(governors.dtype)
    above = torch.cat([governors, root], dim=1)
    arcs = (dependents @ weights["arc.pair"].to(dependents.dtype)) @ above.transpose(1, 2)
    arcs = arcs + (above @ weights["arc.alone"].to(above.dtype))[:, None, :]
    there = batch.first >= 0
    allowed = torch.cat([there, torch.ones_like(there[:, :1])], dim=1)[:, None, :]
    own = torch.eye(there.shape[1], there.shape[1] + 1, dtype=torch.bool, device=there.device)[None]
    return Read(
        tags=_linear(words, weights, "tag").float(),
        starts=_linear(words, weights, "start").float()[:, :, 0],
        names=_linear(named, weights, "name").float(),
        arcs=torch.where(allowed & ~own, arcs.float(), FAR),
        dependents=_linear(words, weights, "label.dependent"),
        governors=_linear(words, weights, "label.governor"),
    )


def labels(weights: Weights, found: Read, heads: Tensor, drop: float = 0.0) -> Tensor:
    """The scores of the labels of arcs, (windows, W, labels). ``heads`` (windows, W): the governor, W for the root."""
    root = weights["label.root"].expand(found.governors.shape[0], 1, -1).to(found.governors.dtype)
    above = torch.cat([found.governors, root], dim=1)
    chosen = above.gather(1, heads[:, :, None].expand(-1, -1, above.shape[2]))
    hidden = functional.dropout(functional.relu(found.dependents + chosen), drop)
    return _linear(hidden, weights, "label").float()


def _linear(values: Tensor, weights: Weights, name: str) -> Tensor:
    return functional.linear(values, weights[f"{name}.w"], weights[f"{name}.b"])


def _norm(values: Tensor, weights: Weights, name: str) -> Tensor:
    scale, shift = weights[f"{name}.scale"], weights[f"{name}.shift"]
    return functional.layer_norm(values.float(), scale.shape, scale, shift, eps=1e-12)


def fresh_heads(shape: Shape, sizes: dict[str, int], generator: torch.Generator) -> Weights:
    """Untrained heads. ``sizes``: how many tags, labels and names there are."""
    made: Weights = {}

    def linear(name: str, inputs: int, outputs: int) -> None:
        made[f"{name}.w"] = torch.randn(outputs, inputs, generator=generator) / math.sqrt(inputs)
        made[f"{name}.b"] = torch.zeros(outputs)

    linear("tag", shape.width, sizes["tags"])
    linear("start", shape.width, 1)
    linear("name.in", shape.width, shape.names)
    linear("name", shape.names, sizes["names"])
    linear("arc.dependent", shape.width, shape.arcs)
    linear("arc.governor", shape.width, shape.arcs)
    linear("label.dependent", shape.width, shape.labels)
    linear("label.governor", shape.width, shape.labels)
    linear("label", shape.labels, sizes["labels"])
    made["arc.pair"] = torch.randn(shape.arcs, shape.arcs, generator=generator) / shape.arcs
    made["arc.alone"] = torch.zeros(shape.arcs)
    made["arc.root"] = torch.randn(shape.arcs, generator=generator) * 0.1
    made["label.root"] = torch.randn(shape.labels, generator=generator) * 0.1
    return made
