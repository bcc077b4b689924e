"""Tellings to incidents: the surest pairs first, and nobody joins whom any member contradicts.

The result depends on what is told alone, never on the order in which reports were added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from whosays.merging.candidates import candidates
from whosays.merging.compare import SAME, clash, compare, total
from whosays.merging.facts import Fact
from whosays.merging.manner import COPY
from whosays.merging.outlines import MARKED
from whosays.merging.unions import tied_together
from whosays.records import Reason

Decided = Mapping[frozenset[str], str]
JUDGED = 99.0
JUDGED_SAME = (Reason(rule="judgement", detail="judged the same", weight=JUDGED),)
DENIED_STATUS = "negated"
_OF_REPORTS = frozenset({"kind", "status", "period", "recency", "setting", "theme", "news"})
UNSURE = 0.8  # from this sum on nothing is joined, and a person may be asked
DENIED = 0.8  # whoever denies a deed speaks of one that is told, so less is enough, if it fits one incident alone


class Cluster(msgspec.Struct, frozen=True):
    """The tellings of one incident, why they were joined, and the tellings that deny it."""

    facts: tuple[Fact, ...]
    reasons: tuple[Reason, ...]
    denials: tuple[Fact, ...] = ()


class Join(msgspec.Struct, frozen=True):
    """Two tellings by which two groups became one: their events, the first told first, the sum of the weights, and why.

    ``sure`` is False where one of the two lacks day or town.
    """

    one: str
    two: str
    sure: bool
    weight: float
    why: tuple[Reason, ...]


class Pair(msgspec.Struct, frozen=True):
    """Two tellings that may be one: positions, whether surely, the sum of the weights, and why."""

    one: int
    two: int
    sure: bool
    weight: float
    why: tuple[Reason, ...]


class Unsure(msgspec.Struct, frozen=True):
    """Two tellings in two groups that may be one: their events, and the sum of what speaks for it."""

    one: str
    two: str
    weight: float


class Grouping(msgspec.Struct, frozen=True):
    """Tellings grouped, and what that rested on.

    ``sure`` gives each event's group by its sure bonds alone (the smallest id in it); ``parts`` gives what an event is
    tied to by the bonds that counted, directly or through others: what lies in two parts never meets. ``fits`` are the
    sure groups that each vague telling (without day or town) fits: where it is one at most, whatever else it fits
    matters. ``joins`` are what made the groups, the surest first; ``unsure`` what a person may be asked about.
    """

    clusters: tuple[Cluster, ...]
    joins: tuple[Join, ...]
    unsure: tuple[Unsure, ...]
    sure: Mapping[str, str]
    parts: Mapping[str, str]
    fits: Mapping[str, frozenset[str]]


def cluster(facts: Sequence[Fact], denied: Sequence[Fact], decided: Decided) -> tuple[Cluster, ...]:
    """Groups the tellings.

    Args:
        facts: all tellings.
        denied: deeds that are told only to be denied; each goes to the one incident that it fits.
        decided: pairs of event ids that a person judged "same" or "not-same"; these overrule every rule.
    """
    clusters = group(facts, decided, {}).clusters
    ties: dict[str, list[str]] = defaultdict(list)
    facts, denied = sorted(facts, key=telling_order), sorted(denied, key=telling_order)
    for i, j in sorted({*candidates([*facts, *denied]), *_at_home(facts, denied)}) if denied else ():
        if i < len(facts) <= j and _speaks_of(denied[j - len(facts)], facts[i]):
            ties[denied[j - len(facts)].event.id].append(facts[i].event.id)
    home = {fact.event.id: c.facts[0].event.id for c in clusters for fact in c.facts}
    return with_denials(clusters, denied, {deed: frozenset(home[e] for e in told) for deed, told in ties.items()})


def _speaks_of(deed: Fact, fact: Fact) -> bool:
    found = bond(fact, deed)
    return found is not None and found.tie is not None


def with_denials(
    clusters: Sequence[Cluster], denied: Sequence[Fact], fits: Mapping[str, frozenset[str]]
) -> tuple[Cluster, ...]:
    """Each denied deed beside the one incident that it is about; one that fits none or several is left out.

    Args:
        clusters: the incidents' tellings.
        denied: the deeds.
        fits: of each deed, by event id, the incidents that it may be about, by the event ids of their first tellings.
    """
    denials: dict[str, list[Fact]] = defaultdict(list)
    for deed in sorted(denied, key=telling_order):
        homes = fits.get(deed.event.id, frozenset())
        if len(homes) == 1:
            denials[min(homes)].append(deed)
    return tuple(msgspec.structs.replace(c, denials=tuple(denials[c.facts[0].event.id])) for c in clusters)


def group(facts: Sequence[Fact], decided: Decided, outside: Mapping[str, frozenset[str]]) -> Grouping:
    """Groups tellings by what ties them.

    Args:
        facts: the tellings.
        decided: pairs of event ids that a person judged.
        outside: of vague tellings, the sure groups that they fit among tellings that are not given here.
    """
    weighed = _Weighed(sorted(facts, key=telling_order))
    groups = _Groups(weighed, decided)
    sure, vague, unsure = _pairs(weighed, decided)
    for pair in sure:
        groups.join(pair)
    ids = [f.event.id for f in groups.facts]
    by_sure = groups.named(ids)
    fits = {i: set(outside.get(ids[i], ())) for i, fact in enumerate(groups.facts) if fact.is_vague}
    for pair in vague:
        for mine, other in ((pair.one, pair.two), (pair.two, pair.one)):
            if groups.facts[mine].is_vague and not groups.facts[other].is_vague:
                fits[mine].add(by_sure[ids[other]])
    # What fits two incidents is left by itself.
    only = [p for p in vague if len(fits.get(p.one, set()) | fits.get(p.two, set())) <= 1]
    for pair in only:
        groups.join(pair)
    return Grouping(
        clusters=groups.clusters(),
        joins=tuple(groups.joins),
        unsure=tuple(Unsure(ids[i], ids[j], weight) for i, j, weight in unsure if groups.home[i] != groups.home[j]),
        sure=by_sure,
        parts=_parts(ids, (*sure, *only)),
        fits={ids[i]: frozenset(homes) for i, homes in fits.items()},
    )


def _parts(ids: Sequence[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Event id -> the smallest event id among all that are tied to it, directly or through others."""
    order = {i: n for n, i in enumerate(sorted(ids))}
    return tied_together(order, ((ids[pair.one], ids[pair.two]) for pair in pairs))


