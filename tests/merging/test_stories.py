"""Stories: reports that follow one developing matter, and those that only look like it."""

from __future__ import annotations

from itertools import permutations

import pytest

import whosays
from whosays import desk, store
from whosays.merging.matters import DAYS
from whosays.merging.stories import TOGETHER
from whosays.records import CodedReport, Story

BLAST = (
    "Hill Wire", "2026-03-04", "Blast at Mosul flour mill kills nine",
    "A bomb went off at the Sabah flour mill in Mosul on Wednesday and killed nine millers, the police said. "
    "Hamid Korani, who owns the mill, said that he had been threatened.",
)  # fmt: skip
ARRESTS = (
    "Vale Post", "2026-03-06", "Two held over blast at Mosul mill",
    "Iraqi police on Friday arrested two men over the bomb that killed nine millers at the Sabah flour mill in Mosul. "
    "Hamid Korani thanked the police.",
)  # fmt: skip
MOURNING = (
    "Cedar Street Journal", "2026-03-09", "Mosul buries its millers",
    "Thousands walked behind nine coffins in Mosul on Monday, days after the bomb at the Sabah flour mill. "
    "Hamid Korani wept and said that the Sabah mill would not open again.",
)  # fmt: skip
ELSEWHERE = (
    "Hill Wire", "2026-03-05", "Blast at Quetta bus stop kills four",
    "A bomb went off at a bus stop in Quetta on Thursday and killed four students, the police said. "
    "Nobody has said that they did it.",
)  # fmt: skip
AGAIN = (
    "Hill Wire", "2026-03-12", "Second blast in Mosul in a week",
    "A bomb went off at a barber's in Mosul on Thursday and killed two customers, doctors said. "
    "Nobody has said that they did it.",
)  # fmt: skip
LATER = ("Vale Post", "2026-05-06", *ARRESTS[2:])

Telling = tuple[str, str, str, str]


def coded(telling: Telling) -> CodedReport:
    publisher, published, title, text = telling
    report = whosays.read_text(f"{title}\n\n{text}", published=published, publisher=publisher)
    return whosays.code(report)


@pytest.fixture(scope="module")
def records() -> dict[Telling, CodedReport]:
    return {t: coded(t) for t in (BLAST, ARRESTS, MOURNING, ELSEWHERE, AGAIN, LATER)}


def told(stories: tuple[Story, ...], records: dict[Telling, CodedReport]) -> list[list[str]]:
    """The stories by the headlines of their reports."""
    headline = {record.report.id: telling[2] for telling, record in records.items()}
    return [[headline[i] for i in story.reports] for story in stories]


def test_what_follows_is_one_story_and_a_look_alike_is_none(records: dict[Telling, CodedReport]) -> None:
    some = {t: records[t] for t in (BLAST, ARRESTS, MOURNING, ELSEWHERE, AGAIN)}
    (story,) = whosays.stories(some.values())
    assert told((story,), records) == [[BLAST[2], ARRESTS[2], MOURNING[2]]]
    assert (story.since, story.until) == ("2026-03-04", "2026-03-09")
    assert story.id == story.reports[0] == some[BLAST].report.id
    assert len(story.publishers) == len(story.origins) == 3
    assert any("korani" in reason.detail for reason in story.reasons)
    assert all(reason.weight > 0 for reason in story.reasons)


def test_a_story_tells_its_incidents(records: dict[Telling, CodedReport]) -> None:
    some = [records[t] for t in (BLAST, ARRESTS, MOURNING)]
    (story,) = whosays.stories(some)
    incidents = {i.id: i for i in whosays.merge(some).incidents}
    assert len(story.incidents) >= 2
    assert {"ASSAULT"} <= {incidents[i].type for i in story.incidents}


def test_what_nobody_told_of_for_weeks_is_another_story(records: dict[Telling, CodedReport]) -> None:
    assert DAYS < 60
    assert whosays.stories([records[BLAST], records[LATER]]) == ()


def test_the_order_does_not_matter_and_a_store_tells_the_same(records: dict[Telling, CodedReport]) -> None:
    some = [records[t] for t in (BLAST, ARRESTS, MOURNING, AGAIN)]
    whole = whosays.stories(some)
    for order in permutations(some):
        with store.open(":memory:") as db:
            for record in order:
                db.keep(record)
                desk.refresh(db)
            assert tuple(db.stories()) == whole


def test_a_report_that_is_read_anew_leaves_its_story(records: dict[Telling, CodedReport]) -> None:
    with store.open(":memory:") as db:
        for telling in (BLAST, ARRESTS):
            db.keep(records[telling])
        desk.refresh(db)
        (story,) = db.stories()
        assert db.show(f"story:{records[ARRESTS].report.id}") == story
        assert db.screens.story_told_by(records[ARRESTS].report.id) == story
        (row,) = db.screens.stories(store.Window(0, 5))
        assert (row.id, row.title, row.reports, row.publishers) == (story.id, BLAST[2], 2, 2)
        bare = records[ARRESTS].report
        db.replace(CodedReport(report=bare, mentions=(), entities=(), links=(), events=(), statements=()))
        desk.refresh(db)
        assert db.stories() == list(whosays.stories([records[BLAST], CodedReport(report=bare)]))


def test_reasons_add_up(records: dict[Telling, CodedReport]) -> None:
    (story,) = whosays.stories([records[BLAST], records[ARRESTS]])
    assert sum(reason.weight for reason in story.reasons) >= TOGETHER
