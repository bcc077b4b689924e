"""The review queue: what waits for a person's eye, unsure links first."""

from __future__ import annotations

from typing import Literal

from whosays import views
from whosays.records import CodedReport, Event, Judgement, Span
from whosays.store import Window
from whosays.store.screenrows import Doubt, Joined, UnsureLink
from whosays.web.asked import Asked, Query, View
from whosays.web.quoting import Named, Quote, quote
from whosays.web.telling import EventCard, event_card

Kind = Literal["links", "open", "apart", "pairs", "events"]
_AT_ONCE = 12
_LAST = 15


class ReviewQuery(Query, frozen=True, kw_only=True):
    """Which queue: unsure links, open parts, tellings left apart or put together, doubtful events; else the first."""

    kind: Kind | None = None


class LinkQuestion(View, frozen=True, kw_only=True):
    """Whom or what do these words mean?"""

    link: UnsureLink
    quote: Quote
    candidates: tuple[Named, ...]


class Choice(View, frozen=True, kw_only=True):
    """Words of the report that may name whoever has the part, and whom they mean."""

    mention: str
    name: str


class OpenQuestion(View, frozen=True, kw_only=True):
    """Who did it, or to whom? ``field`` is ``actors`` or ``recipients``."""

    report: str
    field: str
    card: EventCard
    candidates: tuple[Choice, ...]


class PairQuestion(View, frozen=True, kw_only=True):
    """Do these two reports tell of one thing?"""

    pair: Joined
    reasons: tuple[str, ...]
    first: EventCard
    second: EventCard


class ApartQuestion(View, frozen=True, kw_only=True):
    """Do these two reports, which were left apart, tell of one thing after all?"""

    doubt: Doubt
    reasons: tuple[str, ...]
    first: EventCard
    second: EventCard


class EventQuestion(View, frozen=True, kw_only=True):
    """Is this event told so?"""

    report: str
    card: EventCard


class Decision(View, frozen=True, kw_only=True):
    """A decision that was made, and whether it can be taken back."""

    judgement: Judgement
    in_force: bool


class ReviewView(View, frozen=True, kw_only=True):
    """One screen of questions of one kind, and the last decisions."""

    kind: Kind
    links: tuple[LinkQuestion, ...]
    open: tuple[OpenQuestion, ...]
    apart: tuple[ApartQuestion, ...]
    pairs: tuple[PairQuestion, ...]
    events: tuple[EventQuestion, ...]
    decisions: tuple[Decision, ...]
    judge: str


def review(asked: Asked) -> ReviewView:
    """What waits for a decision."""
    kind = asked.query(ReviewQuery).kind
    links = _links(asked) if kind in (None, "links") else ()
    parts = _open(asked) if kind == "open" or (kind is None and not links) else ()
    apart = _apart(asked) if kind == "apart" or (kind is None and not (links or parts)) else ()
    pairs = _pairs(asked) if kind == "pairs" or (kind is None and not (links or parts or apart)) else ()
    events = _events(asked) if kind == "events" or (kind is None and not (links or parts or apart or pairs)) else ()
    first: Kind = "links" if links else "open" if parts else "apart" if apart else "pairs" if pairs else "events"
    return ReviewView(
        kind=kind or first,
        links=links,
        open=parts,
        apart=apart,
        pairs=pairs,
        events=events,
        decisions=_decisions(asked),
        judge=asked.room.judge,
    )


def _links(asked: Asked) -> tuple[LinkQuestion, ...]:
    found = asked.store.screens.unsure_links(Window(0, _AT_ONCE))
    names = asked.store.screens.names(c for link in found for c in link.candidates)
    return tuple(
        LinkQuestion(
            link=link,
            quote=quote(
                asked.store.coded(link.report).report, Span(report=link.report, start=link.start, end=link.end)
            ),
            candidates=tuple(Named(id=c, name=names.get(c, c)) for c in link.candidates),
        )
        for link in found
    )


def _open(asked: Asked) -> tuple[OpenQuestion, ...]:
    found = []
    for one in asked.store.screens.open_parts(Window(0, _AT_ONCE)):
        coded, card = _card(asked, one.event, None)
        event = next(e for e in coded.events if e.id == one.event)
        likely = views.candidates(coded, event, one.part)
        choices = tuple(Choice(mention=who.mention, name=who.name) for who in likely)
        found.append(OpenQuestion(report=one.report, field=one.field, card=card, candidates=choices))
    return tuple(found)


def _apart(asked: Asked) -> tuple[ApartQuestion, ...]:
    return tuple(
        ApartQuestion(
            doubt=doubt,
            reasons=tuple(dict.fromkeys(reason.detail for reason in doubt.reasons)),
            first=_card(asked, doubt.one, doubt.incident)[1],
            second=_card(asked, doubt.two, doubt.other)[1],
        )
        for doubt in asked.store.screens.doubts(Window(0, _AT_ONCE))
    )


def _pairs(asked: Asked) -> tuple[PairQuestion, ...]:
    store, found = asked.store, []
    for pair in store.screens.joined(Window(0, _AT_ONCE)):
        incident = store.screens.incident(pair.incident)
        reasons = tuple(dict.fromkeys(reason.detail for reason in incident.reasons))
        first, second = (_card(asked, event, pair.incident) for event in (pair.first, pair.second))
        found.append(PairQuestion(pair=pair, reasons=reasons, first=first[1], second=second[1]))
    return tuple(found)


def _events(asked: Asked) -> tuple[EventQuestion, ...]:
    found = []
    for one in asked.store.screens.doubtful(Window(0, _AT_ONCE)):
        coded, card = _card(asked, one.event, None)
        found.append(EventQuestion(report=coded.report.id, card=card))
    return tuple(found)


def _card(asked: Asked, event: str, incident: str | None) -> tuple[CodedReport, EventCard]:
    record = asked.store.show(f"event:{event}")
    assert isinstance(record, Event), "the queue lists events"
    coded = asked.store.coded(record.trigger.report)
    return coded, event_card(coded, record, incident)


def _decisions(asked: Asked) -> tuple[Decision, ...]:
    last = asked.store.screens.last_judgements(_LAST * 2)
    seen: set[tuple[frozenset[str], str | None]] = set()
    found = []
    for judgement in last:
        key = (frozenset({judgement.target, judgement.other or ""}), judgement.field)
        found.append(Decision(judgement=judgement, in_force=key not in seen and judgement.verdict != "unsure"))
        seen.add(key)
    return tuple(found[:_LAST])
