"""Physical targets: what was attacked, of which kind, how many, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from evaluation.sectors import singular
from evaluation.templates.lists import SLOTS, Template, listed, lists, plain, quoted, unpointed
from evaluation.templates.nations import foreign_nation
from evaluation.templates.people import is_thing, number_of
from evaluation.templates.told import Told
from whosays import ontology
from whosays.records import Event, Place, Role

_PART_OF = re.compile(
    r"^(?:front(?: part)?|part|side|section|stretch|door|outside|entrance|vicinity|rest|inside|\w+ floor)"
    r" of (?:the |an? )?",
    re.IGNORECASE,
)


_EFFECTS = {"destroyed": "DESTROYED", "damaged": "SOME DAMAGE"}


class Thing(msgspec.Struct, frozen=True):
    """A physical target: its words, how many, and what the incident did to it."""

    words: str
    number: str
    effect: str | None
    role: Role


def things_of(told: Told, events: Sequence[Event]) -> list[Thing]:
    """The physical targets of an incident, each once."""
    found: dict[str, Thing] = {}
    for event in events:
        for role in told.roles([event], "recipient", "target"):
            mention = told.mention(role.mention)
            if mention is None or mention.form == "pronoun" or isinstance(told.entity(role.mention), Place):
                continue
            if not is_thing(told, role, mention):
                continue
            words = unpointed(_PART_OF.sub("", unpointed(told.words(mention))))
            if not words or plain(words).strip() in lists().no_targets or _is_ground(words):
                continue
            known, effect = found.get(words.lower()), _EFFECTS.get(role.effect or "") or _effect(told, event)
            if known is None:
                found[words.lower()] = Thing(words, number_of(role.number, told.whole(mention), words), effect, role)
            elif effect is not None and known.effect is None:
                found[words.lower()] = msgspec.structs.replace(known, effect=effect)
    return list(found.values())


def _is_ground(words: str) -> bool:
    """Whether words name a place: "any location name that is on the set list cannot serve as a target"."""
    head = words.lower().split(" of ")[0].split()
    if any(c.isdigit() for c in head[0]) and head[-1] in ("street", "avenue"):
        return True
    return listed(words, lists().buildings) is None and ontology.load().nouns.kind_of(singular(head[-1])) == "place"


def _effect(told: Told, event: Event) -> str | None:
    words = told.trigger_words([event])
    if words & set(lists().destroyed):
        return "DESTROYED"
    return "SOME DAMAGE" if words & set(lists().damaged) else None


def presumed_effect(kind: str, stage: str) -> str | None:
    """What a bomb or fire does to what it is set at, unless the report says otherwise."""
    if kind not in ("BOMBING", "ARSON"):
        return None
    return "SOME DAMAGE" if stage == "ACCOMPLISHED" else "NO DAMAGE" if stage == "ATTEMPTED" else None


def physical(things: Sequence[Thing], country: str | None, presumed: str | None) -> Template:
    """The slots of the physical targets; ``presumed`` became of those of which the report does not say it."""
    made: Template = {key: [] for key, _ in SLOTS if key.startswith("thing")}
    for thing in things:
        tag = quoted(thing.words)
        made["thing"].append(tag)
        made["thing-type"].append(f"{listed(thing.words, lists().buildings) or 'OTHER'}: {tag}")
        made["thing-number"].append(f"{thing.number}: {tag}")
        nation = foreign_nation((thing.words,), thing.role.nationality, country)
        if nation:
            made["thing-nation"].append(f"{nation}: {tag}")
        if thing.effect or presumed:
            made["thing-effect"].append(f"{thing.effect or presumed}: {tag}")
    return made
