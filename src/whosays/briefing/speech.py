"""Sentences about words: who said what to whom, and where parties stand in a dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from whosays.briefing import phrases
from whosays.briefing.deeds import VOUCHING, words_of
from whosays.briefing.select import Book
from whosays.briefing.shape import Line
from whosays.briefing.wording import distinct, inside, listed, quoted, say_day, sentence
from whosays.records import Act, Actor, CodedReport, Dispute, Holds, Position, Span, Statement

_OFTEN = {"repeated": "repeatedly", "habitual": "regularly"}
_ABOUT_RESPONSIBILITY: tuple[Act, ...] = ("claim", "blame")


def statements(book: Book, reports: frozenset[str], told: frozenset[str]) -> tuple[tuple[str, Line], ...]:
    """A sentence for each statement of these reports, with its id, by the report's day and in the order of the text.

    The same words in several reports are one sentence with several notes.
    Left out is what the report shows already: words that only vouch for an event in ``told`` (ids of events), and
    claims of responsibility for one.
    """
    found: dict[str, tuple[str, Line]] = {}
    for record, statement in book.statements.values():
        if record.report.id in reports and not _is_shown(statement, told):
            line = said(book, record, statement)
            first, known = found.get(line.text, (statement.id, None))
            found[line.text] = (first, Line(line.text, (*known.spans, *line.spans)) if known else line)
    return tuple(found.values())


def _is_shown(statement: Statement, told: frozenset[str]) -> bool:
    shown = statement.act in VOUCHING or statement.act in _ABOUT_RESPONSIBILITY
    return shown and bool(statement.about) and all(target.target in told for target in statement.about)


def said(book: Book, record: CodedReport, statement: Statement) -> Line:
    """Who said what, to whom and through whom: "CSTO voiced concern on 11 December 2024: “the threats ...”"."""
    speech = phrases.load().acts[statement.act]
    speaker = book.name(record, statement.speaker) or "an unnamed source"
    if statement.speaker is None and statement.status == "negated":
        return Line(sentence("no one", speech.past, _what(record, statement)), words_of(statement))
    addressee = book.name(record, statement.addressee)
    to = f"{speech.to} {addressee}" if addressee else ""
    relays = [name for name in (book.name(record, relay) for relay in statement.relay) if name]
    through = f"(through {listed(relays)})" if relays else ""
    when = f"on {say_day(day)}" if (day := _day(statement)) else ""
    own = _own_words(record, statement)
    if own and (not to or _names(record, own[1], statement.addressee)):
        return Line(sentence(speaker, through, own[0], when), words_of(statement))
    verb, what = _verb(statement, speech, is_many=_is_many(record, statement.speaker)), _what(record, statement)
    names_them = any(_names(record, span, statement.addressee) for span in statement.content)
    if (governing := _governing(statement, speech, what)) and (not to or names_them):
        return Line(sentence(speaker, through, when, governing, what.removeprefix(": ")), words_of(statement))
    return Line(sentence(speaker, verb, to, through, when, what), words_of(statement))


def _governing(statement: Statement, speech: phrases.Speech, what: str) -> str | None:
    """A verb of the act that takes what was said as its object: "condemned “the attack”", "promised “to help”"."""
    often = _OFTEN.get(statement.status)
    words = what.removeprefix(": “")
    if _QUESTION.match(words) and statement.act in ("assert", "decline"):
        return {"negated": "did not say", "made": "declined to say" if statement.act == "decline" else "said"}.get(
            statement.status
        )
    if (statement.status != "made" and often is None) or len(statement.content) != 1 or _IN_VOICE.match(words):
        return None
    verb = speech.thing
    if words.startswith("to "):
        verb = speech.doing
    elif _FINITE.search(words):
        verb = speech.clause
    elif _ONE_TO.search(words):
        verb = speech.one_to
    elif (statement.act == "accuse" and not _OF_DOING.search(words)) or " " not in words:
        return None  # "accused “false statements”" names nobody; nor does "voiced concern over “he”"
    return " ".join(part for part in (often, verb) if part) if verb else None


_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did|cannot)\b"
    r"|n['’]t\b|\bto have\b"
)
_QUESTION = re.compile(r"(?:whether|if|why|how|what|who|when|where) ")
_OF_DOING = re.compile(r" of (?:\w+ly )?(?:\w{2,}ing\b|‘|a |an |war |genocide|treason|corruption|crimes )")
_ONE_TO = re.compile(r"^(?:(?!for )\S+ ){1,8}?to (?!the |a |an |be |have )[a-z]+ ?")  # "Mali to hold a vote"
_IN_VOICE = re.compile(r"‘|I\b|[Ww]e\b|You\b|.*[!?]”$")  # somebody's words as they were spoken: no object of a verb


def _own_words(record: CodedReport, statement: Statement) -> tuple[str, Span] | None:
    """The report's own verb with what was said, as one quotation, where they stand together: “rejected the offer”."""
    if not statement.content or statement.status not in _OFTEN.keys() | {"made"}:
        return None
    start, end = statement.cue.start, max(span.end for span in statement.content)
    told = sum(
        span.end - max(span.start, statement.cue.end) for span in statement.content if span.end > statement.cue.end
    )
    if min(span.start for span in statement.content) < statement.cue.end or end - statement.cue.end > told + _ASIDE:
        return None
    first, *_ = record.report.words(statement.cue).lower().split()
    known = phrases.load()
    if not (first.endswith("ed") or first in known.past or first in known.present):
        return None
    return quoted(record.report.text[start:end]), Span(report=record.report.id, start=start, end=end)


