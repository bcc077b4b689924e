"""Tellings to incidents: the surest pairs first, and nobody joins whom any member contradicts.

The result depends on what is told alone, never on the order in which reports were added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.merging.candidates import candidates
from whosays.merging.compare import COPY, SAME, clash, compare, total
from whosays.merging.facts import Fact
from whosays.records import Reason

Decided = Mapping[frozenset[str], str]
_JUDGED = 99.0
DENIED = 0.8  # whoever denies a deed speaks of one that is told, so less is enough, if it fits one incident alone


class Cluster(msgspec.Struct, frozen=True):
    """The tellings of one incident, why they were joined, and the tellings that deny it."""

    facts: tuple[Fact, ...]
    reasons: tuple[Reason, ...]
    denials: tuple[Fact, ...] = ()


class Pair(msgspec.Struct, frozen=True):
    """Two tellings that may be one: positions, the sum of the weights, and why."""

    one: int
    two: int
    weight: float
    why: tuple[Reason, ...]


class Bonds(msgspec.Struct, frozen=True):
    """All that may tie tellings together; what no bond ties, directly or through others, never meets.

    ``facts`` and ``denied`` are sorted; ``sure`` and ``vague`` (one telling lacks day or town) are pairs of facts, the
    surest first; ``denials`` are pairs of a denied deed and a telling that it may be about.
    """

    facts: tuple[Fact, ...]
    denied: tuple[Fact, ...]
    sure: tuple[Pair, ...]
    vague: tuple[Pair, ...]
    denials: tuple[tuple[int, int], ...]

    def parts(self) -> dict[str, str]:
        """Event id -> the smallest event id among all that are tied to it, directly or through others."""
        ids = [f.event.id for f in (*self.facts, *self.denied)]
        home = {i: i for i in ids}

        def root(i: str) -> str:
            while home[i] != i:
                home[i] = home[home[i]]
                i = home[i]
            return i

        ties = [(ids[p.one], ids[p.two]) for p in (*self.sure, *self.vague)]
        ties += [(self.denied[d].event.id, self.facts[f].event.id) for d, f in self.denials]
        for one, two in ties:
            low, high = sorted((root(one), root(two)))
            home[high] = low
        return {i: root(i) for i in ids}


def cluster(facts: Sequence[Fact], denied: Sequence[Fact], decided: Decided) -> tuple[Cluster, ...]:
    """Groups the tellings: see :func:`grouped`."""
    return grouped(bonds(facts, denied, decided), decided)


def bonds(facts: Sequence[Fact], denied: Sequence[Fact], decided: Decided) -> Bonds:
    """Compares what is worth comparing.

    Args:
        facts: all tellings.
        denied: deeds that are told only to be denied.
        decided: pairs of event ids that a person judged "same" or "not-same"; these overrule every rule.
    """
    facts, denied = sorted(facts, key=_key), sorted(denied, key=_key)
    sure, vague = _pairs(facts, decided)
    return Bonds(tuple(facts), tuple(denied), sure, vague, tuple(_denials(facts, denied)))


def grouped(found: Bonds, decided: Decided) -> tuple[Cluster, ...]:
    """The incidents' tellings; each denied deed goes to the one incident that it fits."""
    groups = _Groups(found.facts, decided)
    for pair in found.sure:
        groups.join(pair)
    for pair in _only(groups, found.vague):
        groups.join(pair)
    return _with_denials(groups.clusters(), found)


def tied(one: Fact, two: Fact) -> bool:
    """Whether two tellings, or a telling and a denied deed, are tied by what is told; no two denied deeds are."""
    denied = {one.event.status == "negated", two.event.status == "negated"}
    if denied == {True}:
        return False
    why = compare(one, two)
    return not clash(why) and total(why) >= (SAME if denied == {False} else DENIED)


def _key(fact: Fact) -> tuple[str, str, int, str]:
    return (fact.told or "9999", fact.report, fact.event.trigger.start, fact.event.id)


