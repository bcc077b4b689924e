"""The names of a report that no event and no statement has a mention for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whosays.gazetteer import Gazetteer, Hit
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Name, Parse

_ARTICLES = ("al-", "el-")
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "around"})


def name_mentions(parse: Parse, taken: Iterable[tuple[int, int]], gazetteer: Gazetteer) -> tuple[Name, ...]:
    """The names of people and organisations that no event or statement has a mention for yet.

    A name that the lists know in a longer form is taken whole ("International Committee of the Red Cross"); one
    that only a place is known by is left out.
    """
    covered = {i for start, end in taken for i in range(start, end)}
    found: list[Name] = []
    told = _Told(parse)
    known_in: dict[int, tuple[Hit, ...]] = {}  # by sentence
    for name in parse.names:
        if name.label not in {"person", "organisation"} and not told.is_surname(name):
            continue
        first, last = parse.sentences[parse.sentence(name.start)]
        if first not in known_in:
            known_in[first] = gazetteer.scan([t.text for t in parse.tokens[first:last]])
        wider = [h for h in known_in[first] if first + h.start <= name.start and name.end <= first + h.end]
        whole = Name(first + wider[0].start, first + wider[0].end, name.label) if wider else name
        if covered & set(range(whole.start, whole.end)):
            whole = name
        known = (
            bool(wider)
            or told.is_surname(name)
            or not gazetteer.places_named(parse.text(name.start, name.end))
            or told.is_person(name)
        )
        if known and not covered & set(range(whole.start, whole.end)):
            found.append(whole)
            covered |= set(range(whole.start, whole.end))
    return tuple(found)


class _Told:
    """How the names of a report are read each time, by their last word."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._by_last: dict[str, list[tuple[list[str], str]]] = {}
        for name in parse.names:
            words = self._words(name)
            self._by_last.setdefault(words[-1], []).append((words, name.label))
        self._surnames = {w.split("-", 1)[-1] for w in self._full_names() if w.startswith(_ARTICLES)}
        self._surnames |= set(self._full_names())

    def _words(self, name: Name) -> list[str]:
        return [t.lower for t in self._parse.tokens[name.start : name.end]]

    def _full_names(self) -> Iterator[str]:
        """The last words of the people whom the report names in full."""
        for told in self._by_last.values():
            yield from (words[-1] for words, label in told if label == "person" and len(words) > 1)

    def is_surname(self, name: Name) -> bool:
        """Whether a name alone is the last one of somebody named in full: "Omar al-Badr ... the home of | Badr |"."""
        first = self._parse.tokens[name.start]
        alone = name.end - name.start == 1 and name.label in {"place", "person"} and name.kind != "state"
        where = {c.lower for c in self._parse.children(name.start, "case")} & _WHERE
        return alone and first.lower in self._surnames and first.dep != "compound" and not where

    def is_person(self, name: Name) -> bool:
        """Whether a name that is a town's as well is a person's here: a given name, a surname told in full elsewhere.

        Or one that is read as a person's each time, and more than once.
        """
        if name.label != "person":
            return False
        words = self._words(name)
        given = load_nominals()
        if words[0] in given.women | given.men:
            return True
        told = self._by_last[words[-1]]
        if any(label == "person" and len(full) > len(words) and full[-len(words) :] == words for full, label in told):
            return True
        same = [label for full, label in told if full == words]
        return len(same) > 1 and set(same) == {"person"}
