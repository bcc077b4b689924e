"""Which incidents the task of MUC-4 wants: recent, specific attacks on more than armed forces, in nine countries.

Section 1 of the task's definition says what "relevant" means; each rule here is one of its sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import whosays
from evaluation.sectors import noun_sector
from evaluation.templates.lists import listed, lists, plain
from evaluation.templates.people import Person
from evaluation.templates.things import Thing
from evaluation.templates.told import ARMED, Told
from evaluation.templates.when import days_of, told_day
from whosays.records import Event

_RECENT = timedelta(days=62)
_MANY = 50  # people: greater figures are sums over many incidents
_FORCES = ("ACTIVE MILITARY", "LAW ENFORCEMENT")
_LONG = timedelta(days=45)


def objections(told: Told, events: Sequence[Event], country: str | None) -> Iterator[str]:
    """The rules of the task that speak against an incident and that keys do not keep to: what each weighs is learnt."""
    if country is not None and country not in lists().of_interest:
        yield "in another country"
    if not is_recent(told, events):
        yield "long ago"


def of_interest(told: Told, country: str | None) -> bool:
    """Whether an incident may lie in one of the nine countries: it does, none is told, or the report names one."""
    known = lists().of_interest
    return country is None or country in known or any(c in known for c in told.countries)


def is_wanted(told: Told, people: Sequence[Person], things: Sequence[Thing]) -> bool:
    """Whether an attack on these people and things concerns the task at all: it does not where all are under arms."""
    return any(is_wanted_person(told, p) for p in people) or any(is_wanted_thing(t) for t in things)


def is_wanted_person(told: Told, person: Person) -> bool:
    """Whether an attack on this person concerns the task: not a soldier, policeman or guerrilla."""
    listed_as = listed(person.description, lists().people)
    if listed_as is not None:
        return listed_as not in _FORCES
    noun = next((n for w in (person.description, *person.called) if (n := noun_sector(w)) is not None), None)
    if noun is not None:
        return noun not in ARMED
    return not told.sectors(person.role) & ARMED and not _under_arms(person.description)


def is_wanted_thing(thing: Thing) -> bool:
    """Whether an attack on this thing concerns the task: not a barracks, patrol car or position."""
    return not _under_arms(thing.words)


def _under_arms(words: str) -> bool:
    spaced = plain(words)
    return any(plain(w) in spaced for w in lists().under_arms)


def is_recent(told: Told, events: Sequence[Event]) -> bool:
    """Whether the incident lies within two months before the report, and not in "the last years" at large."""
    days, day = days_of(events), told_day(told)
    if days is None:
        return True
    if days[1] - days[0] > _LONG:
        return False
    return day is None or day - days[1] <= _RECENT


def is_specific(people: Sequence[Person], things: Sequence[Thing]) -> bool:
    """Whether anybody was attacked, or a thing of the kinds listed: not "13,000 persons", "our interests"."""
    known = {**lists().buildings, "OTHER": lists().others}
    told = any(listed(t.words, known) is not None for t in things)
    return told or any(not is_vague(p) for p in people)


def is_vague(person: Person) -> bool:
    """Whether words for people name nobody in particular: "the population", "thousands of citizens"."""
    if person.name:
        return False
    told = plain(person.description).strip()
    gazetteer = whosays.tools().gazetteer
    vague = all(
        w in lists().vague or gazetteer.state_of_adjective(w.capitalize()) or gazetteer.state_of_people(w.capitalize())
        for w in told.split()
    )
    figure = person.number.strip("-~ ")
    counted = figure.isdigit() and (1 < int(figure) <= _MANY or told == "person")
    return vague and not counted
