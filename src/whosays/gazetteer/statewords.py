"""The words that mean a state without being its name: adjectives, its people, capitals and buildings that speak."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.gazetteer.knowledge import ActorEntry, Metonym, StateFacts
from whosays.gazetteer.names import case_fits, normalise

_Table = dict[str, list[tuple[str, str]]]


class StateWords:
    """Adjectives, words for people, and metonyms, each to its one state; what means two states means none."""

    def __init__(self, entries: Iterable[ActorEntry], metonyms: Iterable[Metonym] = ()) -> None:
        self._adjectives: _Table = {}
        self._people: _Table = {}
        self._metonyms: _Table = {}
        self._meanings: _Table = {}
        for entry in entries:
            if entry.state is not None:
                _add(self._adjectives, entry.state.adjectives, entry.id)
                _add(self._people, entry.state.people, entry.id)
                _add(self._metonyms, _speaking(entry.state), entry.id)
        for metonym in metonyms:
            _add(self._metonyms, (metonym.name,), metonym.state)
            _add(self._meanings, (metonym.name,), metonym.meaning)

    def adjective(self, word: str) -> str | None:
        """The state of an adjective."""
        return _only(self._adjectives, word)

    def person(self, word: str) -> str | None:
        """The state of a word for its people."""
        return _only(self._people, word)

    def metonym(self, word: str) -> str | None:
        """The state of a capital or building that stands for its government."""
        return _only(self._metonyms, word)

    def meaning(self, word: str) -> str | None:
        """The organ's plain name for a building that stands for it: Pentagon, Knesset."""
        return _only(self._meanings, word)


def _speaking(facts: StateFacts) -> tuple[str, ...]:
    """Historical states and territories have no capital that speaks in today's news."""
    capital = (facts.capital,) if facts.capital and facts.status in {"state", "partially-recognised"} else ()
    return (*facts.metonyms, *capital)


def _add(table: _Table, words: Iterable[str], value: str) -> None:
    for word in words:
        rows = table.setdefault(normalise(word), [])
        if all(known != value for _, known in rows):
            rows.append((word, value))


def _only(table: _Table, word: str) -> str | None:
    values = [value for written, value in table.get(normalise(word), ()) if case_fits(written, word)]
    return values[0] if len(values) == 1 else None
