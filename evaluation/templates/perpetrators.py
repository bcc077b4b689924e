"""Who did it: individuals, the organisation behind them, and how sure the report is of that."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from evaluation.sectors import noun_sector
from evaluation.templates.choosing import INDIVIDUAL, ORGANIZATION, chosen, confidence
from evaluation.templates.doers import Doer, bodies, individuals
from evaluation.templates.lists import Template, lists, quoted
from evaluation.templates.told import Told
from whosays.records import Event

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_REBELS = frozenset({"REB", "UAF", "CRM", "PRM"})


class Doers(msgspec.Struct, frozen=True):
    """Those who are told to have done it, and the sectors of all of them."""

    individuals: tuple[Doer, ...]
    organizations: tuple[Doer, ...]
    sectors: frozenset[str]


def doers_of(told: Told, events: Sequence[Event]) -> Doers:
    """The perpetrators of an incident."""
    people = chosen(INDIVIDUAL, individuals(told, events))
    groups = chosen(ORGANIZATION, bodies(told, events))
    sectors = {s for role in told.roles(events, "actor") for s in told.sectors(role)}
    sectors |= {s for d in (*people, *groups) if (s := noun_sector(d.words)) is not None}
    return Doers(tuple(people), tuple(groups), frozenset(sectors))


def perpetrators(doers: Doers) -> Template:
    """The slots of the perpetrators."""
    category = "STATE-SPONSORED VIOLENCE" if _is_state(doers.sectors) else "TERRORIST ACT"
    return {
        "category": [category],  # where nobody is named the task presumes terrorists
        "individual": [quoted(d.words) for d in doers.individuals],
        "organization": [quoted(d.words) for d in doers.organizations],
        "confidence": [f"{lists().confidence[confidence(d)]}: {quoted(d.words)}" for d in doers.organizations],
    }


def _is_state(sectors: frozenset[str]) -> bool:
    return bool(sectors & _STATE) and not sectors & _REBELS
