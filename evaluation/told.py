"""What a file of expectations tells of its report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


def told_date(expected: Mapping[str, Any]) -> str | None:
    """The publication date that an expectation file names, in its own field or in its note."""
    noted = re.search(r"--published (\d{4}-\d\d-\d\d)", str(expected.get("note", "")))
    return expected.get("published") or (noted[1] if noted else None)
