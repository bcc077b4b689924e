"""Long work in the back: one thread that adds reports and brings incidents up to date, one job after the other."""

from __future__ import annotations

import queue
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from whosays import desk
from whosays.errors import WhosaysError
from whosays.pipeline import Tools
from whosays.records import Failure, Report
from whosays.store import Store

_JOBS_KEPT = 100

State = Literal["waiting", "running", "done", "failed"]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of work: what it is, how far it is, and what came of it."""

    id: int
    title: str
    state: State = "waiting"
    new: int = 0
    known: int = 0
    seen: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    trouble: str | None = None


@dataclass(frozen=True)
class _Task:
    job: int
    work: Callable[[Store], desk.Added | None]


class Worker:
    """The thread and its queue. A store is opened for each job, so nothing is shared with the requests."""

    def __init__(self, open_store: Callable[[], Store], load: Callable[[], Tools]) -> None:
        self._open = open_store
        self._load = load
        self._tools: Tools | None = None
        self._queue: queue.Queue[_Task | None] = queue.Queue()
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    # -- asking for work ------------------------------------------------------------------------

    def add(self, title: str, items: Callable[[], Iterable[Report | Failure]]) -> Job:
        """Add reports; ``items`` is called in the back, so that reading and fetching do not hold up the answer."""
        number = self._new(title)

        def work(opened: Store) -> desk.Added:
            return desk.add(opened, items(), load=self._tools_once, seen=lambda name: self._seen(number, name))

        return self._start(number, work)

    def refresh(self) -> Job:
        """Bring the incidents up to date with what was kept and judged."""
        return self._start(self._new("Bringing the incidents up to date"), desk.refresh)

    def wait(self, job: int, seconds: float) -> Job | None:
        """The job once it has ended, or as it is after so many seconds; None when it is not known (any more)."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended(job), seconds)
            return self._jobs.get(job)

    def job(self, number: int) -> Job | None:
        """The job of this number."""
        with self._changed:
            return self._jobs.get(number)

    def jobs(self) -> tuple[Job, ...]:
        """All jobs that are still known, the newest first."""
        with self._changed:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Let the thread end after the job it is at."""
        thread = self._thread
        if thread is not None:
            self._queue.put(None)
            thread.join(timeout=30)

    # -- working --------------------------------------------------------------------------------

    def _ended(self, number: int) -> bool:
        job = self._jobs.get(number)
        return job is None or job.state in ("done", "failed")

    def _new(self, title: str) -> int:
        with self._changed:
            number = max(self._jobs, default=0) + 1
            self._jobs[number] = Job(id=number, title=title)
            while len(self._jobs) > _JOBS_KEPT:
                self._jobs.popitem(last=False)
            return number

    def _start(self, number: int, work: Callable[[Store], desk.Added | None]) -> Job:
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="whosays-worker", daemon=True)
                self._thread.start()
            self._queue.put(_Task(number, work))
            return self._jobs[number]

    def _run(self) -> None:
        while (task := self._queue.get()) is not None:
            self._change(task.job, state="running")
            try:
                with self._open() as opened:
                    added = task.work(opened)
            except WhosaysError as error:
                self._change(task.job, state="failed", trouble=str(error))
            except Exception as error:  # a fault in one job must not end the worker; it is shown on the job's page
                traceback.print_exc()
                self._change(task.job, state="failed", trouble=f"a fault in Whosays: {type(error).__name__}: {error}")
            else:
                told = {"new": added.new, "known": added.known, "failures": added.failures} if added else {}
                self._change(task.job, state="done", **told)

    def _tools_once(self) -> Tools:
        if self._tools is None:
            self._tools = self._load()
        return self._tools

    def _seen(self, number: int, name: str) -> None:
        with self._changed:
            if job := self._jobs.get(number):
                self._jobs[number] = msgspec.structs.replace(job, seen=(*job.seen, name)[-20:])

    def _change(self, number: int, **changes: object) -> None:
        with self._changed:
            if job := self._jobs.get(number):
                self._jobs[number] = msgspec.structs.replace(job, **changes)
            self._changed.notify_all()
