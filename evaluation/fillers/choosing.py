"""Which of the wordings fill a role: the likeliest by the weights of ``muc4_roles.csv``, each entity once.

``evaluation.learn_roles`` makes the table from MUC DEV alone; the likelihood from which on a wording is taken is
learnt there as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from evaluation.fillers.gates import ROLES
from evaluation.fillers.offering import Filler, offered
from evaluation.fillers.relevance import relevance_of
from evaluation.fillers.sentences import Read
from evaluation.weighing import ENOUGH, Weights, likely, table

FILE = Path(__file__).resolve().parent.parent / "muc4_roles.csv"


class Chance(msgspec.Struct, frozen=True):
    """How likely a wording fills a role."""

    likely: float
    filler: Filler


def fillers(read: Read) -> dict[str, list[str]]:
    """Who and what plays each role in a report: one wording for each entity, the likeliest first."""
    known = table(FILE)
    return {role: [f.words for f in chosen(found, known.get(role, {}))] for role, found in chances(read, known).items()}


def chances(read: Read, known: Mapping[str, Weights]) -> dict[str, list[Chance]]:
    """How likely each wording of a report fills each role that it may play."""
    relevance = relevance_of(read, known)
    found: dict[str, list[Chance]] = {role: [] for role in ROLES}
    for filler in offered(read):
        for role in filler.roles:
            signs = (*filler.signs, *relevance.signs(filler.sentences, filler.incidents, role))
            found[role].append(Chance(likely(known.get(role, {}), signs), filler))
    return found


def chosen(found: Iterable[Chance], known: Weights) -> list[Filler]:
    """Those of the wordings that are likely enough, the likeliest first, none that means one already taken."""
    return taken(found, known.get(ENOUGH, 1.0))


def taken(found: Iterable[Chance], enough: float) -> list[Filler]:
    """The wordings from a likelihood on, each entity once."""
    kept: list[Filler] = []
    for chance in sorted(found, key=lambda c: (-c.likely, c.filler.words)):
        if chance.likely < enough:
            break
        if not any(_is_same(chance.filler, other) for other in kept):
            kept.append(chance.filler)
    return kept


def _is_same(one: Filler, two: Filler) -> bool:
    """Whether two wordings overlap somewhere, name the same, or one holds all words of the other."""
    mine, theirs = set(one.words.split()), set(two.words.split())
    return mine <= theirs or theirs <= mine or bool(one.actors & two.actors) or _overlap(one, two)


def _overlap(one: Filler, two: Filler) -> bool:
    places: Sequence[tuple[int, int]] = [(p.start, p.end) for p in two.places]
    return any(p.start < end and start < p.end for p in one.places for start, end in places)
