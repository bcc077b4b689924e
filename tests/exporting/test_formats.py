"""Each format is opened with the library that its users open it with, and holds what the reports tell."""

from __future__ import annotations

import csv
import json
import sqlite3
import warnings
from datetime import date
from pathlib import Path

import feedparser
import frictionless
import icalendar
import openpyxl
import pandas
import polars
import pyarrow.parquet
import pytest
import stix2

import whosays
from tests.exporting import example
from tests.exporting.example import records
from whosays import exporting
from whosays.exporting import frames, gdelt
from whosays.exporting.columns import EVENTS, INCIDENTS, STATEMENTS
from whosays.merging import Merged
from whosays.records import report_id

FTM = json.loads((Path(__file__).parent / "followthemoney.json").read_text())["schemas"]


@pytest.fixture(scope="module")
def merged() -> Merged:
    return example.merged()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def one(found: list[dict[str, str]], **wanted: str) -> dict[str, str]:
    (row,) = [row for row in found if all(row[key] == value for key, value in wanted.items())]
    return row


@pytest.mark.parametrize("format_", exporting.FORMATS)
def test_every_format_gives_the_same_bytes_twice(format_: str, tmp_path: Path, merged: Merged) -> None:
    first, second = (exporting.export(format_, records(), merged, tmp_path / name) for name in ("a", "b"))
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]
    assert all(path.stat().st_size for path in first)


@pytest.mark.parametrize("format_", exporting.FORMATS)
def test_every_format_can_be_written_of_an_empty_store(format_: str, out: Path) -> None:
    assert exporting.export(format_, [], Merged((), ()), out)


