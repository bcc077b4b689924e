"""From bytes to text, or a clear word on why there is none."""

from __future__ import annotations

import codecs
import re

from whosays.errors import UnreadableError

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "Convert it to text first"),
    (
        b"PK\x03\x04",
        "a zip archive (as .docx, .odt and .epub are)",
        "Save it as plain text or HTML, or unpack it first",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "Save it as plain text or HTML first"),
    (b"{\\rtf", "a rich-text (RTF) document", "Save it as plain text first"),
    (b"\x89PNG", "a PNG picture", "Only text can be read"),
    (b"\xff\xd8\xff", "a JPEG picture", "Only text can be read"),
    (b"GIF8", "a GIF picture", "Only text can be read"),
    (b"RIFF", "a sound, film or picture file", "Only text can be read"),
    (b"ID3", "a sound file", "Only text can be read"),
    (b"BZh", "a bzip2 archive", "Unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "Unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first"),
    (b"SQLite format 3", "an SQLite database", "Export its texts as JSON Lines or CSV first"),
    (b"PAR1", "a Parquet table", "Save it as JSON Lines or CSV first"),
    (b"\x7fELF", "a program", "Only text can be read"),
    (b"WARC/", "a web archive (WARC)", "Save its pages as HTML first"),
)

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_CONTROL_SHARE = 0.02
# Single-byte encodings that English news is met in; anything else is told by its mark or its declaration.
_GUESSABLE = ["cp1252", "latin_1", "mac_roman", "cp437"]


def decode(data: bytes) -> str:
    """The text of a file's bytes.

    A byte-order mark decides; then strict UTF-8, because a text that is valid UTF-8 with characters beyond
    ASCII is practically never anything else, whatever a page declares; then the encoding that the page
    declares; then a guess among the single-byte encodings of western text.

    Raises:
        UnreadableError: the bytes are no text, damaged, or cut short.
    """
    refuse_binary(data)
    marked = _by_mark(data) or _by_zeros(data)
    if marked:
        return _decode_as(data, marked)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damage(data, error)
    declared = _declared(data)
    return _decode_as(data, declared) if declared else _guess(data)


def refuse_binary(data: bytes) -> None:
    """Stop at what is no text at all.

    Raises:
        UnreadableError: naming the kind of file and what to do with it.
    """
    for magic, kind, advice in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"This is {kind}, not a text", f"{advice}.")
    if data[4:8] == b"ftyp":
        raise UnreadableError("This is a film or sound file, not a text", "Only text can be read.")
    if _by_mark(data) or _by_zeros(data):
        return
    head = data[: 16 * _HEAD]
    control = sum(head.count(bytes([code])) for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
    if control > _CONTROL_SHARE * len(head):
        raise UnreadableError("This is a binary file, not a text", "Give a text, HTML, JSON Lines or CSV file.")


def _by_mark(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: in western text nearly every second byte is zero."""
    head = data[:_HEAD]
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"The text says it is {encoding}, but byte {error.start} is not"
        raise UnreadableError(reason, "Fetch the file again, or save it as UTF-8.") from error


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    # Browsers read "latin-1" and "ascii" as windows-1252, and pages rely on it; utf-8 was tried before.
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return None if name == "utf-8" else name


def _refuse_damage(data: bytes, error: UnicodeDecodeError) -> None:
    """Stop at UTF-8 that was cut or damaged, rather than read it as something else and get "â€™"."""
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    good = sum(char > "\x7f" for char in loose) - bad
    cut = error.reason == "unexpected end of data" and error.start >= len(data) - 3
    # One lead byte at the very end is as well the last letter of a Latin-1 text; two and more bytes are not.
    if cut and (good > 0 or len(data) - error.start > 1):
        raise UnreadableError("The text ends in the middle of a character: it was cut short", "Fetch the file again.")
    if good > 0 and good >= bad:
        reason = f"The text is UTF-8 but damaged: byte {error.start} is not valid"
        raise UnreadableError(reason, "Fetch the file again, or save it anew as UTF-8.")


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and seldom needed

    best = from_bytes(data[: 64 * _HEAD], cp_isolation=_GUESSABLE).best()
    name = best.encoding if best else None
    if name in ("latin_1", "cp437", None):
        name = "cp1252"  # the superset that western text is really in; tried below
    assert name is not None
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        reason = "The encoding of the text cannot be told"
        raise UnreadableError(reason, "Save it as UTF-8.") from error