class Bond(msgspec.Struct, frozen=True):
    """What is between two tellings that do not contradict each other.

    ``tie`` is how they are joined, if at all: a telling and a denied deed loosely, as are those that lack day or town;
    ``weight`` is the sum of what speaks for it, ``why`` that itself. ``is_copy`` says that one tells it in the words of
    the other.
    """

    tie: Literal["sure", "loose"] | None
    weight: float
    is_copy: bool
    why: tuple[Reason, ...]

    @property
    def is_doubt(self) -> bool:
        """Whether a person may be asked about it, where the two are not in one incident."""
        return self.weight >= UNSURE and not self.is_copy and is_own(self.why)


def bond(one: Fact, two: Fact, why: tuple[Reason, ...] | None = None) -> Bond | None:
    """What ties two tellings, or a telling and a denied deed; nothing ties two denied deeds, nor what clashes.

    Args:
        one: a telling.
        two: another.
        why: what speaks for and against their being one, where that is known already.
    """
    denied = {one.event.status == DENIED_STATUS, two.event.status == DENIED_STATUS}
    if denied == {True}:
        return None
    why = compare(one, two) if why is None else why
    if clash(why):
        return None
    is_copy = any(r.weight >= COPY for r in why)
    alike = is_own(why) or (one.leads and two.leads) or one.event.type == MARKED
    if not alike or total(why) < (SAME if denied == {False} else DENIED):
        return Bond(None, total(why), is_copy, why)
    return Bond("sure" if denied == {False} and _is_sure(one, two, why) else "loose", total(why), is_copy, why)


def is_own(why: Iterable[Reason]) -> bool:
    """Whether anything that the tellings themselves say speaks for it, and not their reports alone."""
    return sum(r.weight for r in why if r.rule not in _OF_REPORTS) > 0


def telling_order(fact: Fact) -> tuple[str, str, int, str]:
    """A telling's place among others: by when it was told."""
    return (fact.told or "9999", fact.report, fact.event.trigger.start, fact.event.id)


