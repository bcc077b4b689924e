"""The set lists of MUC-4 beside our words, and how words are looked for in them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import yaml

_FILE = Path(__file__).resolve().parent.parent / "muc4.yaml"
_FIRST = re.compile(r"^(the|a|an|some|about|another)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w-]+")
Template = dict[str, list[str]]

# The slots as the official format writes them, in order.
SLOTS: tuple[tuple[str, str], ...] = (
    ("date", "2.  INCIDENT: DATE"),
    ("location", "3.  INCIDENT: LOCATION"),
    ("type", "4.  INCIDENT: TYPE"),
    ("stage", "5.  INCIDENT: STAGE OF EXECUTION"),
    ("instrument", "6.  INCIDENT: INSTRUMENT ID"),
    ("instrument-type", "7.  INCIDENT: INSTRUMENT TYPE"),
    ("category", "8.  PERP: INCIDENT CATEGORY"),
    ("individual", "9.  PERP: INDIVIDUAL ID"),
    ("organization", "10. PERP: ORGANIZATION ID"),
    ("confidence", "11. PERP: ORGANIZATION CONFIDENCE"),
    ("thing", "12. PHYS TGT: ID"),
    ("thing-type", "13. PHYS TGT: TYPE"),
    ("thing-number", "14. PHYS TGT: NUMBER"),
    ("thing-nation", "15. PHYS TGT: FOREIGN NATION"),
    ("thing-effect", "16. PHYS TGT: EFFECT OF INCIDENT"),
    ("thing-total", "17. PHYS TGT: TOTAL NUMBER"),
    ("name", "18. HUM TGT: NAME"),
    ("description", "19. HUM TGT: DESCRIPTION"),
    ("person-type", "20. HUM TGT: TYPE"),
    ("person-number", "21. HUM TGT: NUMBER"),
    ("person-nation", "22. HUM TGT: FOREIGN NATION"),
    ("person-effect", "23. HUM TGT: EFFECT OF INCIDENT"),
    ("person-total", "24. HUM TGT: TOTAL NUMBER"),
)


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The set lists of MUC-4 beside our words, as ``muc4.yaml`` holds them."""

    modes: dict[str, str]
    triggers: dict[str, list[str]]
    stages: dict[str, str]
    confidence: dict[str, str]
    instruments: dict[str, list[str]]
    modes_instrument: dict[str, str]
    buildings: dict[str, list[str]]
    others: list[str]
    people: dict[str, list[str]]
    sectors: dict[str, str]
    effects_people: dict[str, str]
    destroyed: list[str]
    damaged: list[str]
    features: dict[str, str]
    of_interest: list[str]
    countries: dict[str, str]
    under_arms: list[str]
    vague: list[str]
    place_words: dict[str, str]
    titles: list[str]
    no_targets: list[str]
    done_to: list[str]
    attackers: list[str]
    pointing: list[str]
    claiming: list[str]
    suspecting: list[str]
    forces: list[str]
    hints: list[str]


@functools.cache
def lists() -> Lists:
    """The tables of ``muc4.yaml``."""
    return msgspec.convert(yaml.safe_load(_FILE.read_text(encoding="utf-8")), Lists)


def bare(words: str) -> str:
    """Words in one line, without a leading article and without quotation marks, which fills are put into."""
    return _POSSESSIVE.sub("", _FIRST.sub("", " ".join(words.replace('"', " ").split())).strip(" ,"))


def unpointed(words: str) -> str:
    """Words without what only points or hedges before them: "these men", "alleged guerrillas", "a second bomb"."""
    told = words.split()
    while len(told) > 1 and told[0].lower() in lists().pointing:
        told = told[1:]
    return " ".join(told)


def listed(words: str, table: Mapping[str, Sequence[str]]) -> str | None:
    """The first list of the table with a word or phrase that stands in ``words``."""
    spaced = plain(words)
    return next((key for key, hits in table.items() if any(plain(hit) in spaced for hit in hits)), None)


def has(words: str, hits: Iterable[str]) -> bool:
    """Whether one of the words or phrases stands in ``words``."""
    spaced = plain(words)
    return any(plain(hit) in spaced for hit in hits)


def plain(words: str) -> str:
    """Lower-case words between single spaces, one at either end, apostrophes dropped."""
    return f" {' '.join(_NO_WORD.split(words.lower().replace(chr(39), '')))} ".replace("  ", " ")


def once(words: Iterable[str]) -> list[str]:
    """Each of the words once, in order."""
    return list(dict.fromkeys(w for w in words if w))


def quoted(words: str) -> str:
    """A fill of the text's own words."""
    return f'"{words.upper()}"'
