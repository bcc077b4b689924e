"""The shape of the built actors file, which ``tools/build_gazetteer.py`` writes and ``gazetteer.load`` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import Publisher
from whosays.records import Actor, ActorKind, Code, Membership, Office, Value

StateStatus = Literal["state", "territory", "partially-recognised", "historical"]


class StateFacts(Value, frozen=True, kw_only=True):
    """What only a state or territory has: its codes, the words for its people and for its government.

    ``iso2`` is ISO 3166-1 alpha-2, ``cow`` the number of the Correlates of War project.
    """

    iso2: str | None = None
    cow: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    status: StateStatus = "state"
    claims: tuple[str, ...] = ()


class ActorEntry(Value, frozen=True, kw_only=True):
    """One actor of the lists. ``weak`` are names that need context; ``states`` its home or seat, ISO 3166-1 alpha-3."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    part_of: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    roles: tuple[Office, ...] = ()
    titles: tuple[str, ...] = ()  # of the roles, in the same order
    unsure_roles: tuple[int, ...] = ()  # positions of roles whose dates are not sure
    start: str | None = None
    end: str | None = None
    sources: tuple[str, ...] = ()
    sure: bool = True
    state: StateFacts | None = None

    def actor(self) -> Actor:
        """The record of this actor."""
        return Actor(
            id=self.id,
            name=self.name,
            kind=self.kind,
            codes=self.codes,
            part_of=self.part_of,
            roles=self.roles,
            sources=self.sources,
        )


class Metonym(Value, frozen=True, kw_only=True):
    """A building or seat that stands for an organ of a state; ``meaning`` is a phrase that a pattern reads."""

    name: str
    state: str
    meaning: str


class Example(Value, frozen=True, kw_only=True):
    """A phrase and the id of the actor that a pattern must make of it."""

    text: str
    actor: str


class Pattern(Value, frozen=True, kw_only=True):
    """How an owner's organ, force or office is worded.

    ``key`` is what the actor's id adds to the owner's, or ``self`` for the owner. ``heads`` are regular expressions
    over normalised words, matched whole; a group ``what`` goes into ``key`` and ``name``. ``owners`` are the kinds of
    actor that may own it; ``offices`` and ``titles`` choose holders. ``listed`` are names under which the lists may
    hold the very same actor, which is then taken.
    """

    id: str
    kind: ActorKind
    key: str
    name: str
    heads: tuple[str, ...]
    codes: tuple[str, ...] = ()
    owners: tuple[ActorKind, ...] = ("state",)
    offices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()


class Knowledge(Value, frozen=True, kw_only=True):
    """The whole actors file."""

    known_until: str
    actors: tuple[ActorEntry, ...]
    patterns: tuple[Pattern, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    metonyms: tuple[Metonym, ...] = ()


def read_knowledge(path: Path) -> Knowledge:
    """The actors file at ``path``.

    Raises:
        KnowledgeError: it is missing or does not have the shape above.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Knowledge)
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: not there; build it with 'python -m tools.build_gazetteer'") from error
    except msgspec.DecodeError as error:
        raise KnowledgeError(f"{path}: {error}; build it anew with 'python -m tools.build_gazetteer'") from error
