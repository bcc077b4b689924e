"""Title, source prefix, byline, dateline and credit: a text, and what it tells of itself."""

from __future__ import annotations

import pytest

from whosays.reading import read_text
from whosays.records import Report

BODY = "Two soldiers were wounded by a mine on the ring road, the governor said."


def told(report: Report, *names: str) -> dict[str, str | None]:
    return {name: getattr(report, name) for name in names}


def body_of(report: Report) -> str:
    return report.text[report.body :]


@pytest.mark.parametrize(
    ("opening", "place", "date", "origin"),
    [
        ("KABUL, Dec 11 (Reuters) - ", "KABUL", "--12-11", "Reuters"),
        ("KABUL, December 11, 2024 (Reuters) - ", "KABUL", "2024-12-11", "Reuters"),
        ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan", None, "AP"),
        ("SAN SALVADOR, 12 JAN 90 (ACAN-EFE) -- [TEXT] ", "SAN SALVADOR", "1990-01-12", "EFE"),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [PRESS OFFICE OF THE ARMY] [TEXT] ", "SAN SALVADOR", "1990-01-03",
         "PRESS OFFICE OF THE ARMY"),
        ("PANAMA CITY (PANAMA), 2 NOV 89 (RADIO OWN) -- ", "PANAMA CITY (PANAMA)", "1989-11-02", "RADIO OWN"),
        ("Kabul, December 11 — ", "Kabul", "--12-11", None),
        ("Kabul, 11 Dec. 2024 – ", "Kabul", "2024-12-11", None),
        ("Kabul, Wednesday, December 11: ", "Kabul", "--12-11", None),
        ("KABUL: ", "KABUL", None, None),
        ("KABUL: (AFP) ", "KABUL", None, "AFP"),
        ("KABUL (Harbour Wire) -", "KABUL", None, "Harbour Wire"),
        ("KABUL and ISLAMABAD, Aug 3 - ", "KABUL and ISLAMABAD", "--08-03", None),
        ("KYIV/MOSCOW, March 4 (Reuters) - ", "KYIV/MOSCOW", "--03-04", "Reuters"),
        ("PORT-AU-PRINCE, June 25 - ", "PORT-AU-PRINCE", "--06-25", None),
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None, None),
        ("LAS CRUCES, N.M. (AP) — ", "LAS CRUCES, N.M.", None, "AP"),
        ("GUATEMALA CITY, NO DATE (RADIO OWN) -- ", "GUATEMALA CITY", None, "RADIO OWN"),
        ("(Reuters) - ", None, None, "Reuters"),
    ],
)  # fmt: skip
def test_datelines(opening: str, place: str | None, date: str | None, origin: str | None) -> None:
    report = read_text(opening + BODY)
    assert told(report, "dateline", "dateline_date", "origin") == {
        "dateline": place, "dateline_date": date, "origin": origin,
    }  # fmt: skip
    assert body_of(report) == BODY
    assert report.text == opening + BODY


@pytest.mark.parametrize(
    "text",
    [
        f"Minister: {BODY}",
        f"NATO: {BODY}",
        f"BREAKING: {BODY}",
        "Hamas - the group that governs the strip - said that two men were wounded.",
        "Two men - both of them farmers - were wounded near the bridge, the governor said.",
        "The army said on Monday (June 3) - the day of the vote - that nobody was hurt.",
        "ISIS -- which claimed the raid -- has not been heard of since, the governor said.",
        "TWO SOLDIERS: ONE OF THEM AN OFFICER, WERE WOUNDED BY A MINE ON THE RING ROAD.",
    ],
)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    report = read_text(text)
    assert told(report, "dateline", "publisher", "origin") == {"dateline": None, "publisher": None, "origin": None}
    assert report.body == 0


