"""The vocabulary of time, read once from ``data/ontology/times.yaml``: what a month, a unit or "ago" means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.parse import TimeUnit

K = TypeVar("K")
Feast = Literal[
    "easter", "good-friday", "easter-monday", "orthodox-easter", "thanksgiving", "ramadan", "eid-al-fitr",
    "eid-al-adha", "ashura",
]  # fmt: skip
From = Literal["publication", "narrative"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class KnownDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day that is known by its date: in front of one of the words ``before`` it means the one of ``year``."""

    month: int
    day: int
    year: int
    before: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file as it stands; the comments there say what each list is for."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    weekdays_short: dict[int, tuple[str, ...]]
    units: dict[TimeUnit, tuple[str, ...]]
    irregular_plurals: dict[str, str]
    unit_multiples: dict[str, tuple[TimeUnit, int]]
    parts: dict[str, tuple[str, ...]]
    clock_words: dict[str, int]
    time_zones: tuple[str, ...]
    seasons: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    vague_numbers: tuple[str, ...]
    ordinals: dict[str, int]
    decade_words: dict[str, int]
    modifiers: dict[str, tuple[str, ...]]
    approximations: dict[str, tuple[str, ...]]
    directions: dict[str, tuple[int, From]]
    distances: dict[str, tuple[int, From]]
    days_from_now: dict[str, int]
    vague: dict[str, tuple[str, ...]]
    sets: dict[str, TimeUnit]
    known_days: tuple[KnownDay, ...]
    feasts: dict[str, tuple[int, int]]
    moving_feasts: dict[Feast, tuple[str, ...]]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    named_after_days: tuple[str, ...]
    year_after: tuple[str, ...]
    year_determiners: tuple[str, ...]
    year_joiners: tuple[str, ...]
    month_after: tuple[str, ...]
    season_after: tuple[str, ...]
    ambiguous_months: tuple[str, ...]
    period_after: tuple[str, ...]
    papers: tuple[str, ...]
    kinds_of: tuple[str, ...]
    length_after: tuple[str, ...]
    not_years_before: tuple[str, ...]


@cache
def words() -> Words:
    """The vocabulary, read on first use.

    Raises:
        KnowledgeError: the file does not hold what the grammar needs.
    """
    text = (files("whosays") / "data" / "ontology" / "times.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), Words)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"times.yaml cannot be used: {error}. Mend the entry that is named.") from error


def inverted(table: Mapping[K, Iterable[str]]) -> dict[str, K]:
    """From each word of a table to its key."""
    return {word: key for key, listed in table.items() for word in listed}


@cache
def unit_of(word: str) -> tuple[TimeUnit, int] | None:
    """The unit that a lower-cased word names, singular or plural, and how many of it; None for any other word."""
    known = words()
    if word in known.unit_multiples:
        return known.unit_multiples[word]
    for unit, listed in known.units.items():
        for singular in listed:
            if word in (singular, singular + "s", known.irregular_plurals.get(singular)):
                return unit, 1
    multiple = known.unit_multiples.get(word.removesuffix("s"))
    return multiple if multiple else None


def amount_of(text: str) -> float | None:
    """The number that words or digits name ("two and a half", "1,200", "twenty-four"); None where it is left open."""
    low = text.lower().replace(",", "").replace("½", " 1/2").strip()
    if low in words().vague_numbers:
        return None
    if low.startswith("half"):
        return 0.5
    if low in ("a couple of", "a couple", "couple of", "both"):
        return 2.0
    extra = 0.0
    for ending in (" and a half", "-and-a-half", " 1/2", "-1/2"):
        if low.endswith(ending):
            extra, low = 0.5, low.removesuffix(ending)
    total = 0.0
    for piece in low.replace("-", " ").split():
        if piece in ("a", "an", "another", "and"):
            total = total or float(piece != "and")
        elif piece in words().numbers:
            number = words().numbers[piece]
            total = max(total, 1) * number if number >= 100 else total + number
        elif piece.replace(".", "", 1).isdigit():
            total += float(piece)
        else:
            return None
    return total + extra
