"""XLSX: the tables and the codebook as sheets of one workbook; text stays text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from whosays.exporting.columns import DISPUTES, EVENTS, INCIDENTS, STATEMENTS, Cell, Column, EventRow, StatementRow
from whosays.exporting.sides import Sides
from whosays.exporting.tables import CODEBOOK, codebook_rows
from whosays.merging import Merged
from whosays.records import CodedReport

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Row = TypeVar("Row")
NAME = "whosays.xlsx"
ROWS = 1_048_575  # what a sheet holds below its header
LONGEST = 32_767  # characters of a cell
_MADE = datetime.datetime(2000, 1, 1)


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``whosays.xlsx``; a table longer than a sheet goes on in a further one."""
    import xlsxwriter  # noqa: PLC0415 - only this format needs it

    path = out / NAME
    sides = Sides(merged.disputes)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "Whosays", "created": _MADE})
        events, statements = _Sheets(book, "events", EVENTS), _Sheets(book, "statements", STATEMENTS)
        for record in sides.passing(records):
            for event in record.events:
                events.add(EventRow(record, event))
            for statement in record.statements:
                statements.add(StatementRow(record, statement))
        told = _Sheets(book, "incidents", INCIDENTS)
        for incident in merged.incidents:
            told.add(incident)
        disputes = _Sheets(book, "disputes", DISPUTES)
        for row in sides.rows():
            disputes.add(row)
        _codebook(book)
    return (path,)


class _Sheets(Generic[Row]):
    """A table of a workbook, over as many sheets as it fills."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column[Row]]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._bold = book.add_format({"bold": True})
        self._number = 0
        self._sheet, self._row = self._open()

    def add(self, row: Row) -> None:
        if self._row > ROWS:
            self._sheet, self._row = self._open()
        for i, column in enumerate(self._columns):
            _put(self._sheet, self._row, i, column.value(row))
        self._row += 1

    def _open(self) -> tuple[Worksheet, int]:
        self._number += 1
        sheet = self._book.add_worksheet(self._name if self._number == 1 else f"{self._name} {self._number}")
        sheet.write_row(0, 0, [column.name for column in self._columns], self._bold)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, 0, len(self._columns) - 1)
        return sheet, 1


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value[:LONGEST])
    elif value is not None:
        sheet.write_number(row, column, value)


def _codebook(book: Workbook) -> None:
    sheet = book.add_worksheet("codebook")
    sheet.write_row(0, 0, CODEBOOK, book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    for i, told in enumerate(codebook_rows(), start=1):
        for j, text in enumerate(told):
            sheet.write_string(i, j, text)
