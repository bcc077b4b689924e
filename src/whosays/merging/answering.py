"""Who answers for a deed, by one report: who says or is told to have done it, on whose word, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from whosays.merging.pages import Page
from whosays.records import Event, Responsibility, RoleBasis, Statement

_HELD = {"claimed": "claim", "denied": "deny", "blamed": "blame", "accused": "accuse"}
_BY_ROLE: Mapping[RoleBasis, str] = {
    "fact": "report", "suspected": "suspect", "accused": "accuse", "accused-by-authorities": "accuse",
    "claimed": "claim",
}  # fmt: skip
_ANSWERED_FOR = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # whose doers are a question; a meeting's are no secret


class Answers(msgspec.Struct, frozen=True):
    """What one report holds on who did a deed.

    ``words`` are acts of saying (claims, denials, blame), ``roles`` the doers that the telling itself names.
    ``deniers`` are those who hold that it did not happen; ``counters`` gives whose word each statement is that the
    tolls rest on.
    """

    words: tuple[Responsibility, ...] = ()
    roles: tuple[Responsibility, ...] = ()
    deniers: tuple[str, ...] = ()
    counters: tuple[tuple[str, str | None], ...] = ()


def answers_of(page: Page, event: Event, named: frozenset[str]) -> Answers:
    """What a report holds on who did one of its deeds; ``named`` are those who are somebody in particular."""
    counted = {t.statement for t in event.tolls if t.statement is not None}
    return Answers(
        words=tuple(_by_words(page, event)),
        roles=tuple(_by_roles(page, event, named)),
        deniers=tuple(_deniers(page, event)),
        counters=tuple((statement, page.speaker(statement)) for statement in sorted(counted)),
    )


def _by_words(page: Page, event: Event) -> Iterator[Responsibility]:
    for statement, how in page.about.get(event.id, ()):
        if how in _HELD and statement.status not in {"negated", "expected"}:
            yield from _by_word(page, statement, _HELD[how], event)


def _by_word(page: Page, statement: Statement, act: str, event: Event) -> Iterator[Responsibility]:
    by = page.speaker(statement.id)
    held = [p.subject for p in statement.propositions if p.kind == "responsible" and p.subject is not None]
    parties = list(dict.fromkeys(a.id for a in map(page.actor, held) if a is not None))
    if act in {"claim", "deny"} and not parties:
        parties = [by] if by is not None else []
    if act == "deny" and not any(p.kind == "responsible" for p in statement.propositions):
        return  # denying that it happened is another matter than denying to have done it
    for party in parties:
        yield Responsibility(party=party, act=act, by=by, statement=statement.id, event=event.id)


def _by_roles(page: Page, event: Event, named: frozenset[str]) -> Iterator[Responsibility]:
    """Those whom a telling names as doers, as a fact or on somebody's word."""
    if event.type not in _ANSWERED_FOR or event.mode == "arrest" or event.status == "negated":
        return
    for role in event.roles:
        actor = page.actor(role.mention)
        if role.part == "actor" and actor is not None and actor.id in named:
            yield Responsibility(
                party=actor.id,
                act=_BY_ROLE[role.basis],
                by=page.speaker(role.statement),
                statement=role.statement,
                event=event.id,
            )


def _deniers(page: Page, event: Event) -> Iterator[str]:
    """Who holds that it did not happen."""
    for statement, _ in page.about.get(event.id, ()):
        for told in statement.propositions:
            if told.kind == "occurred" and told.holds == "false" and told.event == event.id:
                yield page.speaker(statement.id) or "somebody"
