"""Signs by which an incident of the kind that the task wants may be told from others: each is a few plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from evaluation.templates.lists import Template, listed, lists
from evaluation.templates.people import Person, people_of, person_type
from evaluation.templates.relevance import is_vague, is_wanted_person, is_wanted_thing
from evaluation.templates.things import Thing, things_of
from evaluation.templates.told import Told
from evaluation.templates.when import days_of, told_day
from evaluation.templates.where import is_country
from whosays.parse import Token
from whosays.records import Event, Place

_WE = re.compile(r"\b(?:we|our|us|you|your|i)\b", re.IGNORECASE)
_HEADING = re.compile(r"\[([A-Z ]{4,20})\]")
_BEGINNING = 250  # characters in which the heading stands
_SPOKEN = 6  # "we" in a report that is a speech
_FIRST_SENTENCES = 3
_WORD_TAGS = ("NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS")


_OF_DOERS = ("category", "individual", "organization", "confidence")
_SECTOR = 3  # letters of a code


class Candidate(msgspec.Struct, frozen=True):
    """An incident that may make a template: its events, the template, which of how many it is, and what is against it.

    ``place`` and ``of`` count those of the report that nothing is against.
    """

    events: Sequence[Event]
    template: Template
    place: int
    of: int
    against: tuple[str, ...] = ()


def signs_of(told: Told, candidate: Candidate) -> frozenset[str]:
    """All signs of a candidate."""
    events = candidate.events
    people, things = people_of(told, events), things_of(told, events)
    return frozenset(
        (
            *_of_template(candidate),
            *_of_doers(told, events),
            *_of_people(told, people, any(things)),
            *_of_things(things),
            *_of_times(told, events),
            *_of_places(told, candidate),
            *_of_events(told, events),
            *_of_words(told, events),
            *of_report(told),
        )
    )


def _of_template(candidate: Candidate) -> Iterator[str]:
    made = candidate.template
    yield f"type {made['type'][0]}"
    yield f"stage {made['stage'][0]}"
    if made.get("instrument"):
        yield "has instrument"
    yield from (f"against it: {a}" for a in candidate.against)
    if candidate.against:
        yield "beside one that nothing is against" if candidate.of else "nothing better"
    elif candidate.of == 1:
        yield "only one"
    elif candidate.place == 0:
        yield "first of several"
    if candidate.of > 4:
        yield "one of many"
    told = sum(bool(fills) for slot, fills in made.items() if slot not in _OF_DOERS)
    yield f"{min(told // 3, 6)} times three slots"


def _of_doers(told: Told, events: Sequence[Event]) -> Iterator[str]:
    """What the record tells of those who did it; whom the template names is learnt from the same keys."""
    for role in told.roles(events, "actor"):
        yield f"done by a {role.kind}"
        yield f"held to have done it: {role.basis}"
        yield from (f"doer {sector}" for sector in told.sectors(role) if len(sector) == _SECTOR)


def _of_people(told: Told, people: Sequence[Person], beside_things: bool) -> Iterator[str]:
    yield f"{min(len(people), 4)} people"
    if people and all(is_vague(p) for p in people) and not beside_things:
        yield "nobody in particular"
    for person in people:
        yield f"struck {person_type(told, person)}"
        yield "unarmed" if is_wanted_person(told, person) else "armed"
        yield f"effect {person.effect}" if person.effect else "no effect"
        if person.name:
            yield "named"
        if person.number == "PLURAL":
            yield "uncounted"
        figures = [int(f) for f in re.findall(r"\d+", person.number)]
        if max(figures, default=0) > 1:
            yield "counted" if max(figures) <= 30 else "very many"


def _of_things(things: Sequence[Thing]) -> Iterator[str]:
    yield f"{min(len(things), 3)} things"
    for thing in things:
        yield f"struck {listed(thing.words, lists().buildings) or 'OTHER THING'}"
        yield "thing of civil life" if is_wanted_thing(thing) else "thing of war"


def _of_times(told: Told, events: Sequence[Event]) -> Iterator[str]:
    day, days = told_day(told), days_of(events)
    if day is None or days is None:
        yield "no day"
        return
    age = (day - days[1]).days
    yield "within a week" if age <= 7 else "within a month" if age <= 30 else "over a month ago"
    if (days[1] - days[0]).days > 1:
        yield "over several days"


def _of_places(told: Told, candidate: Candidate) -> Iterator[str]:
    places = [p for e in candidate.events if isinstance(p := told.entity(e.place), Place)]
    if any(not is_country(p) for p in places):
        yield "placed"
    if any(":" in fill for fill in candidate.template.get("location", ())):
        yield "place in country"


def _of_events(told: Told, events: Sequence[Event]) -> Iterator[str]:
    yield f"{min(len(events), 4)} events"
    for event in events:
        token = told.parsed.tokens[told.parsed.tokens_of(event.trigger)[0]]
        yield f"mode {event.mode}"
        yield f"status {event.status}"
        yield f"trigger {token.lemma.lower()}"
        yield from (f"determiner {d}" for d in _determiners(told, token))
    known = {e.id for e in events}
    yield from (f"said {s.act}" for s in told.record.statements if any(t.target in known for t in s.about))


def _determiners(told: Told, token: Token) -> Iterator[str]:
    for child in told.parsed.children(token.i, "det"):
        if child.lower in ("the", "this", "that"):
            yield "definite"
        elif child.lower in ("a", "an", "another"):
            yield "indefinite"


def _of_words(told: Told, events: Sequence[Event]) -> Iterator[str]:
    numbers = told.sentences(events)
    yield f"{min(len(numbers), 4)} sentences"
    first = min(numbers)
    yield "early" if first <= 1 else "soon" if first <= 4 else "late" if first > 12 else "midway"
    for number in numbers[:_FIRST_SENTENCES]:
        start, end = told.parsed.sentences[number]
        yield from (f"word {t.lemma.lower()}" for t in told.parsed.tokens[start:end] if t.tag in _WORD_TAGS)
    spoken = " ".join(told.spoken(n) for n in numbers)
    if _WE.search(spoken):
        yield "says we"
    if '"' in spoken:
        yield "quotes"


def of_report(told: Told) -> Iterator[str]:
    """What kind of report it is: its heading, its length, how many attacks it tells of."""
    text = told.record.report.text
    yield from (f"heading {h.strip().lower()}" for h in _HEADING.findall(text[:_BEGINNING].upper()))
    if len(_WE.findall(text)) > _SPOKEN:
        yield "speech"
    length = len(told.parsed.sentences)
    yield "short report" if length <= 8 else "long report" if length > 25 else "report"
    attacks = sum(e.type == "ASSAULT" for e in told.record.events)
    yield "few attacks" if attacks <= 3 else "many attacks" if attacks > 15 else "some attacks"
    if "CLANDESTINE" in text[:100].upper():
        yield "hidden station"
