"""How somebody says who did a deed: the words of ``owning.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from whosays.ontology import nominals
from whosays.ontology.lists import read_lists
from whosays.records import Act

_FILE = Path(__file__).parent.parent / "data" / "ontology" / "owning.yaml"


class OwningExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which somebody says who did it."""

    text: str
    act: Act


class Owning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they do in such a sentence; the file tells of each list."""

    doing: frozenset[str]
    work: frozenset[str]
    part: frozenset[str]
    taking: frozenset[str]
    involved: frozenset[str]
    own: frozenset[str]
    voices: frozenset[str]
    sides: frozenset[str]
    neutral: frozenset[str]
    nobody: frozenset[str]
    deeds: frozenset[str]
    wide: frozenset[str]
    onslaughts: frozenset[str]
    yes: tuple[OwningExample, ...]
    no: tuple[str, ...]

    def is_deed(self, lemma: str) -> bool:
        """Whether a noun means a deed of violence that somebody may claim or deny."""
        known = nominals.load().events.get(lemma, ())
        return lemma in self.deeds or ("ASSAULT" in known and lemma not in self.wide)


@cache
def load(path: Path = _FILE) -> Owning:
    """The lists.

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    return read_lists(path, Owning)
