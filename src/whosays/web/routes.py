"""The one list of pages and acts. A page answers GET, has a JSON twin, and writes nothing; an act answers POST."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from whosays.web import acts
from whosays.web.asked import Asked, Nothing, Query, View
from whosays.web.pages import actor, adding, brief, disputes, incident, incidents, report, review, searching, stories


@dataclass(frozen=True)
class Page:
    """A page: its address, what may be asked of it, the function that answers, what it shows, and its template."""

    path: str
    answer: Callable[[Asked], View]
    query: type[Query]
    view: type[View]
    template: str
    summary: str
    twin_path: str | None = None

    @property
    def twin(self) -> str:
        """The address of the same as JSON."""
        return self.twin_path or f"{self.path}.json"


@dataclass(frozen=True)
class Act:
    """Something that writes: its address, and the function that does it and says where to go then."""

    path: str
    do: acts.Doing


PAGES = (
    Page(
        "/", brief.brief, brief.BriefQuery, brief.BriefView, "brief.html",
        "The situation report of a day, a week or any days", "/brief.json",
    ),
    Page(
        "/incidents", incidents.incidents, incidents.IncidentsQuery, incidents.IncidentsView, "incidents.html",
        "What happened, each thing once, the latest first",
    ),
    Page(
        "/incidents/map", incidents.incident_map, incidents.IncidentsQuery, incidents.MapView, "map.html",
        "Where incidents happened, by place",
    ),
    Page(
        "/incidents/timeline", incidents.timeline, incidents.IncidentsQuery, incidents.TimelineView, "timeline.html",
        "When incidents happened, by day and class",
    ),
    Page(
        "/incidents/{id}", incident.incident, Nothing, incident.IncidentView, "incident.html",
        "One incident with its evidence, numbers, claims, conflicts and reasons",
    ),
    Page(
        "/stories", stories.stories, stories.StoriesQuery, stories.StoriesView, "stories.html",
        "Which reports follow one developing matter, the latest first",
    ),
    Page(
        "/stories/{id}", stories.story, Nothing, stories.StoryView, "story.html",
        "One story with its reports, its incidents, and why they are one",
    ),
    Page(
        "/reports/{id}", report.report, report.ReportQuery, report.ReportView, "report.html",
        "One report with its record",
    ),
    Page(
        "/actors", actor.actors, actor.ActorsQuery, actor.ActorsView, "actors.html",
        "Actors, those whom most reports name first",
    ),
    Page(
        "/actors/{id:path}", actor.actor, Nothing, actor.ActorView, "actor.html",
        "One actor with statements, incidents, offices and relations",
    ),
    Page(
        "/statements", searching.statements, searching.StatementsQuery, searching.StatementsView, "statements.html",
        "Who said what, the newest report first",
    ),
    Page(
        "/disputes", disputes.disputes, disputes.DisputesQuery, disputes.DisputesView, "disputes.html",
        "Where parties contradict each other",
    ),
    Page(
        "/disputes/{id}", disputes.dispute, Nothing, disputes.DisputeView, "dispute.html",
        "One dispute, side by side",
    ),
    Page(
        "/search", searching.search, searching.SearchQuery, searching.SearchView, "search.html",
        "Reports by words and fields, and actors by name",
    ),
    Page(
        "/review", review.review, review.ReviewQuery, review.ReviewView, "review.html",
        "What waits for a person's decision",
    ),
    Page("/add", adding.add, Nothing, adding.AddView, "add.html", "Where reports are added"),
    Page("/jobs/{id}", adding.job, Nothing, adding.JobView, "job.html", "How far a piece of work is"),
    Page(
        "/failures", adding.failures, Nothing, adding.FailuresView, "failures.html",
        "The sources that could not be read, and why",
    ),
)  # fmt: skip

ACTS = (
    Act("/add/text", acts.add_text),
    Act("/add/files", acts.add_files),
    Act("/add/address", acts.add_address),
    Act("/judge", acts.judge),
    Act("/refresh", acts.refresh),
)
