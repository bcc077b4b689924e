"""Which links count as links to actors, and which of them are covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.count_actor_links import RULES, count, main, missing, table
from tools.links.covering import covered
from tools.links.finding import Link, Sorter, read_rules
from whosays.gazetteer import load

PAGE = (
    '* The [Quxleyan Army](https://en.wikipedia.org/wiki/Quxleyan_Army "Quxleyan Army") fired at '
    '[Hamas](https://en.wikipedia.org/wiki/Hamas "Hamas") in [Gaza](https://en.wikipedia.org/wiki/Gaza "Gaza"). '
    "[(Wire)](https://example.org/a)\n"
    '* [President](https://en.wikipedia.org/wiki/President "President of Chad") '
    '[Ann Oddname](https://en.wikipedia.org/wiki/Ann_Oddname?redlink=1 "Ann Oddname (page does not exist)") resigns.\n'
)


@pytest.mark.parametrize(
    ("title", "before", "kind"),
    [
        ("Kenya Defence Forces", "", "armed-group"),
        ("Labour Party (UK)", "", "armed-group"),
        ("Ministry of Defence (Russia)", "", "body"),
        ("African Union", "", "body"),
        ("Prime Minister of Fiji", "", "office"),
        ("Chad", "", "state"),
        ("Hamas", "", "armed-group"),
        ("Ann Oddname", "the Chadian president", "leader"),
        ("Ann Oddname", "the singer", None),
        ("2025 Chadian protests", "", None),
        ("Sudanese civil war (2023–present)", "", None),
        ("Drug cartel", "", None),
        ("Tyre, Lebanon", "", None),
    ],
)
def test_kinds(title: str, before: str, kind: str | None) -> None:
    assert Sorter(read_rules(RULES)).kind(title, before) == kind


@pytest.mark.parametrize(
    ("title", "words", "known"),
    [
        ("Ministry of Defence (Russia)", "its ministry", True),
        ("National Assembly (France)", "the assembly", True),
        ("Quxley Liberation Army", "the army", False),
        ("Quxley Liberation Army", "Hamas", True),
        ("President of Chad", "President", True),
    ],
)
def test_covering(title: str, words: str, known: bool) -> None:
    assert covered(Link(title=title, words=words, kind="body"), load()) == known


def test_counting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "day.md").write_text(PAGE, encoding="utf-8")
    found, held = count(tmp_path, read_rules(RULES), load())
    assert sorted((link.kind, link.title) for link in found) == [
        ("armed-group", "Hamas"),
        ("armed-group", "Quxleyan Army"),
        ("leader", "Ann Oddname"),
        ("office", "President of Chad"),
    ]
    assert table(found, held).splitlines()[-1].split() == ["all", "4", "2", "50.0", "4", "2", "50.0", "0", "0.0"]
    assert [line.split(maxsplit=2)[2] for line in missing(found, held, None, 9)] == ["Quxleyan Army", "Ann Oddname"]
    assert main(["--data", str(tmp_path), "--most", "1"]) == 0
    assert "Quxleyan Army" in capsys.readouterr().out
