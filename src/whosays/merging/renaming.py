"""Tellings whose origin alone has another name: a copy that came out earlier than all known before names the others.

The origin of a telling counts only against those that tell it in the same words. As long as the same of these have one
origin as before, nothing that was grouped stands elsewhere, and it is enough to write the name down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from whosays.merging.candidates import Key, Keys
from whosays.merging.facts import Fact
from whosays.merging.outlines import MARKED, Outline
from whosays.merging.shelf import Kept

_NONE: frozenset[Key] = frozenset()


class Named(Protocol):
    """Where the tellings stand."""

    def told_in(self, reports: Iterable[str]) -> list[Kept]:
        """The tellings of these reports."""

    def facts(self, events: Iterable[str]) -> list[Fact]:
        """What these tellings tell."""

    def near(self, keys: Keys) -> list[tuple[Kept, Outline]]:
        """The tellings found under the keys asked for."""


def renamed(shelf: Named, told: Mapping[str, Sequence[Fact]]) -> list[Fact] | None:
    """What some reports tell, where nothing but the origins' names has changed; None where more has.

    Args:
        shelf: the tellings as they stood.
        told: what the reports tell now.
    """
    new = {f.event.id: f for facts in told.values() for f in facts}
    old = {f.event.id: f for f in shelf.facts(k.event for k in shelf.told_in(told))}
    if old.keys() != new.keys():
        return None
    if any(msgspec.structs.replace(old[e], origin=fact.origin) != fact for e, fact in new.items()):
        return None
    moving = {e: (old[e], fact) for e, fact in new.items() if old[e].origin != fact.origin}
    return [fact for _, fact in moving.values()] if _stay_together(shelf, moving) else None


def _stay_together(shelf: Named, moving: Mapping[str, tuple[Fact, Fact]]) -> bool:
    """Whether the same tellings of the same words have one origin as before."""
    if any(new.type == MARKED for _, new in moving.values()):
        return False  # they are not found by their words
    into: dict[Key, set[Key]] = {}
    for old, new in moving.values():
        before, after = _by_words(old), _by_words(new)
        for words in old.words:
            into.setdefault(after[words], set()).add(before[words])
    for key, earlier in into.items():
        holders = {k.event for k in _holding(shelf, *earlier)}
        if len(earlier) > 1 or _holding(shelf, key) or not holders <= moving.keys():
            return False
        if any(key not in _by_words(moving[e][1]).values() for e in holders):
            return False
    return True


def _by_words(fact: Fact) -> dict[str, Key]:
    """The words of a telling -> the key under which it is found by them and its origin."""
    return {words: (fact.event.type, "words", fact.origin, words) for words in fact.words}


def _holding(shelf: Named, *keys: Key) -> list[Kept]:
    return [kept for kept, _ in shelf.near(Keys(frozenset(keys), _NONE, _NONE, _NONE))]
