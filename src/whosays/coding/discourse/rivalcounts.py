"""Figures of another voice: "a bomb killed 12, police said. Doctors | put the toll at 15 |": both are kept, each with
whose word it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.coding.discourse.surplus import is_bare_toll
from whosays.coding.events import EventDraft
from whosays.coding.statements.drafts import Draft
from whosays.coding.words.counting import Told, is_figure, told_in
from whosays.coding.words.mentions import Book
from whosays.coding.words.understood import own_subject
from whosays.ontology.wording import Wording
from whosays.parse import Parse
from whosays.records import Act, Effect, Holds, Span, Toll

_TELLING: frozenset[Act] = frozenset({"assert", "confirm", "report"})
_REAL = frozenset({"happened", "ongoing"})
_REACH = 1  # sentences in which an attack is still what is spoken of
_HARMING = frozenset({"killed", "wounded"})
_AGAIN = frozenset("initially earlier previously originally first later then now since already finally before".split())
_MISHAPS = frozenset(
    "flood flooding earthquake quake storm cyclone hurricane crash accident fire wildfire landslide mudslide avalanche "
    "outbreak epidemic cholera drought famine heatwave virus disease stampede collapse".split()
)
_ANEW = frozenset({"separately", "elsewhere", "meanwhile", "also", "overall", "altogether", "total", "year", "month"})


class Counted(msgspec.Struct, frozen=True):
    """A figure that a statement holds true or false of an event that its own words do not tell."""

    draft: int
    event: str
    effect: Effect
    low: int | None
    holds: Holds
    span: Span


def with_counts(
    parse: Parse, events: Sequence[EventDraft], said: Sequence[Draft], wording: Wording, book: Book
) -> tuple[tuple[EventDraft, ...], tuple[Counted, ...]]:
    """The events with the figures that statements give for them, and which statement gives which.

    Args:
        parse: the report.
        events: its deeds.
        said: its statements.
        wording: the words of number.
        book: the mentions, by which speakers are told apart.
    """
    found = list(_as_one(parse, events, said, book))
    counted: list[Counted] = []
    spoken: dict[str, int] = {}  # event -> the last sentence in which somebody counts its dead
    for number, draft in enumerate(said):
        if draft.act not in _TELLING | {"deny"} or draft.status in {"negated", "expected"} or draft.intends:
            continue
        if draft.asks or draft.speaker is None:
            continue  # "photographs showed | two bodies |": nobody counts them
        for told in _figures(parse, draft, said, wording):
            at = _meant(parse, found, (draft, told), spoken)
            effect = None if at is None else _effect(found[at], told)
            if at is None or effect is None or _is_told(parse, found, draft, told):
                continue
            if told.effect is None and _of_other_things(parse, found[at], told, counted):
                continue
            if not _is_rival(parse, (found[at], effect), (draft, told), said, book):
                continue
            span = parse.span(*told.words)
            denied = told.denied or draft.act == "deny"
            holds: Holds = "false" if denied else "true"
            counted.append(Counted(number, found[at].event.id, effect, told.count.low, holds, span))
            spoken[found[at].event.id] = parse.sentence(told.head)
            if not denied:
                found[at] = _with(found[at], told, effect, span)
    found = list(_as_one(parse, found, said, book))
    known = {c.span for c in counted}
    counted += [c for c in _told_apart(parse, found, said) if c.span not in known]
    return tuple(found), tuple(counted)


def _told_apart(parse: Parse, events: Sequence[EventDraft], said: Sequence[Draft]) -> Iterator[Counted]:
    """ "Rebels shelled the port. A nurse said | six had died |": a toll that stands in words that tell no deed."""
    for event in events:
        for toll in event.event.tolls:
            holding = [(n, d) for n, d in enumerate(said) if _covers(parse, d, toll.span)]
            inner = min(holding, key=lambda h: sum(b - a for a, b in h[1].content), default=None)
            if inner is None or inner[1].holds(event.head) or not is_figure(parse, toll.span):
                continue
            if inner[1].act not in _TELLING or inner[1].status == "negated":
                continue
            if inner[1].speaker is None and len(holding) > 1:
                continue  # "said that it | reportedly | killed 50": his word all the same
            low, span = toll.count.low, toll.span
            yield Counted(inner[0], event.event.id, toll.effect, low, "true", span)


def _as_one(parse: Parse, events: Sequence[EventDraft], said: Sequence[Draft], book: Book) -> Sequence[EventDraft]:
    """ "A bomb killed 12, police said. The mayor said | 20 people were killed |": by the bomb, and no second deed."""
    found = list(events)
    for draft in events:
        telling = next((d for d in said if d.content_head == draft.head and d.act in _TELLING), None)
        if telling is None or not is_bare_toll(parse, draft, book):
            continue
        here = parse.sentence(draft.head)
        told = [d for d in found if d.event.type == "ASSAULT" and d.head < draft.head and d.event.status in _REAL]
        near = [d for d in told if here - _REACH <= parse.sentence(d.head)]
        last = near[-1] if near else None
        effects = {t.effect for t in draft.event.tolls}
        if last is None or telling.holds(last.head) or not effects & {t.effect for t in last.event.tolls}:
            continue
        if _is_elsewhere(parse, last, telling) or not _are_alike(parse, (last, draft), said, book):
            continue
        event = msgspec.structs.replace(last.event, tolls=(*last.event.tolls, *draft.event.tolls))
        found[found.index(last)] = msgspec.structs.replace(last, event=event)
        found.remove(draft)
    return found


def _are_alike(parse: Parse, pair: tuple[EventDraft, EventDraft], said: Sequence[Draft], book: Book) -> bool:
    """Whether two tolls count the same people, by two voices: "12 people", "20 people"."""
    heads = [[book.head(r.mention) for r in d.event.roles if r.part == "recipient" and r.mention] for d in pair]
    nouns = [{parse.tokens[h].lemma.lower() for h in group if parse.tokens[h].tag != "CD"} for group in heads]
    people = nouns[1] <= _PEOPLE or any(a[:4] == b[:4] for a in nouns[0] for b in nouns[1])
    names = {m.id: m.name.casefold() for m in book.all()}
    spans = [[t.span for t in d.event.tolls] for d in pair]
    said = [d for d in said if d.act != "deny"]
    voices = [{names.get(d.speaker or "") for d in said for s in group if _covers(parse, d, s)} for group in spans]
    lows = [max((t.count.low or 0 for t in d.event.tolls), default=0) for d in pair]
    counted = all(is_figure(parse, t.span) for d in pair for t in d.event.tolls if t.effect == "killed")
    return people and counted and not voices[0] & voices[1] and lows[0] != lows[1]


def _figures(parse: Parse, draft: Draft, said: Sequence[Draft], wording: Wording) -> Iterator[Told]:
    """The figures of a statement's own words, and not of what it tells that others said."""
    if not draft.content:
        return
    for told in told_in(parse, draft.content[0][0], draft.content[-1][1], wording):
        inner = (d for d in said if d is not draft and d.holds(told.words[0]) and draft.holds(d.cue_token))
        if draft.holds(told.words[0]) and (told.denied or not any(_is_within(d, draft) for d in inner)):
            yield told


