"""The plain views of a coded report that users expect, derived when asked for and never stored."""

from whosays.views.parties import Likely, Party, actors, candidates, deaths, injuries, party, recipients, told_by
from whosays.views.prominence import by_prominence, leading_event, leading_incident
from whosays.views.rows import EventRow, event_rows
from whosays.views.sources import Source, SourceKind, source_of
from whosays.views.verbal import VerbalEvent, verbal_events

__all__ = [
    "EventRow",
    "Likely",
    "Party",
    "Source",
    "SourceKind",
    "VerbalEvent",
    "actors",
    "by_prominence",
    "candidates",
    "deaths",
    "event_rows",
    "injuries",
    "leading_event",
    "leading_incident",
    "party",
    "recipients",
    "source_of",
    "told_by",
    "verbal_events",
]
