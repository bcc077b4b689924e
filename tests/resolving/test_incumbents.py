"""Offices by the day of the deed."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import CodedReport, Report, report_id


def _coded(text: str, published: str) -> CodedReport:
    return whosays.code(Report(id=report_id(text, None, None), text=text, published=published))


def _targets(coded: CodedReport, words: str) -> set[str | None]:
    named = {m.id for m in coded.mentions if m.name == words}
    return {link.target for link in coded.links if link.mention in named}


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("The Syrian president visited Moscow on 3 May 2019.", "The Syrian president", "person:bashar-al-assad"),
        ("The Syrian president visited Moscow on Monday.", "The Syrian president", "person:ahmed-al-sharaa"),
        ("The Syrian president visited Moscow.", "The Syrian president", "person:ahmed-al-sharaa"),
        ("Ahmed al-Sharaa visited Moscow on 3 May 2019.", "Ahmed al-Sharaa", "person:ahmed-al-sharaa"),
    ],
)
def test_the_holder_on_the_day_of_the_deed(text: str, words: str, target: str) -> None:
    assert _targets(_coded(text, "2025-03-12"), words) == {target}


def test_who_is_named_keeps_the_name() -> None:
    coded = _coded(
        "Ahmed al-Sharaa met officials on Tuesday. The Syrian president visited Moscow on 3 May 2019.", "2025-03-12"
    )
    assert _targets(coded, "Ahmed al-Sharaa") == {"person:ahmed-al-sharaa"}
    assert _targets(coded, "The Syrian president") == {"person:bashar-al-assad"}
    entities = {e.id for e in coded.entities}
    assert {"person:ahmed-al-sharaa", "person:bashar-al-assad"} <= entities


def test_the_reason_says_which_day() -> None:
    coded = _coded("The Syrian president visited Moscow on 3 May 2019.", "2025-03-12")
    reasons = [r.detail for link in coded.links for r in link.reasons if link.target == "person:bashar-al-assad"]
    assert reasons == ["Bashar al-Assad held the office of “The Syrian president” on 2019-05-03, the day of the deed"]


def test_only_what_is_meant_is_kept() -> None:
    coded = _coded("The Syrian president visited Moscow on 3 May 2019.", "2025-03-12")
    assert all(e.id != "person:ahmed-al-sharaa" for e in coded.entities)
