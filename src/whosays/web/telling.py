"""Events and statements of a report in words, each with its quotations: what cards on several pages show."""

from __future__ import annotations

from collections.abc import Sequence

from whosays import views
from whosays.records import CodedReport, Event, Reason, RolePart, Statement
from whosays.web.asked import View
from whosays.web.quoting import Named, Quote, named, quote
from whosays.web.wordings import STATUS_WORDS, basis, capital, count, deed, interval

_SIGNS = 4  # that weigh most, of how sure a row is


class Part(View, frozen=True, kw_only=True):
    """Who takes part in a deed, and how sure the report is of it: fact, suspected, accused, claimed ..."""

    who: Named
    basis: str


class Perhaps(View, frozen=True, kw_only=True):
    """Who may take part where nobody is said to: how many in a hundred such candidates are right, and why."""

    who: Named
    of_hundred: int
    signs: tuple[str, ...]


class TollLine(View, frozen=True, kw_only=True):
    """One number as one report gives it. ``by`` is whose word it rests on; None is the outlet's own voice."""

    effect: str
    count: str
    party: str
    includes_attacker: bool
    by: Named | None
    quote: Quote


class EventCard(View, frozen=True, kw_only=True):
    """A deed as one report tells it."""

    id: str
    title: str
    type: str
    mode: str | None
    status: str
    when: str
    basis: str
    place: Named | None
    place_precision: str
    actors: tuple[Part, ...]
    recipients: tuple[Part, ...]
    perhaps_by: tuple[Perhaps, ...]
    perhaps_to: tuple[Perhaps, ...]
    tolls: tuple[TollLine, ...]
    told_by: tuple[Named, ...]
    quotes: tuple[Quote, ...]
    confidence: float
    signs: tuple[str, ...]
    made_by: str
    incident: str | None = None


class Holding(View, frozen=True, kw_only=True):
    """What a statement holds true or false."""

    kind: str
    holds: str
    about: str


class StatementCard(View, frozen=True, kw_only=True):
    """Words with a speaker, as one report tells them."""

    id: str
    act: str
    status: str
    speaker: Named | None
    relay: tuple[Named, ...]
    addressee: Named | None
    quoted: str
    certainty: str
    when: str
    holds: tuple[Holding, ...]
    about: tuple[Named, ...]
    cue: Quote
    quotes: tuple[Quote, ...]
    made_by: str


def event_card(coded: CodedReport, event: Event, incident: str | None = None) -> EventCard:
    """A deed with all that is told of it."""
    return EventCard(
        id=event.id,
        title=capital(deed(event.type, event.mode)),
        type=event.type,
        mode=event.mode,
        status=STATUS_WORDS[event.status],
        when=interval(event.when),
        basis=basis(event.when),
        place=named(coded, event.place),
        place_precision=event.place_precision,
        actors=tuple(map(_part, views.actors(coded, event))),
        recipients=tuple(map(_part, views.recipients(coded, event))),
        perhaps_by=_perhaps(coded, event, "actor"),
        perhaps_to=_perhaps(coded, event, "recipient"),
        tolls=tolls(coded, event),
        told_by=tuple(_teller(coded, s) for s in views.told_by(coded, event)),
        quotes=tuple(quote(coded.report, span) for span in event.evidence),
        confidence=event.confidence,
        signs=_weighed(event.reasons),
        made_by=event.made_by,
        incident=incident,
    )


def tolls(coded: CodedReport, event: Event) -> tuple[TollLine, ...]:
    """The numbers that a report gives for a deed, each with whose word it rests on."""
    statements = {s.id: s for s in coded.statements}
    return tuple(
        TollLine(
            effect=toll.effect,
            count=count(toll.count),
            party=toll.party,
            includes_attacker=toll.includes_attacker,
            by=named(coded, statements[toll.statement].speaker) if toll.statement in statements else None,
            quote=quote(coded.report, toll.span),
        )
        for toll in event.tolls
    )


def statement_card(coded: CodedReport, statement: Statement) -> StatementCard:
    """Words with their speaker, what they hold, and what they are about."""
    return StatementCard(
        id=statement.id,
        act=statement.act,
        status=statement.status,
        speaker=named(coded, statement.speaker),
        relay=tuple(who for relay in statement.relay if (who := named(coded, relay))),
        addressee=named(coded, statement.addressee),
        quoted=statement.quoted,
        certainty=statement.certainty,
        when=interval(statement.when) if statement.when.start else "",
        holds=tuple(_holdings(coded, statement)),
        about=tuple(_abouts(coded, statement)),
        cue=quote(coded.report, statement.cue),
        quotes=tuple(quote(coded.report, span) for span in statement.content),
        made_by=statement.made_by,
    )


def _weighed(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(f"{reason.detail} ({reason.weight:+.1f})" for reason in reasons[:_SIGNS])


def _perhaps(coded: CodedReport, event: Event, part: RolePart) -> tuple[Perhaps, ...]:
    found = []
    for likely in views.candidates(coded, event, part):
        reasons = next(c.reasons for c in event.candidates if (c.part, c.mention) == (part, likely.mention))
        who = Named(id=likely.entity, name=likely.name)
        found.append(Perhaps(who=who, of_hundred=round(likely.score * 100), signs=_weighed(reasons)))
    return tuple(found)


def _part(party: views.Party) -> Part:
    return Part(who=Named(id=party.entity, name=party.name), basis=party.basis)


def _teller(coded: CodedReport, statement: Statement) -> Named:
    who = named(coded, statement.speaker)
    return Named(id=statement.id, name=f"{who.name if who else 'somebody unnamed'}: {statement.act}")


def _holdings(coded: CodedReport, statement: Statement) -> list[Holding]:
    found = []
    for held in statement.propositions:
        subject = named(coded, held.subject)
        about = ", ".join(p for p in (subject.name if subject else None, held.value) if p)
        found.append(Holding(kind=held.kind, holds=held.holds, about=about))
    return found


def _abouts(coded: CodedReport, statement: Statement) -> list[Named]:
    titles = {e.id: capital(deed(e.type, e.mode)) for e in coded.events}
    titles.update((s.id, f"Statement: {s.act}") for s in coded.statements)
    return [Named(id=t.target, name=f"{titles.get(t.target, 'a record')} ({t.as_})") for t in statement.about]
