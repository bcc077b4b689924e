"""How many: where the figures told of one incident disagree, and of what kind the disagreement is.

Hundreds of reports tell few figures. So figures are laid out by what they say, and two that cannot both be right are
compared once, with all who tell them: is the later one an update of the earlier, do both count the same, or does one
voice stand against another. No value is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

import msgspec

from whosays.merging.figures import Figure, number, voices, words
from whosays.records import Conflict, ConflictKind, Effect, Reason, Span, ToldToll


class Sources(msgspec.Struct, frozen=True):
    """When each report came out (report id -> a moment that sorts), and whose word each statement is.

    ``periods`` holds the events that are counts over a longer time, ``named`` those that tell of one who is named, each
    with what befell him. ``later`` are the places of the figures that say that they overtake an earlier one.
    """

    published: Mapping[str, str | None]
    speakers: Mapping[str, str | None]
    periods: frozenset[str] = frozenset()
    named: frozenset[tuple[str, Effect]] = frozenset()
    later: frozenset[Span] = frozenset()

    def over(self, figure: Figure) -> bool:
        """Whether a figure counts over a longer time."""
        return figure.told[0].event in self.periods

    def names(self, figure: Figure) -> bool:
        """Whether a figure is no count, but one who is named."""
        return figure.low == figure.high == 1 and (figure.told[0].event, figure.effect) in self.named

    def authority(self, figure: Figure) -> str | None:
        """Who counted: the one whose word a figure is, else its publisher."""
        told = figure.told[0]
        if told.statement is not None:
            return self.speakers.get(told.statement)
        return f"publisher:{told.publisher}" if told.publisher is not None else None


class _Voice(msgspec.Struct, frozen=True):
    """One who tells a figure: in which report, on whose word, when, and where in the text.

    ``later`` says that its words tell of an earlier figure that this one overtakes.
    """

    report: str
    statement: str | None
    moment: str | None
    authority: str | None
    at: int = 0
    later: bool = False

    @property
    def day(self) -> str:
        """The day it was told; empty where that is not known."""
        return (self.moment or "")[:10]

    def is_one_with(self, other: _Voice) -> bool:
        """A report repeats itself; only where it cites two statements does it tell two figures.

        Nor does it contradict itself where it says that one of the two came later.
        """
        told = self.statement is None or other.statement is None or self.statement == other.statement
        return self.report == other.report and (told or self.overtakes(other) or other.overtakes(self))

    def overtakes(self, other: _Voice) -> bool:
        """Whether one report says that this figure came after the other."""
        return self.report == other.report and self.later and self.at > other.at

    def counts_with(self, other: _Voice) -> bool:
        """Whether both are the count of one authority."""
        return self.authority is not None and self.authority == other.authority


class _Value(msgspec.Struct, frozen=True):
    """One figure, and all who tell it."""

    figure: Figure
    over: bool
    named: bool
    told: tuple[_Voice, ...]

    def by_day(self) -> dict[str, list[_Voice]]:
        """Who tells it, day after day; those of no known day first."""
        found: dict[str, list[_Voice]] = {}
        for voice in sorted(self.told, key=lambda v: (v.moment or "", v.report)):
            found.setdefault(voice.day, []).append(voice)
        return found


def toll_conflicts(tolls: Sequence[ToldToll], sources: Sources) -> tuple[Conflict, ...]:
    """The disagreements over how many were killed, wounded ..., one conflict per effect and kind."""
    effects: list[Effect] = sorted({t.effect for t in tolls})
    found: dict[tuple[Effect, ConflictKind], tuple[dict[str, int], list[Reason]]] = {}
    for effect in effects:
        for one, two in combinations(_values(tolls, effect, sources), 2):
            if _agree(one.figure, two.figure):
                continue
            for conflict, reason in _differ(one, two):
                values, reasons = found.setdefault((effect, conflict), ({}, []))
                values.update({words(v.figure): v.figure.low for v in (one, two)})
                if reason not in reasons:
                    reasons.append(reason)
    return tuple(
        Conflict(field=effect, kind=conflict, values=_ascending(values), reasons=tuple(reasons))
        for (effect, conflict), (values, reasons) in sorted(found.items())
    )


def _values(tolls: Sequence[ToldToll], effect: Effect, sources: Sources) -> list[_Value]:
    """The figures for one effect, each with those who tell it; parts do not count beside the whole that they make."""
    told = voices(tolls, effect)
    whole = {f.told[0].report for f in told if not f.is_parts}
    found: dict[tuple[object, ...], tuple[Figure, list[_Voice]]] = {}
    for figure in told:
        first = figure.told[0]
        if figure.is_parts and first.report in whole:
            continue
        named = sources.names(figure)
        says = (figure.low, figure.high, words(figure), figure.parties, sources.over(figure), named)
        moment, later = sources.published.get(first.report), any(t.span in sources.later for t in figure.told)
        voice = _Voice(first.report, first.statement, moment, sources.authority(figure), first.span.start, later)
        found.setdefault(says, (figure, []))[1].append(voice)
    return [_Value(f, sources.over(f), sources.names(f), tuple(who)) for f, who in found.values()]


def _ascending(values: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda v: (values[v], v)))


def _agree(one: Figure, two: Figure) -> bool:
    """Both can be right; two exact figures of which one counts the attacker in cannot, even where they are equal."""
    exact = one.high is not None and two.high is not None
    return one.meets(two) and not (exact and one.includes_attacker != two.includes_attacker)


def _differ(one: _Value, two: _Value) -> Iterator[tuple[ConflictKind, Reason]]:
    """The kinds of disagreement over two figures that cannot both be right, each with its reasons."""
    scope = _scope(one, two)
    if scope is not None:
        if any(not a.is_one_with(b) for a in one.told for b in two.told):
            yield "scope", scope
        return
    less, more = sorted((one, two), key=lambda v: v.figure.low)
    for first, second in ((less, more), (more, less)):
        corrected = _by_one_authority(first, second) or _in_one_report(first, second)
        if corrected is not None:
            yield "update", corrected
        elif first is less:
            later = _met(less, more, lambda a, b: "" < a < b)
            if later is not None:
                yield "update", _later(less, more, *later)
    if _stand_against(less, more):
        detail = f"{words(less.figure)} and {words(more.figure)} cannot both be right"
        yield "contradiction", Reason(rule="contradiction", detail=detail)


def _later(less: _Value, more: _Value, first: _Voice, second: _Voice) -> Reason:
    detail = f"{words(more.figure)} was told on {second.day}, after {words(less.figure)} on {first.day}"
    return Reason(rule="update", detail=detail)


def _by_one_authority(first: _Value, second: _Value) -> Reason | None:
    """That somebody told one figure, and later the other; the earliest time that this happened."""
    found: list[tuple[str, str, str]] = []
    later = _moments(second)
    for who, moments in _moments(first).items():
        after = [m for m in later.get(who, ()) if m > min(moments)]
        if after:
            found.append((min(moments), min(after), who))
    if not found:
        return None
    before, after_, who = min(found)
    told = f"{words(first.figure)} on {before[:10]} and {words(second.figure)} on {after_[:10]}"
    return Reason(rule="same-authority", detail=f"{who.removeprefix('publisher:')} told {told}")


def _in_one_report(first: _Value, second: _Value) -> Reason | None:
    """That a report tells one figure and then another of which it says that it came later."""
    if not any(b.overtakes(a) for a in first.told for b in second.told if b.later):
        return None
    detail = f"{words(second.figure)} was told as the later figure, after {words(first.figure)}"
    return Reason(rule="same-report", detail=detail)


def _moments(value: _Value) -> dict[str, list[str]]:
    """Authority -> when it told this figure."""
    found: dict[str, list[str]] = {}
    for voice in value.told:
        if voice.authority is not None and voice.moment is not None:
            found.setdefault(voice.authority, []).append(voice.moment)
    return found


def _stand_against(less: _Value, more: _Value) -> bool:
    """Whether any voice for one figure contradicts any for the other: neither is later and higher, nor one's own."""
    if any(_meet_at_once(less, more)) or _met(less, more, lambda a, b: "" < b <= a) is not None:
        return True
    undated = ([v for v in less.told if not v.day], [v for v in more.told if not v.day])
    against = chain(product(undated[0], more.told), product(less.told, undated[1]))
    return any(not a.is_one_with(b) for a, b in against)


