"""Human targets as the slots want them: each once, however often it is told, and none that is nobody in particular."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from evaluation.numbers import value
from evaluation.sectors import singular
from evaluation.templates.lists import lists, plain
from evaluation.templates.people import Person, person_type
from evaluation.templates.relevance import is_wanted_person
from evaluation.templates.told import Told

_REST = frozenset("more hundreds thousands dozens scores several some many them those".split())
_LINKS = frozenset("of the a an and in from at s".split())


def tidied(told: Told, people: Sequence[Person]) -> list[Person]:
    """The human targets of an incident without doubles, mere numbers, and the armed beside others."""
    found = [p for p in people if not _is_remainder(p)] or list(people)
    unarmed = [p for p in found if not _is_fighter(told, p)]
    return _each_once(unarmed or found)


def _is_remainder(person: Person) -> bool:
    """ "two", "five of them", "hundreds": a number of somebody who is told elsewhere."""
    words = plain(person.description).split()
    return not person.name and all(w in _REST or w in _LINKS or value(w) is not None for w in words)


def _each_once(people: Sequence[Person]) -> list[Person]:
    """Those told by the same noun are one: "Jesuits" and "the murdered Jesuit priests"."""
    kept: list[Person] = []
    for person in people:
        at = next((i for i, known in enumerate(kept) if _is_same(known, person)), None)
        if at is None:
            kept.append(person)
        else:
            kept[at] = _joined(kept[at], person)
    return kept


def _is_same(one: Person, two: Person) -> bool:
    """Whether one description holds the words of the other, and no number keeps them apart."""
    if one.name or two.name or (_counted(one) and _counted(two) and one.number != two.number):
        return False
    a, b = _nouns(one.description), _nouns(two.description)
    return bool(a) and bool(b) and (a <= b or b <= a)


def _counted(person: Person) -> bool:
    return person.number not in ("PLURAL", "1")


def _nouns(description: str) -> frozenset[str]:
    return frozenset(singular(w) for w in plain(description).split() if w not in _LINKS and w not in lists().done_to)


def _joined(one: Person, two: Person) -> Person:
    """The one that tells more, with the number and the effect of either."""
    tells: Callable[[Person], int] = lambda p: len(_nouns(p.description))  # noqa: E731
    said, other = (two, one) if tells(two) > tells(one) else (one, two)
    number = said.number if _counted(said) or not _counted(other) else other.number
    return msgspec.structs.replace(said, number=number, effect=said.effect or other.effect)


def _is_fighter(told: Told, person: Person) -> bool:
    return not is_wanted_person(told, person) and person_type(told, person) not in ("LAW ENFORCEMENT", "SECURITY GUARD")
