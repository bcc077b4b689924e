"""Where a record is shown: every record has an address, by its id alone."""

from __future__ import annotations

from whosays.errors import NotFoundError
from whosays.records import Actor, CodedReport, Dispute, Event, Incident, Mention, Place, Statement
from whosays.store import Store
from whosays.web.wordings import in_path, in_query


def leading(opened: Store, identifier: str) -> str:
    """The address of the page that shows a record, with the place on it.

    Raises:
        NotFoundError: nothing that is kept has this id, or it is shown nowhere.
    """
    match opened.show(identifier):
        case Incident(id=found):
            return f"/incidents/{found}"
        case Dispute(id=found):
            return f"/disputes/{found}"
        case CodedReport(report=report):
            return f"/reports/{report.id}"
        case Event(id=found, trigger=span) | Statement(id=found, cue=span):
            return f"/reports/{span.report}#r-{found}"
        case Mention(span=span):
            return f"/reports/{span.report}?at={span.start}-{span.end}#asked"
        case Actor(id=found):
            return f"/actors/{in_path(found)}"
        case Place(id=found):
            return f"/incidents?{in_query(place=found)}"
        case _:
            raise NotFoundError(f"the record {identifier!r} is shown on no page of its own")
