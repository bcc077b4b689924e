"""Exports: a function per format, chosen from one dict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from whosays.errors import NotFoundError, StoreError
from whosays.exporting import lines, tables
from whosays.records import CodedReport, Incident

Writer = Callable[[Iterable[CodedReport], Sequence[Incident], Path], tuple[Path, ...]]

FORMATS: dict[str, Writer] = {"csv": tables.write, "jsonl": lines.write}


def export(format_: str, records: Iterable[CodedReport], incidents: Sequence[Incident], out: Path) -> tuple[Path, ...]:
    """Write reports and incidents into the folder ``out`` and say which files were written.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
        StoreError: the folder cannot be written.
    """
    if format_ not in FORMATS:
        raise NotFoundError(f"no export format {format_!r}; there are: {', '.join(FORMATS)}")
    try:
        out.mkdir(parents=True, exist_ok=True)
        return FORMATS[format_](records, incidents, out)
    except OSError as error:
        raise StoreError(f"cannot write to {out} ({error.strerror}); give another folder with --out") from error
