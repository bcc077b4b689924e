"""Nouns and pronouns that point back, and what they can mean: the lists of ``nominals.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.records import ActorKind, RolePart

_FILE = Path(__file__).parent.parent / "data" / "ontology" / "nominals.yaml"


class Nominals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lower-cased noun or pronoun -> kinds of actor; event noun -> event classes or class/mode, none meaning any.

    ``parts`` are nouns of a deed and who of it they are, ``broader`` things and the narrower ones they may take up.
    ``titles`` are what stands before a name, with the offices that it tells; ``past`` are the words before a title
    that end the office; ``women`` and ``men`` are given names, ``hostile`` the adjectives of armed groups; ``named``
    are nouns that only mean a body whose name holds them; ``harmless`` are adjectives that a definite noun may add
    without meaning somebody else.
    """

    nouns: dict[str, tuple[ActorKind, ...]]
    pronouns: dict[str, tuple[ActorKind, ...]]
    events: dict[str, tuple[str, ...]]
    parts: dict[str, RolePart]
    broader: dict[str, frozenset[str]]
    harmless: frozenset[str]
    named: frozenset[str]
    hostile: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    titles: dict[str, tuple[str, ...]]
    past: frozenset[str]

    def kinds(self, word: str, lemma: str) -> tuple[ActorKind, ...]:
        """The kinds of actor that a word can point back to; empty when it cannot."""
        return self.pronouns.get(word) or self.nouns.get(word) or self.nouns.get(lemma) or ()

    def may_mean(self, noun: str, of: str, mode: str | None) -> bool:
        """Whether a noun that points back can mean an event of a class and a mode; one of no mode may have any."""
        classes = self.events.get(noun)
        if classes is None:
            return False
        return not classes or any(
            c in {of, f"{of}/{mode}"} or (mode is None and c.startswith(f"{of}/")) for c in classes
        )


@cache
def load(path: Path = _FILE) -> Nominals:
    """The lists.

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), type=Nominals)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
