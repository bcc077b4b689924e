"""Search: full text and fields over reports, names of actors, and who said what."""

from __future__ import annotations

from whosays.records import Act
from whosays.store import StatementFilter, Window
from whosays.store.rows import Hit, StatementRow
from whosays.store.screenrows import ActorRow
from whosays.web.asked import PER_PAGE, Asked, Day, PageNumber, Query, View, Words

_ACTORS = 8


class SearchQuery(Query, frozen=True, kw_only=True):
    """Words (``"in quotation marks"`` for a phrase), a publisher, first and last day of the reports."""

    q: Words | None = None
    publisher: Words | None = None
    since: Day | None = None
    until: Day | None = None


class SearchView(View, frozen=True, kw_only=True):
    """The reports that hold the words, best first, and the actors whose names do."""

    asked: SearchQuery
    hits: tuple[Hit, ...]
    actors: tuple[ActorRow, ...]
    cut_at: int


class StatementsQuery(Query, frozen=True, kw_only=True):
    """Days of the report, who speaks, what is done with the words, words of what is said."""

    since: Day | None = None
    until: Day | None = None
    speaker: Words | None = None
    act: Act | None = None
    about: Words | None = None
    page: PageNumber = 1


class StatementsView(View, frozen=True, kw_only=True):
    """One screen of statements, the newest report first."""

    asked: StatementsQuery
    rows: tuple[StatementRow, ...]
    found: int
    counted_to: int
    pages: int


def search(asked: Asked) -> SearchView:
    """Reports by their words and fields; without words, the newest that fit the fields."""
    query = asked.query(SearchQuery)
    hits = asked.store.screens.search(query.q, query.publisher, (query.since, query.until), PER_PAGE)
    named = asked.store.screens.actors(query.q.strip('"'), Window(0, _ACTORS)) if query.q else ()
    return SearchView(asked=query, hits=hits, actors=named, cut_at=PER_PAGE)


def statements(asked: Asked) -> StatementsView:
    """Who said what."""
    query = asked.query(StatementsQuery)
    wanted = StatementFilter(query.since, query.until, query.speaker, query.act, query.about)
    page = asked.store.screens.statements(wanted, Window((query.page - 1) * PER_PAGE, PER_PAGE))
    return StatementsView(
        asked=query,
        rows=page.rows,
        found=page.found,
        counted_to=page.counted_to,
        pages=max(1, -(-page.found // PER_PAGE)),
    )
