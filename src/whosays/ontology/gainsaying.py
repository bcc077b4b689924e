"""How somebody says that what another has said is not so: the words of ``gainsaying.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from whosays.ontology.lists import read_lists
from whosays.records import Act

_FILE = Path(__file__).parent.parent / "data" / "ontology" / "gainsaying.yaml"


class GainsayingExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in which somebody denies what was said, and the acts of what he denies."""

    text: str
    of: tuple[Act, ...]


class Gainsaying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they do in such a sentence; the file tells of each list."""

    said: frozenset[str]
    untrue: frozenset[str]
    lies: frozenset[str]
    absurd: frozenset[str]
    nonsense: frozenset[str]
    only_with: dict[str, frozenset[str]]
    heaps: frozenset[str]
    so: frozenset[str]
    truth: frozenset[str]
    happening: frozenset[str]
    yes: tuple[GainsayingExample, ...]
    no: tuple[str, ...]


@cache
def load(path: Path = _FILE) -> Gainsaying:
    """The lists.

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    return read_lists(path, Gainsaying)
