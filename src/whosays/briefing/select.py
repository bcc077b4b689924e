"""What goes into a situation report, and where each thing is looked up."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

import msgspec
from anyascii import anyascii
from rapidfuzz import fuzz

from whosays.briefing import phrases
from whosays.briefing.wording import inside
from whosays.records import (
    Actor,
    CodedReport,
    Dispute,
    Event,
    EventStatus,
    Incident,
    Mention,
    Place,
    Report,
    Span,
    Standing,
    Statement,
)


class Book:
    """Coded reports, opened at any page: by the id of a report, an event, a statement or an entity."""

    def __init__(self, records: Iterable[CodedReport]) -> None:
        self.records: dict[str, CodedReport] = {r.report.id: r for r in sorted(records, key=by_day)}

    @cached_property
    def events(self) -> dict[str, tuple[CodedReport, Event]]:
        """Each event with the report that tells of it."""
        return {e.id: (record, e) for record in self.records.values() for e in record.events}

    @cached_property
    def statements(self) -> dict[str, tuple[CodedReport, Statement]]:
        """Each statement with its report, by the report's day and in the order of the text."""
        return {s.id: (record, s) for record in self.records.values() for s in record.statements}

    @cached_property
    def entities(self) -> dict[str, Actor | Place]:
        """Everybody and every place; where reports tell one differently, the first report's."""
        found: dict[str, Actor | Place] = {}
        for record in self.records.values():
            for entity in record.entities:
                found.setdefault(entity.id, entity)
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        """What reports call each entity where they use its own name: the words used most, articles and all."""
        used: dict[str, Counter[str]] = {}
        spelt: dict[str, Counter[str]] = {}
        nameless: dict[str, Counter[str]] = {}
        for record in self.records.values():
            for mention in record.mentions:
                entity = record.entity(mention.id) if mention.form != "pronoun" else None
                words = inside(_own_words(record, mention))
                if entity and _is_name_of(words, entity):
                    used.setdefault(entity.id, Counter())[words] += 1
                elif isinstance(entity, Place) and mention.form == "name" and _is_spelling_of(words, entity.name):
                    spelt.setdefault(entity.id, Counter())[words] += 1
                elif entity and _is_told_below(record, mention) and _has_own_words(entity, words):
                    nameless.setdefault(entity.id, Counter())[words] += 1  # "a hospital official"
        used = {**nameless, **spelt, **used}  # "Raqqa" where no report has "Ar Raqqah", as the map does
        return {entity: max(words, key=lambda w: (words[w], len(w), w)) for entity, words in used.items()}

    def is_named(self, record: CodedReport, mention: str | None) -> bool:
        """Whether somebody in particular is meant, and not "a man" or "gunmen"."""
        entity, found = record.entity(mention), record.mention(mention)
        known = entity is not None and not entity.id.startswith("own:")
        return known or (found is not None and found.form == "name")

    @cached_property
    def told(self) -> dict[str, tuple[Statement, ...]]:
        """The statements about each event."""
        found: dict[str, list[Statement]] = {}
        for _, statement in self.statements.values():
            for target in statement.about:
                found.setdefault(target.target, []).append(statement)
        return {event: tuple(statements) for event, statements in found.items()}

    def report(self, span: Span) -> Report:
        """The report that a span points into."""
        return self.records[span.report].report

    def words(self, span: Span) -> str:
        """The words of a span, on one line."""
        return " ".join(self.report(span).words(span).split())

    def entity_name(self, identifier: str | None) -> str | None:
        """What to call an entity inside a sentence: as a report names it, else by its own name."""
        if identifier is None:
            return None
        entity = self.entities.get(identifier)
        named = self._names.get(identifier, entity.name if entity else None)
        if named and isinstance(entity, Actor) and entity.kind == "person" and _is_one_of_many(entity):
            return f"{'an' if named[0] in 'AEIOUaeio' else 'a'} {named}"  # "a US senator"
        return with_article(named, is_place=isinstance(entity, Place)) if named else None

    def name(self, record: CodedReport, mention: str | None) -> str | None:
        """What to call whom a mention stands for: by name, and who has none by the mention's own words."""
        entity, found = record.entity(mention), record.mention(mention)
        nameless = entity is None or entity.id.startswith("own:") or _is_one_of_many(entity)
        if found and found.form == "nominal" and nameless:
            return inside(_own_words(record, _in_full(record, found, entity.id if entity else None)))
        if entity is None and found and found.form == "name":  # "Moscow and Kyiv traded blame": several, and no one
            return inside(_own_words(record, found))
        return self.entity_name(entity.id) if entity else None

    def publisher(self, report: str) -> str:
        """Who published a report, for a reader."""
        return self.records[report].report.publisher or "an unnamed publisher"


