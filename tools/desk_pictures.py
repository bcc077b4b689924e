"""Takes the pictures of ``docs/desk.md``: the desk on the example reports, in a real browser.

``python -m tools.desk_pictures`` codes the example reports into a store of its own and writes ``docs/pictures``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import whosays
from tests.web import desks
from tests.web.browsing import WITHOUT_BROWSER, Scheme, Visit, browser_path, launch, open_desk
from tests.web.test_pages import addresses
from whosays import store

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


def main() -> int:
    """The command."""
    if browser_path() is None:
        print(WITHOUT_BROWSER, file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "examples.db"
        desks.fill_with_examples(db, whosays.load_tools())
        with open_desk(desks.room(db)) as site, sync_playwright() as playwright:
            browser = launch(playwright)
            for name, address, size, scheme in _wanted(db):
                visit = Visit(browser, site, size, scheme)
                page = visit.go(address)
                if name.startswith("report"):
                    page.locator(".record-card.event").first.hover()
                page.wait_for_timeout(300)
                page.screenshot(path=PICTURES / f"{name}.png")
                visit.close()
            browser.close()
    return 0


def _wanted(db: Path) -> tuple[tuple[str, str, str, Scheme], ...]:
    incident = addresses(db)["/incidents/{id}"]
    report = _report_of(db, incident.rpartition("/")[2])
    year = "/incidents/timeline?since=2024-01-01&until=2024-12-31"
    return (
        ("brief", "/?day=2024-05-15", "laptop", "light"),
        ("incidents", "/incidents", "laptop", "light"),
        ("map", "/incidents/map", "laptop", "light"),
        ("timeline", year, "laptop", "light"),
        ("incident", f"{incident}#tolls", "laptop", "light"),
        ("report", report, "laptop", "light"),
        ("report-dark", report, "laptop", "dark"),
        ("review", "/review", "laptop", "light"),
        ("phone-brief", "/?day=2024-05-15", "phone", "light"),
        ("phone-map", "/incidents/map", "phone", "dark"),
        ("phone-incident", f"{incident}#held", "phone", "light"),
    )


def _report_of(db: Path, incident: str) -> str:
    with store.open(db) as opened:
        return f"/reports/{opened.screens.incident(incident).reports[0]}"


if __name__ == "__main__":
    raise SystemExit(main())
