"""Daily lists of current events: Markdown files whose points tell of a day's news in a sentence or two.

The day is in the file's name; a point may end in its sources, as links in brackets, which are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.running import as_given
from whosays.records import Report

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_POINT = re.compile(r"\s*[*-] +(.*)")
_SOURCE = re.compile(r"\[\([^)]*\)\]\([^)]*\)")
_LINK = re.compile(r'\[([^\]]*)\]\((?:[^()"]|"[^"]*"|\([^()]*\))*\)')
_MARKS = re.compile(r"\*+")
_GAP = re.compile(r"\s+([.,])")
_SHORTEST = 8  # words; what is shorter is a heading


def news_lines(path: Path) -> Iterator[Report]:
    """The points of a list that are whole sentences, each as a report of the day; offsets are the plain text's."""
    told = _DAY.search(path.name)
    for line in path.read_text(encoding="utf-8").splitlines():
        point = _POINT.match(line)
        if point is None:
            continue
        text = _GAP.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", _SOURCE.sub("", point.group(1)))).strip())
        if text.endswith(".") and len(text.split()) >= _SHORTEST:
            yield as_given(text, published=told.group() if told else None)
