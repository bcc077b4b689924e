"""Deeds of former years that a report recalls beside today's: "the eighth to be killed since Holub was shot in 2005".

Whoever is blamed, claims or denies "the attack" speaks of today's.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.propositions import Occurrence
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token


def without_long_past(parse: Parse, found: Sequence[Occurrence]) -> list[Occurrence]:
    """The deeds without those of former years; all, where nothing else is left."""
    kept = [o for o in found if not _is_long_past(parse, o)]
    return kept or list(found)


def _is_long_past(parse: Parse, occurrence: Occurrence) -> bool:
    """ "Was killed | in 2005 |", "the bombing | last year |", "was shot | two years ago |"."""
    return any(_is_former_year(parse, c) for c in parse.children(occurrence.head) if c.i > occurrence.head)


def _is_former_year(parse: Parse, when: Token) -> bool:
    year = (parse.report.published or "")[:4]
    beside = parse.children(when.i)
    if when.lower in {"ago", "earlier"}:
        return any(c.lower in {"year", "years", "decade", "decades"} for c in beside)
    if when.lower == "year":
        return any(c.lower in {"last", "previous"} for c in beside)
    digits = [t.text for t in (when, *beside) if len(t.text) == len(year) == _YEAR and t.text.isdigit()]
    return case_of(parse, when.i) in {"in", "on", "during"} and any(_FIRST <= d < year for d in digits)


_YEAR = 4  # digits
_FIRST = "1900"
