"""A user's own map out of GeoNames' files: what is taken, what is refused, and that it is asked beside ours."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from whosays.errors import KnowledgeError
from whosays.gazetteer import Gazetteer, add_dump, load
from whosays.resolving.places.choosing import meanings


def _line(number: int, name: str, *, feature: str = "P.PPL", at: str = "47.5,37.25", others: str = "", people: int = 0,
          part: str = "05", country: str = "UA") -> str:  # fmt: skip
    """A line of a table of places, in GeoNames' nineteen columns."""
    lat, lon = at.split(",")
    group, code = feature.split(".")
    cells = [str(number), name, name, others, lat, lon, group, code, country, "", part, "", "", "", str(people)]
    return "\t".join([*cells, "", "90", "Europe/Kyiv", "2026-01-02"])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = [
        _line(990000001, "Zorvanka", others="Zorwanka,Зорванка", people=340),
        _line(990000002, "Brynza Ridge", feature="T.RDGE", at="48.1,24.2"),
        _line(990000003, "Old Zorvanka", feature="P.PPLH"),
        _line(990000004, "Some State", feature="A.PCLI"),
        _line(990000005, "Springfield", at="47.6,37.3", people=12),
    ]
    file = tmp_path / "UA.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _with(tmp_path: Path, *files: Path) -> Gazetteer:
    own = tmp_path / "own.sqlite"
    for file in files:
        add_dump(file, own)
    return load(places=own)


def test_a_village_of_a_users_file_is_found_beside_ours(tmp_path: Path, table: Path) -> None:
    world = _with(tmp_path, table)
    (village,) = world.places_named("Zorvanka")
    assert (village.place.id, village.place.country, village.population) == ("geonames:990000001", "UKR", 340)
    assert village.place.admin1 == "Donetsk"  # by the code of the part, in the words of the built map
    assert village.source == "UA.txt"
    assert world.places_named("Zorwanka") == (village,)
    assert world.place_entry("geonames:990000001") == village
    assert load().places_named("Zorvanka") == ()


def test_reasons_say_that_a_place_is_from_the_users_file(tmp_path: Path, table: Path) -> None:
    (choice,) = meanings("Zorvanka", _with(tmp_path, table))
    assert [r.detail for r in choice.reasons if r.rule == "own-map"] == ["from your file UA.txt"]


def test_a_ridge_is_near_and_what_is_no_more_is_left_out(tmp_path: Path, table: Path) -> None:
    world = _with(tmp_path, table)
    (choice,) = meanings("Brynza Ridge", world)
    assert (choice.precision, choice.place and choice.place.feature) == ("near", "RDGE")
    assert world.places_named("Old Zorvanka") == world.places_named("Some State") == ()


def test_large_namesakes_of_ours_stay_first(tmp_path: Path, table: Path) -> None:
    found = _with(tmp_path, table).places_named("Springfield")
    assert found[0].place.country == "USA"
    assert "geonames:990000005" in {entry.place.id for entry in found}


def test_an_archive_is_read_without_its_readme(tmp_path: Path, table: Path) -> None:
    packed = tmp_path / "UA.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "words")
        archive.write(table, "UA.txt")
    assert add_dump(packed, tmp_path / "own.sqlite").places == 3


def test_parts_and_further_names_join_the_places(tmp_path: Path) -> None:
    table, parts, names = (tmp_path / n for n in ("QQ.txt", "admin1CodesASCII.txt", "alternateNames.txt"))
    table.write_text(_line(990000009, "Merrowby", part="ZZ", country="GB") + "\n", encoding="utf-8")
    parts.write_text("GB.ZZ\tFarshire\tFarshire\t990000008\n", encoding="utf-8")
    names.write_text(
        "1\t990000009\ten\tMerrow Town\t1\t\t\t\n2\t990000009\tlink\thttps://example.org\t\t\t\t\n"
        "3\t1138958\ten\tKabulistan City\t\t\t\t\n",
        encoding="utf-8",
    )
    world = _with(tmp_path, table, parts, names)
    (town,) = world.places_named("Merrow Town")
    assert (town.place.name, town.place.admin1) == ("Merrowby", "Farshire")
    (kabul,) = world.places_named("Kabulistan City")  # a new name for a place of ours
    assert (kabul.place.id, kabul.kind, kabul.source) == ("geonames:1138958", "capital", None)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("one\ttwo\n", "own.txt, line 1: 2 columns; known are allCountries.txt"),
        ("", "own.txt: nothing in it"),
        (_line(1, "A") + "\n" + _line(2, "B", at="95,10") + "\n", "own.txt, line 2: 95 in latitude is not between"),
        (_line(2, "B", at="nan,10") + "\n", "own.txt, line 1: nan in latitude is not between"),
        (_line(1, "A").replace("1\tA", "x\tA") + "\n", "own.txt, line 1: 'x' in geonameid is no number"),
        ("USTX\tTexas\tTexas\t1\n", "own.txt, line 1: 'USTX' is no code of a part"),
        (_line(1, "A") + "\nUS.TX\tTexas\tTexas\t1\n", "own.txt, line 2: 4 columns"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, content: str, complaint: str) -> None:
    file, own = tmp_path / "own.txt", tmp_path / "own.sqlite"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        add_dump(file, own)
    assert complaint in str(caught.value)


def test_a_broken_file_leaves_nothing_behind(tmp_path: Path, table: Path) -> None:
    table.write_text(table.read_text(encoding="utf-8") + "broken\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 6"):
        add_dump(table, tmp_path / "own.sqlite")
    assert load(places=tmp_path / "own.sqlite").places_named("Zorvanka") == ()


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("UA.zip", b"no archive", "no zip archive"),
        ("UA.txt", b"\xff\xfe", "not UTF-8"),
        ("gone.txt", None, "there is no such file"),
    ],
)
def test_files_that_cannot_be_read_are_told(tmp_path: Path, name: str, data: bytes | None, complaint: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(KnowledgeError, match=complaint):
        add_dump(tmp_path / name, tmp_path / "own.sqlite")


def test_a_map_that_is_none_is_told(tmp_path: Path, table: Path) -> None:
    (tmp_path / "own.sqlite").write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    with pytest.raises(KnowledgeError, match="no map of places"):
        add_dump(table, tmp_path / "own.sqlite")
    with pytest.raises(KnowledgeError, match="whosays places add"):
        load(places=tmp_path / "gone.sqlite").places_named("Kabul")