@pytest.mark.parametrize(
    ("prefix", "publisher"),
    [
        ("Own Valley News Agency: ", "Own Valley News Agency"),
        ("The Meridian Post: ", "The Meridian Post"),
        ("TOLOnews: ", "TOLOnews"),
        ("Radio Own: ", "Radio Own"),
        ("News Agency of Nigeria: ", "News Agency of Nigeria"),
        ("Reuters: ", "Reuters"),
        ("Press Secretary: ", None),
        ("Voice of America: ", "Voice of America"),
        ("Breaking News: ", None),
        ("Syrian State TV: ", None),
        ("Haqqani Network: ", None),
        ("War Monitor: ", None),
        ("Interior Ministry: ", None),
        ("What we know about the Post: ", None),
    ],
)
def test_source_prefix(prefix: str, publisher: str | None) -> None:
    report = read_text(prefix + BODY)
    assert report.publisher == publisher
    assert body_of(report) == (BODY if publisher else prefix + BODY)


def test_prefix_of_another_publisher_is_the_origin() -> None:
    report = read_text(f"Own Valley News Agency: {BODY}", publisher="The Meridian Post")
    assert told(report, "publisher", "origin") == {
        "publisher": "The Meridian Post", "origin": "Own Valley News Agency",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By Jane Doe in Kabul", "Jane Doe", "Kabul"),
        ("BY JANE DOE AND ALI KHAN", "JANE DOE AND ALI KHAN", None),
        ("By Jane Doe, Ali Khan and Mary van der Berg", "Jane Doe, Ali Khan and Mary van der Berg", None),
        ("By Friday the last soldiers had gone home", None, None),
    ],
)
def test_bylines(line: str, byline: str | None, dateline: str | None) -> None:
    report = read_text(f"Mine wounds two soldiers on ring road\n\n{line}\n\n{BODY}")
    assert told(report, "byline", "dateline") == {"byline": byline, "dateline": dateline}
    assert body_of(report).startswith(BODY if byline else line)


def test_byline_may_name_the_outlet() -> None:
    report = read_text(f"Mine wounds two soldiers\n\nBy Jane Doe in Herat for The Meridian Post\n\n{BODY}")
    assert told(report, "byline", "dateline", "publisher") == {
        "byline": "Jane Doe", "dateline": "Herat", "publisher": "The Meridian Post",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["By Jane Doe, Associated Press", "By JANE DOE | AP", "By Jane Doe for AP"])
def test_byline_with_a_wire_names_the_origin(line: str) -> None:
    report = read_text(f"Mine wounds two soldiers\n\n{line}\n\n{BODY}")
    assert report.byline is not None
    assert (report.byline.lower(), report.origin, report.publisher) == ("jane doe", "AP", None)


