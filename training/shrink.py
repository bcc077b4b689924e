"""A smaller network out of a larger one: its first layers, and of each the inner units that weigh most."""

from __future__ import annotations

from torch import Tensor

from training.network import Shape, Weights


def shrunk(weights: Weights, shape: Shape) -> Weights:
    """The arrays of a network of ``shape``, taken from those of a larger one of the same width."""
    made: Weights = {}
    for name, values in weights.items():
        layer = name.split(".")[0]
        if not layer.isdigit():
            made[name] = values.clone()
        elif int(layer) < shape.layers:
            made[name] = _inner(weights, name, shape.inner).clone().contiguous()
    return made


def _inner(weights: Weights, name: str, kept: int) -> Tensor:
    layer, part = name.split(".", maxsplit=1)[0], name.partition(".")[2]
    if part not in {"up.w", "up.b", "down.w"}:
        return weights[name]
    up, down = weights[f"{layer}.up.w"], weights[f"{layer}.down.w"]
    weight = up.norm(dim=1) * down.norm(dim=0)
    units = weight.topk(min(kept, len(weight))).indices.sort().values
    return weights[name][:, units] if part == "down.w" else weights[name][units]
