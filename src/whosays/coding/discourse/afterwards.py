"""What later words add to an attack told before: that nobody was hurt, what was damaged, how many died of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft, Loose
from whosays.coding.factuality.status import status_of
from whosays.coding.parties.roles import role_of
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.tolls import tolls_of
from whosays.ontology import THING_EFFECTS
from whosays.ontology.wording import Wording
from whosays.parse import Parse
from whosays.records import Event, Toll

_REACH = 2  # sentences in which an attack is still what is spoken of, for those who were spared
_STRUCK = frozenset(
    {"explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "destroy", "firearms", "primitive"}
)
_ATTACKS = frozenset({"attack", "assault", "ambush", "raid", "storm", "strike"})
_BODILY = frozenset({"killed", "wounded"})
_REAL = frozenset({"happened", "ongoing"})
_ANEW = frozenset({"other", "others", "another", "separately", "elsewhere", "meanwhile", "earlier", "accident"})


def with_afterwards(
    parse: Parse, drafts: Sequence[EventDraft], loose: Sequence[Loose], wording: Wording, book: Book
) -> tuple[EventDraft, ...]:
    """The attacks with what words of effect that tell of no deed themselves (``loose``) say of them."""
    found = list(drafts)
    for words in loose:
        tolls = tuple(t for m in words for t in tolls_of(parse, m.found, m.parts, wording.quantities))
        nil = bool(tolls) and all(t.count.high == 0 for t in tolls)
        at = _attack(parse, found, words, _REACH if nil else 1)
        if at is None:
            continue
        at = at if nil else _of_whom(parse, found, at, words, book)
        before = found[at].event
        if nil:
            found[at] = _with_tolls(found[at], tolls)
        elif tolls and _is_of_those(found[at], words, book):
            found[at] = _with_tolls(found[at], tolls)  # "the guards that were abducted were found | dead"
        elif all(status_of(parse, m.found.head, wording) in _REAL for m in words):
            found[at] = _with_effects(parse, found[at], words, tolls, (wording, book))
        if not nil and (found[at].event is not before or _are_told(parse, before, words, tolls)):
            spans = {parse.span(m.found.tokens[0], m.found.tokens[-1] + 1) for m in words}
            found[at] = msgspec.structs.replace(found[at], words=tuple(sorted({*found[at].words, *spans})))
    return tuple(found)


def _are_told(parse: Parse, event: Event, words: Loose, tolls: Sequence[Toll]) -> bool:
    """ "A bomb killed nine. ... The nine who | died |": the same figures again, and nothing of another deed."""
    told = {(t.effect, t.count.low, t.count.high) for t in event.tolls if (t.count.low or 0) > 1}
    if not tolls or not all((t.effect, t.count.low, t.count.high) in told for t in tolls):
        return False
    start, end = parse.sentences[parse.sentence(words[0].found.head)]
    elsewhere = any(n.label == "place" and start <= n.start < end for n in parse.names)
    return not elsewhere and not any(t.lower in _ANEW for t in parse.tokens[start:end])


def _attack(parse: Parse, drafts: Sequence[EventDraft], words: Loose, reach: int) -> int | None:
    """The attack that words of effect can be about: the last one before them, in their own sentence or just before."""
    head = min(m.found.head for m in words)
    sentence = parse.sentence(head)
    best: int | None = None
    for at, draft in enumerate(drafts):
        away = sentence - parse.sentence(draft.head)
        if draft.head > head or away > reach:
            continue
        if draft.event.type in {"ASSAULT", "PROTEST"}:
            best = at
    if best is None or drafts[best].event.type != "ASSAULT":
        return None
    return best if drafts[best].event.status in {*_REAL, "attempted"} else None


def _of_whom(parse: Parse, drafts: Sequence[EventDraft], at: int, words: Loose, book: Book) -> int:
    """ "A boy who stabbed two guards was shot. | One of the guards | was hurt": by the knife, and not by the shot."""
    counted = [parse.tokens[p.head] for m in words for p in m.parts if p.part == "recipient"]
    whole = [c for t in counted if t.tag == "CD" for c in parse.children(t.i, "nmod") if case_of(parse, c.i) == "of"]
    nouns = {c.lemma.lower() for c in whole if any(d.lower == "the" for d in parse.children(c.i, "det"))}
    if not nouns or nouns & _befallen(parse, drafts[at], book):
        return at
    near = [n for n, d in enumerate(drafts) if parse.sentence(d.head) == parse.sentence(drafts[at].head)]
    return next((n for n in near if nouns & _befallen(parse, drafts[n], book)), at)


def _befallen(parse: Parse, draft: EventDraft, book: Book) -> set[str]:
    roles = (r for r in draft.event.roles if r.part == "recipient" and r.mention is not None)
    return {parse.tokens[book.head(r.mention)].lemma.lower() for r in roles if r.mention is not None}


def _with_tolls(draft: EventDraft, tolls: Sequence[Toll]) -> EventDraft:
    """The attack with tolls of effects of which nothing is told yet."""
    event = draft.event
    told = {t.effect for t in event.tolls}
    added = tuple(t for t in tolls if t.effect not in told)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, tolls=(*event.tolls, *added)))


def _with_effects(
    parse: Parse, draft: EventDraft, words: Loose, tolls: Sequence[Toll], knowledge: tuple[Wording, Book]
) -> EventDraft:
    """ "Two buses were also damaged.", "Six people died.": what the next sentence tells of the same attack."""
    wording, book = knowledge
    start, end = parse.sentences[parse.sentence(words[0].found.head)]
    elsewhere = any(t.kind in {"date", "time"} and start <= t.start < end for t in parse.times)
    elsewhere = elsewhere or any(n.label == "place" and start <= n.start < end for n in parse.names)
    same = parse.sentence(draft.head) == parse.sentence(words[0].found.head)
    struck = draft.event.mode in _STRUCK or parse.tokens[draft.head].lemma.lower() in _ATTACKS
    if draft.event.status not in _REAL or not struck or (elsewhere and not same):
        return draft
    if tolls:
        anew = any(t.lower in _ANEW for t in parse.tokens[start:end])
        verbless = same and _is_verbless(parse, draft, words)
        return (
            draft
            if anew or (same and not verbless) or (elsewhere and not verbless)
            else _with_people(parse, draft, words, tolls, knowledge)
        )
    heads = {book.head(r.mention) for r in draft.event.roles if r.mention is not None}
    roles = tuple(
        role_of(parse, part, book, wording, m.found)
        for m in words
        for part in m.parts
        if m.found.trigger.effect in THING_EFFECTS and part.part == "target" and part.head not in heads
    )
    event = draft.event
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *roles)))


def _is_of_those(draft: EventDraft, words: Loose, book: Book) -> bool:
    """Whether words of effect tell what became of the very people who suffered the deed."""
    suffering = {book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None}
    heads = {p.head for m in words for p in m.parts if p.part == "recipient"}
    return bool(heads) and heads <= suffering


def _is_verbless(parse: Parse, draft: EventDraft, words: Loose) -> bool:
    """ "Rebels attack a post in Kest, | nine dead": a toll that a headline sets beside its verb."""
    token = parse.tokens[words[0].found.head]
    above = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    return not token.is_verb and token.i > draft.head and above is not None and above.i == draft.head


def _with_people(
    parse: Parse, draft: EventDraft, words: Loose, tolls: Sequence[Toll], knowledge: tuple[Wording, Book]
) -> EventDraft:
    wording, book = knowledge
    told = {t.effect for t in draft.event.tolls}
    plain = all(t.effect in _BODILY and not t.count.approximate for t in tolls)
    if told & {t.effect for t in tolls} or not plain:
        return draft
    roles = tuple(role_of(parse, p, book, wording, m.found) for m in words for p in m.parts if p.part == "recipient")
    event = draft.event
    known = {r.mention for r in event.roles}
    fresh = tuple(r for r in roles if r.mention not in known)
    return _with_tolls(
        msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *fresh))), tolls
    )
