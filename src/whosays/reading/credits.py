"""Whose words a text carries, told at its end: "(Reporting by ...; Editing by ...)", "(AFP)", "With AP"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whosays.reading import outlets

_LINES = 3
_LONGEST = 300
_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional\s+)?reporting by (?P<names>[^;()\[\]]+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_WITH = re.compile(
    r"[(\[]?\s*with(?: inputs?| reporting| material)?(?: from| by)?\s+(?P<name>[^()\[\].]+?)[.)\]\s]*", re.IGNORECASE
)
_SOURCE = re.compile(
    r"[(\[]?\s*(?:source|courtesy(?: of)?|credit|via|copyright|©|this (?:story|article|report) (?:was )?"
    r"(?:first |originally )?(?:published|appeared|reported) (?:by|in|on))\s*:?\s*(?:\d{4}\s+)?"
    r"(?P<name>[^()\[\].|]+?)(?:,?\s+\d{4})?[.)\]\s]*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[(\[](?P<bracketed>[^()\[\]]{2,60})[)\]]|[—–-]{1,2}\s*(?P<dashed>[^()\[\].]{2,60}))\s*\.?")
_ENDING = re.compile(r"[.!?”\"]\s+(?P<credit>[(\[][^()\[\]\n]{2,60}[)\]])\s*$")
# Behind the last sentence, without brackets: "... was shut. — AFP", "... was shut. Source: Xinhua".
_BEHIND = re.compile(
    r"[.!?”\"]\s+(?:[—–-]{1,2}\s*|(?:source|courtesy|credit|via)\s*:\s*)?(?P<name>[A-Z][^().!?:\n]{1,40}?)\.?\s*$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"[(\[]?\s*(?:copyright|©)[\s©(c)]*(?:\d{4})?,?\s*(?:by\s+)?(?P<name>[^().,|]+?)[.,]?\s+all rights reserved\b.*",
    re.IGNORECASE | re.DOTALL,
)
_PLACE_TAIL = re.compile(r"\s+(?:in|from)\s+[A-Z].*", re.DOTALL)


@dataclass(frozen=True)
class Credit:
    """What the end of a text tells: the first publisher, and who reported."""

    origin: str | None = None
    byline: str | None = None


def find(text: str) -> Credit:
    """The credit in the last lines of ``text``; the line nearest to the end speaks first."""
    lines = [line.strip() for line in text.rstrip().split("\n") if line.strip()]
    origin = byline = None
    for line in reversed(lines[1:][-_LINES:]):
        if len(line) <= _LONGEST:
            origin = origin or _origin(line)
            byline = byline or _reporters(line)
    return Credit(origin or (_behind(lines[-1]) if lines else None), byline)


def _behind(line: str) -> str | None:
    """The credit behind the last sentence, in its line."""
    ending = _ENDING.search(line)
    if ending:
        return _origin(ending["credit"])
    named = _BEHIND.search(line)
    return _wire(named["name"]) if named else None


def _wire(name: str) -> str | None:
    return outlets.wire(re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE))


def _origin(line: str) -> str | None:
    """The first publisher that a credit line names; a name that is no outlet's is nobody's credit."""
    if (alone := _wire(line.strip(" .|—–-"))) is not None:
        return alone
    rights = _RIGHTS.fullmatch(line)
    if rights:
        return _wire(rights["name"])
    for form in (_WITH, _SOURCE, _SIGNED):
        if match := form.fullmatch(line):
            groups = match.groupdict()
            name = groups.get("name") or groups.get("bracketed") or groups.get("dashed") or ""
            found = _known(name)
            if found:
                return found
    reporting = _REPORTING.fullmatch(line)
    if reporting is None:
        return None
    trailing = re.search(r"[—–-]{1,2}\s*(?P<name>[^—–-]+?)[)\].\s]*$", reporting["rest"])
    return _known(trailing["name"]) if trailing else None


def _known(name: str) -> str | None:
    name = re.sub(r"^the\s+(?=[A-Z])", "", name.strip())
    return outlets.wire(name.removeprefix("The ")) or outlets.outlet(name)


def _reporters(line: str) -> str | None:
    match = _REPORTING.fullmatch(line)
    if match is None:
        return None
    names = re.split(r"\s+-\s+|;", match["names"].strip(" .)]"))[0]
    people = [_PLACE_TAIL.sub("", name).strip() for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", names)]
    return " and ".join([", ".join(people[:-1]), people[-1]]) if len(people) > 1 else people[0] or None
