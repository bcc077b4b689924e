"""The brief of the day: the desk's first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec

from whosays import briefing
from whosays.briefing import Brief, Period
from whosays.errors import NotFoundError, SettingsError
from whosays.web.asked import Asked, Day, Query, View, Words

Length = Literal["day", "week", "month", "all"]
_DAYS: dict[Length, int] = {"day": 1, "week": 7, "month": 30}


class BriefQuery(Query, frozen=True, kw_only=True):
    """The last day of the brief and how far back it goes, or its first and last day; and what it is about."""

    day: Day | None = None
    length: Length | None = None
    since: Day | None = None
    until: Day | None = None
    about: Words | None = None
    most: Annotated[int, msgspec.Meta(ge=1, le=500)] = 25


class BriefView(View, frozen=True, kw_only=True):
    """The situation report, and the days around it on which there are reports."""

    brief: Brief
    length: Length | None
    last: str | None
    before: str | None
    after: str | None
    about: str | None
    most: int


@dataclass(frozen=True)
class Paper:
    """The report as a file to take along."""

    name: str
    kind: str
    data: bytes


# The forms of a brief that a reader may take along, and what a browser calls them.
PAPERS = {
    "md": ("markdown", "text/markdown; charset=utf-8"),
    "html": ("html", "text/html; charset=utf-8"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
}


def paper(asked: Asked) -> Paper:
    """The same report as a file.

    Raises:
        NotFoundError: there is no such form.
        MissingPackageError: the form needs an extra that is not installed.
    """
    ending = asked.path["form"]
    if ending not in PAPERS:
        raise NotFoundError(f"no brief in the form {ending!r}; there are: {', '.join(PAPERS)}")
    form, kind = PAPERS[ending]
    query = asked.query(BriefQuery)
    period, _, last = _period(asked, query)
    made = briefing.render_file(asked.room.brief(asked.store, period, query.most), form)
    return Paper(f"situation-report-{period.until or last or 'all'}.{ending}", kind, made)


def brief(asked: Asked) -> BriefView:
    """What the reports of a day tell; without a day, of the last day on which there are reports."""
    query = asked.query(BriefQuery)
    period, length, last = _period(asked, query)
    before, after = asked.store.screens.days_around(last) if last and length == "day" else (None, None)
    return BriefView(
        brief=asked.room.brief(asked.store, period, query.most),
        length=length,
        last=last,
        before=before,
        after=after,
        about=query.about,
        most=query.most,
    )


def _period(asked: Asked, query: BriefQuery) -> tuple[Period, Length | None, str | None]:
    if query.since or query.until:
        return Period(query.since, query.until, query.about), None, query.until
    length = query.length or "day"
    last = query.day or asked.store.screens.overview().last
    if last is None or length == "all":
        return Period(about=query.about), length, last
    try:
        first = date.fromisoformat(last) - timedelta(days=_DAYS[length] - 1)
    except (ValueError, OverflowError) as error:
        raise SettingsError(f"{last} is no day; write it as 2026-03-01") from error
    return Period(first.isoformat(), last, query.about), length, last
