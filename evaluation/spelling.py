"""A text out of gold's tokens, spelt as text is: no space before a comma, none behind an opening bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable

_JOINED = re.compile(r"[,.;:!?%)\]}]+|n[’']t|[’'](?:s|re|ve|ll|d|m)?|''|”|’", re.IGNORECASE)
_OPENING = frozenset({"(", "[", "{", "$", "``", "“", "‘"})


def spelt(tokens: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as a text, and where each stands in it; a straight quotation mark opens and closes in turn."""
    text = ""
    places: list[tuple[int, int]] = []
    glued, inside = True, False
    for token in tokens:
        closes = token == '"' and inside
        if not (glued or closes or _JOINED.fullmatch(token)):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        if token == '"':
            inside = not inside
        glued = token in _OPENING or (token == '"' and inside)
    return text, places
