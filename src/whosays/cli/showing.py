"""How the command line shows things: lists in four formats, records for reading, progress on a terminal."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from whosays.errors import SettingsError

_FORMATS = ("table", "json", "jsonl", "csv")
_NARROWEST, _WIDEST = 60, 400
_GAP = "  "
_PROGRESS_AFTER = 40  # characters of a name that the progress line shows


def check_format(given: str, known: Sequence[str]) -> None:
    """Refuse a format that is not there.

    Raises:
        SettingsError: it is not; the message lists those there are.
    """
    if given not in known:
        raise SettingsError(f"no format {given!r} here; there are: {', '.join(known)}")


def listing(rows: Sequence[msgspec.Struct], kind: type[msgspec.Struct], format_: str) -> str:
    """The rows of one kind as text, in one of the list formats."""
    check_format(format_, _FORMATS)
    if format_ == "json":
        return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"
    if format_ == "jsonl":
        return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)
    names = kind.__struct_fields__
    cells = [["" if (v := getattr(row, name)) is None else str(v) for name in names] for row in rows]
    return _csv(names, cells) if format_ == "csv" else _table(names, cells)


def _csv(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    from whosays.exporting import delimited  # noqa: PLC0415 - only CSV needs it

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([delimited.safe(cell) for cell in row] for row in cells)
    return text.getvalue()


def _table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Columns beside one another, the widest ones cut to fit the terminal; empty columns are left out."""
    kept = [c for c in range(len(names)) if any(row[c] for row in cells)]
    if not kept:
        return ""
    lines = [[names[c].replace("_", " ") for c in kept], *([" ".join(row[c].split()) for c in kept] for row in cells)]
    widths = _fitted([max(len(line[c]) for line in lines) for c in range(len(kept))])
    shown = (_GAP.join(_cut(cell, w).ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "\n".join(shown) + "\n"


def _fitted(widths: list[int]) -> list[int]:
    """Column widths that fit the terminal: the widest column gives way first."""
    room = min(max(shutil.get_terminal_size((120, 24)).columns, _NARROWEST), _WIDEST)
    while sum(widths) + len(_GAP) * (len(widths) - 1) > room and max(widths) > _ID_WIDTH:
        widths[widths.index(max(widths))] -= 1
    return widths


_ID_WIDTH = 16


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """A line on standard error that counts what is done; only where that is a terminal, and gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - slow to import

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{what} …")
        done = 0

        def seen(name: str) -> None:
            nonlocal done
            done += 1
            label = " ".join(name.split()).replace("[", "(")[:_PROGRESS_AFTER]
            bar.update(task, description=f"{what}: {done} done, last {label}")

        yield seen
