"""The atoms of the grammar of time: what the vocabulary holds, as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from whosays.parsing.times.words import inverted, words


def any_of(listed: Iterable[str]) -> str:
    """An alternation, longest first, with an optional full stop behind abbreviations left to the atom."""
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(set(listed), key=lambda w: (-len(w), w)))


def plurals(singulars: Iterable[str]) -> list[str]:
    """The plurals of words for units."""
    irregular = words().irregular_plurals
    return [irregular.get(s, s + "s") for s in singulars]


def _number() -> str:
    named = any_of(words().numbers)
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: ?1/2|½)?"
    spelt = rf"(?:an? (?=hundred|thousand))?(?:{named})(?:(?:-| and | )(?:{named}))*"
    return rf"(?:{digits}|{spelt})(?:[ -]and[ -]a[ -]half)?"


# How a year is spoken: "nineteen ninety-six" has a ten and perhaps a digit, "twenty twelve" a teen.
_SPOKEN = (range(1, 10), range(10, 20), range(20, 100))


@cache
def atoms() -> dict[str, str]:
    """The atoms of the grammar by name, each a piece of a regular expression."""
    known = words()
    months = inverted(known.months)
    singular = [w for listed in known.units.values() for w in listed] + list(known.unit_multiples)
    units = singular + plurals(singular)
    parts = any_of(inverted(known.parts))
    number = _number()
    few, teens, tens = (any_of(w for w, n in known.numbers.items() if n in r) for r in _SPOKEN)
    return {
        "MONTH": rf"(?P<month>{any_of(months)})\b\.?",
        "MONTH2": rf"(?P<month2>{any_of(months)})\b\.?",
        "FULLMONTH": rf"(?P<month>{any_of(m for m in months if len(m) > 3 or m == 'may')})",
        "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "DAY2": r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)",
        "YEAR2": r"(?P<year2>(?:1[5-9]|20)\d\d)",
        "WEEKDAY": rf"(?P<weekday>{any_of(inverted(known.weekdays))})",
        "ANYDAY": rf"(?P<weekday>{any_of([*inverted(known.weekdays), *inverted(known.weekdays_short)])})\.?",
        "DAYWORD": any_of([*months, *inverted(known.weekdays)]),
        "PLAINNUMBER": number,
        "PART": rf"(?P<part>{parts})",
        "PARTS": rf"(?:{parts})s?",
        "SEASON": rf"(?P<season>{any_of(inverted(known.seasons))})",
        "UNIT": rf"(?P<unit>{any_of(units)})",
        "UNITS": rf"(?P<unit>{any_of(plurals(singular))})",
        "ONE": rf"(?P<unit>{any_of(singular)})",
        "AMOUNT": rf"(?P<amount>{number}|a couple of|couple of|half an?|{any_of(known.vague_numbers)}|another|an?)",
        "NUMBER": rf"(?P<amount>{number})",
        "MOD": rf"(?:(?:the |its |very )*(?P<mod>{any_of(inverted(known.modifiers))})[- ](?:the )?)?",
        "MODIFIER": rf"(?:the |very )*(?P<mod>{any_of(inverted(known.modifiers))})[- ](?:the )?",
        "APPROX": rf"(?:(?P<approx>{any_of(inverted(known.approximations))}) )?",
        "DIRECTION": rf"(?P<direction>{any_of(known.directions)})",
        "DISTANCE": rf"(?P<distance>{any_of(known.distances)})",
        "ORDINAL": rf"(?P<ordinal>{any_of(known.ordinals)}|\d\d?(?:st|nd|rd|th))",
        "SPOKEN": r"(?P<spoken>(?:eighteen|nineteen|twenty)[ -]"
        rf"(?:(?:{tens})(?:[ -](?:{few}))?|{teens}|oh[ -](?:{few}))"
        rf"|two thousand(?: (?:and )?(?:(?:{tens})(?:[ -](?:{few}))?|{teens}|{few}))?)",
        "AGO": r"(?P<year_ago>year-ago|year-earlier|prior-year|previous-year)",
        "PERIOD": r"(?P<period>quarter|period)",
        "QUARTERS": r"(?P<ordinal>first|second|third|fourth|final|last|1st|2nd|3rd|4th)",
        "HOUR": r"(?P<hour>1[0-2]|0?[1-9])",
        "HOUR24": r"(?P<hour>[01]?\d|2[0-3])",
        "HHMM": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)",
        "OCLOCK": r"(?P<hour>1[0-2]|[1-9])",
        "ZONE": rf"(?:,? \(?(?:{any_of(known.time_zones)})\)?)?",
        "NAMEDDAY": rf"(?P<named>{any_of(known.days_from_now)})",
        "FEAST": rf"(?P<feast>{any_of(known.feasts)})",
        "MOVING": rf"(?P<moving>{any_of(inverted(known.moving_feasts))})",
        "VAGUE": rf"(?P<vague>{any_of(inverted(known.vague))})",
        "SETWORD": rf"(?P<often>{any_of(known.sets)})",
        "CLOCKWORD": rf"(?P<clock>{any_of(known.clock_words)})",
        "DECADE": rf"(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’`]?(?P<short_decade>[2-9]0)['’]?s"
        rf"|(?P<decade_word>{any_of(known.decade_words)}))",
    }
