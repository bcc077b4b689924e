"""The set ``giveme5w1h``: who did what, when and where, as the first answer for each news article."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import stages
from evaluation.scoring import share
from whosays import Parse
from whosays.records import CodedReport, Event, Span, Statement
from whosays.views import Party, actors, by_prominence, party, recipients

QUESTIONS = ("who", "what", "when", "where")
_HALF = 0.5
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had his her its their "
    "that this it he she they who which after before over into near".split()
)
Side = Callable[[CodedReport, Event], tuple[Party, ...]]


class Article(msgspec.Struct, frozen=True):
    """An article with the gold phrases for each question."""

    id: str
    text: str
    published: str | None
    phrases: dict[str, tuple[str, ...]]


def run(request: Request) -> Result:
    """Answers the questions for every article."""
    cases: list[Case] = []
    right = dict.fromkeys(QUESTIONS, 0)
    asked = dict.fromkeys(QUESTIONS, 0)
    answered = 0
    for article in (read(path) for path in files(request, "*.json")):
        try:
            parsed, record = stages(whosays.read_text(article.text, published=article.published))
            answers = answer(record, parsed)
        except whosays.UnreadableError:
            answers = {}
        for question in QUESTIONS:
            gold, ours = article.phrases[question], answers.get(question, "")
            if not gold:
                continue
            hit = bool(ours) and any(alike(phrase, ours) for phrase in gold)
            asked[question] += 1
            right[question] += hit
            answered += bool(ours)
            verdict = "right" if hit else "wrong" if ours else "unanswered"
            found = (ours,) if ours else ()
            cases.append(Case(id=f"{article.id[:12]} {question}", verdict=verdict, gold=gold, found=found))
    return Result(
        keys={question: share(right[question], asked[question]) for question in QUESTIONS}
        | {"four_w": share(sum(right.values()), answered), "answered": share(answered, len(cases))}
        | {"questions": len(cases)},
        cases=tuple(cases),
    )


def read(path: Path) -> Article:
    """One article of the set."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        told = raw["fiveWoneH"]
        phrases = {q: tuple(a["text"] for a in told[q]["annotated"] if a.get("text")) for q in QUESTIONS}
        day = re.match(r"\d{4}-\d\d-\d\d", raw.get("date_publish") or "")
        parts = (raw.get("title"), raw.get("text"))
        return Article(path.stem, "\n\n".join(p for p in parts if p), day[0] if day else None, phrases)
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"{path}: not an article of the set ({error!r})") from error


def answer(record: CodedReport, parsed: Parse) -> dict[str, str]:
    """The first answers: from the event that the report is about, for what it does not tell from the next that does.

    Without an event the first who speaks is who; the dateline or the first place named, and the first time told, say
    where and when.
    """
    events = by_prominence(record)
    acting = next(_names(events, actors, record), "")
    struck = next(_names(events[:1], recipients, record), "")
    speaking = (_name(record, party(record, s.speaker)) for s in record.statements)
    times = (parsed.text(t.start, t.end) for t in parsed.times if t.kind in ("date", "time"))
    when = next((record.report.words(e.when.span) for e in events if e.when.span), next(times, ""))
    named = record.report.dateline or next((m.name for m in record.mentions if m.kind == "place"), "")
    places = (m.name for m in (record.mention(e.place) for e in events) if m)
    said = _headline(record, events)
    who = _name(record, party(record, said.speaker)) if said else acting or struck
    words = _words(record, (said.cue, *said.content)) if said else _words(record, events[0].evidence) if events else ""
    return {
        "who": who or next((name for name in speaking if name), ""),
        "what": words,
        "when": when,
        "where": next(places, named),
    }


def _names(events: Iterable[Event], side: Side, record: CodedReport) -> Iterator[str]:
    named = (_name(record, party) for event in events for party in side(record, event))
    return (name for name in named if name)


def _name(record: CodedReport, who: Party | None) -> str:
    """The words of the report; for a pronoun the name of whom it stands for, nothing where that is not known."""
    mention = record.mention(who.mention) if who else None
    if who is None or mention is None:
        return ""
    if mention.form == "pronoun":
        return who.name if who.entity and who.name != mention.name else ""
    return mention.name


def _headline(record: CodedReport, events: Sequence[Event]) -> Statement | None:
    """The statement with which a headline begins ("Minister blames rebels for ..."), before any event is told."""
    first = min((e.trigger.start for e in events), default=len(record.report.text))
    title = len(record.report.title or "")
    return next((s for s in record.statements if s.speaker and s.cue.end <= title and s.cue.start < first), None)


def _words(record: CodedReport, spans: Iterable[Span]) -> str:
    return " ".join(" ".join(record.report.words(s) for s in spans).split())


def alike(gold: str, found: str) -> bool:
    """Whether the answer overlaps the phrase by half of its content words."""
    wanted, told = _content(gold), _content(found)
    return bool(wanted) and len(wanted & told) >= _HALF * len(wanted)


def _content(words: str) -> set[str]:
    every = {w.lower() for w in _WORD.findall(words)}
    return (every - _EMPTY) or every
