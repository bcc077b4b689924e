"""UCDP-GED-shaped CSV: lethal incidents with sides, three figures, and the sources of each. Columns as GED's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from whosays.exporting.columns import Cell, Column
from whosays.exporting.countries import country
from whosays.exporting.figures import attackers, civilians, figures
from whosays.exporting.shaped import Row, notes, write_shaped
from whosays.merging import Merged
from whosays.records import CodedReport

NAME = "ucdp_ged_shaped.csv"
_DAYS = {
    "minute": 1, "hour": 1, "part-of-day": 1, "day": 1, "weekend": 2, "week": 3, "month": 4, "season": 5, "quarter": 5,
    "year": 5,
}  # fmt: skip
_PLACES = {"exact": 1, "near": 2, "admin1": 4, "country": 6, "region": 7}
_ARMED = frozenset({"Rebel group", "Political militia"})


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``ucdp_ged_shaped.csv``: incidents with a date in which somebody was killed."""
    return write_shaped(records, merged.incidents, out / NAME, COLUMNS)


def _violence(row: Row) -> Cell:
    """1 state-based, 2 non-state, 3 one-sided; empty where the sides are not known well enough."""
    doing, suffering = set(row.sides(row.actors)), set(row.sides(row.recipients))
    if suffering == {"Civilians"} and doing:
        return 3
    if (doing & _ARMED and "State forces" in suffering) or ("State forces" in doing and suffering & _ARMED):
        return 1
    if "State forces" in doing and "State forces" in suffering:
        return 1
    return 2 if doing & _ARMED and suffering & _ARMED else None


def _last_day(row: Row) -> str:
    """The last day, itself included."""
    end = row.incident.when.end
    if not end:
        return row.start
    return end[:10] if "T" in end else (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()


def _deadly(row: Row) -> Cell:
    """The most killed; empty when nobody was, so that the row is left out."""
    high = _high(row)
    return high if high else None


def _best(row: Row) -> Cell:
    return figures(row.incident, row.gathered, "killed").best


def _low(row: Row) -> Cell:
    return figures(row.incident, row.gathered, "killed").low


def _high(row: Row) -> int | None:
    return figures(row.incident, row.gathered, "killed").high


def _unknown_side(row: Row) -> Cell:
    best = figures(row.incident, row.gathered, "killed").best
    return max(best - (civilians(row.incident, "killed") or 0), 0) if best is not None else None


def _each(row: Row, field: str) -> str:
    found = [getattr(t.source, field) for t in row.tellings]
    return ";".join(dict.fromkeys(str(value) for value in found if value))


def _wkt(row: Row) -> str:
    return f"POINT ({row.place.lon} {row.place.lat})" if row.place and row.place.lat is not None else ""


def _speakers(row: Row) -> str:
    return "; ".join(dict.fromkeys(said.speaker.name for said in row.said if said.speaker))


COLUMNS: tuple[Column[Row], ...] = (
    Column("id", "*Id of the incident", lambda r: r.incident.id),
    Column("relid", "The same", lambda r: f"WHO-{r.incident.id}"),
    Column("year", "Year", lambda r: int(r.start[:4]) if r.start else None, "whole number"),
    Column("active_year", "Not known", lambda _: ""),
    Column(
        "code_status",
        "Clear, or disputed accounts",
        lambda r: "Check" if r.incident.standing == "disputed" else "Clear",
    ),
    Column("type_of_violence", "1 state-based, 2 non-state, 3 one-sided", _violence, "whole number"),
    Column("side_a", "Who did it, or is said to have", lambda r: ", ".join(r.names(r.actors))),
    Column("side_b", "To whom it was done", lambda r: ", ".join(r.names(r.recipients))),
    Column("number_of_sources", "Independent origins", lambda r: len(r.incident.origins), "whole number"),
    Column("source_article", "Titles of the reports", lambda r: _each(r, "title")),
    Column("source_office", "Publishers", lambda r: _each(r, "publisher")),
    Column("source_date", "Days of publication", lambda r: _each(r, "published")),
    Column(
        "source_headline",
        "Title of the first report",
        lambda r: (r.tellings[0].source.title or "") if r.tellings else "",
    ),
    Column("source_original", "Who says so: speakers of statements about it", _speakers),
    Column("where_prec", "1 exact, 2 near, 4 first-order part, 6 state, 7 larger", lambda r: _PLACES.get(r.precision)),
    Column("where_coordinates", "Place of the point", lambda r: r.place.name if r.place else ""),
    Column("where_description", "The words of the first report", notes),
    Column("adm_1", "First-order part", lambda r: r.place.admin1 if r.place else ""),
    Column("latitude", "WGS 84", lambda r: r.place.lat if r.place else None, "number"),
    Column("longitude", "WGS 84", lambda r: r.place.lon if r.place else None, "number"),
    Column("geom_wkt", "The point", _wkt),
    Column("country", "State", lambda r: country(r.place.country).name if r.place else ""),
    Column("country_id", "Gleditsch and Ward's number", lambda r: country(r.place.country).gwno if r.place else ""),
    Column("region", "Part of the world", lambda r: country(r.place.country).continent if r.place else ""),
    Column("event_clarity", "1: one incident; 2: told in sum", lambda r: 1 if r.incident.status == "happened" else 2),
    Column("date_prec", "1 day to 5 longer than a month", lambda r: _DAYS.get(r.incident.when.precision or "")),
    Column("date_start", "*First day", lambda r: r.start),
    Column("date_end", "Last day", _last_day),
    Column("deaths_a", "Attackers killed", lambda r: attackers(r.incident, "killed") or 0, "whole number"),
    Column("deaths_b", "Not told apart", lambda _: ""),
    Column("deaths_civilians", "Civilians killed", lambda r: civilians(r.incident, "killed") or 0, "whole number"),
    Column("deaths_unknown", "Others killed, side not told", _unknown_side, "whole number"),
    Column("best", "Figure of the latest report", _best, "whole number"),
    Column("high", "*Most killed by any account", _deadly, "whole number"),
    Column("low", "Fewest killed by any account", _low, "whole number"),
)