def test_byline_of_a_wire_is_the_origin() -> None:
    report = read_text(f"Mine wounds two soldiers\n\nBy Reuters\n\n{BODY}")
    assert told(report, "byline", "origin") == {"byline": None, "origin": "Reuters"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Mine wounds two soldiers\n\n{BODY}", "Mine wounds two soldiers"),
        (f"Mine wounds two soldiers\n{BODY}", "Mine wounds two soldiers"),
        (f"Who laid the mine on the ring road?\n\n{BODY}", "Who laid the mine on the ring road?"),
        (f"It was a quiet day in the town.\n\n{BODY}", None),
        (f"KABUL, Dec 11 - {BODY}\n\nNobody claimed it.", None),
        (BODY, None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    report = read_text(text)
    assert report.title == title
    assert report.text == text
    assert report.body == (text.index("Two soldiers") if title or text.startswith("KABUL") else 0)


def test_everything_at_once_and_in_order() -> None:
    report = read_text(
        "Own Valley News Agency: Mine wounds two soldiers\n\nBy Jane Doe\n\nDecember 12, 2024\n\n"
        f"[Photo/Own Valley]\n\nUpdated 3 hours ago\n\nHERAT, Dec 11 - {BODY}"
    )
    assert body_of(report) == BODY
    assert told(report, "title", "publisher", "byline", "published", "dateline") == {
        "title": "Mine wounds two soldiers", "publisher": "Own Valley News Agency", "byline": "Jane Doe",
        "published": "2024-12-12", "dateline": "HERAT",
    }  # fmt: skip


def test_running_number_of_an_archive_is_not_the_title() -> None:
    report = read_text(f"ABC-NEWS4-0017 (OWN LAB)\n\nLIMA, 3 NOV 89 (EFE) -- [TEXT] {BODY.upper()}")
    assert told(report, "title", "dateline", "origin") == {"title": None, "dateline": "LIMA", "origin": "EFE"}
    assert body_of(report) == BODY.upper()


@pytest.mark.parametrize(
    ("ending", "origin", "byline"),
    [
        ("(Reporting by Ann Lee in Herat and Bo Orr; Editing by C. Fox)", None, "Ann Lee and Bo Orr"),
        (
            "(Reporting by Ann Lee, Bo Orr and Cy Fox; Writing by D. E. - Reuters)",
            "Reuters",
            "Ann Lee, Bo Orr and Cy Fox",
        ),
        ("(Reuters)", "Reuters", None),
        ("-- AFP", "AFP", None),
        ("With AFP", "AFP", None),
        ("With inputs from PTI", "Press Trust of India", None),
        ("Source: Xinhua", "Xinhua", None),
        ("© Agence France-Presse 2024", "AFP", None),
        ("The Associated Press", "AP", None),
        ("Copyright 2024 The Associated Press. All rights reserved. No part of it may be rewritten.", "AP", None),
        ("The Associated Press contributed to this report.", None, None),
        ("This article was first published by The Meridian Post.", "The Meridian Post", None),
        ("(The governor's office did not answer)", None, None),
        ("With luck the road will be open again on Friday.", None, None),
    ],
)
def test_credits_at_the_end(ending: str, origin: str | None, byline: str | None) -> None:
    report = read_text(f"{BODY}\n\nNobody claimed it.\n\n{ending}")
    assert told(report, "origin", "byline") == {"origin": origin, "byline": byline}


@pytest.mark.parametrize(
    ("ending", "origin"),
    [
        ("Nobody claimed it. (AP)", "AP"),
        ("Nobody claimed it. — AFP", "AFP"),
        ("Nobody claimed it. Source: Xinhua", "Xinhua"),
        ("Nobody claimed it. The Associated Press", "AP"),
        ("Nobody claimed it, a witness told The Associated Press.", None),
        ("Nobody claimed it. The governor left.", None),
    ],
)
def test_credit_behind_the_last_sentence(ending: str, origin: str | None) -> None:
    assert read_text(f"{BODY} {ending}").origin == origin


# -- the header block ---------------------------------------------------------------------------


def test_header_block() -> None:
    report = read_text(
        "Title: Mine wounds two\nPublisher: The Meridian Post\nPublished: 13 December 2024\n"
        f"Byline: Jane Doe\nUrl: https://meridian-post.example/1\n\n{BODY}"
    )
    assert report.text == f"Mine wounds two\n\n{BODY}"
    assert told(report, "title", "publisher", "published", "byline", "url") == {
        "title": "Mine wounds two", "publisher": "The Meridian Post", "published": "2024-12-13",
        "byline": "Jane Doe", "url": "https://meridian-post.example/1",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"Kabul: two wounded\n\n{BODY}",
        f"Minister: the road is safe\nGovernor: it is not\n\n{BODY}",
        f"Source: the governor\nWeather: fine\n\n{BODY}",
    ],
)
def test_what_is_no_header_block_stays_in_the_text(text: str) -> None:
    assert read_text(text).text == text


def test_unknown_keys_beside_known_ones() -> None:
    report = read_text(f"Date: 2024-12-13\nSection: World\nSource: The Meridian Post\n\n{BODY}")
    assert report.text == BODY
    assert told(report, "publisher", "published") == {"publisher": "The Meridian Post", "published": "2024-12-13"}
