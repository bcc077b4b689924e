"""Figures that say of themselves that they overtake an earlier one: "the toll later rose to 15"."""

from __future__ import annotations

import re

from whosays.merging.wordings import knowledge
from whosays.records import Span

_REACH = 160  # characters before a figure in which its clause may begin
_STOP = re.compile(r"[.!?]\s|[;\n]")
_WORD = re.compile(r"[^\W_]+")


def overtakes(text: str, figure: Span) -> bool:
    """Whether the words that lead to a figure say that it comes after another.

    Args:
        text: the report's.
        figure: where the number stands in it.
    """
    before = _STOP.split(text[max(0, figure.start - _REACH) : figure.start])[-1]
    words = f" {' '.join(_WORD.findall(before.lower()))} "
    return any(f" {phrase} " in words for phrase in knowledge().overtaking)
