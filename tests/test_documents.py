"""What the documents tell a reader to type is there, and what they show is what comes out."""

import re
from pathlib import Path

import pytest
import typer

from whosays.cli.options import app
from whosays.cli.running import COMMANDS

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/commands.md",
    "docs/record.md",
    "docs/exports.md",
    "docs/desk.md",
)


def commands() -> set[str]:
    assert COMMANDS
    group = typer.main.get_command(app)
    return set(getattr(group, "commands"))  # noqa: B009 - typer's own copy of click tells mypy nothing


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_written_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    typed = set(re.findall(r"^(?:\.venv/bin/)?whosays ([a-z]+)", text, re.MULTILINE)) | set(
        re.findall(r"`whosays ([a-z]+)", text)
    )
    assert typed <= commands()


def test_every_command_is_documented() -> None:
    told = set(re.findall(r"^\| `([a-z]+)", (ROOT / "docs/commands.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert told == commands()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_is_written_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = (ROOT / document).read_text(encoding="utf-8")
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / document).parent / target).exists(), target


def test_every_dependency_is_justified() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    names = set(re.findall(r'"([a-z0-9-]+)', listed))
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| package | why |")[2]
    assert names == set(re.findall(r"^\| ([a-z0-9-]+) \|", reasons, re.MULTILINE))


def test_the_lock_holds_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert not re.search(r"^\s*(--index-url|--extra-index-url|--find-links|https?://)", lock, re.MULTILINE)
