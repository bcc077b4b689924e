"""One clean text: characters put right, paragraphs told apart, hard-wrapped lines joined."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from whosays.reading import opening

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
# Characters without width or of direction only; the soft hyphen too. They would split words for no reader.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]")
_TERMINAL = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_ITEM = re.compile(r"(?:[-*•·–—]|\d{1,2}[.)])\s")
_WIDEST = 100
_HEAD_LINES = 4
_NARROWEST = 40  # short lines are a list or a table more often than a column of text


def clean(text: str) -> str:
    """``text`` with one sort of line end, no control characters, single spaces, and no hard wraps.

    Paragraphs that were set apart by blank lines still are (by exactly one); a line end that is left inside
    a block is a paragraph's end too. Upper case stays upper case.
    """
    first, *others = _blocks(_characters(text)) or [[]]
    blocks = [_first_unwrapped(first), *map(_unwrapped, others)]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def one_line(text: str) -> str:
    """``text`` cleaned, on one line: for titles, names and bylines."""
    return " ".join(_characters(text).split())


def _characters(text: str) -> str:
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))


def _blocks(text: str) -> list[list[str]]:
    """The lines of each stretch between blank lines, with the indent that each begins with."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.expandtabs(4).rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _first_unwrapped(block: list[str]) -> list[str]:
    """A title or a byline right above the dateline is no part of the paragraph, however full its line."""
    at = next((at for at, line in enumerate(block[1:_HEAD_LINES], 1) if opening.begins(line)), 0)
    return [_spaced(line) for line in block[:at]] + _first_unwrapped(block[at:]) if at else _unwrapped(block)


def _unwrapped(block: list[str]) -> list[str]:
    if not block:
        return []
    widest = max(len(line) for line in block)
    if widest > _WIDEST:
        return [_spaced(line) for line in block]
    joined = [_spaced(block[0])]
    for before, line in pairwise(block):
        if _continues(before, line, widest):
            joined[-1] = _joined(joined[-1], _spaced(line))
        else:
            joined.append(_spaced(line))
    return joined


def _continues(before: str, line: str, widest: int) -> bool:
    """Whether ``line`` goes on with the paragraph of ``before``, in a block at most ``widest`` wide.

    A wrapped line was broken because the next word would not have fitted; a line that ends a sentence has to
    be nearly full, any other may be somewhat shorter, as wire copy is set ragged. An indented line or a list's
    item begins a paragraph, unless the line before is full and breaks off ("the Cano Limon / - Covenas pipeline").
    """
    filled = (len(before) + 1 + len(line.split(maxsplit=1)[0])) / widest
    ends = _TERMINAL.search(before) is not None
    if _indent(line) > _indent(before) + 1 or _ITEM.match(line.lstrip()):
        return not ends and filled >= 0.9
    if line.lstrip()[0].islower() and not ends:
        return True
    return widest >= _NARROWEST and filled >= (0.9 if ends else 0.75)


def _joined(before: str, line: str) -> str:
    # "counter-" at a line's end is half of a compound and keeps its hyphen; "--" and " -" are dashes.
    compound = re.search(r"\w-$", before) is not None and line[:1].isalpha()
    return before + line if compound else f"{before} {line}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _spaced(line: str) -> str:
    return _SPACES.sub(" ", line).strip()
