"""Where: chooses the place that a name means among its namesakes, with the reasons in words, or says that it is unsure.

Size speaks first; what the report tells around the name speaks louder: the place that holds it ("Paris, Texas"), an
adjective before it ("the Ukrainian town of"), the states and regions that the report names, the dateline, and the
nearness of places that are sure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from whosays.gazetteer import Gazetteer, PlaceEntry
from whosays.parse import Parse
from whosays.records import Place, PlacePrecision, Reason
from whosays.resolving.places_text import PlaceMention
from whosays.resolving.places_words import place_words

# Weights, in powers of ten of inhabitants: what the text says outweighs any size, what it hints at some of it.
_HELD, _NOT_HELD, _HOLDS = 6.0, -3.0, 4.0
_ADJECTIVE = 5.0
_STATES = 3.0
_REGION = 2.0
_DATELINE = 1.5
_NEAR = 1.5
_NOUN = 2.5
_BARE = -2.5
_CAPITAL, _COUNTRY = 1.5, 9.0
_ADMIN1_AT_MOST, _REGION_PRIOR = 6.2, 6.5
# Two places whose scores differ by less are not told apart, unless they lie within reach of each other.
_MARGIN = 0.4
_REACH_KM = 161.0
_NEAR_KM = 250.0
# A place of fewer people is not believed where the report speaks of other states only.
_TINY = 20_000


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a report tells around the name of a place.

    ``holders`` are the names told as holding it, ``inside`` those told as lying in it, ``owner`` is the state whose
    adjective stands before it, ``states`` are the states that the report speaks of with their shares (0 to 1),
    ``regions`` the ids of first-level regions it names, ``dateline`` is the state of its dateline, ``sure`` are the
    coordinates (latitude, longitude) of its certain places.
    """

    holders: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    owner: str | None = None
    noun: str | None = None
    near: bool = False
    states: tuple[tuple[str, float], ...] = ()
    regions: tuple[str, ...] = ()
    dateline: str | None = None
    sure: tuple[tuple[float, float], ...] = ()


class PlaceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """The place a name was taken for, or None when unsure, and why; ``candidates`` are the ids of the others."""

    place: Place | None = None
    precision: PlacePrecision = "unknown"
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()