def _names(record: CodedReport, words: Span, mention: str | None) -> bool:
    """Whether words name somebody themselves."""
    found = record.mention(mention)
    return found is not None and words.covers(found.span)


_ASIDE = 60  # characters between a verb and what was said that a quotation may carry along


def _what(record: CodedReport, statement: Statement) -> str:
    """What was said in the report's words; with the verb where they are a mere pronoun ("condemned it")."""
    if not statement.content:
        return ""
    text = record.report.text
    words = text[statement.content[0].start : statement.content[0].end]
    for before, span in pairwise(statement.content):
        gap = text[before.end : span.start]
        joined = gap if _ONE_WORD.fullmatch(gap) else " … "
        words += joined + text[span.start : span.end]
    if _PRONOUN.fullmatch(words):
        words = " … ".join(record.report.words(span) for span in words_of(statement))
    return f": {quoted(words)}"


_ONE_WORD = re.compile(r"\s*\w{0,5}\s*")  # "accused Iran [of] planning": too little to cut out
_PRONOUN = re.compile(r"(?:it|this|that|them|him|her|everybody|everyone|so)", re.IGNORECASE)


def _verb(statement: Statement, speech: phrases.Speech, *, is_many: bool = False) -> str:
    match statement.status:
        case "negated":
            return f"did not {speech.base}"
        case "expected":
            return f"{'were' if is_many else 'was'} expected to {speech.base}"
        case status:
            return f"{_OFTEN[status]} {speech.past}" if status in _OFTEN else speech.past


def _is_many(record: CodedReport, mention: str | None) -> bool:
    """Whether the words for a speaker are a plural: "Saudis", "many", "Britain and France"."""
    found, entity = record.mention(mention), record.entity(mention)
    if found is None:
        return False
    words = record.report.words(found.span).lower()
    people = isinstance(entity, Actor) and entity.kind == "people"
    plural = found.form == "nominal" and words.endswith("s") and not words.endswith("ss")
    return people or plural or " and " in words or words in ("many", "some", "both", "they", "others")


def _day(statement: Statement) -> str | None:
    """The day of the words where one is told and they were spoken once; else the footnote's day has to do."""
    when = statement.when
    once = statement.status == "made" and when.precision in ("day", "minute", "part-of-day")
    return when.start if once and when.basis not in ("publication", "none") else None


# -- disputes -----------------------------------------------------------------------------------

_HELD: dict[Holds, str] = {"true": "held true", "false": "held false", "unknown": "left open"}


def positions(book: Book, dispute: Dispute) -> Iterator[Line]:
    """A sentence for each party: where it stands, since when, in its own words; those for it first."""
    order = ("true", "false", "unknown")
    answers = all(position.holds == "true" for position in dispute.positions)
    stands: dict[tuple[Holds, str], list[tuple[Position, tuple[Span, ...]]]] = {}
    for position in sorted(dispute.positions, key=lambda p: order.index(p.holds)):
        spans = tuple(s for s in position.spans if s.report in book.records)
        told = book.statements.get(position.statement or "")
        if not spans and told:
            spans = words_of(told[1])
        if spans:
            party = book.entity_name(position.party) or _voice(book, position, spans[0].report)
            stands.setdefault((position.holds, party), []).append((position, spans))
    for (holds, party), taken in stands.items():
        # Where nobody says no ("Who did it?"), each position is an answer.
        stand = party if answers else f"{_HELD[holds]} by {party}"
        words = "; ".join(distinct(quoted(" … ".join(map(book.words, spans))) for _, spans in taken))
        aside = _how_and_since(book, [position for position, _ in taken])
        yield Line(sentence(stand, aside, f": {words}"), tuple(dict.fromkeys(s for _, spans in taken for s in spans)))


def _how_and_since(book: Book, taken: Sequence[Position]) -> str:
    """By which acts a party takes its stand, and the first day by which it did: "(denied, by 15 May 2024)"."""
    told = [book.statements[p.statement][1] for p in taken if p.statement in book.statements]
    how = distinct(_verb(statement, phrases.load().acts[statement.act]) for statement in told)
    first = min((p.since for p in taken if p.since), default=None)
    asides = [*how, *([f"by {say_day(first)}"] if first else [])]
    return f"({', '.join(asides)})" if asides else ""


def _voice(book: Book, position: Position, report: str) -> str:
    told = book.statements.get(position.statement or "")
    named = book.name(told[0], told[1].speaker) if told else None
    return named or f"{book.publisher(report)} in its own voice"


def question(dispute: Dispute) -> str:
    """A dispute's heading: what it is about."""
    about = inside(dispute.about)
    return about[:1].upper() + about[1:]


def reports_of(dispute: Dispute) -> frozenset[str]:
    """The reports in which the positions have their words."""
    return frozenset(span.report for position in dispute.positions for span in position.spans)
