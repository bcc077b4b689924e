"""What one voice says of how many, as one figure: totals, parts and bounds made comparable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.records import Count, Effect, ToldToll, TollParty

_CLOSE = 0.25  # of the greater figure: first counts of one attack differ by as much
_CLOSE_COUNT = 2


class Figure(msgspec.Struct, frozen=True):
    """How many one voice counts: at least ``low``, at most ``high`` (None: no bound is told)."""

    effect: Effect
    low: int
    high: int | None
    told: tuple[ToldToll, ...]

    @property
    def includes_attacker(self) -> bool:
        """Whether the attacker is counted in."""
        return any(t.includes_attacker for t in self.told)

    @property
    def parties(self) -> frozenset[TollParty]:
        """The sides that are counted."""
        return frozenset(t.party for t in self.told)

    @property
    def is_parts(self) -> bool:
        """Whether only parts are told ("nine passengers and three policemen"), so that their sum is our inference."""
        return self.high is not None and len({(t.count.low, t.count.high) for t in self.told}) > 1

    def meets(self, other: Figure) -> bool:
        """Whether both can be right."""
        highs = [h for h in (self.high, other.high) if h is not None]
        return not highs or max(self.low, other.low) <= min(highs)

    def close(self, other: Figure) -> bool:
        """Whether the two differ by no more than first counts of one attack do."""
        gap = abs(self.low - other.low)
        return gap <= max(_CLOSE_COUNT, _CLOSE * max(self.low, other.low))


def figure(tolls: Iterable[ToldToll], effect: Effect) -> Figure | None:
    """The figure that some tolls of one event make; None where none gives a number.

    Several numbers for one effect are a total and its parts, or parts alone: the truth lies between the greatest of
    them and the sum of all. Where the smaller ones add up to the greatest, that one is the total.
    """
    told = tuple(t for t in tolls if t.effect == effect and t.party != "actor" and _known(t.count))
    if not told:
        return None
    counts = sorted({(t.count.low or 0, _high(t.count)) for t in told}, key=lambda c: (c[0], c[1] or 0))
    low = counts[-1][0]
    if any(high is None for _, high in counts):
        return Figure(effect, low, None, told)
    highs = [high for _, high in counts if high is not None]
    rest = sum(highs) - max(highs)
    return Figure(effect, low, max(highs) if rest in {0, max(highs)} else sum(highs), told)


def _known(count: Count) -> bool:
    return count.low is not None or count.high is not None


def _high(count: Count) -> int | None:
    if count.approximate and count.high is not None and count.low == count.high:
        return None  # "about 40" bounds nothing
    return count.high


def voices(tolls: Sequence[ToldToll], effect: Effect) -> tuple[Figure, ...]:
    """The figures for one effect, one for each telling and each statement that it rests on."""
    groups: dict[tuple[str, str | None, bool], list[ToldToll]] = {}
    for toll in tolls:
        groups.setdefault((toll.event, toll.statement, toll.includes_attacker), []).append(toll)
    found = (figure(group, effect) for group in groups.values())
    return tuple(f for f in found if f is not None)


def figure_between(tolls: Sequence[ToldToll], effect: Effect) -> Figure | None:
    """The range in which all voices' figures for one effect lie, attackers' own apart; None where nobody gives one."""
    told = voices([t for t in tolls if t.party != "actor"], effect)
    if not told:
        return None
    lows, highs = [f.low for f in told], [f.high if f.high is not None else f.low for f in told]
    unbounded = all(f.high is None for f in told)
    return Figure(effect, min(lows), None if unbounded and min(lows) == max(highs) else max(highs), told[0].told)


def words(figure_: Figure) -> str:
    """A figure in words, with whom it counts in: "12", "15 with the attacker"."""
    return f"{number(figure_)} with the attacker" if figure_.includes_attacker else number(figure_)


def number(figure_: Figure) -> str:
    """A figure's number in words: "12", "at least 12", "up to 15", "about 40", "24 to 99"."""
    if len(figure_.told) == 1 and figure_.told[0].count.approximate and figure_.high is None:
        return f"about {figure_.low}"
    if figure_.high is None:
        return f"at least {figure_.low}"
    if figure_.low == figure_.high:
        return str(figure_.low)
    return f"{figure_.low} to {figure_.high}" if figure_.low else f"up to {figure_.high}"


def best(tolls: Iterable[ToldToll], published: Mapping[str, str | None]) -> ToldToll | None:
    """The figure that counts until a better one comes: that of the latest report, of one day the lowest.

    Args:
        tolls: what is told of one effect on one side; without a lowest number it does not count.
        published: the day of each report (ISO); one without a day counts as the earliest.
    """
    counted = [toll for toll in tolls if toll.count.low is not None]
    return max(
        counted, key=lambda t: ((published.get(t.report) or "")[:10], -(t.count.low or 0), t.report), default=None
    )
