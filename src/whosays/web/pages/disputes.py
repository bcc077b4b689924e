"""Disputes: a question on which parties differ, with all sides and their words in view."""

from __future__ import annotations

from whosays.records import Dispute, Position
from whosays.store import Store, Window
from whosays.web.asked import Asked, Nothing, PageNumber, Query, View
from whosays.web.quoting import Named, Quote, quote

_PER_PAGE = 20


class DisputesQuery(Query, frozen=True, kw_only=True):
    """Which page of the list."""

    page: PageNumber = 1


class Side(View, frozen=True, kw_only=True):
    """Where one party stands, an outlet where ``party`` is None; ``answer`` is whom it names or how many it counts."""

    party: Named | None
    holds: str
    answer: Named | None
    since: str | None
    statement: str | None
    quotes: tuple[Quote, ...]


class DisputeView(View, frozen=True, kw_only=True):
    """One dispute with its sides."""

    dispute: Dispute
    incident: Named | None
    sides: tuple[Side, ...]


class DisputesView(View, frozen=True, kw_only=True):
    """One screen of disputes."""

    disputes: tuple[DisputeView, ...]
    found: int
    page: int
    pages: int


def disputes(asked: Asked) -> DisputesView:
    """Where parties contradict each other."""
    page = asked.query(DisputesQuery).page
    found, many = asked.store.screens.disputes(Window((page - 1) * _PER_PAGE, _PER_PAGE))
    return DisputesView(
        disputes=tuple(shown(asked.store, d) for d in found),
        found=many,
        page=page,
        pages=max(1, -(-many // _PER_PAGE)),
    )


def dispute(asked: Asked) -> DisputeView:
    """One dispute, side by side."""
    asked.query(Nothing)
    return shown(asked.store, asked.store.screens.dispute(asked.path["id"]))


def shown(store: Store, found: Dispute) -> DisputeView:
    """A dispute with names and words looked up; those who hold it true stand first."""
    names = store.screens.names(name for p in found.positions for name in (p.party, p.answer))
    order = ("true", "false", "unknown")
    sides = sorted(found.positions, key=lambda p: order.index(p.holds))
    return DisputeView(
        dispute=found,
        incident=Named(id=found.incident, name="the incident") if found.incident else None,
        sides=tuple(_side(store, p, names) for p in sides),
    )


def _side(store: Store, position: Position, names: dict[str, str]) -> Side:
    return Side(
        party=Named(id=position.party, name=names.get(position.party, position.party)) if position.party else None,
        holds=position.holds,
        answer=_answer(position.answer, names),
        since=position.since,
        statement=position.statement,
        quotes=tuple(quote(store.coded(span.report).report, span) for span in position.spans),
    )


def _answer(answer: str | None, names: dict[str, str]) -> Named | None:
    """Whom a party names, who has a page; or how many it counts."""
    if answer is None:
        return None
    return Named(id=answer if answer in names else None, name=names.get(answer, answer))
