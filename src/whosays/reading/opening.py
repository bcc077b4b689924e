"""What stands before the reporting itself: title, source prefix, byline, date and dateline.

Everything is found by position in the report's final text, so nothing is cut away and offsets stay true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from whosays.reading import datelines, moments, outlets

_TITLE_LONGEST = 160
_TITLE_FEWEST = 3

_SLUG = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*\d[A-Z0-9-]*(?: \([A-Z][A-Z .&-]{1,30}\))?")
_PREFIX = re.compile(r"(?P<name>[^\n:.,;!?\"“”]{2,60}?)(?::\s+|\s+[—–]\s+)(?=[\"“'‘(\[]?[A-Z0-9À-Þ])")
_DATED_LINE = re.compile(
    r"(?:(?P<label>published|posted|issued|date)(?:\s+(?:on|at))?:?\s+)?(?P<when>.*\d{4}.*)", re.IGNORECASE
)
_PASSED_LINE = re.compile(r"(?:last\s+)?(?:updated|modified)\b.{0,60}|\d+\s+min(?:ute)?s?\s+read", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:FILE(?: PHOTO)?\s*[-—–:]\s.*|.*[(\[](?:\w+ )?[Pp]hoto(?:[/:]| by )[^()\[\]]*[)\]]|(?:Photo|Image|Credit): .*)"
)
_BYLINE = re.compile(r"[Bb][Yy]:?\s+(?P<names>\S.*)")
_BYLINE_TAIL = re.compile(r"\s(?:in|for|IN|FOR)\s")
_BYLINE_PLACE = re.compile(r"\s(?:in|IN)\s+(?P<place>[^,|]+?)(?=,|\||\s(?:for|FOR)\s|\.?$)")
_BYLINE_OUTLET = re.compile(r"\s(?:for|FOR)\s+(?P<outlet>[^,|]+?)\.?$")
_SMALL = frozenset("and in for with of de da del van von der den bin ibn al el la le du AND IN FOR WITH OF".split())

_TAG = re.compile(r"\[(?P<words>[^\[\]\n]{2,120})\]\s*")
_TAG_WORDS = frozenset(
    "TEXT REPORT EXCERPT EXCERPTS COMMUNIQUE EDITORIAL COMMENTARY SUMMARY AUTHOR INTERVIEW SPEECH STATEMENT".split()
)


@dataclass(frozen=True)
class Opening:
    """What the opening tells; ``body`` is the offset where the reporting begins."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    origin: str | None = None
    dateline: str | None = None
    date: str | None = None
    published: str | None = None
    body: int = 0


def find(text: str, title: str | None) -> Opening:
    """The opening of a cleaned text; ``title`` is its first line where it is already known to be one."""
    found = _past_slug(text)
    if title is not None:
        found = replace(found, title=title, body=_behind(text, len(title)))
    else:
        found = _prefixed(text, found)
        found = _titled(text, found)
    while (after := _line(text, found)) is not None:
        found = after
    return _datelined(text, _prefixed(text, found))


def begins(line: str) -> bool:
    """Whether the reporting's own opening, a byline or a dateline, stands at the beginning of ``line``."""
    return _byline(line.strip()) is not None or datelines.find(line.strip(), 0) is not None


def _past_slug(text: str) -> Opening:
    """Step over an archive's running number, such as "ABC-0001 (XYZ)", on a line of its own."""
    first, _, rest = text.partition("\n")
    return Opening(body=_behind(text, len(first))) if rest and _SLUG.fullmatch(first) else Opening()


def _prefixed(text: str, found: Opening) -> Opening:
    """Take "RASC News Agency: ..." for what it is; a second such name is the first publisher, not the last."""
    match = _PREFIX.match(text, found.body)
    name = outlets.outlet(match["name"].strip()) if match else None
    if match is None or name is None:
        return found
    if found.publisher is not None:
        return replace(found, origin=outlets.wire(name) or name, body=match.end())
    return replace(found, publisher=name, body=match.end())


