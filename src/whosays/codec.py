"""Records to JSON lines and back: the strict border. What is read back is checked to the last key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from whosays import records
from whosays.errors import RecordError

R = TypeVar("R", bound=records.Record)


def encode(record: records.AnyRecord) -> bytes:
    """One record as one line of canonical JSON, without the line's end: same record, same bytes."""
    return msgspec.json.encode(record)


def decode(line: bytes | str, kind: type[R]) -> R:
    """A record of ``kind`` from its line.

    Raises:
        RecordError: an unknown key, a missing or a wrong value, with its path.
    """
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.DecodeError as error:
        raise RecordError(f"not a {kind.__name__}: {error}") from error


def decode_any(line: bytes | str) -> records.AnyRecord:
    """A record of whatever kind its field ``record`` names."""
    try:
        found: records.AnyRecord = msgspec.json.decode(line, type=records.AnyRecord)
    except msgspec.DecodeError as error:
        raise RecordError(f"not a record: {error}") from error
    return found


def lines(found: Iterable[records.AnyRecord]) -> Iterator[bytes]:
    """The records as JSON lines, each with its line's end."""
    for record in found:
        yield encode(record) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every record, under ``$defs``."""
    (top,), definitions = msgspec.json.schema_components([records.AnyRecord], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Whosays record",
        **top,
        "$defs": definitions,
    }