def _is_within(inner: Draft, outer: Draft) -> bool:
    return sum(b - a for a, b in inner.content) < sum(b - a for a, b in outer.content)


def _is_told(parse: Parse, events: Sequence[EventDraft], draft: Draft, told: Told) -> bool:
    """Whether a figure is the number of a deed that its own clause tells, below the word for the saying."""
    span = parse.span(*told.words)
    if any(t.span.overlaps(span) for d in events for t in d.event.tolls):
        return True
    own = {i for d in events for i in (d.head, *d.tokens)}
    above = (a.i for a in parse.ancestors(told.head))
    within = (told.head, *itertools.takewhile(lambda i: i != draft.cue_token, above))
    return any(i in own for i in within)


def _meant(
    parse: Parse, events: Sequence[EventDraft], given: tuple[Draft, Told], spoken: Mapping[str, int]
) -> int | None:
    """The event that a figure counts: the last one before it, in its sentence or just before; else one behind it."""
    draft, told = given
    here = parse.sentence(told.head)
    last = [max(parse.sentence(d.head), spoken.get(d.event.id, 0)) for d in events]
    real = [(at, d) for at, d in enumerate(events) if d.event.status in _REAL and _may_harm(d, told)]
    before = [(at, d) for at, d in real if d.head < told.head and here - last[at] <= _REACH]
    behind = [(at, d) for at, d in real if d.head > told.head and parse.sentence(d.head) == here]
    same = [(at, d) for at, d in before if parse.sentence(d.head) == here]
    beside = [(at, d) for at, d in behind if draft.cue_token in {a.i for a in parse.ancestors(d.head)}]
    for near in (same[::-1], beside[:1], behind, before[::-1]):
        counting = [(at, d) for at, d in near if any(t.effect == told.effect for t in d.event.tolls)]
        if near is behind and not counting:
            continue
        if near:
            at = (counting or near)[0][0]
            return at if not _is_elsewhere(parse, events[at], draft, total=told.total) else None
    return None


