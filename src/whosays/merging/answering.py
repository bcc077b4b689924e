"""Who answers for a deed, by one report: who says or is told to have done it, on whose word, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from whosays.merging.pages import Page
from whosays.merging.stands import in_own_words
from whosays.records import Act, Event, Responsibility, RoleBasis, Span, Statement

_HELD = {"claimed": "claim", "denied": "deny", "blamed": "blame", "accused": "accuse"}
_BY_ROLE: Mapping[RoleBasis, str] = {
    "fact": "report", "suspected": "suspect", "accused": "accuse", "accused-by-authorities": "accuse",
    "claimed": "claim",
}  # fmt: skip
_ANSWERED_FOR = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # whose doers are a question; a meeting's are no secret


class Saying(msgspec.Struct, frozen=True):
    """A statement that says something of a deed: whose word it is, its act, since when it stands, and its words."""

    statement: str
    speaker: str | None
    act: Act
    since: str | None
    spans: tuple[Span, ...]


class Answers(msgspec.Struct, frozen=True):
    """What one report holds on who did a deed.

    ``words`` are acts of saying (claims, denials, blame), ``roles`` the doers that the telling itself names, ``doers``
    those of them whom it names as a fact, on nobody's word. ``deniers`` are those who hold that it did not happen.
    ``sayings`` are the statements that these and the tolls rest on; ``vouched`` says that the deed itself is told on
    somebody's word, and ``voucher`` on whose, where that is known.
    """

    words: tuple[Responsibility, ...] = ()
    roles: tuple[Responsibility, ...] = ()
    doers: frozenset[str] = frozenset()
    deniers: tuple[str, ...] = ()
    sayings: tuple[Saying, ...] = ()
    vouched: bool = False
    voucher: str | None = None


def answers_of(page: Page, event: Event, named: frozenset[str]) -> Answers:
    """What a report holds on who did one of its deeds; ``named`` are those who are somebody in particular."""
    words, roles = tuple(_by_words(page, event)), tuple(_by_roles(page, event, named))
    resting = {told.statement for some in (words, roles, event.tolls) for told in some}
    sure = (r for r in event.roles if r.part == "actor" and r.basis == "fact" and r.statement is None)
    vouching = [statement for statement, how in page.about.get(event.id, ()) if how == "content"]
    return Answers(
        words=words,
        roles=roles,
        doers=frozenset(actor.id for actor in (page.actor(r.mention) for r in sure) if actor is not None),
        deniers=tuple(_deniers(page, event)),
        sayings=tuple(_saying(page, said) for i, said in sorted(page.statements.items()) if i in resting),
        vouched=bool(vouching),
        voucher=next((who for who in map(page.speaker, (s.id for s in vouching)) if who is not None), None),
    )


def _saying(page: Page, statement: Statement) -> Saying:
    return Saying(
        statement=statement.id,
        speaker=page.speaker(statement.id),
        act=statement.act,
        since=statement.when.start,
        spans=in_own_words(statement, statement.content or (statement.cue,)),
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
