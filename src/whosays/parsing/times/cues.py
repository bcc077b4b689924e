"""Which rules of the grammar of time may match in a sentence at all, told by its words before any rule is tried.

Most sentences tell no time. Of an atom that a rule cannot do without one of a few words must be there, or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from whosays.parsing.times.atoms import any_of, plurals
from whosays.parsing.times.grammar import Rule, rules
from whosays.parsing.times.words import inverted, words

_FIGURE = "0"  # stands for any figure among the words of a sentence
_WORD = re.compile(r"[a-z]+")
_ANY_FIGURE = re.compile(r"\d")
# Atoms that begin with a figure, and those that have few words, by their names in the grammar.
_FIGURES = ("DAY", "DAY2", "YEAR", "YEAR2", "HOUR", "HOUR24", "HHMM", "OCLOCK")
_LITERAL = {
    "SPOKEN": "eighteen nineteen twenty two",
    "AGO": "year prior previous",
    "PERIOD": "quarter period",
    "QUARTERS": "first second third fourth final last 0",
}


@cache
def _cues() -> dict[str, frozenset[str]]:
    """For each atom the words of which one begins it; an atom that is not among them may begin with anything."""
    known = words()
    units = [word for listed in known.units.values() for word in listed] + list(known.unit_multiples)
    listed: dict[str, Iterable[str]] = {
        **dict.fromkeys(("MONTH", "MONTH2", "FULLMONTH"), inverted(known.months)),
        **dict.fromkeys(("UNIT", "UNITS", "ONE"), (*units, *plurals(units))),
        "WEEKDAY": inverted(known.weekdays),
        "PART": inverted(known.parts),
        "SEASON": inverted(known.seasons),
        "MODIFIER": inverted(known.modifiers),
        "DIRECTION": known.directions,
        "DISTANCE": known.distances,
        "ORDINAL": [*known.ordinals, _FIGURE],
        "NAMEDDAY": known.days_from_now,
        "FEAST": known.feasts,
        "MOVING": inverted(known.moving_feasts),
        "VAGUE": inverted(known.vague),
        "SETWORD": known.sets,
        "CLOCKWORD": known.clock_words,
        "DECADE": [*known.decade_words, _FIGURE],
    }
    cues = {atom: frozenset(form for word in all_ for form in _begun(word)) for atom, all_ in listed.items()}
    cues |= {atom: frozenset(literal.split()) for atom, literal in _LITERAL.items()}
    return cues | dict.fromkeys(_FIGURES, frozenset({_FIGURE}))


def _begun(word: str) -> tuple[str, ...]:
    """How the first word of an entry may stand in a text: "fridays" too."""
    first = _FIGURE if word[0].isdigit() else _WORD.findall(word.casefold())[0]
    return first, first + "s"


@cache
def _wanted() -> tuple[tuple[int, Rule, tuple[frozenset[str], ...]], ...]:
    """The rules, each with its place in the list and the words of which it wants one of each set."""
    cues = _cues()
    return tuple((i, r, tuple(cues[a] for a in sorted(r.needs) if a in cues)) for i, r in enumerate(rules()))


@cache
def _opening() -> re.Pattern[str]:
    """What every sentence with a time holds: a figure, or the beginning of one of these words."""
    known = words()
    units = [word for listed in known.units.values() for word in listed]
    tables = (known.months, known.weekdays, known.parts, known.seasons, known.moving_feasts, known.vague)
    whole = any_of([
        *(word for table in tables for listed in table.values() for word in listed),
        *units, *plurals(units), *known.unit_multiples, *known.clock_words, *known.decade_words, *known.days_from_now,
        *known.sets, *known.feasts, "tonight", "overnight", "period", "eighteen", "nineteen", "twenty", "two thousand",
    ])  # fmt: skip
    return re.compile(rf"\d|\b(?:{whole})", re.IGNORECASE)


def rules_for(text: str) -> list[tuple[int, Rule]]:
    """The rules that may match in a sentence, each with its place in the list; none for most sentences."""
    if not _opening().search(text):
        return []
    held = set(_WORD.findall(text.casefold()))
    if _ANY_FIGURE.search(text):
        held.add(_FIGURE)
    return [(i, rule) for i, rule, wanted in _wanted() if not any(map(held.isdisjoint, wanted))]
