"""Whom the words of a text mean: ``tests/cases/actors.yaml``, run the whole way. Two lines add a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import whosays
from whosays.records import CodedReport, report_id

CASES = Path(__file__).parents[2] / "cases" / "actors.yaml"


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def _code(text: str, published: str, title: str | None = None) -> CodedReport:
    report = whosays.Report(id=report_id(text, None, None), text=text, published=published, title=title)
    return whosays.code(report)


def _meant(record: CodedReport, words: str) -> str | None:
    """The id that the mention with these words leads to; None when it is unsure."""
    words, _, number = words.partition("#")
    found = [m for m in record.mentions if m.kind == "actor" and m.name == words]
    assert found, f"no mention “{words}” among {[m.name for m in record.mentions]}"
    entity = record.entity(found[int(number or 1) - 1].id)
    return entity.id if entity is not None else None


@pytest.mark.parametrize("case", _cases(), ids=lambda c: str(c["text"])[:60])
def test_links(case: dict[str, Any]) -> None:
    record = _code(case["text"], case["published"])
    for words, want in case["links"].items():
        meant = _meant(record, words)
        if isinstance(want, dict):
            assert meant != want["not"], words
        else:
            assert meant == (None if want == "unsure" else want), words


def test_every_actor_mention_has_a_link_with_its_reason() -> None:
    record = _code("Hezbollah attacked the outpost. They said that Israel had fired first.", "2024-07-01")
    for mention in (m for m in record.mentions if m.kind == "actor"):
        link = record.link(mention.id)
        assert link is not None, mention.name
        assert link.reasons, mention.name
        assert all(r.detail for r in link.reasons), mention.name


def test_unsure_names_its_candidates() -> None:
    text = "John Orbin and Jack Orbin met in Lurna. Orbin condemned the raid."
    record = _code(text, "2024-07-01")
    mention = next(m for m in record.mentions if m.name == "Orbin" and m.kind == "actor")
    link = record.link(mention.id)
    assert link is not None
    assert link.target is None
    assert set(link.candidates) == {"own:john orbin", "own:jack orbin"}


def test_nationality_of_people() -> None:
    record = _code("Soldiers arrested three Turkish engineers in Erbil.", "2024-08-06")
    told = {role.nationality for event in record.events for role in event.roles if role.part == "recipient"}
    assert told == {"TUR"}


def test_nationality_is_not_made_up() -> None:
    record = _code("Soldiers arrested three engineers in Erbil.", "2024-08-06")
    told = {role.nationality for event in record.events for role in event.roles if role.part == "recipient"}
    assert told == {None}


def test_a_headline_noun_is_whom_the_text_names() -> None:
    text = "Army denies shelling Bahri\n\nThe Sudanese army denied on Monday that the army had shelled Bahri."
    record = _code(text, "2024-09-10", title="Army denies shelling Bahri")
    army = next(m for m in record.mentions if m.name == "Army")
    entity = record.entity(army.id)
    assert entity is not None
    assert entity.id == "SDN:force:army"


def test_the_possessor_in_a_description_is_a_mention() -> None:
    text = "Mali's military government denied the report. Gunmen killed Sidi Konaré, the junta's minister of health."
    record = _code(text, "2024-11-20")
    assert _meant(record, "the junta") == "MLI:government"


def test_definite_nouns_that_point_at_nobody_are_no_mentions() -> None:
    record = _code("The bridge collapsed. The junta banned the march.", "2024-11-20")
    assert all(m.name != "the bridge" for m in record.mentions)
    assert _meant(record, "The junta") == "own:junta"
