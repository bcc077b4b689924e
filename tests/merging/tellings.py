"""Tellings for the tests of merging: one report with one deed, in a line."""

from __future__ import annotations

from collections.abc import Iterable

from tests.factory import Draft, day
from whosays import gazetteer
from whosays.merging import Merged, merge
from whosays.merging.facts import Fact, facts_of
from whosays.merging.pages import Page
from whosays.records import (
    Act,
    Actor,
    ActorKind,
    CodedReport,
    EventStatus,
    Holds,
    Interval,
    Judgement,
    Proposition,
    PropositionKind,
    Role,
    RoleBasis,
    RolePart,
    Toll,
)

Town = tuple[str, float, float]
KARU: Town = ("Karu", 10.0, 20.0)
BEL: Town = ("Bel", 12.0, 20.0)
SUBURB: Town = ("Karu East", 10.05, 20.0)


class Telling:
    """A report that tells of one deed; what is not given is not told."""

    def __init__(self, publisher: str = "Own Wire", published: str | None = "2026-03-05", note: str = "") -> None:
        own = "".join(c for c in f"{publisher}{published}" if c.isalnum())
        tail = note or " ".join(f"{own}{n}" for n in range(60))  # words of its own, so that it is nobody's copy
        self.draft = Draft(
            f"{tail}. "  # first, so that no two of them have a lead in common
            "A blast killed 12 people and hurt 30 in TOWN, and Ada Moor died. REDS and BLUES had words on it. "
            "MINISTRY spoke. OTHERTOWN is far.",
            publisher=publisher,
            published=published,
        )
        self.event = ""

    def of(
        self,
        type_: str = "ASSAULT",
        mode: str | None = "explosives",
        *,
        when: str | Interval | None = "2026-03-04",
        town: Town | None = KARU,
        country: str = "KAR",
        killed: tuple[int | None, int | None] | None = None,
        tolls: Iterable[Toll] = (),
        roles: Iterable[Role] = (),
        status: EventStatus = "happened",
        evidence: str | None = None,
    ) -> Telling:
        """The deed."""
        place = self.place("TOWN", town, country) if town else None
        told = [self.draft.toll("killed", *killed, words="12 people")] if killed else []
        self.event = self.draft.event(
            type_,
            "blast",
            mode=mode,
            place=place,
            when=day(when) if isinstance(when, str) else when or Interval(),
            roles=roles,
            tolls=(*told, *tolls),
            status=status,
            evidence=evidence,
        )
        return self

    def place(self, words: str, town: Town, country: str = "KAR") -> str:
        """A place's mention at these words; a town whose name ends in ":" is a whole country or province."""
        name, lat, lon = town
        known = name if ":" in name else f"place:{name.lower()}"
        return self.draft.place(words, country, at=(lat, lon), known=known)

    def role(
        self, words: str, known: str, part: RolePart = "actor", effect: str | None = None, basis: RoleBasis = "fact"
    ) -> Role:
        """A part played by an actor of the lists."""
        kind: ActorKind = "person" if known.startswith("person:") else "armed-group"
        mention = self.draft.actor(words, Actor(id=known, name=known.partition(":")[2], kind=kind))
        return Role(mention=mention, part=part, effect=effect, basis=basis)

    def says(
        self, words: str, known: str, act: Act, told: tuple[PropositionKind, Holds] | None = None, of: str | None = None
    ) -> str:
        """A statement about the deed; ``told`` is a proposition's kind and how it holds, ``of`` the one it is about."""
        speaker = self.draft.actor(words, Actor(id=known, name=known.partition(":")[2]))
        subject = self.draft.actor("REDS", Actor(id=of, name=of.partition(":")[2])) if of else speaker
        targets = {"claim": "claimed", "deny": "denied", "blame": "blamed", "assert": "content", "accuse": "accused"}
        held = [Proposition(kind=told[0], subject=subject, event=self.event, holds=told[1])] if told is not None else []
        return self.draft.says(act, speaker, words, about=[(self.event, targets[act])], propositions=held)

    def done(self) -> CodedReport:
        """The coded report."""
        return self.draft.done()

    def fact(self, origin: str | None = None) -> Fact:
        """The deed as merging sees it."""
        (fact,) = facts_of(
            Page(self.done(), gazetteer.load()), origin or f"publisher:{self.draft.report.publisher}", gazetteer.load()
        )
        return fact


def merged(*tellings: Telling, judgements: Iterable[Judgement] = ()) -> Merged:
    """What comes of these reports."""
    return merge([t.done() for t in tellings], judgements, gazetteer.load())


def groups(found: Merged, *tellings: Telling) -> list[list[int]]:
    """Which of the tellings (by position) stand in one incident, sorted."""
    at = {t.event: n for n, t in enumerate(tellings)}
    return sorted(sorted(at[e] for e in incident.events) for incident in found.incidents)
