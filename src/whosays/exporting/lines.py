"""JSON Lines: a coded report on each line, self-contained; the incidents and disputes beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whosays import codec
from whosays.merging import Merged
from whosays.records import CodedReport

REPORTS = "reports.jsonl"
INCIDENTS = "incidents.jsonl"
DISPUTES = "disputes.jsonl"


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``reports.jsonl``, ``incidents.jsonl`` and ``disputes.jsonl``."""
    for name, found in ((REPORTS, records), (INCIDENTS, merged.incidents), (DISPUTES, merged.disputes)):
        with (out / name).open("wb") as file:
            file.writelines(codec.lines(found))
    return out / REPORTS, out / INCIDENTS, out / DISPUTES
