"""How somebody says that what another has said is not so: the words of ``gainsaying.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

from whosays.errors import KnowledgeError
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
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        # YAML 1.1 reads the bare keys yes and no as truth values.
        named = {{True: "yes", False: "no"}.get(key, key): value for key, value in dict(raw or {}).items()}
        return msgspec.convert(named, Gainsaying)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
