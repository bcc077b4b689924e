"""What one rule sets right no other undoes: mended texts have nothing left to mend."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from whosays import parsing
from whosays.parse import Parse
from whosays.parsing.mending.applying import mended
from whosays.records import Report

_CASES = Path(__file__).parents[2] / "cases"
_FILES = sorted(p.name for p in _CASES.glob("*.yaml"))


def _texts(name: str) -> list[str]:
    cases = yaml.safe_load((_CASES / name).read_text(encoding="utf-8"))
    return [c["text"] for c in cases if isinstance(c, dict) and isinstance(c.get("text"), str)]


def _unsettled(parse: Parse) -> list[str]:
    again = mended(parse).tokens
    return [f"{old.text} in {_words(parse, old.i)}" for old, new in zip(parse.tokens, again, strict=True) if old != new]


def _words(parse: Parse, i: int) -> str:
    return " ".join(t.text for t in parse.around(i))


@pytest.mark.parametrize("name", _FILES)
def test_what_is_mended_stays_as_it_is(name: str) -> None:
    text = "\n\n".join(_texts(name))
    parse = parsing.parse(Report(id="0" * 16, text=text), parsing.load())
    assert _unsettled(parse) == []
