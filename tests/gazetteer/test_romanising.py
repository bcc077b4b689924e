"""One name in many spellings, and names that only look alike."""

from __future__ import annotations

import pytest

from whosays.gazetteer import load
from whosays.gazetteer.romanising import alike, plain, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qassem Soleimani", "Qasim Sulaimani"),
        ("Hibatullah Akhundzada", "Hibatullah Akhunzadah"),
        ("Ebrahim Raisi", "Ebrahim Raeesi"),
        ("Mikhail Mishustin", "Mikhail Mishoustin"),
        ("Abu Mohammed al-Jolani", "Abu Mohammad Julani"),
        ("Hassan Nasrallah", "Hasan Nasrullah"),
        ("Masoud Pezeshkian", "Masoud Pezeshkiyan"),
        ("Khalil-ur-Rahman Haqqani", "Khaleel Rahman Haqani"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert alike(sounds(one), sounds(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Hassan", "Ali Hussein"),
        ("Ali Shamkhani", "Ali Shadmani"),
        ("Li Keqiang", "Li Qiang"),
        ("Kim Jong Un", "Kim Jong Hun"),
        ("Mohammed Salem", "Mohammed Salman"),
        ("Ahmed", "Ahmad"),
        ("Juan Carlos Varela", "Juan Varela"),
    ],
)
def test_two_names_that_look_alike(one: str, other: str) -> None:
    assert not alike(sounds(one), sounds(other))


def test_initials_and_suffixes_are_left_aside() -> None:
    assert plain("Donald J. Trump") == ("Donald Trump",)
    assert plain("Joseph R. Biden Jr.") == ("Joseph Biden Jr", "Joseph Biden")
    assert plain("Angela Merkel") == ()


def test_only_who_is_in_office_is_sought() -> None:
    assert load().persons_like("Ebrahim Raeesi", "2023-05-01") == ("person:ebrahim-raisi",)
    assert load().persons_like("Ebrahim Raeesi", "1999-05-01") == ()
    assert load().persons_like("Raeesi", "2023-05-01") == ()
