"""GTD-shaped CSV: attacks by others than states, with its fields of claims. Columns as GTD's, where we know a value."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whosays.exporting.columns import Cell, Column
from whosays.exporting.countries import country
from whosays.exporting.figures import attackers, figures
from whosays.exporting.shaped import Row, notes, write_shaped
from whosays.merging import Merged
from whosays.records import CodedReport, Effect

NAME = "gtd_shaped.csv"
_ATTACKS = {
    "suicide-attack": "Bombing/Explosion", "explosives": "Bombing/Explosion", "drone": "Bombing/Explosion",
    "aerial": "Bombing/Explosion", "heavy-weapons": "Bombing/Explosion", "firearms": "Armed Assault",
    "primitive": "Armed Assault", "beat": "Unarmed Assault", "targeted": "Assassination",
    "destroy": "Facility/Infrastructure Attack", "unconventional": "Unarmed Assault",
    "abduct": "Hostage Taking (Kidnapping)",
}  # fmt: skip
_WEAPONS = {
    "suicide-attack": "Explosives", "explosives": "Explosives", "drone": "Explosives", "aerial": "Explosives",
    "heavy-weapons": "Explosives", "firearms": "Firearms", "primitive": "Melee", "beat": "Melee",
}  # fmt: skip
_TARGETS = {
    "State forces": "Government/Police/Military", "Civilians": "Private Citizens & Property",
    "Rebel group": "Terrorists/Non-State Militia", "Political militia": "Terrorists/Non-State Militia",
}  # fmt: skip
_PLACES = {"exact": 1, "near": 2, "admin1": 4, "country": 5, "region": 5}
_STATE = "State forces"
_NOT_KNOWN = -9


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``gtd_shaped.csv``: dated ASSAULT incidents that no state's forces are said to have done."""
    return write_shaped(records, merged.incidents, out / NAME, COLUMNS)


def _id(row: Row) -> str:
    """The id, empty for what the data set does not list."""
    if row.incident.type != "ASSAULT" or row.incident.mode in {"crowd-control", "torture"}:
        return ""
    return "" if _STATE in row.sides(row.actors) else row.incident.id


def _part(row: Row, start: int, end: int, fineness: frozenset[str]) -> Cell:
    """Part of the day of the incident; 0 where it is not known so finely."""
    known = row.incident.when.precision in fineness and len(row.start) >= end
    return int(row.start[start:end]) if known else 0


_DAYS = frozenset({"minute", "hour", "part-of-day", "day"})
_MONTHS = _DAYS | {"weekend", "week", "month"}


def _claims(row: Row) -> list[str]:
    found = [r.party for r in row.incident.responsibility if r.act == "claim"]
    return list(dict.fromkeys(found))


def _group(row: Row, n: int) -> str:
    claimed = _claims(row)
    others = (*row.actors, *(r.party for r in row.incident.responsibility if r.act != "deny"))
    named = list(dict.fromkeys([*claimed, *(party for party in others if not party.startswith("own:"))]))
    return row.gathered.name(named[n]) if n < len(named) else "Unknown" if n == 0 else ""


def _uncertain(row: Row) -> Cell:
    """1 where who did it is suspected, accused or claimed against another's word, and not told as a fact."""
    bases = {party.basis for telling in row.tellings for party in telling.actors}
    return int(bool(bases) and bases <= {"suspected", "accused", "accused-by-authorities"})


def _said(row: Row, n: int) -> Cell:
    """GTD's ``claimed``: 1 claimed, 0 not claimed as far as is told."""
    return int(len(_claims(row)) > n)


def _competing(row: Row) -> Cell:
    return int(len(_claims(row)) > 1) if _claims(row) else _NOT_KNOWN


def _best(row: Row, effect: Effect) -> Cell:
    return figures(row.incident, row.gathered, effect).best


def _cite(row: Row, n: int) -> str:
    if n >= len(row.tellings):
        return ""
    source = row.tellings[n].source
    return ", ".join(filter(None, (f'"{source.title}"' if source.title else "", source.publisher, source.published)))


def _denials(row: Row) -> str:
    return "; ".join(
        f"{said.speaker.name if said.speaker else 'somebody'} denies: {said.words}"
        for said in row.said
        if said.statement.act == "deny"
    )