# -- comparing namesakes ------------------------------------------------------------------------


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points (latitude, longitude in degrees) on the sphere."""
    lat1, lon1, lat2, lon2 = (math.radians(v) for v in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(half, 1.0)))


def _point(place: Place) -> tuple[float, float] | None:
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def _states_of(entry: PlaceEntry) -> tuple[str, ...]:
    return entry.countries or ((entry.place.country,) if entry.place.country else ())


def _size(entry: PlaceEntry, _context: PlaceContext, _gazetteer: Gazetteer) -> Reason:
    people = math.log10(max(entry.population, 100))
    weight = {
        "country": _COUNTRY, "capital": people + _CAPITAL, "admin1": min(people, _ADMIN1_AT_MOST),
        "region": _REGION_PRIOR, "city": people,
    }[entry.kind]  # fmt: skip
    detail = (
        f"a {entry.kind}" if entry.kind in ("country", "region") else f"a {entry.kind} of {entry.population} people"
    )
    return Reason(rule="size", detail=detail, weight=round(weight, 2))


def _holds(holder: PlaceEntry, entry: PlaceEntry) -> bool:
    if holder.place.id == entry.place.id:
        return False
    shared = set(_states_of(holder)) & set(_states_of(entry))
    if holder.kind == "admin1" and entry.place.admin1 is not None:
        return bool(shared) and entry.place.admin1 == holder.place.name
    if holder.kind == "admin1" and not shared:
        return False
    if holder.kind in ("country", "region"):
        return bool(shared)
    here, there = _point(holder.place), _point(entry.place)
    return here is not None and there is not None and kilometres(here, there) <= _NEAR_KM


def _held(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    told = [(name, gazetteer.places_named(name)) for name in context.holders]
    known = [(name, entries) for name, entries in told if entries]
    if not known:
        return None
    for name, entries in known:
        if any(_holds(holder, entry) for holder in entries):
            return Reason(rule="held", detail=f"the text places it in {name}", weight=_HELD)
    return Reason(rule="held", detail=f"it does not lie in {known[0][0]}", weight=_NOT_HELD)


def _holding(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    for name in context.inside:
        if any(_holds(entry, inner) for inner in gazetteer.places_named(name)[:3]):
            return Reason(rule="holds", detail=f"the text places {name} in it", weight=_HOLDS)
    return None


def _owned(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    if context.owner is None:
        return None
    if context.owner in _states_of(entry):
        return Reason(rule="adjective", detail=f"the word before it names {context.owner}", weight=_ADJECTIVE)
    return None


def _spoken_of(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    share = max((share for state, share in context.states if state in _states_of(entry)), default=0.0)
    if not share:
        return None
    states = "/".join(_states_of(entry))
    return Reason(rule="states", detail=f"the report speaks of {states}", weight=round(_STATES * share, 2))


def _in_region(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    for identifier in context.regions:
        region = gazetteer.place_entry(identifier)
        if region is not None and _holds(region, entry):
            return Reason(rule="region", detail=f"the report speaks of {region.place.name}", weight=_REGION)
    return None


def _datelined(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    if context.dateline is not None and context.dateline in _states_of(entry):
        return Reason(rule="dateline", detail=f"the dateline lies in {context.dateline}", weight=_DATELINE)
    return None


def _close(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    point = _point(entry.place)
    if point is None or entry.kind in ("country", "region"):
        return None
    if any(kilometres(point, sure) <= _NEAR_KM for sure in context.sure):
        return Reason(rule="near", detail="it lies near another place of the report", weight=_NEAR)
    return None


def _named_kind(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    kinds = {"city": ("city", "capital"), "admin1": ("admin1",), "country": ("country",)}.get(context.noun or "", ())
    if entry.kind in kinds:
        return Reason(rule="noun", detail=f"the text calls it a {context.noun}", weight=_NOUN)
    return None


def _bare(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    """Against a region that has its name from its town: "Kharkiv" alone is the town, "Kharkiv region" is not."""
    if entry.kind != "admin1" or context.noun == "admin1":
        return None
    for city in gazetteer.places_named(entry.place.name):
        if city.kind in ("city", "capital") and _holds(entry, city):
            return Reason(rule="bare", detail="its name alone means the town in it", weight=_BARE)
    return None


# Every comparator says what speaks for (or against) one candidate; the sum decides.
_COMPARATORS = (_size, _held, _holding, _owned, _spoken_of, _in_region, _datelined, _close, _named_kind, _bare)


def _weighed(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> tuple[float, tuple[Reason, ...]]:
    reasons = tuple(r for compare in _COMPARATORS if (r := compare(entry, context, gazetteer)) is not None)
    return sum(r.weight for r in reasons), reasons


def _precision(entry: PlaceEntry, context: PlaceContext) -> PlacePrecision:
    """How finely the place is meant; "Belgorod region" resolved to the town that it is named after is a region."""
    if entry.kind in ("country", "admin1", "region"):
        return entry.kind
    if context.noun == "admin1":
        return "admin1"
    return "near" if context.near or context.noun == "district" else "exact"


def _is_doubtful(entry: PlaceEntry, reasons: Iterable[Reason], context: PlaceContext) -> bool:
    """Whether a small place stands alone against a report that speaks of other states, or in a region not known."""
    supported = any(r.rule not in ("size", "noun") and r.weight > 0 for r in reasons)
    if context.holders and entry.kind in ("city", "admin1") and not supported:
        return True
    return entry.kind == "city" and entry.population < _TINY and bool(context.states) and not supported


def resolve_place(name: str, context: PlaceContext, gazetteer: Gazetteer) -> PlaceChoice:
    """The place that ``name`` means in this context; no place when none is known or several fit alike."""
    entries = gazetteer.places_named(name)
    ranked = sorted(
        ((_weighed(entry, context, gazetteer), entry) for entry in entries),
        key=lambda r: (-r[0][0], r[1].place.id),
    )
    if not ranked:
        return PlaceChoice(reasons=(Reason(rule="unknown", detail=f"no place named {name} is known"),))
    (score, reasons), best = ranked[0]
    others = tuple(entry.place.id for _, entry in ranked[1:6])
    rivals = [entry for (other, _), entry in ranked[1:] if score - other < _MARGIN]
    if any(_apart(best.place, rival.place) for rival in rivals):
        doubt = Reason(rule="unsure", detail=f"{len(rivals) + 1} places of this name fit alike")
        return PlaceChoice(reasons=(*reasons, doubt), candidates=(best.place.id, *others))
    if _is_doubtful(best, reasons, context):
        doubt = Reason(rule="unsure", detail="nothing else in the report speaks for it")
        return PlaceChoice(reasons=(*reasons, doubt), candidates=(best.place.id, *others))
    return PlaceChoice(place=best.place, precision=_precision(best, context), reasons=reasons, candidates=others)


def _apart(one: Place, other: Place) -> bool:
    here, there = _point(one), _point(other)
    return here is None or there is None or kilometres(here, there) > _REACH_KM


# -- a whole report -----------------------------------------------------------------------------


def _dateline_state(parse: Parse, gazetteer: Gazetteer) -> str | None:
    """The state that the dateline lies in, read from its last known part ("KABUL, Afghanistan")."""
    for part in reversed((parse.report.dateline or "").split(",")):
        choice = resolve_place(part.strip(), PlaceContext(), gazetteer) if part.strip() else PlaceChoice()
        if choice.place is not None:
            return choice.place.country
    return None


def _state_shares(
    parse: Parse, mentions: Sequence[PlaceMention], gazetteer: Gazetteer
) -> tuple[tuple[str, float], ...]:
    """How much of its words about states a report spends on each: names of countries and capitals, and adjectives."""
    counts: Counter[str] = Counter()
    spans = {(m.start, m.end): m.name for m in mentions}
    spans.update({(n.start, n.end): parse.text(n.start, n.end) for n in parse.names if n.label != "person"})
    for name in spans.values():
        entries = gazetteer.places_named(name)
        if entries and entries[0].kind in ("country", "capital", "admin1"):
            # a name that several states share ("Georgia") says little on its own
            states = {s for entry in entries[:2] if entry.kind != "city" for s in _states_of(entry)}
            counts.update(states if len(states) == 1 else ())
    for token in parse.tokens:
        state = gazetteer.state_of_adjective(token.text) if token.text[:1].isupper() else None
        if state is not None:
            counts[state] += 1
    total = sum(counts.values())
    return tuple((state, round(count / total, 3)) for state, count in sorted(counts.items()))


def _regions(mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The first-level regions that the report names and that no city of the name hides."""
    found = [gazetteer.places_named(m.name)[:1] for m in mentions]
    return tuple(dict.fromkeys(e.place.id for entries in found for e in entries if e.kind == "admin1"))


