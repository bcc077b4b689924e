"""Are two tellings of one incident? Small comparators, each with its reason in words and its weight.

A comparator answers with a positive reason (they agree), a negative one (they clash: weight down at ``CLASH``), or
nothing (it cannot tell). The list at the end is the whole rule: read it aloud.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.merging.facts import Fact
from whosays.merging.manner import likeness, news, setting, theme, toll, wording
from whosays.merging.outlines import CLASH, kind, period, place, recency, status, time
from whosays.merging.parties import actors, crowd, number, victims
from whosays.records import Reason

SAME = 1.0  # from this sum on, with no clash, two tellings are one incident
_ROUNDING = 1e-9

Comparator = Callable[[Fact, Fact], "Reason | None"]


def compare(one: Fact, two: Fact) -> tuple[Reason, ...]:
    """All that speaks for and against two tellings being of one incident; a clash alone where there is one."""
    found: list[Reason] = []
    for comparator in COMPARATORS:
        reason = comparator(one, two)
        if reason is None:
            continue
        if reason.weight <= CLASH:
            return (reason,)
        found.append(reason)
    return tuple(found)


def total(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights."""
    return sum(r.weight for r in reasons) + _ROUNDING


def clash(reasons: tuple[Reason, ...]) -> bool:
    """Whether any comparator found that the two cannot be one."""
    return any(r.weight <= CLASH for r in reasons)


COMPARATORS: tuple[Comparator, ...] = (
    kind, status, period, time, recency, place, setting, victims, number, actors, crowd, theme, toll,
    news, likeness, wording,
)  # fmt: skip
