"""What outlives a request: where the store is, who sits at the desk, the worker in the back, briefs made already."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from whosays import briefing, desk, store
from whosays.briefing import Brief, Period
from whosays.pipeline import Tools, load_tools
from whosays.store import Store
from whosays.web.working import Worker

_BRIEFS_KEPT = 24


class Room:
    """The desk's own things. ``form_key`` stands in every form, so that no other site can send one.

    Args:
        path: the database.
        judge: who decides, as kept with each decision.
        may_fetch: whether reports may be added by their address.
        load: makes the coder's tools, when the first report is added.
    """

    def __init__(
        self, path: Path, *, judge: str = "desk", may_fetch: bool = True, load: Callable[[], Tools] = load_tools
    ) -> None:
        self.path = path
        self.judge = judge
        self.may_fetch = may_fetch
        self.form_key = secrets.token_urlsafe(24)
        self.worker = Worker(self.open, load)
        self._briefs: OrderedDict[tuple[int, int, Period, int], Brief] = OrderedDict()
        self._lock = threading.Lock()

    def open(self) -> Store:
        """The store, opened for one request or job."""
        return store.open(self.path)

    def prepare(self, opened: Store) -> None:
        """Make the first page's brief, so that nobody waits for it."""
        last = opened.screens.overview().last
        if last is not None:
            self.brief(opened, Period(last, last), briefing.MOST)

    def brief(self, opened: Store, period: Period, most: int) -> Brief:
        """The situation report of a period; made once for each state of the store and then kept."""
        key = (opened.change, opened.screens.derived(), period, most)
        with self._lock:
            if key in self._briefs:
                self._briefs.move_to_end(key)
                return self._briefs[key]
        made = desk.brief_as_derived(opened, period, most)
        with self._lock:
            self._briefs[key] = made
            while len(self._briefs) > _BRIEFS_KEPT:
                self._briefs.popitem(last=False)
        return made
