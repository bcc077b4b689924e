"""A user's own lists as files: whatever they are, kept and taken out again; what they would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.errors import KnowledgeError, NotFoundError
from whosays.gazetteer import check_list, describe_list, files_of, keep, kept, load, read_lists, remove

CSV = "name,kind,aliases,codes\nOsterlich Guard,armed-group,OG|Guard of Osterlich,reb\n"
ACTORS = "FREEDONIA [FRD]\n+FREEDONIAN\n"
AGENTS = "TROOPS {} [~MIL]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("mine.csv", CSV), ("their.actors.txt", ACTORS), ("their.agents.txt", AGENTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_stands_for_its_lists(folder: Path) -> None:
    lists = read_lists((folder,))
    assert [a.name for a in lists.actors] == ["Osterlich Guard", "FREEDONIA"]
    assert [a.noun for a in lists.agents] == ["TROOPS"]


def test_a_dictionary_is_known_by_its_codes_when_its_name_does_not_tell(tmp_path: Path) -> None:
    (tmp_path / "nouns.txt").write_text(AGENTS, encoding="utf-8")
    (tmp_path / "names.txt").write_text(ACTORS, encoding="utf-8")
    assert [describe_list(tmp_path / n).agents for n in ("nouns.txt", "names.txt")] == [1, 0]


def test_keeping_and_taking_out(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "data" / "actors"
    assert kept(home) == ()
    assert keep(folder / "mine.csv", home).names == 3
    keep(folder / "mine.csv", home)
    assert [k.name for k in kept(home)] == ["mine.csv"]
    remove("mine.csv", home)
    assert kept(home) == ()
    with pytest.raises(NotFoundError, match="kept are: none"):
        remove("mine.csv", home)


def test_a_wrong_list_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "mine.csv").write_text("name,kind\nX,kingdom\n", encoding="utf-8")
    home = tmp_path / "data"
    with pytest.raises(KnowledgeError, match=r"mine\.csv, line 2: unknown kind"):
        keep(folder / "mine.csv", home)
    assert kept(home) == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("list.csv", "name,kind\nA, b, c\n", r"list\.csv, line 2: too many cells"),
        ("list.actors.txt", "FREEDONIA [FRD\n", r"list\.actors\.txt, line 1.*not closed"),
        ("list.xlsx", "x", r"list\.xlsx: lists are CSV"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_lists((tmp_path / name,))


def test_a_list_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "list.actors.txt").write_bytes("FREEDONI\xc9 [FRD]\n".encode("latin-1"))
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        read_lists((tmp_path / "list.actors.txt",))


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        files_of(tmp_path / "none.csv")
    with pytest.raises(NotFoundError, match="no list in this folder"):
        files_of(tmp_path)


def test_remarks_explain_what_a_list_would_do(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,aliases,codes,part_of\nHamas,,REBEL,\nOther,OG|dawn,,group:nobody\nThird,OG,,\n", encoding="utf-8"
    )
    _, remarks = check_list(path, load())
    text = "\n".join(remarks)
    assert "line 2: “Hamas” will mean yours, no longer Hamas (group:hamas)" in text
    assert "line 2: code REBEL is not of 3 letters" in text
    assert "line 3: “dawn” has no capital" in text
    assert "line 3: part_of group:nobody is no actor" in text
    assert "line 4: “OG” also names Other (mine.csv, line 3)" in text


def test_a_quiet_list(folder: Path) -> None:
    _, remarks = check_list(folder / "their.actors.txt", load())
    assert remarks == ()
