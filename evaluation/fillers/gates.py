"""Which roles words can play at all, by what they mean: nobody learns that a bomb is no victim."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from evaluation.sectors import noun_sector, singular
from evaluation.templates.lists import has, listed, lists
from whosays import ontology

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_PLURALITIES = frozenset("group gang column commando unit squad band cell patrol team command front".split())
_NO_TARGETS = frozenset({"person", "event", "abstract", "time"})
_NO_TARGET_NAMES = frozenset({"person", "place", "nationality"})


class Meaning(msgspec.Struct, frozen=True):
    """What words mean: the kind of the head noun, the sector, the label of the name, whether of an armed group."""

    words: str
    noun: str
    kind: str | None
    sector: str | None
    label: str | None
    armed: bool


def meaning(words: str, head: str, label: str | None, armed: bool) -> Meaning:
    """What words mean whose head noun is ``head``."""
    nouns = ontology.load().nouns
    noun = singular(head.lower())
    kind = nouns.kind_of(noun) or nouns.kind_of(head.lower())
    return Meaning(words, noun, kind, noun_sector(words), label, armed)


def roles_of(means: Meaning) -> frozenset[str]:
    """The roles that words with this meaning may play."""
    return frozenset(_roles_of(means))


def _roles_of(means: Meaning) -> Iterator[str]:
    if means.label == "person":
        yield "Victim"  # the set keeps of the victims only those with a name
    if "weapon" in (means.kind, means.label) or listed(means.words, lists().instruments) is not None:
        yield "Weapon"
    if means.label == "person" or means.kind == "person" or means.sector is not None or _is_many(means):
        yield "PerpInd"
    if means.armed or means.label == "organisation" or means.sector is not None or _is_body(means):
        yield "PerpOrg"
    if _is_thing(means):
        yield "Target"


def _is_many(means: Meaning) -> bool:
    return means.noun in _PLURALITIES or has(means.words, lists().attackers)


def _is_body(means: Meaning) -> bool:
    return means.kind == "organisation" or has(means.words, lists().forces)


def _is_thing(means: Meaning) -> bool:
    if means.label not in _NO_TARGET_NAMES and means.kind not in _NO_TARGETS:
        return True
    return listed(means.words, lists().buildings) is not None or has(means.words, lists().others)