class _Weighed:
    """Tellings by their positions, and what speaks for and against any two; each pair is weighed once."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._found: dict[tuple[int, int], tuple[Reason, ...]] = {}

    def why(self, i: int, j: int) -> tuple[Reason, ...]:
        """The reasons for and against two tellings being one."""
        pair = (min(i, j), max(i, j))
        if pair not in self._found:
            self._found[pair] = compare(self.facts[pair[0]], self.facts[pair[1]])
        return self._found[pair]


class _Groups:
    """Who stands with whom so far; joining is refused where any two members clash."""

    def __init__(self, weighed: _Weighed, decided: Decided) -> None:
        self.facts = facts = weighed.facts
        self.home = list(range(len(facts)))
        self._weighed = weighed
        self._decided = decided
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(facts))}
        self.joins: list[Join] = []

    def join(self, pair: Pair) -> None:
        """Joins the groups of two tellings if no member of one contradicts a member of the other."""
        low, high = sorted((self.home[pair.one], self.home[pair.two]))
        if low == high or not self._may_join(low, high):
            return
        self._members[low].extend(self._members.pop(high))
        for k in self._members[low]:
            self.home[k] = low
        one, two = (self.facts[k].event.id for k in (pair.one, pair.two))
        self.joins.append(Join(one, two, pair.sure, pair.weight, pair.why))

    def _may_join(self, one: int, two: int) -> bool:
        """A bridge report glues nothing."""
        for i in self._members[one]:
            for j in self._members[two]:
                verdict = self._decided.get(frozenset({self.facts[i].event.id, self.facts[j].event.id}))
                if verdict == "same":
                    continue
                if verdict == "not-same" or clash(self._weighed.why(i, j)):
                    return False
        return True

    def named(self, ids: Sequence[str]) -> dict[str, str]:
        """Event id -> the smallest event id in its group."""
        return {ids[k]: min(ids[m] for m in members) for members in self._members.values() for k in members}

    def clusters(self) -> tuple[Cluster, ...]:
        """The groups, in the order of their first tellings."""
        at = {fact.event.id: self.home[k] for k, fact in enumerate(self.facts)}
        joins: dict[int, list[Join]] = defaultdict(list)
        for join in self.joins:
            joins[at[join.one]].append(join)
        return tuple(
            Cluster(tuple(self.facts[k] for k in sorted(group)), reasons_of(joins[first]))
            for first, group in sorted(self._members.items())
        )


def reasons_of(joins: Iterable[Join]) -> tuple[Reason, ...]:
    """Why the tellings of a group are one; what speaks for the surest pairs first."""
    return tuple(dict.fromkeys(reason for join in joins for reason in join.why))


Open = tuple[int, int, float]  # two tellings that a person may be asked about, and the sum of what speaks for it


def _pairs(weighed: _Weighed, decided: Decided) -> tuple[list[Pair], list[Pair], list[Open]]:
    """Pairs that may be one, the surest first; those in which one telling lacks day or town; those to ask about."""
    facts = weighed.facts
    found: dict[bool, list[Pair]] = {True: [], False: []}
    unsure: list[Open] = []
    near = set(candidates(facts))
    for i, j in sorted({*near, *_judged(facts, decided)}):
        verdict = decided.get(frozenset({facts[i].event.id, facts[j].event.id}))
        between = bond(facts[i], facts[j], weighed.why(i, j)) if (i, j) in near else None
        if between is not None and between.is_doubt:
            unsure.append((i, j, between.weight))
        if verdict == "same":
            found[True].append(Pair(i, j, True, JUDGED, JUDGED_SAME))
        elif verdict is None and between is not None and between.tie is not None:
            sure = between.tie == "sure"
            found[sure].append(Pair(i, j, sure, between.weight, between.why))
    return sorted(found[True], key=_rank), sorted(found[False], key=_rank), unsure


def _rank(pair: Pair) -> tuple[float, int, int]:
    return (-pair.weight, pair.one, pair.two)


def _is_sure(one: Fact, two: Fact, why: Sequence[Reason]) -> bool:
    told = any(r.weight >= COPY or (r.rule == "victims" and r.weight >= SAME) for r in why)
    return told or not (one.is_vague or two.is_vague)


def _judged(facts: Sequence[Fact], decided: Decided) -> Iterator[tuple[int, int]]:
    by_event = {f.event.id: i for i, f in enumerate(facts)}
    for pair, verdict in decided.items():
        ends = sorted(by_event[e] for e in pair if e in by_event)
        if verdict == "same" and len(ends) == 2:
            yield ends[0], ends[1]


def _at_home(facts: Sequence[Fact], denied: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Each denied deed with the tellings of its own report, at their positions in one row."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        by_report[fact.report].append(i)
    for j, deed in enumerate(denied):
        for i in by_report[deed.report]:
            yield i, len(facts) + j
