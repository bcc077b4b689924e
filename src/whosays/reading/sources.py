"""Opening what the caller names: a file, standard input, bytes or a stream, packed with gzip or not."""

from __future__ import annotations

import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, Protocol, TypeAlias, runtime_checkable

import msgspec

from whosays.errors import UnreadableError
from whosays.reading import decoding, html

Kind = Literal["plain", "html", "jsonl", "json", "csv", "tsv"]

LARGEST = 16 * 1024 * 1024
"""Bytes of one report at most: no news report is a tenth of this."""

_PEEK = 64 * 1024
_SUFFIXES: dict[str, Kind] = {".csv": "csv", ".tsv": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
_FIELD_NAMES = re.compile(r"(?:^|[,;\t])\"?(?:text|body|content|maintext|article)\"?(?:[,;\t]|$)", re.IGNORECASE)


@runtime_checkable
class Readable(Protocol):
    """Anything that gives bytes: an open file, a socket's file, a download."""

    def read(self, size: int = -1, /) -> bytes:
        """The next ``size`` bytes at most."""
        ...


Source: TypeAlias = "str | Path | bytes | Readable"


@dataclass(frozen=True)
class Opened:
    """An open source: its name for messages, what kind of text it holds, and the unpacked bytes."""

    name: str
    kind: Kind
    stream: io.BufferedReader


class _Adapter(io.RawIOBase):
    """Lets any :class:`Readable` be buffered."""

    def __init__(self, source: Readable) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._source.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def name_of(source: Source) -> str:
    """What messages and failures call a source."""
    if isinstance(source, (str, Path)):
        return str(source)
    return "bytes" if isinstance(source, bytes) else str(getattr(source, "name", "stream"))


@contextmanager
def opened(source: Source) -> Iterator[Opened]:
    """Open ``source``, unpack it, and tell its kind; what was opened here is closed again.

    Raises:
        UnreadableError: the file cannot be opened, or what it holds is no text.
    """
    own = isinstance(source, (str, Path)) and str(source) != "-"
    raw = _raw(source)
    try:
        stream = _unpacked(raw)
        suffix = _suffix(name_of(source)) if own else ""
        with reading_errors():
            head = stream.peek(_PEEK)[:_PEEK]
        decoding.refuse_binary(head)
        yield Opened(name_of(source), _kind(head, suffix), stream)
    finally:
        if own:
            raw.close()


@contextmanager
def reading_errors() -> Iterator[None]:
    """Turn what can go wrong while bytes arrive into our own errors."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableError("The gzip stream is cut short or damaged", "Fetch the file again.") from error
    except OSError as error:
        raise UnreadableError(
            f"It cannot be read: {error.strerror or error}", "Check the file and its rights."
        ) from error


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of one report.

    Raises:
        UnreadableError: more than 16 MiB, or the stream breaks off.
    """
    with reading_errors():
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError("It is larger than 16 MiB, which no report is", "Split it into one report a file.")
    return data


def _raw(source: Source) -> io.BufferedReader:
    if isinstance(source, bytes):
        return io.BufferedReader(io.BytesIO(source))
    if isinstance(source, (str, Path)):
        return _file(source)
    return source if isinstance(source, io.BufferedReader) else io.BufferedReader(_Adapter(source))


def _file(source: str | Path) -> io.BufferedReader:
    if str(source) == "-":
        return io.BufferedReader(_Adapter(sys.stdin.buffer))
    path = Path(source)
    if path.is_dir():
        raise UnreadableError("It is a folder, not a report", "Read a folder with read_all.")
    if path.exists() and not path.is_file():
        raise UnreadableError("It is neither a file nor a folder", "Give a file, a folder, or - for standard input.")
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise UnreadableError(
            "There is no such file", "Check the path; a text itself is read with read_text."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"It cannot be opened: {reason}", "Check the path and its rights.") from error


def _unpacked(raw: io.BufferedReader) -> io.BufferedReader:
    with reading_errors():
        packed = raw.peek(2)[:2] == b"\x1f\x8b"
    return io.BufferedReader(gzip.GzipFile(fileobj=raw)) if packed else raw


def _suffix(name: str) -> str:
    path = Path(name)
    return Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def _kind(head: bytes, suffix: str) -> Kind:
    """What the first bytes and the suffix say; content goes before a suffix that anything may carry."""
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if html.looks_like_html(text.replace("\0", "")):
        return "html"
    if re.match(r"<\?xml|<(?:rss|feed|rdf:RDF)\b", text):
        raise UnreadableError("This is a feed or another XML file", "Save the articles' own pages as HTML or text.")
    if suffix in _SUFFIXES and suffix != ".json":
        return _SUFFIXES[suffix]
    if text.startswith("{"):
        return "jsonl" if _is_object(text.partition("\n")[0], whole_line="\n" in text) else "json"
    if text.startswith("[") and (suffix == ".json" or re.match(r"\[\s*\{\s*\"", text)):
        return "json"
    first = text.partition("\n")[0].strip()
    if not suffix and _FIELD_NAMES.search(first) and re.fullmatch(r"[\w\",;\t -]+", first):
        return "tsv" if "\t" in first else "csv"
    return "json" if suffix == ".json" else "plain"


def _is_object(line: str, *, whole_line: bool) -> bool:
    """Whether a line is a JSON object of its own; a line longer than what was peeked at begins one, at least."""
    if not whole_line:
        return len(line) > 1
    try:
        msgspec.json.decode(line.encode(), type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeEncodeError):
        return len(line.rstrip()) > 1
    return True
