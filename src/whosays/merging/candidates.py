"""Which tellings are worth comparing: those that share a key, so that cost grows with neighbours and not with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import floor
from zlib import crc32

import msgspec

from whosays.merging.facts import Fact
from whosays.merging.outlines import MARKED, RECENT_DAYS, is_wide
from whosays.merging.wordings import everywhere, stem
from whosays.records import Place

_CELL = 0.25  # degrees: a cell and its neighbours hold every suburb
_THEMES = 12  # words of a report's names, and of its lead, by which it is found
_STRETCH = 4  # days
WEAK = 2  # weak keys that two tellings share
_LONG = 7  # days: a longer stretch is no day to be compared by

Key = tuple[str, ...]


class Keys(msgspec.Struct, frozen=True):
    """The keys under which a telling looks for others (``asks``) and is found (``holds``).

    One such key makes two tellings worth comparing; of the weak ones, single words of their reports, two.
    """

    asks: frozenset[Key]
    holds: frozenset[Key]
    weak_asks: frozenset[Key]
    weak_holds: frozenset[Key]


def keys_of(fact: Fact) -> Keys:
    """A telling's keys."""
    leading = (-RECENT_DAYS, 0, RECENT_DAYS) if fact.leads else ()
    return Keys(
        asks=frozenset(_asks(fact)),
        holds=frozenset(_holds(fact)),
        weak_asks=frozenset(_themes(fact, leading)),
        weak_holds=frozenset(_themes(fact, (0,))),
    )


def candidates(facts: Sequence[Fact]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions that share keys and come from different reports, sorted."""
    keys = [keys_of(fact) for fact in facts]
    strong = _sharing([k.asks for k in keys], [k.holds for k in keys])
    weak = _sharing([k.weak_asks for k in keys], [k.weak_holds for k in keys])
    found = {*strong, *(pair for pair, number in weak.items() if number >= WEAK)}
    pairs = {(min(pair), max(pair)) for pair in found}
    return tuple(sorted((i, j) for i, j in pairs if i != j and may_meet(facts[i], facts[j])))


def _sharing(asked: Sequence[frozenset[Key]], held: Sequence[frozenset[Key]]) -> Counter[tuple[int, int]]:
    """Who asks for how many keys that whom holds."""
    holders: dict[Key, list[int]] = defaultdict(list)
    for j, keys in enumerate(held):
        for key in keys:
            holders[key].append(j)
    return Counter((i, j) for i, keys in enumerate(asked) for key in keys for j in holders.get(key, ()))


def may_meet(one: Fact, two: Fact) -> bool:
    """Whether two tellings are worth comparing: one report tells of a deed once, but where words were only marked."""
    return one.report != two.report or one.event.type == two.event.type == MARKED


def _themes(fact: Fact, around: Sequence[int]) -> Iterator[Key]:
    """Some words of a telling's report, in the days about its publication."""
    if fact.told_on is None or fact.event.type == MARKED:
        return
    stretches = {str((fact.told_on.toordinal() + days) // _STRETCH) for days in around}
    for words in (fact.names, fact.lead):
        for word in _chosen(words):
            for stretch in stretches:
                yield (fact.event.type, "theme", word, stretch)


@lru_cache(maxsize=1024)
def _chosen(words: frozenset[str]) -> tuple[str, ...]:
    """The few words of a report that stand for all; every telling of a report has the same."""
    return tuple(sorted(words - everywhere(), key=_chance)[:_THEMES])


def _chance(word: str) -> tuple[int, str]:
    """An order that is the same everywhere and prefers no word: who shares words shares some of the first."""
    return crc32(word.encode()), word


def _holds(fact: Fact) -> Iterator[Key]:
    kind = fact.event.type
    yield from _either(fact)
    for day in _days(fact):
        if fact.place is not None:
            yield (kind, "place", fact.place.id, day)
            if fact.place.country is not None and not is_wide(fact.place):
                yield (kind, "town-in", fact.place.country, day)
            for cell in _cells(fact.place, (0,)):
                yield (kind, "cell", *cell, day)
    if fact.start is not None and fact.place is not None:
        for after in range(RECENT_DAYS + 1):
            yield (kind, "news", fact.place.id, (fact.start + timedelta(days=after)).isoformat())


def _asks(fact: Fact) -> Iterator[Key]:
    kind = fact.event.type
    yield from _either(fact)
    for day in _days(fact, around=1):
        if fact.place is not None:
            yield (kind, "place", fact.place.id, day)
            if fact.place.country is not None and is_wide(fact.place):
                yield (kind, "town-in", fact.place.country, day)
            for cell in _cells(fact.place, (-1, 0, 1)):
                yield (kind, "cell", *cell, day)
        for town in fact.setting:
            yield (kind, "place", town, day)
    if fact.start is None and fact.told_on is not None:
        for town in fact.setting if fact.place is None else {fact.place.id}:
            yield (kind, "news", town, fact.told_on.isoformat())


def _either(fact: Fact) -> Iterator[Key]:
    """Keys under which a telling is found and looks alike: who, the same news told without a day, the same words."""
    kind = fact.event.type
    for victim in fact.recipients & fact.named:
        if victim.startswith(("person:", "own:")):  # a state or body suffers too often to tell anything
            yield (kind, "recipient", victim)
    for day in _days(fact):
        for actor in fact.actors & fact.named:
            yield (kind, "actor", actor, day)
    if fact.start is None and fact.told_on is not None and fact.place is not None:
        for back in range(RECENT_DAYS + 1):
            yield (kind, "undated", fact.place.id, (fact.told_on - timedelta(days=back)).isoformat())
    if fact.place is None:
        for day in _days(fact):
            for town in fact.setting:
                yield (kind, "named", town, day)
    if kind == MARKED:
        yield (kind, "report", stem(fact.event.mode or ""), fact.report)
        for name in fact.names | fact.known:
            yield (kind, "marked", stem(fact.event.mode or ""), name)
        return
    for words in fact.words:
        yield (kind, "words", fact.origin, words)


def _days(fact: Fact, around: int = 0) -> Iterator[str]:
    if fact.start is None or fact.end is None or (fact.end - fact.start).days > _LONG:
        return
    last = max((fact.end - fact.start).days, 1)
    for ahead in range(-around, last + around):
        yield _shifted(fact.start, ahead)


def _shifted(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _cells(place: Place, around: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if place.lat is None or place.lon is None or is_wide(place):
        return
    row, column = floor(place.lat / _CELL), floor(place.lon / _CELL)
    for down in around:
        for right in around:
            yield (str(row + down), str(column + right))
