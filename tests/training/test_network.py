"""The network in torch against the one that reads, a tiny one taught, shrunk and taken up again. Needs torch."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

from tests.training.test_training import PIECES, made, named, tree
from training import network, teach
from training.material import inventory
from training.network import Shape, Weights
from training.shrink import shrunk
from whosays.parsing.network import weights as steps
from whosays.parsing.network.encoder import Network
from whosays.parsing.network.pieces import SETTINGS

SHAPE = Shape(layers=2, inner=48, width=24, arcs=16, labels=16, names=16)
KEPT = inventory([tree()], [named()])


def fresh(seed: int = 1) -> Weights:
    generator = torch.Generator().manual_seed(seed)
    weights = network.fresh_heads(SHAPE, KEPT.sizes(), generator)

    def some(*size: int) -> torch.Tensor:
        return torch.randn(*size, generator=generator) * 0.2

    width = SHAPE.width
    weights |= {"piece": some(7, width), "position": some(260, width), "setting": some(2 * len(SETTINGS), width)}
    norms = ["embed", *(f"{i}.{part}" for i in range(SHAPE.layers) for part in ("mid", "end"))]
    for name in norms:
        weights |= {f"{name}.scale": torch.ones(width), f"{name}.shift": torch.zeros(width)}
    for i in range(SHAPE.layers):
        for part, rows, columns in (
            ("qkv", 3 * width, width),
            ("out", width, width),
            ("up", SHAPE.inner, width),
            ("down", width, SHAPE.inner),
        ):
            weights |= {f"{i}.{part}.w": some(rows, columns), f"{i}.{part}.b": some(rows)}
    return weights


def test_both_networks_say_the_same(tmp_path: Path) -> None:
    steps.save({name: values.numpy() for name, values in fresh().items()}, tmp_path / "weights.npz")
    kept = steps.load(tmp_path / "weights.npz")
    weights = {name: torch.from_numpy(kept[name]) for name in kept}
    (window,) = made(tree())
    batch = teach.collate([window]).batch
    found = network.read(weights, batch, SHAPE.layers)
    ours = Network(kept)
    scores = ours.read(window.pieces, window.settings, window.first)
    assert np.allclose(scores.tags, found.tags[0].numpy(), atol=1e-5)
    assert np.allclose(scores.starts, found.starts[0].numpy(), atol=1e-5)
    assert np.allclose(scores.names, found.names[0].numpy(), atol=1e-5)
    arcs, own = ours.arcs(scores, 0, 4), np.eye(4, 5, dtype=bool)
    assert np.allclose(arcs[~own], found.arcs[0].numpy()[~own], atol=1e-5)
    labels = network.labels(weights, found, torch.tensor([[1, 4, 1, 1]]))
    assert np.allclose(ours.labels(scores, 0, np.array([1, 4, 1, 1], dtype=np.int32)), labels[0].numpy(), atol=1e-5)


def test_what_fills_a_batch_up_changes_nothing() -> None:
    weights = fresh()
    windows = made(tree(), named())
    short = windows[0].__class__(**{k: v[:-1] for k, v in windows[0].__dict__.items()})
    alone = network.read(weights, teach.collate([short]).batch, SHAPE.layers)
    beside = network.read(weights, teach.collate([short, windows[1]]).batch, SHAPE.layers)
    assert torch.allclose(alone.tags[0], beside.tags[0, : alone.tags.shape[1]], atol=1e-5)


def _teach(target: Path, steps: int, teacher: Weights | None = None, broken_off: int = 0) -> Weights:
    streams = [
        teach.endless(lambda _: made(*[tree()] * 6), Random(1), PIECES.of(".").pieces[0]),
        teach.endless(lambda _: made(*[named()] * 6), Random(2), PIECES.of(".").pieces[0]),
    ]
    plan = teach.Plan(SHAPE, steps, 3e-3, 7, teacher, SHAPE.layers)

    def watch(_: Weights) -> str:
        if broken_off and target.with_suffix(".state").exists():
            raise KeyboardInterrupt
        return ""

    return teach.teach(plan, fresh(), streams, target, watch)


def test_a_tiny_network_learns(tmp_path: Path) -> None:
    weights = _teach(tmp_path / "t.pt", 60)
    found = teach.scores(weights, SHAPE, made(tree(), named()))
    assert found["las"] == pytest.approx(100)
    assert found["names"] == pytest.approx(100)
    student = _teach(tmp_path / "s.pt", 60, teacher=weights)
    assert teach.scores(student, SHAPE, made(tree()))["las"] == pytest.approx(100)


def test_a_course_that_was_broken_off_goes_on_to_the_same_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teach, "KEEP_STEPS", 10)
    whole = _teach(tmp_path / "whole.pt", 30)
    with pytest.raises(KeyboardInterrupt):
        _teach(tmp_path / "parts.pt", 30, broken_off=1)
    assert (tmp_path / "parts.state").exists()
    parts = _teach(tmp_path / "parts.pt", 30)
    assert all(torch.allclose(parts[name], whole[name], atol=2e-3) for name in whole)


def test_a_smaller_network_is_a_part_of_the_larger() -> None:
    small = shrunk(fresh(), Shape(layers=1, inner=16, width=24))
    assert "1.up.w" not in small
    assert small["0.up.w"].shape == (16, 24)
    assert small["0.down.w"].shape == (24, 16)
    assert torch.equal(small["0.out.w"], fresh()["0.out.w"])
