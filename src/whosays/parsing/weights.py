"""The numbers of the trained network: kept as one byte each with a scale for every row, used as 32-bit floats."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from whosays.errors import KnowledgeError

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

STEPS = 127  # on either side of zero
SCALE = ":scale"
_ROWS = 2  # arrays of two dimensions are kept in steps, others as they are


def save(weights: Weights, path: Path) -> None:
    """Write the arrays: tables in steps of a scale for each row, the rest as it is."""
    kept: dict[str, Any] = {}  # bytes and floats side by side
    for name, values in sorted(weights.items()):
        if values.ndim == _ROWS:
            scale = np.maximum(np.abs(values).max(axis=1), 1e-12) / STEPS
            kept[name] = np.rint(values / scale[:, None]).astype(np.int8)
            kept[name + SCALE] = scale.astype(np.float32)
        else:
            kept[name] = values.astype(np.float32)
    np.savez(path, **kept)


def load(path: Path) -> Weights:
    """Read what :func:`save` wrote.

    Raises:
        KnowledgeError: The file is missing or is not of this kind.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return {name: _values(kept, name) for name in kept.files if not name.endswith(SCALE)}
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise KnowledgeError(
            f"The language model's weights {path.name} cannot be read ({error}). Install Whosays anew"
        ) from error


def _values(kept: np.lib.npyio.NpzFile, name: str) -> Floats:
    values = kept[name]
    if values.dtype == np.int8:
        scaled: Floats = values.astype(np.float32)
        scaled *= kept[name + SCALE][:, None]
        return scaled
    return np.asarray(values, dtype=np.float32)
