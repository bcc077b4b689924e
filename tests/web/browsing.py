"""A real browser on a real desk: what the end-to-end tests and the pictures of the documents share."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Playwright, Request

from whosays.web import make_app
from whosays.web.room import Room

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SIZES = {"laptop": (1280, 800), "phone": (390, 844)}
Scheme = Literal["light", "dark"]

WITHOUT_BROWSER = (
    "no Chromium is found, so the desk is not tried in a real browser; install it (on Debian: apt install chromium), "
    "or name it in WHOSAYS_BROWSER"
)


def browser_path() -> str | None:
    """Where a Chromium is: as WHOSAYS_BROWSER says, else by its usual names."""
    named = os.environ.get("WHOSAYS_BROWSER")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """The browser, without the sandbox, which containers do not allow; it opens nothing but our own pages."""
    return playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])


@contextmanager
def open_desk(room: Room) -> Iterator[str]:
    """A desk that listens on a port of its own; gives its address."""
    server = uvicorn.Server(uvicorn.Config(make_app(room), port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the desk did not open"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=30)


class Visit:
    """A visitor's window: it remembers what the console complained of and what was asked of elsewhere."""

    def __init__(
        self, browser: Browser, site: str, size: str = "laptop", scheme: Scheme = "light", *, scripts: bool = True
    ) -> None:
        width, height = SIZES[size]
        self.site = site
        self.troubles: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts,
            reduced_motion="reduce", locale="en-GB", has_touch=size == "phone",
        )  # fmt: skip
        self.context.set_default_timeout(20_000)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda m: self._note(f"console: {m.text}") if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self._note(f"error: {error}"))
        self.page.on("dialog", self._spoken)
        self.page.on("request", self._asked)

    def _note(self, trouble: str) -> None:
        self.troubles.append(trouble)

    def _spoken(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self._note(f"asked elsewhere: {request.url}")

    def go(self, address: str) -> Page:
        """Open a page of the desk, and wait until it is drawn."""
        self.page.goto(f"{self.site}{address}")
        if "/incidents/map" in address:
            self.page.wait_for_selector("#map[data-drawn]")
        return self.page

    def close(self) -> None:
        """Close the window."""
        self.context.close()

    def violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA and good practice on the page that is open."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return int(width)
