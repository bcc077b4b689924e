"""ACLED's sub-types of events: what an event of each is like, as rules in ``data/ontology/subtypes.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.ontology.loading import DATA_FOLDER

_FILE = DATA_FOLDER / "subtypes.yaml"


class SubType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ACLED calls a sub-type, and the kind of event that it belongs to."""

    event: str
    name: str


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of party: the sectors of its actors, or words in what they are called."""

    sectors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


class SubTypeRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sub-type, and what an event of it is like; what is not named is free."""

    label: str
    type: str
    mode: frozenset[str] = frozenset()
    trigger: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    hurt: bool = False
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None


class SubTypes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sub-types by code, the rules in their order, the sides they speak of, and which type goes before which."""

    types: dict[str, SubType]
    sides: dict[str, Side]
    rules: tuple[SubTypeRule, ...]
    order: tuple[str, ...]


@cache
def load_subtypes(path: Path = _FILE) -> SubTypes:
    """The table.

    Raises:
        KnowledgeError: the file is missing, holds what it should not, or speaks of a type or side that it lacks.
    """
    try:
        found = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), SubTypes)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
    spoken_of = {rule.label for rule in found.rules} | set(found.order)
    sides = {side for rule in found.rules for side in (rule.actor, rule.recipient, rule.party) if side}
    if unknown := sorted((spoken_of - set(found.types)) | (sides - set(found.sides))):
        raise KnowledgeError(f"{path.name}: rules speak of {', '.join(unknown)}, which the file does not have")
    return found
