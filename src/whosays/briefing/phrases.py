"""How deeds and acts are worded: the phrases of ``data/briefing/phrases.yaml``, read once."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.records import Act

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Joins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a mode joins otherwise than its class does."""

    did: str | None = None
    by: str | None = None
    to: str | None = None
    active: str | None = None
    alone: str | None = None
    together: str | None = None


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a class of events; see the head of the YAML file."""

    noun: str
    things: str
    did: str
    by: str
    to: str
    active: str = ""
    alone: str = ""
    together: str = ""
    modes: dict[str, str] = {}
    joins: dict[str, Joins] = {}

    def of(self, mode: str | None) -> Deed:
        """The words for one mode of the class; those of the class where the mode has none of its own."""
        if mode is None:
            return self
        other = self.joins.get(mode, Joins())
        return msgspec.structs.replace(
            self,
            noun=self.modes.get(mode, self.noun),
            did=other.did or self.did,
            by=other.by or self.by,
            to=other.to or self.to,
            active=other.active or "",
            alone=other.alone or "",
            together=other.together or ("" if mode in self.modes else self.together),
        )


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of an act; those from ``thing`` on take what was said as their object, see the YAML file."""

    past: str
    base: str
    to: str
    thing: str = ""
    doing: str = ""
    one_to: str = ""
    clause: str = ""


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them: deeds by PLOVER class, acts by their name; names that take "the"; verbs of saying."""

    deeds: dict[str, Deed]
    acts: dict[Act, Speech]
    with_article: frozenset[str]
    alone_with_article: frozenset[str]
    kinds: dict[str, str]
    past: frozenset[str]
    present: frozenset[str]
    places_with_article: frozenset[str]
    of_with_article: frozenset[str]


@functools.cache
def load() -> Phrases:
    """The phrases that ship with the package.

    Raises:
        KnowledgeError: the file is wrong; the message names the entry.
    """
    text = (resources.files("whosays") / "data" / "briefing" / "phrases.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), Phrases)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise KnowledgeError(f"data/briefing/phrases.yaml: {error}") from error
