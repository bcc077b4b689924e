"""One proposition, and who stands where: kept whenever two parties cannot both be right about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.merging.cluster import Cluster
from whosays.merging.contradictions import contradictory_stands, questions_about
from whosays.merging.facts import Fact
from whosays.merging.pages import Known, Page
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


class Told(msgspec.Struct, frozen=True):
    """An incident that questions are about, with its tellings, and where its own contradictions leave parties."""

    incident: Incident
    cluster: Cluster
    apart: Mapping[Key, Sequence[Stand]]


def told_of(incident: Incident, cluster: Cluster) -> Told:
    """An incident, laid out for the questions about it."""
    return Told(incident, cluster, contradictory_stands(incident, (*cluster.facts, *cluster.denials)))


def disputes_of(built: Built, known: Known) -> tuple[Dispute, ...]:
    """Every question on which one party holds true what another holds false, or on which their answers exclude
    each other: how many there were, who did it."""
    homes = {f.event.id: incident.id for incident, group in built for f in (*group.facts, *group.denials)}
    stands: dict[Key, list[Stand]] = defaultdict(list)
    for page in sorted(known.pages.values(), key=published):
        for stand in stands_of(page, homes, known):
            stands[stand.key].append(stand)
    incidents = {incident.id: told_of(incident, group) for incident, group in built}
    asked = {*stands, *(key for incident in incidents for key in questions_about(incident))}
    found = (dispute_of(key, stands.get(key, ()), incidents.get(key.incident), known) for key in asked)
    return tuple(sorted((d for d in found if d is not None), key=rank))


def rank(dispute: Dispute) -> tuple[str, str, str, str]:
    """A dispute's place among all."""
    return (dispute.kind, dispute.subject or "", dispute.place or "", dispute.incident or "")


def dispute_of(key: Key, stands: Sequence[Stand], told: Told | None, known: Known) -> Dispute | None:
    """The dispute over one question, or None where all are of one mind.

    Args:
        key: the question.
        stands: all stands on it, by the day and id of their reports.
        told: the incident that it is about, with its tellings; None where it is about none.
        known: the reports.
    """
    held = list(dict.fromkeys(stands))
    apart = told.apart.get(key, ()) if told is not None else ()
    if apart:
        sides = {_side(stand) for stand in held}
        held += [s for s in dict.fromkeys(apart) if _side(s) not in sides]
        held.sort(key=lambda s: (s.since or "9999", s.spans[0].report, s.spans[0].start))
    voices = _own_voices(key, told.cluster) if told is not None and _denied(held) else ()
    positions = [*held, *voices]
    if not (apart or _opposed(positions)):
        return None
    near = known.among({s.report for stand in held for s in stand.spans} | set(told.incident.reports if told else ()))
    return _dispute(key, positions, told.incident if told is not None else None, near)


def dispute_id(key: Key) -> str:
    """The id of the dispute over a question."""
    return identify("dispute", key.kind, key.subject, key.place, key.incident)


def published(page: Page) -> tuple[str, str]:
    """A report's place among those that tell who stands where."""
    return (page.record.report.published or "9999", page.record.report.id)


def _side(stand: Stand) -> tuple[str | None, Holds, str | None, tuple[Span, ...]]:
    return stand.party, stand.holds, stand.statement, stand.spans if stand.statement is None else ()


def _opposed(held: Sequence[Stand]) -> bool:
    """Whether two parties hold opposite things; who only contradicts himself disputes with nobody."""
    sides = {(s.party, s.holds) for s in held}
    return any(a != b and {x, y} == {"true", "false"} for a, x in sides for b, y in sides)


def _denied(held: Sequence[Stand]) -> bool:
    return any(s.holds == "false" for s in held)


def _dispute(key: Key, held: Sequence[Stand], incident: Incident | None, known: Known) -> Dispute:
    kinds: dict[str, PropositionKind] = {"occurred": "occurred", "responsible": "responsible", "toll": "toll"}
    return Dispute(
        id=dispute_id(key),
        kind=kinds.get(key.kind, "exists"),
        subject=key.subject or None,
        place=key.place or None,
        incident=key.incident or None,
        about=question(key, incident, known),
        positions=tuple(
            Position(party=s.party, holds=s.holds, since=s.since, statement=s.statement, spans=s.spans, answer=s.answer)
            for s in held
        ),
    )


# -- who stands where ---------------------------------------------------------------------------


def stands_of(page: Page, homes: Mapping[str, str], known: Known) -> Iterator[Stand]:
    """The stands that parties take in one report.

    Args:
        page: the report.
        homes: event id -> incident id, of every event of this report that is told of an incident.
        known: whose kind an actor is.
    """
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
                count = told.value.partition(" ")[2] if key.kind == "toll" and told.value else ""
                yield Stand(key, party, holds, since, statement.id, spans, count if count.isdigit() else None)


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


def _own_voices(key: Key, group: Cluster) -> Iterator[Stand]:
    """What the reports tell in their own voice, where somebody denies it."""
    for fact in group.facts:
        if key.kind == "occurred":
            tells = fact.event.status in {"happened", "ongoing"}
        else:
            tells = key.kind == "responsible" and key.subject in fact.answers.doers
        if tells and not fact.answers.vouched:
            yield Stand(key, None, "true", fact.published, None, fact.event.evidence[:1])
        if key.kind == "responsible":
            yield from _cited_voices(key, fact)


def _cited_voices(key: Key, fact: Fact) -> Iterator[Stand]:
    """Those on whose word a report names the one who denies it: "the army shelled the camp, a nurse said"."""
    sayings = {said.statement: said for said in fact.answers.sayings}
    for told in fact.answers.roles:
        said = sayings.get(told.statement or "")
        cited = said is not None and said.speaker not in {None, told.party}
        if told.act == "report" and told.party == key.subject and said is not None and cited:
            yield Stand(key, said.speaker, "true", said.since or fact.published, said.statement, said.spans)


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
