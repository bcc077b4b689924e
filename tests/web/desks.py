"""Desks for the tests: on the example reports, or on reports written by hand, each with a store of its own."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from tests.factory import Draft, attack, day
from whosays import desk, reading, store
from whosays.pipeline import Tools
from whosays.records import CodedReport
from whosays.web import make_app
from whosays.web.guarding import Door
from whosays.web.room import Room

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
PESHAWAR = "Suicide attack, Peshawar, 14 May 2024"


def fill_with_examples(path: Path, tools: Tools) -> None:
    """A store of the example reports."""
    with store.open(path) as opened:
        added = desk.add(opened, reading.read_all([EXAMPLES]), load=lambda: tools)
    assert not added.failures


def fill(path: Path, *coded: CodedReport) -> None:
    """A store of reports written by hand."""
    with store.open(path) as opened:
        for one in coded:
            opened.keep(one)
        desk.refresh(opened)


def room(path: Path, tools: Tools | None = None, *, may_fetch: bool = True) -> Room:
    """A room on a store, in which ana judges."""

    def load() -> Tools:
        assert tools is not None, "this desk is not to code anything"
        return tools

    return Room(path, judge="ana", may_fetch=may_fetch, load=load)


def client(made: Room, door: Door = Door()) -> TestClient:  # noqa: B008 - frozen
    """A visitor who follows no redirection by itself."""
    return TestClient(make_app(made, door), base_url="http://localhost", follow_redirects=False)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe"


def hostile() -> CodedReport:
    """A report every field of which means harm."""
    text = f"{HOSTILE} Rebels {HOSTILE} attacked Bel{HOSTILE} on 4 March 2026. Ana{HOSTILE} denied the attack."
    draft = Draft(
        text, publisher=f"Wire{HOSTILE}", published="2026-03-05", title=HOSTILE, url="javascript:alert(1)",
        byline=HOSTILE, origin=HOSTILE, dateline=HOSTILE,
    )  # fmt: skip
    rebels = draft.actor(f"Rebels {HOSTILE}")
    ana = draft.actor(f"Ana{HOSTILE}")
    blast = draft.event(
        "ASSAULT", "attacked", roles=[(rebels, "actor")], place=draft.place(f"Bel{HOSTILE}"), when=day("2026-03-04"),
        evidence=text[: text.index(". Ana")],
    )  # fmt: skip
    draft.says("deny", ana, "denied", "the attack", about=[(blast, "denied")])
    return draft.done()


def two_tellings() -> tuple[CodedReport, CodedReport]:
    """One attack as two outlets tell it."""
    return attack("Own Wire", 12), attack("Other Wire", 15, published="2026-03-06")
