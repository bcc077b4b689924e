"""Terms in offices: when they run, and who held what."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.gazetteer.entries import Holding
from whosays.gazetteer.knowledge import ActorEntry


def spans(start: str | None, end: str | None, on: str) -> bool:
    """Whether a half-open stretch holds a date; dates may be cut to year or month, and then begin or end with it."""
    return (start is None or start[: len(on)] <= on[: len(start)]) and (end is None or on[: len(end)] < end)


def holdings(entries: Iterable[ActorEntry]) -> dict[tuple[str, str], tuple[Holding, ...]]:
    """Who held which office of which state or body: sure terms first, then the latest to start."""
    found: dict[tuple[str, str], list[Holding]] = {}
    for entry in entries:
        for number, (role, title) in enumerate(zip(entry.roles, entry.titles, strict=True)):
            holding = Holding(
                of=role.of,
                office=role.office,
                title=title,
                person=entry.id,
                start=role.start,
                end=role.end,
                sure=number not in entry.unsure_roles,
            )
            found.setdefault((role.of, role.office), []).append(holding)
    return {
        key: tuple(sorted(sorted(rows, key=lambda h: h.start or "", reverse=True), key=lambda h: not h.sure))
        for key, rows in found.items()
    }
