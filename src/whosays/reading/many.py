"""Many sources in, their reports out one by one; what cannot be read is told and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from whosays.errors import UnreadableError
from whosays.reading import one, sources, tables
from whosays.reading.composing import Overrides
from whosays.records import Failure, Report

Found = Report | Failure


def read_all(
    given: Iterable[sources.Source],
    *,
    overrides: Overrides | None = None,
    mapping: tables.Mapping | None = None,
) -> Iterator[Found]:
    """Every report of the given files, folders, tables, bytes and streams, in order.

    A folder gives all files below it, sorted by path; hidden ones are left out. A JSON Lines, JSON or CSV file
    gives a report for each entry, as a stream. What cannot be read becomes a Failure whose source is the
    file's path (with ``:LINE`` in a table).

    Raises:
        SettingsError: an override is wrong; nothing has been read then.
    """
    checked = (overrides or Overrides()).checked()
    return _each(given, checked, mapping or tables.Mapping())


def _each(given: Iterable[sources.Source], overrides: Overrides, mapping: tables.Mapping) -> Iterator[Found]:
    for source in given:
        if isinstance(source, (str, Path)) and str(source) != "-" and Path(source).is_dir():
            yield from _folder(Path(source), overrides, mapping)
        else:
            yield from _source(source, overrides, mapping)


def _folder(folder: Path, overrides: Overrides, mapping: tables.Mapping) -> Iterator[Found]:
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield Failure(
            source=str(folder), reason=f"The folder cannot be read: {error.strerror}", advice="Check its rights."
        )
        return
    if not inside:
        yield Failure(source=str(folder), reason="The folder is empty", advice="Give a folder with reports in it.")
    for path in inside:
        if path.is_dir() and path.is_symlink():
            continue  # a link may lead back up, and round for ever
        yield from _folder(path, overrides, mapping) if path.is_dir() else _source(path, overrides, mapping)


def _source(source: sources.Source, overrides: Overrides, mapping: tables.Mapping) -> Iterator[Found]:
    name = sources.name_of(source)
    try:
        with sources.opened(source) as opened:
            if opened.kind in ("plain", "html"):
                yield one.from_opened(opened, overrides)
            else:
                yield from _table(opened, overrides, mapping)
    except UnreadableError as error:
        yield _failure(name, error)


def _table(opened: sources.Opened, overrides: Overrides, mapping: tables.Mapping) -> Iterator[Found]:
    any_row = False
    for row in tables.rows(opened):
        any_row = True
        try:
            if isinstance(row.fields, UnreadableError):
                raise row.fields
            yield one.from_fields(*tables.told(row.fields, mapping), overrides)
        except UnreadableError as error:
            yield _failure(f"{opened.name}:{row.number}", error)
    if not any_row:
        raise UnreadableError("The table is empty", "Give a table with a row for each report.")


def _failure(source: str, error: UnreadableError) -> Failure:
    return Failure(source=source, reason=error.reason, advice=error.advice)
