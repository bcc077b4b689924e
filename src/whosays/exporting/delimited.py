"""Delimited files: headers, rows, and cells that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from whosays.exporting.columns import Cell, Column

Row = TypeVar("Row")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula


def safe(cell: Cell) -> Cell:
    """The cell as a spreadsheet may open it: text that it would run as a formula gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def write_table(path: Path, columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Path:
    """Write a CSV file with a header, in UTF-8 with plain line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([column.name for column in columns])
        table.writerows([safe(column.value(row)) for column in columns] for row in rows)
    return path
