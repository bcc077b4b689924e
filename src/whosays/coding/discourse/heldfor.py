"""Whose the crime is that somebody is judged, held or sought for: "sentenced a nurse to life | for the bombing".

Only where nobody else is told to have done it, and nothing but the crime stands behind the word that leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.coding.words.slots import slots_of
from whosays.parse import Parse, Token
from whosays.records import Role, RoleBasis

_JUDGED = frozenset("sentence convict jail imprison execute hang guilty condemn behead".split())
_HELD = frozenset("arrest detain charge indict warrant arraign prosecute try apprehend nab extradite custody".split())
_TYPES = frozenset({"SANCTION", "COERCE", "ACCUSE", "THREATEN", "ASSAULT"})
_LEADING = frozenset({"for", "over", "with"})
_ON = frozenset({"suspicion", "charge", "count", "connection", "relation", "involvement", "role", "part"})
_DOING = frozenset(
    "plan plot prepare carry commit orchestrate attempt coordinate mastermind lead organize organise conduct stage "
    "execute perpetrate direct launch".split()
)
_SERIES = frozenset({"series", "string", "spate", "number", "wave", "count", "charge", "suspicion", "couple", *_ON})
_ADVERBS = frozenset({"allegedly", "reportedly", "fatally", "out", "repeatedly", "violently", "deliberately"})
_REAL = frozenset({"happened", "attempted", "planned", "ongoing"})
_WORDS = ("DT", "JJ", "NN", "CD", "HYPH", "CC", "PRP$", "POS", ",")
_AFTER = frozenset({"after", "before", "amid", "despite", "following", "during", "while", "when", "as", "but"})


class _Judged(msgspec.Struct, frozen=True):
    """Who is judged or held: their heads, whether it is settled, the last token of the words, by whose mentions."""

    heads: tuple[int, ...]
    settled: bool
    at: int
    by: frozenset[str | None] = frozenset()


def with_convicted(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The attacks with those who are judged, held or sought for them; the mentions are kept in ``book``."""
    found = [_named_once(parse, d, book) if _is_attack(parse, d) else d for d in drafts]
    for at, draft in enumerate(found):
        judged = _last_judged(parse, draft, found, book) if _is_attack(parse, draft) else None
        actors = {r.mention for r in draft.event.roles if r.part == "actor"}
        if judged is not None and actors <= judged.by and _is_crime(parse, judged, draft):
            found[at] = _with_judged(draft, judged, book)
    return tuple(found)


def _with_judged(draft: EventDraft, judged: _Judged, book: Book) -> EventDraft:
    basis: RoleBasis = "fact" if judged.settled else "accused"
    known = {r.mention for r in draft.event.roles}
    doers = tuple(
        Role(mention=book.actor(h), part="actor", kind="person", basis=basis)
        for h in judged.heads
        if book.actor(h) not in known
    )
    kept = tuple(r for r in draft.event.roles if r.part != "actor" or not doers)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=(*doers, *kept)))


def _named_once(parse: Parse, draft: EventDraft, book: Book) -> EventDraft:
    """ "Jailed a clerk for the murder of a boy whom | she | stabbed": the clerk, who is told already."""
    told = {r.mention: parse.tokens[book.head(r.mention)] for r in draft.event.roles if r.part == "actor" and r.mention}
    named = [t.i for t in told.values() if t.tag in {"NN", "NNP"}]
    again = {m for m, t in told.items() if t.lower in {"he", "she"} and len(named) == 1 and named[0] < t.i}
    if not again:
        return draft
    roles = tuple(r for r in draft.event.roles if r.mention not in again)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=roles))


def _is_attack(parse: Parse, draft: EventDraft) -> bool:
    event = draft.event
    return event.type == "ASSAULT" and event.status in _REAL and not parse.children(draft.head, "aux:pass")


