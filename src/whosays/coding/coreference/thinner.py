"""Of two tellings of one deed in a sentence the one that tells no more: "the killing of the mayor, who was shot"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse
from whosays.records import Event

Told = tuple[Event, int]  # an event, and the head token of its trigger


def fuller_of(parse: Parse, told: Sequence[Told]) -> tuple[int, ...]:
    """The places in ``told`` of all but the thinner tellings.

    A telling is the thinner one where all who suffer in it suffer in the other, too, nobody acts, and no figure is new.
    """
    kept: list[int] = []
    for at, one in enumerate(told):
        others = [told[k] for k in kept] + list(told[at + 1 :])
        if not any(_tells_no_more(parse, one, other) for other in others):
            kept.append(at)
    return tuple(kept)


def _tells_no_more(parse: Parse, one: Told, other: Told) -> bool:
    (a, first), (b, second) = one, other
    if a.type == b.type == "PROTEST" and parse.sentence(first) == parse.sentence(second):
        return _is_setting(parse, one, other)
    if a.type != "ASSAULT" or b.type != "ASSAULT" or a.status != b.status or not a.tolls:
        return False
    if parse.sentence(first) != parse.sentence(second) or any(r.part == "actor" for r in a.roles):
        return False
    mine, theirs = ({(r.part, r.mention) for r in e.roles} for e in (a, b))
    if not mine or not mine <= theirs or (mine == theirs and first < second):
        return False
    figures = {(t.effect, t.count.low) for t in b.tolls}
    return all((t.effect, t.count.low) in figures for t in a.tolls)


_DURING = frozenset({"during", "at", "amid", "in"})


def _is_setting(parse: Parse, one: Told, other: Told) -> bool:
    """ "Students clash with police | during a march |": the march at which they did, and nobody else's."""
    (a, noun), (b, verb) = one, other
    if a.status != b.status or any(r.part == "actor" for r in a.roles) or all(r.part != "actor" for r in b.roles):
        return False
    below = parse.tokens[noun].dep in {"obl", "nmod"} and case_of(parse, noun) in _DURING
    return below and parse.tokens[verb].is_verb and parse.tokens[noun].head == verb
