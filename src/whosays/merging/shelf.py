"""What merging that grows needs to find again of all reports: the store is one such shelf."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from whosays.merging.candidates import Keys
from whosays.merging.cluster import Join
from whosays.merging.copies import Voice, Voices
from whosays.merging.facts import Fact
from whosays.merging.judged import Decisions, Records
from whosays.merging.matters import Key as StoryKey
from whosays.merging.matters import Matter
from whosays.merging.outlines import Outline
from whosays.merging.questions import Key as Question
from whosays.merging.stands import Stand
from whosays.merging.stories import Tie
from whosays.records import Dispute, Incident, Place

Kind = Literal["telling", "vague", "denied"]
MANY = "several"  # in place of a group, where a telling fits more than one


class Kept(msgspec.Struct, frozen=True):
    """A telling or denied deed where it stands.

    ``part`` is what it is tied to and ``sure`` its group by sure ties (both empty while it is new, and of a denied
    deed); ``home`` is its incident, if any. ``fits`` is the sure group that a vague telling (without day or town) is
    loosely tied to: empty where it is to none, :data:`MANY` where it is to several.
    """

    event: str
    report: str
    kind: Kind
    part: str = ""
    sure: str = ""
    home: str | None = None
    fits: str = ""


def fitting(groups: Collection[str]) -> str:
    """What a telling without day or town fits, in a word."""
    return MANY if len(groups) > 1 else min(groups, default="")


class StoryShelf(Protocol):
    """What stories need."""

    def drop_matters(self, reports: Iterable[str]) -> set[str]:
        """Forget what these reports are about, and what ties them; returns the stories that they leave."""

    def put_matter(self, matter: Matter, keys: Iterable[StoryKey]) -> None:
        """Add what a report is about, as a story of its own, with the keys under which it is found."""

    def matters_near(self, keys: Iterable[StoryKey]) -> list[Matter]:
        """What the reports are about that hold enough of these keys."""

    def matters(self, reports: Iterable[str]) -> list[Matter]:
        """What these reports are about."""

    def put_tie(self, tie: Tie) -> None:
        """Tie two reports to one story."""

    def stories_at(self, reports: Iterable[str]) -> dict[str, str]:
        """The stories of these reports."""

    def moments_in(self, stories: Iterable[str]) -> dict[str, str]:
        """The reports of these stories, each with when it came out."""

    def ties_at(self, reports: Iterable[str]) -> list[Tie]:
        """What ties these reports to later ones."""

    def put_story(self, story: str, reports: Iterable[str]) -> None:
        """Let these reports be of one story."""

    def join_stories(self, story: str, others: Iterable[str]) -> None:
        """Let all reports of these other stories be of this one."""


class Shelf(Voices, Records, StoryShelf, Protocol):
    """What merging needs to find again of all reports; the store is one."""

    def put_voice(self, voice: Voice, sketch: Sequence[int]) -> None:
        """Add a report's voice; one that is there already stays as it is."""

    def put_origins(self, origins: Mapping[str, str]) -> frozenset[str]:
        """Write reports' origins down; returns those whose origin was another."""

    def origins(self, reports: Iterable[str]) -> dict[str, str]:
        """The origins of these reports."""

    def drop_tellings(self, reports: Iterable[str]) -> None:
        """Forget what these reports tell."""

    def put_telling(self, fact: Fact, kind: Kind, keys: Keys) -> None:
        """Add a telling, with the keys under which it looks for others and is found."""

    def rename_telling(self, fact: Fact, keys: Keys) -> None:
        """Let a telling have another origin, and the keys that come of it."""

    def put_loose(self, one: str, others: Iterable[str]) -> None:
        """Write down that one is loosely tied to others."""

    def put_joins(self, joins: Iterable[Join]) -> None:
        """Write down what made groups one."""

    def drop_joins(self, joins: Iterable[Join]) -> None:
        """Forget joins that are needed no more."""

    def drop_joins_of(self, events: Iterable[str]) -> None:
        """Forget what joined these tellings to others."""

    def joins(self, incidents: Iterable[str]) -> list[Join]:
        """What made the tellings of these incidents one."""

    def put_fits(self, before: Iterable[str], group: str) -> None:
        """Let what fits one of these sure groups fit the one that they have become."""

    def join_parts(self, parts: Iterable[str], part: str) -> None:
        """Let all tellings of these parts be of one part."""

    def put_doubt(self, one: str, two: str, weight: float) -> None:
        """Write down that two tellings may be of one incident, with the sum of what speaks for it."""

    def settle_doubts(self, events: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        """See again which doubts about these tellings are open: those whose two ends are not in one incident.

        Args:
            events: the tellings.
            apart: pairs that a person judged not to be the same; that settles all doubts between their incidents.
        """

    def loose(self, events: Iterable[str]) -> list[tuple[str, Kept]]:
        """What these are loosely tied to: each with one that it is tied to."""

    def near(self, keys: Keys) -> list[tuple[Kept, Outline]]:
        """The tellings found under the keys asked for, and those that ask for the keys held; of weak ones two."""

    def told_in(self, reports: Iterable[str]) -> list[Kept]:
        """The tellings of these reports."""

    def at(self, events: Iterable[str]) -> list[Kept]:
        """These tellings."""

    def at_home(self, incidents: Iterable[str]) -> list[Kept]:
        """The tellings of these incidents, and the denied deeds about them."""

    def within(self, parts: Iterable[str]) -> list[Kept]:
        """The tellings of these parts."""

    def facts(self, events: Iterable[str]) -> list[Fact]:
        """What these tellings tell."""

    def put_homes(self, kept: Iterable[Kept]) -> None:
        """Write down where tellings stand."""

    def stands_in(self, reports: Iterable[str]) -> dict[str, tuple[Stand, ...]]:
        """Who takes which stand in these reports."""

    def put_stands(self, report: str, place: tuple[str, str], stands: Sequence[Stand]) -> None:
        """Replace a report's stands; ``place`` is what they are sorted by among those of other reports."""

    def questions_on(self, incidents: Iterable[str]) -> set[Question]:
        """The questions about these incidents on which somebody takes a stand."""

    def stands_on(self, question: Question) -> list[Stand]:
        """All stands on a question, by the places of their reports."""

    def decisions(self) -> Decisions:
        """The decisions that were applied last."""

    def put_decisions(self, decisions: Decisions) -> None:
        """Write down which decisions are applied."""

    def put_incidents(self, gone: Iterable[str], made: Sequence[Incident], places: Mapping[str, Place]) -> None:
        """Take some incidents away by their ids, and add others; ``places`` are those that they name."""

    def put_disputes(self, gone: Iterable[str], made: Sequence[Dispute]) -> None:
        """Take some disputes away by their ids, and add others."""
