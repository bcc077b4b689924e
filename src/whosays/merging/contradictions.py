"""How many, and who: the sides of an incident's own contradictions, each with its words.

Nobody says "no" here: one counts 12 and another 15, one side claims the deed and it is laid at another's door. What
an incident's conflicts call an update or another scope is no dispute.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from whosays.merging.answering import Saying
from whosays.merging.facts import Fact
from whosays.merging.figures import Figure, voices, words
from whosays.merging.questions import Key
from whosays.merging.stands import Stand
from whosays.records import Effect, Incident

_CLAIMS = frozenset({"claim", "blame", "accuse", "report"})
_NAMING = frozenset({"claim", "blame", "accuse", "assert", "confirm", "report"})  # acts that may name who did it


def questions_about(incident: str) -> tuple[Key, ...]:
    """The questions that an incident's own contradictions may raise, by the incident's id."""
    return (Key("responsible", "", "", incident), *(Key("toll", effect, "", incident) for effect in get_args(Effect)))


def contradictory_stands(incident: Incident, told: Sequence[Fact]) -> dict[Key, list[Stand]]:
    """Where parties stand on how many there were, and on who did it, in so far as not all can be right.

    Args:
        incident: the incident.
        told: its tellings, and the denied deeds about it.
    """
    facts = {f.event.id: f for f in told}
    found: dict[Key, list[Stand]] = {}
    for conflict in incident.conflicts:
        if conflict.kind != "contradiction":
            continue
        stands: list[Stand] = []
        if conflict.field == "responsibility" and any(r.rule == "rivals" for r in conflict.reasons):
            stands += _rivals(incident, facts)
        for effect in sorted({t.effect for t in incident.tolls}):
            if effect == conflict.field:
                stands += _figures(incident, effect, frozenset(conflict.values), facts)
        for stand in stands:
            found.setdefault(stand.key, []).append(stand)
    return found


def _figures(incident: Incident, effect: Effect, values: frozenset[str], facts: Mapping[str, Fact]) -> Iterator[Stand]:
    for figure in voices(incident.tolls, effect):
        if words(figure) in values:
            yield _counted(incident, figure, facts[figure.told[0].event])


def _counted(incident: Incident, figure: Figure, fact: Fact) -> Stand:
    told = figure.told[0]
    said = _said(fact, told.statement)
    since = (said.since if said is not None else None) or fact.published
    speaker = said.speaker if said is not None else None
    key = Key("toll", told.effect, "", incident.id)
    return Stand(key, speaker, "true", since, told.statement, (told.span,), words(figure))


def _said(fact: Fact, statement: str | None) -> Saying | None:
    return next((s for s in fact.answers.sayings if s.statement == statement), None)


def _rivals(incident: Incident, facts: Mapping[str, Fact]) -> list[Stand]:
    """Each answer with whose it is; nothing where one voice alone names several."""
    answers: list[tuple[str, str, Stand]] = []  # who is named, by which voice
    for told in incident.responsibility:
        fact = facts.get(told.event)
        said = _said(fact, told.statement) if fact is not None else None
        if fact is None or told.act not in _CLAIMS or (said is not None and said.act not in _NAMING):
            continue
        since = (said.since if said is not None else None) or fact.published
        spans = said.spans if said is not None else fact.event.evidence[:1]
        key = Key("responsible", "", "", incident.id)
        voice = told.by or fact.publisher or fact.report  # blame that nobody is said to lay is the outlet's
        answers.append((told.party, voice, Stand(key, told.by, "true", since, told.statement, spans, told.party)))
    if len({who for who, _, _ in answers}) > 1 and len({voice for _, voice, _ in answers}) > 1:
        return [stand for _, _, stand in answers]
    return []