def _is_one_of_many(entity: Actor | Place) -> bool:
    """Whether an actor is only known as one, or a few, of others: "a Kenyan soldier", "two US senators"."""
    if not isinstance(entity, Actor) or entity.kind not in {"person", "people"} or not entity.part_of:
        return False
    return ":office:" not in entity.id and entity.id.startswith(f"{entity.part_of[0]}:")


def by_day(record: CodedReport) -> tuple[str, str]:
    """A report's place in time: its day, then its id."""
    return record.report.day or "", record.report.id


def _in_full(record: CodedReport, mention: Mention, entity: str | None) -> Mention:
    """The same somebody as the text below calls them: headlines leave out articles ("Suicide bomber strikes")."""
    title = len(record.report.title or "")
    if entity is None or mention.span.start >= title:
        return mention
    linked = (record.mention(link.mention) for link in record.links if link.target == entity)
    below = (m for m in linked if m and m.form == "nominal" and m.span.start >= max(title, record.report.body))
    return min(below, key=lambda m: m.span.start, default=mention)


def _own_words(record: CodedReport, mention: Mention) -> str:
    """A mention's words; one that is no name loses a capital that only the beginning of a sentence gave it."""
    words = " ".join(record.report.words(mention.span).split())
    if mention.form != "name":
        words = words.partition(", ")[0]  # "the man, an Austrian": what he is besides stands in the note
    first = words.partition(" ")[0].lower()
    common = mention.form != "name" and re.search(rf"\b{re.escape(first)}\b", record.report.text)
    return first + words[len(first) :] if common else words


def with_article(name: str, *, is_place: bool = False) -> str:
    """An entity's own name inside a sentence, with "the" where such names take one ("the ... Ministry")."""
    bare = re.sub(r" \([^()]*\)$", "", inside(name))  # "Democratic Party (United States)": no reader needs to be told
    first, _, last = bare.rpartition(" ")
    known = phrases.load()
    listed = known.with_article if first else known.alone_with_article
    takes_one = last.casefold() in listed or _head(bare) in known.of_with_article
    if is_place:
        takes_one = takes_one or not known.places_with_article.isdisjoint((last.casefold(), bare.casefold()))
    takes_one = takes_one and not bare.startswith("the ")
    return f"the {bare}" if takes_one else bare


def _is_spelling_of(words: str, name: str) -> bool:
    """Whether a report's words are another way to spell the name of a place: "Raqqa" of "Ar Raqqah"."""
    plain, known = anyascii(words).casefold(), anyascii(name).casefold()
    return not words.isupper() and "," not in words and fuzz.ratio(plain, known) > _SPELT_ALIKE


_SPELT_ALIKE = 65


def _has_own_words(entity: Actor | Place, words: str) -> bool:
    """Whether words say all that is known of somebody without a name, and in which number."""
    return entity.id.startswith("own:") and words.partition(" ")[2] == entity.name


def _is_told_below(record: CodedReport, mention: Mention) -> bool:
    """Whether words that are no name stand in the text and not in its title, where articles are left out."""
    return mention.form == "nominal" and mention.span.start >= record.report.body


def _head(name: str) -> str:
    """The word that a name with "of" is built on: "forces" of "Armed Forces of Ukraine"."""
    before, joined, _ = name.partition(" of ")
    return before.rpartition(" ")[2].casefold() if joined else ""


def _is_name_of(words: str, entity: Actor | Place) -> bool:
    """Whether a report's words are the entity's own name, give or take an article, and not a nickname or a part."""
    bare = inside(words).removeprefix("the ")
    shouted = bare.isupper() and not entity.name.isupper()  # a dateline's PLACE
    return not shouted and bare.casefold() == entity.name.casefold().removeprefix("the ")


# -- what is told in which part -----------------------------------------------------------------

TALKS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"})
_DONE = frozenset({"happened", "ongoing", "attempted"})
_AHEAD = frozenset({"planned", "threatened", "demanded"})


class Matter(msgspec.Struct, frozen=True):
    """Something to tell of: an incident with all its tellings, or a deed that is no incident (a threat, a habit)."""

    id: str
    lead: Telling
    tellings: tuple[Telling, ...]
    incident: Incident | None = None

    @property
    def status(self) -> EventStatus:
        """Whether it happened, is planned ..."""
        return self.incident.status if self.incident else self.lead.event.status

    @property
    def is_done(self) -> bool:
        """Whether it took place, or was at least begun."""
        return self.status in _DONE

    @property
    def is_ahead(self) -> bool:
        """Whether it was only planned, threatened or demanded."""
        return self.status in _AHEAD

    @property
    def is_alleged(self) -> bool:
        """Whether it is known from accusations alone: "accused them of arming rebels"."""
        return all(_is_charge(telling) for telling in self.tellings)

    @property
    def is_talks(self) -> bool:
        """Whether it belongs with meetings and agreements."""
        return self.lead.event.type in TALKS

    @property
    def standing(self) -> Standing:
        """On how many independent voices it rests."""
        return self.incident.standing if self.incident else "single-origin"

    @property
    def start(self) -> str:
        """When it begins; empty when that is not known."""
        return (self.incident.when.start if self.incident else self.lead.event.when.start) or ""


