"""A wrong file is told by name and entry; nothing is guessed or skipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from whosays import ontology
from whosays.errors import KnowledgeError
from whosays.ontology import DATA_FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA_FOLDER, tmp_path / "ontology"))


def test_a_copy_loads_like_the_shipped_one(folder: Path) -> None:
    assert len(ontology.load(folder).all_triggers) == len(ontology.load().all_triggers)


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("events/aid.yaml", "quad: 2", "quad: 7", "aid.yaml.*no such quad: 7"),
        ("events/aid.yaml", "quad: 2", "quadrant: 2", "aid.yaml.*quadrant"),
        ("events/protest.yaml", "{verb: boycott, mode: boycott", "{verb: boycott, mode: shun", "'boycott'.*mode: shun"),
        ("events/protest.yaml", "roles: {object: recipient}}", "roles: {objekt: recipient}}", "no such slot: objekt"),
        ("events/protest.yaml", "roles: {object: recipient}}", "roles: {object: victim}}", "no such part: victim"),
        ("events/assault.yaml", "effect: killed", "effect: dead", "no such effect: dead"),
        ("events/assault.yaml", '"@disaster"', '"@catastrophe"', "no such set: @catastrophe"),
        ("events/assault.yaml", "contexts: [terrorism]", "contexts: [terror]", "no such context: terror"),
        ("events/assault.yaml", "verb: maim", "verb: Maim", "lower-case"),
        ("nouns.yaml", "sector: COP", "sector: PIG", "no such sector: PIG"),
        ("nouns.yaml", "kind: place", "kind: plaice", "no such kind: plaice"),
        ("nouns.yaml", "[policeman,", "[policeman, soldier,", "'soldier'.*twice"),
        ("light.yaml", "event: under", "event: beneath", "no such slot: beneath"),
        ("light.yaml", "status: planned", "status: dreamt", "dreamt"),
        ("verbal.yaml", "act: praise", "act: prays", "no such act: prays"),
        ("verbal.yaml", "act: praise", "act: apologise", "twice"),
        ("verbal.yaml", "content: [AID]", "content: [HELP]", "no such class: HELP"),
        ("contexts.yaml", "military: {about", "military: {abuot", "contexts.yaml.*abuot"),
    ],
)
def test_a_wrong_entry_is_named(folder: Path, file: str, old: str, new: str, complaint: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        ontology.load(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "light.yaml").unlink()
    with pytest.raises(KnowledgeError, match=r"light\.yaml"):
        ontology.load(folder)


def test_no_classes_at_all(folder: Path) -> None:
    shutil.rmtree(folder / "events")
    with pytest.raises(KnowledgeError, match="no class"):
        ontology.load(folder)


def test_broken_yaml_is_named(folder: Path) -> None:
    (folder / "contexts.yaml").write_text("military: {about: [", "utf-8")
    with pytest.raises(KnowledgeError, match=r"contexts\.yaml"):
        ontology.load(folder)


def test_two_files_for_one_class(folder: Path) -> None:
    shutil.copy(folder / "events" / "aid.yaml", folder / "events" / "help.yaml")
    with pytest.raises(KnowledgeError, match="another file describes this class"):
        ontology.load(folder)


def test_a_set_that_holds_itself(folder: Path) -> None:
    path = folder / "nouns.yaml"
    path.write_text(path.read_text("utf-8") + '  round: ["@about"]\n  about: ["@round"]\n', "utf-8")
    with pytest.raises(KnowledgeError, match="holds itself"):
        ontology.load(folder)


def test_on_and_no_are_words_here() -> None:
    kinds = ontology.load().triggers("raid", "noun")[-1].roles
    assert kinds["on"] == "recipient"
