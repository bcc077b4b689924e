"""Stories: reports that follow one developing matter, beside the incidents that they tell of.

An incident is one thing that happened; a story is what a newsroom calls one: the attack, the arrests, the trial, the
mourning. Two reports are of one story where enough speaks for it: small comparators each give a reason in words with a
weight, and from :data:`TOGETHER` on the two are tied. A story is what ties join, directly or through others; so it
does not depend on the order in which reports came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.candidates import candidates
from whosays.merging.cluster import Bond, bond
from whosays.merging.copies import origins
from whosays.merging.facts import Fact, facts_of
from whosays.merging.matters import DAYS, SHARED, Matter, keys_of, matter_of
from whosays.merging.outlines import contradicts
from whosays.merging.pages import Page
from whosays.merging.unions import tied_together
from whosays.merging.wordings import shared
from whosays.records import CodedReport, Incident, Reason, Story

TOGETHER = 0.8  # from this sum on two reports are of one story
_ROUNDING = 1e-9
_LEAD_TERMS = 4  # words of headline and lead that two reports share
_LEAD_SHARES = ((0.5, 0.8), (0.3, 0.5), (0.2, 0.3))  # their share of the shorter's, and what it weighs
_FEW = 2, 0.25  # names that few reports hold: how many, and which share of the shorter's
_MANY_OF_FEW = 3, 0.5
_KNOWN = 2, 0.5
_SUBJECTS = 2, 0.5
_AGES = ((1, 0.0), (3, -0.1), (7, -0.2), (DAYS, -0.3))  # days between two reports, and what they weigh
_SHOWN = 6  # names shown in a reason

Told = Literal["leading in both", "leading in one", "told in both", "perhaps leading in both", "perhaps leading in one"]
# How two reports tell of one incident; perhaps, where a telling lacks day or town and may be of another one, too.
_TOLD: Mapping[Told, float] = {
    "leading in both": 1.0,
    "leading in one": 0.6,
    "perhaps leading in both": 0.5,
    "perhaps leading in one": 0.3,
    "told in both": 0.2,
}


class Tie(msgspec.Struct, frozen=True):
    """Two reports of one story, the earlier one first, and why."""

    one: str
    two: str
    reasons: tuple[Reason, ...]


# -- what speaks for it -------------------------------------------------------------------------


def told_alike(one: Fact, two: Fact, found: Bond | None) -> Told | None:
    """How two reports that tell of one incident tell of it; None where these two tellings are not one.

    Args:
        one: a telling.
        two: another.
        found: what is between them.
    """
    if found is None or found.tie is None:
        return None
    sure = found.tie == "sure"
    if one.leads and two.leads:
        return "leading in both" if sure else "perhaps leading in both"
    if one.leads or two.leads:
        return "leading in one" if sure else "perhaps leading in one"
    return "told in both" if sure else None


def closer(one: Told | None, two: Told | None) -> Told | None:
    """Of two ways of telling of one incident the one that weighs more."""
    return max((one, two), key=lambda t: _TOLD[t] if t is not None else 0.0)


def _lead(one: Matter, two: Matter) -> Reason | None:
    """Words of headline and lead that say something."""
    both, share = one.lead & two.lead, shared(one.lead, two.lead)
    weight = next((w for least, w in _LEAD_SHARES if share >= least), None)
    if len(both) < _LEAD_TERMS or weight is None:
        return None
    return Reason(rule="lead", detail=f"headline and lead share {_shown(both)}", weight=weight)


def _names(one: Matter, two: Matter) -> Reason | None:
    """Towns and people that few reports name."""
    if _enough(one.few, two.few, _MANY_OF_FEW):
        return Reason(rule="names", detail=f"both name {_shown(one.few & two.few)}", weight=0.5)
    if _enough(one.few, two.few, _FEW):
        return Reason(rule="names", detail=f"both name {_shown(one.few & two.few)}", weight=0.3)
    return None


def _known(one: Matter, two: Matter) -> Reason | None:
    """States and bodies that many reports name."""
    if not _enough(one.known, two.known, _KNOWN):
        return None
    return Reason(rule="known", detail=f"both name {_shown(one.known & two.known)}", weight=0.2)


def _subjects(one: Matter, two: Matter) -> Reason | None:
    """Whom headline and lead name."""
    if not _enough(one.subjects, two.subjects, _SUBJECTS):
        return None
    who = _shown(frozenset(subject.partition("\t")[2] for subject in one.subjects & two.subjects))
    return Reason(rule="subjects", detail=f"both begin with {who}", weight=0.3)


def _age(one: Matter, two: Matter) -> Reason | None:
    """The longer nobody tells of a matter, the less is it the same."""
    if one.day is None or two.day is None:
        return None
    days = abs(one.day - two.day)
    weight = next((w for most, w in _AGES if days <= most), None)
    if not weight:
        return None
    return Reason(rule="age", detail=f"{days} days lie between them", weight=weight)


def _enough(one: frozenset[str], two: frozenset[str], least: tuple[int, float]) -> bool:
    return len(one & two) >= least[0] and shared(one, two) >= least[1]


def _shown(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])


COMPARATORS: tuple[Callable[[Matter, Matter], Reason | None], ...] = (_lead, _names, _known, _subjects, _age)


def follows(one: Matter, two: Matter, told: Told | None) -> Tie | None:
    """What ties two reports to one story, None where it is not enough or they lie too far apart.

    Args:
        one: a report.
        two: another.
        told: how they tell of one incident, if they do.
    """
    if one.day is None or two.day is None or abs(one.day - two.day) > DAYS:
        return None
    found = [Reason(rule="incident", detail=f"one incident, {told}", weight=_TOLD[told])] if told else []
    found += [r for r in (compare(one, two) for compare in COMPARATORS) if r is not None]
    if told is None and one.deed is not None and two.deed is not None and _other_deed(one, two):
        found.append(Reason(rule="other", detail="each begins with a deed of its own", weight=-0.3))
    if sum(r.weight for r in found) + _ROUNDING < TOGETHER:
        return None
    first, second = sorted((one, two), key=lambda m: (m.moment, m.report))
    return Tie(first.report, second.report, tuple(found))


def _other_deed(one: Matter, two: Matter) -> bool:
    """Two attacks of one kind on two days are two matters, as long as neither report tells of both."""
    a, b = one.deed, two.deed
    return a is not None and b is not None and a.type == b.type and contradicts(a, b)


# -- all at once --------------------------------------------------------------------------------


def stories_of(
    records: Iterable[CodedReport], incidents: Sequence[Incident], gazetteer: Gazetteer
) -> tuple[Story, ...]:
    """The stories of a set of coded reports, the latest first; a report that nothing follows makes none.

    Args:
        records: the reports, as people corrected them.
        incidents: what merging made of them.
        gazetteer: publishers' families.
    """
    pages = {r.report.id: Page(r, gazetteer) for r in records}
    told_by = origins(tuple(pages[i] for i in sorted(pages)), gazetteer)
    facts = {i: facts_of(pages[i], told_by[i], gazetteer) for i in sorted(pages)}
    matters = {i: matter_of(pages[i], facts[i]) for i in facts}
    told = _told([f for some in facts.values() for f in some])
    near = {*told, *_near(list(matters.values()))}
    found = (follows(matters[min(pair)], matters[max(pair)], told.get(pair)) for pair in near)
    ties = [tie for tie in found if tie is not None]
    story = components({i: m.moment for i, m in matters.items()}, ties)
    groups: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[Tie]] = defaultdict(list)
    for report, first in story.items():
        groups[first].append(report)
    for tie in ties:
        held[story[tie.one]].append(tie)
    home = {event: incident.id for incident in incidents for event in incident.events}
    voices = {i: (pages[i].record.report.publisher, told_by[i]) for i in pages}
    made = [
        story_of([matters[i] for i in group], held[first], home, voices)
        for first, group in groups.items()
        if len(group) > 1
    ]
    return tuple(sorted(made, key=lambda s: (s.until or "", s.id), reverse=True))


def _told(facts: Sequence[Fact]) -> dict[frozenset[str], Told]:
    """How the reports of each pair that tells of one incident tell of it."""
    found: dict[frozenset[str], Told] = {}
    for i, j in candidates(facts):
        pair = frozenset({facts[i].report, facts[j].report})
        how = closer(found.get(pair), told_alike(facts[i], facts[j], bond(facts[i], facts[j])))
        if how is not None and len(pair) == 2:
            found[pair] = how
    return found


def _near(matters: Sequence[Matter]) -> set[frozenset[str]]:
    """Pairs of reports that share enough keys to be worth comparing."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for matter in matters:
        for key in keys_of(matter)[1]:
            holders[key].append(matter.report)
    found: set[frozenset[str]] = set()
    for matter in matters:
        number = Counter(r for key in keys_of(matter)[0] for r in holders.get(key, ()))
        found.update(frozenset({matter.report, r}) for r, n in number.items() if n >= SHARED and r != matter.report)
    return found