def _last_judged(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> _Judged | None:
    """Who was told last before a deed, in its sentence, to be judged or held."""
    start = parse.sentences[parse.sentence(draft.head)][0]
    told = [d for d in drafts if start <= min(d.tokens, default=d.head) < draft.head and d.event.type in _TYPES]
    for other in reversed([d for d in told if d is not draft]):
        verb = _judging(parse, other)
        if verb is None:
            continue
        heads = tuple(
            book.head(r.mention) for r in other.event.roles if r.part == "recipient" and r.mention is not None
        )
        heads = tuple(h for h in heads if h < draft.head and not _is_relative_only(parse, h, verb))
        if _are_many(other) and _is_over(parse, verb, draft.head):
            continue
        if heads and other.event.status in {"happened", "ongoing", "planned", "habitual"}:
            by = frozenset(r.mention for r in other.event.roles if r.part == "actor")
            settled = verb.lemma.lower() in _JUDGED
            at = max(
                i for i in (other.head, *other.tokens) if i < draft.head
            )  # "finds him guilty of it | and jails him"
            return _Judged(heads=heads, settled=settled, at=at, by=by)
    for verb in reversed(parse.tokens[start : draft.head]):  # words of which no event was made: "hangs six men for"
        heads = slots_of(parse, verb.i).get("object", ()) if verb.is_verb and verb.lemma.lower() in _JUDGED else ()
        if heads and max(heads) < draft.head:
            return _Judged(heads=heads, settled=True, at=verb.i)
    return None


_MANY = 5


def _are_many(draft: EventDraft) -> bool:
    """ "Thirteen people are arrested": so many may not all have done one deed."""
    counts = [r.number for r in draft.event.roles if r.part == "recipient" and r.number is not None]
    return any(n.low is not None and n.low >= _MANY for n in counts)


def _is_over(parse: Parse, verb: Token, end: int) -> bool:
    """ "Arrested | over | a shooting", "| in connection with | it": not "on suspicion of it", "for it"."""
    words = {t.lower for t in parse.tokens[verb.i + 1 : end]}
    return (
        verb.lemma.lower() in {"arrest", "detain"}
        and bool(words & {"over", "connection", "relation"})
        and not words & {"suspicion", "for", "charges", "charge"}
    )


def _judging(parse: Parse, draft: EventDraft) -> Token | None:
    """The word of a draft by which somebody is judged or held; the head alone tells who is "executed"."""
    words = [parse.tokens[draft.head]] if draft.event.type == "ASSAULT" else [parse.tokens[i] for i in draft.tokens]
    found = [t for t in words if t.lemma.lower() in _JUDGED | _HELD or t.lower in _JUDGED]
    settled = [t for t in found if t.lemma.lower() in _JUDGED]
    return next(iter((*settled, *found)), None)


def _is_relative_only(parse: Parse, head: int, verb: Token) -> bool:
    """ "A law for those | arrested for": nobody in particular."""
    return parse.tokens[head].tag.startswith(("PRP", "WP", "DT")) and verb.dep == "acl"


def _is_crime(parse: Parse, judged: _Judged, draft: EventDraft) -> bool:
    """Whether the words lead from the judging to the deed: "for the", "in connection with the", "on suspicion of"."""
    between = parse.tokens[judged.at + 1 : draft.head]
    for lead in _leads(parse, between):
        if parse.tokens[lead - 1].lemma.lower() == "suspect" and _is_hunt(parse, draft.head):
            continue
        words = parse.tokens[lead + 1 : draft.head]
        pleaded = parse.tokens[lead - 1].lower == "guilty"  # "sentenced after pleading guilty | to the murders of"
        if _is_bare(parse, words) and (pleaded or not _turned(parse, judged.at, lead)):
            return True
    return False


def _is_hunt(parse: Parse, head: int) -> bool:
    """ "Detained nine suspects | in raids | targeting the Front": how they were caught; not so "in the raid"."""
    token = parse.tokens[head]
    noun = parse.tokens[token.head] if token.dep == "acl" and token.lower == "targeting" else token
    definite = any(c.lower in {"the", "that", "this"} for c in parse.children(noun.i, "det"))
    return noun.lemma.lower() in _HUNTS and not definite


_HUNTS = frozenset({"raid", "operation", "sweep", "search", "crackdown"})


def _leads(parse: Parse, between: Sequence[Token]) -> Iterator[int]:
    """The words behind which a crime stands, the last first."""
    for token in reversed(between):
        before = parse.tokens[token.i - 1].lemma.lower()
        if token.lower in _LEADING and token.tag == "IN":
            if token.lower != "with" or before in {"charge", "connection", "relation"}:
                yield token.i
        elif (token.lower == "of" and before in {"suspicion", "charge", "guilty", "count", "convict"}) or (
            token.lower in {"in", "to"} and before in _ON | {"related", "relate", "suspect", "guilty"}
        ):
            yield token.i


def _is_bare(parse: Parse, words: Sequence[Token]) -> bool:
    """Whether only the deed's own words stand there: "planning a series of", "the May 2024 mass"."""
    for token in words:
        own = token.tag.startswith(_WORDS) or token.lower in _ADVERBS
        doing = token.tag == "VBG" and token.lemma.lower() in _DOING
        series = token.lower in {"of", "in"} and parse.tokens[token.i - 1].lemma.lower() in _SERIES
        crime = token.tag == "VBN" and token.lower in {"attempted", "aggravated", "related"}
        gerund = token.tag == "VBG" and parse.behind(token.i).lower == "and"  # "raping and | murdering"
        if not (own or doing or series or crime or gerund):
            return False
    return True


def _turned(parse: Parse, start: int, lead: int) -> bool:
    """Whether another clause begins before the words that lead on: "arrested, while the army blamed rebels | for"."""
    return any(
        t.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"} or (t.lower in _AFTER and t.dep == "mark")
        for t in parse.tokens[start + 1 : lead]
        if t.lemma.lower() not in _JUDGED | _HELD and not (t.tag == "VBZ" and t.dep.startswith("aux"))
    )
