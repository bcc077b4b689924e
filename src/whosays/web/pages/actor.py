"""Actors: those whom most reports name, and one of them with words, deeds, offices and relations."""

from __future__ import annotations

from whosays import gazetteer
from whosays.errors import NotFoundError
from whosays.records import Actor, Membership, Office, Place
from whosays.store import IncidentFilter, StatementFilter, Store, Window
from whosays.store.rows import StatementRow
from whosays.store.screenrows import ActorRow, Mentioned, Relation
from whosays.web.asked import PER_PAGE, Asked, PageNumber, Query, View, Words
from whosays.web.pages.incidents import IncidentLine, line_of
from whosays.web.quoting import Named

_MOST = 30


class ActorsQuery(Query, frozen=True, kw_only=True):
    """Words of a name."""

    name: Words | None = None
    page: PageNumber = 1


class ActorsView(View, frozen=True, kw_only=True):
    """Actors, those whom most reports name first."""

    asked: ActorsQuery
    actors: tuple[ActorRow, ...]
    more: bool


class OfficeLine(View, frozen=True, kw_only=True):
    """An office of somebody, or somebody in an office: who, which, of whom, from when to when."""

    who: Named
    office: str
    of: Named
    start: str | None
    end: str | None


class ActorView(View, frozen=True, kw_only=True):
    """An actor with what the reports tell of it and what the lists know of it."""

    actor: Actor
    part_of: tuple[Named, ...]
    members: tuple[Named, ...]
    offices: tuple[OfficeLine, ...]
    incidents: tuple[IncidentLine, ...]
    incidents_found: int
    statements: tuple[StatementRow, ...]
    statements_found: int
    said_of: tuple[Mentioned, ...]
    relations: tuple[Relation, ...]


def actors(asked: Asked) -> ActorsView:
    """Those whom most reports name, or whose name holds the words asked for."""
    query = asked.query(ActorsQuery)
    rows = asked.store.screens.actors(query.name, Window((query.page - 1) * PER_PAGE, PER_PAGE + 1))
    return ActorsView(asked=query, actors=rows[:PER_PAGE], more=len(rows) > PER_PAGE)


def actor(asked: Asked) -> ActorView:
    """One actor: its words, its deeds, what others say of it, offices, relations."""
    identifier = asked.path["id"]
    found = _found(asked.store, identifier)
    if not isinstance(found, Actor):
        raise NotFoundError(f"{found.name} is a place; its incidents are in the list of incidents")
    screens = asked.store.screens
    deeds = screens.incidents(IncidentFilter(actor_id=identifier), Window(0, _MOST))
    words = screens.statements(StatementFilter(speaker_id=identifier), Window(0, _MOST))
    known = gazetteer.load().entry(identifier)
    members = known.members if known else ()
    return ActorView(
        actor=found,
        part_of=tuple(map(_listed, found.part_of)),
        members=tuple(_listed(m.member) for m in members if _is_now(m)),
        offices=_offices(found),
        incidents=tuple(map(line_of, deeds.rows)),
        incidents_found=deeds.found,
        statements=words.rows,
        statements_found=words.found,
        said_of=screens.said_of(identifier, _MOST),
        relations=screens.relations(identifier, _MOST),
    )


def _found(store: Store, identifier: str) -> Actor | Place:
    """Whom the reports name, or else the lists: a member state of a body, of which no report tells."""
    try:
        return store.screens.entity(identifier)
    except NotFoundError:
        known = gazetteer.load().actor(identifier)
        if known is None:
            raise
        return known


def _listed(identifier: str) -> Named:
    """Somebody of the lists, by name."""
    known = gazetteer.load().actor(identifier)
    return Named(id=identifier, name=known.name if known else identifier)


def _is_now(membership: Membership) -> bool:
    return membership.end is None


def _offices(found: Actor) -> tuple[OfficeLine, ...]:
    own = Named(id=found.id, name=found.name)
    return tuple(_office(own, role) for role in found.roles)


def _office(who: Named, role: Office) -> OfficeLine:
    return OfficeLine(who=who, office=role.office, of=_listed(role.of), start=role.start, end=role.end)
