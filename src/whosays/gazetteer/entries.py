"""What the gazetteer answers with: small frozen values, one for each kind of question."""

from __future__ import annotations

from typing import Literal

from whosays.records import Actor, ActorKind, Code, Place, Value

Strength = Literal["strong", "weak"]
PlaceKind = Literal["city", "capital", "country", "admin1", "admin2", "region", "feature"]
PublisherKind = Literal["wire", "newspaper", "broadcaster", "agency", "site"]


class Candidate(Value, frozen=True, kw_only=True):
    """Somebody whom a name may mean. A ``weak`` one needs support from its context; ``rule`` says how it was found.

    ``rule`` is one of ``name``, ``alias``, ``acronym``, ``surname``, ``weak-alias``, ``user-list``.
    """

    actor_id: str
    strength: Strength
    rule: str


class Hit(Value, frozen=True, kw_only=True):
    """A known name in a row of words: words ``start`` to ``end``, half-open, and whom they may mean."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


class Holding(Value, frozen=True, kw_only=True):
    """A person's term in an office of a state or body; ISO dates, ``end`` excluded, None is open."""

    of: str
    office: str
    title: str
    person: str
    start: str | None = None
    end: str | None = None
    sure: bool = True


class PlaceEntry(Value, frozen=True, kw_only=True):
    """A place that a name may mean, with what is needed to choose between namesakes.

    ``source`` is the user's own file that it is from, ``part`` GeoNames' code of its first-order part there.
    """

    place: Place
    population: int
    kind: PlaceKind
    countries: tuple[str, ...] = ()
    source: str | None = None
    part: str | None = None


class Publisher(Value, frozen=True, kw_only=True):
    """Somebody who puts out reports; titles of one ``family`` are one origin."""

    name: str
    family: str
    kind: PublisherKind
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    country: str | None = None


class Paper(Value, frozen=True, kw_only=True):
    """A local paper: the town it is made in, with the part of the state where that is told ("Salem, Oregon")."""

    name: str
    country: str
    home: str


class PatternMatch(Value, frozen=True, kw_only=True):
    """An actor that no list holds but its words tell: an organ, force or office of ``owner`` (a state's or actor's id).

    ``office`` is set for persons by office, with the ``holders`` known for the date; ``rest`` is what follows the
    office in the phrase, usually the person's name; ``called`` is how the owner is called before a noun ("Kenyan").
    """

    pattern: str
    actor: Actor
    owner: str
    office: str | None = None
    holders: tuple[Holding, ...] = ()
    rest: str = ""
    called: str = ""


class UserActor(Value, frozen=True, kw_only=True):
    """An actor from a user's own list: it wins over every built-in one of the same name."""

    id: str
    name: str
    kind: ActorKind = "unknown"
    aliases: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    part_of: tuple[str, ...] = ()
    source: str = ""

    def actor(self) -> Actor:
        """The record of this actor."""
        sources = (self.source,) if self.source else ()
        return Actor(
            id=self.id, name=self.name, kind=self.kind, codes=self.codes, part_of=self.part_of, sources=sources
        )


class Agent(Value, frozen=True, kw_only=True):
    """A noun that adds a sector to its owner's code: troops are ``MIL``; ``before`` puts the sector in front."""

    noun: str
    plural: str | None
    code: str
    before: bool = False
    source: str = ""
