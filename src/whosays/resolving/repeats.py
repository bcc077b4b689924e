"""Parties that only repeat: a possessive that means nobody known, a bare noun beside those whom it takes up."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whosays.records import Event, Link, Mention

_POSSESSIVES = frozenset({"its", "their", "his"})  # "her" may be an object
_FIGHTERS = frozenset(
    {"militants", "fighters", "insurgents", "rebels", "terrorists", "guerrillas", "jihadists", "gunmen", "combatants"}
)
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})


def without_bare_possessives(event: Event, mentions: Mapping[str, Mention], links: Mapping[str, Link]) -> Event:
    """The event without possessives that mean nobody known, where others play the same part."""

    def is_bare(mention: str | None) -> bool:
        told, link = mentions.get(mention or ""), links.get(mention or "")
        bare = told is not None and told.name.lower() in _POSSESSIVES
        return bare and (link is None or link.target is None)

    if event.type in _TOGETHER and event.mode != "visit":
        return event  # "Orland and | its | pact with Veldia": one of the two sides
    named = {r.part for r in event.roles if r.mention is not None and not is_bare(r.mention)}
    roles = tuple(r for r in event.roles if r.part not in named or not is_bare(r.mention))
    return event if len(roles) == len(event.roles) else msgspec.structs.replace(event, roles=roles)


def without_bare_fighters(event: Event, mentions: Mapping[str, Mention]) -> Event:
    """The event without the bare noun of those told before: "raids on Dawn militants. They killed | militants |"."""
    if event.type != "ASSAULT":
        return event
    named = {r.mention: m.name for r in event.roles if (m := mentions.get(r.mention or "")) and r.part == "recipient"}
    bare = {n for n in named.values() if n in _FIGHTERS and any(o.endswith(f" {n}") for o in named.values())}
    if not bare:
        return event
    kept = tuple(r for r in event.roles if r.part != "recipient" or named.get(r.mention) not in bare)
    return msgspec.structs.replace(event, roles=kept)
