"""The front door: light to open, and every name that it promises is behind it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import whosays
from tests.factory import attack

SRC = Path(__file__).parents[1] / "src"


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    ).stdout.strip()


def test_the_import_loads_nothing_that_is_not_asked_for() -> None:
    code = "import sys, whosays; print([m for m in ('spacy', 'trafilatura', 'msgspec', 'typer') if m in sys.modules])"
    assert run(code) == "[]"


@pytest.mark.parametrize("name", whosays.__all__)
def test_every_promised_name_is_there(name: str) -> None:
    assert getattr(whosays, name) is not None


def test_parse_is_the_verb_whatever_was_imported_before() -> None:
    code = "from whosays.parse import Parse; import whosays; print(whosays.parse.__module__, whosays.Parse is Parse)"
    assert run(code).split() == ["whosays.verbs", "True"]


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(AttributeError, match=r"no 'cod'; it has: .*code"):
        _ = whosays.cod


def test_the_plain_views_of_an_event() -> None:
    record = attack(killed=12)
    (event,) = record.events
    (front,) = whosays.actors(record, event)
    assert (front.name, front.entity, front.basis) == ("Red Front", "own:red front", "claimed")
    assert whosays.recipients(record, event) == ()
    deaths = whosays.deaths(event)
    assert deaths is not None
    assert (deaths.low, deaths.high) == (12, 12)
    assert whosays.injuries(event) is None
    assert [s.act for s in whosays.told_by(record, event)] == ["claim", "condemn"]
