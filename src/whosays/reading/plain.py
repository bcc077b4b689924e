"""Plain text and wire copy, with or without a block of ``Key: value`` lines on top."""

from __future__ import annotations

import re

from whosays.reading.composing import Told

_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{1,24}?)\s*:[ \t]+(?P<value>\S.*)")
# What archives call the fields; several words for one thing, first of all our own.
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "newspaper"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "publication date", "load-date"),
    "url": ("url", "link", "address"),
    "origin": ("origin", "agency"),
}
_FIELD = {word: field for field, words in _KEYS.items() for word in words}


def split_header(text: str) -> tuple[Told, str]:
    """What a header block tells, and the text below it.

    A header block is the first block of lines, ended by a blank line, each line a ``Key: value`` and at least
    one of the keys known (Title, Publisher, Published, Byline, Url, Origin and the other words of archives;
    upper or lower case). With a key that is not known there must be two that are. A text without such a block
    comes back whole.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").split("\n")
    size = next((at for at, line in enumerate(lines) if not line.strip()), 0)
    pairs = [
        (match["key"].lower(), match["value"].strip()) for line in lines[:size] if (match := _LINE.fullmatch(line))
    ]
    known = {field: value for key, value in reversed(pairs) if (field := _FIELD.get(key))}
    strangers = len({key for key, _ in pairs if key not in _FIELD})
    if not known or len(pairs) < size or (strangers and len(known) < 2):
        return Told(), text
    return Told(**known), "\n".join(lines[size:])
