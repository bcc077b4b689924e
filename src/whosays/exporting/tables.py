"""CSV: one row is one event, one statement, one incident; and the codebook that says what each column means."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from whosays.exporting.columns import EVENTS, INCIDENTS, STATEMENTS, Cell, Column, EventRow, StatementRow
from whosays.records import CodedReport, Incident

if TYPE_CHECKING:
    from _csv import Writer

Row = TypeVar("Row")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula
NAMES = ("events.csv", "statements.csv", "incidents.csv", "codebook.csv")


def write(records: Iterable[CodedReport], incidents: Sequence[Incident], out: Path) -> tuple[Path, ...]:
    """Write ``events.csv``, ``statements.csv``, ``incidents.csv`` and ``codebook.csv``; reports pass one at a time."""
    with ExitStack() as stack:
        events, statements, told, codebook = (stack.enter_context(_opened(out / name)) for name in NAMES)
        events_table, statements_table = _table(events, EVENTS), _table(statements, STATEMENTS)
        for record in records:
            for event in record.events:
                events_table.writerow(_cells(EVENTS, EventRow(record, event)))
            for statement in record.statements:
                statements_table.writerow(_cells(STATEMENTS, StatementRow(record, statement)))
        _table(told, INCIDENTS).writerows(_cells(INCIDENTS, incident) for incident in incidents)
        _codebook(codebook)
    return tuple(out / name for name in NAMES)


def safe(cell: Cell) -> Cell:
    """The cell as a spreadsheet may open it: text that it would run as a formula gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _table(file: TextIO, columns: Sequence[Column[Row]]) -> Writer:
    table = csv.writer(file, lineterminator="\n")
    table.writerow([column.name for column in columns])
    return table


def _cells(columns: Sequence[Column[Row]], row: Row) -> list[Cell]:
    return [safe(column.value(row)) for column in columns]


def _codebook(file: TextIO) -> None:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["table", "column", "meaning"])
    table.writerows([NAMES[0], c.name, c.meaning] for c in EVENTS)
    table.writerows([NAMES[1], c.name, c.meaning] for c in STATEMENTS)
    table.writerows([NAMES[2], c.name, c.meaning] for c in INCIDENTS)
