"""How the desk says things: titles of incidents, codes in words, addresses. Small pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

from whosays.briefing import phrases
from whosays.briefing.wording import say_day, say_when
from whosays.records import Count, Interval

STATUS_WORDS = {
    "happened": "happened",
    "ongoing": "under way",
    "habitual": "recurring",
    "planned": "planned",
    "attempted": "attempted",
    "threatened": "threatened",
    "demanded": "demanded",
    "hypothetical": "a possibility",
    "negated": "said not to have happened",
}

CONFLICT_WORDS = {"contradiction": "contradiction", "update": "later figure", "scope": "other scope"}

PRECISION_WORDS = {
    "town": "a town: the mark stands on it",
    "district": "only the district is told: the mark stands at its middle",
    "province": "only the province is told: the mark stands at its middle",
    "country": "only the country is told: the mark stands at its middle",
    "region": "only a region is told: the mark stands at its middle",
}


def day(iso: str | None) -> str:
    """A day, month or year as it is known: "14 May 2024", "May 2024", "2024"; what is no date stays as it is."""
    if not iso:
        return "no date"
    try:
        said = say_day(f"{iso}-01-01" if len(iso) == 4 else f"{iso}-01" if len(iso) == 7 else iso)
    except ValueError:
        return iso
    return said.rsplit(" ", 1)[1] if len(iso) == 4 else said.split(" ", 1)[1] if len(iso) == 7 else said


def deed(type_: str, mode: str | None) -> str:
    """A class and mode of events as a thing, without its article: "suicide attack", "multilateral meeting"."""
    words = phrases.load().deeds.get(type_)
    if words is None:
        return type_.lower()
    return words.of(mode).noun.removeprefix("a ").removeprefix("an ")


def deeds(type_: str) -> str:
    """A class of events in the plural: "attacks"."""
    words = phrases.load().deeds.get(type_)
    return words.things if words else type_.lower()


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def incident_title(type_: str, mode: str | None, place: str | None, when: str | None) -> str:
    """What to call an incident: "Suicide attack, Peshawar, 14 May 2024"."""
    return ", ".join(p for p in (capital(deed(type_, mode)), place, say_day(when) if when else None) if p)


def interval(when: Interval) -> str:
    """When, with its precision and basis left to :func:`basis`; "day not told" where there is none."""
    said = say_when(when).strip("()")
    return said.removeprefix("on ").removeprefix("reported on ").removeprefix("datelined on ") or "day not told"


def basis(when: Interval) -> str:
    """On what a day rests, in words for a reader."""
    return {
        "explicit": "the day is told",
        "weekday": "counted from a weekday",
        "relative": "counted from words like “yesterday”",
        "dateline": "the day of the dateline",
        "publication": "the day of publication, no other is told",
        "inherited": "taken over from the sentences before",
        "none": "no day is told",
    }[when.basis]


def count(told: Count) -> str:
    """A number as it was told, short: "12", "≥ 12", "≤ 12", "12–15", "≈ 12"."""
    about = "≈ " if told.approximate else ""
    if told.low is None:
        return f"≤ {told.high:,}" if told.high is not None else "?"
    if told.high is None:
        return f"≥ {told.low:,}"
    return f"{about}{told.low:,}" if told.low == told.high else f"{about}{told.low:,}–{told.high:,}"


def with_names(words: str, names: Mapping[str, str]) -> str:
    """Words with names in the place of ids: "PAK:force:police: denied" becomes "Pakistani police: denied"."""
    told = [re.escape(i) for i in sorted(names, key=len, reverse=True) if i in words]
    if not told:
        return words
    return re.sub(rf"(?<![\w:-])(?:{'|'.join(told)})(?![\w-]|:\w)", lambda found: names[found[0]], words)


def span_of(low: int | None, high: int | None) -> str:
    """The lowest and highest number that anybody gives, as "11–15"; empty for none."""
    if low is None and high is None:
        return ""
    if low is None or high is None or low == high:
        return f"{low if low is not None else high:,}"
    return f"{low:,}–{high:,}"


def in_path(identifier: str) -> str:
    """An id as it stands in an address."""
    return quote(identifier, safe=":")


def in_query(**values: object) -> str:
    """What stands behind the question mark; what is None or empty is left out."""
    return urlencode({name: value for name, value in values.items() if value not in (None, "")})


def safe_address(url: str | None) -> str | None:
    """A report's own address where a browser may follow it: http or https, and nothing that runs."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
