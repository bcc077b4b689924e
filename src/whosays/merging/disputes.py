"""One proposition, and who stands where: kept whenever two parties cannot both be right about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whosays.merging.cluster import Cluster
from whosays.merging.contradictions import contradictory_stands
from whosays.merging.incidents import Known
from whosays.merging.pages import Page
from whosays.merging.questions import Key, question
from whosays.merging.stands import Stand, in_own_words
from whosays.records import (
    Actor,
    Dispute,
    Event,
    Holds,
    Incident,
    Place,
    Position,
    Proposition,
    PropositionKind,
    Span,
    Statement,
    identify,
)

# "Exists in" and "is able to act in" are one question: is the group there, as a force?
_PRESENCE = frozenset({"exists", "able"})
_ARMED_WORDS = frozenset(
    "terrorist terrorists militant militants extremist extremists armed insurgent insurgents jihadist jihadists rebel "
    "rebels guerrilla guerrillas gunmen fighters".split()
)
ARMED = "armed-groups"
Built = Sequence[tuple[Incident, Cluster]]


def disputes_of(built: Built, known: Known) -> tuple[Dispute, ...]:
    """Every question on which one party holds true what another holds false, or on which their answers exclude
    each other: how many there were, who did it."""
    homes = {f.event.id: incident.id for incident, group in built for f in (*group.facts, *group.denials)}
    stands: dict[Key, list[Stand]] = defaultdict(list)
    for page in sorted(known.pages.values(), key=_published):
        for stand in _stands(page, homes, known):
            if stand not in stands[stand.key]:
                stands[stand.key].append(stand)
    incidents = {incident.id: (incident, group) for incident, group in built}
    apart = _contradictory(built, known, stands)
    found: list[Dispute] = []
    for key, held in sorted(stands.items()):
        told = incidents.get(key.incident)
        voices = _own_voices(key, told[1], known) if told is not None and _denied(held) else ()
        sides = [*held, *voices]
        if key in apart or _opposed(sides):
            found.append(_dispute(key, sides, told[0] if told is not None else None, known))
    return tuple(found)


def _contradictory(built: Built, known: Known, stands: dict[Key, list[Stand]]) -> frozenset[Key]:
    """The questions that an incident's own contradictions raise, their sides put beside those that are there."""
    keys: set[Key] = set()
    for incident, _ in built:
        for stand in contradictory_stands(incident, known):
            keys.add(stand.key)
            held = stands[stand.key]
            if not any((s.party, s.holds, s.statement, s.spans) == _side(stand) for s in held):
                held.append(stand)
    for key in keys:
        stands[key].sort(key=lambda s: (s.since or "9999", s.spans[0].report, s.spans[0].start))
    return frozenset(keys)


def _side(stand: Stand) -> tuple[str | None, Holds, str | None, tuple[Span, ...]]:
    return stand.party, stand.holds, stand.statement, stand.spans


def _opposed(held: Sequence[Stand]) -> bool:
    """Whether two parties hold opposite things; who only contradicts himself disputes with nobody."""
    sides = {(s.party, s.holds) for s in held}
    return any(a != b and {x, y} == {"true", "false"} for a, x in sides for b, y in sides)


def _published(page: Page) -> tuple[str, str]:
    return (page.record.report.published or "9999", page.record.report.id)


def _denied(held: Sequence[Stand]) -> bool:
    return any(s.holds == "false" for s in held)


def _dispute(key: Key, held: Sequence[Stand], incident: Incident | None, known: Known) -> Dispute:
    kinds: dict[str, PropositionKind] = {"occurred": "occurred", "responsible": "responsible", "toll": "toll"}
    return Dispute(
        id=identify("dispute", key.kind, key.subject, key.place, key.incident),
        kind=kinds.get(key.kind, "exists"),
        subject=key.subject or None,
        place=key.place or None,
        incident=key.incident or None,
        about=question(key, incident, known),
        positions=tuple(
            Position(party=s.party, holds=s.holds, since=s.since, statement=s.statement, spans=s.spans) for s in held
        ),
    )


# -- who stands where ---------------------------------------------------------------------------


