"""A toll that rises: "the death toll from the strikes on Kest rises to 220 people": so many did they kill."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.tolls import toll_of
from whosays.coding.words.triggers import labels_of
from whosays.ontology import Ontology
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Role

_RISING = frozenset("rise increase climb grow jump soar reach hit pass exceed surpass stand".split())
_OF = frozenset({"from", "of", "in", "during"})


def with_risen(
    parse: Parse, drafts: Sequence[EventDraft], knowledge: tuple[Ontology, Wording], book: Book
) -> tuple[EventDraft, ...]:
    """The attacks with the dead of a toll that is told to have risen; the mentions are kept in ``book``."""
    found = list(drafts)
    for token in parse.tokens:
        if token.lemma.lower() != "toll" or token.dep != "nsubj":
            continue
        verb = parse.tokens[token.head]
        below = {i for c in parse.children(token.i, "nmod") if _opener(parse, c) in _OF for i in parse.subtree(c.i)}
        told = [i for i, d in enumerate(found) if d.event.type == "ASSAULT" and d.head in below]
        dead = _dead(parse, verb, knowledge[0])
        killed = [r for i in told for r in found[i].event.roles if r.effect == "killed"]
        if verb.lemma.lower() in _RISING and len(told) == 1 and dead is not None and not killed:
            found[told[0]] = _with(parse, found[told[0]], dead, knowledge[1], book)
    return tuple(found)


def _opener(parse: Parse, noun: Token) -> str:
    """Its preposition, which a tree may hang on the day before it ("| from | Monday's strikes")."""
    return case_of(parse, noun.i) or parse.tokens[min(parse.subtree(noun.i))].lower


def _dead(parse: Parse, verb: Token, ontology: Ontology) -> int | None:
    """Who the figure counts: "to at least | 220 people |", "to | 40 |"; None where it counts deaths."""
    labels = labels_of(parse)
    figures = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"to", "at"}]
    figures += parse.children(verb.i, "obj")
    for noun in figures:
        counted = noun.tag == "CD" or bool(parse.children(noun.i, "nummod"))
        if noun.i > verb.i and counted and kind_of(parse, noun.i, ontology, labels) == "person":
            return noun.i
    return None


def _with(parse: Parse, draft: EventDraft, head: int, wording: Wording, book: Book) -> EventDraft:
    event = draft.event
    known = {r.mention for r in event.roles}
    tolls = [t for t in event.tolls if t.effect != "killed" or t.party != "unknown"]  # the same figure, of nobody told
    roles = list(event.roles)
    for dead in conjuncts(parse, head):
        toll = toll_of(parse, Part(dead, "recipient", "person", "to"), "killed", wording.quantities)
        mention = book.actor(dead)
        if toll is None or mention in known:
            return draft
        tolls.append(toll)
        roles.append(Role(mention=mention, part="recipient", kind="person", effect="killed", number=toll.count))
    event = msgspec.structs.replace(event, roles=tuple(roles), tolls=tuple(tolls))
    return msgspec.structs.replace(draft, event=event)
