"""Stories: which reports follow one developing matter, and why."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.records import Story
from whosays.store import Store, Window
from whosays.store.screenrows import StoryRow
from whosays.web.asked import Asked, Nothing, PageNumber, Query, View
from whosays.web.quoting import Named
from whosays.web.wordings import incident_title

_PER_PAGE = 40


class StoriesQuery(Query, frozen=True, kw_only=True):
    """Which page of the list."""

    page: PageNumber = 1


class StoriesView(View, frozen=True, kw_only=True):
    """One screen of stories; ``more`` says that there is another."""

    stories: tuple[StoryRow, ...]
    page: int
    more: bool


class ReportLine(View, frozen=True, kw_only=True):
    """A report of a story."""

    id: str
    title: str
    publisher: str | None
    published: str | None


class StoryView(View, frozen=True, kw_only=True):
    """One story with its reports, in the order in which they came out."""

    story: Story
    title: str
    subjects: tuple[Named, ...]
    reports: tuple[ReportLine, ...]
    incidents: tuple[Named, ...]


def stories(asked: Asked) -> StoriesView:
    """The stories, the latest first."""
    page = asked.query(StoriesQuery).page
    found = asked.store.screens.stories(Window((page - 1) * _PER_PAGE, _PER_PAGE + 1))
    return StoriesView(stories=found[:_PER_PAGE], page=page, more=len(found) > _PER_PAGE)


def story(asked: Asked) -> StoryView:
    """One story."""
    asked.query(Nothing)
    screens = asked.store.screens
    found = screens.story(asked.path["id"])
    names = screens.names(found.subjects)
    reports = tuple(_line(asked.store, report) for report in found.reports)
    return StoryView(
        story=found,
        title=next((r.title for r in reports if r.title), "A story"),
        subjects=_once(Named(id=i, name=names[i]) for i in found.subjects if i in names),
        reports=reports,
        incidents=tuple(_incident(asked.store, i) for i in found.incidents),
    )


def _once(named: Iterable[Named]) -> tuple[Named, ...]:
    """Each name once: a state that acts is also a place."""
    return tuple({one.name: one for one in named}.values())


def _line(store: Store, identifier: str) -> ReportLine:
    report = store.coded(identifier).report
    title = report.title or " ".join(report.text[report.body : report.body + 100].split())
    return ReportLine(id=identifier, title=title, publisher=report.publisher, published=report.published)


def _incident(store: Store, identifier: str) -> Named:
    incident = store.screens.incident(identifier)
    place = store.screens.names([incident.place]).get(incident.place or "")
    return Named(id=identifier, name=incident_title(incident.type, incident.mode, place, incident.when.start))
