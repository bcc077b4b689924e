"""Training the network: rounds over both kinds of documents, seeded, resumable round by round."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.device import DEVICE, chance, here, set_chance
from training.material import UNKNOWN, Window, batches, varied
from training.network import FAR, Batch, Read, Shape, Weights, labels, read

BATCH_PIECES = 3000
WARM_SHARE = 0.1
LAST_SHARE = 0.02
HEAD_TIMES = 6.0  # heads begin untrained and learn so many times faster than the encoder
DROP = 0.1
START_TIMES = 3.0  # one word in twenty starts a sentence
LOG_STEPS = 50
KEEP_STEPS = 300


@dataclass(frozen=True)
class Plan:
    """How long to train and how fast. ``rate`` is the encoder's top rate; ``steps`` the batches of each kind."""

    shape: Shape
    steps: int
    rate: float
    seed: int = 7
    teacher: Weights | None = None  # whose scores are learnt from beside the gold
    teacher_layers: int = 0


@dataclass(frozen=True)
class Made:
    """A batch with what is known of it; all (windows, W)."""

    batch: Batch
    tags: Tensor
    heads: Tensor
    labels: Tensor
    starts: Tensor
    names: Tensor


def collate(made: list[Window]) -> Made:
    """Windows side by side, filled up."""
    words = max(len(w.first) for w in made)

    def filled(rows: list[np.ndarray[tuple[int], np.dtype[np.int32]]], size: int, value: int) -> Tensor:
        table = np.full((len(rows), size), value, dtype=np.int64)
        for i, row in enumerate(rows):
            table[i, : len(row)] = row
        return torch.from_numpy(table).to(DEVICE)

    heads = [np.where(w.heads == len(w.first), words, w.heads) for w in made]
    pieces = max(len(w.pieces) for w in made)
    return Made(
        batch=Batch(
            pieces=filled([w.pieces for w in made], pieces, 0),
            settings=filled([w.settings for w in made], pieces, 0),
            first=filled([w.first for w in made], words, -1),
        ),
        tags=filled([w.tags for w in made], words, UNKNOWN),
        heads=filled(heads, words, UNKNOWN),
        labels=filled([w.labels for w in made], words, UNKNOWN),
        starts=filled([w.starts for w in made], words, UNKNOWN),
        names=filled([w.names for w in made], words, UNKNOWN),
    )


def gold_loss(weights: Weights, made: Made, found: Read) -> Tensor:
    """The loss against what is known."""
    total = torch.zeros((), device=DEVICE)
    if (made.names != UNKNOWN).any():
        total = total + _cross(found.names, made.names)
    if (made.heads != UNKNOWN).any():
        known = made.starts != UNKNOWN
        starts = functional.binary_cross_entropy_with_logits(found.starts[known], made.starts[known].float())
        arcs = _in_sentences(found.arcs, made.starts)
        labelled = labels(weights, found, made.heads.clamp(min=0), DROP)
        total = total + 0.5 * _cross(found.tags, made.tags) + START_TIMES * starts + _cross(arcs, made.heads)
        total = total + _cross(labelled, torch.where(made.heads == UNKNOWN, UNKNOWN, made.labels))
    return total


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)


def _in_sentences(arcs: Tensor, starts: Tensor) -> Tensor:
    """Scores of arcs with those between sentences far away."""
    sentence = starts.clamp(min=0).cumsum(1)
    same = sentence[:, :, None] == sentence[:, None, :]
    root = torch.ones_like(same[:, :, :1])
    return torch.where(torch.cat([same, root], dim=2), arcs, FAR)


def teacher_loss(plan: Plan, weights: Weights, made: Made, found: Read) -> Tensor:
    """How far the student's scores are from its teacher's, over all words of a batch."""
    assert plan.teacher is not None
    with torch.no_grad():
        wise = read(plan.teacher, made.batch, plan.teacher_layers)
        there = made.batch.first >= 0
        open_ = there & (made.starts == UNKNOWN)  # where sentences start, the gold's word is the last
        known = made.heads != UNKNOWN
        heads = torch.where(known, made.heads.clamp(min=0), wise.arcs.argmax(-1))
        wise_labels = labels(plan.teacher, wise, heads)
    own_labels = labels(weights, found, heads, DROP)
    arcs = _apart(found.arcs, wise.arcs, there)
    total = arcs + 0.5 * _apart(found.tags, wise.tags, there) + _apart(own_labels, wise_labels, there)
    if open_.any():
        wanted = wise.starts[open_].sigmoid()
        total = total + functional.binary_cross_entropy_with_logits(found.starts[open_], wanted)
    return total + _apart(found.names, wise.names, there)


def _apart(student: Tensor, teacher: Tensor, there: Tensor) -> Tensor:
    """The divergence of two sets of scores, per word."""
    mine, wise = student[there].log_softmax(-1), teacher[there].log_softmax(-1)
    return functional.kl_div(mine, wise, log_target=True, reduction="batchmean")


