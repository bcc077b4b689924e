"""What the signs of an event row weigh: the learnt list of ``sureness.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from whosays.errors import KnowledgeError

ALWAYS = "(always)"
FILE = Path(__file__).parent.parent / "data" / "ontology" / "sureness.csv"


@cache
def load(path: Path = FILE) -> Mapping[str, float]:
    """The weight of each sign, in log odds; the one that always counts is ``ALWAYS``.

    Raises:
        KnowledgeError: the file is missing or holds what it should not.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {line["sign"]: float(line["weight"]) for line in csv.DictReader(lines)}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path.name}: {error}; mend the file or install Whosays anew") from error
