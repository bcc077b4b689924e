"""What a match of a time rule says: its named groups read into the fields of a ``TimeExpression``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from whosays.parse import TimeExpression, TimeUnit
from whosays.parsing.times.grammar import Kind, Rule
from whosays.parsing.times.words import amount_of, inverted, unit_of, words

Anchor = Literal["publication", "narrative"] | None

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# "two-day" numbers below are years of this century up to here: "12 Jan 90" is 1990, "3/4/21" is 2021.
_CENTURY_PIVOT = 45
_SMALLER: dict[TimeUnit, tuple[TimeUnit, int]] = {
    "hour": ("minute", 60), "day": ("hour", 24), "week": ("day", 7), "year": ("month", 12), "decade": ("year", 10),
    "century": ("year", 100),
}  # fmt: skip


class _Draw(NamedTuple):
    """The groups of a match, lower-cased; a group that the rule lacks or that did not match is empty."""

    groups: dict[str, str]

    def __call__(self, name: str) -> str:
        return self.groups.get(name, "")

    def number(self, name: str) -> int | None:
        text = self(name)
        return int(text) if text else None


class _Length(NamedTuple):
    unit: TimeUnit | None = None
    amount: float | None = None
    shift: int | None = None
    anchor: Anchor = None
    vague: str | None = None


@cache
def _months() -> dict[str, int]:
    return inverted(words().months)


@cache
def _weekdays() -> dict[str, int]:
    return {**inverted(words().weekdays), **inverted(words().weekdays_short)}


@cache
def _parts() -> dict[str, str]:
    return inverted(words().parts)


def _full_year(two_digits: str) -> int:
    short = int(two_digits)
    return (2000 if short <= _CENTURY_PIVOT else 1900) + short


def _year(draw: _Draw) -> int | None:
    if draw("year"):
        return int(draw("year"))
    if draw("yy"):
        return _full_year(draw("yy"))
    if draw("decade"):
        return int(draw("decade"))
    if draw("spoken"):
        return _spoken_year(draw("spoken"))
    decade = words().decade_words.get(draw("decade_word")) or draw.number("short_decade")
    if decade:
        return (1900 if decade >= 30 else 2000) + decade
    if draw("century"):
        return (_ordinal(draw("ordinal")) - 1) * 100
    return None


def _spoken_year(text: str) -> int:
    """ "nineteen ninety-six", "two thousand and four"."""
    first, _, rest = text.replace("-", " ").partition(" ")
    if first == "two":
        return 2000 + round(amount_of(rest.removeprefix("thousand").strip()) or 0)
    return words().numbers[first] * 100 + round(amount_of(rest.removeprefix("oh ")) or 0)


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else words().ordinals.get(word, 0)


def _date(draw: _Draw) -> tuple[int | None, int | None]:
    """Month and day; of two plain numbers the month stands first unless that cannot be."""
    if draw("first"):
        first, second = int(draw("first")), int(draw("second"))
        return (second, first) if first > 12 or draw("slash") == "." else (first, second)
    if draw("feast"):
        return words().feasts[draw("feast")]
    month = draw.number("month_number") or _months().get(draw("month"))
    return month, draw.number("day")


def _clock(draw: _Draw) -> tuple[int | None, int | None]:
    """Hour and minute on the 24-hour clock."""
    if draw("clock"):
        return words().clock_words[draw("clock")], 0
    hour = draw.number("hour")
    if hour is None:
        return None, None
    if draw("ampm"):
        hour = hour % 12 + (12 if draw("ampm").startswith("p") else 0)
    elif _parts().get(draw("part")) in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    return hour, draw.number("minute") or 0


def _part(rule: Rule, draw: _Draw) -> str | None:
    if draw("tonight"):
        return "NI"
    if draw("season"):
        return inverted(words().seasons)[draw("season")]
    if draw("portion"):
        halves = draw("portion") in ("half", "h")
        last = 2 if halves else 4
        number = last if draw("ordinal") in ("final", "last") else _ordinal(draw("ordinal"))
        return f"{'H' if halves else 'Q'}{number}" if 1 <= number <= last else None
    return None if rule.name == "clock" else _parts().get(draw("part"))


def _modifier(draw: _Draw) -> str | None:
    if draw("year_end"):
        return "END"
    if draw("mod"):
        return inverted(words().modifiers)[draw("mod")]
    return inverted(words().approximations)[draw("approx")] if draw("approx") else None


def _until(draw: _Draw, year: int | None) -> tuple[int, int, int] | None:
    day, month, last = draw.number("day2") or 0, _months().get(draw("month2"), 0), draw.number("year2") or 0
    if draw("yy2") and year is not None:
        last = year - year % 100 + int(draw("yy2"))
    if not (day or month or last):
        return None
    if day and not month:
        month = _months()[draw("month")]
    return last, month, day


def _measured(sign: int, unit: TimeUnit, amount: float, anchor: Anchor) -> _Length:
    """So many units away; a half is told in the next smaller unit."""
    if amount != int(amount) and unit in _SMALLER:
        smaller, times = _SMALLER[unit]
        return _Length(smaller, amount * times, sign * round(amount * times), anchor)
    return _Length(unit, amount, sign * round(amount), anchor)


def _amount(draw: _Draw) -> float | None:
    if draw("amount") in ("other", "second"):  # "every other week"
        return 2.0
    amount = amount_of(draw("amount"))
    return amount + 0.5 if amount is not None and draw("half") else amount


def _length(rule: Rule, draw: _Draw) -> _Length:
    """Unit, amount, shift and anchor: what is counted and from where."""
    known = words()
    named = unit_of(draw("unit") or draw("often"))
    unit, times = named or (known.sets.get(draw("often"), rule.unit), 1)
    if draw("named"):
        return _Length("day", None, known.days_from_now[draw("named")], "publication")
    if draw("year_ago"):
        return _Length("year", None, -1, "publication")
    if draw("of_year"):
        moved, anchor = known.directions.get(draw("of_year").removeprefix("the "), (0, "publication"))
        return _Length("year", None, moved, anchor)
    if draw("distance") and unit:
        sign, anchor = known.distances[draw("distance")]
        amount = _amount(draw) if draw("amount") else (1.0 if rule.name == "day-around" else None)
        if amount is None:
            return _Length(unit, None, None, anchor, "PAST_REF" if anchor == "publication" else None)
        return _measured(sign, unit, amount * times, anchor)
    if draw("direction"):
        moved, anchor = known.directions.get(draw("direction"), (-1, "publication"))
        if draw("article") and draw("direction") == "next":
            anchor = "narrative"
        amount = (amount_of(draw("amount")) if draw("amount") else 1.0) if rule.kind == "duration" else None
        return _Length(unit, amount * times if amount else None, moved * (times if amount is None else 1), anchor)
    one = unit is not None and (rule.kind == "set" or rule.name == "one-long")
    amount = _amount(draw) if draw("amount") else (1.0 if one else None)
    return _Length(unit, amount * times if amount else None, rule.shift, rule.anchor)


def _vague(draw: _Draw) -> str | None:
    return inverted(words().vague)[draw("vague")] if draw("vague") else None


def _special_unit(draw: _Draw, unit: TimeUnit | None) -> TimeUnit | None:
    if draw("decade") or draw("short_decade") or draw("decade_word"):
        return "decade"
    if draw("century"):
        return "century"
    if draw("season"):
        return "season"
    if draw("portion") and not draw("of_year"):
        return "quarter"
    return unit


def _rule_name(rule: Rule, month: int | None, day: int | None) -> str:
    """Two small numbers between strokes can be read both ways; the name keeps that."""
    both = rule.name == "numeric" and month is not None and day is not None and day <= 12 and day != month
    dotted = ".(?P<" in rule.pattern.pattern  # the rule with a choice of separators also takes "11.12.2024"
    return "numeric-either" if both and not dotted else rule.name


def reading(rule: Rule, match: re.Match[str]) -> TimeExpression | None:
    """What a match says; None when no such date exists. Token positions are still 0."""
    draw = _Draw({name: text.lower().strip(".") for name, text in match.groupdict().items() if text})
    month, day = _date(draw)
    if month is not None and not (1 <= month <= 12 and (day is None or 1 <= day <= _LONGEST_MONTHS[month - 1])):
        return None
    hour, minute = _clock(draw)
    part = _part(rule, draw)
    length = _length(rule, draw)
    year = _year(draw)
    if rule.name == "two-days" and draw.number("day2") != (day or 0) + 1:
        return None  # "on March 3 and 25" are two days, not the time between
    if draw("century") and not year:
        return None  # no calendar has the year 0
    if draw("portion") == "half" and year is None and not draw("of_year"):
        return None  # "the second half" may be a football match's
    kind: Kind = "time" if rule.kind == "date" and (hour is not None or part in words().parts) else rule.kind
    return TimeExpression(
        start=0, end=0, kind=kind, rule=_rule_name(rule, month, day), year=year, month=month, day=day,
        weekday=_weekdays().get(draw("weekday")), hour=hour, minute=minute, part=part,
        unit=_special_unit(draw, length.unit), amount=length.amount, shift=length.shift, anchor=length.anchor,
        modifier=_modifier(draw), until=_until(draw, year), vague=_vague(draw) or length.vague,
        feast=inverted(words().moving_feasts).get(draw("moving")),
    )  # fmt: skip


def joined(date: TimeExpression, clock: TimeExpression) -> TimeExpression:
    """A day and a time of that day as one expression over the words of both."""
    return msgspec.structs.replace(
        date, start=min(date.start, clock.start), end=max(date.end, clock.end), kind="time", hour=clock.hour,
        minute=clock.minute, part=clock.part or date.part, modifier=date.modifier or clock.modifier,
    )  # fmt: skip
