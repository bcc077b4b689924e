"""GDELT-like TSV: CAMEO events with GDELT 2.0's 61 columns, and its mentions table with 16; no headers, as there.

A row is a row of the event table of one report (deeds and words), and so is a statement that CAMEO alone codes (its
root 01: claims and denials of responsibility, plain statements), which PLOVER dropped. What GDELT measures and Whosays
does not (tone, ethnic and religion codes) stays empty; the Goldstein column holds PLOVER's score of the class and mode,
which CAMEO's 01 has none of.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from whosays import ontology, views
from whosays.exporting.countries import country
from whosays.exporting.gathering import day
from whosays.exporting.parties import codes_on
from whosays.merging import Merged
from whosays.records import Actor, CodedReport, Place

if TYPE_CHECKING:
    from _csv import Writer

NAMES = ("gdelt_events.tsv", "gdelt_mentions.tsv")
_WORDS = 1  # the quad of CAMEO's root 01
_STATE = 3  # letters of a state's code
_CLEAN = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


class _Party(NamedTuple):
    """GDELT's ten columns of an actor, as far as they are known."""

    code: str = ""
    name: str = ""
    country: str = ""
    group: str = ""
    kind: str = ""

    def cells(self) -> list[str]:
        return [self.code, self.name, self.country, self.group, "", "", "", self.kind, "", ""]


class _Line(NamedTuple):
    """A row to write: the id that it rests on, who and when, and its class (None: CAMEO's root 01)."""

    source: str
    row: views.EventRow | views.VerbalEvent
    type: str | None
    cameo: str
    verbal: bool


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``gdelt_events.tsv`` and ``gdelt_mentions.tsv``.

    Incidents are not asked: a row is what one report tells.
    """
    del merged
    paths = tuple(out / name for name in NAMES)
    with ExitStack() as stack:
        events, mentions = (_table(stack.enter_context(p.open("w", encoding="utf-8", newline=""))) for p in paths)
        for record in records:
            for line in _lines(record):
                # Numbers of 63 bits, as GDELT's readers expect: the ids are 64-bit digests.
                number = int(line.source, 16) >> 1
                events.writerow([str(cell).translate(_CLEAN) for cell in _event(record, line, number)])
                mentions.writerow([str(cell).translate(_CLEAN) for cell in _mention(record, line, number)])
    return paths


def _lines(record: CodedReport) -> Iterator[_Line]:
    """Deeds and words by PLOVER's rules, then the words that have no class there; no statement gives two."""
    yield from (_Line(row.source, row, row.type, row.cameo, row.verbal) for row in views.event_rows(record))
    only = (words for words in views.verbal_events(record) if words.type is None)
    yield from (_Line(words.statement, words, None, words.cameo, True) for words in only)


def _table(file: TextIO) -> Writer:
    return csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")


def _event(record: CodedReport, line: _Line, number: int) -> list[object]:
    report, row = record.report, line.row
    on = (day(row.when.start) or day(report.published) or "").replace("-", "")
    added = _stamp(report.published)
    first, second = (_party(record, parties, row.when.start) for parties in (row.actors, row.recipients))
    place = record.entity(row.place)
    where = _geo(place if isinstance(place, Place) else None)
    classes = ontology.load()
    quad, score = (
        (_WORDS, "") if line.type is None else (classes.classes[line.type].quad, classes.score(line.type, row.mode))
    )
    return [
        number, on, on[:6], on[:4], _fraction(on), *first.cells(), *second.cells(),
        0 if line.verbal else 1, line.cameo, line.cameo[:3], line.cameo[:2], quad, score, 1, 1, 1, "",
        *_geo(None), *_geo(None), *where, added, report.url or report.id,
    ]  # fmt: skip


def _stamp(published: str | None) -> str:
    """A moment as GDELT writes it: YYYYMMDDHHMMSS in UTC."""
    if published is None:
        return ""
    moment = datetime.fromisoformat(published)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y%m%d%H%M%S")


def _fraction(on: str) -> str:
    return f"{int(on[:4]) + (int(on[4:6]) * 30 + int(on[6:8])) / 365:.4f}" if len(on) == 8 else ""


def _party(record: CodedReport, parties: Sequence[views.Party], on: str | None) -> _Party:
    if not parties:
        return _Party()
    entity = record.entity(parties[0].mention)
    if not isinstance(entity, Actor):
        return _Party(name=parties[0].name.upper())
    codes = codes_on(entity, day(on))
    states = sorted(code for code in codes if len(code) == _STATE and country(code).iso2)
    kinds = sorted(codes - set(states))
    group = entity.id.split(":")[-1][:12].upper() if entity.kind in {"armed-group", "body"} else ""
    code = "".join((states[:1] + kinds[:1]) or [group])
    return _Party(code, entity.name.upper(), "".join(states[:1]), group, "".join(kinds[:1]))


def _geo(place: Place | None) -> list[object]:
    """GDELT's eight columns of a place: type, name, country (FIPS), two of its parts, latitude, longitude, id."""
    if place is None:
        return [0, "", "", "", "", "", "", ""]
    kind = 1 if (place.feature or "").startswith("PCL") else 5 if (place.feature or "").startswith("ADM") else 4
    fips = country(place.country).fips
    name = ", ".join(filter(None, (place.name, place.admin1, country(place.country).name if kind != 1 else "")))
    latitude = place.lat if place.lat is not None else ""
    longitude = place.lon if place.lon is not None else ""
    return [kind, name, fips, fips, "", latitude, longitude, place.geonames or ""]


def _mention(record: CodedReport, line: _Line, number: int) -> list[object]:
    report = record.report
    seen = _stamp(report.published)
    events = {event.id: event for event in record.events}
    statements = {statement.id: statement for statement in record.statements}
    source = events.get(line.source)
    at = source.trigger.start if source else statements[line.source].cue.start
    confidence = source.confidence if source else statements[line.source].confidence
    offsets = [_offset(record, parties) for parties in (line.row.actors, line.row.recipients)]
    return [
        number, seen, seen, 1, report.publisher or "", report.url or report.id, report.text.count(". ", 0, at) + 1,
        *offsets, at, 1, round(confidence * 100), len(report.text), "", "", "",
    ]  # fmt: skip


def _offset(record: CodedReport, parties: Sequence[views.Party]) -> int:
    said = record.mention(parties[0].mention) if parties else None
    return said.span.start if said else -1
