"""Who a name may mean on a date: everything the lists hold on each candidate, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.gazetteer.asking import Gazetteer
from whosays.gazetteer.entries import Candidate, PatternMatch
from whosays.gazetteer.knowledge import ActorEntry
from whosays.gazetteer.terms import spans
from whosays.records import Actor, ActorKind, Value

_RULES = {
    "name": "“{name}” is the name under which the lists hold it",
    "alias": "“{name}” is another name for it",
    "acronym": "“{name}” is a short form of its name",
    "weak-alias": "“{name}” is a name that others bear as well; only its context can tell",
    "surname": "“{name}” is the surname; only an office or the report's country can tell whose",
    "user-list": "“{name}” is in your own list, {source}, which wins over all others",
}


class Term(Value, frozen=True, kw_only=True):
    """A term in an office; ISO dates cut to what is known, ``end`` excluded."""

    title: str
    office: str
    of: str
    start: str | None = None
    end: str | None = None
    sure: bool = True


class Codes(Value, frozen=True, kw_only=True):
    """The codes for exports on the date: ISO 3166-1, Correlates of War, and CAMEO's way of joining them.

    ``country`` and ``iso2`` and ``cow`` are of the one state that the actor belongs to; ``sectors`` are CAMEO and
    PLOVER sectors; ``cameo`` is country and sectors in one row, as ``AFGGOV``.
    """

    country: str | None = None
    iso2: str | None = None
    cow: str | None = None
    sectors: tuple[str, ...] = ()
    cameo: str = ""


class Described(Value, frozen=True, kw_only=True):
    """One actor that a name may mean on a date."""

    id: str
    name: str
    kind: ActorKind
    strength: str
    reasons: tuple[str, ...]
    codes: Codes
    held: tuple[Term, ...] = ()
    former: tuple[Term, ...] = ()
    later: tuple[Term, ...] = ()
    part_of: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    sources: tuple[str, ...] = ()
    sure: bool = True


def describe(gazetteer: Gazetteer, name: str, on: str) -> tuple[Described, ...]:
    """Everybody whom a name or an office phrase may mean on a date, the surest first; empty when nobody is known."""
    found: dict[str, Described] = {}
    for candidate, reason in _candidates(gazetteer, name, on):
        if candidate.actor_id not in found:
            found[candidate.actor_id] = _described(gazetteer, candidate, reason, on)
    match = gazetteer.pattern(name, on)
    if match is not None:
        for one in _by_words(gazetteer, match, name, on):
            found.setdefault(one.id, one)
    return tuple(sorted(found.values(), key=lambda d: d.strength != "strong"))


def _candidates(gazetteer: Gazetteer, name: str, on: str) -> Iterator[tuple[Candidate, str]]:
    for candidate in gazetteer.actors_named(name, on):
        actor = gazetteer.actor(candidate.actor_id)
        source = actor.sources[0] if actor is not None and actor.sources else ""
        yield candidate, _RULES[candidate.rule].format(name=name, source=source)
    state = gazetteer.state_of_adjective(name)
    if state is not None:
        yield Candidate(actor_id=state, strength="strong", rule="name"), f"“{name}” is the adjective of a state"
    state = gazetteer.state_of_people(name)
    if state is not None:
        yield Candidate(actor_id=state, strength="weak", rule="name"), f"“{name}” are the people of a state"
    state = gazetteer.metonym(name)
    if state is not None:
        reason = f"“{name}” may stand for the government that sits there"
        yield Candidate(actor_id=state, strength="weak", rule="name"), reason


def _by_words(gazetteer: Gazetteer, match: PatternMatch, name: str, on: str) -> Iterator[Described]:
    """An organ or office that the words tell: its holders on the date first."""
    owner = gazetteer.actor(match.owner)
    of = owner.name if owner is not None else match.owner
    for holding in match.holders:
        held = Candidate(actor_id=holding.person, strength="strong" if holding.sure else "weak", rule="name")
        told = f"held the office “{holding.title}” of {of} on {on}"
        yield _described(gazetteer, held, told if holding.sure else f"{told}, as far as is known", on)
    what = f"an office of {of}" if match.office else f"a part of {of}"
    reason = f"the words of “{name}” tell {what} (pattern {match.pattern})"
    nobody = (f"the lists know nobody who held it on {on}",) if match.office and not match.holders else ()
    entry = gazetteer.entry(match.actor.id)
    if entry is not None:
        yield _described(gazetteer, Candidate(actor_id=entry.id, strength="strong", rule="name"), reason, on)
        return
    yield Described(
        id=match.actor.id,
        name=match.actor.name,
        kind=match.actor.kind,
        strength="strong",
        reasons=(reason, *nobody),
        codes=_codes(gazetteer, match.actor, (), on),
        part_of=_named(gazetteer, match.actor.part_of),
        sources=match.actor.sources,
    )


def _described(gazetteer: Gazetteer, candidate: Candidate, reason: str, on: str) -> Described:
    entry, actor = gazetteer.entry(candidate.actor_id), gazetteer.actor(candidate.actor_id)
    assert actor is not None, "a candidate is in some list"
    if entry is None:  # of a user's own list
        return Described(
            id=actor.id, name=actor.name, kind=actor.kind, strength=candidate.strength, reasons=(reason,),
            codes=_codes(gazetteer, actor, (), on), part_of=_named(gazetteer, actor.part_of), sources=actor.sources,
        )  # fmt: skip
    terms = _terms(gazetteer, entry)
    later = tuple(t for t in terms if t.start is not None and t.start > on)
    held = tuple(t for t in terms if t not in later and spans(t.start, t.end, on))
    return Described(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        strength=candidate.strength,
        reasons=(reason, *_standing(entry, held, terms, on)),
        codes=_codes(gazetteer, actor, entry.states, on),
        held=held,
        former=tuple(t for t in terms if t not in held and t not in later),
        later=later,
        part_of=_named(gazetteer, entry.part_of),
        member_of=_named(gazetteer, gazetteer.bodies_of(entry.id, on)),
        parts=_named(gazetteer, gazetteer.parts_of(entry.id, on)),
        also=(*entry.aliases, *(w for w in entry.weak if w not in entry.aliases)),
        start=entry.start,
        end=entry.end,
        sources=entry.sources,
        sure=entry.sure,
    )


def _standing(entry: ActorEntry, held: Sequence[Term], terms: Sequence[Term], on: str) -> Iterator[str]:
    """Whether it was there on the date at all."""
    if entry.start is not None and entry.start[: len(on)] > on[: len(entry.start)]:
        yield f"began only in {entry.start}"
    if entry.end is not None and entry.end <= on[: len(entry.end)]:
        yield f"ended in {entry.end}"
    if terms and not held:
        yield f"held none of the offices known of this person on {on}"


def _terms(gazetteer: Gazetteer, entry: ActorEntry) -> tuple[Term, ...]:
    titles = entry.titles or tuple(role.office for role in entry.roles)
    return tuple(
        Term(
            title=title, office=role.office, of=_name(gazetteer, role.of), start=role.start, end=role.end,
            sure=number not in entry.unsure_roles,
        )
        for number, (role, title) in enumerate(zip(entry.roles, titles, strict=True))
    )  # fmt: skip


def _codes(gazetteer: Gazetteer, actor: Actor, states: Sequence[str], on: str) -> Codes:
    """The codes that hold on the date, with the numbers of the state among them."""
    held = tuple(dict.fromkeys(c.code for c in actor.codes if spans(c.start, c.end, on)))
    country = next((code for code in held if _is_state(gazetteer, code)), None)
    if country is None and len(states) == 1 and actor.kind != "body":
        country = states[0] if _is_state(gazetteer, states[0]) else None
    entry = gazetteer.entry(country) if country is not None else None
    facts = entry.state if entry is not None else None
    sectors = tuple(code for code in held if code != country)
    return Codes(
        country=country,
        iso2=facts.iso2 if facts else None,
        cow=facts.cow if facts else None,
        sectors=sectors,
        cameo=f"{country or ''}{''.join(sectors)}",
    )


def _is_state(gazetteer: Gazetteer, code: str) -> bool:
    entry = gazetteer.entry(code)
    return entry is not None and entry.kind == "state"


def _name(gazetteer: Gazetteer, identifier: str) -> str:
    actor = gazetteer.actor(identifier)
    return actor.name if actor is not None else identifier


def _named(gazetteer: Gazetteer, identifiers: Sequence[str]) -> tuple[str, ...]:
    return tuple(_name(gazetteer, i) for i in identifiers)
