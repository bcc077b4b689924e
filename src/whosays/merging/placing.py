"""One more telling takes its place among those that are grouped already, without grouping them again.

Grouping takes the surest pairs first, and joins two groups unless any of their members contradict each other. A new
telling changes that only through its own pairs; so the joins that made the groups are gone through again in their
order, with the new pairs among them. As long as the new telling contradicts nobody in the groups that it enters, and
they do not contradict each other, what was refused before is refused again and what was joined is joined; then the
result is that of grouping everything anew, and it cost one comparison with each neighbour. Where that does not hold,
there is no answer here, and the caller groups anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from whosays.merging.cluster import Decided, Join, telling_order
from whosays.merging.compare import clash, compare
from whosays.merging.facts import Fact
from whosays.merging.shelf import MANY, Kept, Kind, fitting


class Grouped(Protocol):
    """Where the tellings are found that are grouped already."""

    def at(self, events: Iterable[str]) -> list[Kept]:
        """These tellings."""

    def at_home(self, incidents: Iterable[str]) -> list[Kept]:
        """The tellings of these incidents, and the denied deeds about them."""

    def loose(self, events: Iterable[str]) -> list[tuple[str, Kept]]:
        """What these are loosely tied to: each with one that it is tied to."""

    def joins(self, incidents: Iterable[str]) -> list[Join]:
        """What made these incidents one, without the reasons."""


class Edge(msgspec.Struct, frozen=True):
    """A pair of the new telling with another that may be one: as :class:`whosays.merging.cluster.Join` is."""

    other: Kept
    join: Join


class Placed(msgspec.Struct, frozen=True):
    """Where the new telling stands, and what that moves.

    ``rows`` are the tellings that stand elsewhere now, the new one first; ``groups`` and ``parts`` are the sure groups
    and the parts that have become one with those of the new telling. ``joins`` are new, ``dropped`` needed no more.
    """

    rows: tuple[Kept, ...]
    groups: frozenset[str]
    parts: frozenset[str]
    joins: tuple[Join, ...]
    dropped: tuple[Join, ...]


def join_rank(join: Join, facts: Mapping[str, Fact]) -> tuple[object, ...]:
    """A join's place among others: the sure ones first, of these the surest; of equals, those told first."""
    return (not join.sure, -join.weight, telling_order(facts[join.one]), telling_order(facts[join.two]))


