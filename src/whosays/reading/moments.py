"""Dates as archives and newspapers write them, made ISO 8601.

A publication date is kept as ``2024-12-13``, or to the minute with the offset that was told
(``2024-12-13T10:30Z``, ``2024-12-13T10:30+04:30``, without offset when none was told), so that its first ten
characters are always the day as the publisher counted it. A dateline's date whose year is not told is kept in
the truncated form ``--12-11``; a weekday alone gives none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

FORMS = 'Write it as 2024-12-13, as 2024-12-13T10:30Z or as "13 December 2024".'

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"(?:{WEEKDAY},?\s+)?(?:(?P<m1>{MONTH})\s+{_DAY.format('d1')}(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|{_DAY.format('d2')}\s+(?P<m2>{MONTH})(?:,?\s+(?P<y2>\d{{4}}|'?\d{{2}}))?)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YMD = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_TIME = re.compile(
    r",?\s*(?:at\s+|-\s*|\|\s*)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*\(?(?P<zone>[A-Z]{1,5}|[+-]\d{2}:?\d{2})?\)?",
    re.IGNORECASE,
)
_ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_ZONE = re.compile(r"\s*(?:UTC|GMT|Z)$|\s+(?P<offset>[+-]\d\d:?\d\d)$")
_MAIL = re.compile(rf"(?:{WEEKDAY},?\s+)?\d{{1,2}}\s+{MONTH}\s+\d{{2,4}}\s+\d\d:\d\d", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def published(text: str) -> str | None:
    """The moment that ``text`` tells, in the form of the module's docstring; None where it tells none."""
    text = " ".join(text.split()).strip(" .")
    return _iso(text) or _mail(text) or _words(text) or _numbers(text)


def dateline(text: str) -> str | None:
    """The day of a dateline ("Dec 11", "12 JAN 90", "11 December 2024"): ISO, or ``--MM-DD`` without a year."""
    found = _WRITTEN.fullmatch(text.strip(" ."))
    if found is None:
        return _iso(text.strip())
    year, month, day = _parts(found)
    if year is None:
        return f"--{month:02}-{day:02}" if _exists(2000, month, day) else None
    return date(year, month, day).isoformat() if _exists(year, month, day) else None


def _iso(text: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d|\d{8}(?:T|$)", text):
        return None
    try:
        moment = datetime.fromisoformat(_ZONE.sub(lambda zone: zone["offset"] or "Z", text))
    except ValueError:
        return None
    return _told(moment) if _ISO_MINUTE.match(text) or "T" in text else moment.date().isoformat()


def _mail(text: str) -> str | None:
    """RFC 822, as feeds write it: "Fri, 13 Dec 2024 10:30:00 GMT"."""
    if not _MAIL.match(text):
        return None
    try:
        return _told(parsedate_to_datetime(text))
    except ValueError:
        return None


def _words(text: str) -> str | None:
    """ "December 13, 2024", "13 Dec 2024 10:30 GMT", "Friday, December 13, 2024 at 4.15 pm"."""
    found = _WRITTEN.match(text)
    if found is None:
        return None
    year, month, day = _parts(found)
    if year is None or not _exists(year, month, day):
        return None
    rest = text[found.end() :]
    if not rest:
        return date(year, month, day).isoformat()
    time = _TIME.fullmatch(rest)
    return _with_time(date(year, month, day), time) if time else None


def _with_time(day: date, time: re.Match[str]) -> str | None:
    hour = int(time["hour"])
    half = (time["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = (time["zone"] or "").upper()
    if zone.isalpha():  # a zone by its letters ("IST") is of several countries: no offset is better than a wrong one
        zone = "+00:00" if zone in ("UTC", "GMT", "Z") else ""
    try:
        return _told(datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:{time['minute']}{zone}"))
    except ValueError:
        return None


def _numbers(text: str) -> str | None:
    """Figures only. "03/04/2024" is two dates, so it is none; above 12 the day gives itself away."""
    if _EPOCH.fullmatch(text):
        return _told(datetime.fromtimestamp(int(text[:10]), UTC))
    if found := _YMD.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return date(year, month, day).isoformat() if _exists(year, month, day) else None
    if found := _NUMERIC.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        if first != second and first <= 12 and second <= 12:
            return None
        day, month = (first, second) if first > 12 or first == second else (second, first)
        return date(year, month, day).isoformat() if _exists(year, month, day) else None
    return None


def _told(moment: datetime) -> str:
    # Midnight to the second is how a field made for times holds a date.
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    text = moment.strftime("%Y-%m-%dT%H:%M")
    if moment.tzinfo is None:
        return text
    offset = moment.isoformat()[-6:]
    return text + ("Z" if offset == "+00:00" else offset)


def _parts(found: re.Match[str]) -> tuple[int | None, int, int]:
    month = _MONTHS[(found["m1"] or found["m2"])[:3].lower()]
    day = int(found["d1"] or found["d2"])
    year = found["y1"] or found["y2"]
    return (_full_year(year.lstrip("'")) if year else None), month, day


def _full_year(digits: str) -> int:
    """Two figures are of 1970 to 2069: wire copy of the last century wrote "12 JAN 90"."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return 1900 + year if year >= 70 else 2000 + year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