def optimizer(weights: Weights, rate: float) -> torch.optim.AdamW:
    """One optimizer; heads and settings, which begin untrained, learn faster."""
    slow: list[Tensor] = []
    fast: list[Tensor] = []
    for name, values in weights.items():
        values.requires_grad_(True)
        pretrained = name[0].isdigit() or name.startswith(("piece", "position", "embed"))
        (slow if pretrained else fast).append(values)
    groups = [{"params": slow, "lr": rate, "times": 1.0}, {"params": fast, "lr": rate, "times": HEAD_TIMES}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def share(step: int, steps: int) -> float:
    """The share of the top rate: a climb, then a straight way down."""
    warm = max(int(WARM_SHARE * steps), 1)
    if step < warm:
        return (step + 1) / warm
    return LAST_SHARE + (1 - LAST_SHARE) * (steps - step) / max(steps - warm, 1)


def endless(made: Callable[[Random], list[Window]], random: Random, stop: int) -> Iterator[Made]:
    """Batches for ever, newly made and varied every round."""
    for _ in cycle([0]):
        for batch in batches(made(random), BATCH_PIECES, random):
            yield collate([varied(window, random, stop) for window in batch])


def teach(
    plan: Plan, weights: Weights, streams: list[Iterator[Made]], target: Path, watch: Callable[[Weights], str]
) -> Weights:
    """Train ``weights`` and leave them under ``target``.

    Args:
        plan: Shape, length, rate, seed, and the teacher if there is one.
        weights: Where to begin.
        streams: Endless batches; each step takes one of every stream.
        target: The file for the finished weights; while it grows, a state to go on from lies beside it.
        watch: Says how good the weights are, for the log.
    """
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(mode=True)
    torch.utils.deterministic.fill_uninitialized_memory = False
    state = target.with_suffix(".state")
    weights = here(weights)
    adam = optimizer(weights, plan.rate)
    first = 0
    if state.exists():
        kept = torch.load(state, weights_only=True, map_location=DEVICE)
        for name, values in weights.items():
            values.data.copy_(kept["weights"][name])
        adam.load_state_dict(kept["adam"])
        set_chance(kept["chance"])
        first = int(kept["step"])
        for stream in streams:
            for _ in range(first):
                next(stream)
        print(f"{target.stem}: going on from step {first}", flush=True)
    started, losses = time.monotonic(), 0.0
    for step in range(first, plan.steps):
        for group in adam.param_groups:
            group["lr"] = plan.rate * group["times"] * share(step, plan.steps)
        for stream in streams:
            losses += _learn(plan, weights, next(stream))
        torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
        adam.step()
        adam.zero_grad()
        if (step + 1) % LOG_STEPS == 0 or step + 1 == plan.steps:
            spent = time.monotonic() - started
            print(f"{target.stem} {step + 1}/{plan.steps}: {spent:.0f} s, loss {losses / LOG_STEPS:.3f}", flush=True)
            losses = 0.0
        if (step + 1) % KEEP_STEPS == 0 or step + 1 == plan.steps:
            print(f"  {watch(weights)}", flush=True)
            kept = {"weights": weights, "adam": adam.state_dict(), "step": step + 1, "chance": chance()}
            torch.save(kept, state)
    done = {name: values.detach() for name, values in weights.items()}
    torch.save(done, target)
    state.unlink(missing_ok=True)
    return done


def _learn(plan: Plan, weights: Weights, made: Made) -> float:
    with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        found = read(weights, made.batch, plan.shape.layers, DROP)
        loss = gold_loss(weights, made, found)
        if plan.teacher is not None:
            loss = 0.5 * loss + teacher_loss(plan, weights, made, found)
    loss.backward()
    return float(loss.detach())


def scores(weights: Weights, shape: Shape, made: list[Window]) -> dict[str, float]:
    """Shares of right tags, heads and labelled heads, given words and sentences; F1 of the marks of names."""
    right = {"tags": 0, "uas": 0, "las": 0, "starts": 0}
    words, hits, marked, found_marks = 0, 0, 0, 0
    order = Random(0)
    with torch.no_grad(), torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        for batch in batches(made, BATCH_PIECES * 2, order):
            gold = collate(batch)
            found = read(weights, gold.batch, shape.layers)
            known = gold.heads != UNKNOWN
            heads = _in_sentences(found.arcs, gold.starts).argmax(-1)
            named = labels(weights, found, heads).argmax(-1)
            same = (heads == gold.heads) & known
            words += int(known.sum())
            right["uas"] += int(same.sum())
            right["las"] += int((same & (named == gold.labels)).sum())
            right["tags"] += int(((found.tags.argmax(-1) == gold.tags) & known).sum())
            right["starts"] += int((((found.starts > 0) == (gold.starts == 1)) & known).sum())
            sure = gold.names != UNKNOWN
            marks = found.names.argmax(-1)
            hits += int(((marks == gold.names) & sure & (marks > 0)).sum())
            marked += int(((gold.names > 0) & sure).sum())
            found_marks += int(((marks > 0) & sure).sum())
    result = {key: 100 * value / max(words, 1) for key, value in right.items()} if words else {}
    return result | ({"names": 200 * hits / (marked + found_marks)} if marked else {})
