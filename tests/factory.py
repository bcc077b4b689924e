"""Coded reports written by hand, in two or three lines: words instead of offsets, names instead of ids.

draft = Draft("Rebels shelled Bel.", publisher="Own Wire", published="2026-03-04")
rebels = draft.actor("Rebels")
draft.event("ASSAULT", "shelled", roles=[(rebels, "actor")], place=draft.place("Bel"))
coded = draft.done()
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.records import (
    Act,
    Actor,
    ActorKind,
    CodedReport,
    Count,
    Effect,
    Event,
    EventStatus,
    Interval,
    Link,
    Mention,
    MentionKind,
    Place,
    Proposition,
    Report,
    Role,
    RolePart,
    Span,
    Statement,
    Target,
    Toll,
    event_id,
    mention_id,
    report_id,
    statement_id,
)


def day(start: str, end: str | None = None) -> Interval:
    """One day, or the days from ``start`` to before ``end``."""
    if end is None:
        year, month, number = map(int, start.split("-"))
        end = f"{year:04}-{month:02}-{number + 1:02}"
    return Interval(start=start, end=end, precision="day", value=start, basis="explicit")


class Draft:
    """A coded report under construction."""

    def __init__(
        self, text: str, *, publisher: str | None = "Own Wire", url: str | None = None, **more: object
    ) -> None:
        fields = {"id": report_id(text, publisher, url), "text": text, "publisher": publisher, "url": url, **more}
        self.report = msgspec.convert(fields, Report)
        self.mentions: list[Mention] = []
        self.entities: dict[str, Actor | Place] = {}
        self.links: list[Link] = []
        self.events: list[Event] = []
        self.statements: list[Statement] = []

    def span(self, words: str, nth: int = 0) -> Span:
        """Where the words stand, for the ``nth`` time."""
        start = -1
        for _ in range(nth + 1):
            start = self.report.text.index(words, start + 1)
        return Span(report=self.report.id, start=start, end=start + len(words))

    def _mention(self, words: str, kind: MentionKind, nth: int, target: str | None) -> str:
        span = self.span(words, nth)
        identifier = mention_id(span, kind)
        if all(m.id != identifier for m in self.mentions):
            self.mentions.append(Mention(id=identifier, kind=kind, form="name", span=span, name=words, made_by="hand"))
            self.links.append(Link(mention=identifier, target=target, made_by="hand"))
        return identifier

    def actor(self, words: str, name: str | Actor | None = None, kind: ActorKind = "unknown", nth: int = 0) -> str:
        """A mention of an actor: a given one, or one called ``name``, else by the words. Returns the mention's id."""
        called = name or words
        entity = called if isinstance(called, Actor) else Actor(id=f"own:{called.lower()}", name=called, kind=kind)
        self.entities[entity.id] = entity
        return self._mention(words, "actor", nth, entity.id)

    def place(
        self,
        words: str,
        country: str | None = None,
        nth: int = 0,
        at: tuple[float, float] = (1.5, 2.5),
        known: str | None = None,
    ) -> str:
        """A mention of a place at a latitude and longitude. Returns the mention's id.

        ``known`` is the id of a place that the lists hold ("country:KAR").
        """
        identifier = known or f"place:{words.lower()}"
        entity = Place(id=identifier, name=words, country=country, lat=at[0], lon=at[1], feature="PPL")
        self.entities[entity.id] = entity
        return self._mention(words, "place", nth, entity.id)

    def event(
        self,
        type_: str,
        trigger: str,
        *,
        roles: Iterable[tuple[str | None, RolePart] | Role] = (),
        killed: tuple[int | None, int | None] | None = None,
        tolls: Iterable[Toll] = (),
        evidence: str | None = None,
        nth: int = 0,
        status: EventStatus = "happened",
        mode: str | None = None,
        place: str | None = None,
        when: Interval = Interval(),  # noqa: B008 - frozen
    ) -> str:
        """An event at the words ``trigger``; ``killed`` is (low, high). Returns its id."""
        span = self.span(trigger, nth)
        event = Event(
            id=event_id(span, type_),
            type=type_,
            mode=mode,
            status=status,
            roles=tuple(r if isinstance(r, Role) else Role(mention=r[0], part=r[1]) for r in roles),
            tolls=(*tolls, *([self.toll("killed", *killed, words=trigger)] if killed else ())),
            place=place,
            place_precision="exact" if place else "unknown",
            when=when,
            trigger=span,
            evidence=(self.span(evidence) if evidence else span,),
            made_by="hand",
        )
        self.events.append(event)
        return event.id

    def toll(
        self, effect: Effect, low: int | None, high: int | None, *, words: str, statement: str | None = None
    ) -> Toll:
        """A toll told by these words."""
        span = self.span(words)
        return Toll(effect=effect, count=Count(low=low, high=high, span=span), span=span, statement=statement)

    def says(
        self,
        act: Act,
        speaker: str | None,
        cue: str,
        content: str | None = None,
        *,
        about: Iterable[tuple[str, str]] = (),
        propositions: Iterable[Proposition] = (),
        relay: tuple[str, ...] = (),
        nth: int = 0,
        when: Interval = Interval(),  # noqa: B008 - frozen
    ) -> str:
        """A statement at the words ``cue``. Returns its id."""
        span = self.span(cue, nth)
        spans = (self.span(content),) if content else ()
        statement = Statement(
            id=statement_id(span, act, spans),
            act=act,
            status="made",
            speaker=speaker,
            relay=relay,
            cue=span,
            content=spans,
            about=tuple(Target(target=t, as_=a) for t, a in about),
            propositions=tuple(propositions),
            when=when,
            made_by="hand",
        )
        self.statements.append(statement)
        return statement.id

    def done(self) -> CodedReport:
        """The coded report."""
        return CodedReport(
            report=self.report,
            mentions=tuple(self.mentions),
            entities=tuple(self.entities.values()),
            links=tuple(self.links),
            events=tuple(self.events),
            statements=tuple(self.statements),
        )


def attack(publisher: str = "Own Wire", killed: int = 12, published: str = "2026-03-05") -> CodedReport:
    """A suicide attack that a group claims and a ministry speaks of: the example of most tests."""
    text = (
        f"A suicide bomber killed {killed} people at a market in Karu on Wednesday. "
        "The Red Front claimed responsibility for the attack. "
        "The interior ministry condemned the attack."
    )
    draft = Draft(text, publisher=publisher, published=published, title=None)
    karu = draft.place("Karu", country="KAR")
    front = draft.actor("The Red Front", "Red Front", "armed-group")
    ministry = draft.actor("The interior ministry", "Interior Ministry of Karuland", "ministry")
    toll = draft.toll("killed", killed, killed, words=f"{killed} people")
    claimed = Role(mention=front, part="actor", basis="claimed")
    blast = draft.event(
        "ASSAULT",
        "killed",
        mode="suicide-attack",
        roles=[claimed],
        tolls=[toll],
        place=karu,
        evidence=f"A suicide bomber killed {killed} people at a market in Karu on Wednesday.",
        when=day("2026-03-04"),
    )
    draft.says("claim", front, "claimed responsibility", "the attack", about=[(blast, "claimed")])
    draft.says("condemn", ministry, "condemned", "the attack.", about=[(blast, "condemned")])
    return draft.done()
