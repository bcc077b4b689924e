"""What people read out of news is set beside the record, wherever the text is at hand."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluation.sets.rows import digest
from training import readings

TEXT = "Gunmen shot a baker in Lima on Monday. The gunmen fled. Rain fell in Oslo. Police arrested a miller. He wept."
HEADS = {
    "parties": ("text", "start", "end", "part", "who"),
    "tellings": ("text", "first", "again", "same", "was"),
    "links": ("text", "start", "end", "meant"),
    "linked": ("text", "start", "end", "whom", "right"),
}


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of readings on one text of our own."""

    def texts(*_: object) -> Iterator[str]:
        yield TEXT
        yield "Nobody has read anything out of this."

    shot, arrested, gunmen = TEXT.index("shot"), TEXT.index("arrested"), TEXT.index("The gunmen")
    rows: dict[str, list[tuple[object, ...]]] = {
        "parties": [
            (digest(TEXT), shot, shot + 4, "doer", TEXT.index("Gunmen")),
            (digest(TEXT), shot, shot + 4, "done", TEXT.index("Lima")),
            (digest(TEXT), arrested, arrested + 8, "done", "-"),
            (digest(TEXT), TEXT.index("fell"), TEXT.index("fell") + 4, "doer", "-"),
        ],
        "tellings": [(digest(TEXT), shot, arrested, "0", "joined")],
        "links": [(digest(TEXT), gunmen, gunmen + 10, "-")],
        "linked": [(digest(TEXT), 0, 6, hashlib.sha256(b"nobody").hexdigest()[:12], "1")],
    }
    for name, head in HEADS.items():
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([head, *rows[name]])
    monkeypatch.setattr(readings, "FOLDER", tmp_path)
    monkeypatch.setattr(readings, "texts", texts)
    return tmp_path


def test_readings_beside_the_record(read: Path) -> None:
    told = readings.measured(read, {}).splitlines()
    assert told == [
        "doer: event gone 1, told and found 1",
        "done: told and wrong 1, untold and filled 1",
        "tellings, joined then: different and apart 1",
        "words that meant nobody: words gone 1",
        "words that meant somebody: right and changed 1",
    ]


@pytest.mark.parametrize("name", sorted(HEADS))
def test_kept_readings_hold_no_text(name: str) -> None:
    with (readings.FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines))
    assert tuple(table[0]) == HEADS[name]
    words = {field for row in table[1:] for field in row if field.isalpha()}
    assert words <= {"doer", "done", "joined", "apart"} | {w for w in words if len(w) == 12}