def _target(row: Row) -> str:
    return next((_TARGETS[s] for s in row.sides(row.recipients) if s in _TARGETS), "Unknown")


COLUMNS: tuple[Column[Row], ...] = (
    Column("eventid", "*Id of the incident", _id),
    Column("iyear", "*Year", lambda r: int(r.start[:4]) if r.start else None, "whole number"),
    Column("imonth", "Month, 0 unknown", lambda r: _part(r, 5, 7, _MONTHS), "whole number"),
    Column("iday", "Day, 0 unknown", lambda r: _part(r, 8, 10, _DAYS), "whole number"),
    Column(
        "approxdate",
        "The date as told, where no day is",
        lambda r: "" if r.incident.when.precision in _DAYS else r.incident.when.value,
    ),
    Column("country_txt", "State", lambda r: country(r.place.country).name if r.place else ""),
    Column("region_txt", "Part of the world", lambda r: country(r.place.country).continent if r.place else ""),
    Column("provstate", "First-order part", lambda r: r.place.admin1 if r.place else ""),
    Column("city", "Place", lambda r: r.place.name if r.place else "Unknown"),
    Column("latitude", "WGS 84", lambda r: r.place.lat if r.place else None, "number"),
    Column("longitude", "WGS 84", lambda r: r.place.lon if r.place else None, "number"),
    Column(
        "specificity",
        "1 the place, 2 near it, 4 first-order part, 5 none of these",
        lambda r: _PLACES.get(r.precision, 5),
        "whole number",
    ),
    Column("summary", "The words of the first report", notes),
    Column("doubtterr", "Not judged", lambda _: _NOT_KNOWN, "whole number"),
    Column("success", "Not told apart for each kind", lambda r: int(r.incident.status == "happened"), "whole number"),
    Column(
        "suicide",
        "1 where the attacker meant to die",
        lambda r: int(r.incident.mode == "suicide-attack"),
        "whole number",
    ),
    Column("attacktype1_txt", "Kind of attack", lambda r: _ATTACKS.get(r.incident.mode or "", "Unknown")),
    Column("targtype1_txt", "Kind of target", _target),
    Column("target1", "Target", lambda r: "; ".join(r.names(r.recipients))),
    Column("gname", "Group: one that claims it before one named by others", lambda r: _group(r, 0)),
    Column("gname2", "A second one", lambda r: _group(r, 1)),
    Column("gname3", "A third one", lambda r: _group(r, 2)),
    Column("guncertain1", "1 where it is only suspected or accused", _uncertain, "whole number"),
    Column("claimed", "1 where a claim is told, 0 where none is", lambda r: _said(r, 0), "whole number"),
    Column("claim2", "1 where a second party claims it", lambda r: _said(r, 1), "whole number"),
    Column("claim3", "1 where a third party claims it", lambda r: _said(r, 2), "whole number"),
    Column("compclaim", "1 where claims compete, -9 where none is told", _competing, "whole number"),
    Column("weaptype1_txt", "Kind of weapon", lambda r: _WEAPONS.get(r.incident.mode or "", "Unknown")),
    Column(
        "nkill", "Killed, attackers apart: figure of the latest report", lambda r: _best(r, "killed"), "whole number"
    ),
    Column("nkillter", "Attackers killed", lambda r: attackers(r.incident, "killed"), "whole number"),
    Column("nwound", "Wounded: figure of the latest report", lambda r: _best(r, "wounded"), "whole number"),
    Column("nwoundte", "Attackers wounded", lambda r: attackers(r.incident, "wounded"), "whole number"),
    Column("ishostkid", "1 where people were taken", lambda r: int(r.incident.mode == "abduct"), "whole number"),
    Column("nhostkid", "How many: figure of the latest report", lambda r: _best(r, "captured"), "whole number"),
    Column("addnotes", "Denials, which the data set has no field for", _denials),
    Column("scite1", "The first report", lambda r: _cite(r, 0)),
    Column("scite2", "The second", lambda r: _cite(r, 1)),
    Column("scite3", "The third", lambda r: _cite(r, 2)),
    Column("dbsource", "Made by", lambda _: "Whosays"),
)
