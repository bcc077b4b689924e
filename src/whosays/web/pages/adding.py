"""Adding reports: the form, the work under way, and what could not be read."""

from __future__ import annotations

from whosays.errors import NotFoundError
from whosays.records import Failure
from whosays.web.asked import Asked, Nothing, View
from whosays.web.working import Job


class AddView(View, frozen=True, kw_only=True):
    """The ways of adding that this desk has, and the work that was asked for since it was opened."""

    may_fetch: bool
    jobs: tuple[Job, ...]


class JobView(View, frozen=True, kw_only=True):
    """One piece of work."""

    job: Job


class FailuresView(View, frozen=True, kw_only=True):
    """The sources that could not be read, each with the reason and what to do."""

    failures: tuple[Failure, ...]


def add(asked: Asked) -> AddView:
    """Where reports are added: pasted, as files, or by their address."""
    asked.query(Nothing)
    return AddView(may_fetch=asked.room.may_fetch, jobs=asked.room.worker.jobs())


def job(asked: Asked) -> JobView:
    """How far a piece of work is."""
    given = asked.path["id"]
    found = asked.room.worker.job(int(given)) if given.isdecimal() and len(given) < 10 else None
    if found is None:
        raise NotFoundError("this desk knows no such work (any more); what was kept stays kept")
    return JobView(job=found)


def failures(asked: Asked) -> FailuresView:
    """What could not be read, and why."""
    asked.query(Nothing)
    return FailuresView(failures=tuple(asked.store.failures()))
