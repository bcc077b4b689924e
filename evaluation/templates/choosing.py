"""Who of those near an incident did it, by the weights of the signs that the report shows; and how surely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from evaluation.templates.doers import Doer
from evaluation.templates.lists import lists, plain
from evaluation.templates.naming import groups_in
from evaluation.weighing import Weights, likely, table

FILE = Path(__file__).resolve().parent.parent / "muc4_doers.csv"
INDIVIDUAL, ORGANIZATION = "individual", "organization"
# A fill raises F where it is right more often than about once in three; a second one is asked for more.
_ENOUGH = {INDIVIDUAL: (0.3, 0.4), ORGANIZATION: (0.3, 0.4)}
# The degree for which another, of which it is a kind, counts as half right; not the other way round.
_KIN = {"suspected": "accused-by-authorities"}
_HALF = 0.5
_MOST = 4


def weights(what: str) -> Weights:
    """What each sign weighs, in log-odds, for a slot or for a degree of confidence."""
    return table(FILE).get(what, {})


def chance(what: str, signs: Iterable[str]) -> float:
    """The likelihood that a candidate with these signs is one, from 0 to 1; 0 where nothing has been learnt."""
    return likely(weights(what), signs)


def chosen(what: str, candidates: Sequence[Doer]) -> list[Doer]:
    """Those of the candidates that are likely enough, the likeliest first, each once under one of its names."""
    first, further = _ENOUGH[what]
    same = _is_same_body if what == ORGANIZATION else _shares_words
    found: list[Doer] = []
    for how_likely, doer in sorted(((chance(what, d.signs), d) for d in candidates), key=lambda c: (-c[0], c[1].words)):
        if how_likely < (further if found else first) or len(found) == _MOST:
            break
        if not any(same(doer, known) for known in found):
            found.append(doer)
    return found


def _shares_words(one: Doer, two: Doer) -> bool:
    return bool(set(plain(one.words).split()) & set(plain(two.words).split()))


def _is_same_body(one: Doer, two: Doer) -> bool:
    """A group that is told by its name and by its letters."""
    actors: Callable[[Doer], set[str]] = lambda d: {g.actor for g in groups_in(d.words.split())}  # noqa: E731
    return bool(actors(one) & actors(two)) or _shares_words(one, two)


def confidence(doer: Doer) -> str:
    """How sure the report is of a doer: the degree that is worth most by the signs."""
    degrees = list(dict.fromkeys(lists().confidence))
    likely_as = {degree: chance(degree, doer.signs) for degree in degrees}
    worth = {d: c + _HALF * likely_as.get(_KIN.get(d, ""), 0.0) for d, c in likely_as.items()}
    return max(degrees, key=lambda degree: (worth[degree], -degrees.index(degree)))
