"""Plain English for dates, numbers, lists and quotations. Small pure functions; nothing here knows an incident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from whosays.records import Count, Interval

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LONGEST_QUOTATION = 280  # characters; the footnote has the rest


def say_day(iso: str) -> str:
    """``2024-12-11`` (or a moment on it) as "11 December 2024"."""
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_when(when: Interval) -> str:
    """When it happened, ready to follow a noun: "on 11 December 2024", "in May 2026"; empty when it is not known.

    What rests only on the day of the report is worded as that: "reported on", not "on".
    """
    if when.start is None:
        return ""
    start = date.fromisoformat(when.start[:10])
    last = _last_day(when, start)
    match when.precision:
        case "minute" | "part-of-day" | "day":
            said = f"on {say_day(when.start)}" if last <= start else say_days(when.start, last.isoformat())
        case "month":
            said = f"in {_MONTHS[start.month - 1]} {start.year}"
        case "year":
            said = f"in {start.year}"
        case "decade":
            said = f"in the {start.year}s"
        case _:
            said = say_days(when.start, last.isoformat())
    if when.basis in ("publication", "dateline"):
        return f"({'reported' if when.basis == 'publication' else 'datelined'} {said})"
    return said


def _last_day(when: Interval, start: date) -> date:
    if when.end is None:
        return start
    end = date.fromisoformat(when.end[:10])
    midnight = len(when.end) == 10 or when.end[11:16] == "00:00"
    return max(start, end - timedelta(days=1)) if midnight else end


def say_days(first: str, last: str) -> str:
    """The days from first to last, both included: "from 1 to 7 May 2026"."""
    one, other = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    if one == other:
        return f"on {say_day(first)}"
    if (one.year, one.month) == (other.year, other.month):
        return f"from {one.day} to {say_day(last)}"
    if one.year == other.year:
        return f"from {one.day} {_MONTHS[one.month - 1]} to {say_day(last)}"
    return f"from {say_day(first)} to {say_day(last)}"


def say_count(count: Count) -> str:
    """A number as it was told: "12", "at least 12", "up to 12", "12 to 15", "about 12"; empty for none."""
    about = "about " if count.approximate else ""
    if count.low is None:
        return f"up to {count.high:,}" if count.high is not None else ""
    if count.high is None:
        return f"at least {count.low:,}"
    if count.low == count.high:
        return f"{about}{count.low:,}"
    return f"{about}{count.low:,} to {count.high:,}"


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The words without repeats, in the order they came."""
    return tuple(dict.fromkeys(w for w in words if w))


def quoted(words: str) -> str:
    """The words in quotation marks, with the marks that stand inside as inner ones, cut at a word when very long."""
    plain = " ".join(words.split()).strip().removeprefix("that ")
    if whole := _QUOTED.fullmatch(plain):  # the report's own marks round all of it say no more than ours
        plain = whole.group(1)
    if len(plain) > _LONGEST_QUOTATION:
        plain = plain[:_LONGEST_QUOTATION].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    inner = re.sub(r'["“](.*?)["”]', r"‘\1’", plain)
    inner = inner.replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"“{inner.rstrip('.,;:') if not inner.endswith('…') else inner}”"


_QUOTED = re.compile(r"""["“]([^"“”]*)["”]""")


# Words that a name does not begin with.
_SMALL = (
    "The|A|An|One|Some|Several|Two|Three|Many|Most|Both|Other|Another|Its|His|Her|Their|Our|Dozens|Hundreds|Thousands"
)


def inside(name: str) -> str:
    """A name as it stands inside a sentence: "The Taliban" becomes "the Taliban"."""
    return re.sub(rf"^({_SMALL})(?= )", lambda m: m[0].lower(), " ".join(name.split()))


def sentence(*parts: str) -> str:
    """The parts joined to a sentence: single spaces, a capital at its start, one full stop at its end."""
    joined = " ".join(part for part in parts if part)
    joined = re.sub(r"\s+([,.;:])", r"\1", " ".join(joined.split())).rstrip(" ,;:")
    joined = joined[:1].upper() + joined[1:]
    return joined if joined.endswith((".", ".”", ".’”")) else f"{joined}."
