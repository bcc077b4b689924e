"""Questions about many values, put to the database in pieces that it takes; keys as numbers that it finds quickly."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

_AT_ONCE = 400  # values in one question


def among(connection: sqlite3.Connection, asked: str, values: Iterable[str | int]) -> Iterator[tuple[str, ...]]:
    """The rows of a question about some values (``{}`` in it), however many they are; each value is asked for once."""
    all_ = sorted({str(v): v for v in values}.items())
    for first in range(0, len(all_), _AT_ONCE):
        some = [value for _, value in all_[first : first + _AT_ONCE]]
        yield from connection.execute(asked.format(", ".join("?" * len(some))), some)


def number_of(key: tuple[str, ...]) -> int:
    """A key as an integer column holds it; the same on every machine and run."""
    return int.from_bytes(hashlib.blake2b("\x1f".join(key).encode(), digest_size=8).digest(), "big") >> 1
