"""How many, and who: the sides of an incident's own contradictions, each with its words.

Nobody says "no" here: one counts 12 and another 15, one side claims the deed and it is laid at another's door. What
an incident's conflicts call an update or another scope is no dispute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from whosays.merging.figures import voices, words
from whosays.merging.incidents import Known
from whosays.merging.questions import Key
from whosays.merging.stands import Stand, in_own_words
from whosays.records import Effect, Incident, ToldToll

_CLAIMS = frozenset({"claim", "blame", "accuse", "report"})
_NAMING = frozenset({"claim", "blame", "accuse", "assert", "confirm", "report"})  # acts that may name who did it


def questions_about(incident: str) -> tuple[Key, ...]:
    """The questions that an incident's own contradictions may raise, by the incident's id."""
    return (Key("responsible", "", "", incident), *(Key("toll", effect, "", incident) for effect in get_args(Effect)))


def contradictory_stands(incident: Incident, reports: Mapping[str, str], known: Known) -> Iterator[Stand]:
    """Where parties stand on how many there were, and on who did it, in so far as not all can be right.

    Args:
        incident: the incident.
        reports: of each of its tellings, by event id, the report.
        known: the reports.
    """
    for conflict in incident.conflicts:
        if conflict.kind != "contradiction":
            continue
        if conflict.field == "responsibility" and any(r.rule == "rivals" for r in conflict.reasons):
            yield from _rivals(incident, reports, known)
        for effect in sorted({t.effect for t in incident.tolls}):
            if effect == conflict.field:
                yield from _figures(incident, effect, frozenset(conflict.values), known)


def _figures(incident: Incident, effect: Effect, values: frozenset[str], known: Known) -> Iterator[Stand]:
    for figure in voices(incident.tolls, effect):
        if words(figure) in values:
            yield _counted(incident, figure.told[0], known)


def _counted(incident: Incident, told: ToldToll, known: Known) -> Stand:
    page = known.pages[told.report]
    statement = page.statements.get(told.statement or "")
    since = (statement.when.start if statement is not None else None) or page.record.report.published
    key = Key("toll", told.effect, "", incident.id)
    return Stand(key, page.speaker(told.statement), "true", since, told.statement, (told.span,))


def _rivals(incident: Incident, reports: Mapping[str, str], known: Known) -> Iterator[Stand]:
    """Each answer with whose it is; nothing where one voice alone names several."""
    answers: list[tuple[str, str, Stand]] = []  # who is named, by which voice
    for told in incident.responsibility:
        page = known.pages[reports[told.event]] if told.event in reports else None
        statement = page.statements.get(told.statement or "") if page is not None else None
        if page is None or told.act not in _CLAIMS or (statement is not None and statement.act not in _NAMING):
            continue
        since = (statement.when.start if statement is not None else None) or page.record.report.published
        spans = page.events[told.event].evidence[:1]
        if statement is not None:
            spans = in_own_words(statement, statement.content or (statement.cue,))
        key = Key("responsible", "", "", incident.id)
        voice = told.by or told.statement or page.record.report.publisher or page.record.report.id
        answers.append((told.party, voice, Stand(key, told.by, "true", since, told.statement, spans)))
    if len({who for who, _, _ in answers}) > 1 and len({voice for _, voice, _ in answers}) > 1:
        yield from (stand for _, _, stand in answers)
