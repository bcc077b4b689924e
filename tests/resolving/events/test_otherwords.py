"""Each word of a deed stands in the record as a mention of it: the blast, the killing, the wounding."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given
from whosays.records import CodedReport

TOLD = [
    ("A mine exploded under a bus near Orli, killing nine people and wounding four.", {"killing", "wounding"}),
    ("Six policemen died and two were injured when rebels ambushed their convoy.", {"injured", "died", "ambushed"}),
    ("Shells hit a school in Belmar. Its roof was damaged.", {"damaged"}),
    ("A bomb killed nine people in Orli on Monday. The nine who died were bakers.", {"died"}),
]


def mentioned(record: CodedReport) -> dict[str, str]:
    """The words that stand for an event -> the rule by which they do."""
    links = {link.mention: link for link in record.links if link.target in {e.id for e in record.events}}
    return {m.name: links[m.id].reasons[0].rule for m in record.mentions if m.kind == "event" and m.id in links}


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_words_of_one_breath_are_mentions_of_one_event(text: str, words: set[str]) -> None:
    record = whosays.code(as_given(text, published="2031-05-06"))
    (event,) = record.events
    found = {word for word, rule in mentioned(record).items() if rule == "same-breath"}
    assert found == words - {record.report.words(event.trigger)}


def test_the_link_tells_with_what() -> None:
    record = whosays.code(as_given(TOLD[0][0], published="2031-05-06"))
    details = {r.detail for link in record.links for r in link.reasons if r.rule == "same-breath"}
    assert details == {"told with “exploded”"}


def test_words_of_another_deed_are_its_own() -> None:
    text = "A bomb killed nine people in Orli. Police arrested two men over it."
    record = whosays.code(as_given(text, published="2031-05-06"))
    assert len(record.events) == 2
    assert mentioned(record) == {}


def test_who_was_spared_adds_no_word() -> None:
    text = "Gunmen attacked the minister's car in Orli. The minister was not hurt in the attack."
    record = whosays.code(as_given(text, published="2031-05-06"))
    assert "hurt" not in mentioned(record)
