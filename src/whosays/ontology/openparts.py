"""What the signs of somebody who may have a part weigh that an event leaves open: the learnt list ``openparts.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from whosays.errors import KnowledgeError

FILE = Path(__file__).parent.parent / "data" / "ontology" / "openparts.csv"


@cache
def load(path: Path = FILE) -> Mapping[str, Mapping[str, float]]:
    """The weight of each sign, in log odds, by part (``actor``, ``recipient``).

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    found: dict[str, dict[str, float]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                found.setdefault(line["part"], {})[line["sign"]] = float(line["weight"])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
    return found
