"""Hand-edited lists of words with examples that must and must not fit, read from a file of YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from whosays.errors import KnowledgeError

Lists = TypeVar("Lists")


def named(raw: Any) -> dict[Any, Any]:
    """The entries by the keys as written: YAML 1.1 reads the bare keys yes and no as truth values."""
    return {{True: "yes", False: "no"}.get(key, key): value for key, value in dict(raw or {}).items()}


def read_lists(path: Path, kind: type[Lists]) -> Lists:
    """The lists of a file, as a value of ``kind``.

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    try:
        return msgspec.convert(named(yaml.safe_load(path.read_text(encoding="utf-8"))), kind)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