def test_a_workbook_has_the_tables_as_sheets_and_runs_no_formula(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("xlsx", records(), merged, out)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["events", "statements", "incidents", "disputes", "codebook"]
    header, *told = book["events"].iter_rows(values_only=True)
    assert header == tuple(column.name for column in EVENTS)
    assert {row[header.index("killed_low")] for row in told} == {12, 15, None}
    cell = next(c for row in book["events"].iter_rows() for c in row if c.value == "=Northern Post")
    assert cell.data_type == "s"
    header, *sides = book["disputes"].iter_rows(values_only=True)
    assert [row[header.index("holds")] for row in sides] == ["true", "false"]


def test_parquet_is_typed_and_opens_in_pandas_and_polars(out: Path, merged: Merged) -> None:
    paths = exporting.export("parquet", records(), merged, out)
    assert [path.name for path in paths] == [f"{name}.parquet" for name in frames.TABLES]
    table = pyarrow.parquet.read_table(paths[0])
    assert table.schema.field("latitude").type == pyarrow.float64()
    assert table.schema.field("killed_low").type == pyarrow.int64()
    assert table.schema.field("actors").metadata[b"meaning"] == b"Who did it, or is said to have"
    frame = pandas.read_parquet(paths[0])
    assert sorted(frame["killed_low"].dropna()) == [12, 15]
    assert polars.read_parquet(paths[2]).filter(polars.col("standing") == "disputed").height == 1
    assert polars.read_parquet(paths[3])["party_id"].to_list() == ["own:police", "own:red front"]


def test_a_long_store_is_written_in_parts(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_BATCH", 1)
    paths = exporting.export("parquet", records(), Merged((), ()), out)
    assert pyarrow.parquet.read_table(paths[0]).num_rows == 4


def test_tables_in_memory(merged: Merged) -> None:
    assert frames.arrow_table("events", records()).to_pandas()["event_type"].tolist() == [
        "ASSAULT", "ASSAULT", "CONSULT", "ASSAULT",
    ]  # fmt: skip
    assert polars.from_arrow(frames.arrow_table("statements", records())).shape == (4, len(STATEMENTS))
    assert frames.arrow_table("incidents", incidents=merged.incidents).column_names == [c.name for c in INCIDENTS]
    disputes = frames.arrow_table("disputes", records(), disputes=merged.disputes).to_pandas()
    assert disputes["party"].tolist() == ["Police", "Red Front"]
    assert disputes["words"].tolist() == ["blamed", "denied any part in it"]


def test_the_data_package_validates(out: Path, merged: Merged) -> None:
    path = exporting.export("datapackage", records(), merged, out)[-1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.validate(str(path))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    described = json.loads(path.read_text())
    assert [resource["name"] for resource in described["resources"]] == [
        "events",
        "statements",
        "incidents",
        "disputes",
    ]


def test_points_and_what_has_none(out: Path, merged: Merged) -> None:
    points, unlocated = (json.loads(p.read_text()) for p in exporting.export("geojson", records(), merged, out))
    blast = next(f for f in points["features"] if f["properties"]["event_type"] == "ASSAULT")
    assert blast["geometry"] == {"type": "Point", "coordinates": [2.5, 1.5]}  # longitude first
    assert (blast["properties"]["killed_low"], blast["properties"]["killed_high"]) == (12, 15)
    assert (blast["properties"]["standing"], blast["properties"]["reports"]) == ("disputed", 2)
    assert (blast["properties"]["place_precision"], blast["properties"]["radius_km"]) == ("exact", 5)
    assert [f["geometry"] for f in unlocated["features"]] == [None]
    assert all(not isinstance(v, dict | list) for f in points["features"] for v in f["properties"].values())


def test_plover_rows_have_its_fields(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("plover", records(), merged, out)
    told = [json.loads(line) for line in path.read_text().splitlines()]
    blast = next(row for row in told if row["event"] == ["ASSAULT"] and row["size"]["dead"] == 12)
    assert (blast["mode"], blast["quad_code"], blast["event_scale"], blast["cameo"]) == (
        "suicide-attack",
        4,
        -9.5,
        "1831",
    )
    assert blast["actor"][0] | {"code": "", "sector": ""} == {
        "code": "", "sector": "", "entity_text": "The Red Front", "identifier_id": "own:red front",
        "identifier_text": "Red Front", "basis": "claimed",
    }  # fmt: skip
    assert blast["event_loc"]["country_code"] == "GEO"
    # What lies ahead is coded as the promise that announcing it amounts to.
    assert next(row for row in told if row["status"] == "planned")["event"] == ["AGREE"]
    assert any(row["verbal"] for row in told)


def test_gdelt_rows_have_its_columns(out: Path, merged: Merged) -> None:
    events, mentions = (p.read_text().splitlines() for p in exporting.export("gdelt", records(), merged, out))
    told = [line.split("\t") for line in events]
    assert {len(row) for row in told} == {61}
    assert {len(line.split("\t")) for line in mentions} == {16}
    blast = next(row for row in told if row[26] == "1831")
    assert (blast[1], blast[2], blast[3]) == ("20260304", "202603", "2026")
    assert (blast[6], blast[27], blast[28], blast[29], blast[30]) == ("RED FRONT", "183", "18", "4", "-9.5")
    assert (blast[51], blast[52], blast[56], blast[57]) == ("4", "Karu, Georgia", "1.5", "2.5")
    assert 0 < int(blast[0]) < 2**63
    assert {row[0] for row in told} == {line.split("\t")[0] for line in mentions}


def test_gdelt_has_the_words_that_cameo_alone_codes(out: Path, merged: Merged) -> None:
    deed = "A bomb killed nine bakers in Lima on Monday."
    text = f"{deed} The Dawn Front claimed the bombing. The Dusk Front denied any role in it."
    record = whosays.code(whosays.Report(id=report_id(text, None, None), text=text, published="2024-05-15"))
    events, _ = (p.read_text().splitlines() for p in exporting.export("gdelt", [record], merged, out))
    told = [line.split("\t") for line in events]
    assert sorted(row[26] for row in told) == ["015", "016", "183"]
    words = {row[26]: row for row in told}
    assert [words["016"][n] for n in (6, 25, 28, 29, 30)] == ["DUSK FRONT", "0", "01", "1", ""]
    assert len({row[0] for row in told}) == 3, "no statement gives two rows"


def test_gdelt_cells_stay_in_their_columns() -> None:
    assert "a\tb\nc".translate(gdelt._CLEAN) == "a b c"


def test_acled_shape(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("acled", records(), merged, out)
    told = rows(path)
    names = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp
    """
    assert list(told[0]) == names.split()
    row = one(told, location="Karu")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Suicide bomb")
    assert (row["disorder_type"], row["inter1"], row["interaction"]) == (
        "Political violence", "Rebel group", "Rebel group only",
    )  # fmt: skip
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2026-03-04", "1", "1")
    assert (row["iso"], row["country"], row["fatalities"]) == ("268", "Georgia", "12")
    # A talk to come has not happened, and a deed without a place is none that the data set would list.
    assert len(told) == 1


def test_ucdp_shape_has_the_lethal_ones_with_three_figures(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("ucdp", records(), merged, out)
    (row,) = rows(path)
    assert (row["low"], row["best"], row["high"]) == ("12", "15", "15")
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2026-03-04", "2026-03-04", "1")
    assert (row["where_prec"], row["geom_wkt"]) == ("1", "POINT (2.5 1.5)")
    assert row["side_a"] == "Red Front"
    assert row["source_original"] == "Red Front; Interior Ministry of Karuland; Police"


def test_gtd_shape_keeps_claims_and_denials(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("gtd", records(), merged, out)
    row = one(rows(path), city="Karu")
    assert (row["iyear"], row["imonth"], row["iday"]) == ("2026", "3", "4")
    assert (row["gname"], row["claimed"], row["claim2"], row["compclaim"]) == ("Red Front", "1", "0", "0")
    assert (row["attacktype1_txt"], row["weaptype1_txt"], row["suicide"]) == ("Bombing/Explosion", "Explosives", "1")
    assert row["nkill"] == "15"
    assert row["addnotes"] == "Red Front denies: any part in it"


def test_follow_the_money_entities_keep_to_its_schemata(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("ftm", records(), merged, out)
    told = [json.loads(line) for line in path.read_text().splitlines()]
    by_id = {entity["id"]: entity for entity in told}
    for entity in told:
        schema = FTM[entity["schema"]]
        assert set(schema["required"]) <= set(entity["properties"]), entity
        for name, values in entity["properties"].items():
            assert name in schema["properties"], (entity["schema"], name)
            assert all(isinstance(value, str) and value for value in values)
            if schema["properties"][name] == "entity":
                assert all(value in by_id for value in values)
    blast = next(e for e in told if e["schema"] == "Event" and e["properties"].get("startDate") == ["2026-03-04"])
    assert by_id[blast["properties"]["involved"][0]]["properties"]["name"] == ["Red Front"]
    assert "Red Front: deny - any part in it" in blast["properties"]["description"]


def test_the_stix_bundle_is_read_strictly(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("stix", records(), merged, out)
    bundle = stix2.parse(path.read_text(), allow_custom=False)
    by_type: dict[str, list[stix2.v21.Incident]] = {}
    for thing in bundle.objects:
        by_type.setdefault(thing.type, []).append(thing)
    assert len(by_type["incident"]) == len(merged.incidents)
    (opinion,) = by_type["opinion"]
    assert (opinion.opinion, opinion.authors, opinion.explanation) == (
        "strongly-disagree", ["Red Front"], "any part in it",
    )  # fmt: skip
    known = {thing.id for thing in bundle.objects}
    assert set(opinion.object_refs) <= known
    assert all({r.source_ref, r.target_ref} <= known for r in by_type["relationship"])
    assert all(set(report.object_refs) <= known for report in by_type["report"])
    assert {actor.name for actor in by_type["threat-actor"]} == {"Red Front", "Reds"}


def test_a_meeting_to_come_is_in_the_calendar(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("ical", records(), merged, out)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    (meeting,) = calendar.walk("VEVENT")
    assert (meeting["SUMMARY"], meeting["LOCATION"]) == ("Meeting: Aland, Beland", "Bel")
    assert (meeting.decoded("DTSTART"), meeting.decoded("DTEND")) == (date(2026, 3, 9), date(2026, 3, 10))
    assert "talks" in str(meeting["DESCRIPTION"])


def test_a_feed_reader_reads_the_newest_first(out: Path, merged: Merged) -> None:
    (path,) = exporting.export("atom", records(), merged, out)
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    assert feed.entries[0].title == "ASSAULT (abduct): Reds > three herders"
    blast = next(entry for entry in feed.entries if "Karu" in entry.title)
    assert blast.title == "ASSAULT (suicide-attack): Red Front, Karu, 2026-03-04"
    assert "killed: 12 to 15" in blast.content[0].value
    assert blast.updated.startswith("2026-03-06")
    assert blast.links[0].href == "https://north.example/1"


def test_the_tables_fill_a_database(out: Path, merged: Merged) -> None:
    """As Datasette's users do it: the CSV becomes a table whose columns are all there."""
    exporting.export("csv", records(), merged, out)
    told = rows(out / "incidents.csv")
    with sqlite3.connect(":memory:") as db:
        db.execute(f"CREATE TABLE incidents ({', '.join(told[0])})")
        db.executemany(
            f"INSERT INTO incidents VALUES ({', '.join('?' * len(told[0]))})", [tuple(r.values()) for r in told]
        )
        assert db.execute("SELECT count(*) FROM incidents WHERE standing = 'disputed'").fetchone() == (1,)
