"""What a list shows: flat rows with the words in them, ready for a table, CSV or JSON Lines."""

from __future__ import annotations

import msgspec

from whosays.records import Act, EventStatus, Holds, PropositionKind, Standing, StatementStatus


class Hit(msgspec.Struct, frozen=True):
    """A report that holds the words searched for; ``snippet`` has them between ``[`` and ``]``."""

    report: str
    published: str | None
    publisher: str | None
    title: str | None
    snippet: str


class StatementRow(msgspec.Struct, frozen=True):
    """Who said what, where it stands. ``published`` is the report's day, ``when`` the statement's own."""

    id: str
    published: str | None
    when: str | None
    speaker: str | None
    act: Act
    status: StatementStatus
    words: str
    publisher: str | None
    report: str


class IncidentRow(msgspec.Struct, frozen=True):
    """One incident on one line; tolls are the lowest and the highest value that anybody gives."""

    id: str
    when: str | None
    type: str
    mode: str | None
    status: EventStatus
    place: str | None
    country: str | None
    actors: str
    recipients: str
    killed_low: int | None
    killed_high: int | None
    wounded_low: int | None
    wounded_high: int | None
    reports: int
    origins: int
    standing: Standing


class DisputeRow(msgspec.Struct, frozen=True):
    """One party's position in a dispute. ``party`` is who speaks, or the outlet; ``words`` are its own.

    ``answer`` is whom it names, or how many it counts, where the question is who or how many.
    """

    id: str
    kind: PropositionKind
    about: str
    party: str | None
    holds: Holds
    answer: str | None
    since: str | None
    words: str | None
    statement: str | None
