"""Perpetrators of whom no deed is told outright: attackers and armed groups that stand beside an attack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evaluation.templates.lists import bare, has, lists, unpointed
from evaluation.templates.told import Told
from whosays.records import Actor, Event, Mention

_BEFORE = frozenset("JJ VBN RB NN NNP NNPS NNS CD".split())
_LONGEST = 4  # words before the noun


def attackers_near(told: Told, events: Sequence[Event]) -> list[str]:
    """The attackers whom the sentences of an incident name apart from its deeds: "the gunmen fled"."""
    struck = (told.mention(r.mention) for r in told.roles(events, "recipient", "target"))
    spared = [m.span for m in struck if m is not None]
    for sentence in told.sentences(events):
        start, end = told.parsed.sentences[sentence]
        for token in told.parsed.tokens[start:end]:
            attacks = token.is_noun and token.lower in lists().attackers
            if attacks and not any(told.parsed.span(token.i, token.i + 1).overlaps(s) for s in spared):
                return [_phrase(told, token.i, start)]
    return []


def _phrase(told: Told, head: int, first: int) -> str:
    """A noun with the words before it that describe it: "heavily armed men"."""
    tokens = told.parsed.tokens
    start = head
    while start > max(first, head - _LONGEST) and tokens[start - 1].tag in _BEFORE:
        start -= 1
    return unpointed(bare(told.parsed.text(start, head + 1)))


def group_near(told: Told, events: Sequence[Event]) -> str | None:
    """The one armed group that the sentences of an incident name, not as those who were struck."""
    sentences = set(told.sentences(events))
    return _only(told, events, (m for m in told.record.mentions if told.sentence_of(m.span) in sentences))


def group_of_report(told: Told, events: Sequence[Event]) -> str | None:
    """The one armed group that the whole report names: its terrorists are of that group."""
    return None if _is_own_voice(told) else _only(told, events, told.record.mentions)


def _only(told: Told, events: Sequence[Event], mentions: Iterable[Mention]) -> str | None:
    struck = {told.key(r) for r in told.roles(events, "recipient", "target")}
    found: dict[str, str] = {}
    for mention in mentions:
        entity = told.entity(mention.id)
        if isinstance(entity, Actor) and entity.kind == "armed-group" and mention.form == "name":
            found.setdefault(entity.id, told.words(mention))
    return next(iter(found.values())) if len(found) == 1 and not struck & set(found) else None


def _is_own_voice(told: Told) -> bool:
    """Whether a report comes from a hidden station: what it tells are the deeds of others."""
    return (told.record.report.dateline or "").upper().startswith("CLANDESTINE")


def confidence_of(told: Told, events: Sequence[Event], group: str, basis: str) -> str:
    """How sure the report is of a group: by the basis of its part, else by the words around its name and the deed."""
    if basis == "fact":
        basis = _by_words(told, events, group)
    return lists().confidence[basis]


def _by_words(told: Told, events: Sequence[Event], group: str) -> str:
    own = [told.spoken(n) for n in told.sentences(events)]
    naming = [words for words in own if group.lower() in words]
    if any(has(words, lists().claiming) for words in naming):
        return "claimed"
    told_in = next((words for words in naming if has(words, lists().suspecting)), None)
    if told_in is None:
        return "fact"
    return "suspected"