class Placing:
    """A new telling on its way to its place."""

    def __init__(
        self, new: Fact, grouped: Grouped, decided: Decided, read: Callable[[Iterable[str]], Mapping[str, Fact]]
    ) -> None:
        """Of the arguments, ``decided`` holds what people judged, and ``read`` gives what tellings tell, by event."""
        self._new = new
        self._id = new.event.id
        self._grouped = grouped
        self._decided = decided
        self._read = read
        self._facts: dict[str, Fact] = {self._id: new}
        self._home: dict[str, Kept] = {}
        self._root: dict[str, str] = {self._id: self._id}
        self._members: dict[str, list[str]] = {self._id: [self._id]}
        self._apart: dict[frozenset[str], bool] = {}
        self._witness: dict[str, tuple[str, str]] = {}  # incident -> one of ours and one of it that contradict
        self._entered: list[str] = []
        self._fits: set[str] = set()  # the groups that the new telling fits
        self._fresh: list[Kept] = []  # tellings that fit a group only now, its own
        self._joins: list[Join] = []
        self._dropped: list[Join] = []

    def among(self, edges: Sequence[Edge], apart: Mapping[str, bool]) -> Placed | None:
        """Its place by these pairs; None where everything about it has to be grouped anew.

        Args:
            edges: the pairs.
            apart: of tellings that it was compared with already, whether they contradict it.
        """
        for event, contradicts in apart.items():
            pair = frozenset({self._id, event})
            if pair not in self._decided:
                self._apart[pair] = contradicts
        self._open({e.other.home for e in edges if e.other.home is not None})
        if not self._gone_through(True, edges):
            return None
        sure = frozenset(self._members[self._root[self._id]])
        allowed = self._allowed([e for e in edges if not e.join.sure], sure)
        if allowed is None or not self._gone_through(False, allowed):
            return None
        return self._placed([*(e for e in edges if e.join.sure), *allowed], sure)

    def _open(self, homes: Iterable[str]) -> None:
        """Lay out the incidents that it may enter, as they were before anything was joined."""
        homes = sorted(homes)
        self._home = {k.event: k for k in self._grouped.at_home(homes) if k.kind != "denied"}
        self._facts |= self._read(self._home)
        for event in self._home:
            self._root[event] = event
            self._members[event] = [event]
        self._old = self._grouped.joins(homes)

    # -- going through the joins ----------------------------------------------------------------

    def _gone_through(self, sure: bool, edges: Iterable[Edge]) -> bool:
        """Go through the joins of one kind, old and new, the surest first; False where something else comes of it."""
        mine = {id(e.join): e for e in edges if e.join.sure == sure}
        joins = [*(j for j in self._old if j.sure == sure), *(e.join for e in mine.values())]
        for join in sorted(joins, key=lambda j: join_rank(j, self._facts)):
            if id(join) in mine:
                if not self._tried(join, mine[id(join)].other):
                    return False
            elif self._root[join.one] == self._root[join.two]:
                self._dropped.append(join)
            else:
                self._united(join)
        return True

    def _tried(self, join: Join, other: Kept) -> bool:
        """Join the group of another telling, if no member of one contradicts a member of the other."""
        if self._root[other.event] == self._root[self._id]:
            return True
        home = other.home or ""
        if home not in self._entered:
            if self._is_refused(other.event, home):
                return True
            if not self._may_enter(home):
                return False
            self._entered.append(home)
        self._united(join)
        self._joins.append(join)
        return True

    def _united(self, join: Join) -> None:
        one, two = self._root[join.one], self._root[join.two]
        if len(self._members[one]) < len(self._members[two]):
            one, two = two, one
        for event in self._members[two]:
            self._root[event] = one
        self._members[one] += self._members.pop(two)

    def _is_refused(self, other: str, home: str) -> bool:
        """Whether anybody who stands with the new telling by now contradicts anybody who stands with the other."""
        ours, theirs = self._root[self._id], self._root[other]
        one, two = self._witness.get(home, ("", ""))
        if self._root.get(one) == ours and self._root.get(two) == theirs:
            return True
        mine = sorted(self._members[ours], key=lambda e: e != self._id)  # itself first
        for one in mine:
            for two in self._members[theirs]:
                if self._are_apart(one, two):
                    self._witness[home] = (one, two)
                    return True
        return False

    def _may_enter(self, home: str) -> bool:
        """Whether nobody in an incident contradicts the new telling, nor anybody whom it stands with in the end."""
        inside = [e for e, k in self._home.items() if k.home in self._entered]
        entering = [e for e, k in self._home.items() if k.home == home]
        return not any(self._are_apart(one, two) for one in (self._id, *inside) for two in entering)

    def _are_apart(self, one: str, two: str) -> bool:
        pair = frozenset({one, two})
        if pair not in self._apart:
            verdict = self._decided.get(pair)
            first, second = sorted((self._facts[one], self._facts[two]), key=telling_order)
            self._apart[pair] = verdict != "same" and (verdict == "not-same" or clash(compare(first, second)))
        return self._apart[pair]

    # -- tellings without day or town -----------------------------------------------------------

    def _allowed(self, edges: Sequence[Edge], sure: frozenset[str]) -> list[Edge] | None:
        """The loose pairs that count; None where an old one counts no more, or counts only now.

        A telling without day or town is joined only where it fits one group alone.
        """
        merged = {self._home[e].sure for e in sure if e != self._id}
        if len(merged) > 1 and self._is_between(sure, merged):
            return None
        names = dict.fromkeys(merged, self._id)
        fits = {e.other.event: names.get(e.other.fits, e.other.fits) for e in edges if e.other.kind == "vague"}
        if self._new.is_vague:
            self._fits = {names.get(e.other.sure, e.other.sure) for e in edges if e.other.kind == "telling"}
            mine = fitting(self._fits)
            return [e for e in edges if _fit_one(mine, fits.get(e.other.event, ""))]
        if any(group not in {"", MANY, self._id} for group in fits.values()):
            return None  # it fitted one group, and now fits two
        found = [e for e in edges if _fit_one(fits[e.other.event], self._id)]
        self._fresh = [e.other for e in found if not e.other.fits]
        return found if self._stay_tied(names) else None

    def _is_between(self, sure: frozenset[str], merged: set[str]) -> bool:
        """Whether a telling without day or town fits two groups that are one now."""
        fitting: dict[str, set[str]] = {}
        for event, other in self._grouped.loose(sure - {self._id}):
            if other.kind == "vague" and self._home[event].kind == "telling":
                fitting.setdefault(other.event, set()).add(self._home[event].sure)
        return any(len(groups & merged) > 1 for groups in fitting.values())

    def _stay_tied(self, names: Mapping[str, str]) -> bool:
        """Whether those that fit a group only now fit none but that together with those that they are tied to."""
        near = [k for _, k in self._grouped.loose(k.event for k in self._fresh) if k.kind == "vague"]
        return all(names.get(k.fits, k.fits) in {"", MANY, self._id} for k in near)

    # -- what comes of it -----------------------------------------------------------------------

    def _placed(self, counted: Sequence[Edge], sure: frozenset[str]) -> Placed:
        inside = [k for k in self._home.values() if k.home in self._entered]
        home = min((self._facts[e] for e in (self._id, *(k.event for k in inside))), key=telling_order).event.id
        group = min({self._id, *(self._home[e].sure for e in sure if e != self._id)})
        parts = frozenset(e.other.part for e in counted)
        part = min({self._id, *parts})
        groups = frozenset(self._home[e].sure for e in sure if e != self._id)
        fits = fitting({group if g == self._id or g in groups else g for g in self._fits})
        kind: Kind = "vague" if self._new.is_vague else "telling"
        rows = [Kept(self._id, self._new.report, kind, part, group, home, fits)]
        fresh = {k.event: group for k in self._fresh}
        moved = {k.event: k for k in (*inside, *self._fresh)}
        for event, kept in moved.items():
            now = msgspec.structs.replace(
                kept, part=part, sure=group if event in sure else kept.sure, fits=fresh.get(event, kept.fits)
            )
            now = msgspec.structs.replace(now, home=home) if kept.home in self._entered else now
            if now != msgspec.structs.replace(kept, part=part):
                rows.append(now)
        return Placed(tuple(rows), groups - {group}, parts - {part}, tuple(self._joins), tuple(self._dropped))


def _fit_one(one: str, two: str) -> bool:
    """Whether two tellings, by what they fit, fit one group at most."""
    return MANY not in {one, two} and len({one, two} - {""}) <= 1
