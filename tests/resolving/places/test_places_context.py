"""Places by what the whole report tells: its other names, its paper, the press's short names, distances. Own texts."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import CodedReport, Place, Report, report_id
from whosays.resolving.places.distance import beyond, kilometres


def _coded(text: str, url: str | None = None) -> CodedReport:
    return whosays.code(Report(id=report_id(text, None, url), text=text, url=url))


def _place(record: CodedReport, words: str) -> Place | None:
    """The place of the first mention with these words."""
    for mention in record.mentions:
        link = record.link(mention.id)
        if record.report.words(mention.span) == words and link is not None and link.place is not None:
            return next(e for e in record.entities if isinstance(e, Place) and e.id == link.place)
    return None


def _where(record: CodedReport, words: str) -> str | None:
    place = _place(record, words)
    return None if place is None else f"{place.name}, {place.admin1 or '-'}, {place.country}"


# -- towns by the company they keep --------------------------------------------------------------

COMPANY = [
    ("A barn burned in Paris on Monday. Crews from Lamar County and from Clarksville came to help.", "Paris", "Texas"),
    ("A barn burned in Paris on Monday, and crews from Versailles came to help.", "Paris", "Île-de-France"),
    ("Deputies searched a farm in Athens. The road to Huntsville, Ala., was closed.", "Athens", "Alabama"),
    ("LANCASTER, Pa. - A man was shot in Lancaster on Sunday.", "Lancaster", "Pennsylvania"),
    ("A man from Lancaster was shot near Morecambe on Sunday, said police in Preston.", "Lancaster", "England"),
    ("Two died in an explosion in Kalynove, Luhansk Oblast, Ukraine.", "Kalynove", "Luhansk"),
    ("Fires burned in Oregon, Idaho and Washington.", "Washington", None),
    ("Two cars collided in Hamilton, Ont., on Friday.", "Hamilton", "Ontario"),
]


@pytest.mark.parametrize(("text", "name", "part"), COMPANY)
def test_a_name_is_read_with_the_other_names(text: str, name: str, part: str | None) -> None:
    place = _place(_coded(text), name)
    assert place is not None
    assert (place.name, place.admin1) == (name, part)


def test_the_reasons_name_what_spoke_for_a_town() -> None:
    record = _coded("A barn burned in Paris on Monday. Crews from Lamar County and from Clarksville came to help.")
    link = next(k for m in record.mentions if m.name == "Paris" and (k := record.link(m.id)) is not None)
    told = {r.rule: r.detail for r in link.reasons}
    assert told["near"] == "it lies near Lamar County"
    assert told["region"] == "the report speaks of Texas"


def test_a_local_papers_town_is_what_it_speaks_of() -> None:
    text = "The city council of Portland voted on Tuesday to close the bridge."
    assert _where(_coded(text, "https://www.pressherald.com/a"), "Portland") == "Portland, Maine, USA"
    assert _where(_coded(text, "https://www.oregonlive.com/a"), "Portland") == "Portland, Oregon, USA"


def test_short_names_of_states_are_places() -> None:
    record = _coded("ERIE, Pa. (AP) - A man from Boone, N.C., was held after a raid in Wheeling, W. Va.")
    assert _where(record, "ERIE") == "Erie, Pennsylvania, USA"
    assert _where(record, "Boone") == "Boone, North Carolina, USA"
    assert _where(record, "Wheeling") == "Wheeling, West Virginia, USA"
    assert _where(record, "N.C.") == "North Carolina, -, USA"


# -- states that stand for themselves ------------------------------------------------------------


def test_a_government_by_its_name_is_an_actor_with_the_place_beside() -> None:
    record = _coded("Kenya has sent more troops, and Sudanese officials thanked the US embassy in Nairobi.")
    for words, state in (("Kenya", "KEN"), ("Sudanese", "SDN"), ("US", "USA")):
        places = [
            (m.kind, link.target, link.place)
            for m in record.mentions
            if words in record.report.words(m.span) and (link := record.link(m.id)) is not None
        ]
        assert f"country:{state}" in {place for _, _, place in places}
        assert all(kind == "actor" for kind, _, place in places if place == f"country:{state}")


def test_a_capitals_namesake_is_no_government() -> None:
    text = (
        "Athens denied that it had sold the land. Athens and Decatur share a jail in Alabama, a judge in Athens said."
    )
    record = _coded(text, "https://www.decaturdaily.com/a")
    assert "GRC" not in {link.target for link in record.links}
    abroad = _coded("Athens denied that it had sent frigates to Libya, and Ankara accused Athens of lying.")
    assert "GRC" in {link.target for link in abroad.links}


def test_every_place_that_a_link_names_is_among_the_entities() -> None:
    record = _coded("Moscow said that the Kremlin had spoken to Kyiv. Russian troops stayed near Kherson.")
    known = {e.id for e in record.entities}
    assert {k.place for k in record.links if k.place is not None} <= known


def test_a_place_inside_a_name_and_no_illness() -> None:
    record = _coded("The University of Kabul closed. The Herat police arrested two men who had sold Marburg virus.")
    assert _where(record, "Kabul") == "Kabul, Kabul Province, AFG"
    assert _where(record, "Herat") == "Herāt, Herat, AFG"
    assert _place(record, "Marburg") is None


# -- where exactly -------------------------------------------------------------------------------


def test_a_point_so_far_from_a_town_is_moved() -> None:
    record = _coded("A convoy was ambushed 40 kilometers (25 miles) north of Herat on Monday, killing two soldiers.")
    (event,) = [e for e in record.events if e.type == "ASSAULT"]
    place = _place(record, "Herat")
    assert place is not None
    assert event.place_precision == "near"
    assert (place.name, place.country) == ("40 km north of Herāt", "AFG")
    assert place.lat is not None
    assert place.lat == pytest.approx(34.348 + 40 / 111.2, abs=0.02)


@pytest.mark.parametrize(
    ("words", "away"), [("ten miles south of Herat", 16), ("40km north-east of Herat", 40), ("near Herat", 0)]
)
def test_distances_in_words(words: str, away: int) -> None:
    place = _place(_coded(f"A bomb went off {words} on Monday and killed two people."), "Herat")
    assert place is not None
    assert place.lat is not None
    assert place.lon is not None
    assert kilometres((34.348, 62.1997), (place.lat, place.lon)) == pytest.approx(away, abs=1)


def test_a_street_lies_in_the_town_beside_it() -> None:
    record = _coded("A bomb exploded on Qwerty Street in Herat on Monday and killed two people.")
    mention = next(m for m in record.mentions if m.kind == "place" and m.name == "Qwerty Street")
    link = record.link(mention.id)
    assert link is not None
    assert (link.place, [r.rule for r in link.reasons]) == ("geonames:1140026", ["within"])


def test_a_park_lies_in_the_town_that_its_name_begins_with() -> None:
    record = _coded("Police in Herat found a bomb. Two men were held at Herat Qwerty Park in the evening.")
    mention = next(m for m in record.mentions if m.kind == "place" and m.name == "Herat Qwerty Park")
    link = record.link(mention.id)
    assert link is not None
    assert link.place == "geonames:1140026"


def test_points_beyond_the_date_line_stay_on_the_map() -> None:
    assert beyond((0.0, 179.9), 40, 90)[1] == pytest.approx(-179.74, abs=0.01)
    assert kilometres((10.0, 20.0), beyond((10.0, 20.0), 100, 200)) == pytest.approx(100, abs=0.1)
