"""Copies are not corroboration."""

from __future__ import annotations

import pytest

import whosays
from tests.factory import Draft
from whosays import gazetteer
from whosays.merging.copies import origins
from whosays.merging.pages import Page

WIRE = (
    "Two lorries with flour reached the mountain village of Karu on Friday after the road had been shut by snow for "
    "nine days, the driver of the first one said. Children ran beside them for the last mile. The mayor, who had "
    "slept in the town hall since the roof of his house fell in, counted the sacks and wept."
)
OWN = (
    "Nobody in Karu believed that the road would open before spring, and the baker had already put out his fire. "
    "Then, on Friday, the engines could be heard from the valley, and everybody went down to the bridge to look."
)


def told(text: str, publisher: str, published: str | None = None, origin: str | None = None) -> Page:
    return Page(Draft(text, publisher=publisher, published=published, origin=origin).done(), gazetteer.load())


def found(*pages: Page) -> list[str]:
    by_report = origins(pages, gazetteer.load())
    return [by_report[p.record.report.id] for p in pages]


def test_a_publisher_is_its_own_origin() -> None:
    assert found(told(WIRE, "Hill Wire"), told(OWN, "Vale Post")) == ["publisher:hill wire", "publisher:vale post"]


def test_a_credit_names_the_origin() -> None:
    assert found(told(OWN, "Vale Post", origin="Hill Wire")) == ["publisher:hill wire"]


def test_titles_of_one_family_are_one_origin() -> None:
    one, two = found(told(WIRE, "Reuters"), told(OWN, "reuters.com"))
    assert one == two


def test_copied_words_have_the_earlier_ones_origin() -> None:
    first = told(WIRE, "Hill Wire", "2026-03-06T08:00+05:00")
    copy = told(WIRE + " It will snow again on Sunday.", "Vale Post", "2026-03-06T04:00Z")
    assert found(first, copy) == ["publisher:hill wire"] * 2
    assert found(copy, first) == ["publisher:hill wire"] * 2


def test_of_one_day_the_copy_that_names_its_wire_is_the_original() -> None:
    signed = told(WIRE, "Hill Wire", "2026-03-06T11:00Z", origin="Hill Wire")
    papers = [told(f"{WIRE} {n} more came.", f"Paper {n}", "2026-03-06T04:00Z") for n in ("Two", "Six")]
    assert found(papers[0], signed, papers[1]) == ["publisher:hill wire"] * 3


def test_a_shared_sentence_is_no_copy() -> None:
    shared = OWN + " " + WIRE.split(". ")[1] + "."
    assert len(set(found(told(WIRE, "Hill Wire"), told(shared, "Vale Post")))) == 2


def test_empty_texts_are_nobodys_copies() -> None:
    assert len(set(found(told("Snow.", "Hill Wire"), told("Snow", "Vale Post")))) == 2


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("A bomb killed nine people in Quetta on Monday, Reuters reported.",
          "Nine people died when a bomb went off in Quetta on Monday, according to Reuters."), 1),
        (("Police told the AFP news agency that a bomb killed nine people in Quetta on Monday.",
          "The police told AFP that nine people had been killed by a bomb in Quetta on Monday."), 1),
        (("A bomb killed nine people in Quetta on Monday, the police said.",
          "Nine people died when a bomb went off in Quetta on Monday, according to Reuters."), 2),
    ],
)  # fmt: skip
def test_what_is_taken_from_an_agency_is_its_telling(texts: tuple[str, ...], number: int) -> None:
    reports = [
        whosays.read_text(text, published="2026-03-10", publisher=paper)
        for text, paper in zip(texts, ("Hill Post", "Vale Post"), strict=True)
    ]
    incidents = [i for i in whosays.merge(map(whosays.code, reports)).incidents if len(i.reports) == 2]
    assert [len(i.origins) for i in incidents] == [number]
