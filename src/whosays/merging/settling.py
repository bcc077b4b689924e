"""Where each telling stands: new ones take their places one by one, and what a change breaks up is grouped anew.

Tellings are tied by what they tell and by people's decisions. What no tie joins, directly or through others, never
meets in merging; so a change is felt in the parts that it touches, and nowhere else. A new telling mostly takes its
place without any of them being grouped again (:mod:`whosays.merging.placing`). Where it does not, and where tellings
are taken away or judged otherwise, the touched parts wait and are grouped anew at the end, once for all changes. A
loose tie (a telling without day or town) counts only where it fits one incident alone; so those at the other end of a
loose tie are looked at again where the groups that they fit have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.merging.candidates import keys_of, may_meet
from whosays.merging.cluster import DENIED_STATUS, JUDGED, JUDGED_SAME, Bond, Grouping, Join, bond, group, telling_order
from whosays.merging.facts import Fact
from whosays.merging.judged import Decisions
from whosays.merging.outlines import contradicts
from whosays.merging.placing import Edge, Placed, Placing
from whosays.merging.shelf import Kept, Kind, Shelf, fitting
from whosays.merging.stories import Told, closer, told_alike


class Settling:
    """One step of growing, as far as tellings and their incidents go.

    ``changed`` collects the incidents that are others now, by the ids that they had and have; ``moved`` the tellings
    and denied deeds that stand elsewhere; ``told`` how two reports that tell of one incident tell of it.
    """

    def __init__(self, shelf: Shelf, decisions: Decisions) -> None:
        self.changed: set[str] = set()
        self.moved: dict[str, Kept] = {}
        self.told: dict[frozenset[str], Told] = {}
        self._shelf = shelf
        self._decided = decisions.decided
        self._pairs = decisions.pairs
        self._read: dict[str, Fact] = {}
        self._parts: set[str] = set()  # to be grouped anew
        self._waiting: list[str] = []  # new tellings that have no place yet
        self._deeds: set[str] = set()  # denied deeds to be seen again
        self._seen: set[str] = set()  # tellings that were grouped anew
        self._unsure: dict[tuple[str, str], float] = {}

    # -- what goes and what comes ---------------------------------------------------------------

    def taken_away(self, gone: Sequence[Kept]) -> None:
        """Tellings that are about to be taken off the shelf."""
        ends = [k for _, k in self._shelf.loose(k.event for k in gone)]
        self._parts |= {k.part for k in (*ends, *gone)} - {""}
        self._deeds |= {k.event for k in ends if k.kind == "denied"}
        self.changed |= {k.home for k in gone if k.home is not None}

    def rename(self, facts: Sequence[Fact]) -> None:
        """Tellings that are the same but for the names of their origins."""
        self._read |= {f.event.id: f for f in facts}
        for fact in facts:
            self._shelf.rename_telling(fact, keys_of(fact))
        self.changed |= {k.home for k in self._shelf.at(f.event.id for f in facts) if k.home is not None}

    def judged(self, events: Iterable[str]) -> None:
        """Tellings on which people decide otherwise than before."""
        self._parts |= {k.part for k in self._shelf.at(events)} - {""}

    def add(self, fact: Fact, beside: Sequence[Fact]) -> None:
        """A new telling or denied deed; ``beside`` are those of its report that came before it."""
        self._read[fact.event.id] = fact
        self._shelf.put_telling(fact, kind_of(fact), keys_of(fact))
        bonds = self._tied(fact, beside)
        if kind_of(fact) == "denied":
            self._deeds.add(fact.event.id)
            return
        edges = self._edges(fact, bonds)
        open_ = [e for e in edges if not e.other.part or e.other.part in self._parts]
        placed = None
        if not open_:
            placed = Placing(fact, self._shelf, self._decided, self.facts).among(edges, dict.fromkeys(bonds, False))
        if placed is not None:
            self._put(placed)
        else:
            self._parts |= {e.other.part for e in edges if e.join.sure} - {""}
            self._waiting.append(fact.event.id)

    def facts(self, events: Iterable[str]) -> Mapping[str, Fact]:
        """What tellings tell, read once."""
        wanted = list(events)
        missing = [e for e in wanted if e not in self._read]
        self._read |= {f.event.id: f for f in self._shelf.facts(missing)}
        return {e: self._read[e] for e in wanted}

    def _tied(self, fact: Fact, beside: Sequence[Fact]) -> dict[str, Bond]:
        """What is between a new telling and its neighbours, loose ties written down."""
        near = [k.event for k, told in self._shelf.near(keys_of(fact)) if not contradicts(fact, told)]
        others = [*self.facts(e for e in near if e != fact.event.id).values(), *beside]
        found: dict[str, Bond] = {}
        for other in others:
            at_home = other.report == fact.report and {kind_of(fact), kind_of(other)} > {"denied"}
            between = bond(*in_order(fact, other)) if at_home or may_meet(fact, other) else None
            if between is None:
                continue
            found[other.event.id] = between
            if "denied" not in {kind_of(fact), kind_of(other)}:
                self._noted(fact, other, between)
        self._shelf.put_loose(fact.event.id, [e for e, between in found.items() if between.tie == "loose"])
        return found

    def _noted(self, one: Fact, two: Fact, found: Bond) -> None:
        """Keep what may be one, and how two reports tell of one incident where these tellings are one."""
        if found.is_doubt:
            self._unsure[one.event.id, two.event.id] = found.weight
        pair = frozenset({one.report, two.report})
        how = closer(self.told.get(pair), told_alike(one, two, found))
        if how is not None and len(pair) == 2:
            self.told[pair] = how

    def _edges(self, fact: Fact, bonds: Mapping[str, Bond]) -> list[Edge]:
        """The pairs of a new telling with others that may be one, by what they tell or as people judged."""
        mine = fact.event.id
        judged = {(set(pair) - {mine}).pop(): v for pair, v in self._decided.items() if mine in pair}
        same = {e for e, verdict in judged.items() if verdict == "same"}
        tied = {e for e, between in bonds.items() if between.tie is not None and e not in judged}
        found: list[Edge] = []
        kept = {k.event: k for k in self._shelf.at(tied | same) if k.kind != "denied"}
        for event, other in self.facts(kept).items():
            one, two = (f.event.id for f in in_order(fact, other))
            join = Join(one, two, True, JUDGED, JUDGED_SAME)
            if event in tied:
                join = Join(one, two, bonds[event].tie == "sure", bonds[event].weight, bonds[event].why)
            found.append(Edge(kept[event], join))
        return found

    def _put(self, placed: Placed) -> None:
        """Write down where a telling took its place."""
        before = {k.event: k.home for k in self._shelf.at(k.event for k in placed.rows)}
        self._shelf.put_homes(placed.rows)
        self._shelf.put_fits(placed.groups, placed.rows[0].sure)
        self._shelf.join_parts(placed.parts, placed.rows[0].part)
        self._shelf.drop_joins(placed.dropped)
        self._shelf.put_joins(placed.joins)
        self._moved(placed.rows, before)
        self.changed.add(placed.rows[0].home or "")

    def _moved(self, rows: Iterable[Kept], before: Mapping[str, str | None]) -> None:
        for kept in rows:
            if kept.home != before[kept.event]:
                self.moved[kept.event] = kept
                self.changed |= {h for h in (kept.home, before[kept.event]) if h is not None}

    # -- what has to be grouped anew ------------------------------------------------------------

    def settle(self) -> None:
        """Group anew what waits for it; then denied deeds find their incidents, and doubts are seen again."""
        if self._parts or self._waiting:
            self._grouped_anew()
        self._denied()
        homes = {k.event: k.home for k in self._shelf.at(e for pair in self._unsure for e in pair)}
        for (one, two), weight in self._unsure.items():
            if homes[one] != homes[two]:
                self._shelf.put_doubt(one, two, weight)
        moved = {e for e, k in self.moved.items() if k.kind != "denied"}
        self._shelf.settle_doubts(moved | self._seen, self._apart())

    def _grouped_anew(self) -> None:
        kept, found = self._touched()
        home = {f.event.id: c.facts[0].event.id for c in found.clusters for f in c.facts}
        rows = [
            Kept(e, k.report, k.kind, found.parts[e], found.sure[e], home[e], fitting(found.fits.get(e, ())))
            for e, k in ((k.event, k) for k in kept)
        ]
        self._shelf.put_homes(rows)
        self._shelf.drop_joins_of(home)
        self._shelf.put_joins(found.joins)
        self._seen |= home.keys()
        self._moved(rows, {k.event: k.home for k in kept})
        self.changed |= set(home.values())  # what made them one may be something else now
        self._unsure |= {(pair.one, pair.two): pair.weight for pair in found.unsure}

    def _touched(self) -> tuple[list[Kept], Grouping]:
        """The tellings of the touched parts and of those that this touches in turn, grouped again."""
        parts = set(self._parts)
        while True:
            near = (*self._shelf.within(parts), *self._shelf.at(self._waiting))
            kept = {k.event: k for k in near if k.kind != "denied"}
            ends = self._ends(kept)
            outside = {
                e: frozenset(k.sure for k in near if k.kind == "telling" and k.event not in kept)
                for e, near in ends.items()
            }
            found = group(list(self.facts(kept).values()), self._decided, outside)
            more: set[str] = set()
            for event, tied in ends.items():
                fits = found.fits.get(event)
                changed = fits is None and found.sure[event] != kept[event].sure
                if changed or (fits is not None and len(fits) <= 1):
                    more.update(k.part for k in tied)
            more -= {"", *parts}
            if not more:
                return list(kept.values()), found
            parts |= more

    def _ends(self, events: Iterable[str]) -> dict[str, list[Kept]]:
        """What each telling is loosely tied to; ties between tellings that a person judged do not count."""
        ends: dict[str, list[Kept]] = {}
        for event, other in self._shelf.loose(events):
            if other.kind != "denied" and frozenset({event, other.event}) not in self._decided:
                ends.setdefault(event, []).append(other)
        return ends

    # -- denied deeds and doubts ----------------------------------------------------------------

    def _denied(self) -> None:
        """Each denied deed that may be about another incident than before finds the one that it fits."""
        self._deeds |= {k.event for _, k in self._shelf.loose(list(self.moved)) if k.kind == "denied"}
        deeds = {k.event: k for k in self._shelf.at(self._deeds)}
        fits: dict[str, set[str]] = {event: set() for event in deeds}
        for event, other in self._shelf.loose(deeds):
            if other.home is not None:
                fits[event].add(other.home)
        rows = [
            msgspec.structs.replace(deed, home=min(fits[event]) if len(fits[event]) == 1 else None)
            for event, deed in sorted(deeds.items())
        ]
        self._shelf.put_homes(rows)
        self._moved(rows, {event: deed.home for event, deed in deeds.items()})

    def _apart(self) -> list[tuple[str, str]]:
        """Pairs of which a person said that they are not the same, where one lies in an incident that has changed."""
        pairs = [(one, two) for one, two, said in self._pairs if said == "not-same"]
        homes = {k.event: k.home for k in self._shelf.at(e for pair in pairs for e in pair)}
        return [pair for pair in pairs if any(homes.get(e) in self.changed for e in pair)]


def kind_of(fact: Fact) -> Kind:
    """What a telling is to merging."""
    if fact.event.status == DENIED_STATUS:
        return "denied"
    return "vague" if fact.is_vague else "telling"


def in_order(one: Fact, two: Fact) -> tuple[Fact, Fact]:
    """Two tellings as they are compared: the one told first before the other."""
    return (one, two) if telling_order(one) <= telling_order(two) else (two, one)
