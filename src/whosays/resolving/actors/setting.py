"""What a report is about as a whole: the day it was written, the states it names, and the one it is mostly about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from whosays.gazetteer import Candidate, Gazetteer, normalise
from whosays.ontology.nominals import Nominals
from whosays.parse import Parse, Token
from whosays.resolving.actors.own import lexicon

_ENOUGH = 4  # mentions that make a state the report's own beside others
_ALONE = 2  # the same, when no other state is named at all
_SHORT = 80  # tokens of a report that needs to name its state but once
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nmod:poss", "conj", "root"})
_OF_HERE = frozenset({"REB", "UAF", "MIL", "COP", "GOV", "OPP", "JUD", "LEG"})  # those whom a state deals with at home
_HEADS = frozenset({"head-of-state", "head-of-government", "supreme-leader"})


class Setting:
    """The context in which the names of one report are read.

    Args:
        parse: the report.
        gazetteer: whom names may mean.
        nominals: nouns and titles that point at somebody.
        on: the ISO date for which names and offices are read, None when unknown.
        countries: the country of every town or province named, as often as it is.
        towns: the country of every town named, by the normal form of its name.
    """

    def __init__(
        self,
        parse: Parse,
        gazetteer: Gazetteer,
        nominals: Nominals,
        on: str | None,
        countries: Iterable[str] = (),
        towns: Mapping[str, str] | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.nominals = nominals
        self.on = on
        self._parse = parse
        self._countries = tuple(countries)
        self._towns = towns or {}

    def governs(self, state: str, name: str) -> bool:
        """Whether a capital's name may stand for its government: not where the report means a namesake elsewhere."""
        return self._towns.get(normalise(name), state) == state

    def town(self, name: str) -> str | None:
        """The country of a town that the report names; None where it names no such town."""
        return self._towns.get(normalise(name))

    @cached_property
    def states(self) -> Counter[str]:
        """How often every state is named, by its name, its towns or its adjective."""
        found = Counter(self._countries)
        for token in self._parse.tokens:
            if token.text[:1].isupper():
                state = self._of_two_words(token.i) or self.gazetteer.state_of_adjective(token.text)
                state = state or self.gazetteer.state_of_people(token.text)
                if state is not None:
                    found[state] += 1
        for hit in self.gazetteer.scan([t.text for t in self._parse.tokens], self.on):
            found.update(c.actor_id for c in hit.candidates if c.strength == "strong" and ":" not in c.actor_id)
        return found

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The bodies that the report names in full or by their letters."""
        hits = self.gazetteer.scan([t.text for t in self._parse.tokens], self.on)
        strong = (c.actor_id for hit in hits for c in hit.candidates if c.strength == "strong")
        return frozenset(i for i in strong if i.startswith("body:"))

    def _of_two_words(self, i: int) -> str | None:
        """ "| South Sudanese | troops": no adjective of the state beside it."""
        before = self._parse.tokens[i - 1].text if i else ""
        return (
            self.gazetteer.state_of_adjective(f"{before} {self._parse.tokens[i].text}")
            if before[:1].isupper()
            else None
        )

    @cached_property
    def dominant(self) -> str | None:
        """The one state that the report is about; None where two share it."""
        ranked = sorted(self.states.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked:
            return None
        (first, most), others = ranked[0], sum(n for _, n in ranked[1:2])
        if (others == 0 and most >= _ALONE) or (most >= _ENOUGH and most >= 2 * others):
            return first
        return None

    @cached_property
    def scene(self) -> str | None:
        """The only state of a report of few words, where it is the scene or an adjective and does nothing itself."""
        if len(self.states) != 1 or len(self._parse.tokens) > _SHORT:
            return None
        heads = (self._parse.root_of(n.start, n.end) for n in self._parse.names if n.kind == "state")
        acting = any(self._parse.tokens[h].dep in _PARTIES for h in heads)
        state = next(iter(self.states))
        return None if acting or self._only_told_of_some(state) else state

    def _only_told_of_some(self, state: str) -> bool:
        """ "Police arrested | a Danish man |", "killed two Kenyan nurses": where they are from, not where it was."""
        of_state = [t for t in self._parse.tokens if self.gazetteer.state_of_adjective(t.text) == state]
        some = [t for t in of_state if t.dep in {"amod", "compound"} and self._is_some(self._parse.tokens[t.head])]
        return bool(of_state) and len(some) == len(of_state) == self.states[state]

    def _is_some(self, noun: Token) -> bool:
        before = [c for c in self._parse.children(noun.i, "det", "nummod") if c.i < noun.i]
        told = any(c.lower in {"a", "an"} or c.dep == "nummod" for c in before)
        suffers = noun.dep in {"obj", "nsubj:pass", "nmod", "conj", "parataxis"}
        person = lexicon().get(noun.lemma.lower())
        if person is None or person.kind != "person" or person.sector in _OF_HERE:
            return False
        return told and suffers and noun.tag in {"NN", "NNS"}

    def supports(self, candidate: Candidate, offices: frozenset[str], *, titled: bool) -> bool:
        """Whether the report's context carries a weak candidate.

        A person needs a term that runs on the day, and an office beside the name that is his; a head of state or
        government whose country the report names needs no title. Others need their home state in the report.
        """
        entry = self.gazetteer.entry(candidate.actor_id)
        if entry is None:
            return False
        if entry.kind == "people":
            return True
        if self.on is None or not self.gazetteer.lives(entry.id, self.on):
            return False
        if entry.kind != "person":
            whole = any(body in self._bodies for body in entry.part_of)  # "the UN ... the Security Council"
            return whole or any(s in self.states for s in entry.states)
        held = {(r.office, r.of) for r in entry.roles if _holds(r.start, r.end, self.on)}
        if titled and offices:
            return any(office in offices for office, _ in held)
        return any(office in _HEADS and of in self.states for office, of in held)


def _holds(start: str | None, end: str | None, on: str) -> bool:
    return (start is None or start <= on) and (end is None or on < end)
