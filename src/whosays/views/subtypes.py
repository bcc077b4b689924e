"""What ACLED would call an event: one of its 25 sub-types, by the rules of the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whosays.ontology.subtypes import Side, SubTypeRule, load_subtypes
from whosays.records import Actor, CodedReport, Event, Span
from whosays.views.parties import Party, actors, recipients

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def subtype(record: CodedReport, event: Event) -> str | None:
    """The code of the event's sub-type, a key of ``load_subtypes().types``; None when it has none."""
    table = load_subtypes()
    return next((rule.label for rule in table.rules if _fits(record, event, rule, table.sides)), None)


def leading_subtype(labels: Iterable[str]) -> str | None:
    """Of several sub-types the one that names the whole: a bombing before the clash beside it."""
    return min(labels, key=load_subtypes().order.index, default=None)


def _fits(record: CodedReport, event: Event, rule: SubTypeRule, known: dict[str, Side]) -> bool:
    if event.type != rule.type or (rule.mode and (event.mode or "none") not in rule.mode):
        return False
    if rule.hurt and not any(t.effect in {"killed", "wounded"} and t.count.high != 0 for t in event.tolls):
        return False
    for wanted, spans in ((rule.trigger, (event.trigger,)), (rule.words, event.evidence)):
        if wanted and not any(w.startswith(wanted) for w in _words(record, spans)):
            return False
    acting, suffering = actors(record, event), recipients(record, event)
    sides = ((rule.actor, acting), (rule.recipient, suffering), (rule.party, (*acting, *suffering)))
    return all(side is None or any(_of(record, p, known[side]) for p in parties) for side, parties in sides)


def _words(record: CodedReport, spans: Iterable[Span]) -> list[str]:
    return _WORD.findall(" ".join(record.report.words(span) for span in spans).lower())


def _of(record: CodedReport, party: Party, side: Side) -> bool:
    entity = record.entity(party.mention)
    codes = {c.code for c in entity.codes} if isinstance(entity, Actor) else set()
    return bool(codes & side.sectors) or bool(side.words & set(_WORD.findall(party.name.lower())))
