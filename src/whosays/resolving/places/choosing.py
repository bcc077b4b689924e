"""Where: chooses the place that a name means among its namesakes, with the reasons in words, or says that it is unsure.

Size speaks first; what the report tells around the name speaks louder: the place that holds it ("Paris, Texas"), an
adjective before it ("the Ukrainian town of"), the dateline, and what the other names of the report are about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from whosays.gazetteer import Gazetteer, PlaceEntry, normalise
from whosays.parse import Parse
from whosays.records import Place, PlacePrecision, Reason
from whosays.resolving.places.context import PAPER, contexts_of, paper_of, told_states
from whosays.resolving.places.distance import beyond, kilometres, point_of
from whosays.resolving.places.focus import Focus, Vote, Votes
from whosays.resolving.places.found import is_feature
from whosays.resolving.places.text import PlaceMention, spelt_out
from whosays.resolving.places.weighing import PlaceContext, weighed

# Two places whose scores differ by less are not told apart, unless they lie within reach of each other.
_MARGIN = 0.3
_REACH_KM = 161.0
# A place of fewer people is not believed where the report speaks of other states only.
_TINY = 20_000
# What a rival must have against a place that nothing else in the report speaks for: nearness in weight, and its state.
_CONTEST, _SPOKEN = 2.5, 1.0
_TOLD = ("held", "holds", "adjective", "states", "region", "near", "dateline", "row")
_POINTS = ("exact", "near")
_BESIDE = 12  # words between a street and the town it lies in
_ROUNDS = 2  # how often what a report is about is read from its names, and its names from that
_SHARP = 1.0  # a reading ten times less likely for each point of weight


class PlaceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """The place a name was taken for, or None when unsure, and why; ``candidates`` are the ids of the others."""

    place: Place | None = None
    precision: PlacePrecision = "unknown"
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()


# -- one name -----------------------------------------------------------------------------------


def _precision(entry: PlaceEntry, context: PlaceContext) -> PlacePrecision:
    """How finely the place is meant; "Belgorod region" resolved to the town that it is named after is a region."""
    if entry.kind in ("country", "admin1", "region"):
        return entry.kind
    if context.noun == "admin1":
        return "admin1"
    return "near" if context.near or context.noun == "district" or entry.kind in ("admin2", "feature") else "exact"


def _is_doubtful(entry: PlaceEntry, reasons: Iterable[Reason], context: PlaceContext) -> bool:
    """Whether a small place stands alone against a report that speaks of other states, or in a region not known."""
    supported = any(r.rule not in ("size", "noun") and r.weight > 0 for r in reasons)
    if context.holders and entry.kind in ("city", "admin1") and not supported:
        return True
    return entry.kind == "city" and entry.population < _TINY and bool(context.focus.states) and not supported


def _ranked(
    name: str, context: PlaceContext, gazetteer: Gazetteer
) -> list[tuple[float, tuple[Reason, ...], PlaceEntry]]:
    """The places of a name, the best first, each with its weight and reasons."""
    entries = gazetteer.places_named(name)
    if is_feature(name):  # "Lake Tahoe" is no town on its shore that is called so too
        entries = tuple(e for e in entries if e.kind != "city" or normalise(e.place.name) == normalise(name))
    found = [(*weighed(entry, context, gazetteer), entry) for entry in entries]
    return sorted(found, key=lambda r: (-r[0], r[2].place.id))


def resolve_place(name: str, context: PlaceContext, gazetteer: Gazetteer) -> PlaceChoice:
    """The place that ``name`` means in this context; no place when none is known or several fit alike."""
    context = msgspec.structs.replace(context, name=name)
    ranked = _ranked(name, context, gazetteer)
    if not ranked:
        return PlaceChoice(reasons=(Reason(rule="unknown", detail=f"no place named {name} is known"),))
    score, reasons, best = ranked[0]
    others = tuple(entry.place.id for _, _, entry in ranked[1:6])
    rivals = [entry for other, _, entry in ranked[1:] if score - other < _MARGIN]
    if any(_apart(best, rival) for rival in rivals):
        doubt = Reason(rule="unsure", detail=f"{len(rivals) + 1} places of this name fit alike")
        return PlaceChoice(reasons=(*reasons, doubt), candidates=(best.place.id, *others))
    if _is_doubtful(best, reasons, context) or _is_contested(reasons, ranked):
        doubt = Reason(rule="unsure", detail="nothing else in the report speaks for it")
        return PlaceChoice(reasons=(*reasons, doubt), candidates=(best.place.id, *others))
    return PlaceChoice(place=best.place, precision=_precision(best, context), reasons=reasons, candidates=others)


def _is_contested(reasons: Sequence[Reason], ranked: Sequence[tuple[float, tuple[Reason, ...], PlaceEntry]]) -> bool:
    """Whether a large place that nothing speaks for has a smaller namesake where the report is: "Balad", of Somalia."""
    if ranked[0][2].kind != "city" or any(r.rule in _TOLD and r.weight > 0 for r in reasons):
        return False
    rivals = (r for score, r, _ in ranked[1:] if ranked[0][0] - score < _CONTEST)
    return any(r.rule == "states" and r.weight >= _SPOKEN for rival in rivals for r in rival)


def _apart(one: PlaceEntry, other: PlaceEntry) -> bool:
    here, there = point_of(one.place), point_of(other.place)
    return here is None or there is None or kilometres(here, there) > _REACH_KM


def meanings(name: str, gazetteer: Gazetteer) -> tuple[PlaceChoice, ...]:
    """All that a name may mean without any report, the likeliest first, each with what speaks for it."""
    context = PlaceContext(name=name)
    return tuple(
        PlaceChoice(place=entry.place, precision=_precision(entry, context), reasons=reasons)
        for _, reasons, entry in _ranked(name, context, gazetteer)
    )


# -- a whole report -----------------------------------------------------------------------------


def _dateline_state(parse: Parse, gazetteer: Gazetteer) -> str | None:
    """The state that the dateline lies in, read from its last known part ("KABUL, Afghanistan")."""
    for part in reversed((parse.report.dateline or "").split(",")):
        choice = resolve_place(spelt_out(part.strip()), PlaceContext(), gazetteer) if part.strip() else PlaceChoice()
        if choice.place is not None:
            return choice.place.country
    return None


def _home(parse: Parse, gazetteer: Gazetteer) -> tuple[Vote, ...]:
    """The vote of the town that the local paper is made in."""
    paper = paper_of(parse, gazetteer)
    if paper is None:
        return ()
    town, _, part = paper.home.partition(", ")
    context = PlaceContext(name=town, holders=(part,) if part else (), focus=Focus(states=((paper.country, 1.0),)))
    vote = _vote(town, context, PAPER, gazetteer)
    return (msgspec.structs.replace(vote, name=f"{paper.home}, home of {paper.name}", own=False),)


def _vote(name: str, context: PlaceContext, times: int, gazetteer: Gazetteer) -> Vote:
    """The places that a name may mean, each as likely as its weight against the best."""
    ranked = _ranked(name, context, gazetteer)
    likely = [10.0 ** (_SHARP * (score - ranked[0][0])) for score, _, _ in ranked]
    total = sum(likely)
    readings = tuple((entry, p / total) for (_, _, entry), p in zip(ranked, likely, strict=True) if p / total > 0.01)
    return Vote(name=normalise(name), readings=readings, times=times)


def resolve_places(parse: Parse, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceChoice, ...]:
    """The places of a report's mentions, in their order.

    First each name by size and words alone, then, in rounds, with what all other names together are about.
    """
    contexts = contexts_of(parse, mentions, _dateline_state(parse, gazetteer), gazetteer)
    told = told_states(parse, gazetteer)
    home = _home(parse, gazetteer)
    times = Counter(normalise(m.name) for m in mentions)
    for _ in range(_ROUNDS):
        first = {normalise(c.name): c for c in reversed(contexts)}
        votes = Votes((*home, *(_vote(c.name, c, times[form], gazetteer) for form, c in sorted(first.items()))), told)
        views = {form: votes.without(form) for form in first}
        contexts = [msgspec.structs.replace(c, focus=views[normalise(c.name)]) for c in contexts]
    found: dict[PlaceContext, PlaceChoice] = {}
    for context in contexts:
        if _plain(context) not in found:
            found[_plain(context)] = resolve_place(context.name, context, gazetteer)
    choices = [_moved(m, found[_plain(c)]) for m, c in zip(mentions, contexts, strict=True)]
    return tuple(_in_town(parse, number, mentions, choices) for number in range(len(mentions)))


def _in_town(
    parse: Parse, number: int, mentions: Sequence[PlaceMention], choices: Sequence[PlaceChoice]
) -> PlaceChoice:
    """A street, building or water that no map holds lies in the town that its name begins with, or named beside it.

    Of those beside it, one behind it goes before one in front.
    """
    mention, choice = mentions[number], choices[number]
    if choice.place is not None or choice.candidates or not (mention.kind == "facility" or is_feature(mention.name)):
        return choice
    within = [n for n, m in enumerate(mentions) if _begins(mention.name, m.name) and choices[n].precision in _POINTS]
    sentence = parse.sentence(mention.start)
    towns = [
        (m.start < mention.start, abs(m.start - mention.start), n)
        for n, m in enumerate(mentions)
        if choices[n].precision in _POINTS and not m.stands and parse.sentence(m.start) == sentence
    ]
    beside = min(towns, default=None)
    if within:
        town = choices[within[0]].place
    else:
        town = choices[beside[2]].place if beside is not None and beside[1] <= _BESIDE else None
    if town is None:
        return choice
    how = f"its name begins with that of {town.name}" if within else f"the text names {town.name} beside it"
    reason = Reason(rule="within", detail=how, weight=0.5)
    return PlaceChoice(place=town, precision="near", reasons=(reason,))


def _begins(name: str, town: str) -> bool:
    """Whether the name of a building or park begins with that of a town: "Dublin Veterans Park"."""
    return normalise(name).startswith(f"{normalise(town)} ")


def _plain(context: PlaceContext) -> PlaceContext:
    """A context without the focus, which is the same for the same name."""
    return msgspec.structs.replace(context, focus=Focus())


def _moved(mention: PlaceMention, choice: PlaceChoice) -> PlaceChoice:
    """The place that lies so and so far from the one named: "40 km north of Herat"."""
    here = point_of(choice.place) if choice.place is not None else None
    if mention.away is None or choice.place is None or here is None or choice.precision not in ("exact", "near"):
        return choice
    kilometres_away, bearing, words = mention.away
    lat, lon = beyond(here, kilometres_away, bearing)
    named = f"{words} {choice.place.name}"
    identifier = f"{choice.place.id}+{kilometres_away:.0f}km@{bearing:.0f}"
    place = msgspec.structs.replace(choice.place, id=identifier, name=named, lat=lat, lon=lon, feature=None)
    reason = Reason(rule="moved", detail=f"the text places it {words} {choice.place.name}", weight=0.0)
    return msgspec.structs.replace(choice, place=place, precision="near", reasons=(*choice.reasons, reason))


__all__ = ["PlaceChoice", "PlaceContext", "kilometres", "meanings", "resolve_place", "resolve_places"]
