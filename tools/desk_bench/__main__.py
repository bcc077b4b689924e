"""Makes the store where there is none, asks each page of the desk, and tells how busy that kept the server."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from starlette.testclient import TestClient

from tools.desk_bench.making import make
from whosays import store
from whosays.store import IncidentFilter, Window
from whosays.web import make_app
from whosays.web.room import Room

TIMES = 15


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tools.desk_bench", description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--db", type=Path, default=Path("var/desk-bench.db"))
    parser.add_argument("--times", type=int, default=TIMES)
    given = parser.parse_args()
    if not given.db.exists():
        given.db.parent.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        make(given.db, given.reports)
        print(f"made {given.db} in {time.perf_counter() - began:.0f} s")
    room = Room(given.db)
    with store.open(given.db) as opened:
        overview = opened.screens.overview()
        incident = max(opened.screens.incidents(IncidentFilter(), Window()).rows, key=lambda row: row.reports).id
        report = opened.screens.incident(incident).reports[0]
    print(
        f"{overview.reports:,} reports, {overview.incidents:,} incidents, {overview.disputes:,} disputes; "
        f"{given.db.stat().st_size / 1e9:.2f} GB"
    )
    began = time.perf_counter()
    with room.open() as opened:
        room.prepare(opened)
    print(f"made at the start, before the desk opens: the brief of the last day, {time.perf_counter() - began:.2f} s")
    print(f"\nOf {given.times} askings each, in milliseconds; the clock also counts what else runs on the machine.\n")
    print("| page | processor, median | processor, slowest | clock, median |\n|---|---|---|---|")
    ask(room, pages(incident, report), given.times)


def pages(incident: str, report: str) -> dict[str, str]:
    """What is asked: each page, and the questions that are hard on a large store."""
    return {
        "the brief of the day (first page)": "/",
        "the brief of another day, first time": "/?day={day}",
        "incidents": "/incidents",
        "incidents, page 200": "/incidents?page=200",
        "incidents, one class, one month": "/incidents?type=ASSAULT&since=2026-03-01&until=2026-03-31",
        "incidents of an actor": "/incidents?actor=hezbollah",
        "incidents by words of the evidence, one month": "/incidents?text=Kabul&since=2026-03-01&until=2026-03-31",
        "map, everything": "/incidents/map",
        "map, one month": "/incidents/map?since=2026-03-01&until=2026-03-31",
        "timeline": "/incidents/timeline",
        "timeline, a year": "/incidents/timeline?since=2025-04-01&until=2026-03-31",
        "an incident of many reports": f"/incidents/{incident}",
        "a report": f"/reports/{report}",
        "actors": "/actors",
        "an actor of very many incidents": "/actors/PAK",
        "statements": "/statements",
        "statements, denials": "/statements?act=deny",
        "disputes": "/disputes",
        "search, a common word": "/search?q=residents",
        "search, rare words": '/search?q="report 4711"',
        "review": "/review",
        "review, pairs": "/review?kind=pairs",
        "review, doubtful": "/review?kind=events",
    }


def ask(room: Room, wanted: dict[str, str], times: int) -> None:
    """Ask each page, and print a row of the table for it."""
    with TestClient(make_app(room), base_url="http://localhost") as visitor:
        for name, address in wanted.items():
            took, clock = [], []
            for number in range(times):
                one = address.replace("{day}", f"2026-02-{number + 1:02}")
                began, busy = time.perf_counter(), time.process_time()
                answer = visitor.get(one)
                took.append((time.process_time() - busy) * 1000)
                clock.append((time.perf_counter() - began) * 1000)
                assert answer.status_code == 200, (one, answer.text[:300])
            middle, slowest, passed = statistics.median(took), max(took), statistics.median(clock)
            print(f"| {name} | {middle:.0f} | {slowest:.0f} | {passed:.0f} |", flush=True)


if __name__ == "__main__":
    main()
