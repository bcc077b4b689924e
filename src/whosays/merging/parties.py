"""Who: named victims and doers, counterparts at talks, and people of one kind."""

from __future__ import annotations

from whosays.merging.facts import Fact
from whosays.merging.figures import figure
from whosays.merging.outlines import CLASH, HARM, MARKED
from whosays.merging.wordings import stem
from whosays.records import Reason

_ANYBODY = frozenset(
    map(
        stem,
        "people person man men woman women child children civilians residents others victims them they he she "
        "it who authorities officials group groups dozens hundreds thousands suspects members".split(),
    )
)
_ATTRIBUTED = HARM | {"PROTEST", MARKED}  # whose doers are told in one way and another
_CROWD = 10
_GATHERINGS = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def victims(one: Fact, two: Fact) -> Reason | None:
    """A named person is killed once; two attacks with different named dead are two."""
    if one.event.type not in HARM:
        return _recipients(one, two)
    dead = one.killed & two.killed
    if dead:
        single = all(i.startswith("own:") and " " not in i for i in dead)  # a bare surname may be another's
        return Reason(rule="victims", detail=f"both tell of the death of {_list(dead)}", weight=0.5 if single else 1.0)
    persons = _persons(one.killed), _persons(two.killed)
    if persons[0] and persons[1]:
        return Reason(rule="victims", detail="different persons are named as killed", weight=CLASH)
    if one.killed and two.killed and not _words(one.killed) & _words(two.killed):
        return Reason(rule="victims", detail="other people are named as killed", weight=-0.3)
    return _recipients(one, two)


def number(one: Fact, two: Fact) -> Reason | None:
    """The arrest of somebody who is named is not that of a crowd, though he may be among them."""
    for single, many in ((one, two), (two, one)):
        counted = figure(many.tolls, "arrested")
        crowd_ = counted is not None and counted.low >= _CROWD and not many.recipients & many.named
        if crowd_ and _persons(single.recipients & single.named):
            return Reason(rule="number", detail="one names who it was, the other tells of a crowd", weight=-0.3)
    return None


def _recipients(one: Fact, two: Fact) -> Reason | None:
    shared = one.recipients & two.recipients & one.named & two.named
    if not shared:
        return None
    weight = 0.5 if _persons(shared) and one.event.type in HARM else 0.2
    return Reason(rule="recipients", detail=f"both name {_list(shared)}", weight=weight)


def crowd(one: Fact, two: Fact) -> Reason | None:
    """The same kind of people, without a name: "guards" suffer in both, "militants" strike in both."""
    hurt = _kinds(one.recipients - one.named) & _kinds(two.recipients - two.named)
    if hurt:
        return Reason(rule="crowd", detail=f"both tell of {', '.join(sorted(hurt))}", weight=0.2)
    did = _kinds(one.actors - one.named) & _kinds(two.actors - two.named)
    if did and one.event.type in HARM:
        return Reason(rule="crowd", detail=f"both tell of {', '.join(sorted(did))} as the doers", weight=0.1)
    return None


def _kinds(ids: frozenset[str]) -> frozenset[str]:
    """The last words of nameless parties ("three village guards"), but for those that say only that they are people.

    So do the names of whole peoples ("Gambians"), which carry their state's mark.
    """
    told = (i.removeprefix("own:").partition(":") for i in ids if i.startswith("own:"))
    words = ((name.split(), state) for name, _, state in told)
    return frozenset(stem(some[-1]) for some, state in words if some and not (state and len(some) == 1)) - _ANYBODY


def _words(ids: frozenset[str]) -> frozenset[str]:
    """The words of names, without a state's mark behind them."""
    return frozenset(word for i in ids for word in i.partition(":")[2].partition(":")[0].replace("-", " ").split())


def _persons(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(i for i in ids if i.startswith("person:"))


def _list(ids: frozenset[str]) -> str:
    return ", ".join(sorted(i.partition(":")[2] or i for i in ids))


def actors(one: Fact, two: Fact) -> Reason | None:
    """The same doers; at talks, counterparts that differ make two meetings."""
    a, b = one.actors & one.named, two.actors & two.named
    shared = a & b
    if one.event.type not in _GATHERINGS:
        if a and b and not one.states & two.states and one.event.type not in _ATTRIBUTED:
            return Reason(rule="actors", detail=f"{_list(a)} and {_list(b)} each did their own", weight=-0.4)
        weight = 0.3 if _persons(shared) else 0.2
        return Reason(rule="actors", detail=f"both name {_list(shared)}", weight=weight) if shared else None
    if not shared:
        if a and b and not one.states & two.states and one.event.type == "CONSULT":
            return Reason(rule="actors", detail="nobody takes part in both", weight=CLASH)
        return None
    if len(shared) == 1 and a - b and b - a and not _bodies(shared):
        return Reason(rule="actors", detail=f"{_list(shared)} with different counterparts", weight=CLASH)
    if len(shared) == 1 and not _bodies(shared):
        return Reason(rule="actors", detail=f"both name {_list(shared)}, and one names nobody else", weight=0.05)
    return Reason(rule="actors", detail=f"both name {_list(shared)}", weight=min(0.1 + 0.2 * len(shared), 0.7))


def _bodies(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(i for i in ids if i.startswith("body:"))
