"""Who stands on which side, in the classes that ACLED, UCDP and GTD sort parties into."""

from __future__ import annotations

from typing import Literal

from whosays.exporting.gathering import Gathered
from whosays.records import Actor

Side = Literal[
    "State forces",
    "Rebel group",
    "Political militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
    "",
]

_STATE = frozenset({"MIL", "COP", "SPY", "GOV"})
_REBEL = frozenset({"REB", "PRM", "UAF", "ISM"})
_CROWD = frozenset({"protester", "protesters", "demonstrator", "demonstrators", "protestors", "marchers", "strikers"})
_MOB = frozenset({"rioter", "rioters", "mob", "mobs"})
_PEOPLE = frozenset({"person", "people", "media", "company", "organisation", "party"})


def side(actor: str, gathered: Gathered, on: str | None) -> Side:
    """The class of a party on a day; empty where its codes and kind do not tell.

    Args:
        actor: an actor's id.
        gathered: who is known.
        on: the day of the deed, ISO; a code counts only while it holds.
    """
    known = gathered.actors.get(actor)
    if known is None:
        return ""
    words = set(known.name.lower().split())
    codes = codes_on(known, on)
    if words & _MOB:
        return "Rioters"
    if words & _CROWD:
        return "Protesters"
    if known.kind == "armed-group" and "GOV" not in codes:
        return "Rebel group"
    if codes & _REBEL:
        return "Rebel group" if "REB" in codes else "Political militia"
    if codes & _STATE or known.kind in {"state", "government", "ministry", "force"}:
        return "State forces"
    if known.kind == "body" or "IGO" in codes:
        return "External/Other forces"
    return "Civilians" if known.kind in _PEOPLE else ""


def codes_on(actor: Actor, on: str | None) -> set[str]:
    """The codes that an actor has on a day; all of them when no day is known."""
    return {
        c.code
        for c in actor.codes
        if on is None or ((c.start is None or c.start <= on) and (c.end is None or on < c.end))
    }
