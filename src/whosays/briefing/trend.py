"""How many incidents of a kind a period has, against what is usual: a level and an interval, said in words.

The usual level comes from stretches of the same length before the period. With counts k1 ... kn in n stretches, the
next one is expected by the predictive distribution of a Poisson rate under Jeffreys's prior, a negative binomial; nine
of ten such stretches lie between its 5 % and 95 % points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

TITLE = "Against the usual"
FEWEST, MOST = 6, 26  # stretches before the period: with fewer nothing is usual, older ones say nothing of today
_TAIL = 0.05


class Past(msgspec.Struct, frozen=True):
    """What the store holds of all times: days (ISO) of dated incidents by class, and the first day that it covers."""

    days: dict[str, tuple[str, ...]]
    first: str


class Level(msgspec.Struct, frozen=True):
    """A count in a period and what is usual: the mean of ``stretches`` before it, and the middle nine tenths."""

    count: int
    length: int
    mean: float
    low: int
    high: int
    stretches: int


def level(days: Sequence[str], since: str, until: str, first: str) -> Level | None:
    """The level of a kind of incidents.

    Args:
        days: ISO days on which there was one, in any order, each as often as there was one.
        since: first day of the period.
        until: its last day, included.
        first: the first day that the store covers.

    Returns:
        None when fewer than ``FEWEST`` stretches of that length lie before the period.
    """
    start, end = date.fromisoformat(since), date.fromisoformat(until)
    length = (end - start).days + 1
    stretches = min(MOST, (start - date.fromisoformat(first)).days // length) if length > 0 else 0
    if stretches < FEWEST:
        return None
    opening = start - timedelta(days=stretches * length)
    before = sum(opening <= date.fromisoformat(day) < start for day in days)
    count = sum(start <= date.fromisoformat(day) <= end for day in days)
    low, high = _middle(before + 0.5, stretches)
    return Level(count, length, before / stretches, low, high, stretches)


def said(of: str, found: Level) -> str:
    """The level in words: "Attacks: 9 in 7 days. Usual are about 3 ... ; this is more than usual"."""
    usual = f"{found.mean:.1f}".removesuffix(".0")
    where = (
        "more than usual" if found.count > found.high else "fewer than usual" if found.count < found.low else "usual"
    )
    span = f"{found.length} days" if found.length > 1 else "one day"
    return (
        f"{of}: {found.count} in {span}; on average there were {usual} in each of the {found.stretches} such stretches"
        f" before, and nine of ten would have {found.low} to {found.high}: this is {where}"
    )


def _middle(shape: float, stretches: int) -> tuple[int, int]:
    """The 5 % and 95 % points of a negative binomial: Poisson counts whose rate is Gamma(shape, stretches)."""
    chance = stretches / (stretches + 1)
    term = math.exp(shape * math.log(chance))
    total, count, low = term, 0, 0
    while total < 1 - _TAIL:
        if total < _TAIL:
            low = count + 1
        count += 1
        term *= (shape + count - 1) / count * (1 - chance)
        total += term
    return low, count


def past_of(dated: Iterable[tuple[str, str]], published: Iterable[str]) -> Past | None:
    """What is known of the past: pairs of class and day, and the days of publication; None for an empty store."""
    days: dict[str, list[str]] = {}
    for kind, day in dated:
        days.setdefault(kind, []).append(day)
    first = min((day[:10] for day in published), default=None)
    return Past({kind: tuple(sorted(found)) for kind, found in sorted(days.items())}, first) if first else None
