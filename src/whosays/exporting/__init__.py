"""Exports: a function per format, chosen from one dict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from whosays.errors import NotFoundError, StoreError
from whosays.merging import Merged
from whosays.records import CodedReport

Writer = Callable[[Iterable[CodedReport], Merged, Path], tuple[Path, ...]]


class Format(NamedTuple):
    """An export format: the module of this room whose ``write`` makes it, and what it is good for."""

    module: str
    about: str

    @property
    def write(self) -> Writer:
        """The function that writes it; its libraries are loaded only now."""
        return cast("Writer", import_module(f"whosays.exporting.{self.module}").write)


FORMATS: dict[str, Format] = {
    "csv": Format("tables", "tables of events, statements, incidents and disputes, and a codebook"),
    "xlsx": Format("workbook", "the same tables as one workbook"),
    "parquet": Format("frames", "the same tables for pandas, polars, DuckDB (extra: analytics)"),
    "datapackage": Format("datapackage", "the CSV tables as a Frictionless data package"),
    "jsonl": Format("lines", "whole records, incidents and disputes, a line of JSON each"),
    "geojson": Format("geojson", "incidents as points, for maps"),
    "plover": Format("plover", "rows of the event table as PLOVER's JSON"),
    "gdelt": Format("gdelt", "CAMEO rows with GDELT 2.0's columns: events and mentions"),
    "acled": Format("acled", "incidents in ACLED's columns"),
    "ucdp": Format("ucdp", "lethal incidents in UCDP GED's columns"),
    "gtd": Format("gtd", "attacks in GTD's columns, claims included"),
    "ftm": Format("ftm", "FollowTheMoney entities"),
    "stix": Format("stix", "a STIX 2.1 bundle (extra: stix)"),
    "ical": Format("meetings", "announced meetings as a calendar"),
    "atom": Format("feed", "the newest incidents as an Atom feed"),
}


def export(format_: str, records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write reports, incidents and disputes into the folder ``out`` and say which files were written.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
        StoreError: the folder cannot be written.
        MissingPackageError: the format needs a package that is an extra and is not installed.
    """
    if format_ not in FORMATS:
        raise NotFoundError(f"no export format {format_!r}; there are: {', '.join(FORMATS)}")
    try:
        out.mkdir(parents=True, exist_ok=True)
        return FORMATS[format_].write(records, merged, out)
    except OSError as error:
        raise StoreError(f"cannot write to {out} ({error.strerror}); give another folder with --out") from error
