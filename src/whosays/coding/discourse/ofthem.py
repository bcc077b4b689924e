"""Whom "eleven of them" are of: the only people told of before in the same sentence who do not do it themselves."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.triggers import labels_of
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse
from whosays.records import Role

_DONE_TO = frozenset({"ASSAULT", "COERCE", "RETREAT"})


def with_meant(parse: Parse, drafts: Sequence[EventDraft], ontology: Ontology, book: Book) -> tuple[EventDraft, ...]:
    """ "Ambushed a bus carrying | cooks |, killing nine of them": cooks; the number stays in the toll."""
    labels = labels_of(parse)
    found: list[EventDraft] = []
    for draft in drafts:
        event = draft.event
        roles: list[Role] = []
        one = draft
        for role in event.roles if event.type in _DONE_TO else ():
            head = book.head(role.mention) if role.part == "recipient" and role.mention is not None else None
            meant = None if head is None else _meant(parse, head, event.roles, (ontology, labels), book)
            if meant is None and head is not None:
                meant = _owner_of_target(parse, head, event.roles, (ontology, labels), book)
            roles.append(role if meant is None else msgspec.structs.replace(role, mention=book.actor(meant)))
        if roles != list(event.roles) and roles:
            one = msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=tuple(roles)))
        found.append(one)
    return tuple(found)


def _meant(
    parse: Parse, head: int, roles: Sequence[Role], knowledge: tuple[Ontology, dict[int, NameLabel]], book: Book
) -> int | None:
    them = [c for c in parse.children(head, "nmod") if c.lower == "them" and case_of(parse, c.i) == "of"]
    if parse.tokens[head].tag != "CD" or not them:
        return None
    ontology, labels = knowledge
    start = parse.sentences[parse.sentence(head)][0]
    told = {book.head(r.mention): r.part for r in roles if r.mention is not None}
    above = {a.i for a in parse.ancestors(head)}
    people = [
        t.i
        for t in parse.tokens[start:head]
        if t.tag == "NNS" and t.dep not in {"compound", "nmod:poss"} and t.i not in told
        and not (t.dep == "nsubj" and t.head in above) and kind_of(parse, t.i, ontology, labels) == "person"
    ]  # fmt: skip
    hurt = [h for h, part in told.items() if part == "recipient" and start <= h < head]
    hurt = [h for h in hurt if parse.tokens[h].tag in {"NNS", "NNP", "NNPS"}]
    return people[0] if len(people) == 1 and not hurt else None


def _owner_of_target(
    parse: Parse, head: int, roles: Sequence[Role], knowledge: tuple[Ontology, dict[int, NameLabel]], book: Book
) -> int | None:
    """ "Bombed the office of | a mayor |, wounding | him |": whose the office was, where it is nobody else's."""
    if parse.tokens[head].lower not in {"him", "her"} or parse.tokens[head].dep != "obj":
        return None
    ontology, labels = knowledge
    told = {book.head(r.mention) for r in roles if r.mention is not None}
    struck = [book.head(r.mention) for r in roles if r.part == "target" and r.mention is not None]
    struck = [t for t in struck if t < head and parse.sentence(t) == parse.sentence(head)]
    people = [
        c.i
        for t in struck
        for c in parse.children(t, "nmod", "nmod:poss")
        if c.tag in {"NN", "NNP"} and (c.dep == "nmod:poss" or case_of(parse, c.i) in {"of", "carrying"})
        and kind_of(parse, c.i, ontology, labels) == "person"
    ]  # fmt: skip
    return people[0] if len(people) == 1 and people[0] not in told else None
