"""Words that tell whether a deed was done and how many: the lists of ``wording.yaml``, looked up by lemma."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.records import Effect, EventStatus, ThingEffect

_FILE = Path(__file__).parent.parent / "data" / "ontology" / "wording.yaml"


class StatusWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemma lists by the status that they give to the deed they govern or describe."""

    governors: dict[EventStatus, tuple[str, ...]]
    adjectives: dict[EventStatus, tuple[str, ...]]
    modals: dict[EventStatus, tuple[str, ...]]
    negations: frozenset[str]
    conditions: frozenset[str]
    habits: frozenset[str]
    transparent: frozenset[str]
    lasting: frozenset[str]
    doubted: frozenset[str]
    guessed: frozenset[str]
    charging: frozenset[str]


class QuantityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Number words, round words with their ranges, and what may stand before a number."""

    numbers: dict[str, int]
    ranges: dict[str, tuple[int, int | None]]
    groups: dict[str, tuple[int, int | None]]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    outcomes: dict[str, tuple[Effect, ...]]
    reaching: frozenset[str]
    unharmed: frozenset[str]
    attackers: frozenset[str]
    doers: frozenset[str]


class EffectWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that tells what became of who or what stands in its slot ``suffers``; one kind of word is set.

    Without an ``effect`` it tells that nothing did ("unharmed").
    """

    suffers: str
    effect: Effect | ThingEffect | None = None
    verb: str | None = None
    noun: str | None = None
    adjective: str | None = None


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All lists, with the look-ups that the coder needs."""

    status: StatusWords
    quantities: QuantityWords
    counted: dict[str, Effect]
    effects: tuple[EffectWord, ...]

    def governor(self, lemma: str) -> EventStatus | None:
        """The status that a governing verb, noun or adjective gives ("plan" -> planned)."""
        return _inverted(self, "governors").get(lemma)

    def adjective(self, lemma: str) -> EventStatus | None:
        """The status that an adjective before a noun gives ("attempted" -> attempted)."""
        return _inverted(self, "adjectives").get(lemma)

    def modal(self, word: str) -> EventStatus | None:
        """The status that a modal verb gives ("will" -> planned)."""
        return _inverted(self, "modals").get(word)


def _inverted(wording: Wording, table: str) -> dict[str, EventStatus]:
    known = wording.__dict__
    if table not in known:
        lists = cast("dict[EventStatus, tuple[str, ...]]", getattr(wording.status, table))
        known[table] = {lemma: status for status, lemmas in lists.items() for lemma in lemmas}
    return cast("dict[str, EventStatus]", known[table])


@cache
def load(path: Path = _FILE) -> Wording:
    """The wording lists.

    Raises:
        KnowledgeError: the file is missing or holds what it should not; the path of the value is named.
    """
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), type=Wording)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
