"""The nouns of the record: what happened, who says so, and the words it rests on.

Every record is immutable and strict when read back. Offsets are half-open and count code points of
``Report.text``. Ids are the first 16 hex digits of SHA-256 over the canonical JSON of what a record
*is* (never of what was concluded about it), so a better model does not rename what it did not change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

# -- vocabulary ---------------------------------------------------------------------------------

Precision = Literal[
    "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter", "year", "decade"
]
TimeKind = Literal["date", "time", "duration", "set"]
Basis = Literal["explicit", "weekday", "relative", "dateline", "publication", "inherited", "none"]
MentionKind = Literal["actor", "place", "time", "object", "event"]
MentionForm = Literal["name", "nominal", "pronoun"]
RolePart = Literal["actor", "recipient", "target", "instrument", "participant"]
RoleKind = Literal["person", "organisation", "thing", "unknown"]
RoleBasis = Literal["fact", "suspected", "accused", "accused-by-authorities", "claimed"]
Effect = Literal["killed", "wounded", "captured", "arrested", "missing", "displaced"]
ThingEffect = Literal["destroyed", "damaged"]
TollParty = Literal["actor", "recipient", "civilian", "all", "unknown"]
EventStatus = Literal[
    "happened", "ongoing", "habitual", "planned", "attempted", "threatened", "demanded", "hypothetical", "negated"
]
StatementStatus = Literal["made", "repeated", "habitual", "expected", "negated"]
Act = Literal[
    "assert", "confirm", "deny", "claim", "blame", "accuse", "condemn", "concern", "praise", "apologise",
    "condole", "demand", "call", "promise", "agree", "threaten", "warn", "refuse", "predict", "decline", "report",
]  # fmt: skip
Quoted = Literal["none", "part", "whole"]
Certainty = Literal["certain", "probable", "possible"]
PropositionKind = Literal["occurred", "responsible", "toll", "exists", "able", "intends", "other"]
Holds = Literal["true", "false", "unknown"]
PlacePrecision = Literal["exact", "near", "admin1", "country", "region", "unknown"]
ActorKind = Literal[
    "state", "body", "armed-group", "party", "government", "ministry", "force", "organisation",
    "company", "media", "person", "people", "unknown",
]  # fmt: skip
Standing = Literal["single-origin", "corroborated", "disputed"]
ConflictKind = Literal["contradiction", "update", "scope"]


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of what stands inside a record; it has no life of its own."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record", tag=str.lower):
    """The base of what is kept: one line of JSON, with its kind in the field ``record``."""


# -- the words ----------------------------------------------------------------------------------


class Span(Value, frozen=True, kw_only=True, order=True):
    """A stretch of a report's text: ``text[start:end]`` in code points."""

    report: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


class Interval(Value, frozen=True, kw_only=True):
    """When: a half-open stretch of time, how finely it is known, and on what that rests.

    ``start`` and ``end`` are ISO dates (``2024-12-11``) or minutes (``2024-12-11T14:30``), ``end``
    excluded; both are None while a time has been found but not yet resolved. ``value`` is the TIMEX3
    value, ``anchor`` the ISO date that a relative expression counts from, ``candidates`` the other
    values that fit as well.
    """

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    kind: TimeKind = "date"
    value: str = ""
    basis: Basis = "none"
    span: Span | None = None
    anchor: str | None = None
    candidates: tuple[str, ...] = ()


class Count(Value, frozen=True, kw_only=True):
    """A number as told: "at least 12" is ``low=12, high=None``; "dozens" is an approximate range."""

    low: int | None
    high: int | None
    approximate: bool = False
    span: Span | None = None


class Reason(Value, frozen=True, kw_only=True):
    """Why something was decided, in words that the desk shows unchanged."""

    rule: str
    detail: str
    weight: float = 0.0


LEAD = 400  # characters from where the reporting begins: the lead, and the sentence that fills it in


class Report(Record, frozen=True, kw_only=True):
    """One text by one publisher. ``text`` begins with the title where there is one and never changes."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    origin: str | None = None
    dateline: str | None = None
    dateline_date: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str = "en"
    revises: str | None = None
    body: int = 0  # where the reporting begins: behind title, source prefix, byline and dateline

    @property
    def day(self) -> str | None:
        """When it was published, else the day of its dateline (ISO 8601); None where neither tells its year."""
        dateline = self.dateline_date or ""
        return self.published or (dateline if dateline[:1].isdigit() else None)

    def words(self, span: Span) -> str:
        """The text that a span of this report points at."""
        assert span.report == self.id, "a span of another report"
        return self.text[span.start : span.end]

    def leads(self, span: Span) -> bool:
        """Whether a span stands in the headline or the lead."""
        return span.start < max(self.body, len(self.title or "")) + LEAD


class Mention(Record, frozen=True, kw_only=True):
    """Words that stand for somebody, some place, time, thing or event."""

    id: str
    kind: MentionKind
    form: MentionForm
    span: Span
    name: str
    made_by: str = ""


# -- whom and where -----------------------------------------------------------------------------


class Code(Value, frozen=True, kw_only=True):
    """An actor's code (``AFG``, ``REB``, ``IGO``) and the time for which it holds; None is open."""

    code: str
    start: str | None = None
    end: str | None = None


