"""The numbers of the trained network: kept as one byte each with a scale for every row, used as 32-bit floats.

Only what is used is made floats: of the table of pieces, by far the largest, a few rows at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from whosays.errors import KnowledgeError

Floats = NDArray[np.float32]

STEPS = 127  # on either side of zero
SCALE = ":scale"
_ROWS = 2  # arrays of two dimensions are kept in steps, others as they are


class Rows(NamedTuple):
    """A table in steps (N, width), and how much a step is in each row (N)."""

    steps: NDArray[np.int8]
    scale: Floats

    def of(self, numbers: NDArray[np.int32] | slice) -> Floats:
        """The rows of these numbers: (numbers, width)."""
        scaled: Floats = self.steps[numbers].astype(np.float32)
        scaled *= self.scale[numbers][:, None]
        return scaled


class Weights:
    """The arrays of a network by name, the tables among them in steps."""

    def __init__(self, tables: Mapping[str, Rows], plain: Mapping[str, Floats]) -> None:
        self._tables, self._plain = tables, plain

    def __iter__(self) -> Iterator[str]:
        yield from self._tables
        yield from self._plain

    def __getitem__(self, name: str) -> Floats:
        """An array as floats."""
        return self._plain[name] if name in self._plain else self._tables[name].of(slice(None))

    def rows(self, name: str) -> Rows:
        """A table of which only some rows are wanted at a time."""
        return self._tables[name]


def save(weights: Mapping[str, Floats], path: Path) -> None:
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
            names = [name for name in kept.files if not name.endswith(SCALE)]
            stepped = [name for name in names if name + SCALE in kept.files]
            tables = {name: Rows(kept[name].astype(np.int8), kept[name + SCALE].astype(np.float32)) for name in stepped}
            plain = {name: kept[name].astype(np.float32) for name in names if name not in tables}
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise KnowledgeError(
            f"The language model's weights {path.name} cannot be read ({error}). Install Whosays anew"
        ) from error
    return Weights(tables, plain)
