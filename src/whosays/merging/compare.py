"""Are two tellings of one incident? Small comparators, each with its reason in words and its weight.

A comparator answers with a positive reason (they agree), a negative one (they clash: weight down at ``CLASH``), or
nothing (it cannot tell). The list at the end is the whole rule: read it aloud.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from whosays.merging.facts import MARKED, Fact, is_wide
from whosays.merging.figures import figure
from whosays.merging.wordings import shared, stem
from whosays.records import Effect, Place, Reason

SAME = 1.0  # from this sum on, with no clash, two tellings are one incident
CLASH = -9.0
COPY = 3.0  # the same words out of one origin
RECENT_DAYS = 3  # a deed told without its day is news: it lies no further back than this
NEAR_KM = 15.0
_ROUNDING = 1e-9
_EARTH_KM = 6371.0
_MANY = 10  # killed: a figure that two attacks do not share by chance
_FEW_TERMS = 4  # words that say something: with fewer, likeness is chance
_ALIKE, _MUCH_ALIKE = 0.5, 0.7  # of them, shared
THEME, THEME_SHARE = 1.5, 0.35  # names that two reports share: so many, and so much of the shorter's
LEAD_TERMS, LEAD_SHARE = 4, 0.35  # words of headline and lead that two reports share, likewise
_NEXT = 6  # days between two days a week apart
_COMMON = 0.25  # what a name counts that many reports hold
_SHOWN = 6  # names shown in a reason
_COUNTED: tuple[Effect, ...] = ("wounded", "arrested", "captured", "missing", "displaced")
_ANYBODY = frozenset(
    map(
        stem,
        "people person man men woman women child children civilians residents others victims them they he she "
        "it who authorities officials group groups dozens hundreds thousands suspects members".split(),
    )
)
_BOMBS = frozenset({"explosives", "suicide-attack"})
_AIR = frozenset({"aerial", "drone", "heavy-weapons"})
_VAGUE_MODES = frozenset({"targeted", "destroy"})
_HARM = frozenset({"ASSAULT", "COERCE"})
_GATHERINGS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_ANNOUNCED = frozenset({"CONSULT", "AGREE", "COOPERATE", "PROTEST"})  # planned in public, then held

Comparator = Callable[[Fact, Fact], "Reason | None"]


def compare(one: Fact, two: Fact) -> tuple[Reason, ...]:
    """All that speaks for and against two tellings being of one incident; a clash alone where there is one."""
    found: list[Reason] = []
    for comparator in COMPARATORS:
        reason = comparator(one, two)
        if reason is None:
            continue
        if reason.weight <= CLASH:
            return (reason,)
        found.append(reason)
    return tuple(found)


def total(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights."""
    return sum(r.weight for r in reasons) + _ROUNDING


def clash(reasons: tuple[Reason, ...]) -> bool:
    """Whether any comparator found that the two cannot be one."""
    return any(r.weight <= CLASH for r in reasons)