def _holders(parse: Parse, number: int, mentions: Sequence[PlaceMention]) -> tuple[str, ...]:
    """The names told right behind a mention as holding it: after a comma, or after "in"."""
    found: list[str] = []
    end = mentions[number].end
    for mention in mentions[number + 1 :]:
        between = [t.lower for t in parse.tokens[end : mention.start] if t.lower not in ("the", "'s", "’s")]
        joined = [w for w in between if w not in place_words().parts]
        if joined not in ([","], ["in"], [",", "in"], ["("]) or parse.sentence(mention.start) != parse.sentence(
            end - 1
        ):
            break
        found.append(mention.name)
        end = mention.end
    if end > mentions[number].end and _is_list(parse, end, mentions):
        return ()
    return tuple(found)


def _is_list(parse: Parse, end: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether the row of names goes on with "and": "in Herat, Farah and Zaranj" is no containment."""
    after = [t.lower for t in parse.tokens[end : end + 2]]
    return any(m.start in (end + 1, end + 2) for m in mentions) and bool({"and", "or"} & set(after))


def _owner(parse: Parse, mention: PlaceMention, gazetteer: Gazetteer) -> str | None:
    """The state whose adjective or possessive stands before: "the Ukrainian city of", "Ukraine's"."""
    for at in range(
        mention.start - 1, max(mention.start - 6, parse.sentences[parse.sentence(mention.start)][0] - 1), -1
    ):
        token = parse.tokens[at]
        state = gazetteer.state_of_adjective(token.text) if token.text[:1].isupper() else None
        if state is not None:
            return state
        kind_word = place_words().noun_kind(token.lower) or token.lower in ("of", "the") or token.tag == "JJ"
        if not kind_word and token.lower not in place_words().parts:
            return None
    return None


def _contexts(parse: Parse, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceContext, ...]:
    shares = _state_shares(parse, mentions, gazetteer)
    regions = _regions(mentions, gazetteer)
    dateline = _dateline_state(parse, gazetteer)
    holders = [_holders(parse, number, mentions) for number in range(len(mentions))]
    return tuple(
        PlaceContext(
            holders=holders[number],
            inside=(mentions[number - 1].name,) if number and mention.name in holders[number - 1][:1] else (),
            owner=_owner(parse, mention, gazetteer),
            noun=mention.noun,
            near=mention.near,
            states=shares,
            regions=regions,
            dateline=dateline,
        )
        for number, mention in enumerate(mentions)
    )


def resolve_places(parse: Parse, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceChoice, ...]:
    """The places of a report's mentions, in their order.

    Twice: first by size and words, then with the nearness of those that came out sure. One name in one report is one
    place: a later bare mention takes what an earlier fuller one ("Paris, Texas") was.
    """
    contexts = _contexts(parse, mentions, gazetteer)
    first = [resolve_place(m.name, c, gazetteer) for m, c in zip(mentions, contexts, strict=True)]
    sure = tuple(
        sorted({p for c in first if c.place and c.precision in ("exact", "near") if (p := _point(c.place)) is not None})
    )
    told: dict[str, PlaceContext] = {}
    for mention, context in zip(mentions, contexts, strict=True):
        if context.holders or context.owner:
            told.setdefault(mention.name.lower(), context)
    choices: list[PlaceChoice] = []
    for mention, context, before in zip(mentions, contexts, first, strict=True):
        own = _point(before.place) if before.place else None
        fuller = told.get(mention.name.lower(), context)
        choices.append(
            resolve_place(
                mention.name,
                msgspec.structs.replace(
                    context, holders=context.holders or fuller.holders, owner=context.owner or fuller.owner,
                    sure=tuple(p for p in sure if p != own),
                ),
                gazetteer,
            )
        )  # fmt: skip
    return tuple(choices)


__all__ = ["PlaceChoice", "PlaceContext", "kilometres", "resolve_place", "resolve_places"]
