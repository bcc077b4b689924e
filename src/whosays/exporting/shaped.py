"""Incidents in the shape of the data sets that the field knows: ACLED's, UCDP GED's and GTD's columns.

The columns are theirs, the rows are ours: what Whosays does not know stays empty, and an incident that their rules
would not list (no date, no kind of theirs, nobody killed in GED) is left out; ``export csv`` has all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from whosays.exporting.columns import Column
from whosays.exporting.delimited import write_table
from whosays.exporting.gathering import Gathered, Said, Telling, gather
from whosays.exporting.parties import side
from whosays.ontology.subtypes import load_subtypes
from whosays.records import CodedReport, Incident, Place, PlacePrecision
from whosays.views.subtypes import leading_subtype

DONE = frozenset({"happened", "ongoing"})


class Row(NamedTuple):
    """An incident with all that a row of another data set is made of."""

    incident: Incident
    gathered: Gathered
    tellings: list[Telling]
    said: list[Said]
    place: Place | None
    precision: PlacePrecision
    subtype: str | None

    @property
    def start(self) -> str:
        """The first day, ISO; empty when unknown."""
        return (self.incident.when.start or "")[:10]

    @property
    def actors(self) -> list[str]:
        """Who did it, those whom the lists know before those who are only described."""
        return _known_first(self.incident.actors)

    @property
    def recipients(self) -> list[str]:
        """To whom it was done, in the same order."""
        return _known_first(self.incident.recipients)

    def names(self, actors: Iterable[str]) -> list[str]:
        """What actors are called."""
        return [self.gathered.name(actor) for actor in actors]

    def sides(self, actors: Iterable[str]) -> list[str]:
        """The classes of actors, those that are known."""
        return [found for actor in actors if (found := side(actor, self.gathered, self.start or None))]


def rows(records: Iterable[CodedReport], incidents: Sequence[Incident]) -> list[Row]:
    """What was done, with what the reports tell of it."""
    gathered = gather(records, incidents)
    return [_row(incident, gathered) for incident in incidents if incident.status in DONE]


def _row(incident: Incident, gathered: Gathered) -> Row:
    tellings = gathered.of(incident)
    place, precision = gathered.place_of(incident)
    told = [t.subtype for t in tellings if t.event.status in DONE and t.subtype]
    return Row(incident, gathered, tellings, gathered.said_of(incident), place, precision, leading_subtype(told))


def _known_first(actors: Iterable[str]) -> list[str]:
    return sorted(actors, key=lambda actor: actor.startswith("own:"))


def notes(row: Row) -> str:
    """The words of the first report that tells of it."""
    return row.tellings[0].words if row.tellings else ""


def publishers(row: Row) -> str:
    """Who published the reports."""
    return "; ".join(dict.fromkeys(t.source.publisher for t in row.tellings if t.source.publisher))


def write_shaped(
    records: Iterable[CodedReport], incidents: Sequence[Incident], path: Path, columns: Sequence[Column[Row]]
) -> tuple[Path, ...]:
    """Write the incidents that have every one of the columns that must not be empty."""
    needed = [column for column in columns if column.meaning.startswith("*")]
    listed = (row for row in rows(records, incidents) if all(column.value(row) not in {None, ""} for column in needed))
    return (write_table(path, columns, listed),)


def type_name(row: Row, field: str) -> str:
    """ACLED's name for the kind of event (``event``) or the sub-type (``name``)."""
    known = load_subtypes().types.get(row.subtype or "")
    return "" if known is None or row.subtype == "OTHER" else str(getattr(known, field))


event_type = partial(type_name, field="event")
sub_event_type = partial(type_name, field="name")