def _titled(text: str, found: Opening) -> Opening:
    """A first line that is short, ends no sentence, and has the report below it is the title."""
    end = text.find("\n", found.body)
    line = text[found.body : max(end, 0)].strip()
    if not line or len(line) > _TITLE_LONGEST or len(line.split()) < _TITLE_FEWEST:
        return found
    if line[-1] in ".,;:…" or _reads_as_opening(text, found.body, line):
        return found
    return replace(found, title=line, body=_behind(text, end))


def _reads_as_opening(text: str, start: int, line: str) -> bool:
    return bool(datelines.find(text, start)) or bool(_byline(line)) or bool(_date_of(line))


def _line(text: str, found: Opening) -> Opening | None:
    """Step over one line of its own that tells who wrote and when, or None when the next line is none such."""
    end = text.find("\n", found.body)
    if end < 0:
        return None
    line = text[found.body : end].strip()
    after = _behind(text, end)
    if written := _byline(line):
        return replace(written, **_kept(found), body=after)
    if day := _date_of(line):
        return replace(found, published=found.published or day, body=after)
    if _PASSED_LINE.fullmatch(line) or _CAPTION.fullmatch(line):
        return replace(found, body=after)
    bare = line.strip("()[]|— ")
    if (wire := outlets.wire(bare)) is not None:
        return replace(found, origin=found.origin or wire, body=after)
    return None


def _kept(found: Opening) -> dict[str, str | None]:
    """What a byline's line must not overwrite."""
    told = {"title": found.title, "publisher": found.publisher, "published": found.published, "origin": found.origin}
    return {name: value for name, value in told.items() if value is not None}


def _byline(line: str) -> Opening | None:
    """Who wrote it, in "By Jane Doe", "By A. Khan and B. Lee in Kabul", "By Reuters"."""
    match = _BYLINE.fullmatch(line)
    words = match["names"].rstrip(".").split() if match else []
    if not match or not 1 <= len(words) <= 14:
        return None
    if not all(datelines.CAPITALISED.match(word) or word.strip(",|") in {*_SMALL, ""} for word in words):
        return None
    parts = [part.strip() for part in re.split(r",|\|", _BYLINE_TAIL.split(match["names"].rstrip(" ."))[0])]
    employer = _BYLINE_OUTLET.search(match["names"])
    named = employer["outlet"] if employer else next(filter(outlets.outlet, parts), "")
    people = [part for part in parts if part and not outlets.outlet(part)]
    if not named and not any(len(part.split()) > 1 for part in people):
        return None
    wire = outlets.wire(named)
    place = _BYLINE_PLACE.search(line)
    return Opening(
        byline=", ".join(people) or None,
        dateline=place["place"] if place else None,
        origin=wire,
        publisher=None if wire else outlets.outlet(named),
    )


def _date_of(line: str) -> str | None:
    """The publication date on a line of its own, with or without "Published"."""
    match = _DATED_LINE.fullmatch(line)
    return moments.published(match["when"]) if match and len(line) <= 60 else None


def _datelined(text: str, found: Opening) -> Opening:
    line = datelines.find(text, found.body)
    if line is None:
        return found
    origin, body = _past_tags(text, line.end)
    return replace(
        found,
        dateline=line.place or found.dateline,
        date=line.date,
        origin=found.origin or line.origin or origin,
        body=body,
    )


def _past_tags(text: str, start: int) -> tuple[str | None, int]:
    """Step over "[REPORT] [SOME COMMITTEE] [TEXT]" of monitored broadcasts; the named source is the origin."""
    origin = None
    while tag := _TAG.match(text, start):
        words = tag["words"].strip()
        if origin is None and words.split()[0].strip(",") not in _TAG_WORDS:
            origin = words
        start = tag.end()
    return origin, start


def _behind(text: str, end: int) -> int:
    """The offset of the first character behind ``end`` that is no space."""
    return next((at for at in range(end, len(text)) if not text[at].isspace()), len(text))