def components(moments: Mapping[str, str], ties: Iterable[Tie]) -> dict[str, str]:
    """Report -> the story that it belongs to, by the id of the story's first report.

    Args:
        moments: when each report came out.
        ties: what ties them.
    """
    order = {r: n for n, r in enumerate(sorted(moments, key=lambda r: (moments[r], r)))}
    return tied_together(order, ((tie.one, tie.two) for tie in ties))


def story_of(
    matters: Sequence[Matter],
    ties: Iterable[Tie],
    home: Mapping[str, str],
    voices: Mapping[str, tuple[str | None, str]],
) -> Story:
    """The story that some reports make.

    Args:
        matters: what each is about.
        ties: what ties them.
        home: event -> incident.
        voices: report -> publisher and origin.
    """
    told = sorted(matters, key=lambda m: (m.moment, m.report))
    ids = (i.partition("\t")[0] for m in told for i in sorted(m.subjects))
    named = Counter(i for i in ids if i != "name:")
    often = [i for i, n in sorted(named.items(), key=lambda c: (-c[1], c[0])) if n > 1 and 2 * n >= len(told)]
    days = [m.moment[:10] for m in told]
    return Story(
        id=told[0].report,
        since=days[0],
        until=days[-1],
        reports=tuple(m.report for m in told),
        incidents=tuple(dict.fromkeys(home[e] for m in told for e in m.leading if e in home)),
        subjects=tuple(often),
        publishers=_all(voices[m.report][0] for m in told),
        origins=_all(voices[m.report][1] for m in told),
        reasons=tuple(dict.fromkeys(r for t in sorted(ties, key=_order) for r in t.reasons if r.weight > 0)),
    )


def _order(tie: Tie) -> tuple[str, str]:
    return tie.one, tie.two


def _all(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))