class _Groups:
    """Who stands with whom so far; joining is refused where any two members clash."""

    def __init__(self, facts: Sequence[Fact], decided: Decided) -> None:
        self.facts = facts
        self.home = list(range(len(facts)))
        self._decided = decided
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(facts))}
        self._reasons: dict[int, list[Reason]] = defaultdict(list)

    def join(self, pair: Pair) -> None:
        """Joins the groups of two tellings if no member of one contradicts a member of the other."""
        low, high = sorted((self.home[pair.one], self.home[pair.two]))
        if low == high or not self._may_join(low, high):
            return
        self._members[low].extend(self._members.pop(high))
        for k in self._members[low]:
            self.home[k] = low
        self._reasons[low].extend((*self._reasons.pop(high, []), *pair.why))

    def _may_join(self, one: int, two: int) -> bool:
        """A bridge report glues nothing."""
        for i in self._members[one]:
            for j in self._members[two]:
                verdict = self._decided.get(frozenset({self.facts[i].event.id, self.facts[j].event.id}))
                if verdict == "same":
                    continue
                if verdict == "not-same" or clash(compare(self.facts[i], self.facts[j])):
                    return False
        return True

    def clusters(self) -> tuple[Cluster, ...]:
        """The groups, in the order of their first tellings."""
        return tuple(
            Cluster(tuple(self.facts[k] for k in sorted(group)), tuple(dict.fromkeys(self._reasons[first])))
            for first, group in sorted(self._members.items())
        )


def _pairs(facts: Sequence[Fact], decided: Decided) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Pairs that may be one, the surest first; apart from them those in which one telling lacks day or town."""
    sure: list[Pair] = []
    vague: list[Pair] = []
    for i, j in sorted({*candidates(facts), *_judged(facts, decided)}):
        verdict = decided.get(frozenset({facts[i].event.id, facts[j].event.id}))
        if verdict == "same":
            sure.append(Pair(i, j, _JUDGED, (Reason(rule="judgement", detail="judged the same", weight=_JUDGED),)))
            continue
        why = compare(facts[i], facts[j])
        if verdict is not None or clash(why) or total(why) < SAME:
            continue
        (sure if _is_sure(facts[i], facts[j], why) else vague).append(Pair(i, j, total(why), why))
    return tuple(sorted(sure, key=_rank)), tuple(sorted(vague, key=_rank))


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


def _only(groups: _Groups, vague: Sequence[Pair]) -> list[Pair]:
    """The vague tellings' pairs, where each fits one incident alone: what fits two is left by itself."""
    fits: dict[int, set[int]] = defaultdict(set)
    for pair in vague:
        for mine, other in ((pair.one, pair.two), (pair.two, pair.one)):
            if groups.facts[mine].is_vague and not groups.facts[other].is_vague:
                fits[mine].add(groups.home[other])
    return [p for p in vague if len(fits[p.one] | fits[p.two]) <= 1]


def _denials(facts: Sequence[Fact], denied: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """The denied deeds, each with every telling that it may be about, by position."""
    for i, j in sorted({*candidates([*facts, *denied]), *_at_home(facts, denied)}) if denied else ():
        if i < len(facts) <= j and tied(facts[i], denied[j - len(facts)]):
            yield j - len(facts), i


def _with_denials(clusters: Sequence[Cluster], found: Bonds) -> tuple[Cluster, ...]:
    """Each denied deed beside the one incident that it is about; one that fits none or several is left out."""
    home = {fact.event.id: at for at, group in enumerate(clusters) for fact in group.facts}
    homes: dict[int, set[int]] = defaultdict(set)
    for deed, telling in found.denials:
        homes[deed].add(home[found.facts[telling].event.id])
    denials: dict[int, list[Fact]] = defaultdict(list)
    for deed, at in sorted(homes.items()):
        if len(at) == 1:
            denials[min(at)].append(found.denied[deed])
    return tuple(msgspec.structs.replace(c, denials=tuple(denials[at])) for at, c in enumerate(clusters))


def _at_home(facts: Sequence[Fact], denied: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Each denied deed with the tellings of its own report, at their positions in one row."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        by_report[fact.report].append(i)
    for j, deed in enumerate(denied):
        for i in by_report[deed.report]:
            yield i, len(facts) + j
