"""ACLED-shaped CSV: its 31 columns since 2023, one row an incident. The shape is ACLED's, the data are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from whosays.exporting.columns import Cell, Column
from whosays.exporting.countries import country
from whosays.exporting.figures import lowest
from whosays.exporting.shaped import Row, event_type, notes, publishers, sub_event_type, write_shaped
from whosays.merging import Merged
from whosays.records import CodedReport

NAME = "acled_shaped.csv"
_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_TIME = {"minute": 1, "hour": 1, "part-of-day": 1, "day": 1, "weekend": 2, "week": 2, "month": 3}
_PLACE = {"exact": 1, "near": 2, "admin1": 3}


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``acled_shaped.csv``: incidents of one of its sub-types, dated within a month, in a known country."""
    return write_shaped(records, merged.incidents, out / NAME, COLUMNS)


def _disorder(row: Row) -> str:
    kind = event_type(row)
    if kind in {"Protests", "Riots"}:
        crowd = "Demonstrations"
        return f"Political violence; {crowd}" if row.subtype == "FORCE_AGAINST_PROTEST" else crowd
    return "Political violence" if kind in _VIOLENT else "Strategic developments" if kind else ""


def _nth(found: Sequence[str], n: int) -> str:
    return found[n] if n < len(found) else ""


def _inter(row: Row, actors: Sequence[str]) -> str:
    return _nth(row.sides(actors[:1]), 0)


def _interaction(row: Row) -> str:
    sides = [s for s in (_inter(row, row.actors), _inter(row, row.recipients)) if s]
    return "-".join(sides) if len(sides) > 1 else f"{sides[0]} only" if sides else ""


def _year(row: Row) -> Cell:
    return int(row.start[:4]) if row.start else None


def _last(row: Row) -> str:
    return max((t.source.published or "" for t in row.tellings), default="")


def _violent(row: Row) -> bool:
    return event_type(row) in _VIOLENT


COLUMNS: tuple[Column[Row], ...] = (
    Column("event_id_cnty", "*Id of the incident", lambda r: r.incident.id),
    Column("event_date", "*First day", lambda r: r.start if r.incident.when.precision in _TIME else ""),
    Column("year", "Its year", _year, "whole number"),
    Column("time_precision", "1 day, 2 week, 3 month", lambda r: _TIME.get(r.incident.when.precision or "")),
    Column("disorder_type", "Violence, demonstrations or developments", _disorder),
    Column("event_type", "*ACLED's kind of event", event_type),
    Column("sub_event_type", "ACLED's sub-type", sub_event_type),
    Column("actor1", "The first who did it, or is said to have", lambda r: _nth(r.names(r.actors), 0)),
    Column("assoc_actor_1", "Those with it", lambda r: "; ".join(r.names(r.actors[1:]))),
    Column("inter1", "Its class", lambda r: _inter(r, r.actors)),
    Column("actor2", "The first to whom it was done", lambda r: _nth(r.names(r.recipients), 0)),
    Column("assoc_actor_2", "Those with it", lambda r: "; ".join(r.names(r.recipients[1:]))),
    Column("inter2", "Its class", lambda r: _inter(r, r.recipients)),
    Column("interaction", "Both classes", _interaction),
    Column(
        "civilian_targeting",
        "Whether civilians were the target",
        lambda r: "Civilian targeting" if "Civilians" in r.sides(r.recipients) and _violent(r) else "",
    ),
    Column("iso", "ISO 3166-1 number", lambda r: country(r.place.country).iso_numeric if r.place else ""),
    Column("region", "Part of the world", lambda r: country(r.place.country).continent if r.place else ""),
    Column("country", "*State", lambda r: country(r.place.country).name if r.place else ""),
    Column("admin1", "First-order part", lambda r: r.place.admin1 if r.place else ""),
    Column("admin2", "Not known", lambda _: ""),
    Column("admin3", "Not known", lambda _: ""),
    Column("location", "Place", lambda r: r.place.name if r.place else ""),
    Column("latitude", "WGS 84", lambda r: r.place.lat if r.place else None, "number"),
    Column("longitude", "WGS 84", lambda r: r.place.lon if r.place else None, "number"),
    Column("geo_precision", "1 the place, 2 near it, 3 a larger area", lambda r: _PLACE.get(r.precision, 3)),
    Column("source", "Who published the reports", publishers),
    Column("source_scale", "Not known", lambda _: ""),
    Column("notes", "The words of the first report", notes),
    Column(
        "fatalities",
        "The fewest killed by any account; 0 where no account tells of any",
        lambda r: lowest(r.incident.tolls, "killed") or 0,
        "whole number",
    ),
    Column("tags", "Standing of the accounts", lambda r: f"standing={r.incident.standing}"),
    Column("timestamp", "When the last report was published", _last),
)
