"""Who did it: individuals, the organisation behind them, and how sure the report is of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

import whosays
from evaluation.sectors import noun_sector, singular
from evaluation.templates.lists import Template, bare, once, quoted, unpointed
from evaluation.templates.people import name_in
from evaluation.templates.suspects import attackers_near, confidence_of, group_near, group_of_report
from evaluation.templates.told import Told
from whosays import ontology
from whosays.records import Actor, Event, Mention, Place, Role, RoleBasis

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_BODIES = frozenset({"armed-group", "party", "government", "ministry", "body", "state", "company", "organisation"})


class Doers(msgspec.Struct, frozen=True):
    """Those who are told to have done it: words for individuals, organisations with confidence, and their sectors."""

    individuals: tuple[str, ...]
    organizations: dict[str, str]
    sectors: frozenset[str]


def doers_of(told: Told, events: Sequence[Event]) -> Doers:
    """The perpetrators of an incident."""
    individuals: list[str] = []
    organizations: dict[str, RoleBasis] = {}
    sectors: set[str] = set()
    for role in told.roles(events, "actor"):
        mentions = told.mentions_of(role)
        if not mentions or role.kind == "thing":
            continue
        own = told.mention(role.mention)
        mention = own if own is not None and own.form != "pronoun" else mentions[0]
        sectors |= told.sectors(role)
        person, body = _split(told, role, mention)
        if person:
            individuals.append(person)
        if body:
            organizations.setdefault(body, role.basis)
    if not organizations and not _is_state(frozenset(sectors)):
        group = group_near(told, events) or group_of_report(told, events)
        organizations = {group: "fact"} if group else {}
    return Doers(
        individuals=_told_apart(once(individuals or attackers_near(told, events))),
        organizations={w: confidence_of(told, events, w, b) for w, b in _each_once(organizations).items()},
        sectors=frozenset(sectors),
    )


def _split(told: Told, role: Role, mention: Mention) -> tuple[str | None, str | None]:
    """The individuals that a mention of a doer tells, and the organisation; either may be missing."""
    words = unpointed(told.words(mention))
    group = _group_in(words) or _body_in(told, mention)
    person = _of_persons(words) or (group is None and words.lower().split()[-1] in _GENERAL)
    if not person and (group is not None or _is_body(told, role)):
        return None, group or words
    if group is not None and _is_unit(words):
        return words, group
    if not _may_do(told, role, mention, words):
        return None, None
    return name_in(told, mention) or words, group or _body_above(told, role)


def _each_once(organizations: Mapping[str, RoleBasis]) -> dict[str, RoleBasis]:
    """A group that is told by its name and by its letters, once."""
    found: dict[str, RoleBasis] = {}
    meant: set[str] = set()
    for words, basis in organizations.items():
        actor = _actor_in(words)
        if actor is None or actor not in meant:
            found[words] = basis
            meant |= {actor} if actor else set()
    return found


def _told_apart(individuals: Sequence[str]) -> tuple[str, ...]:
    """Those named, and of the descriptions the fullest: what a report calls unnamed attackers in turn is one group."""
    general = [w for w in individuals if _of_persons(w) or w.lower().split()[-1] in _GENERAL]
    named = tuple(w for w in individuals if w not in general)
    return (*named, max(general, key=lambda w: len(w.split()))) if general else named


def perpetrators(doers: Doers) -> Template:
    """The slots of the perpetrators."""
    category = "STATE-SPONSORED VIOLENCE" if _is_state(doers.sectors) else "TERRORIST ACT"
    return {
        "category": [category],  # where nobody is named the task presumes terrorists
        "individual": [quoted(w) for w in doers.individuals],
        "organization": [quoted(w) for w in doers.organizations],
        "confidence": [f"{c}: {quoted(w)}" for w, c in doers.organizations.items()],
    }


def _is_state(sectors: frozenset[str]) -> bool:
    return bool(sectors & _STATE) and not sectors & {"REB", "UAF", "CRM", "PRM"}


_GENERAL = frozenset("group groups organization organizations gang gangs band bands unit units column columns".split())
_PLURALITIES = frozenset(
    "group groups gang gangs column columns commando commandos unit units squad band bands".split()
)


def _of_persons(words: str) -> bool:
    """Whether words describe people, and not a body: "soldiers of the battalion", "a group of armed men"."""
    head, _, rest = words.lower().partition(" of ")
    last = singular(head.split()[-1])
    kind = ontology.load().nouns.kind_of
    if kind(last) == "person":
        return True
    return head.split()[-1] in _PLURALITIES and bool(rest) and kind(singular(rest.split()[-1])) == "person"


def _may_do(told: Told, role: Role, mention: Mention, words: str) -> bool:
    """Whether words can stand for somebody who acts: no town, no weapon, no bare number."""
    if name_in(told, mention) or _of_persons(words) or words.lower().split()[-1] in _GENERAL:
        return True
    entity = told.entity(role.mention)
    if isinstance(entity, Place) or words.lower() in ("one", "two", "three", "four", "some", "others"):
        return False
    last = words.lower().split()[-1]
    kind = ontology.load().nouns.kind_of(singular(last)) or ontology.load().nouns.kind_of(last)
    return kind not in ("thing", "place", "event", "abstract", "document", "time") and role.kind != "unknown"


def _is_unit(words: str) -> bool:
    return noun_sector(words) is not None


def _is_body(told: Told, role: Role) -> bool:
    entity = told.entity(role.mention)
    kind = entity.kind if isinstance(entity, Actor) else ""
    if kind in _BODIES:
        return True
    return kind == "force" and ":force:" not in (entity.id if entity else "") and role.kind == "organisation"


def _group_in(words: str) -> str | None:
    """The armed group whose name stands among the words."""
    tokens = words.split()
    for hit in whosays.tools().gazetteer.scan(tokens):
        if len(hit.candidates) == 1 and hit.candidates[0].actor_id.startswith("group:"):
            return " ".join(tokens[hit.start : hit.end])
    return None


def _actor_in(words: str) -> str | None:
    """The group that words name, where only one has that name."""
    hits = list(whosays.tools().gazetteer.scan(words.split()))
    return hits[0].candidates[0].actor_id if len(hits) == 1 and len(hits[0].candidates) == 1 else None


def _body_in(told: Told, mention: Mention) -> str | None:
    """The organisation named inside a mention that describes its people: "members of the armed forces"."""
    for name in told.parsed.names:
        span = told.parsed.span(name.start, name.end)
        if name.label == "organisation" and mention.span.covers(span):
            return bare(told.record.report.words(span))
    return None


def _body_above(told: Told, role: Role) -> str | None:
    """The group that an individual belongs to, where the report has words for it."""
    entity = told.entity(role.mention)
    if not isinstance(entity, Actor):
        return None
    for parent in entity.part_of:
        for mention in told.record.mentions:
            other = told.entity(mention.id)
            if mention.kind == "actor" and mention.form == "name" and other is not None and other.id == parent:
                return told.words(mention)
    return None
