"""Reading the hand-kept lists: CSV rows and YAML entries with the place they stand at, for errors that can be found."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.records import Value

T = TypeVar("T", bound=Value)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C one where it is there
    """YAML in which only ``true`` and ``false`` are truth values: ``yes``, ``no`` and ``on`` are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class Row(Value, frozen=True, kw_only=True):
    """One line of a CSV list, by column; ``where`` names file and line."""

    where: str
    cells: dict[str, str]

    def one(self, column: str) -> str:
        """The text of a cell."""
        return self.cells[column].strip()

    def maybe(self, column: str) -> str | None:
        """The text of a cell, None when it is empty."""
        return self.one(column) or None

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell, parted by ``|``; a lone ``-`` is "there are none"."""
        return tuple(p.strip() for p in self.one(column).split("|") if p.strip() and p.strip() != "-")

    def day(self, column: str) -> str | None:
        """An ISO date cut to year, month or day, or None."""
        return day(self.where, self.one(column))

    def number(self, column: str) -> float | None:
        """A number, or None when the cell is empty."""
        try:
            return float(self.one(column)) if self.one(column) else None
        except ValueError as error:
            raise KnowledgeError(f"{self.where}: '{self.one(column)}' in {column} is no number") from error


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of a CSV list, which must have exactly these columns."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            raise KnowledgeError(f"{path.name}: the columns must be {','.join(columns)}")
        for cells in reader:
            where = f"{path.name}, line {reader.line_num}"
            if None in cells or None in cells.values():
                raise KnowledgeError(f"{where}: not {len(columns)} cells; quote a cell that holds a comma")
            yield Row(where=where, cells=cells)


def entries(path: Path, kind: type[T]) -> tuple[T, ...]:
    """The entries of a YAML list, each checked to have the shape of ``kind``."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(found, list):
        raise KnowledgeError(f"{path.name}: must hold a list of entries")
    result: list[T] = []
    for number, entry in enumerate(found, 1):
        try:
            result.append(msgspec.convert(_plain(entry), kind))
        except msgspec.ValidationError as error:
            name = entry.get("id", "?") if isinstance(entry, dict) else "?"
            raise KnowledgeError(f"{path.name}, entry {number} ({name}): {error}") from error
    return tuple(result)


def day(where: str, value: str) -> str | None:
    """``2021``, ``2021-08`` or ``2021-08-15`` as it is; an empty one is None.

    Raises:
        KnowledgeError: it is no date.
    """
    if not value:
        return None
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)
    except ValueError as error:
        raise KnowledgeError(f"{where}: '{value}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error
    return value


def _plain(value: object) -> object:
    """YAML reads ``2021-08-15`` as a date and ``1994`` as a number; all as text, for the entry to read."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value
