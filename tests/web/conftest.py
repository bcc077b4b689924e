"""The example reports are coded once for all tests of the desk; each test that writes has a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import whosays
from tests.web import desks
from whosays.pipeline import Tools


@pytest.fixture(scope="session")
def tools() -> Tools:
    return whosays.load_tools()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory, tools: Tools) -> Path:
    path = tmp_path_factory.mktemp("desk") / "examples.db"
    desks.fill_with_examples(path, tools)
    return path


@pytest.fixture
def own(examples: Path, tmp_path: Path) -> Path:
    """A copy of the examples' store to write into."""
    return Path(shutil.copy(examples, tmp_path / "own.db"))


@pytest.fixture(scope="module")
def visitor(examples: Path) -> Iterator[TestClient]:
    """A visitor of a desk on the example reports; nothing is written."""
    with desks.client(desks.room(examples)) as found:
        yield found
