"""One party's stand on one question: what a dispute is made of."""

from __future__ import annotations

import msgspec

from whosays.merging.questions import Key
from whosays.records import Holds, Span, Statement

_NEAR = 60  # characters between the word of saying and what is said


class Stand(msgspec.Struct, frozen=True):
    """One party's stand on one question; ``party`` None is the outlet, or a speaker who is not known.

    ``answer`` is whom it names, or how many it counts, where the question is who or how many.
    """

    key: Key
    party: str | None
    holds: Holds
    since: str | None
    statement: str | None
    spans: tuple[Span, ...]
    answer: str | None = None


def in_own_words(statement: Statement, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """What was said with the word that says it: "claimed responsibility for the attack", not "the attack" alone."""
    cue = statement.cue
    first = min(spans, key=lambda s: s.start, default=None)
    if first is None or first.report != cue.report or not cue.end <= first.start <= cue.end + _NEAR:
        return spans
    return (Span(report=cue.report, start=cue.start, end=first.end), *(s for s in spans if s != first))
