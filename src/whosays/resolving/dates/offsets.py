"""Days counted from another deed's: "arrested him on Friday, | two days after | a bomb had killed six"."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from whosays.parse import Parse
from whosays.records import Interval, Span

_DAYS = {"day": 1, "week": 7}
_SHORT = frozenset({"hour", "minute", "moment", "second"})  # the same day, as far as anybody tells
_LONG = frozenset({"month", "year", "decade", "weekend", "season"})
_ONE = frozenset({"a", "an", "one"})


def offset(parse: Parse, head: int, span: Span) -> int | None:
    """By how many days the deed at ``head`` was later than a day told outside its clause; None where nobody can say."""
    told = parse.tokens_of(span)[0]
    for clause in (parse.tokens[head], *parse.ancestors(head)):
        below = parse.subtree(clause.i)
        if told in below:
            return 0
        for i in below:
            word, unit = parse.tokens[i].lower, parse.tokens[i - 1].lemma.lower() if i else ""
            if word not in {"after", "before"} or i > clause.i or unit in _SHORT:
                continue
            if unit in _LONG:
                return None
            if unit in _DAYS:
                many = _amount(parse, i - 1)
                return None if many is None else many * _DAYS[unit] * (1 if word == "before" else -1)
    return 0


def _amount(parse: Parse, unit: int) -> int | None:
    """How many of the unit: "two days", "a day"; None for "several days", "a few days", "days"."""
    for time in parse.times:
        if time.kind == "duration" and time.start <= unit < time.end and time.amount is not None:
            return round(time.amount)
    return 1 if unit and parse.tokens[unit - 1].lower in _ONE and parse.tokens[unit].tag == "NN" else None


def shifted(when: Interval, days: int) -> Interval | None:
    """The day so many days on; None where no single day is told."""
    if not days:
        return when
    if when.start is None or when.precision != "day":
        return None
    day = date.fromisoformat(when.start[:10])
    if not timedelta(0) < day - date(1, 1, 8) < date(9999, 1, 1) - date(1, 1, 8):
        return None
    start = day + timedelta(days=days)
    return msgspec.structs.replace(
        when,
        start=start.isoformat(),
        end=(start + timedelta(days=1)).isoformat(),
        value=start.isoformat(),
        basis="relative",
        anchor=day.isoformat(),
        candidates=(),
    )
