"""JSON Lines: a coded report on each line, self-contained; the incidents beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from whosays import codec
from whosays.records import CodedReport, Incident

REPORTS = "reports.jsonl"
INCIDENTS = "incidents.jsonl"


def write(records: Iterable[CodedReport], incidents: Sequence[Incident], out: Path) -> tuple[Path, ...]:
    """Write ``reports.jsonl`` and ``incidents.jsonl``."""
    for name, found in ((REPORTS, records), (INCIDENTS, incidents)):
        with (out / name).open("wb") as file:
            file.writelines(codec.lines(found))
    return out / REPORTS, out / INCIDENTS
