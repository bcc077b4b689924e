"""The acts as data: complete, found by lemma, and strict about mistakes in a user's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.errors import KnowledgeError
from whosays.ontology.acts import ACTS, load_acts

GOOD = 'act: warn\nabout: "x"\nyes: ["a"]\nno: ["b"]\ncues:\n  - {verb: warn, content: [that]}\n'


def test_every_act_has_cues_and_examples_both_ways() -> None:
    acts = load_acts()
    assert set(acts.about) == set(ACTS)
    for act in ACTS:
        assert any(c.act == act for c in acts.cues), act
        assert {e.wanted for e in acts.examples if e.act == act} == {True, False}, act


def test_more_words_and_an_object_come_first() -> None:
    acts = load_acts()
    assert [c.act for c in acts.at("claim", "verb")] == ["claim", "claim", "assert", "report"]
    assert acts.at("respond", "verb")[0].act == "decline"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (GOOD.replace("verb: warn, ", ""), "exactly one"),
        (GOOD.replace("[that]", "[thatt]"), "no slot"),
        (GOOD.replace("content: [that]", "by: person"), "content stands"),
        (GOOD.replace("act: warn", "act: warm"), "warn.yaml"),
        (GOOD.replace("about", "abuot"), "warn.yaml"),
    ],
)
def test_mistakes_name_the_file_and_the_reason(tmp_path: Path, broken: str, says: str) -> None:
    (tmp_path / "warn.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=says):
        load_acts(tmp_path)


def test_two_files_for_one_act_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="No act files"):
        load_acts(tmp_path)
    (tmp_path / "warn.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "warning.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="has a file already"):
        load_acts(tmp_path)
