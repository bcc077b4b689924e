"""Periods of an account: the quarter that a text is about, told once and then meant by "the quarter" or "a year ago".

"Losses fell in the third quarter from 40 a year ago": a year ago is that quarter of the year before.
"""

from __future__ import annotations

from datetime import date

from whosays.parse import TimeExpression
from whosays.records import Interval
from whosays.resolving.dates.calendar import Stretch, moved, part_of_year, years_of

# So many sentences on, an account is still about the period that it named.
PERIOD_REACH = 8
_COUNTED = frozenset({"distance", "day-around"})


def period_told(expression: TimeExpression, interval: Interval, written: str | None) -> str | None:
    """The quarter that an expression names as what the text is about, as TIMEX3 writes it ("2024-Q3").

    A quarter that another one is compared with, or that is not over when the text is written, is not.
    """
    compared = expression.unit == "year" and expression.shift == -1
    named = expression.rule == "quarter" and interval.precision == "quarter" and not compared
    over = written is None or (interval.end is not None and interval.end <= written)
    return interval.value[:7] if named and over else None


def is_year_before(expression: TimeExpression) -> bool:
    """Whether an expression says "a year ago" or "a year earlier"."""
    return expression.rule in _COUNTED and expression.unit == "year" and expression.shift == -1


def again(expression: TimeExpression, period: str | None, written: date | None) -> Stretch | None:
    """The quarter that "the quarter", "the year-ago period" or "the 2023 quarter" means; None when nobody told one.

    Args:
        expression: one of the rule ``again``, or one that is :func:`is_year_before`.
        period: the quarter told last.
        written: the day of writing: the latest quarter is the last that was over by then.
    """
    shift = -1 if expression.shift == -1 else 0
    if period is not None:
        return part_of_year(expression.year or int(period[:4]) + shift, period[5:])
    if expression.year is not None:
        return years_of(expression.year)
    if written is None:
        return None
    return years_of(written.year - 1) if shift else moved("quarter", written, -1)
