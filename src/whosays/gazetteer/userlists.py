"""A user's own actors from a CSV file: columns name, and as wished id, kind, aliases, codes, start, end, part_of."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import UserActor
from whosays.gazetteer.names import slug
from whosays.records import ActorKind, Code

_COLUMNS = ("id", "name", "kind", "aliases", "codes", "start", "end", "part_of")


def load_user_csv(path: Path) -> tuple[UserActor, ...]:
    """The actors of a CSV file in UTF-8. ``aliases``, ``codes`` and ``part_of`` hold several values parted by ``|``.

    ``start`` and ``end`` are ISO dates for the codes of their line; lines with the same id are one actor.

    Raises:
        KnowledgeError: an unknown column, no name, an unknown kind, or a date that is none; with file and line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _check_columns(path, reader.fieldnames or ())
            rows = [_actor(path, reader.line_num, row) for row in _whole(path, reader)]
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: there is no such file") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: not UTF-8; save the list as UTF-8") from error
    return _joined(rows)


def _whole(path: Path, reader: csv.DictReader[str]) -> Iterator[dict[str, str | None]]:
    """The rows; one with more cells than columns is a mistake, usually a comma that should have been quoted."""
    for row in reader:
        if None in row:
            raise KnowledgeError(f"{path.name}, line {reader.line_num}: too many cells; quote one that holds a comma")
        yield dict(row)


def _check_columns(path: Path, columns: object) -> None:
    names = [str(c) for c in columns] if isinstance(columns, list | tuple) else []
    unknown = [c for c in names if c not in _COLUMNS]
    if unknown:
        raise KnowledgeError(f"{path}: unknown column '{unknown[0]}'; known are {', '.join(_COLUMNS)}")
    if "name" not in names:
        raise KnowledgeError(f"{path}: the first line must name the columns, 'name' among them")


def _actor(path: Path, number: int, row: dict[str, str | None]) -> UserActor:
    where = f"{path.name}, line {number}"
    name = (row.get("name") or "").strip()
    if not slug(name):
        raise KnowledgeError(f"{where}: no name")
    start, end = _day(where, row.get("start")), _day(where, row.get("end"))
    return UserActor(
        id=(row.get("id") or "").strip() or f"user:{slug(name)}",
        name=name,
        kind=_kind(where, row.get("kind")),
        aliases=_several(row.get("aliases")),
        codes=tuple(Code(code=c.upper(), start=start, end=end) for c in _several(row.get("codes"))),
        part_of=_several(row.get("part_of")),
        source=where,
    )


def _kind(where: str, value: str | None) -> ActorKind:
    wanted = (value or "").strip() or "unknown"
    kinds: tuple[ActorKind, ...] = get_args(ActorKind)
    for kind in kinds:
        if kind == wanted:
            return kind
    raise KnowledgeError(f"{where}: unknown kind '{wanted}'; known are {', '.join(kinds)}")


def _several(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split("|") if part.strip())


def _day(where: str, value: str | None) -> str | None:
    if not (value or "").strip():
        return None
    try:
        return date.fromisoformat((value or "").strip()).isoformat()
    except ValueError as error:
        raise KnowledgeError(f"{where}: '{value}' is no date; write YYYY-MM-DD") from error


def _joined(rows: list[UserActor]) -> tuple[UserActor, ...]:
    found: dict[str, UserActor] = {}
    for row in rows:
        first = found.get(row.id)
        if first is None:
            found[row.id] = row
            continue
        names = dict.fromkeys((*first.aliases, row.name, *row.aliases))
        names.pop(first.name, None)
        found[row.id] = UserActor(
            id=first.id,
            name=first.name,
            kind=first.kind if first.kind != "unknown" else row.kind,
            aliases=tuple(names),
            codes=(*first.codes, *row.codes),
            part_of=tuple(dict.fromkeys((*first.part_of, *row.part_of))),
            source=first.source,
        )
    return tuple(found.values())