class Telling(msgspec.Struct, frozen=True):
    """One event as one report tells it."""

    record: CodedReport
    event: Event


def _is_charge(telling: Telling) -> bool:
    """Whether a report tells of it only in the words of who accuses somebody of it."""
    charges = (s for s in telling.record.statements if s.act == "accuse")
    return any(content.covers(telling.event.trigger) for s in charges for content in s.content)


def matters(book: Book, incidents: Iterable[Incident], reports: frozenset[str]) -> tuple[Matter, ...]:
    """All that these reports tell of: the latest first, what is told by many before what is told by one."""
    found: list[Matter] = []
    told: set[str] = set()
    for incident in incidents:
        told.update(incident.events)
        if reports.intersection(incident.reports):
            tellings = _tellings(book, incident)
            found.append(Matter(incident.id, _fullest(tellings), tellings, incident))
    for record, event in book.events.values():
        if event.id not in told and record.report.id in reports:
            found.append(Matter(event.id, Telling(record, event), (Telling(record, event),)))
    return tuple(sorted(found, key=lambda m: (m.start, len(m.tellings), m.id), reverse=True))


def _tellings(book: Book, incident: Incident) -> tuple[Telling, ...]:
    found = [Telling(*book.events[event]) for event in incident.events if event in book.events]
    return tuple(sorted(found, key=lambda t: (*by_day(t.record), t.event.trigger.start)))


def _fullest(tellings: Iterable[Telling]) -> Telling:
    """The telling that says most: parties known as a fact first, then tolls, place and day."""

    def told(telling: Telling) -> int:
        event = telling.event
        parties = sum(2 for role in event.roles if role.mention and role.basis == "fact")
        return parties + len(event.tolls) + (event.place is not None) + (event.when.start is not None)

    return max(tellings, key=told)


def key_incidents(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """What happened by more than one voice or with disagreement: first what many tell, of that first the disputed."""
    kept = [m for m in found if m.is_done and not m.is_talks and m.standing != "single-origin"]
    return tuple(sorted(kept, key=lambda m: (not _is_told_by_many(m), m.standing != "disputed")))


def _is_told_by_many(matter: Matter) -> bool:
    return matter.incident is not None and len(matter.incident.origins) > 1


def single_origin(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """What happened by the word of one origin alone."""
    return tuple(m for m in found if m.is_done and not m.is_talks and m.standing == "single-origin")


def meetings(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """Talks, agreements, help and concessions that took place."""
    return tuple(m for m in found if m.is_done and m.is_talks)


def ahead(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """What is planned, threatened or demanded."""
    return tuple(m for m in found if m.status in _AHEAD)


def recurring(found: Iterable[Matter]) -> tuple[Matter, ...]:
    """What is told as a habit and not as one incident."""
    return tuple(m for m in found if m.status == "habitual")


_SURE = 4  # a row that is always right, beside one that never is


def weight_of(matter: Matter) -> float:
    """How much a matter has to tell: independent voices, people harmed, known parties, place, day, and how surely."""
    incident, event = matter.incident, matter.lead.event
    harmed = max((t.count.low or 0 for t in event.tolls), default=0)
    parties = {role.mention for role in event.roles if role.mention and role.basis == "fact"}
    known = sum(1 for entity in map(matter.lead.record.entity, parties) if entity and not entity.id.startswith("own:"))
    return (
        4 * (len(incident.origins) - 1 if incident else 0)
        + math.log2(1 + harmed)
        + 2 * min(known, 2)
        + (event.place is not None)
        + (event.when.start is not None)
        + _SURE * event.confidence
    )


def weight_of_words(record: CodedReport, statement: Statement) -> float:
    """How much a statement has to tell: a known speaker, an act that commits or contradicts, enough words."""
    speaker = record.entity(statement.speaker)
    known = speaker is not None and not speaker.id.startswith("own:")
    words = sum(len(record.report.words(span).split()) for span in statement.content)
    return 2 * known + (statement.act not in ("assert", "report", "praise")) + (words > _FEW_WORDS)


_FEW_WORDS = 3


def disputes_in_view(disputes: Iterable[Dispute], reports: frozenset[str]) -> tuple[Dispute, ...]:
    """The disputes in which these reports tell at least one position."""
    return tuple(d for d in disputes if any(s.report in reports for p in d.positions for s in p.spans))