def _stands(page: Page, homes: Mapping[str, str], known: Known) -> Iterator[Stand]:
    for statement in page.record.statements:
        if statement.status in {"negated", "expected"}:
            continue
        party = page.speaker(statement.id)
        since = statement.when.start or page.record.report.published
        for told in statement.propositions:
            if told.holds == "unknown":
                continue
            spans = in_own_words(statement, told.spans or statement.content or (statement.cue,))
            for key, holds in _answers(page, statement, told, homes, known):
                yield Stand(key, party, holds, since, statement.id, spans)


def _answers(
    page: Page, statement: Statement, told: Proposition, homes: Mapping[str, str], known: Known
) -> Iterator[tuple[Key, Holds]]:
    """The questions that a proposition answers, and how."""
    subject = page.actor(told.subject)
    if told.kind in _PRESENCE:
        place = _country_told(page, statement, told)
        group = _group(page, told, subject, known)
        if place and group:
            yield Key("presence", group, place, ""), told.holds
        return
    incident = homes.get(told.event or "")
    if incident is not None and told.kind == "responsible" and subject is not None:
        yield Key("responsible", subject.id, "", incident), told.holds
    elif incident is not None and told.kind == "occurred":
        yield Key("occurred", "", "", incident), told.holds
    elif incident is not None and told.kind == "toll" and told.value:
        yield Key("toll", told.value.partition(" ")[0], "", incident), told.holds
    if statement.act == "claim" and told.kind == "responsible" and subject is not None:
        place = _acts_in(page, page.events.get(told.event or ""), subject, known)
        if place is not None:
            yield Key("presence", ARMED, place, ""), "true"


def _own_voices(key: Key, group: Cluster, known: Known) -> Iterator[Stand]:
    """What the reports tell in their own voice, where somebody denies it."""
    for fact in group.facts:
        page = known.pages[fact.report]
        vouched = any(how == "content" for _, how in page.about.get(fact.event.id, ()))
        if key.kind == "occurred":
            tells = not vouched and fact.event.status in {"happened", "ongoing"}
        else:
            tells = key.kind == "responsible" and not vouched and _names_doer(page, fact.event, key.subject)
        if tells:
            yield Stand(key, None, "true", page.record.report.published, None, fact.event.evidence[:1])


def _names_doer(page: Page, event: Event, party: str) -> bool:
    doers = (r for r in event.roles if r.part == "actor" and r.basis == "fact" and r.statement is None)
    return any(actor is not None and actor.id == party for actor in (page.actor(r.mention) for r in doers))


# -- whether armed groups are there -------------------------------------------------------------


def _acts_in(page: Page, event: Event | None, subject: Actor, known: Known) -> str | None:
    """The country in which an armed group claims a deed: who claims attacks there holds that it acts there."""
    place = page.entity(event.place) if event is not None else None
    if isinstance(place, Place) and _is_armed(subject, known):
        return place.country
    return None


def _group(page: Page, told: Proposition, subject: Actor | None, known: Known) -> str | None:
    """Armed groups are one subject: "terrorist groups" in general, and each that the lists call one."""
    mention = page.mentions.get(told.subject or "")
    if mention is not None and set(mention.name.lower().split()) & _ARMED_WORDS:
        return ARMED
    if subject is None:
        return None
    return ARMED if _is_armed(subject, known) else subject.id


def _is_armed(actor: Actor, known: Known) -> bool:
    listed = known.gazetteer.actor(actor.id) or actor
    return listed.kind == "armed-group"


def _country_told(page: Page, statement: Statement, told: Proposition) -> str | None:
    """The country that the proposition speaks of; else that of another proposition by the same speaker."""
    own = _country(page.entity(told.place))
    if own is not None:
        return own
    speaker = page.speaker(statement.id)
    if speaker is None:
        return None
    for other in page.record.statements:
        for also in other.propositions:
            country = _country(page.entity(also.place)) if also.kind in _PRESENCE else None
            if country is not None and page.speaker(other.id) == speaker:
                return country
    return None


def _country(found: Actor | Place | None) -> str | None:
    if isinstance(found, Place):
        return found.country
    if found is not None and found.kind == "state":
        return found.id
    return None