def _of_other_things(parse: Parse, event: EventDraft, told: Told, counted: Sequence[Counted]) -> bool:
    """ "The army sent 200 men; a nurse spoke | of 14 |": what nothing explains counts what was counted last."""
    known = [t.span for t in event.event.tolls] + [c.span for c in counted if c.event == event.event.id]
    start = min((parse.tokens_of(s)[0] for s in known), default=event.head)
    last = next((t for t in reversed(parse.tokens[start : told.words[0]]) if t.tag == "CD"), None)
    timed = last is not None and any(t.start <= last.i < t.end for t in parse.times)
    return last is not None and not timed and not any(s.start <= last.start < s.end for s in known)


def _may_harm(draft: EventDraft, told: Told) -> bool:
    """Whether a figure can be of a deed: of one that tells such a figure, or of an attack that may have had it."""
    counts = {t.effect for t in draft.event.tolls if t.party != "actor"}
    if told.effect is None:
        return len(counts) == 1
    if told.effect in counts:
        return True
    bloody = draft.event.type == "ASSAULT" and draft.event.mode not in {"abduct", "destroy"}
    return told.effect in _HARMING and bloody


def _effect(draft: EventDraft, told: Told) -> Effect | None:
    if told.effect is not None:
        return told.effect
    counts = sorted({t.effect for t in draft.event.tolls if t.party != "actor"})
    return counts[0] if len(counts) == 1 else None


def _is_elsewhere(parse: Parse, event: EventDraft, draft: Draft, *, total: bool = False) -> bool:
    """Whether the figure's sentence speaks of another place, another time or of more than the deed."""
    start, end = parse.sentences[parse.sentence(draft.cue_token)]
    if start <= event.head < end:
        return False
    if any(t.lower in _ANEW or t.lemma.lower() in _MISHAPS for t in parse.tokens[start:end]):
        return True
    there = parse.sentences[parse.sentence(event.head)]
    known = {t.lower for t in parse.tokens[there[0] : there[1]]}
    times = [t for t in parse.times if draft.holds(t.start) and parse.tokens[t.start - 1].lower not in {"by", "of"}]
    if total:  # "the toll rose to 12 after three died | overnight |": of the same deed
        times = [t for t in times if parse.tokens[t.start - 1].lower in {"since", "during", "over", "this"}]
    if any(parse.tokens[t.end - 1].lower not in known for t in times):
        return True  # "said 90 had died in the town | since January |"
    subject = own_subject(parse, draft.cue_token)
    teller = set(parse.subtree(subject)) if subject is not None else set()  # "a doctor | in Kest | said"
    named = [n for n in parse.names if n.label == "place" and start <= n.start < end and n.start not in teller]
    return any(parse.tokens[n.end - 1].lower not in known for n in named)


def _is_rival(
    parse: Parse, event: tuple[EventDraft, Effect], given: tuple[Draft, Told], said: Sequence[Draft], book: Book
) -> bool:
    """Whether a figure stands beside the one told, and is no part of it nor of other people."""
    draft, told = given
    known = [t for t in event[0].event.tolls if t.effect == event[1] and t.party != "actor" and not _is_some(t)]
    if not known:
        return told.effect is not None
    names = {m.id: m.name.casefold() for m in book.all()}
    lower = (told.count.low or 0) < max(t.count.low or t.count.high or 0 for t in known)
    if lower and told.placed:
        return False
    heads = {book.head(r.mention) for r in event[0].event.roles if r.part == "recipient" and r.mention is not None}
    nouns = {parse.tokens[h].lemma.lower() for h in heads if parse.tokens[h].tag != "CD"}
    if told.nouns and nouns and not any(t[:4] == n[:4] for t in told.nouns for n in nouns | _PEOPLE):
        return nouns <= _PEOPLE and not lower
    saying = [d for d in said if d.act != "deny"]
    tellers = {names.get(d.speaker or "") for t in known for d in saying if _covers(parse, d, t.span)}
    own = names.get(draft.speaker or "") in tellers
    around = {t.lower for t in parse.tokens[max(0, draft.cue[0] - 4) : max(draft.cue[1] + 3, told.words[1])]}
    return told.denied or not own or bool(around & _AGAIN)


def _is_some(toll: Toll) -> bool:
    """ "Protesters were killed": nobody has counted them."""
    return toll.count.approximate and toll.count.high is None and toll.count.low == _SOME


_SOME = 2
_PEOPLE = frozenset({"people", "person", "civilian"})


def _covers(parse: Parse, draft: Draft, span: Span) -> bool:
    return any(parse.span(*r).covers(span) for r in draft.content)


def _with(draft: EventDraft, told: Told, effect: Effect, span: Span) -> EventDraft:
    known = [t for t in draft.event.tolls if t.effect == effect and t.party != "actor"]
    toll = Toll(effect=effect, count=told.count, span=span, party=known[0].party if known else "unknown")
    event = msgspec.structs.replace(draft.event, tolls=(*draft.event.tolls, toll))
    return msgspec.structs.replace(draft, event=event)
