"""From names to actors: looking one up, and finding every known one in a row of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from whosays.gazetteer.entries import Candidate, Hit, Strength, UserActor
from whosays.gazetteer.knowledge import ActorEntry
from whosays.gazetteer.names import SHOUTED_WORDS, case_fits, is_acronym, normalise, pieces

_SCANS = 512  # of a report or two
_PART_END = "\0"  # stands for a mark that no name runs across


class Named(NamedTuple):
    """One way of naming one actor, as it is written in the lists. A plain tuple: there are thirty thousand of them."""

    alias: str
    actor: str
    strength: Strength
    rule: str


def _named(entry: ActorEntry) -> Iterator[tuple[str, Named]]:
    """The names of an entry, each with its normal form."""
    weak = {normalise(alias) for alias in entry.weak}
    for alias in _spelt_out((entry.name, *entry.aliases)):
        form = normalise(alias)
        if form not in weak:
            rule = "name" if alias == entry.name else "acronym" if is_acronym(alias) else "alias"
            yield form, Named(alias, entry.id, "strong", rule)
    for alias in entry.weak:
        yield normalise(alias), Named(alias, entry.id, "weak", "weak-alias")
    for alias in entry.surnames:
        yield normalise(alias), Named(alias, entry.id, "weak", "surname")


def _spelt_out(aliases: Iterable[str]) -> Iterator[str]:
    """The aliases, and "United Nations ..." beside every "UN ..."."""
    for alias in aliases:
        yield alias
        if alias.startswith("UN "):
            yield f"United Nations {alias[3:]}"


class NameIndex:
    """The names of many actors, by normal form. Names of a user's list hide all others of the same form."""

    def __init__(self, entries: Iterable[ActorEntry], own: Iterable[UserActor] = ()) -> None:
        self._by_form: dict[str, list[Named]] = {}
        self._scanned = lru_cache(maxsize=_SCANS)(self._scan)  # a report is asked about again and again
        for entry in entries:
            for form, named in _named(entry):
                self._put(form, named)
        hidden: set[str] = set()
        for user in own:
            for alias in (user.name, *user.aliases):
                form = normalise(alias)
                if form and form not in hidden:
                    hidden.add(form)
                    self._by_form[form] = []
                self._put(form, Named(alias, user.id, "strong", "user-list"))
        self._longest: dict[str, int] = {}
        for form in self._by_form:
            first, size = form.split(" ", 1)[0], form.count(" ") + 1
            self._longest[first] = max(size, self._longest.get(first, 0))

    def _put(self, form: str, named: Named) -> None:
        if not form:
            return
        rows = self._by_form.get(form)
        if rows is None:
            self._by_form[form] = [named]
        elif all(row.actor != named.actor for row in rows):
            rows.append(named)

    def named(self, surface: str) -> tuple[Candidate, ...]:
        """Whom ``surface`` may mean: strong candidates first, in the lists' order."""
        return self._fitting(normalise(surface), surface)

    def _fitting(self, form: str, surface: str) -> tuple[Candidate, ...]:
        fitting = [n for n in self._by_form.get(form, ()) if _fits(n, surface)]
        found = [Candidate(actor_id=n.actor, strength=n.strength, rule=n.rule) for n in fitting]
        return tuple(sorted(found, key=lambda c: c.strength != "strong"))

    def scan(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """The known names among ``words``, leftmost and longest first, never overlapping."""
        return self._scanned(tuple(words))

    def _scan(self, words: tuple[str, ...]) -> tuple[Hit, ...]:
        flow, origin = _flow(words)
        shouting = _is_shouting(words)
        hits: list[Hit] = []
        at = 0
        while at < len(flow):
            if flow[at] not in self._longest:
                at += 1
                continue
            hit, step = self._longest_at(words, flow, origin, at)
            if hit is not None:
                hits.append(_softened(hit, words) if shouting else hit)
            at += step
        return tuple(hits)

    def _longest_at(
        self, words: Sequence[str], flow: Sequence[str], origin: Sequence[int], at: int
    ) -> tuple[Hit | None, int]:
        for size in range(min(self._longest[flow[at]], len(flow) - at), 0, -1):
            form = " ".join(flow[at : at + size])
            if form not in self._by_form:
                continue
            start, end = origin[at], origin[at + size - 1] + 1
            split = (at > 0 and origin[at - 1] == start) or (at + size < len(flow) and origin[at + size] == end - 1)
            if split:  # "Russia" inside the one token "Russia-backed" is not the state acting
                continue
            candidates = self._fitting(form, " ".join(words[start:end]))
            if candidates:
                return Hit(start=start, end=end, candidates=candidates), size
        return None, 1


def _fits(named: Named, surface: str) -> bool:
    if named.rule == "user-list":  # such lists are often kept in capitals throughout
        return any(c.isupper() or c.isdigit() for c in surface) or not any(c.isupper() for c in named.alias)
    return case_fits(named.alias, surface)


def _flow(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The normalised pieces of all words in a row, and for each the number of its word."""
    flow: list[str] = []
    origin: list[int] = []
    for number, word in enumerate(words):
        parts = pieces(word)
        for part in (_PART_END,) if parts is None else parts:
            flow.append(part)
            origin.append(number)
    return flow, origin


def _is_shouting(words: Sequence[str]) -> bool:
    alphabetic = [w for w in words if w.isalpha() and len(w) > 1]
    return len(alphabetic) >= 3 and all(w.isupper() for w in alphabetic)


def _softened(hit: Hit, words: Sequence[str]) -> Hit:
    """In a line of capitals only, ``US`` and ``WHO`` may be ordinary words: their candidates become weak."""
    if normalise(" ".join(words[hit.start : hit.end])) not in SHOUTED_WORDS:
        return hit
    weak = tuple(Candidate(actor_id=c.actor_id, strength="weak", rule="weak-alias") for c in hit.candidates)
    return Hit(start=hit.start, end=hit.end, candidates=weak)
