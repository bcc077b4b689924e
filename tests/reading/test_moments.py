"""Dates as they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.errors import SettingsError
from whosays.reading import read_text
from whosays.reading.moments import dateline, published


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("2024-12-13", "2024-12-13"),
        ("20241213", "2024-12-13"),
        ("2024/12/13", "2024-12-13"),
        ("13/12/2024", "2024-12-13"),
        ("12/13/2024", "2024-12-13"),
        ("05.05.2024", "2024-05-05"),
        ("2024-12-13T10:30:00Z", "2024-12-13T10:30Z"),
        ("2024-12-13T10:30:05.123Z", "2024-12-13T10:30Z"),
        ("2024-12-13 10:30:00 UTC", "2024-12-13T10:30Z"),
        ("2024-12-13T10:30", "2024-12-13T10:30"),
        ("2024-12-13T23:30:00-05:00", "2024-12-13T23:30-05:00"),
        ("2024-12-13T00:00:00", "2024-12-13"),
        ("Fri, 13 Dec 2024 10:30:00 GMT", "2024-12-13T10:30Z"),
        ("Fri, 13 Dec 2024 10:30:00 +0430", "2024-12-13T10:30+04:30"),
        ("December 13, 2024", "2024-12-13"),
        ("Dec. 13, 2024", "2024-12-13"),
        ("Friday, 13th December 2024", "2024-12-13"),
        ("13 December 2024, 10:30 GMT", "2024-12-13T10:30Z"),
        ("December 13, 2024 at 4.15 pm", "2024-12-13T16:15"),
        ("December 13, 2024 12:05 AM EST", "2024-12-13T00:05"),
        ("1734085800", "2024-12-13T10:30Z"),
        ("1734085800000", "2024-12-13T10:30Z"),
        ("03/04/2024", None),
        ("2024-13-40", None),
        ("February 30, 2024", None),
        ("December 13", None),
        ("soon", None),
        ("", None),
    ],
)
def test_published(told: str, iso: str | None) -> None:
    assert published(told) == iso


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("Dec 11", "--12-11"),
        ("11 December", "--12-11"),
        ("Wednesday, Dec. 11", "--12-11"),
        ("12 JAN 90", "1990-01-12"),
        ("12 Jan '05", "2005-01-12"),
        ("Dec 11, 2024", "2024-12-11"),
        ("2024-12-11", "2024-12-11"),
        ("Feb 29", "--02-29"),
        ("Feb 30", None),
        ("Monday", None),
        ("NO DATE", None),
    ],
)
def test_dateline(told: str, iso: str | None) -> None:
    assert dateline(told) == iso


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y"])
)
def test_every_day_comes_back(day: date, form: str) -> None:
    assert published(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_it(told: str) -> None:
    published(told)
    dateline(told)


def test_wrong_override_says_the_form_that_is_wanted() -> None:
    with pytest.raises(SettingsError, match="Write it as 2024-12-13"):
        read_text("Two soldiers were wounded by a mine.", published="03/04/2024")


def test_override_goes_before_what_the_text_tells() -> None:
    text = "Published: 2024-12-12\nPublisher: A Post\nUrl: https://a.example\n\nTwo soldiers were wounded by a mine."
    report = read_text(text, published="13 Dec 2024", publisher="B Post", url="https://b.example")
    assert (report.published, report.publisher, report.url) == ("2024-12-13", "B Post", "https://b.example")