def distance_km(one: Place, two: Place) -> float | None:
    """The great-circle distance in kilometres, None where coordinates are missing."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(two.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(two.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


# -- what and whether ---------------------------------------------------------------------------


def kind(one: Fact, two: Fact) -> Reason | None:
    """The class must be one; two ways of attack that exclude each other are two attacks."""
    a, b = one.event, two.event
    if a.type != b.type:
        return Reason(rule="kind", detail=f"{a.type} is not {b.type}", weight=CLASH)
    if a.type == MARKED:
        return _marked(one, two)
    if a.mode == b.mode and a.mode is not None:
        return Reason(rule="kind", detail=f"both are {a.type} ({a.mode})", weight=0.2)
    if a.mode is None or b.mode is None or _VAGUE_MODES & {a.mode, b.mode}:
        return Reason(rule="kind", detail=f"both are {a.type}", weight=0.1)
    if {a.mode, b.mode} <= _BOMBS or {a.mode, b.mode} <= _AIR:
        return Reason(rule="kind", detail=f"{a.mode} and {b.mode} can be one attack", weight=0.1)
    return Reason(rule="kind", detail=f"{a.mode} is not {b.mode}", weight=CLASH)


def _marked(one: Fact, two: Fact) -> Reason | None:
    """Of deeds that somebody marked without a class, the word is all that there is."""
    a, b = stem(one.event.mode or ""), stem(two.event.mode or "")
    if a == b:
        return Reason(rule="kind", detail=f"both are called {one.event.mode!r}", weight=0.4)
    return Reason(rule="kind", detail=f"{one.event.mode!r} is not {two.event.mode!r}", weight=CLASH)


def status(one: Fact, two: Fact) -> Reason | None:
    """What was attempted did not happen; a meeting or march that was announced, and then took place, is one."""
    a, b = one.event.status, two.event.status
    if a == b or {a, b} <= {"happened", "ongoing"} or "negated" in {a, b} or one.event.type == MARKED:
        return None
    if "planned" in {a, b} and "attempted" not in {a, b} and one.event.type in _ANNOUNCED:
        if one.start is not None and one.start == two.start:
            return Reason(rule="status", detail="announced for the day on which it took place", weight=0.0)
        return Reason(rule="status", detail="announced, and not known to be what took place", weight=CLASH)
    return Reason(rule="status", detail=f"one {a}, one {b}", weight=CLASH)


# -- when ---------------------------------------------------------------------------------------


def time(one: Fact, two: Fact) -> Reason | None:
    """Days that overlap agree, the more the narrower they are; days apart clash."""
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return None
    if one.start < two.end and two.start < one.end:
        days = max((one.end - one.start).days, (two.end - two.start).days)
        if days <= 1:
            return Reason(rule="time", detail=f"both on {one.start}", weight=0.4)
        if days <= 7:
            return Reason(rule="time", detail="the times told overlap within a week", weight=0.1)
        return None
    gap = max((two.start - one.end).days, (one.start - two.end).days)
    if gap == 0 and one.event.type in _HARM:
        # Reports of one night's attack differ by a day; alone this never joins.
        return Reason(rule="time", detail="told for neighbouring days", weight=-0.2)
    if gap == _NEXT and _by_weekday(one, two) and _apart(one, two) <= 1:
        return None
    return Reason(rule="time", detail=f"{one.start} is not {two.start}", weight=CLASH)


def _by_weekday(one: Fact, two: Fact) -> bool:
    """Whether a day is told by its name alone: "on Tuesday", told on the eve of a Tuesday, is this one or the last."""
    return "weekday" in (one.event.when.basis, two.event.when.basis)


def recency(one: Fact, two: Fact) -> Reason | None:
    """A deed told without its day is news on the day of its report: it lies shortly before."""
    if one.start is not None and two.start is not None:
        return None
    days = [f.start or f.told_on for f in (one, two)]
    if days[0] is None or days[1] is None:
        return None
    ahead = (days[0] - days[1]).days
    if one.start is not None:  # then the second is the one without a day
        ahead = -ahead
    apart = abs(ahead) if one.start is None and two.start is None else ahead
    if 0 <= apart <= RECENT_DAYS:
        detail = f"told without a day {_days(apart)} the other"
        return Reason(rule="recency", detail=detail, weight=0.3)
    return None


def _days(number: int) -> str:
    return "on the day of" if number == 0 else f"{number} day{'s' if number > 1 else ''} from"


# -- where --------------------------------------------------------------------------------------


def place(one: Fact, two: Fact) -> Reason | None:
    """One town agrees; another country, or a town further off than a suburb, clashes."""
    a, b = one.place, two.place
    if a is None or b is None:
        return None
    if a.id == b.id:
        return Reason(rule="place", detail=f"both in {a.name}", weight=0.1 if is_wide(a) else 0.4)
    if a.country is not None and b.country is not None and a.country != b.country:
        return Reason(rule="place", detail=f"{a.name} and {b.name} lie in different countries", weight=CLASH)
    if is_wide(a) or is_wide(b):
        if a.country is None or b.country is None or _other_province(a, b):
            return None
        return Reason(rule="place", detail=f"{a.name} and {b.name} can be one place", weight=0.1)
    away = distance_km(a, b)
    if away is None:
        return None
    if away <= NEAR_KM:
        return Reason(rule="place", detail=f"{a.name} and {b.name} are {away:.0f} km apart", weight=0.3)
    return Reason(rule="place", detail=f"{a.name} is {away:.0f} km from {b.name}", weight=CLASH)


def _other_province(one: Place, two: Place) -> bool:
    return one.admin1 is not None and two.admin1 is not None and one.admin1 != two.admin1


def setting(one: Fact, two: Fact) -> Reason | None:
    """A telling without a place whose report names the town of the other, or names the same town as the other's."""
    if one.place is None and two.place is None and one.setting & two.setting:
        only = one.setting == two.setting and len(one.setting) == 1
        detail = "both reports name one town, and no other" if only else "both reports name a town that the other names"
        return Reason(rule="setting", detail=detail, weight=0.3 if only else 0.1)
    for bare, placed in ((one, two), (two, one)):
        if bare.place is None and placed.place is not None and placed.place.id in bare.setting:
            return Reason(rule="setting", detail=f"the report names {placed.place.name} as well", weight=0.2)
    return None


