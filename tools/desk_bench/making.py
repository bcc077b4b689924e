"""A synthetic store: reports in stock sentences with the records that reading them would give, and incidents over them.

The coder is not run, for it would take days: what is measured is the desk on a store of this size and shape. Days,
places, actors and how many reports tell of one incident follow the skew of real news (few of them make most of it).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from whosays import gazetteer, store
from whosays.records import (
    Act,
    Actor,
    CodedReport,
    Count,
    Dispute,
    Event,
    Incident,
    Interval,
    Link,
    Mention,
    MentionKind,
    Place,
    Position,
    Report,
    Responsibility,
    Role,
    Span,
    Statement,
    Target,
    ToldToll,
    Toll,
    event_id,
    mention_id,
    report_id,
    statement_id,
)

TOWNS = ("Peshawar", "Kabul", "Goma", "Gaza", "Kharkiv", "Maiduguri", "Mogadishu", "Idlib", "Sanaa", "El Fasher")
STATES = ("PAK", "AFG", "COD", "ISR", "UKR", "NGA", "SOM", "SYR", "YEM", "SDN", "RUS", "USA", "FRA", "IRN", "TUR")
GROUPS = ("group:ttp", "group:isis-k", "group:hezbollah", "group:hamas", "group:al-shabaab", "group:boko-haram")
DEEDS = (
    ("ASSAULT", "explosives"),
    ("ASSAULT", "firearms"),
    ("CONSULT", None),
    ("COERCE", "arrest"),
    ("PROTEST", "demo"),
)
_FILLER = (
    "Shops near the square stayed shut for the rest of the day. Residents spoke of a loud noise shortly after dawn. "
    "A spokeswoman gave no further details, and the road to the north was open again by evening. "
)


class Teller:
    """Makes reports one after the other, all from one seed."""

    def __init__(self, seed: int, reports: int) -> None:
        self._dice = random.Random(seed)
        self._days = max(365, reports // 270)
        known = gazetteer.load()
        self.places = [p.place for t in TOWNS for p in known.places_named(t)[:1]]
        self.actors = [a for i in (*STATES, *GROUPS) if (a := known.actor(i))]
        self.actors += [Actor(id=f"own:speaker {n}", name=f"Speaker {n}", kind="person") for n in range(2000)]

    def incident(self) -> tuple[Place, Actor, Actor, date, int, int]:
        """What a handful of reports will tell of: place, doer, other, day, class, toll."""
        dice, skew = self._dice, self._skew
        day = date(2026, 3, 31) - timedelta(days=dice.randrange(self._days))
        doer, other = self.actors[skew(len(self.actors))], self.actors[skew(len(self.actors))]
        return self.places[skew(len(self.places))], doer, other, day, skew(len(DEEDS)), dice.randrange(1, 30)

    def _skew(self, many: int) -> int:
        return min(int(self._dice.paretovariate(0.7)) - 1, many - 1)

    def tellings(self) -> int:
        """How many reports tell of an incident: mostly one, sometimes many."""
        return min(int(self._dice.paretovariate(1.6)), 40)

    def publisher(self) -> str:
        """One of two hundred publishers."""
        return f"Bench Wire {self._dice.randrange(200)}"


def tell(number: int, publisher: str, what: tuple[Place, Actor, Actor, date, int, int]) -> CodedReport:
    """One report that tells of it, with its record."""
    place, doer, other, day, deed, killed = what
    told = day + timedelta(days=number % 3)
    title = f"{doer.name} strikes in {place.name}, report {number}"
    body = (
        f"{doer.name} fighters killed {killed} people in {place.name} on {day.isoformat()}, {other.name} said. "
        f"{other.name} blamed {doer.name} for the attack. {doer.name} denied any part in it. {_FILLER * 3}"
    )
    text = f"{title}\n\n{body}"
    publisher_id = report_id(text, publisher, None)
    report = Report(
        id=publisher_id, text=text, title=title, publisher=publisher, published=told.isoformat(), body=len(title) + 2
    )
    return _coded(report, what, DEEDS[deed])


def _coded(
    report: Report, what: tuple[Place, Actor, Actor, date, int, int], deed: tuple[str, str | None]
) -> CodedReport:
    place, doer, other, day, _, killed = what
    text = report.text

    def span(words: str, after: int = 0) -> Span:
        start = text.index(words, after)
        return Span(report=report.id, start=start, end=start + len(words))

    found: dict[str, tuple[Mention, Link]] = {}

    def mention(words: str, kind: MentionKind, target: str | None, after: int = 0) -> str:
        at = span(words, after)
        made = Mention(id=mention_id(at, kind), kind=kind, form="name", span=at, name=words)
        candidates = (doer.id, other.id) if target is None else ()
        found[made.id] = (made, Link(mention=made.id, target=target, candidates=candidates))
        return made.id

    start = report.body
    who, whom = mention(doer.name, "actor", doer.id, start), mention(other.name, "actor", other.id, start)
    where = mention(place.name, "place", place.id, start)
    denier = mention(doer.name, "actor", doer.id, text.index("denied any") - len(doer.name) - 1)
    mention("A spokeswoman", "actor", None if int(report.id, 16) % 20 == 0 else other.id)
    for word in ("the square", "the road", "dawn", "evening", "Shops"):
        mention(word, "place", place.id)
    trigger = span("killed", start)
    toll = Toll(effect="killed", count=Count(low=killed, high=killed), span=span(f"{killed} people"), party="recipient")
    roles = (Role(mention=who, part="actor"), Role(mention=whom, part="recipient"))
    event = msgspec.structs.replace(_event(report, deed, trigger, roles, where), tolls=(toll,), when=_on(day))
    words: tuple[tuple[Act, str, Span, Span, str], ...] = (
        ("blame", whom, span("blamed"), span("the attack"), "blamed"),
        ("deny", denier, span("denied"), span("any part in it"), "denied"),
    )
    statements = tuple(
        _said(act, speaker, cue, content, Target(target=event.id, as_=how)) for act, speaker, cue, content, how in words
    )
    return CodedReport(
        report=report, mentions=tuple(m for m, _ in found.values()), links=tuple(k for _, k in found.values()),
        entities=tuple({e.id: e for e in (doer, other, place)}.values()), events=(event,), statements=statements,
    )  # fmt: skip


def _event(report: Report, deed: tuple[str, str | None], trigger: Span, roles: tuple[Role, ...], where: str) -> Event:
    told = Span(report=report.id, start=report.body, end=report.text.index(", ", report.body))
    return Event(
        id=event_id(trigger, deed[0]), type=deed[0], mode=deed[1], status="happened", roles=roles, place=where,
        place_precision="exact", trigger=trigger, evidence=(told,), made_by="bench",
        confidence=0.6 if int(report.id, 16) % 9 == 0 else 0.9,
    )  # fmt: skip


def _said(act: Act, speaker: str, cue: Span, content: Span, about: Target) -> Statement:
    return Statement(
        id=statement_id(cue, act, (content,)), act=act, status="made", speaker=speaker, cue=cue, content=(content,),
        about=(about,), made_by="bench",
    )  # fmt: skip


def _on(day: date) -> Interval:
    return Interval(
        start=day.isoformat(), end=(day + timedelta(days=1)).isoformat(), precision="day", value=day.isoformat(),
        basis="explicit",
    )  # fmt: skip


def merged(told: list[CodedReport], what: tuple[Place, Actor, Actor, date, int, int]) -> tuple[Incident, Dispute]:
    """The incident of these tellings, and the dispute on who did it."""
    place, doer, other, *_ = what
    events = [record.events[0] for record in told]
    tolls = tuple(
        ToldToll(
            effect=t.effect, count=t.count, party=t.party, includes_attacker=False, report=r.report.id,
            event=r.events[0].id, publisher=r.report.publisher, span=t.span,
        )
        for r in told for t in r.events[0].tolls
    )  # fmt: skip
    publishers = tuple(dict.fromkeys(str(r.report.publisher) for r in told))
    held = (
        Responsibility(party=doer.id, act="blame", by=other.id, statement=told[0].statements[0].id, event=events[0].id),
        Responsibility(party=doer.id, act="deny", by=doer.id, statement=told[0].statements[1].id, event=events[0].id),
    )
    incident = Incident(
        id=events[0].id, type=events[0].type, mode=events[0].mode, status="happened", when=events[0].when,
        place=place.id, actors=(doer.id,), recipients=(other.id,), tolls=tolls, responsibility=held,
        events=tuple(e.id for e in events), reports=tuple(r.report.id for r in told), publishers=publishers,
        origins=publishers,
        standing="disputed" if len(told) > 3 else "corroborated" if len(told) > 1 else "single-origin",
    )  # fmt: skip
    blamed, denied = told[0].statements
    since = told[0].report.published
    sides = (
        Position(party=other.id, holds="true", since=since, statement=blamed.id, spans=blamed.content),
        Position(party=doer.id, holds="false", since=since, statement=denied.id, spans=denied.content),
    )
    dispute = Dispute(
        id=f"d{incident.id[1:]}", kind="responsible", subject=doer.id, place=place.id, incident=incident.id,
        about=f"Did {doer.name} do it in {place.name}?", positions=sides,
    )  # fmt: skip
    return incident, dispute


def make(path: Path, reports: int, seed: int = 8) -> None:
    """Write a store of so many reports."""
    teller = Teller(seed, reports)
    incidents: list[Incident] = []
    disputes: list[Dispute] = []

    def records() -> Iterator[CodedReport]:
        number = 0
        while number < reports:
            what, told = teller.incident(), []
            for _ in range(min(teller.tellings(), reports - number)):
                told.append(tell(number, teller.publisher(), what))
                number += 1
            incident, dispute = merged(told, what)
            incidents.append(incident)
            if len(told) > 3:
                disputes.append(dispute)
            yield from told

    with store.open(path) as opened:
        opened.keep_many(records())
        opened.rebuild(incidents, disputes)
