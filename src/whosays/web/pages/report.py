"""One report: its text with the record marked in it, and the record beside it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from whosays.errors import SettingsError
from whosays.records import Actor, CodedReport, Event, Place
from whosays.web.asked import Asked, Query, View
from whosays.web.marking import Line, lines
from whosays.web.quoting import Verdict, in_force
from whosays.web.telling import EventCard, StatementCard, event_card, statement_card


class ReportQuery(Query, frozen=True, kw_only=True):
    """Words to point at, as ``94-214``: the characters of the text, the second number excluded."""

    at: Annotated[str, msgspec.Meta(pattern=r"^\d{1,7}-\d{1,7}$")] | None = None


class NameLine(View, frozen=True, kw_only=True):
    """Somebody or some place that the report names, and by which mentions."""

    id: str
    name: str
    noun: str
    kind: str | None
    mentions: tuple[str, ...]


class ReportView(View, frozen=True, kw_only=True):
    """A report with its record: ``coded`` is the whole of it, the rest is what the page shows.

    ``story`` is the story that it is of, by its id.
    """

    coded: CodedReport
    lines: tuple[Line, ...]
    events: tuple[EventCard, ...]
    statements: tuple[StatementCard, ...]
    names: tuple[NameLine, ...]
    verdicts: tuple[Verdict, ...]
    story: str | None


def report(asked: Asked) -> ReportView:
    """One report. Words and record lead to each other."""
    coded = asked.store.coded(asked.path["id"])
    stretch = _stretch(asked.query(ReportQuery).at, len(coded.report.text))
    homes = asked.store.screens.incidents_by_event(e.id for e in coded.events)
    targets = [*(e.id for e in coded.events), *(s.id for s in coded.statements), *(m.id for m in coded.mentions)]
    return ReportView(
        coded=coded,
        lines=lines(coded, stretch),
        events=tuple(event_card(coded, e, homes.get(e.id)) for e in _in_order(coded)),
        statements=tuple(statement_card(coded, s) for s in sorted(coded.statements, key=lambda s: s.cue)),
        names=tuple(_names(coded)),
        verdicts=in_force(asked.store.screens.judgements_on(targets)),
        story=story.id if (story := asked.store.screens.story_told_by(coded.report.id)) is not None else None,
    )


def _in_order(coded: CodedReport) -> list[Event]:
    return sorted(coded.events, key=lambda e: e.trigger)


def _stretch(at: str | None, length: int) -> tuple[int, int] | None:
    if at is None:
        return None
    start, end = map(int, at.split("-"))
    if not start < end <= length:
        raise SettingsError(f"the text of this report has {length} characters; {at} are none of them")
    return start, end


def _names(coded: CodedReport) -> list[NameLine]:
    found: dict[str, list[str]] = {}
    for mention in coded.mentions:
        entity = coded.entity(mention.id)
        if entity is not None:
            found.setdefault(entity.id, []).append(mention.id)
    entities = {e.id: e for e in coded.entities}
    return [_name(entities[i], tuple(mentions)) for i, mentions in found.items()]


def _name(entity: Actor | Place, mentions: tuple[str, ...]) -> NameLine:
    is_actor = isinstance(entity, Actor)
    return NameLine(
        id=entity.id,
        name=entity.name,
        noun="actor" if is_actor else "place",
        kind=entity.kind if isinstance(entity, Actor) else entity.country,
        mentions=mentions,
    )
