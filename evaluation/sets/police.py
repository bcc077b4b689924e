"""The set ``india-police``: what the police did in each sentence of newspaper reports - kill, arrest, use force, fail.

The text is taken as it is given (lower case, broken quotation marks). A document is coded as a whole, and its sentences
are asked what in them the police are said to have done; where nobody is said to have arrested, the police have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally
from evaluation.sectors import sectors
from whosays.records import CodedReport, Event, Span
from whosays.views import actors

LABELS = ("KILL", "ARREST", "FORCE", "FAIL")
_POLICE = "COP"
_TOLD = frozenset({"happened", "ongoing", "habitual", "attempted"})
Row = TypeVar("Row")
Marked = tuple[str, int]  # a label, and a place in the text


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a document: where it stands, and what the police do in it."""

    number: int
    start: int
    end: int
    labels: frozenset[str]


class Document(msgspec.Struct, frozen=True):
    """A newspaper report with its sentences."""

    id: str
    text: str
    labels: frozenset[str]
    sentences: tuple[Sentence, ...]


def run(request: Request) -> Result:
    """Labels the sentences of every document."""
    tallies = {label: Tally() for label in LABELS}
    documents = Tally()
    cases: list[Case] = []
    number = 0
    for document in read(request):
        number += 1
        _, record = stages(as_given(document.text))
        marked = sorted(labels_of(record))
        documents.add(
            len(document.labels & {label for label, _ in marked}), len({m[0] for m in marked}), len(document.labels)
        )
        for sentence in document.sentences:
            ours = {label for label, at in marked if sentence.start <= at < sentence.end}
            for label, tally in tallies.items():
                tally.add(label in ours & sentence.labels, label in ours, label in sentence.labels)
            if ours | sentence.labels:
                cases.append(_case(document, sentence, ours))
    return Result(keys=_keys(tallies, documents, number), cases=tuple(cases))


def _keys(tallies: dict[str, Tally], documents: Tally, number: int) -> dict[str, Number]:
    keys: dict[str, Number] = {f"{label.lower()}_f1": tally.f1 for label, tally in tallies.items()}
    keys |= {"doc_recall": documents.r, "doc_p": documents.p}
    for label, tally in tallies.items():
        keys |= {f"{label.lower()}_p": tally.p, f"{label.lower()}_r": tally.r, f"{label.lower()}_gold": tally.gold}
    return keys | {"documents": number}


def _case(document: Document, sentence: Sentence, ours: set[str]) -> Case:
    verdict = "right" if ours == sentence.labels else "wrong"
    identity = f"{document.id}-{sentence.number}"
    return Case(id=identity, verdict=verdict, gold=tuple(sorted(sentence.labels)), found=tuple(sorted(ours)))


# -- gold ---------------------------------------------------------------------------------------


class _Document(msgspec.Struct):
    doc_id: int
    doc_text: str
    doc_labels: list[str]


class _Sentence(msgspec.Struct):
    doc_id: int
    sent_id: int
    sent_text: str
    sent_labels: list[str]


def read(request: Request) -> Iterator[Document]:
    """The documents of ``docs*.jsonl`` with their sentences from the ``sents*.jsonl`` of the same ending."""
    for path in files(request, "docs*.jsonl"):
        beside = path.with_name(path.name.replace("docs", "sents", 1))
        if not beside.is_file():
            raise EvaluationError(f"no data: {path.name} has no {beside.name} beside it")
        sentences: dict[int, list[_Sentence]] = {}
        for sentence in _rows(beside, _Sentence):
            sentences.setdefault(sentence.doc_id, []).append(sentence)
        for document in _rows(path, _Document):
            found = tuple(_placed(document.doc_text, sentences.get(document.doc_id, [])))
            labels = frozenset(document.doc_labels) & set(LABELS)
            yield Document(str(document.doc_id), document.doc_text, labels, found)


def _rows(path: Path, kind: type[Row]) -> Iterator[Row]:
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.DecodeError as error:
            raise EvaluationError(f"{path}, line {number}: not a row of the set ({error})") from error


def _placed(text: str, sentences: Iterable[_Sentence]) -> Iterator[Sentence]:
    at = 0
    for sentence in sorted(sentences, key=lambda s: s.sent_id):
        words = sentence.sent_text.strip()
        start = text.find(words, at)
        if start < 0:
            raise EvaluationError(f"document {sentence.doc_id} does not hold its sentence {sentence.sent_id}")
        at = start + len(words)
        yield Sentence(sentence.sent_id, start, at, frozenset(sentence.sent_labels) & set(LABELS))


# -- found --------------------------------------------------------------------------------------


def labels_of(record: CodedReport) -> set[Marked]:
    """What the police do in a report, and where it says so."""
    found: set[Marked] = set()
    for event in record.events:
        by_police = _by_police(record, event)
        places = [span.start for span in _words_of(record, event)]
        if event.status == "negated" or event.type == "REJECT":
            found |= {("FAIL", at) for at in places if by_police}
        elif event.status not in _TOLD:
            continue
        elif event.type == "COERCE" and event.mode == "arrest" and (by_police or not actors(record, event)):
            found |= {("ARREST", at) for at in places}
        elif event.type == "ASSAULT" and by_police:
            killed = [span.start for span in _killed(record, event)]
            found |= {("FORCE", at) for at in (*places, *killed)} | {("KILL", at) for at in killed}
    refused = (s for s in record.statements if s.act == "refuse" and _is_police(record, s.speaker))
    return found | {("FAIL", s.cue.start) for s in refused}


def _words_of(record: CodedReport, event: Event) -> list[Span]:
    """Where an event is named: its trigger, and the mentions that were linked to it."""
    linked = {link.mention for link in record.links if link.target == event.id}
    return [event.trigger, *(m.span for m in record.mentions if m.id in linked and m.kind == "event")]


def _killed(record: CodedReport, event: Event) -> list[Span]:
    tolls = [toll.span for toll in event.tolls if toll.effect == "killed"]
    dead = (record.mention(role.mention) for role in event.roles if role.effect == "killed")
    return [*tolls, *(m.span for m in dead if m is not None)]


def _by_police(record: CodedReport, event: Event) -> bool:
    return any(_is_police(record, party.mention) for party in actors(record, event))


def _is_police(record: CodedReport, mention: str | None) -> bool:
    return _POLICE in sectors(record, mention)
