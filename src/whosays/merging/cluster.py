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


class _Pair(msgspec.Struct, frozen=True):
    """Two tellings that may be one: positions, the sum of the weights, and why."""

    one: int
    two: int
    weight: float
    why: tuple[Reason, ...]


def cluster(facts: Sequence[Fact], denied: Sequence[Fact], decided: Decided) -> tuple[Cluster, ...]:
    """Groups the tellings.

    Args:
        facts: all tellings.
        denied: deeds that are told only to be denied; each goes to the one incident that it fits.
        decided: pairs of event ids that a person judged "same" or "not-same"; these overrule every rule.
    """
    groups = _Groups(sorted(facts, key=_key), decided)
    sure, vague = _pairs(groups.facts, decided)
    for pair in sure:
        groups.join(pair)
    for pair in _only(groups, vague):
        groups.join(pair)
    return _with_denials(groups.clusters(), sorted(denied, key=_key))


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

    def join(self, pair: _Pair) -> None:
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


def _pairs(facts: Sequence[Fact], decided: Decided) -> tuple[list[_Pair], list[_Pair]]:
    """Pairs that may be one, the surest first; apart from them those in which one telling lacks day or town."""
    sure: list[_Pair] = []
    vague: list[_Pair] = []
    for i, j in sorted({*candidates(facts), *_judged(facts, decided)}):
        verdict = decided.get(frozenset({facts[i].event.id, facts[j].event.id}))
        if verdict == "same":
            sure.append(_Pair(i, j, _JUDGED, (Reason(rule="judgement", detail="judged the same", weight=_JUDGED),)))
            continue
        why = compare(facts[i], facts[j])
        if verdict is not None or clash(why) or total(why) < SAME:
            continue
        (sure if _is_sure(facts[i], facts[j], why) else vague).append(_Pair(i, j, total(why), why))
    return sorted(sure, key=_rank), sorted(vague, key=_rank)


def _rank(pair: _Pair) -> tuple[float, int, int]:
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


def _only(groups: _Groups, vague: Sequence[_Pair]) -> list[_Pair]:
    """The vague tellings' pairs, where each fits one incident alone: what fits two is left by itself."""
    fits: dict[int, set[int]] = defaultdict(set)
    for pair in vague:
        for mine, other in ((pair.one, pair.two), (pair.two, pair.one)):
            if groups.facts[mine].is_vague and not groups.facts[other].is_vague:
                fits[mine].add(groups.home[other])
    return [p for p in vague if len(fits[p.one] | fits[p.two]) <= 1]


def _with_denials(clusters: Sequence[Cluster], denied: Sequence[Fact]) -> tuple[Cluster, ...]:
    """Each denied deed beside the one incident that it is about; one that fits none or several is left out."""
    tellings = [(fact, at) for at, group in enumerate(clusters) for fact in group.facts]
    facts = [fact for fact, _ in tellings]
    found: dict[int, list[Fact]] = defaultdict(list)
    pairs: dict[int, set[int]] = defaultdict(set)
    for i, j in sorted({*candidates([*facts, *denied]), *_at_home(facts, denied)}) if denied else ():
        if i < len(facts) <= j:
            why = compare(facts[i], denied[j - len(facts)])
            if not clash(why) and total(why) >= DENIED:
                pairs[j - len(facts)].add(tellings[i][1])
    for at, homes in sorted(pairs.items()):
        if len(homes) == 1:
            found[min(homes)].append(denied[at])
    return tuple(msgspec.structs.replace(c, denials=tuple(found[at])) for at, c in enumerate(clusters))


def _at_home(facts: Sequence[Fact], denied: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Each denied deed with the tellings of its own report, at their positions in one row."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(facts):
        by_report[fact.report].append(i)
    for j, deed in enumerate(denied):
        for i in by_report[deed.report]:
            yield i, len(facts) + j
