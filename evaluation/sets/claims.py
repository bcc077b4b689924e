"""The set ``claims``: who denies, claims and blames, and for which deed, in the project's own short passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec
import yaml

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given
from evaluation.scoring import Tally, share
from whosays.records import CodedReport, Span, Statement

ACTS = ("deny", "claim", "blame")
Words = str | list[str]


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement that must come out; words stand in the passage, several are equally right, None is nobody."""

    act: Literal["deny", "claim", "blame"]
    speaker: Words | None = None
    status: Literal["made", "negated"] = "made"
    about: Words | None = None  # words that tell of the deed or statement that it is about; [] is none, None is free
    party: Words | None = None  # who is blamed


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage with all its denials, claims and blames; those of one ``pair`` differ as little as can be."""

    id: str
    text: str
    statements: tuple[Wanted, ...] = ()
    pair: str | None = None
    published: str | None = None


def run(request: Request) -> Result:
    """Looks for the statements of every passage."""
    tallies = {act: Tally() for act in ACTS}
    about = Tally()
    cases: list[Case] = []
    pairs: dict[str, bool] = {}
    for passage in (p for path in files(request, "*.yaml") for p in read(path)):
        record = whosays.code(as_given(passage.text, published=passage.published))
        case = _score(passage, record, tallies, about)
        cases.append(case)
        if passage.pair:
            pairs[passage.pair] = pairs.get(passage.pair, True) and case.verdict == "right"
    keys: dict[str, Number] = {}
    for act, tally in tallies.items():
        keys |= {f"{act}_p": tally.p, f"{act}_r": tally.r}
    keys |= {"about_acc": share(about.right, about.gold), "pairs_right": share(sum(pairs.values()), len(pairs))}
    keys |= {"passages": len(cases), "right": sum(c.verdict == "right" for c in cases), "pairs": len(pairs)}
    return Result(keys=keys | {f"{act}_gold": tally.gold for act, tally in tallies.items()}, cases=tuple(cases))


def read(path: Path) -> Iterator[Passage]:
    """The passages of a file; the words that they name must stand in their texts."""
    try:
        passages = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), tuple[Passage, ...])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise EvaluationError(f"{path}: not a file of passages ({error})") from error
    for passage in passages:
        for wanted in passage.statements:
            named = [w for told in (wanted.speaker, wanted.about, wanted.party) for w in _either(told)]
            missing = [words for words in named if words not in passage.text]
            if missing:
                raise EvaluationError(f"{path}: {passage.id} does not hold the words {missing[0]!r}")
        yield passage


def _either(words: Words | None) -> Sequence[str]:
    return [words] if isinstance(words, str) else words or []


def _score(passage: Passage, record: CodedReport, tallies: dict[str, Tally], about: Tally) -> Case:
    """Counts a passage in; right with every statement found, about the right thing, and none beyond."""
    left = [s for s in record.statements if s.act in ACTS]
    counted = {act: [0, sum(s.act == act for s in left), 0] for act in ACTS}
    wrong = 0
    for wanted in passage.statements:
        counted[wanted.act][2] += 1
        fitting = [s for s in left if _fits(record, wanted, s)]
        if not fitting:
            wrong += 1
            continue
        hit = next((s for s in fitting if _points(record, wanted, s)), fitting[0])
        left.remove(hit)
        counted[wanted.act][0] += 1
        if wanted.about is not None:
            about.add(_points(record, wanted, hit), 1, 1)
            wrong += not _points(record, wanted, hit)
    for act, (right, found, gold) in counted.items():
        tallies[act].add(right, found, gold)
    return Case(
        id=passage.id,
        verdict="wrong" if wrong or left else "right",
        gold=tuple(_wanted(w) for w in passage.statements),
        found=tuple(_shown(record, s) for s in record.statements),
    )


def _fits(record: CodedReport, wanted: Wanted, found: Statement) -> bool:
    """Whether act, status, speaker and the party that is blamed are as wanted."""
    if found.act != wanted.act or (found.status == "negated") != (wanted.status == "negated"):
        return False
    held = [p.subject for p in found.propositions if p.kind == "responsible"]
    blamed = wanted.party is None or any(_is(record, party, wanted.party) for party in held)
    return blamed and _is(record, found.speaker, wanted.speaker)


def _is(record: CodedReport, mention: str | None, words: Words | None) -> bool:
    found = record.mention(mention)
    if found is None or words is None:
        return found is None and words is None
    return any(found.span.overlaps(span) for span in _places(record, words))


def _places(record: CodedReport, words: Words | None) -> Iterator[Span]:
    text = record.report.text
    for one in _either(words):
        start = text.find(one)
        while start >= 0:
            yield Span(report=record.report.id, start=start, end=start + len(one))
            start = text.find(one, start + 1)


def _points(record: CodedReport, wanted: Wanted, found: Statement) -> bool:
    """Whether a statement is about what is told by the words wanted, about nothing where there are none."""
    told = {target.target for target in found.about}
    if not wanted.about:
        return wanted.about is None or not told
    spans = list(_places(record, wanted.about))
    return bool(told & set(_told_at(record, spans)))


def _told_at(record: CodedReport, spans: Sequence[Span]) -> Iterable[str]:
    """The events and statements for which words stand: triggers, cues, and mentions linked to an event."""
    yield from (e.id for e in record.events if any(e.trigger.overlaps(s) for s in spans))
    yield from (said.id for said in record.statements if any(said.cue.overlaps(s) for s in spans))
    at = {m.id for m in record.mentions if m.kind == "event" and any(m.span.overlaps(s) for s in spans)}
    yield from (link.target for link in record.links if link.mention in at and link.target)


def _wanted(wanted: Wanted) -> str:
    negated = "not " if wanted.status == "negated" else ""
    return f"{negated}{wanted.act}: {wanted.speaker}, about {wanted.about}, party {wanted.party}"


def _shown(record: CodedReport, statement: Statement) -> str:
    speaker = record.mention(statement.speaker)
    triggers = {e.id: record.report.words(e.trigger) for e in record.events}
    about = [triggers.get(t.target, "a statement") for t in statement.about]
    held = [m.name for p in statement.propositions if p.kind == "responsible" and (m := record.mention(p.subject))]
    negated = "not " if statement.status == "negated" else ""
    return f"{negated}{statement.act}: {speaker.name if speaker else None}, about {about}, responsible {held}"
