"""The further words of an event as mentions of it: "a bomb exploded, | killing | nine and | wounding | 20"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.parse import Parse
from whosays.records import Event, Link, Mention, Reason, Span, mention_id
from whosays.resolving.actors.own import bare

MADE_BY = "rule:breath@1"
_WEIGHT = 0.9


def other_words(
    parse: Parse, words: Mapping[str, tuple[Span, ...]], renamed: Mapping[str, str], events: Sequence[Event]
) -> tuple[tuple[Mention, Link], ...]:
    """Mentions of the events at the words that tell of them beside their triggers, each with its link.

    Args:
        parse: the report, taken apart.
        words: such words by the ids of the events as they were coded.
        renamed: the ids of tellings that were joined to others -> those that were kept.
        events: the events that are kept; their triggers are no mentions.
    """
    kept = {e.id: e for e in events}
    triggers = {e.trigger for e in events}
    meant = ((kept.get(renamed.get(told, told)), spans) for told, spans in sorted(words.items()))
    return tuple(
        _mentioned(parse, span, event) for event, spans in meant if event for span in spans if span not in triggers
    )


def _mentioned(parse: Parse, span: Span, event: Event) -> tuple[Mention, Link]:
    name = bare(parse.report.words(span))
    found = mention_id(span, "event")
    reason = Reason(rule="same-breath", detail=f"told with “{parse.report.words(event.trigger)}”", weight=_WEIGHT)
    return (
        Mention(id=found, kind="event", form="nominal", span=span, name=name, made_by=MADE_BY),
        Link(mention=found, target=event.id, score=_WEIGHT, reasons=(reason,), made_by=MADE_BY),
    )
