"""Actors that no list can hold one by one: "the Kazakh Foreign Ministry", "Israeli troops", "the president of Chad".

A phrase is an *owner* (an adjective, a name, a possessive, a capital that stands for its government) before or
behind a *head* ("Foreign Ministry"); the heads are the hand-edited ``resources/patterns.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from whosays.gazetteer.entries import Holding, PatternMatch
from whosays.gazetteer.knowledge import ActorEntry, Pattern
from whosays.gazetteer.names import normalise, pieces
from whosays.numerals import NUMERALS
from whosays.records import Actor, Code, Value

FindOwners = Callable[[str], tuple[ActorEntry, ...]]
FindHolders = Callable[[str, str, str | None], tuple[Holding, ...]]

_BEFORE = NUMERALS | frozenset(
    "the a an this that these those some many several few both all any more most other two-dozen at least about "
    "nearly dozens hundreds thousands scores of senior top high ranking level unnamed unidentified local elite "
    "regular fellow royal over more than up to around almost roughly approximately fewer less only as alleged "
    "presumed suspected".split()
)
_CREEDS = frozenset(
    """islamist islamic jihadist shiite shi'ite sunni kurdish palestinian lebanese basque tamil marxist maoist leftist
    communist rightist separatist extremist catholic protestant armed somali nigerian yemeni colombian""".split()
)  # what fighters of a group with a name are called by, too
_LINKS = frozenset({"of", "in", "for", "from"})
_RUN_BY = frozenset({"run", "controlled"})
_LONGEST_OWNER = 7
LOCAL = ":local:"  # in the id of an owner that stands for a town's or province's own organs
OWNER_ITSELF = "self"  # the key of patterns that mean the owner: "Taliban fighters" are the Taliban


class Head(Value, frozen=True, kw_only=True):
    """Where a pattern's head stands in the phrase: words ``start`` to ``end`` of the normalised row."""

    pattern: Pattern
    what: str
    end: int


class Phrase(Value, frozen=True, kw_only=True):
    """A phrase as normalised words, each with the word as written that it is (a part of) and that one's number."""

    words: tuple[str, ...]
    surface: tuple[str, ...]
    numbers: tuple[int, ...]


class PatternBook:
    """All patterns, ready to be asked."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._all = tuple(patterns)

    @cached_property
    def _patterns(self) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
        """Compiled when first asked: most runs of the command line never ask."""
        return tuple((p, re.compile("|".join(f"(?:{h})" for h in _distinct_groups(p.heads)))) for p in self._all)

    def heads(self, words: Sequence[str], *, whole: bool) -> Iterator[Head]:
        """The patterns whose head is these normalised words, or for persons by office begins them."""
        text = " ".join(words)
        for pattern, expression in self._patterns:
            found = expression.fullmatch(text)
            if found is None and pattern.kind == "person" and not whole:
                found = expression.match(text)
                if found is not None and not text[found.end() :].startswith(" "):
                    found = None
            if found is not None and found.group():
                what = next((v for k, v in sorted(found.groupdict().items()) if v), "")
                yield Head(pattern=pattern, what=what, end=found.group().count(" ") + 1)

    def listed_names(self, identifier: str, owner: ActorEntry) -> tuple[str, ...]:
        """The names under which the lists may hold what a pattern makes of this owner: "Ukrainian military"."""
        pattern = next(p for p in self._all if p.id == identifier)
        words = owner.state.adjectives if owner.state else (owner.name,)
        return tuple(name.replace("{of}", word) for name in pattern.listed for word in words)

    def owned_by(
        self, phrase: Phrase, owner: ActorEntry, find_holders: FindHolders, on: str | None
    ) -> PatternMatch | None:
        """What a phrase without an owner names when it is this one's: "the Foreign Ministry"."""
        for owned, head, rest in _owned((owner,), self.heads(phrase.words, whole=False), phrase.surface, 0):
            return build(owned, head, rest, find_holders, on)
        return None


def _distinct_groups(heads: Sequence[str]) -> Iterator[str]:
    for number, head in enumerate(heads):
        yield head.replace("(?P<what>", f"(?P<what{number}>")


def read_phrase(text: str) -> Phrase:
    """The normalised words of a phrase, without determiners, numbers and the like before its owner."""
    words: list[str] = []
    surface: list[str] = []
    numbers: list[int] = []
    for number, word in enumerate(text.split()):
        for part in pieces(word) or ():
            if not words and (part in _BEFORE or part.isdigit()):
                continue
            words.append(part)
            surface.append(word)
            numbers.append(number)
    return Phrase(words=tuple(words), surface=tuple(surface), numbers=tuple(numbers))


