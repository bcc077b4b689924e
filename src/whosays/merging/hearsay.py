"""Whose word a telling rests on: "..., Reuters reported" is Reuters' telling, whoever prints it."""

from __future__ import annotations

import re

from whosays.gazetteer import Gazetteer
from whosays.merging.pages import Page
from whosays.records import Event, Statement

_TELLING = frozenset({"assert", "report", "confirm"})
# "The AFP news agency", "state news agency SANA", "Reuters news agency": the name without what it is.
_WHAT_IT_IS = re.compile(
    r"^the\s+|\b(?:state|official|semi-official)?-?(?:run)?\s*(?:news|press)\s+agency\b", re.IGNORECASE
)


def origin_of(page: Page, event: Event, own: str, gazetteer: Gazetteer) -> str:
    """The origin of one telling: its report's own, or the outlet's from which all that it tells was taken.

    Args:
        page: the report.
        event: the deed told.
        own: the report's own origin.
        gazetteer: the outlets and their families.
    """
    if page.record.report.origin is not None:  # a wire's text is the wire's, whomever it quotes
        return own
    told = [s for s, how in page.about.get(event.id, ()) if how == "content" and s.act in _TELLING]
    found = {_outlet(page, statement, gazetteer) for statement in told}
    (only,) = found if len(found) == 1 else (None,)
    return only or own


def _outlet(page: Page, statement: Statement, gazetteer: Gazetteer) -> str | None:
    """The family of the outlet that says so, passes it on, or was told."""
    for mention in (*statement.relay, statement.speaker, statement.addressee):
        name = page.mentions[mention].name if mention in page.mentions else None
        if name is not None:
            bare = " ".join(_WHAT_IT_IS.sub(" ", name).split())
            known = gazetteer.publisher(name) or (gazetteer.publisher(bare) if bare else None)
            if known is not None:
                return known.family
    return None