def _meet_at_once(less: _Value, more: _Value) -> Iterator[bool]:
    """Whether one authority tells both figures in two reports of one moment."""
    at: dict[tuple[str, str], list[_Voice]] = {}
    for voice in less.told:
        if voice.authority is not None and voice.moment is not None:
            at.setdefault((voice.authority, voice.moment), []).append(voice)
    for voice in more.told:
        same = at.get((voice.authority or "", voice.moment or ""), ())
        yield any(not voice.is_one_with(other) for other in same)


def _met(one: _Value, two: _Value, days: Callable[[str, str], bool]) -> tuple[_Voice, _Voice] | None:
    """The first two voices of different authorities, one for each figure, whose days are as asked."""
    theirs = two.by_day()
    for day, mine in one.by_day().items():
        for other, others in theirs.items():
            if days(day, other):
                found = _apart(mine, others)
                if found is not None:
                    return found
    return None


def _apart(some: Iterable[_Voice], others: Sequence[_Voice]) -> tuple[_Voice, _Voice] | None:
    pairs = ((a, b) for a in some for b in others if not a.counts_with(b) and not a.is_one_with(b))
    return next(pairs, None)


def _scope(one: _Value, two: _Value) -> Reason | None:
    """Whether the two count different things."""
    if one.over != two.over:
        counted, other = (one.figure, two.figure) if one.over else (two.figure, one.figure)
        detail = f"{number(counted)} counts over a longer time, {number(other)} does not say so"
        return Reason(rule="scope", detail=detail)
    if one.figure.includes_attacker != two.figure.includes_attacker:
        counted, other = (one.figure, two.figure) if one.figure.includes_attacker else (two.figure, one.figure)
        detail = f"{number(counted)} includes the attacker, {number(other)} does not say so"
        return Reason(rule="scope", detail=detail)
    if one.named != two.named:
        single, other = (one.figure, two.figure) if one.named else (two.figure, one.figure)
        return Reason(rule="scope", detail=f"{words(single)} is one who is named, {words(other)} does not say so")
    a, b = one.figure.parties, two.figure.parties
    if {"civilian"} in (a, b) and not a & b:
        civil, other = (one.figure, two.figure) if a == {"civilian"} else (two.figure, one.figure)
        return Reason(rule="scope", detail=f"{words(civil)} counts civilians alone, {words(other)} does not say so")
    return None
