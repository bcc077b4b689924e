"""Lines that are no sentences: rows of a table, a bar of links, a list of titles with who made them."""

from __future__ import annotations

import re

from whosays.parse import Parse

_BARS = 3  # "Home | News | Sport | Weather"
_WORKS = 2  # "The Mill (Ruiz); How to Beat an Egg (Holub)"
_CREDIT = re.compile(r"[A-Z][\w.'’-]* ?[!?]? ?\( ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)? ?\)")
_MOSTLY = 0.6  # of the words are set with a capital


def listed(parse: Parse) -> frozenset[int]:
    """The tokens of such lines: no word of them tells of a deed."""
    text = parse.report.text
    if "|" not in text and ";" not in text:
        return frozenset()
    return frozenset(i for start, end in parse.sentences if _is_list(parse, start, end) for i in range(start, end))


def _is_list(parse: Parse, start: int, end: int) -> bool:
    text = parse.report.text[parse.tokens[start].start : parse.tokens[end - 1].end]
    if text.count("|") >= _BARS:
        return True
    if ";" not in text or len(_CREDIT.findall(text)) < _WORKS:
        return False
    words = [t.text for t in parse.tokens[start:end] if t.text.isalpha()]
    return sum(w[0].isupper() for w in words) > _MOSTLY * len(words)
