"""Where an incident was: the country and, as finely as the report tells, the place in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.templates.lists import bare, lists
from evaluation.templates.spots import spot_of
from evaluation.templates.told import Told
from whosays.records import Event, Mention, Place

_CLOSE = 60  # characters between a place and the one that holds it: "in X, Y department"
_WIDE = ("DEPARTMENT", "PROVINCE", "REGION")


def country_of(told: Told, events: Sequence[Event]) -> str | None:
    """The country of an incident; where it names none, the one that the report names most."""
    places = [p for e in events if isinstance(p := told.entity(e.place), Place) and p.country]
    known = [p.country for p in sorted(places, key=is_country)]  # "a U.S. journalist was hurt in X": X is the place
    towns = [p.country for p in places if not is_country(p)]
    if known and (known[0] in lists().of_interest or (towns and _is_setting(told, towns[0]))):
        return known[0]
    told_there = [c for c in (*_countries_in(told, events), *told.countries) if c in lists().of_interest]
    return told_there[0] if told_there else known[0] if known else next(iter(told.countries), None)


def _countries_in(told: Told, events: Sequence[Event]) -> Iterator[str]:
    """The countries of the places named in the sentences of the events, then those of which their words say it."""
    sentences = set(told.sentences(events))
    yield from (p.country for m in _around(told, events) if isinstance(p := told.entity(m.id), Place) and p.country)
    for sentence in sorted(sentences):
        yield from told.nations_in(sentence)


def _is_setting(told: Told, country: str | None) -> bool:
    """Whether a report takes place in a country at all: one town of that name may be another's namesake."""
    places = [p for m in told.record.mentions if m.kind == "place" and isinstance(p := told.entity(m.id), Place)]
    there = [p for p in places if p.country == country]
    return len(there) > 1 or (len(there) == len(places) and bool(there))


def _around(told: Told, events: Sequence[Event]) -> list[Mention]:
    """The places named in the sentences of the events."""
    sentences = set(told.sentences(events))
    return [m for m in told.record.mentions if m.kind == "place" and told.sentence_of(m.span) in sentences]


def location_of(told: Told, events: Sequence[Event], country: str | None) -> list[str]:
    """Country and place, as the slot wants them."""
    name = lists().countries.get(country or "")
    if name is None:
        return []
    chain = _by_words(told, events, country) or _by_map(told, events, country)
    return [": ".join([name, *(f"{words} ({kind})" for words, kind in chain)])]


def _by_words(told: Told, events: Sequence[Event], country: str | None) -> list[tuple[str, str]]:
    """A place that the words name with its kind, in the town or province that holds it."""
    spot = spot_of(told, events)
    if spot is None:
        return []
    holders = [spot.holder] if spot.holder else []
    if spot.is_quarter:
        holders = [c for c in _city_near(told, min(told.sentences(events)), country) if c[0] != spot.name]
    return [*holders, (spot.name, spot.kind)]


def _city_near(told: Told, sentence: int, country: str | None) -> list[tuple[str, str]]:
    """The city named last before a sentence is over; that is the city of its neighbourhoods."""
    end = told.parsed.sentences[sentence][1]
    before = [
        _named(m, p)
        for m in told.record.mentions
        if m.kind == "place" and isinstance(p := told.entity(m.id), Place) and p.country == country
        if told.parsed.tokens_of(m.span)[0] < end and (p.feature or "").startswith("PPL")
    ]
    return [named for named in before if named[1] == "CITY"][-1:]


def _by_map(told: Told, events: Sequence[Event], country: str | None) -> list[tuple[str, str]]:
    """A place that is on the map, in the department or city that is said to hold it."""
    for mention in _candidates(told, events):
        place = told.entity(mention.id)
        if isinstance(place, Place) and place.country == country and not is_country(place):
            return [*_holding(told, mention, place), _named(mention, place)]
    return []


def _candidates(told: Told, events: Sequence[Event]) -> Iterator[Mention]:
    """The places of the events, then those named around them."""
    yield from (m for e in events if (m := told.mention(e.place)) is not None)
    yield from _around(told, events)


def _holding(told: Told, mention: Mention, place: Place) -> list[tuple[str, str]]:
    """The department or city that a place is said to lie in, right beside it."""
    own = _named(mention, place)[1]
    if own in _WIDE:
        return []
    if own == "NEIGHBORHOOD":
        return _city_of(told, mention, place)
    for other in told.record.mentions:
        gap = other.span.start - mention.span.end
        holder = told.entity(other.id)
        if other.kind != "place" or not 0 <= gap <= _CLOSE or not isinstance(holder, Place):
            continue
        words, kind = _named(other, holder)
        if kind in _WIDE and holder.id != place.id and holder.country == place.country:
            return [(words, kind)]
    return []


def _city_of(told: Told, mention: Mention, place: Place) -> list[tuple[str, str]]:
    """The city named nearest to one of its neighbourhoods."""
    cities = [
        (abs(m.span.start - mention.span.start), _named(m, p))
        for m in told.record.mentions
        if m.kind == "place" and isinstance(p := told.entity(m.id), Place) and p.id != place.id
        if p.country == place.country and (p.feature or "").startswith("PPL")
    ]
    near = [named for _, named in sorted(cities) if named[1] == "CITY"]
    return near[:1]


def _named(mention: Mention, place: Place) -> tuple[str, str]:
    """The name of a place and its kind, by the word beside the name or by the map."""
    words = bare(mention.name).upper().split()
    for at in (-1, 0):
        kind = lists().place_words.get(words[at].lower())
        rest = words[:-1] if at == -1 else words[1:]
        rest = rest[1:] if rest[:1] == ["OF"] else rest
        if kind is not None and rest and words != ["GUATEMALA", "CITY"]:
            return " ".join(rest), kind
    feature = place.feature or ""
    return " ".join(words), lists().features.get(feature) or ("CITY" if feature.startswith("PPL") else "AREA")


def is_country(place: Place) -> bool:
    """Whether a place is a whole country."""
    return (place.feature or "").startswith("PCL") or place.id.startswith("state:")