# -- who ----------------------------------------------------------------------------------------


def victims(one: Fact, two: Fact) -> Reason | None:
    """A named person is killed once; two attacks with different named dead are two."""
    if one.event.type not in _HARM:
        return _recipients(one, two)
    dead = one.killed & two.killed
    if dead:
        single = all(i.startswith("own:") and " " not in i for i in dead)  # a bare surname may be another's
        return Reason(rule="victims", detail=f"both tell of the death of {_list(dead)}", weight=0.5 if single else 1.0)
    persons = _persons(one.killed), _persons(two.killed)
    if persons[0] and persons[1]:
        return Reason(rule="victims", detail="different persons are named as killed", weight=CLASH)
    return _recipients(one, two)


def _recipients(one: Fact, two: Fact) -> Reason | None:
    shared = one.recipients & two.recipients & one.named & two.named
    if not shared:
        return None
    weight = 0.5 if _persons(shared) and one.event.type in _HARM else 0.2
    return Reason(rule="recipients", detail=f"both name {_list(shared)}", weight=weight)


def crowd(one: Fact, two: Fact) -> Reason | None:
    """The same kind of people, without a name: "guards" suffer in both, "militants" strike in both."""
    hurt = _kinds(one.recipients - one.named) & _kinds(two.recipients - two.named)
    if hurt:
        return Reason(rule="crowd", detail=f"both tell of {', '.join(sorted(hurt))}", weight=0.2)
    did = _kinds(one.actors - one.named) & _kinds(two.actors - two.named)
    if did and one.event.type in _HARM:
        return Reason(rule="crowd", detail=f"both tell of {', '.join(sorted(did))} as the doers", weight=0.1)
    return None


def _kinds(ids: frozenset[str]) -> frozenset[str]:
    """The last words of nameless parties ("three village guards"), but for those that say only that they are people."""
    return frozenset(stem(i.removeprefix("own:").split()[-1]) for i in ids if i.startswith("own:")) - _ANYBODY


def theme(one: Fact, two: Fact) -> Reason | None:
    """Two reports of the same days that name the same towns and people: news of one matter."""
    if one.event.type == MARKED and one.report == two.report:
        return Reason(rule="theme", detail="told in one report", weight=0.6)
    if one.report == two.report or _apart(one, two) > RECENT_DAYS:
        return None
    few, many = one.names & two.names, one.known & two.known
    both = len(few) + _COMMON * len(many)
    least = min(len(f.names) + _COMMON * len(f.known) for f in (one, two))
    named = both >= max(THEME, THEME_SHARE * least)
    lead = one.lead & two.lead
    alike = len(lead) >= LEAD_TERMS and shared(one.lead, two.lead) >= LEAD_SHARE
    if not named and not alike:
        return None
    told = [f"both reports name {', '.join(sorted(few)[:_SHOWN])}"] if named else []
    told += [f"headline and lead share {', '.join(sorted(lead)[:_SHOWN])}"] if alike else []
    if one.event.type == MARKED:
        return Reason(rule="theme", detail="; ".join(told), weight=0.6)
    if one.leads and two.leads:
        weight = 0.7 if named and alike else 0.5
        return Reason(rule="theme", detail=f"leading in both; {'; '.join(told)}", weight=weight)
    weight = (0.4 if named and alike else 0.3) if one.leads or two.leads else 0.2
    return Reason(rule="theme", detail="; ".join(told), weight=weight)