class Office(Value, frozen=True, kw_only=True):
    """An office that a person holds or held: ``office`` of the state or body ``of``."""

    office: str
    of: str
    start: str | None = None
    end: str | None = None


class Membership(Value, frozen=True, kw_only=True):
    """Belonging: ``member`` is, or was, part of the actor that holds this value."""

    member: str
    start: str | None = None
    end: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who can act or speak. An actor that no list knows is ``own:`` + its normalised words."""

    id: str
    name: str
    kind: ActorKind = "unknown"
    codes: tuple[Code, ...] = ()
    part_of: tuple[str, ...] = ()
    roles: tuple[Office, ...] = ()
    sources: tuple[str, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A place on the map; ``country`` is ISO 3166-1 alpha-3, ``feature`` a GeoNames feature code."""

    id: str
    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    feature: str | None = None
    disputed: tuple[str, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    """What a mention stands for: one ``target``, or unsure (``target`` None) with the ``candidates``.

    ``target`` is an entity id, or the id of another mention or of an event of the same report.
    ``place`` is the place that a demonym or metonym carries beside its actor.
    """

    mention: str
    target: str | None
    place: str | None = None
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()
    made_by: str = ""


# -- what happened ------------------------------------------------------------------------------


class Role(Value, frozen=True, kw_only=True):
    """Who or what takes part in an event, and how; ``mention`` None is a part that nobody is named for."""

    mention: str | None
    part: RolePart
    kind: RoleKind = "unknown"
    number: Count | None = None
    nationality: str | None = None
    effect: str | None = None
    basis: RoleBasis = "fact"
    statement: str | None = None


class Toll(Value, frozen=True, kw_only=True):
    """How many were killed, wounded ... on which side; ``statement`` names whose word it rests on."""

    effect: Effect
    count: Count
    span: Span
    party: TollParty = "unknown"
    includes_attacker: bool = False
    statement: str | None = None


class Candidate(Value, frozen=True, kw_only=True):
    """Somebody who may have a part that an event leaves open (``actor`` or ``recipient``): nobody says so.

    ``score`` is how often such candidates were right when people read them; ``reasons`` are the signs it rests on.
    """

    part: RolePart
    mention: str
    score: float
    reasons: tuple[Reason, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """A deed. ``place`` is the id of a place mention; its link tells where on the map.

    ``candidates`` are those who may have a part that nobody has in ``roles``, by part, the likeliest first.
    ``confidence`` is how often rows with the same signs were right when people read them; ``reasons`` are those signs.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...] = ()
    status: EventStatus
    roles: tuple[Role, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    tolls: tuple[Toll, ...] = ()
    place: str | None = None
    place_precision: PlacePrecision = "unknown"
    when: Interval = Interval()
    trigger: Span
    evidence: tuple[Span, ...]
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    made_by: str = ""


# -- who says so --------------------------------------------------------------------------------


class Target(Value, frozen=True, kw_only=True):
    """An event or statement that a statement is about, and as what (content, claimed, denied ...)."""

    target: str
    as_: str = msgspec.field(name="as")


class Proposition(Value, frozen=True, kw_only=True):
    """What a statement holds true or false. ``subject`` and ``place`` are mention ids, ``event`` an event id."""

    kind: PropositionKind
    subject: str | None = None
    event: str | None = None
    place: str | None = None
    value: str | None = None
    holds: Holds = "true"
    spans: tuple[Span, ...] = ()


class Statement(Record, frozen=True, kw_only=True):
    """Words with a speaker. ``speaker``, ``relay`` (outermost first), ``addressee`` and ``place`` are mention ids."""

    id: str
    act: Act
    status: StatementStatus
    speaker: str | None
    relay: tuple[str, ...] = ()
    cue: Span
    content: tuple[Span, ...] = ()
    quoted: Quoted = "none"
    certainty: Certainty = "certain"
    about: tuple[Target, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    addressee: str | None = None
    when: Interval = Interval()
    place: str | None = None
    confidence: float = 1.0
    made_by: str = ""


class CodedReport(Record, frozen=True, kw_only=True, tag="coded"):
    """One report with all that was read out of it: the self-contained line of ``whosays code``."""

    report: Report
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Actor | Place, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()

    def mention(self, identifier: str | None) -> Mention | None:
        """The mention with this id, or None."""
        return next((m for m in self.mentions if m.id == identifier), None)

    def link(self, mention: str | None) -> Link | None:
        """The link of a mention, or None."""
        return next((link for link in self.links if link.mention == mention), None)

    def entity(self, mention: str | None) -> Actor | Place | None:
        """The actor or place that a mention was resolved to, following mention-to-mention links."""
        seen: set[str] = set()
        current = mention
        while current is not None and current not in seen:
            seen.add(current)
            for entity in self.entities:
                if entity.id == current:
                    return entity
            link = self.link(current)
            current = link.target if link else None
        return None


# -- what many reports tell ---------------------------------------------------------------------


class Judgement(Record, frozen=True, kw_only=True):
    """A person's decision. Anchors (words, type or act) re-attach it when ids change under a better model."""

    id: str
    verdict: Literal["same", "not-same", "unsure", "right", "wrong", "corrected"]
    target: str
    other: str | None = None
    anchor: Span | None = None
    anchor_type: str | None = None
    other_anchor: Span | None = None
    other_anchor_type: str | None = None
    field: str | None = None
    value: str | None = None
    judged: str | None = None
    by: str
    at: str


class ToldToll(Value, frozen=True, kw_only=True):
    """One value of a toll, and who says so: ``statement`` None is the outlet's own voice."""

    effect: Effect
    count: Count
    party: TollParty
    includes_attacker: bool
    report: str
    event: str
    publisher: str | None = None
    statement: str | None = None
    span: Span


class Responsibility(Value, frozen=True, kw_only=True):
    """Who is said to have done it: ``party`` and ``by`` are entity ids; ``by`` None is the outlet."""

    party: str
    act: str
    by: str | None
    statement: str | None
    event: str


class Conflict(Value, frozen=True, kw_only=True):
    """Values that do not agree, of which kind, and why they count as that."""

    field: str
    kind: ConflictKind
    values: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


class Incident(Record, frozen=True, kw_only=True):
    """One thing that happened, of which one or many reports tell. Derived, and rebuilt at will."""

    id: str
    type: str
    mode: str | None
    status: EventStatus
    when: Interval
    place: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    tolls: tuple[ToldToll, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    events: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    standing: Standing = "single-origin"
    conflicts: tuple[Conflict, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """Reports that follow one developing matter, beside the incidents that they tell of. Derived.

    ``id`` is that of its first report; ``since`` and ``until`` are the days of the first and the last one;
    ``incidents`` those that its reports begin with; ``subjects`` whom half of its reports name in headline or lead.
    """

    id: str
    since: str
    until: str
    reports: tuple[str, ...]
    incidents: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Position(Value, frozen=True, kw_only=True):
    """Where one party stands in a dispute, since when, by which words.

    ``answer`` is what ``holds`` is about where the question is open: who did it (an entity's id), or how many.
    """

    party: str | None
    holds: Holds
    since: str | None
    statement: str | None
    spans: tuple[Span, ...]
    answer: str | None = None


class Dispute(Record, frozen=True, kw_only=True):
    """One proposition on which parties differ, all sides in view. Derived."""

    id: str
    kind: PropositionKind
    subject: str | None
    place: str | None
    incident: str | None
    about: str
    positions: tuple[Position, ...]


class Failure(Record, frozen=True, kw_only=True):
    """A source that could not be read: why, and what to do."""

    source: str
    reason: str
    advice: str


AnyRecord = (
    Report
    | Mention
    | Actor
    | Place
    | Link
    | Event
    | Statement
    | CodedReport
    | Judgement
    | Incident
    | Story
    | Dispute
    | Failure
)

# -- ids ----------------------------------------------------------------------------------------


def identify(*parts: object) -> str:
    """The id of what ``parts`` say: 16 hex digits of SHA-256 over their canonical JSON."""
    canonical = msgspec.json.encode(parts, order="deterministic")
    return hashlib.sha256(canonical).hexdigest()[:16]


def report_id(text: str, publisher: str | None, url: str | None) -> str:
    """The id of a report."""
    return identify("report", text, publisher, url)


def mention_id(span: Span, kind: MentionKind) -> str:
    """The id of a mention."""
    return identify("mention", span.report, span.start, span.end, kind)


def event_id(trigger: Span, event_type: str) -> str:
    """The id of an event."""
    return identify("event", trigger.report, trigger.start, trigger.end, event_type)


def statement_id(cue: Span, act: Act, content: Iterable[Span]) -> str:
    """The id of a statement."""
    return identify("statement", cue.report, cue.start, cue.end, act, [(s.start, s.end) for s in content])
