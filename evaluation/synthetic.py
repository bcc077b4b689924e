"""Coded reports out of thin air, as many as one likes: towns, days, attacks told by several papers, copies, words.

Made to be merged, not to be read. Time passes as reports come (three hundred a day), a few towns see most attacks, an
attack is told by one to eight papers over three days, a quarter of the reports are copies, and some tell who claims,
denies or blames. The same seed gives the same reports.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

import msgspec

from whosays.records import (
    Act,
    Actor,
    CodedReport,
    Count,
    Event,
    Interval,
    Link,
    Mention,
    MentionKind,
    Place,
    Proposition,
    Report,
    Role,
    Span,
    Statement,
    Target,
    Toll,
    event_id,
    mention_id,
    report_id,
    statement_id,
)

_A_DAY = 300
_TOWNS, _COUNTRIES, _GROUPS, _PAPERS = 3000, 60, 120, 400
_START = date(2020, 1, 1)
_OPEN = 400  # attacks that may still be told of
_IN_LETTERS = str.maketrans("0123456789", "abcdefghij")  # names are made of letters
_ACTS: tuple[tuple[Act, str], ...] = (("claim", "claimed"), ("deny", "denied"), ("blame", "blamed"))


class Attack(msgspec.Struct, frozen=True):
    """What happens: day, town (a number), how, how many are killed, who does it, and the words of the wire."""

    day: int
    town: int
    mode: str
    killed: int
    group: int
    words: str


def reports(seed: int) -> Iterator[CodedReport]:
    """Reports without end, in the order in which they come out."""
    chance = random.Random(seed)
    attacks: list[Attack] = []
    number = 0
    while True:
        day = number // _A_DAY
        if not attacks or chance.random() < 0.3:
            attacks.append(_attack(chance, day))
            del attacks[:-_OPEN]
        recent = [a for a in attacks[-60:] if day - a.day <= 3]
        attack = chance.choice(recent or attacks[-1:])
        yield _report(chance, number, day, attack)
        number += 1


def reports_of_one(seed: int) -> Iterator[CodedReport]:
    """Reports of one attack without end, in the order in which they come out."""
    chance = random.Random(seed)
    attack = _attack(chance, 0)
    for number in count():
        yield _report(chance, number, number // _A_DAY, attack)


def _attack(chance: random.Random, day: int) -> Attack:
    town = int(_TOWNS ** chance.random()) - 1  # the n-th town sees one n-th as many as the first
    return Attack(
        day=day,
        town=town,
        mode=chance.choice(("explosives", "firearms", "suicide-attack", "drone")),
        killed=min(int(chance.paretovariate(1.1)), 200),
        group=chance.randrange(_GROUPS),
        words=_words(chance, 80),
    )


def _words(chance: random.Random, number: int) -> str:
    return " ".join(f"w{int(40_000 ** chance.random())}" for _ in range(number))  # some words stand everywhere


def _report(chance: random.Random, number: int, day: int, attack: Attack) -> CodedReport:
    paper = f"Paper {chance.randrange(_PAPERS)}"
    body = attack.words if chance.random() < 0.25 else _words(chance, 80)
    own = f"n{number}"
    head = f"REDS {own} killed {attack.killed} {own} in TOWN. MINISTRY {own} spoke. Nothing {own} more was {own} known."
    text = f"{head} {body} {paper} is printed by {paper} in the street that is called after {paper}."
    published = (_START + timedelta(days=day)).isoformat()
    report = Report(id=report_id(text, paper, None), text=text, publisher=paper, published=published)
    return _Writing(report).coded(chance, attack)


class _Writing:
    """A report being coded."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.mentions: list[Mention] = []
        self.links: list[Link] = []
        self.entities: list[Actor | Place] = []

    def coded(self, chance: random.Random, attack: Attack) -> CodedReport:
        place = self._mention("TOWN", "place", _town(attack.town))
        reds = self._mention("REDS", "actor", Actor(id=f"group:{attack.group}", name=f"Group {attack.group}"))
        trigger = self._span("killed")
        killed = attack.killed if chance.random() < 0.8 else attack.killed + 1
        event = Event(
            id=event_id(trigger, "ASSAULT"),
            type="ASSAULT",
            mode=attack.mode,
            status="happened",
            roles=(Role(mention=reds, part="actor"),),
            tolls=(Toll(effect="killed", count=Count(low=killed, high=killed), span=trigger),),
            place=place if chance.random() < 0.9 else None,
            place_precision="exact",
            when=_day(attack.day) if chance.random() < 0.9 else Interval(),
            trigger=trigger,
            evidence=(self._span(self.report.text.partition(".")[0]),),
        )
        statements = (self._says(chance, event, reds),) if chance.random() < 0.2 else ()
        return CodedReport(
            report=self.report,
            mentions=tuple(self.mentions),
            entities=tuple(self.entities),
            links=tuple(self.links),
            events=(event,),
            statements=statements,
        )

    def _says(self, chance: random.Random, event: Event, reds: str) -> Statement:
        act, as_ = chance.choice(_ACTS)
        speaker = self._mention("MINISTRY", "actor", Actor(id="body:ministry", name="Ministry", kind="ministry"))
        by = speaker if act == "blame" else reds
        cue, content = self._span("spoke"), self._span("more was")
        held = Proposition(kind="responsible", subject=reds, event=event.id, holds="false" if act == "deny" else "true")
        return Statement(
            id=statement_id(cue, act, (content,)),
            act=act,
            status="made",
            speaker=by,
            cue=cue,
            content=(content,),
            about=(Target(target=event.id, as_=as_),),
            propositions=(held,),
        )

    def _span(self, words: str) -> Span:
        start = self.report.text.index(words)
        return Span(report=self.report.id, start=start, end=start + len(words))

    def _mention(self, words: str, kind: MentionKind, entity: Actor | Place) -> str:
        span = self._span(words)
        identifier = mention_id(span, kind)
        named = entity.name.replace(" ", "").translate(_IN_LETTERS)
        self.mentions.append(Mention(id=identifier, kind=kind, form="name", span=span, name=named))
        self.links.append(Link(mention=identifier, target=entity.id))
        self.entities.append(entity)
        return identifier


def _town(number: int) -> Place:
    country = f"C{number % _COUNTRIES:02}"
    lat, lon = (number * 7 % 120) - 60 + number % 10 / 10, (number * 13 % 340) - 170 + number % 7 / 10
    return Place(id=f"geonames:{number}", name=f"Town {number}", lat=lat, lon=lon, country=country, feature="PPL")


def _day(number: int) -> Interval:
    start = _START + timedelta(days=number)
    end = start + timedelta(days=1)
    value = start.isoformat()
    return Interval(start=value, end=end.isoformat(), precision="day", value=value, basis="explicit")
