"""CSV: a row is an event, a statement, an incident or a position in a dispute; and what each column means."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from whosays.exporting.columns import DISPUTES, EVENTS, INCIDENTS, STATEMENTS, Cell, Column, EventRow, StatementRow
from whosays.exporting.delimited import safe
from whosays.exporting.sides import Sides
from whosays.merging import Merged
from whosays.records import CodedReport

if TYPE_CHECKING:
    from _csv import Writer

Row = TypeVar("Row")
NAMES = ("events.csv", "statements.csv", "incidents.csv", "disputes.csv", "codebook.csv")


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write the tables as :data:`NAMES` has them; reports pass one at a time."""
    sides = Sides(merged.disputes)
    with ExitStack() as stack:
        events, statements, told, disputes, codebook = (stack.enter_context(_opened(out / name)) for name in NAMES)
        events_table, statements_table = _table(events, EVENTS), _table(statements, STATEMENTS)
        for record in sides.passing(records):
            for event in record.events:
                events_table.writerow(_cells(EVENTS, EventRow(record, event)))
            for statement in record.statements:
                statements_table.writerow(_cells(STATEMENTS, StatementRow(record, statement)))
        _table(told, INCIDENTS).writerows(_cells(INCIDENTS, incident) for incident in merged.incidents)
        _table(disputes, DISPUTES).writerows(_cells(DISPUTES, row) for row in sides.rows())
        table = csv.writer(codebook, lineterminator="\n")
        table.writerow(CODEBOOK)
        table.writerows(codebook_rows())
    return tuple(out / name for name in NAMES)


CODEBOOK = ("table", "column", "kind", "meaning")


def codebook_rows() -> Iterable[tuple[str, str, str, str]]:
    """What each column of each table means, in the order of ``CODEBOOK``."""
    yield from (("events", c.name, c.kind, c.meaning) for c in EVENTS)
    yield from (("statements", c.name, c.kind, c.meaning) for c in STATEMENTS)
    yield from (("incidents", c.name, c.kind, c.meaning) for c in INCIDENTS)
    yield from (("disputes", c.name, c.kind, c.meaning) for c in DISPUTES)


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _table(file: TextIO, columns: Sequence[Column[Row]]) -> Writer:
    table = csv.writer(file, lineterminator="\n")
    table.writerow([column.name for column in columns])
    return table


def _cells(columns: Sequence[Column[Row]], row: Row) -> list[Cell]:
    return [safe(column.value(row)) for column in columns]
