"""Datelines: "KABUL, Dec 11 (Reuters) - " in the many forms that agencies, papers and radio monitors use."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from whosays.reading import moments, outlets

_LONGEST = 140
_SEPARATOR = re.compile(r"\s*(?:—|–|--+)\s*|\s+-\s*|(?<=[)\]])-\s*|:\s+")
_AGENCY = re.compile(r"\s*[(\[](?P<name>[^()\[\]\n]{2,60})[)\]]\s*")
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH_DAY = rf"{moments.MONTH}\s+{_NUMBER}(?:,?\s+\d{{4}})?"
_DAY_MONTH = rf"{_NUMBER}\s+{moments.MONTH}(?:,?\s+'?\d{{2}}(?:\d{{2}})?)?"
_DATE_TAIL = re.compile(
    rf"(?:,\s*|\s+|^)(?P<date>NO DATE|(?:{moments.WEEKDAY},?\s+)?(?:{_MONTH_DAY}|{_DAY_MONTH})|\d{{4}}-\d\d-\d\d"
    rf"|{moments.WEEKDAY})$",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"[A-ZÀ-ÞŠŽČĆŁŚİ'’][\w.'’ʻ-]*")
_PLACE_SMALL = frozenset("de la el al los las del of the and du es sur upon bin y na ON OF THE AND".split())


@dataclass(frozen=True)
class Dateline:
    """A dateline's parts; ``end`` is the offset behind its separator."""

    place: str | None
    date: str | None
    origin: str | None
    end: int


def find(text: str, start: int) -> Dateline | None:
    """The dateline that begins at ``start``: place, date and agency in any of their usual combinations.

    Capitals alone tell a place only where the text is not all in capitals; without them there must be a date
    or an agency, so that "Minister: ..." or "Hamas - the group ..." stays what it is.
    """
    line_end = text.find("\n", start)
    window = text[start : min(start + _LONGEST, len(text) if line_end < 0 else line_end)]
    for separator in _SEPARATOR.finditer(window):
        if not separator.group().strip() or not window[separator.end() :].strip():
            continue
        parsed = _pieces(window[: separator.start()], shouting=_all_capitals(text))
        if parsed is not None:
            return _with_agency(text, replace(parsed, end=start + separator.end()))
    return None


def _with_agency(text: str, line: Dateline) -> Dateline:
    """The agency may stand behind the separator: "KABUL: (AFP) Three people ..."."""
    agency = _AGENCY.match(text, line.end)
    name = outlets.wire(agency["name"]) if agency else None
    if agency is None or name is None:
        return line
    separator = _SEPARATOR.match(text, agency.end())
    return replace(line, origin=line.origin or name, end=separator.end() if separator else agency.end())


def _pieces(words: str, *, shouting: bool) -> Dateline | None:
    origin, rest = _agency_off(words.strip())
    date_tail = _DATE_TAIL.search(rest)
    place = rest[: date_tail.start()] if date_tail else rest
    place = place.strip(" ,")
    if not place:
        return Dateline(None, None, origin, 0) if origin and not date_tail else None
    if not _is_place(place):
        return None
    first = re.split(r"[,/(]", place)[0].strip()
    capitals = not shouting and first.isupper() and len(first) > 2
    initials = first in outlets.knowledge().initials or place.lower() in outlets.knowledge().labels
    if not (date_tail or origin or (capitals and not initials)):
        return None
    return Dateline(place, moments.dateline(date_tail["date"]) if date_tail else None, origin, 0)


def _agency_off(words: str) -> tuple[str | None, str]:
    """The agency in brackets at the end of ``words``, and the words without it.

    In a dateline any name in brackets is its agency, except a country behind its city: "PANAMA CITY (PANAMA)".
    """
    match = re.search(r"\s*[(\[](?P<name>[^()\[\]]{2,60})[)\]]$", words)
    if match is None:
        return None, words
    name = match["name"].strip()
    known = outlets.wire(name) or outlets.outlet(name)
    before = words[: match.start()]
    if known or _DATE_TAIL.search(before):
        return known or name, before
    return None, words


def _is_place(words: str) -> bool:
    parts = [part.split() for part in re.split(r"[,/()]|\s(?:and|AND)\s", words) if part.strip()]
    if not 1 <= len(parts) <= 4 or any(len(part) > 6 for part in parts):
        return False
    return all(part[0][0].isupper() and all(_placelike(word) for word in part) for part in parts)


def _placelike(word: str) -> bool:
    return CAPITALISED.fullmatch(word) is not None or word in _PLACE_SMALL


def _all_capitals(text: str) -> bool:
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum(char.islower() for char in letters) < 0.05 * len(letters)
