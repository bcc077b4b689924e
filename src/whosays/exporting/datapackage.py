"""A Frictionless data package: the CSV tables with ``datapackage.json``, which tells what every column is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from whosays.exporting import tables
from whosays.exporting.columns import DISPUTES, EVENTS, INCIDENTS, STATEMENTS, Column, Kind
from whosays.merging import Merged
from whosays.records import CodedReport

Row = TypeVar("Row")
NAME = "datapackage.json"
_TYPES: dict[Kind, str] = {"text": "string", "whole number": "integer", "number": "number"}


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write the CSV tables, the codebook and ``datapackage.json``."""
    written = tables.write(records, merged, out)
    described = {
        "name": "whosays",
        "title": "What happened, and who says so",
        "profile": "tabular-data-package",
        "resources": [
            _resource("events", EVENTS),
            _resource("statements", STATEMENTS),
            _resource("incidents", INCIDENTS),
            _resource("disputes", DISPUTES),
        ],
    }
    path = out / NAME
    path.write_bytes(msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n")
    return (*written, path)


def _resource(name: str, columns: Sequence[Column[Row]]) -> dict[str, object]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": {
            "fields": [{"name": c.name, "type": _TYPES[c.kind], "description": c.meaning} for c in columns],
            "missingValues": [""],
            "primaryKey": [columns[0].name],
        },
    }
