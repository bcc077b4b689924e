"""The columns of the tables: each with what it means, for the codebook, and where its value comes from.

Names are snake_case and at most 32 characters long (the shortest limit of the statistics programs in use). Dates are
ISO 8601, an empty cell is a missing value, several values in one cell are separated by ``; ``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Literal, NamedTuple, TypeVar

from whosays import views
from whosays.exporting.figures import highest, lowest
from whosays.exporting.gathering import words
from whosays.exporting.sides import SideRow
from whosays.records import CodedReport, Count, Event, Incident, Place, RolePart, Statement

Cell = str | int | float | None
Kind = Literal["text", "whole number", "number"]
Row = TypeVar("Row")


class Column(NamedTuple, Generic[Row]):
    """A column: its name, what it means, how its value is found, and of what kind it is."""

    name: str
    meaning: str
    value: Callable[[Row], Cell]
    kind: Kind = "text"


class EventRow(NamedTuple):
    """An event with the report that tells of it."""

    record: CodedReport
    event: Event


class StatementRow(NamedTuple):
    """A statement with the report that it stands in."""

    record: CodedReport
    statement: Statement


def _parties(found: Iterable[views.Party]) -> str:
    return "; ".join(party.name for party in found)


def _ids(found: Iterable[views.Party]) -> str:
    return "; ".join(party.entity for party in found if party.entity)


def _candidates(row: EventRow, part: RolePart) -> str:
    return "; ".join(f"{who.name} ({who.score:.2f})" for who in views.candidates(row.record, row.event, part))


def _place(row: EventRow) -> Place | None:
    found = row.record.entity(row.event.place)
    return found if isinstance(found, Place) else None


def _name(record: CodedReport, mention: str | None) -> str | None:
    found = views.party(record, mention)
    return found.name if found else None


def _entity(record: CodedReport, mention: str | None) -> str | None:
    found = views.party(record, mention)
    return found.entity if found else None


def _low(count: Count | None) -> int | None:
    return count.low if count else None


def _high(count: Count | None) -> int | None:
    return count.high if count else None


def _told_by(row: EventRow) -> str:
    return "; ".join(statement.id for statement in views.told_by(row.record, row.event))


EVENTS: tuple[Column[EventRow], ...] = (
    Column("event_id", "Id of the event", lambda r: r.event.id),
    Column("report_id", "Id of the report that tells of it", lambda r: r.record.report.id),
    Column("publisher", "Who published the report", lambda r: r.record.report.publisher),
    Column("published", "When the report was published", lambda r: r.record.report.published),
    Column("url", "Address of the report", lambda r: r.record.report.url),
    Column("event_type", "PLOVER class", lambda r: r.event.type),
    Column("event_mode", "PLOVER mode", lambda r: r.event.mode),
    Column("contexts", "PLOVER contexts", lambda r: "; ".join(r.event.contexts)),
    Column(
        "status",
        "happened, ongoing, habitual, planned, attempted, threatened, demanded, hypothetical or negated",
        lambda r: r.event.status,
    ),
    Column("date_start", "First day or minute on which it may have happened", lambda r: r.event.when.start),
    Column("date_end", "The end, not included", lambda r: r.event.when.end),
    Column("date_precision", "How finely the date is known", lambda r: r.event.when.precision),
    Column("date_basis", "What the date rests on; never the publication in silence", lambda r: r.event.when.basis),
    Column("actors", "Who did it, or is said to have", lambda r: _parties(views.actors(r.record, r.event))),
    Column("actor_ids", "Their entities", lambda r: _ids(views.actors(r.record, r.event))),
    Column(
        "actor_basis",
        "How sure the report is of each actor: fact, suspected, accused, accused-by-authorities or claimed",
        lambda r: "; ".join(party.basis for party in views.actors(r.record, r.event)),
    ),
    Column("recipients", "To whom it was done", lambda r: _parties(views.recipients(r.record, r.event))),
    Column("recipient_ids", "Their entities", lambda r: _ids(views.recipients(r.record, r.event))),
    Column(
        "actor_candidates",
        "Where no actor is told: who of the report's parties it may be, and how often such candidates were right",
        lambda r: _candidates(r, "actor"),
    ),
    Column("actor_candidate_ids", "Their entities", lambda r: _ids(views.candidates(r.record, r.event, "actor"))),
    Column(
        "recipient_candidates",
        "Where no recipient is told: who it may be, and how often such candidates were right",
        lambda r: _candidates(r, "recipient"),
    ),
    Column(
        "recipient_candidate_ids", "Their entities", lambda r: _ids(views.candidates(r.record, r.event, "recipient"))
    ),
    Column(
        "killed_low",
        "Fewest killed by any account in the report",
        lambda r: _low(views.deaths(r.event)),
        "whole number",
    ),
    Column(
        "killed_high",
        "Most killed by any account; empty when open",
        lambda r: _high(views.deaths(r.event)),
        "whole number",
    ),
    Column(
        "wounded_low",
        "Fewest wounded by any account in the report",
        lambda r: _low(views.injuries(r.event)),
        "whole number",
    ),
    Column(
        "wounded_high",
        "Most wounded by any account; empty when open",
        lambda r: _high(views.injuries(r.event)),
        "whole number",
    ),
    Column("place", "Where, as resolved", lambda r: _name(r.record, r.event.place)),
    Column("place_precision", "How near the place is to the deed", lambda r: r.event.place_precision),
    Column(
        "geonames_id", "GeoNames id of the place", lambda r: p.geonames if (p := _place(r)) else None, "whole number"
    ),
    Column("country", "ISO 3166-1 alpha-3 of the place", lambda r: p.country if (p := _place(r)) else None),
    Column("latitude", "WGS 84, degrees", lambda r: p.lat if (p := _place(r)) else None, "number"),
    Column("longitude", "WGS 84, degrees", lambda r: p.lon if (p := _place(r)) else None, "number"),
    Column("told_by", "Ids of the statements that tell of it", _told_by),
    Column(
        "trigger_start",
        "Where the word that tells of it begins in the report",
        lambda r: r.event.trigger.start,
        "whole number",
    ),
    Column("trigger_end", "Where that word ends", lambda r: r.event.trigger.end, "whole number"),
    Column("evidence", "The words it rests on", lambda r: words(r.record, r.event.evidence)),
    Column(
        "confidence",
        "From 0 to 1: how often rows with the same signs were right in class, roles and status when people read them",
        lambda r: r.event.confidence,
        "number",
    ),
    Column("made_by", "The rule or model that found it", lambda r: r.event.made_by),
)

STATEMENTS: tuple[Column[StatementRow], ...] = (
    Column("statement_id", "Id of the statement", lambda r: r.statement.id),
    Column("report_id", "Id of the report it stands in", lambda r: r.record.report.id),
    Column("publisher", "Who published the report", lambda r: r.record.report.publisher),
    Column("published", "When the report was published", lambda r: r.record.report.published),
    Column("act", "What the speaker does with the words", lambda r: r.statement.act),
    Column("status", "made, repeated, habitual, expected or negated", lambda r: r.statement.status),
    Column("speaker", "Who speaks", lambda r: _name(r.record, r.statement.speaker)),
    Column("speaker_id", "The speaker's entity", lambda r: _entity(r.record, r.statement.speaker)),
    Column(
        "relay",
        "Through whom or what, outermost first",
        lambda r: "; ".join(name for m in r.statement.relay if (name := _name(r.record, m))),
    ),
    Column("addressee", "To whom", lambda r: _name(r.record, r.statement.addressee)),
    Column("addressee_id", "The addressee's entity", lambda r: _entity(r.record, r.statement.addressee)),
    Column("content", "What is said, in the report's words", lambda r: words(r.record, r.statement.content)),
    Column("quoted", "How much of it is a direct quotation: none, part, whole", lambda r: r.statement.quoted),
    Column("certainty", "certain, probable or possible", lambda r: r.statement.certainty),
    Column(
        "about",
        "Ids of the events and statements it is about, and as what",
        lambda r: "; ".join(f"{target.target} ({target.as_})" for target in r.statement.about),
    ),
    Column("date_start", "First day or minute of the words", lambda r: r.statement.when.start),
    Column("date_end", "The end, not included", lambda r: r.statement.when.end),
    Column("date_basis", "What that date rests on", lambda r: r.statement.when.basis),
    Column(
        "cue_start",
        "Where the word that tells of it begins in the report",
        lambda r: r.statement.cue.start,
        "whole number",
    ),
    Column("cue_end", "Where that word ends", lambda r: r.statement.cue.end, "whole number"),
    Column("confidence", "From 0 to 1", lambda r: r.statement.confidence, "number"),
    Column("made_by", "The rule or model that found it", lambda r: r.statement.made_by),
)


INCIDENTS: tuple[Column[Incident], ...] = (
    Column("incident_id", "Id of the incident", lambda i: i.id),
    Column("event_type", "PLOVER class", lambda i: i.type),
    Column("event_mode", "PLOVER mode", lambda i: i.mode),
    Column("status", "happened, ongoing, planned or attempted", lambda i: i.status),
    Column("date_start", "First day or minute on which it may have happened", lambda i: i.when.start),
    Column("date_end", "The end, not included", lambda i: i.when.end),
    Column("date_precision", "How finely the date is known", lambda i: i.when.precision),
    Column("place_id", "The place's entity", lambda i: i.place),
    Column("actor_ids", "Entities of those who did it, or are said to have", lambda i: "; ".join(i.actors)),
    Column("recipient_ids", "Entities of those to whom it was done", lambda i: "; ".join(i.recipients)),
    Column(
        "killed_low",
        "Fewest killed by any account, attackers apart",
        lambda i: lowest(i.tolls, "killed"),
        "whole number",
    ),
    Column(
        "killed_high",
        "Most killed by any account, attackers apart",
        lambda i: highest(i.tolls, "killed"),
        "whole number",
    ),
    Column("wounded_low", "Fewest wounded by any account", lambda i: lowest(i.tolls, "wounded"), "whole number"),
    Column("wounded_high", "Most wounded by any account", lambda i: highest(i.tolls, "wounded"), "whole number"),
    Column(
        "responsibility",
        "Who is said to have done it, and by whom: party (act, by)",
        lambda i: "; ".join(f"{r.party} ({r.act}{f' by {r.by}' if r.by else ''})" for r in i.responsibility),
    ),
    Column("standing", "single-origin, corroborated or disputed", lambda i: i.standing),
    Column("reports", "How many reports tell of it", lambda i: len(i.reports), "whole number"),
    Column("origins", "How many independent origins they have", lambda i: len(i.origins), "whole number"),
    Column(
        "conflicts",
        "What the accounts disagree on: field (kind: values)",
        lambda i: "; ".join(f"{c.field} ({c.kind}: {' / '.join(c.values)})" for c in i.conflicts),
    ),
    Column("event_ids", "Ids of its events", lambda i: "; ".join(i.events)),
)

DISPUTES: tuple[Column[SideRow], ...] = (
    Column(
        "position_id", "Id of the dispute, and the number of the position in it", lambda r: f"{r.dispute.id}-{r.number}"
    ),
    Column("dispute_id", "Id of the dispute", lambda r: r.dispute.id),
    Column(
        "kind",
        "The question: whether it occurred, who is responsible, how many (toll), whether a group exists there",
        lambda r: r.dispute.kind,
    ),
    Column("about", "The question in words", lambda r: r.dispute.about),
    Column("incident_id", "The incident that the question is about", lambda r: r.dispute.incident),
    Column("subject_id", "The entity that the question is about", lambda r: r.dispute.subject),
    Column("place_id", "The place's entity", lambda r: r.dispute.place),
    Column("party", "Who stands there; the outlet, where it says so in its own voice", lambda r: r.party),
    Column("party_id", "The party's entity; empty for an outlet and for one unknown", lambda r: r.position.party),
    Column("holds", "Whether the party holds it, or the answer, true or false", lambda r: r.position.holds),
    Column("answer", "Of who and how many: whom the party names, or the number", lambda r: r.answer),
    Column(
        "answer_id",
        "The entity of whom the party names",
        lambda r: r.position.answer if r.dispute.kind == "responsible" else None,
    ),
    Column("since", "The day of the words; that of the report where it is not told", lambda r: r.position.since),
    Column("words", "The words it rests on", lambda r: r.words),
    Column("statement_id", "Id of the statement; empty for an outlet's own voice", lambda r: r.position.statement),
    Column("report_id", "Id of the report in which the words stand", lambda r: r.source.id if r.source else None),
    Column("publisher", "Who published that report", lambda r: r.source.publisher if r.source else None),
    Column("published", "When it was published", lambda r: r.source.published if r.source else None),
    Column("url", "Address of that report", lambda r: r.source.url if r.source else None),
)
