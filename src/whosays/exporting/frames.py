"""The tables as Arrow tables, from which pandas and polars take them without copying."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from whosays.errors import MissingPackageError, NotFoundError
from whosays.exporting.columns import (
    DISPUTES,
    EVENTS,
    INCIDENTS,
    STATEMENTS,
    Cell,
    Column,
    EventRow,
    Kind,
    StatementRow,
)
from whosays.exporting.sides import Sides
from whosays.merging import Merged
from whosays.records import CodedReport, Dispute, Incident

if TYPE_CHECKING:
    import pyarrow as pa

Row = TypeVar("Row")
Table = Literal["events", "statements", "incidents", "disputes"]
TABLES: tuple[Table, ...] = ("events", "statements", "incidents", "disputes")
_BATCH = 10_000  # rows that are held as Python values at a time


def arrow_table(
    name: Table,
    records: Iterable[CodedReport] = (),
    incidents: Iterable[Incident] = (),
    disputes: Iterable[Dispute] = (),
) -> pa.Table:
    """One of the tables, with what each column means in the field's metadata (``meaning``).

    Args:
        name: ``events`` or ``statements`` (from ``records``), ``incidents`` (from ``incidents``), or ``disputes`` (from
            ``disputes``, with their words from ``records``).
        records: coded reports; they pass one at a time.
        incidents: merged incidents.
        disputes: merged disputes.

    Raises:
        MissingPackageError: pyarrow is not installed.
        NotFoundError: there is no such table.
    """
    if name == "events":
        return _table(EVENTS, (EventRow(record, event) for record in records for event in record.events))
    if name == "statements":
        return _table(STATEMENTS, (StatementRow(record, said) for record in records for said in record.statements))
    if name == "incidents":
        return _table(INCIDENTS, incidents)
    if name == "disputes":
        sides = Sides(disputes)
        for _ in sides.passing(records):
            pass
        return _table(DISPUTES, sides.rows())
    raise NotFoundError(f"no table {name!r}; there are: {', '.join(TABLES)}")


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write a file of each of :data:`TABLES`; reports pass one at a time."""
    arrow = _arrow()
    from pyarrow import parquet  # noqa: PLC0415 - only this format needs it

    sides = Sides(merged.disputes)
    paths = tuple(out / f"{name}.parquet" for name in TABLES)
    with (
        parquet.ParquetWriter(paths[0], _schema(EVENTS)) as events,
        parquet.ParquetWriter(paths[1], _schema(STATEMENTS)) as statements,
    ):
        event_rows: list[EventRow] = []
        statement_rows: list[StatementRow] = []
        for record in sides.passing(records):
            event_rows.extend(EventRow(record, event) for event in record.events)
            statement_rows.extend(StatementRow(record, said) for said in record.statements)
            if len(event_rows) + len(statement_rows) >= _BATCH:
                events.write_table(_table(EVENTS, event_rows))
                statements.write_table(_table(STATEMENTS, statement_rows))
                event_rows.clear()
                statement_rows.clear()
        events.write_table(_table(EVENTS, event_rows))
        statements.write_table(_table(STATEMENTS, statement_rows))
    assert arrow is not None
    parquet.write_table(_table(INCIDENTS, merged.incidents), paths[2])
    parquet.write_table(_table(DISPUTES, sides.rows()), paths[3])
    return paths


def _table(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> pa.Table:
    arrow = _arrow()
    cells: list[list[Cell]] = [[] for _ in columns]
    for row in rows:
        for column, values in zip(columns, cells, strict=True):
            value = column.value(row)
            values.append(None if value == "" else value)
    schema = _schema(columns)
    return arrow.Table.from_arrays(
        [arrow.array(values, type=field.type) for values, field in zip(cells, schema, strict=True)], schema=schema
    )


def _schema(columns: Sequence[Column[Row]]) -> pa.Schema:
    arrow = _arrow()
    types: dict[Kind, pa.DataType] = {
        "text": arrow.string(), "whole number": arrow.int64(), "number": arrow.float64()
    }  # fmt: skip
    return arrow.schema([arrow.field(c.name, types[c.kind], metadata={"meaning": c.meaning}) for c in columns])


def _arrow() -> pa:
    try:
        import pyarrow  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingPackageError("pyarrow", "analytics") from error
    return pyarrow
