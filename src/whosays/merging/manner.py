"""How it is told: the towns and names of the whole report, the numbers, and the words themselves."""

from __future__ import annotations

from whosays.merging.facts import Fact
from whosays.merging.figures import Figure, figure
from whosays.merging.outlines import CLASH, MARKED, RECENT_DAYS, apart, is_wide
from whosays.merging.wordings import everywhere, shared, stems
from whosays.records import Effect, Reason

COPY = 3.0  # the same words out of one origin
_MANY = 10  # killed: a figure that two attacks do not share by chance
_HUNDREDS, _HARDLY_MORE = 100, 1.05  # so great and so near, they are one count as it grew
_FEW_TERMS = 4  # words that say something: with fewer, likeness is chance
_FEW_SHARED = 2  # of them, that two tellings of any two deeds of their kind do not share
_ALIKE, _MUCH_ALIKE = 0.5, 0.7  # of them, shared
THEME, THEME_SHARE = 1.5, 0.35  # names that two reports share: so many, and so much of the shorter's
LEAD_TERMS, LEAD_SHARE = 4, 0.35  # words of headline and lead that two reports share, likewise
_COMMON = 0.25  # what a name counts that many reports hold
_NEWS = (1, 0.0), (RECENT_DAYS, -0.2), (10**6, -0.4)  # what days between two leads weigh
_TOWNLESS = -0.2
_SHOWN = 6  # names shown in a reason
_COUNTED: tuple[Effect, ...] = ("wounded", "arrested", "captured", "missing", "displaced")


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


def theme(one: Fact, two: Fact) -> Reason | None:
    """Two reports of the same days that name the same towns and people: news of one matter."""
    if one.event.type == MARKED and one.report == two.report:
        return Reason(rule="theme", detail="told in one report", weight=0.6)
    if one.report == two.report or apart(one, two) > RECENT_DAYS:
        return None
    common = everywhere() if one.event.type != MARKED else frozenset()
    names = one.names - common, two.names - common
    few, many = names[0] & names[1], one.known & two.known
    both = len(few) + _COMMON * len(many)
    least = min(len(own) + _COMMON * len(f.known) for own, f in zip(names, (one, two), strict=True))
    named = both >= max(THEME, THEME_SHARE * least)
    common = _common(one, two)
    leads = one.lead - common, two.lead - common
    lead = leads[0] & leads[1]
    alike = len(lead) >= LEAD_TERMS and shared(*leads) >= LEAD_SHARE
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


def _common(one: Fact, two: Fact) -> frozenset[str]:
    """Words that any two such tellings may share: stock words, and the names of states and bodies, which are counted.

    Of what somebody marked, all words count; and the names of those who take part do.
    """
    if one.event.type == MARKED:
        return frozenset()
    parts = {word for f in (one, two) for i in f.actors | f.recipients if i.startswith("person:") for word in _words(i)}
    return (everywhere() | stems(one.known | two.known)) - stems(frozenset(parts))


def _words(identifier: str) -> list[str]:
    """The words of a name, out of an id."""
    return identifier.partition(":")[2].split("-")


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
    hurt = _counted(one, two)
    if hurt is not None and hurt.weight < 0:
        return hurt
    if min(a.low, b.low) >= _HUNDREDS and max(a.low, b.low) <= _HARDLY_MORE * min(a.low, b.low):
        return Reason(rule="toll", detail=f"{both}: hardly another figure", weight=0.4)
    if a.close(b):
        return Reason(rule="toll", detail=f"{both} are near", weight=0.2 if min(a.low, b.low) > 1 else 0.0)
    if _far(a, b):
        return Reason(rule="toll", detail=f"{both} are far apart", weight=-0.5)
    return Reason(rule="toll", detail=both, weight=0.0)  # first counts differ; by less than threefold it says nothing


def _counted(one: Fact, two: Fact) -> Reason | None:
    """Where nobody is told to be dead: the same number of wounded, held or taken."""
    for effect in _COUNTED:
        a, b = figure(one.tolls, effect), figure(two.tolls, effect)
        if a is not None and b is not None and a.low == b.low > 1:
            weight = 0.2 if a.low < _MANY else 0.3
            return Reason(rule="toll", detail=f"both tell of {a.low} {effect}", weight=weight)
        if a is not None and b is not None and _far(a, b):
            return Reason(rule="toll", detail=f"{a.low} and {b.low} {effect} are far apart", weight=-0.5)
    return None


def _far(one: Figure, two: Figure) -> bool:
    """Whether two figures are too far apart for one to be the first count of the other."""
    low, high = sorted((one.low, two.low))
    return high > 3 * max(low, 1) and high > _MANY and not one.meets(two)


def news(one: Fact, two: Fact) -> Reason | None:
    """What reports begin with is the news of their days: told without a day, days apart, it is seldom one deed."""
    if not (one.leads and two.leads) or one.told_on is None or two.told_on is None:
        return None
    days = abs(((one.start or one.told_on) - (two.start or two.told_on)).days)
    if days == 0 or (one.start is not None and two.start is not None):
        return None
    townless = not any(f.place is not None and not is_wide(f.place) for f in (one, two)) and not _same_count(one, two)
    weight = next(w for most, w in _NEWS if days <= most) + (_TOWNLESS if townless else 0.0)
    if not weight:
        return None
    where = ", and neither tells the town" if townless else ""
    return Reason(rule="news", detail=f"each is the news of its day, {_days(days)} apart{where}", weight=weight)


def _same_count(one: Fact, two: Fact) -> bool:
    """Whether both tell of one number of dead, too great to be chance."""
    a, b = figure(one.tolls, "killed"), figure(two.tolls, "killed")
    return a is not None and b is not None and a.low == b.low >= _MANY


def _days(number: int) -> str:
    return f"{number} day{'s' if number > 1 else ''}"


def likeness(one: Fact, two: Fact) -> Reason | None:
    """Told in much the same words: of the words that say something most are shared."""
    common = _common(one, two)
    a, b = one.terms - common, two.terms - common
    if min(len(one.terms), len(two.terms)) < _FEW_TERMS or len(a & b) < _FEW_SHARED:
        return None
    share = shared(a, b)
    if share < _ALIKE:
        return None
    both = ", ".join(sorted(a & b))
    return Reason(rule="likeness", detail=f"like words: {both}", weight=0.3 if share >= _MUCH_ALIKE else 0.2)


def wording(one: Fact, two: Fact) -> Reason | None:
    """The same words out of one origin: a copy tells what its original tells."""
    if one.origin != two.origin or one.report == two.report:
        return None
    if one.words & two.words:
        return Reason(rule="wording", detail="told in the same words, out of one origin", weight=COPY)
    return None
