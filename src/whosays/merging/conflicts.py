"""Where the tellings of one incident disagree, and of what kind the disagreement is. No value is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import msgspec

from whosays.merging.figures import Figure, number, voices, words
from whosays.records import Conflict, ConflictKind, Effect, Reason, Responsibility, ToldToll

_DENIED = "deny"
_CLAIMED = "claim"
_REPORTED = "report"
_LAID = frozenset({"blame", "accuse"})  # at another's door


class Sources(msgspec.Struct, frozen=True):
    """When each report came out (report id -> a moment that sorts), and whose word each statement is.

    ``periods`` holds the events that are counts over a longer time.
    """

    published: Mapping[str, str | None]
    speakers: Mapping[str, str | None]
    periods: frozenset[str] = frozenset()

    def over(self, figure: Figure) -> bool:
        """Whether a figure counts over a longer time."""
        return figure.told[0].event in self.periods

    def when(self, figure: Figure) -> str | None:
        """When a figure was published."""
        return self.published.get(figure.told[0].report)

    def authority(self, figure: Figure) -> str | None:
        """Who counted: the one whose word a figure is, else its publisher."""
        told = figure.told[0]
        if told.statement is not None:
            return self.speakers.get(told.statement)
        return f"publisher:{told.publisher}" if told.publisher is not None else None


def toll_conflicts(tolls: Sequence[ToldToll], sources: Sources) -> tuple[Conflict, ...]:
    """The disagreements over how many were killed, wounded ..., one conflict per effect and kind."""
    effects: list[Effect] = sorted({t.effect for t in tolls})
    found: dict[tuple[Effect, ConflictKind], tuple[dict[str, int], list[Reason]]] = {}
    for effect in effects:
        told = voices(tolls, effect)
        whole = {f.told[0].report for f in told if not f.is_parts}
        kept = [f for f in told if not (f.is_parts and f.told[0].report in whole)]
        for one, two in combinations(kept, 2):
            if _one_voice(one, two) or _agree(one, two):
                continue
            conflict, reason = _kind(one, two, sources)
            values, reasons = found.setdefault((effect, conflict), ({}, []))
            values.update({words(f): f.low for f in (one, two)})
            if reason not in reasons:
                reasons.append(reason)
    return tuple(
        Conflict(field=effect, kind=conflict, values=_ascending(values), reasons=tuple(reasons))
        for (effect, conflict), (values, reasons) in sorted(found.items())
    )


def _ascending(values: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda v: (values[v], v)))


def _one_voice(one: Figure, two: Figure) -> bool:
    """A report repeats itself; only where it cites two statements does it tell two figures."""
    a, b = one.told[0], two.told[0]
    return a.report == b.report and (a.statement is None or b.statement is None or a.statement == b.statement)


def _agree(one: Figure, two: Figure) -> bool:
    """Both can be right; two exact figures of which one counts the attacker in cannot, even where they are equal."""
    exact = one.high is not None and two.high is not None
    return one.meets(two) and not (exact and one.includes_attacker != two.includes_attacker)


def _kind(one: Figure, two: Figure, sources: Sources) -> tuple[ConflictKind, Reason]:
    scope = _scope(one, two, sources)
    if scope is not None:
        return "scope", scope
    first, second = sorted((one, two), key=lambda f: (sources.when(f) or "9999", f.told[0].report, f.told[0].span))
    earlier, later = sources.when(first), sources.when(second)
    if earlier is not None and later is not None and earlier < later:
        who = sources.authority(first)
        if who is not None and who == sources.authority(second):
            name = who.removeprefix("publisher:")
            detail = f"{name} told {words(first)} on {earlier[:10]} and {words(second)} on {later[:10]}"
            return "update", Reason(rule="same-authority", detail=detail)
        if earlier[:10] < later[:10] and second.low > first.low:
            detail = f"{words(second)} was told on {later[:10]}, after {words(first)} on {earlier[:10]}"
            return "update", Reason(rule="update", detail=detail)
    detail = f"{words(first)} and {words(second)} cannot both be right"
    return "contradiction", Reason(rule="contradiction", detail=detail)


def _scope(one: Figure, two: Figure, sources: Sources) -> Reason | None:
    """Whether the two count different things."""
    if sources.over(one) != sources.over(two):
        counted, other = (one, two) if sources.over(one) else (two, one)
        detail = f"{number(counted)} counts over a longer time, {number(other)} does not say so"
        return Reason(rule="scope", detail=detail)
    if one.includes_attacker != two.includes_attacker:
        counted, other = (one, two) if one.includes_attacker else (two, one)
        detail = f"{number(counted)} includes the attacker, {number(other)} does not say so"
        return Reason(rule="scope", detail=detail)
    a, b = one.parties, two.parties
    if {"civilian"} in (a, b) and not a & b:
        civil, other = (one, two) if a == {"civilian"} else (two, one)
        return Reason(rule="scope", detail=f"{words(civil)} counts civilians alone, {words(other)} does not say so")
    return None


def responsibility_conflicts(
    told: Sequence[Responsibility], related: Callable[[str, str], bool]
) -> tuple[Conflict, ...]:
    """Claims against denials, and different parties held responsible.

    Args:
        told: who is held responsible, by whom.
        related: whether two actor ids are a whole and its part, and so no rivals.
    """
    found: list[Conflict] = []
    for party in sorted({r.party for r in told if r.act == _DENIED}):
        accusers = sorted({r.by or "the report" for r in told if r.party == party and r.act != _DENIED})
        if accusers:
            deniers = sorted({r.by or party for r in told if r.party == party and r.act == _DENIED})
            denied = f"{party} denies it" if party in deniers else f"denied of {party} by {_in_words(deniers)}"
            detail = f"{denied}, against the word of {_in_words(accusers)}"
            values = (f"{party}: denied", f"{party}: held responsible")
            found.append(_contradiction("denial", detail, values))
    return (*found, *_rivals(told, related))


def _rivals(told: Sequence[Responsibility], related: Callable[[str, str], bool]) -> tuple[Conflict, ...]:
    claimants = sorted({r.party for r in told if r.act == _CLAIMED})
    blamed = sorted({r.party for r in told if r.act in _LAID})
    reported = sorted({r.party for r in told if r.act == _REPORTED})

    def strangers(party: str, others: Sequence[str]) -> bool:
        return any(o != party and not related(party, o) for o in others)

    others = [p for p in (*blamed, *reported) if strangers(p, claimants)]
    if claimants and others:
        return (_contradiction("rivals", "claimed by one party, laid at another's door", _all(claimants, others)),)
    if any(strangers(p, claimants) for p in claimants):
        return (_contradiction("rivals", "claimed by more than one party", tuple(claimants)),)
    if any(strangers(p, blamed) for p in blamed):
        return (_contradiction("rivals", "different parties are blamed", tuple(blamed)),)
    return ()


def _in_words(parties: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parties[:-1]), parties[-1]) if part)


def _all(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _contradiction(rule: str, detail: str, values: tuple[str, ...]) -> Conflict:
    return Conflict(
        field="responsibility", kind="contradiction", values=values, reasons=(Reason(rule=rule, detail=detail),)
    )


def occurrence_conflict(tellers: Sequence[str], deniers: Sequence[str]) -> tuple[Conflict, ...]:
    """That somebody denies that it happened at all; empty where nobody does."""
    if not deniers:
        return ()
    detail = f"{', '.join(sorted(set(deniers)))} denies that it happened; {', '.join(sorted(set(tellers)))} tells of it"
    return (
        Conflict(
            field="occurrence",
            kind="contradiction",
            values=("denied", "told"),
            reasons=(Reason(rule="denial", detail=detail),),
        ),
    )
