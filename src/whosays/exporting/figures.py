"""The dead and wounded of an incident as the numbers that other data sets ask for: lowest, highest, best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from whosays.exporting.gathering import Gathered
from whosays.merging.figures import best
from whosays.records import Effect, Incident, ToldToll


class Figures(NamedTuple):
    """``best`` is by the rule of :func:`whosays.merging.figures.best`; None where nobody tells a number."""

    low: int | None
    high: int | None
    best: int | None


def lowest(tolls: Iterable[ToldToll], effect: Effect) -> int | None:
    """The fewest that any account tells, attackers apart."""
    return min((low for t in _victims(tolls, effect) if (low := t.count.low) is not None), default=None)


def highest(tolls: Iterable[ToldToll], effect: Effect) -> int | None:
    """The most that any account tells, attackers apart."""
    return max((most for t in _victims(tolls, effect) if (most := _most(t)) is not None), default=None)


def figures(incident: Incident, gathered: Gathered, effect: Effect) -> Figures:
    """The numbers of an incident."""
    latest = best(_victims(incident.tolls, effect), {s.id: s.published for s in gathered.sources.values()})
    return Figures(
        lowest(incident.tolls, effect), highest(incident.tolls, effect), latest.count.low if latest else None
    )


def attackers(incident: Incident, effect: Effect) -> int | None:
    """How many of those who did it; None where nobody says."""
    return max(
        (most for t in incident.tolls if _of(t, effect, "actor") and (most := _most(t)) is not None), default=None
    )


def civilians(incident: Incident, effect: Effect) -> int | None:
    """How many are said to be civilians; None where nobody says."""
    told = [most for t in incident.tolls if _of(t, effect, "civilian") and (most := _most(t)) is not None]
    return max(told, default=None)


def _victims(tolls: Iterable[ToldToll], effect: Effect) -> list[ToldToll]:
    return [t for t in tolls if t.effect == effect and t.party != "actor"]


def _of(toll: ToldToll, effect: Effect, party: str) -> bool:
    return toll.effect == effect and toll.party == party


def _most(toll: ToldToll) -> int | None:
    return toll.count.high if toll.count.high is not None else toll.count.low
