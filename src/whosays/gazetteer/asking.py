"""Whom or where a name may mean, and when: the one object that the later stages ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from whosays.gazetteer.agents import AgentBook, combined
from whosays.gazetteer.entries import (
    Agent,
    Candidate,
    Hit,
    Holding,
    Paper,
    PatternMatch,
    PlaceEntry,
    Publisher,
    UserActor,
)
from whosays.gazetteer.index import NameIndex
from whosays.gazetteer.knowledge import ActorEntry, Knowledge
from whosays.gazetteer.names import normalise, slug
from whosays.gazetteer.patterns import LOCAL, PatternBook, match, read_phrase
from whosays.gazetteer.places import PlaceIndex
from whosays.gazetteer.romanising import alike, initials, sounds
from whosays.gazetteer.statewords import StateWords
from whosays.gazetteer.terms import holdings, spans
from whosays.records import Actor, Place

_PEOPLE, _PERSON = "people:", "person:"  # how the ids of peoples and persons begin


class Gazetteer:
    """Knowledge about the world, asked by name. Made by :func:`whosays.gazetteer.load`; never changes."""

    def __init__(
        self, knowledge: Knowledge, places: PlaceIndex, own: Sequence[UserActor] = (), agents: Sequence[Agent] = ()
    ) -> None:
        self._knowledge = knowledge
        self._places = places
        self._own = {user.id: user for user in own}
        self._entries = {entry.id: entry for entry in knowledge.actors}
        self._names = NameIndex(knowledge.actors, own)
        self._words = StateWords(knowledge.actors, knowledge.metonyms)
        self._book = PatternBook(knowledge.patterns)
        self._holdings = holdings(knowledge.actors)
        self._publishers = _publishers(knowledge.publishers)
        self._agents = AgentBook(agents)

    # -- actors ---------------------------------------------------------------------------------

    def actor(self, identifier: str) -> Actor | None:
        """The actor with this id, or None. A state's id is its ISO 3166-1 alpha-3 code."""
        if identifier in self._own:
            return self._own[identifier].actor()
        entry = self._entries.get(identifier)
        return None if entry is None else entry.actor()

    def entry(self, identifier: str) -> ActorEntry | None:
        """All that the lists hold on an actor: home states, members, dates, a state's words."""
        return self._entries.get(identifier)

    def actors_named(self, name: str, on: str | None = None) -> tuple[Candidate, ...]:
        """Whom a name may mean, strong candidates first; with a date, those that lived then if any did.

        A name of a user's own list hides every built-in one.
        """
        return self._living(self._names.named(name), on)

    def persons_like(self, name: str, on: str) -> tuple[str, ...]:
        """The ids of persons in office on a date whose full names sound like this one, in another spelling."""
        wanted = sounds(name)
        if len(wanted) < 2:
            return ()
        near = (i for known, i in self._sounds.get(initials(wanted), ()) if alike(wanted, known))
        return tuple(i for i in dict.fromkeys(near) if self.lives(i, on))

    @cached_property
    def _sounds(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The sounds of all persons' full names, by the letters with which their words begin."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for entry in self._knowledge.actors:
            for name in (entry.name, *entry.aliases) if entry.kind == "person" else ():
                heard = sounds(name)
                if len(heard) > 1:
                    found.setdefault(initials(heard), []).append((heard, entry.id))
        return found

    def scan(self, words: Sequence[str], on: str | None = None) -> tuple[Hit, ...]:
        """The known names of actors, states and persons in a row of words: leftmost, longest, not overlapping."""
        hits = self._names.scan(words)
        if on is None:
            return hits
        return tuple(Hit(start=h.start, end=h.end, candidates=self._living(h.candidates, on)) for h in hits)

    def _living(self, candidates: tuple[Candidate, ...], on: str | None) -> tuple[Candidate, ...]:
        if on is None or len(candidates) < 2:
            return candidates
        living = tuple(c for c in candidates if self.lives(c.actor_id, on))
        if living:
            return living
        ends = [self._last_term(c.actor_id, on) for c in candidates]
        # Of namesakes that all left office, the last to leave: "Assad" in 2025 is the son.
        return (
            tuple(c for c, end in zip(candidates, ends, strict=True) if end == max(ends)) if all(ends) else candidates
        )

    def _last_term(self, identifier: str, on: str) -> str:
        """When a person's last term before a date ended; empty for all else."""
        entry = self._entries.get(identifier)
        roles = entry.roles if entry is not None and entry.kind == "person" else ()
        return max((role.end for role in roles if role.end is not None and role.end <= on), default="")

    def lives(self, identifier: str, on: str) -> bool:
        """Whether an actor existed on a date, as far as the lists tell; of a person, whether one of the terms runs."""
        entry = self._entries.get(identifier)
        if entry is None:
            return True
        if entry.kind == "person" and entry.roles:
            return any(spans(role.start, role.end, on) for role in entry.roles)
        return spans(entry.start, entry.end, on)

    def members(self, body: str, on: str | None = None) -> tuple[str, ...]:
        """The ids of a body's members on a date; without one, of all that ever were."""
        entry = self._entries.get(body)
        rows = entry.members if entry else ()
        return tuple(dict.fromkeys(m.member for m in rows if on is None or spans(m.start, m.end, on)))

    def bodies_of(self, member: str, on: str | None = None) -> tuple[str, ...]:
        """The ids of the bodies that an actor was a member of on a date."""
        return tuple(e.id for e in self._knowledge.actors if e.members and member in self.members(e.id, on))

    def parts_of(self, owner: str, on: str | None = None) -> tuple[str, ...]:
        """The ids of the listed actors that say they are a part of this one: branches, forces, organs."""
        return tuple(
            e.id for e in self._knowledge.actors if owner in e.part_of and (on is None or spans(e.start, e.end, on))
        )

    def agent(self, noun: str) -> Agent | None:
        """What a noun such as "troops" adds to its owner's code, from a user's agents list."""
        return self._agents.named(noun)

    # -- states ---------------------------------------------------------------------------------

    def state_of_adjective(self, word: str) -> str | None:
        """The state whose adjective this is ("Afghan" is ``AFG``), or None; ambiguous adjectives give None."""
        return self._words.adjective(word)

    def state_of_people(self, word: str) -> str | None:
        """The state whose people this word names ("Russians" is ``RUS``), or None."""
        return self._words.person(word)

    def metonym(self, name: str) -> str | None:
        """The state for whose government this name may stand: Kremlin, White House, a capital."""
        return self._words.metonym(name)

    # -- organs, forces, offices ----------------------------------------------------------------

    def pattern(self, phrase: str, on: str | None = None, owner: str | None = None) -> PatternMatch | None:
        """The organ, force or office that a phrase names ("Israeli troops"), or None.

        ``owner`` is the state or actor meant when the phrase tells none ("the Foreign Ministry").
        """
        if phrase[:3].lower() == "no ":  # "| No | policeman was hurt": of no land that is written so
            phrase = phrase[3:]
        told = self._by_agents(phrase, on)
        if told is not None:
            return told
        read = read_phrase(self._words.meaning(phrase) or phrase)
        found = match(read, self._book, self._owners, self.holders, on)
        if found is None and owner is not None and owner in self._entries:
            found = self._book.owned_by(read, self._entries[owner], self.holders, on)
        return None if found is None else self._as_listed(found, on)

    def _by_agents(self, phrase: str, on: str | None) -> PatternMatch | None:
        """By a user's list of agents, where one noun of it and one owner are among the words."""
        words = phrase.split() if self._agents.agents else []
        hits = self.scan(words, on)
        inside = {at for hit in hits for at in range(hit.start, hit.end)}
        outside = [at for at in range(len(words)) if at not in inside]
        owners = {hit.candidates[0].actor_id for hit in hits if hit.candidates}
        owners |= {state for at in outside if (state := self.state_of_adjective(words[at])) is not None}
        agents = self._agents.among([words[at] for at in outside])
        owner = self.actor(next(iter(owners))) if len(owners) == 1 else None
        if owner is None or not agents:
            return None
        return combined(owner, agents, [c for c in owner.codes if on is None or spans(c.start, c.end, on)])

    def _as_listed(self, found: PatternMatch, on: str | None) -> PatternMatch:
        """ "Israeli troops" are the army that the lists hold under its own name, where they hold one."""
        owner = self._entries[found.owner]
        if found.actor.id in self._entries and found.actor.id != owner.id:  # "the Israeli parliament" is the Knesset
            return msgspec.structs.replace(found, actor=self._entries[found.actor.id].actor())
        if not found.actor.id.startswith(f"{owner.id}:") or LOCAL in found.actor.id:
            return found
        for name in self._book.listed_names(found.pattern, owner):
            named = [c.actor_id for c in self.actors_named(name, on) if c.strength == "strong"]
            entry = self._entries.get(named[0]) if len(named) == 1 else None
            if entry is not None and entry.kind == found.actor.kind and (on is None or self.lives(entry.id, on)):
                return msgspec.structs.replace(found, actor=entry.actor())
        return found

    def _owners(self, name: str) -> tuple[ActorEntry, ...]:
        state = self.state_of_adjective(name)
        if state is not None:
            return (self._entries[state],)
        found = self._names.named(name)
        # An adjective such as "Kurdish" is weak alone, but with a head behind it has the context that it needs.
        peoples = [c.actor_id for c in found if c.actor_id.startswith(_PEOPLE)]
        strong = [c.actor_id for c in found if c.strength == "strong" and not c.actor_id.startswith(_PERSON)]
        named = strong or peoples
        metonym = self.metonym(name)
        identifiers = named or ([metonym] if metonym else [])
        if not identifiers and found:
            identifiers = self._ruled(found)
        elif not identifiers:
            return self._local(name)
        if len(identifiers) != 1:
            return ()
        # "Lima" may stand for Peru, but its mayor is the town's.
        town = self._local(name) if metonym and not named else ()
        return (*(self._entries[i] for i in identifiers if i in self._entries), *town)

    def _ruled(self, persons: Sequence[Candidate]) -> list[str]:
        """The one state that all these persons hold offices of: "the Trump administration"."""
        entries = [self._entries[c.actor_id] for c in persons if c.actor_id in self._entries]
        states = {state for entry in entries for state in (entry.states if entry.kind == "person" else ("", ""))}
        return sorted(states) if len(states) == 1 else []

    def _local(self, name: str) -> tuple[ActorEntry, ...]:
        """A town or province as the owner of its own police, governor or court, where its state is certain."""
        places = self.places_named(name) if name[:1].isupper() else ()
        if not places or len(places[0].countries) != 1 or places[0].kind == "country":
            return ()
        state = self._entries.get(places[0].countries[0])
        if state is None:
            return ()
        place = places[0].place
        identifier = f"{state.id}{LOCAL}{slug(place.name)}"
        return (ActorEntry(id=identifier, name=place.name, kind="government", codes=state.codes, part_of=(state.id,)),)

    def holders(self, state_or_body: str, office: str, on: str | None = None) -> tuple[Holding, ...]:
        """Who held an office on a date, or ever without one; sure terms first, then the latest to start."""
        rows = self._holdings.get((state_or_body, office), ())
        return tuple(h for h in rows if on is None or spans(h.start, h.end, on))

    # -- places, publishers ---------------------------------------------------------------------

    def places_named(self, name: str) -> tuple[PlaceEntry, ...]:
        """The places of a name, the most likely first."""
        return self._places.named(name)

    def place(self, identifier: str) -> Place | None:
        """The place with an id: ``geonames:1138958``, ``country:AFG``, ``admin1:AFG:kunduz``, ``region:sahel``."""
        found = self._places.place(identifier)
        return found.place if found else None

    def place_entry(self, identifier: str) -> PlaceEntry | None:
        """As :meth:`place`, with kind, population and countries."""
        return self._places.place(identifier)

    def publisher(self, name_or_domain: str) -> Publisher | None:
        """The publisher of this name, alias or internet domain (``www.`` and subdomains left aside), or None."""
        return self._publishers.get(normalise(name_or_domain)) or _by_domain(self._publishers, name_or_domain)

    def paper(self, name_or_domain: str) -> Paper | None:
        """The local paper of this name or internet domain or address, or None."""
        hosts = (self._places.paper(host) for host in _hosts(name_or_domain))
        return self._places.paper(normalise(name_or_domain)) or next((p for p in hosts if p is not None), None)

    # -- the whole ------------------------------------------------------------------------------

    def known_until(self) -> str:
        """The date up to which the lists were kept: with no other date to go by, nothing is later."""
        return self._knowledge.known_until

    def with_lists(self, actors: Iterable[UserActor], agents: Iterable[Agent] = ()) -> Gazetteer:
        """The same gazetteer with a user's own entries, which win over built-in names and over earlier lists."""
        new, more = tuple(actors), tuple(agents)
        if not new and not more:
            return self
        own = {user.id: user for user in (*self._own.values(), *new)}
        return Gazetteer(self._knowledge, self._places, tuple(own.values()), (*self._agents.agents, *more))


def _publishers(rows: Iterable[Publisher]) -> dict[str, Publisher]:
    found: dict[str, Publisher] = {}
    for row in rows:
        for name in (row.name, *row.aliases, row.domain or ""):
            if normalise(name):
                found.setdefault(normalise(name), row)
    return found


def _by_domain(table: dict[str, Publisher], address: str) -> Publisher | None:
    """A publisher by the longest known ending of a host name: ``news.example.org`` finds ``example.org``."""
    return next((table[normalise(t)] for t in _hosts(address) if normalise(t) in table), None)


def _hosts(address: str) -> Iterator[str]:
    """The endings of an address's host name, the longest first, down to two labels."""
    labels = address.casefold().split("//")[-1].split("/")[0].split(".")
    yield from (".".join(labels[at:]) for at in range(len(labels) - 1))
