"""What a fight cost those who fought: "killed 35 rebels, | losing three soldiers |", "lost nine men in the raid".

They are counted, and are no victims of their own side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.quantities import count_of
from whosays.coding.words.understood import own_subject
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Toll, TollParty

_REAL = frozenset({"happened", "ongoing"})
_MEN = frozenset(
    "soldier fighter man troop policeman officer guard militant rebel trooper commando sailor marine ranger "
    "legionnaire conscript militiaman insurgent paratrooper comrade constable jawan guerrilla serviceman pilot".split()
)


def with_losses(parse: Parse, drafts: Sequence[EventDraft], wording: Wording, book: Book) -> tuple[EventDraft, ...]:
    """The attacks with the men whom a side is told to have lost in them."""
    found = list(drafts)
    for token in parse.tokens:
        for men, of_doers in _lost(parse, token):
            at = _fight(parse, found, token)
            count = count_of(parse, men.i, wording.quantities)
            span = parse.span(*_phrase(parse, men))
            if at is None or count is None or any(t.span.overlaps(span) for d in found for t in d.event.tolls):
                continue
            party: TollParty = "actor" if of_doers or _is_doer(parse, found[at], token, book) else "recipient"
            toll = Toll(effect="killed", count=count, span=span, party=party)
            event = msgspec.structs.replace(found[at].event, tolls=(*found[at].event.tolls, toll))
            found[at] = msgspec.structs.replace(found[at], event=event)
    return tuple(found)


def _phrase(parse: Parse, men: Token) -> tuple[int, int]:
    numbers = parse.children(men.i, "nummod")
    return min([men.i, *(n.i for n in numbers)]), men.i + 1


def _lost(parse: Parse, token: Token) -> Iterator[tuple[Token, bool]]:
    """The men lost, and whether it is told that they are the doers' ("for the loss of | two soldiers |")."""
    if token.lemma.lower() == "lose" and token.is_verb and token.tag in {"VBD", "VBG", "VBN"}:
        told = not any(c.tag in {"MD", "TO"} for c in parse.children(token.i, "aux", "mark"))
        shared = token.dep in {"advcl", "conj"} and not parse.children(token.i, "nsubj", "nsubj:pass")
        negated = any(c.lower in {"not", "n't", "never", "without"} for c in parse.children(token.i, "advmod", "mark"))
        for men in parse.children(token.i, "obj") if told and not negated else ():
            if _are_men(parse, men):
                yield men, shared
    if token.lemma.lower() == "loss" and case_of(parse, token.i) in {"for", "at", "with"}:
        for men in parse.children(token.i, "nmod"):
            if case_of(parse, men.i) == "of" and _are_men(parse, men):
                yield men, True


def _are_men(parse: Parse, noun: Token) -> bool:
    return noun.lemma.lower() in _MEN and any(c.tag == "CD" for c in parse.children(noun.i, "nummod"))


def _fight(parse: Parse, drafts: Sequence[EventDraft], token: Token) -> int | None:
    """The attack that cost them: the one whose clause the loss stands in, or that stands in the clause of the loss."""
    above = {a.i for a in parse.ancestors(token.i)}
    joined = {i for c in parse.children(token.i, "conj") for i in parse.subtree(c.i)}
    below = set(parse.subtree(token.i)) - joined
    real = [(at, d) for at, d in enumerate(drafts) if d.event.type == "ASSAULT" and d.event.status in _REAL]
    within = [at for at, d in real if d.head in below]
    around = [at for at, d in real if above & {d.head, *d.tokens}]
    return around[0] if around else within[0] if len(within) == 1 else None


def _is_doer(parse: Parse, draft: EventDraft, verb: Token, book: Book) -> bool:
    """Whether those who lost the men are the doers of the deed."""
    subject = own_subject(parse, verb.i) if verb.is_verb else None
    doers = {book.head(r.mention) for r in draft.event.roles if r.part == "actor" and r.mention is not None}
    return subject is not None and subject in doers
