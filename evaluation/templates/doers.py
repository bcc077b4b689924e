"""Who may have done it: every noun near an incident that can mean attackers or a body, with its signs.

The record says outright who did a deed; a report says it in many more ways ("the gunmen fled", "a cell of the Front was
seen nearby"). Which of the nouns the task wants is weighed by plain signs, learnt from MUC DEV alone
(``muc4_doers.csv``; ``evaluation.learn_doers`` makes it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from evaluation.sectors import singular
from evaluation.templates.lists import bare, lists, plain, unpointed
from evaluation.templates.near import Near, Spot
from evaluation.templates.told import Told
from whosays import ontology
from whosays.parse import Token
from whosays.records import Actor, Event, Mention

_BEFORE = 3  # sentences before an incident in which its doers may be told
_BEHIND = 6
_PLURALITIES = frozenset("group gang column commando unit squad band cell patrol team command front".split())
_MODIFIERS = frozenset("JJ JJR JJS VBN VBG RB NN NNP NNPS NNS CD".split())
_LONGEST = 6  # words before a noun
_INNER = frozenset({"compound", "flat", "amod", "nmod:desc", "goeswith"})


class Doer(msgspec.Struct, frozen=True):
    """Words that may name who did it, and all signs for and against that the report shows."""

    words: str
    signs: frozenset[str]


def individuals(told: Told, events: Sequence[Event]) -> list[Doer]:
    """The people near an incident, each once, with their signs."""
    numbers = _window(told, events)
    spots = [s for n in numbers for t in _nouns(told, n) if (s := _person(told, t)) is not None]
    return _gathered(told, events, spots)


def bodies(told: Told, events: Sequence[Event]) -> list[Doer]:
    """The armed groups and forces that a report names, each once, with their signs."""
    spots = [s for n in range(len(told.parsed.sentences)) for s in _bodies_in(told, n)]
    return _gathered(told, events, spots)


def _window(told: Told, events: Sequence[Event]) -> range:
    own = told.sentences(events)
    return range(max(min(own) - _BEFORE, 0), min(max(own) + _BEHIND + 1, len(told.parsed.sentences)))


def _nouns(told: Told, sentence: int) -> Iterator[Token]:
    start, end = told.parsed.sentences[sentence]
    for token in told.parsed.tokens[start:end]:
        if token.is_noun and token.dep.split(":")[0] not in ("compound", "flat", "goeswith"):
            yield token


def _person(told: Told, token: Token) -> Spot | None:
    """The words for people whose noun stands at a token; None where it means something else."""
    label = next((n.label for n in told.parsed.names if n.start <= token.i < n.end), None)
    kind = ontology.load().nouns.kind_of(singular(token.lower)) or ontology.load().nouns.kind_of(token.lower)
    named = label == "person"
    if not named and kind != "person" and singular(token.lower) not in _PLURALITIES and not _attacks(token):
        return None
    mention = _mention_at(told, token.i)
    words = told.words(mention) if mention is not None else _phrase(told, token.i)
    words = _plainly(unpointed(bare(words)))
    return Spot(words, token.i, mention) if any(c.isalpha() for c in words) else None


_LEADING = frozenset({"including", "seen", "called", "least", "among", "also", "namely"})


def _plainly(words: str) -> str:
    """Words without what a tree has wrongly hung before them: "including four officers"."""
    told = words.split()
    while len(told) > 1 and told[0].lower() in _LEADING:
        told = told[1:]
    return " ".join(told)


def _attacks(token: Token) -> bool:
    return token.lower in lists().attackers


def _mention_at(told: Told, head: int) -> Mention | None:
    """The mention whose head noun stands at a token."""
    span = told.parsed.span(head, head + 1)
    inside = [m for m in told.record.mentions if m.kind == "actor" and m.span.covers(span)]
    return next((m for m in inside if told.parsed.root_of(*told.parsed.tokens_of(m.span)) == head), None)


def _phrase(told: Told, head: int) -> str:
    """A noun with the words before it that describe it: "heavily armed men"."""
    tokens = told.parsed.tokens
    first = told.parsed.sentences[told.parsed.sentence(head)][0]
    start = head
    while start > max(first, head - _LONGEST) and tokens[start - 1].tag in _MODIFIERS:
        start -= 1
    end = head + 1
    while end < len(tokens) and tokens[end].dep == "flat" and tokens[end].head == head:
        end += 1
    return bare(told.parsed.text(start, end))


def _bodies_in(told: Told, sentence: int) -> Iterator[Spot]:
    """Armed groups by name, forces by noun, and what the parser takes for organisations."""
    start, end = told.parsed.sentences[sentence]
    taken: set[int] = set()
    for group in told.groups_in(sentence):
        if not any(t.is_noun for t in told.parsed.tokens[start + group.start : start + group.end]):
            continue  # "IS", "LET" in wire copy
        taken |= set(range(start + group.start, start + group.end))
        yield Spot(bare(group.words), start + group.end - 1, _mention_at(told, start + group.end - 1))
    for mention in _groups_of_record(told):
        first, last = told.parsed.tokens_of(mention.span)
        head = told.parsed.root_of(first, last)
        if start <= head < end and not taken & set(range(first, last)):
            taken |= set(range(first, last))
            yield Spot(told.words(mention), head, mention)
    for token in told.parsed.tokens[start:end]:
        if token.i in taken or not token.is_noun:
            continue
        words = _force(told, token)
        if words is not None:
            yield Spot(words, token.i, _mention_at(told, token.i))


def _groups_of_record(told: Told) -> Iterator[Mention]:
    """The names that the record has for armed groups, of whatever list."""
    for mention in told.record.mentions:
        entity = told.entity(mention.id)
        if mention.form == "name" and isinstance(entity, Actor) and entity.kind == "armed-group":
            yield mention


def _force(told: Told, token: Token) -> str | None:
    """ "The Veldian armed forces", "death squads", "the 5th Battalion": a body under arms by its noun."""
    before = told.parsed.tokens[token.i - 1].lower if token.i else ""
    two = f"{before} {token.lower}"
    if two not in lists().forces and token.lower not in lists().forces:
        return None
    return unpointed(_phrase(told, token.i))


def _gathered(told: Told, events: Sequence[Event], spots: Iterable[Spot]) -> list[Doer]:
    """Each candidate once, with the signs of all the places where it is named."""
    found: dict[str, tuple[str, set[str], int]] = {}
    near = Near(told, events)
    for spot in spots:
        key = plain(spot.words).strip()
        words, signs, times = found.get(key, (spot.words, set(), 0))
        found[key] = (words, signs | near.signs(spot), times + 1)
    doers = [Doer(words, frozenset(_settled(signs, times))) for words, signs, times in found.values()]
    often = [times for _, _, times in found.values()]
    return [msgspec.structs.replace(d, signs=d.signs | set(_among(doers, often, at))) for at, d in enumerate(doers)]


def _among(doers: Sequence[Doer], often: Sequence[int], at: int) -> Iterator[str]:
    """How one stands among all that may have done it: the only one, the first, the one named most, of its sector."""
    own = _sector_of(doers[at])
    rivals = [n for n, d in enumerate(doers) if n != at and _sector_of(d) == own]
    yield f"{min(len(rivals), 3)} more of its sector"
    yield f"{own}: {min(len(rivals), 3)} more of its sector"
    if all(often[at] > often[n] for n in rivals):
        yield "named most of its sector"
    if all(at < n for n in rivals):
        yield "first of its sector"
    for part in ("actor of it, fact", "within actor of it, fact"):
        if part not in doers[at].signs and any(part in d.signs for d in doers):
            yield f"another is {part}"


def _sector_of(doer: Doer) -> str:
    return next((s for s in sorted(doer.signs) if s.startswith("sector ")), "")


def _settled(signs: set[str], times: int) -> Iterator[str]:
    """Of the distances the nearest; how often it is named."""
    away = sorted(s for s in signs if s.startswith("away "))
    yield from (s for s in signs if not s.startswith("away "))
    yield from away[:1]
    yield "named once" if times == 1 else "named twice" if times == 2 else "named often"
