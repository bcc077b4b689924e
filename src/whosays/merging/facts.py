"""One telling of one event, flattened to what merging compares: who, whom, when, where, how many, told by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.answering import Answers, answers_of
from whosays.merging.hearsay import origin_of
from whosays.merging.outlines import MARKED, is_wide
from whosays.merging.overtaking import overtakes
from whosays.merging.pages import Page
from whosays.merging.periods import counts_on, is_period
from whosays.merging.wordings import terms
from whosays.records import Actor, Event, EventStatus, Place, Role, Span, ToldToll

# Deeds that are one thing at one time; habits, fears and threats are no incidents.
INCIDENT_STATUSES: frozenset[EventStatus] = frozenset({"happened", "ongoing", "planned", "attempted"})
_WORD = re.compile(r"[^\W_]+")
_AGO = re.compile(r"\b(?:ago|earlier|before)$")
_ROUNDED = {"year": timedelta(days=366), "month": timedelta(days=31)}
_TELLING_WORDS = 6  # fewer words in common are a phrase and no copied telling


class Fact(msgspec.Struct, frozen=True):
    """What one report tells of one event.

    ``published`` is the time of the report as it gives it, ``told`` the same in UTC, so that sorting sorts by time.
    ``actors``, ``recipients``, ``named`` (those who are somebody in particular), ``killed`` (named and killed) and
    ``states`` (whose side the actors are on) hold entity ids. ``start`` and ``end`` are days, ``end`` excluded.
    ``setting`` holds the ids of the towns that the report names, where the telling itself has no place; ``words`` are
    the telling's own words, by which a copy is known; ``terms`` are the stems of those that say something.
    ``names`` are the words of the names in the whole report that few reports hold, ``known`` those that many do;
    ``leads`` says that the telling stands in headline or lead; ``lead`` holds the terms of both. ``is_period`` says
    that it is a count over a longer time; ``answers`` who did it, by this report. ``later`` are the places of the
    figures that say of themselves that they overtake an earlier one.
    """

    event: Event
    report: str
    publisher: str | None
    origin: str
    published: str | None
    told: str | None
    told_on: date | None
    start: date | None
    end: date | None
    place: Place | None
    actors: frozenset[str]
    recipients: frozenset[str]
    named: frozenset[str]
    killed: frozenset[str]
    states: frozenset[str]
    tolls: tuple[ToldToll, ...]
    setting: frozenset[str]
    words: frozenset[str]
    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    leads: bool = False
    lead: frozenset[str] = frozenset()
    is_period: bool = False
    answers: Answers = Answers()
    later: frozenset[Span] = frozenset()

    @property
    def type(self) -> str:
        """The class of the deed."""
        return self.event.type

    @property
    def mode(self) -> str | None:
        """The way of it."""
        return self.event.mode

    @property
    def status(self) -> EventStatus:
        """Whether it happened."""
        return self.event.status

    @property
    def by_weekday(self) -> bool:
        """Whether the day is told by its name alone ("on Tuesday")."""
        return self.event.when.basis == "weekday"

    @property
    def country(self) -> str | None:
        """The country of the place, ISO 3166-1 alpha-3."""
        return self.place.country if self.place is not None else None

    @property
    def is_vague(self) -> bool:
        """Whether day or town is not told."""
        return self.start is None or self.place is None or is_wide(self.place)


def facts_of(page: Page, origin: str, gazetteer: Gazetteer) -> tuple[Fact, ...]:
    """The incidents' tellings in one report.

    Args:
        page: the report.
        origin: whose telling it is (wire, family or the report alone), but for what it has from another outlet.
        gazetteer: the outlets.
    """
    return tuple(_fact(page, e, origin_of(page, e, origin, gazetteer)) for e in page.record.events if _is_told(e))


def _is_told(event: Event) -> bool:
    """Whether a deed is told of as one that may be told elsewhere too; of marked words all but what did not happen."""
    return event.status in INCIDENT_STATUSES or (event.type == MARKED and event.status != "negated")


def denied_facts_of(page: Page, origin: str) -> tuple[Fact, ...]:
    """The deeds that are told only to be denied; they are no tellings, and may stand as a side of a dispute."""
    return tuple(_fact(page, e, origin) for e in page.record.events if e.status == "negated")


def _fact(page: Page, event: Event, origin: str) -> Fact:
    place = page.entity(event.place)
    where = place if isinstance(place, Place) else None
    report = page.record.report
    doers = tuple(a for r in event.roles if r.part in {"actor", "participant"} for a in _actors(page, r))
    somebody = tuple((r, a) for r in event.roles for a in _actors(page, r) if is_named(page, r, a))
    named = frozenset(a.id for _, a in somebody)
    start, end = _about(page, event, _day(event.when.start), _last(event.when.end))
    told_on = _day(report.published)
    if start is not None and end is not None and counts_on(page, event):
        end = max(end, told_on + timedelta(days=1)) if told_on is not None else end
    return Fact(
        event=event,
        report=report.id,
        publisher=report.publisher,
        origin=origin,
        published=report.published,
        told=moment(report.published),
        told_on=told_on,
        start=start,
        end=end,
        is_period=is_period(page, event, (end - start).days if start is not None and end is not None else None),
        place=where,
        actors=frozenset(a.id for a in doers),
        recipients=frozenset(a.id for r in event.roles if r.part in {"recipient", "target"} for a in _actors(page, r)),
        named=named,
        killed=frozenset(a.id for r, a in somebody if r.effect == "killed" and r.kind != "organisation"),
        states=frozenset(s for a in doers for s in sides(a)),
        tolls=told_tolls(page, event),
        setting=frozenset() if where is not None else page.towns,
        words=frozenset(_words(page, event)),
        names=page.names[0],
        known=page.names[1],
        leads=report.leads(event.trigger),
        lead=page.lead,
        terms=terms(report.words(span) for span in event.evidence),
        answers=answers_of(page, event, named),
        later=frozenset(t.span for t in event.tolls if overtakes(report.text, t.span)),
    )


def _actors(page: Page, role: Role) -> tuple[Actor, ...]:
    found = page.entity(role.mention)
    return (found,) if isinstance(found, Actor) else ()


def is_named(page: Page, role: Role, actor: Actor) -> bool:
    """Whether the actor is somebody in particular, and not "gunmen" or "three policemen"."""
    if role.number is not None and role.number.low != 1:
        return False
    if not actor.id.startswith("own:"):
        return True
    mention = page.mentions.get(role.mention or "")
    return mention is not None and mention.form == "name" and not page.is_people(mention.name)


def sides(actor: Actor) -> frozenset[str]:
    """Whose side an actor is on: its own id, what it is part of, and the states or bodies of its offices."""
    return frozenset({actor.id, *actor.part_of, *(role.of for role in actor.roles)})


def told_tolls(page: Page, event: Event) -> tuple[ToldToll, ...]:
    """The event's tolls, each with the report and the statement that it rests on.

    A figure of the title is the text's, rounded ("kills eight" of "at least eight"), where the text tells one as well.
    """
    body = page.record.report.body
    below = {t.effect for t in event.tolls if t.span.start >= body}
    return tuple(
        ToldToll(
            effect=toll.effect,
            count=toll.count,
            party=toll.party,
            includes_attacker=toll.includes_attacker,
            report=page.record.report.id,
            event=event.id,
            publisher=page.record.report.publisher,
            statement=toll.statement,
            span=toll.span,
        )
        for toll in event.tolls
        if toll.span.start >= body or toll.effect not in below
    )


def _words(page: Page, event: Event) -> Iterable[str]:
    for span in event.evidence:
        words = _WORD.findall(page.record.report.words(span).lower())
        if len(words) >= _TELLING_WORDS:
            yield " ".join(words)


def _day(iso: str | None) -> date | None:
    if iso is None or len(iso) < 10:
        return None
    return date.fromisoformat(iso[:10])


def _about(page: Page, event: Event, start: date | None, end: date | None) -> tuple[date | None, date | None]:
    """A time as merging takes it: "two years ago" may be a year more or less, and the same of months."""
    about = _ROUNDED.get(event.when.precision or "")
    span = event.when.span
    if start is None or end is None or about is None or span is None:
        return start, end
    if not _AGO.search(page.record.report.words(span).lower()):
        return start, end
    return start - about, end + about


def _last(iso: str | None) -> date | None:
    """The day before which it ends: an end at 12:01 lies within its day, one at midnight closes the day before."""
    day = _day(iso)
    if day is None or iso is None or len(iso) == 10 or iso[10:].startswith("T00:00"):
        return day
    return day + timedelta(days=1)


def moment(published: str | None) -> str | None:
    """A time of publication such that sorting sorts by time: in UTC; a mere day comes before its hours."""
    if published is None or "T" not in published:
        return published
    try:
        read = datetime.fromisoformat(published)
    except ValueError:
        return published
    return read.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if read.tzinfo is not None else published


def family_of(page: Page, gazetteer: Gazetteer) -> str:
    """Whose telling a report is: its wire credit's or publisher's family, else the report itself."""
    for name in (page.record.report.origin, page.record.report.publisher):
        if name:
            known = gazetteer.publisher(name)
            return known.family if known is not None else f"publisher:{name.casefold()}"
    return f"report:{page.record.report.id}"
