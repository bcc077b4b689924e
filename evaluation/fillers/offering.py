"""The phrases of a report that may fill a role, each wording once, with the signs of all places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from evaluation.fillers.gates import Meaning, meaning, roles_of
from evaluation.fillers.phrases import Phrase, phrases
from evaluation.fillers.sentences import Read
from evaluation.fillers.signs import signs_of
from evaluation.templates.naming import groups_in

_NO_WORD = re.compile(r"[^\w\s]|\b(?:a|an|the)\b")
_LONGEST = 120  # characters
_OFTEN = 4
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_NAMES = frozenset({"name of person", "name of organisation", "armed group alone"})
# The slots of a template whose fills no table of weights has chosen.
_SLOTS = {"thing": "struck thing", "name": "struck person", "description": "struck people", "instrument": "weapon"}


class Filler(msgspec.Struct, frozen=True):
    """A wording that may fill roles: as it is compared, which roles, whom it names, where it stands, and its signs.

    ``incidents`` are the places of those incidents whose templates hold it.
    """

    words: str
    roles: frozenset[str]
    actors: frozenset[str]
    places: Sequence[Phrase]
    sentences: Sequence[int]
    incidents: Sequence[int]
    signs: frozenset[str]


class _Gathered(msgspec.Struct):
    roles: set[str]
    places: list[Phrase]
    sentences: set[int]
    signs: set[str]


def normal(mention: str) -> str:
    """A mention as it is compared: without case, punctuation and articles."""
    return " ".join(_NO_WORD.sub(" ", mention.lower()).split())


def offered(read: Read) -> list[Filler]:
    """Every wording of a report that may fill a role, in the order in which they come up."""
    found: dict[str, _Gathered] = {}
    parsed = read.told.parsed
    for phrase in phrases(read.told):
        text = " ".join(parsed.text(phrase.start, phrase.end).split())
        words = normal(text)
        means = _meaning(read, phrase, text)
        roles = roles_of(means)
        if not words or len(words) > _LONGEST or not roles:
            continue
        known = found.setdefault(words, _Gathered(set(), [], set(), set()))
        known.roles |= roles
        known.places.append(phrase)
        known.sentences.add(parsed.sentence(phrase.head))
        known.signs.update(signs_of(read, phrase, means, words))
    slots = _slots(read)
    for words, known in found.items():
        known.signs.update(said for _, said in slots.get(words, ()))
        known.signs.add(f"told {min(len({p.head for p in known.places}), _OFTEN)} times")
    _compare_names(found)
    return [
        Filler(
            words,
            frozenset(g.roles),
            _actors(read, words, g.places),
            tuple(g.places),
            sorted(g.sentences),
            sorted({at for at, _ in slots.get(words, ())}),
            frozenset(g.signs),
        )
        for words, g in found.items()
    ]


def _compare_names(found: Mapping[str, _Gathered]) -> None:
    """Tells of each name whether the report has a longer one or a shorter one: "Ruiz", "Ana Ruiz"."""
    names = {words: frozenset(words.split()) for words, g in found.items() if g.signs & _NAMES}
    for words, mine in names.items():
        if any(mine < theirs for theirs in names.values()):
            found[words].signs.add("part of a longer name")
        if any(theirs < mine for theirs in names.values()):
            found[words].signs.add("holds a shorter name")


def _actors(read: Read, words: str, places: Iterable[Phrase]) -> frozenset[str]:
    """Those whom words name, by the lists and by the record: a group goes by its name and by its letters."""
    listed = {g.actor for g in groups_in(words.split())}
    named = {read.named[p.head] for p in places if p.head in read.named}
    return frozenset((listed or named) | {f"told as one at {i}" for p in places for i in _brackets(read, p)})


def _brackets(read: Read, phrase: Phrase) -> Iterator[int]:
    """The bracket behind a phrase, or the one that it stands in alone: "the Front of Villa (FOV)"."""
    tokens = read.told.parsed.tokens
    behind = tokens[phrase.end].text if phrase.end < len(tokens) else ""
    if behind in _OPENING:
        yield phrase.end
    if behind in _CLOSING and phrase.start and tokens[phrase.start - 1].text in _OPENING:
        yield phrase.start - 1


def _meaning(read: Read, phrase: Phrase, text: str) -> Meaning:
    names = read.told.parsed.names
    exact = next((n for n in names if (n.start, n.end) == (phrase.start, phrase.end)), read.names.get(phrase.head))
    armed = any(i in read.armed for i in range(phrase.start, phrase.end))
    return meaning(text, read.told.parsed.tokens[phrase.head].text, exact.label if exact else None, armed)


def _slots(read: Read) -> dict[str, set[tuple[int, str]]]:
    """What the templates of the report's incidents are filled with, by wording: which incident, and as what."""
    found: dict[str, set[tuple[int, str]]] = {}
    for at, candidate in enumerate(read.found):
        for slot, said in _SLOTS.items():
            for fill in candidate.template.get(slot, ()):
                found.setdefault(normal(fill.partition(": ")[0]), set()).add((at, f"in a template: {said}"))
    return found
