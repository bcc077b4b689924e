"""Many reports in one file: JSON Lines, JSON, CSV and TSV, with their fields mapped to ours."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from collections.abc import Mapping as Fields
from dataclasses import dataclass, fields
from typing import IO

import msgspec

from whosays.errors import UnreadableError
from whosays.reading import html, sources
from whosays.reading.composing import Told

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_LARGEST_ARRAY = 256 * 1024 * 1024
_TRIES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article", "article_text", "full_text", "fulltext", "story"),
    "title": ("title", "headline", "heading"),
    "publisher": ("publisher", "source", "outlet", "source_name", "newspaper", "source_domain", "domain"),
    "published": ("published", "published_date", "date_published", "date_publish", "publication_date", "pub_date",
                  "published_at", "publishedat", "pubdate", "date", "datetime", "timestamp"),
    "url": ("url", "link", "web_url", "weburl", "source_url", "permalink"),
    "byline": ("byline", "author", "authors"),
}  # fmt: skip


@dataclass(frozen=True)
class Mapping:
    """Which field of a table holds what. A name may be a path into nested JSON ("source.name").

    A field that is not named is guessed by the usual names; a named one has to be there.
    """

    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None


@dataclass(frozen=True)
class Row:
    """One entry of a table: its line (or its number in an array), and its fields or why there are none."""

    number: int
    fields: Fields[str, Json] | UnreadableError


def rows(opened: sources.Opened) -> Iterator[Row]:
    """The entries of a table, one at a time and in order; a bad one is told and the next goes on.

    Raises:
        UnreadableError: the table as a whole cannot be read (on).
    """
    if opened.kind == "jsonl":
        return _json_lines(opened.stream)
    if opened.kind == "json":
        return _json(opened.stream)
    return _delimited(opened.stream, "\t" if opened.kind == "tsv" else None)


def told(row: Fields[str, Json], mapping: Mapping) -> tuple[Told, str]:
    """What an entry tells about its report, and the report's text.

    Raises:
        UnreadableError: no field holds a text, or a field of the mapping is not there; the fields are listed.
    """
    found = {field.name: _value(row, field.name, getattr(mapping, field.name)) for field in fields(Mapping)}
    text = found.pop("text")
    if text is None:
        listed = ", ".join(list(row)[:20]) or "none"
        raise UnreadableError(
            "It has no field with a text", f"Name the field with a mapping; the fields are: {listed}."
        )
    if html.looks_like_html(text):
        beside, text = html.extract(text, found["url"])
        found = {name: value or getattr(beside, name) for name, value in found.items()}
    return Told(**found), text


def _value(row: Fields[str, Json], field: str, named: str | None) -> str | None:
    if named is not None:
        value = _at(row, named)
        if value is None and named not in row and named.split(".")[0] not in row:
            reason = f"It has no field {named!r}, which the mapping names for {field}"
            raise UnreadableError(reason, f"The fields are: {', '.join(list(row)[:20]) or 'none'}.")
        return _words(value)
    lowered = {re.sub(r"[\s-]+", "_", name.strip().lower()): name for name in reversed(list(row))}
    for guess in _TRIES[field]:
        if guess in lowered and (words := _words(row[lowered[guess]])):
            return words
    return None


def _at(row: Fields[str, Json], path: str) -> Json:
    if path in row:
        return row[path]
    value: Json = dict(row)
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _words(value: Json) -> str | None:
    """A field's value as words: lists of authors in a row, an outlet's record by its name."""
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(words for entry in value if (words := _words(entry))) or None
    if value is None or isinstance(value, bool):
        return None
    return str(value).strip() or None


# -- JSON ---------------------------------------------------------------------------------------


def _json_lines(stream: IO[bytes]) -> Iterator[Row]:
    number = 0
    while line := _line(stream):
        number += 1
        if len(line) > sources.LARGEST:
            while line and not line.endswith(b"\n"):
                line = _line(stream)
            yield Row(number, UnreadableError("The line is larger than 16 MiB", "Split it into one report a line."))
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield Row(number, _object(line))


def _line(stream: IO[bytes]) -> bytes:
    with sources.reading_errors():
        return stream.readline(sources.LARGEST + 1)


def _object(line: bytes) -> dict[str, Json] | UnreadableError:
    try:
        value: Json = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return UnreadableError(f"The line is not JSON: {error}", "Write one JSON object a line, in UTF-8.")
    if not isinstance(value, dict):
        return UnreadableError("The line is not a JSON object", 'Write one object a line: {"text": "..."}.')
    return value


def _json(stream: IO[bytes]) -> Iterator[Row]:
    with sources.reading_errors():
        data = stream.read(_LARGEST_ARRAY + 1)
    if len(data) > _LARGEST_ARRAY:
        raise UnreadableError(
            "The JSON file is larger than 256 MiB", "Write it as JSON Lines, which is read piece by piece."
        )
    try:
        value: Json = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"The file is not JSON: {error}", "Check that it is whole and in UTF-8.") from error
    for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
        if isinstance(entry, dict):
            yield Row(number, entry)
        else:
            yield Row(number, UnreadableError("The entry is not a JSON object", 'Write each as {"text": "..."}.'))


# -- CSV ----------------------------------------------------------------------------------------


def _delimited(stream: IO[bytes], separator: str | None) -> Iterator[Row]:
    with sources.reading_errors():
        head = stream.peek(4)[:4] if isinstance(stream, io.BufferedReader) else b""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    # Bytes that are no UTF-8 pass as surrogates, so that one bad row does not end the reading.
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    csv.field_size_limit(max(csv.field_size_limit(), sources.LARGEST))  # the default is shorter than some articles
    try:
        yield from _csv_rows(lines, separator)
    finally:
        lines.detach()


def _csv_rows(lines: io.TextIOWrapper, separator: str | None) -> Iterator[Row]:
    with sources.reading_errors():
        first = lines.readline()
    reader = csv.reader(_chain(first, lines), delimiter=separator or _delimiter(first), strict=False)
    names = next(reader, [])
    while True:
        number = reader.line_num + 1
        try:
            with sources.reading_errors():
                cells = next(reader, None)
        except csv.Error as error:
            yield Row(number, UnreadableError(f"The row cannot be read: {error}", "Check its quotation marks."))
            continue
        if cells is None:
            return
        if cells:
            yield Row(number, _fields(names, cells))


def _chain(first: str, lines: io.TextIOWrapper) -> Iterator[str]:
    yield first
    yield from lines


def _fields(names: list[str], cells: list[str]) -> dict[str, Json] | UnreadableError:
    if len(cells) > len(names):
        reason = f"The row has {len(cells)} cells and the table only {len(names)} columns"
        return UnreadableError(reason, "Put texts that hold the separator in quotation marks.")
    if any("\udc80" <= char <= "\udcff" for cell in cells for char in cell):
        return UnreadableError("The row is not valid UTF-8", "Save the table as UTF-8.")
    return dict(zip(names, cells, strict=False))


def _delimiter(first: str) -> str:
    return max(",;\t|", key=lambda mark: (first.count(mark), -",;\t|".index(mark)))