def _apart(one: Fact, two: Fact) -> int:
    """Days between the reports; none where a day is not known."""
    if one.told_on is None or two.told_on is None:
        return 0
    return abs((one.told_on - two.told_on).days)


def _persons(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(i for i in ids if i.startswith("person:"))


def _list(ids: frozenset[str]) -> str:
    return ", ".join(sorted(i.partition(":")[2] or i for i in ids))


def actors(one: Fact, two: Fact) -> Reason | None:
    """The same doers; at talks, counterparts that differ make two meetings."""
    a, b = one.actors & one.named, two.actors & two.named
    shared = a & b
    if one.event.type not in _GATHERINGS:
        return Reason(rule="actors", detail=f"both name {_list(shared)}", weight=0.2) if shared else None
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


# -- how many -----------------------------------------------------------------------------------


def toll(one: Fact, two: Fact) -> Reason | None:
    """The number killed: a great one alone almost names the attack, one far off speaks against it."""
    a, b = figure(one.tolls, "killed"), figure(two.tolls, "killed")
    if a is None or b is None:
        return _counted(one, two) if a is None and b is None else None
    both = f"{a.low} and {b.low} killed"
    if a.low == b.low:
        weight = 0.05 if a.low < 2 else 0.25 if a.low < _MANY else 0.4
        return Reason(rule="toll", detail=f"both tell of {a.low} killed", weight=weight)
    if one.report == two.report and not a.meets(b):
        return Reason(rule="toll", detail=f"one report tells {both} apart", weight=CLASH)
    if a.close(b):
        return Reason(rule="toll", detail=f"{both} are near", weight=0.2 if min(a.low, b.low) > 1 else 0.0)
    if max(a.low, b.low) > 3 * max(min(a.low, b.low), 1) and max(a.low, b.low) > _MANY and not a.meets(b):
        return Reason(rule="toll", detail=f"{both} are far apart", weight=-0.5)
    return Reason(rule="toll", detail=both, weight=0.0)  # first counts differ; by less than threefold it says nothing


def _counted(one: Fact, two: Fact) -> Reason | None:
    """Where nobody is told to be dead: the same number of wounded, held or taken."""
    for effect in _COUNTED:
        a, b = figure(one.tolls, effect), figure(two.tolls, effect)
        if a is not None and b is not None and a.low == b.low > 1:
            weight = 0.2 if a.low < _MANY else 0.3
            return Reason(rule="toll", detail=f"both tell of {a.low} {effect}", weight=weight)
    return None


def likeness(one: Fact, two: Fact) -> Reason | None:
    """Told in much the same words: of the words that say something most are shared."""
    if min(len(one.terms), len(two.terms)) < _FEW_TERMS:
        return None
    share = shared(one.terms, two.terms)
    if share < _ALIKE:
        return None
    both = ", ".join(sorted(one.terms & two.terms))
    return Reason(rule="likeness", detail=f"like words: {both}", weight=0.3 if share >= _MUCH_ALIKE else 0.2)


def wording(one: Fact, two: Fact) -> Reason | None:
    """The same words out of one origin: a copy tells what its original tells."""
    if one.origin != two.origin or one.report == two.report:
        return None
    if one.words & two.words:
        return Reason(rule="wording", detail="told in the same words, out of one origin", weight=COPY)
    return None


COMPARATORS: tuple[Comparator, ...] = (
    kind, status, time, recency, place, setting, victims, actors, crowd, theme, toll, likeness, wording,
)  # fmt: skip
