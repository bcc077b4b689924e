"""Who did it: individuals, the organisation behind them, and how sure the report is of that."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

import whosays
from evaluation.sectors import noun_sector, singular
from evaluation.templates.lists import Template, bare, lists, once, quoted
from evaluation.templates.people import name_in
from evaluation.templates.told import Told
from whosays import ontology
from whosays.records import Actor, Event, Mention, Place, Role

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
    organizations: dict[str, str] = {}
    sectors: set[str] = set()
    for role in told.roles(events, "actor"):
        mentions = told.mentions_of(role)
        if not mentions or role.kind == "thing":
            continue
        own = told.mention(role.mention)
        mention = own if own is not None and own.form != "pronoun" else mentions[0]
        sectors |= told.sectors(role)
        confidence = lists().confidence[role.basis]
        words = told.words(mention)
        group = _group_in(words) or _body_in(told, mention)
        person = _of_persons(words) or (group is None and words.lower().split()[-1] in _GENERAL)
        if (group is not None and not person) or (group is None and not person and _is_body(told, role)):
            organizations.setdefault(group or words, confidence)
            continue
        if group is not None and _is_unit(words):
            organizations.setdefault(group, confidence)
            individuals.append(words)
            continue
        if not _may_do(told, role, mention, words):
            continue
        individuals.append(name_in(told, mention) or words)
        above = group or _body_above(told, role)
        if above:
            organizations.setdefault(above, confidence)
    if not organizations and not _is_state(frozenset(sectors)):
        organizations = _only_group(told)
    return Doers(tuple(_told_apart(once(individuals))), organizations, frozenset(sectors))


def _told_apart(individuals):
    import os
    mode=os.environ.get('IND','first')
    if mode=='none': return individuals
    named=[w for w in individuals if not _of_persons(w) and w.lower().split()[-1] not in _GENERAL]
    rest=[w for w in individuals if w not in named]
    if not rest: return individuals
    pick = rest[0] if mode=='first' else max(rest,key=lambda w:len(w.split()))
    return [*named, pick] if mode!='only' else [pick]


def _only_group(told: Told) -> dict[str, str]:
    """The one armed group that the whole report names: its terrorists are of that group."""
    found: dict[str, str] = {}
    for mention in told.record.mentions:
        entity = told.entity(mention.id)
        if isinstance(entity, Actor) and entity.kind == "armed-group" and mention.form == "name":
            found.setdefault(entity.id, told.words(mention))
    return {words: lists().confidence["fact"] for words in found.values()} if len(found) == 1 else {}


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