def match(
    phrase: Phrase, book: PatternBook, find_owners: FindOwners, find_holders: FindHolders, on: str | None
) -> PatternMatch | None:
    """The actor that the phrase's words tell, or None; where two readings fit, the one with the longer owner."""
    for owner, head, rest in _readings(phrase, book, find_owners):
        return build(owner, head, rest, find_holders, on)
    if len(phrase.words) > len(("Dawn", "militants")) and phrase.words[0] in _CREEDS:
        inner = Phrase(words=phrase.words[1:], surface=phrase.surface[1:], numbers=phrase.numbers[1:])
        for owner, head, rest in _readings(inner, book, find_owners):
            if owner.kind == "armed-group" and head.pattern.key == OWNER_ITSELF:  # "| Islamist | Dawn militants"
                return build(owner, head, rest, find_holders, on)
    return None


def build(owner: ActorEntry, head: Head, rest: str, find_holders: FindHolders, on: str | None) -> PatternMatch:
    """The match of a head with its owner."""
    pattern = head.pattern
    # An organ of a town belongs to its state: the town itself is no actor of the lists.
    of = owner.part_of[0] if LOCAL in owner.id else owner.id
    key = pattern.key.replace("{what}", head.what.replace(" ", "-"))
    called = _owner_word(owner)
    name = pattern.name.replace("{what}", head.what.title()).replace("{of}", called)
    held = [c for c in owner.codes if _holds(c, on)]
    codes = (*held, *(Code(code=c) for c in pattern.codes if all(c != known.code for known in held)))
    actor = Actor(id=f"{owner.id}:{key}", name=name, kind=pattern.kind, codes=codes, part_of=(of,))
    if pattern.key == OWNER_ITSELF:
        actor = msgspec.structs.replace(owner.actor(), codes=codes)
    holders = tuple(h for office in pattern.offices for h in find_holders(owner.id, office, on))
    if pattern.titles:
        wanted = [normalise(t) for t in pattern.titles]
        holders = tuple(h for h in holders if any(w in normalise(h.title) for w in wanted))
    office = pattern.offices[0] if pattern.offices else key if pattern.kind == "person" else None
    return PatternMatch(
        pattern=pattern.id, actor=actor, owner=of, office=office, holders=_once(holders), rest=rest, called=called
    )


def _readings(phrase: Phrase, book: PatternBook, find_owners: FindOwners) -> Iterator[tuple[ActorEntry, Head, str]]:
    words, surface = phrase.words, phrase.surface
    for size in range(min(_LONGEST_OWNER, len(words) - 1), 0, -1):
        begin = size
        if phrase.numbers[size - 1] == phrase.numbers[size]:
            if words[size] not in _RUN_BY or size + 1 == len(words):
                continue  # "Russian-backed forces" are not Russian forces, "the Houthi-run ministry" is the Houthis'
            begin = size + 1
        owners = find_owners(_joined(phrase, 0, size) if begin == size else " ".join(words[:size]).title())
        if owners:
            yield from _owned(owners, book.heads(words[begin:], whole=False), surface, begin)
    for at in range(1, len(words) - 1):
        if words[at] not in _LINKS:
            continue
        after = at + 1 + (words[at + 1] == "the")
        owners = find_owners(_joined(phrase, after, len(words)))
        if owners:
            yield from _owned(owners, book.heads(words[:at], whole=True), surface, len(words))


def _joined(phrase: Phrase, start: int, end: int) -> str:
    """The words as written of the normalised words ``start`` to ``end``, each once."""
    seen = dict(zip(phrase.numbers[start:end], phrase.surface[start:end], strict=True))
    return " ".join(seen.values())


def _owned(
    owners: Sequence[ActorEntry], heads: Iterable[Head], surface: Sequence[str], size: int
) -> Iterator[tuple[ActorEntry, Head, str]]:
    for head in heads:
        rest = _each_once(surface[size + head.end :])
        if rest and not _is_name(rest):
            continue
        for owner in owners:
            if owner.kind in head.pattern.owners:
                yield owner, head, " ".join(rest)


def _each_once(words: Sequence[str]) -> list[str]:
    """The words as written, where one of several pieces stands once for each: "Omar | al-Hadi | al-Hadi"."""
    return [w for i, w in enumerate(words) if i == 0 or w != words[i - 1] or w.isalpha()]


def _is_name(words: Sequence[str]) -> bool:
    return len(words) <= 6 and words[0][:1].isupper() and words[-1][:1].isupper()


_LONG = 20  # letters: a longer name of a body is not said before a noun


def _owner_word(owner: ActorEntry) -> str:
    """ "Syrian | rebels", "Kurdish | fighters": the adjective, where the owner has one."""
    if owner.state and owner.state.adjectives:
        return owner.state.adjectives[0]
    if owner.kind == "people":
        return owner.weak[0] if owner.weak else owner.name.removesuffix(" people").removesuffix("s")
    if owner.kind == "body" and len(owner.name) > _LONG:
        return next((a for a in owner.aliases if a.isalpha() and a.isupper()), owner.name)  # "NATO | soldier"
    one = owner.name.removesuffix("s")
    return one if one in owner.aliases else owner.name  # "the | Houthi | health ministry"


def _holds(code: Code, on: str | None) -> bool:
    return on is None or ((code.start or "") <= on and (code.end is None or on < code.end))


def _once(holders: Sequence[Holding]) -> tuple[Holding, ...]:
    return tuple(dict.fromkeys(holders))
