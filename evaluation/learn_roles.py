"""Learns who and what plays which role in the attacks of a report, from MUC DEV in GRIT's format alone.

    python -m evaluation.learn_roles --data processed/train.json

writes ``muc4_roles.csv``: what each sign weighs for a report, an incident and a sentence that tell of what the task
wants, and for a wording that fills a role; and from which likelihood on one is taken. The first three are learnt
first; what phrases are told of theirs comes from weights that were learnt without them. From where on a wording is
taken is chosen likewise, on reports that taught nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

import whosays
from evaluation.fillers import ROLES, Chance, Filler, Read, offered
from evaluation.fillers.choosing import FILE, taken
from evaluation.fillers.relevance import (
    INCIDENT,
    REPORT,
    SENTENCE,
    Relevance,
    signs_of_incidents,
    signs_of_report,
    signs_of_sentences,
    steps,
)
from evaluation.learning import check
from evaluation.regression import Floats, Learnt, Numbers, Signs, fit
from evaluation.running import as_given, stages
from evaluation.scoring import Tally
from evaluation.sets.roles import Document, aligned, read
from evaluation.templates import Told
from evaluation.weighing import ENOUGH, Weights, write

_PARTS = 3  # of the reports, one of which is left out at a time
_LEAST = 0.05  # a weight below it is left out
# How strongly weights are held near nothing, and how many examples must show a sign.
_HELD = {REPORT: (20.0, 10), INCIDENT: (10.0, 10), SENTENCE: (10.0, 15)}
_HELD_ROLES = (6.0, 15)
_ENOUGH = tuple(round(0.05 * n, 2) for n in range(2, 11))


class Lesson(msgspec.Struct, frozen=True):
    """A report with its gold, its phrases, and the signs of all of them by number."""

    document: Document
    fillers: Sequence[Filler]
    of_fillers: Sequence[Numbers]
    of_report: Numbers
    of_incidents: Sequence[Numbers]
    of_sentences: Sequence[Numbers]


def lesson(document: Document, signs: Signs) -> Lesson:
    """A report as something to learn from."""
    parsed, record = stages(as_given(document.text))
    told = Read(Told(record, parsed), whosays.merge([record]).incidents)
    found = offered(told)
    return Lesson(
        document,
        [msgspec.structs.replace(f, signs=frozenset()) for f in found],
        [signs.of(f.signs) for f in found],
        signs.of(signs_of_report(told)),
        [signs.of(s) for s in signs_of_incidents(told)],
        [signs.of(s) for s in signs_of_sentences(told)],
    )


def learn(lessons: Sequence[Lesson], signs: Signs) -> dict[str, Weights]:
    """All weights, by what they are weights for."""
    learnt: dict[str, Weights] = {}
    relevance = _relevance(lessons, signs, learnt)
    for role in ROLES:
        learnt[role] = _role(lessons, relevance, role, signs)
    return learnt


def _relevance(lessons: Sequence[Lesson], signs: Signs, learnt: dict[str, Weights]) -> list[Relevance]:
    """Learns which reports, incidents and sentences are wanted.

    Says of each how likely it is by weights that were learnt without it.
    """
    parts = np.array([_part(one, at) for at, one in enumerate(lessons)])
    ours = np.array([float(any(_wanted(one, one.of_sentences, _sentences))) for one in lessons])
    fitted, reports = _crossed([one.of_report for one in lessons], ours, parts, _HELD[REPORT])
    learnt[REPORT] = fitted.named(signs)
    whole = [signs.of(steps("report", float(report))) for report in reports]
    found: dict[str, list[list[float]]] = {}
    for what, pieces, at in ((INCIDENT, _of_incidents, _incidents), (SENTENCE, _of_sentences, _sentences)):
        rows = [np.concatenate([row, w]) for one, w in zip(lessons, whole, strict=True) for row in pieces(one)]
        ours = np.array([float(w) for one in lessons for w in _wanted(one, pieces(one), at)])
        lengths = [len(pieces(one)) for one in lessons]
        fitted, chances = _crossed(rows, ours, np.repeat(parts, lengths), _HELD[what])
        learnt[what] = fitted.named(signs)
        ends = np.cumsum(lengths)
        found[what] = [[float(c) for c in chances[e - n : e]] for n, e in zip(lengths, ends, strict=True)]
    return [
        Relevance(float(report), incidents, sentences)
        for report, incidents, sentences in zip(reports, found[INCIDENT], found[SENTENCE], strict=True)
    ]


def _of_incidents(one: Lesson) -> Sequence[Numbers]:
    return one.of_incidents


def _of_sentences(one: Lesson) -> Sequence[Numbers]:
    return one.of_sentences


def _incidents(filler: Filler) -> Sequence[int]:
    return filler.incidents


def _sentences(filler: Filler) -> Sequence[int]:
    return filler.sentences


def _wanted(one: Lesson, pieces: Sequence[Numbers], at: Callable[[Filler], Sequence[int]]) -> list[bool]:
    """Of each piece of a report whether it names somebody or something that the gold holds."""
    gold = frozenset(words for entities in one.document.roles.values() for e in entities for words in e)
    hit = {n for filler in one.fillers if filler.words in gold for n in at(filler)}
    return [n in hit for n in range(len(pieces))]


def _part(one: Lesson, at: int) -> int:
    """The part of the reports that one belongs to: reports that follow each other are about the same things."""
    digits = "".join(c for c in one.document.id if c.isdigit())[-4:]
    return (int(digits) if digits else at) // 10 % _PARTS


def _crossed(rows: Sequence[Numbers], wanted: Floats, parts: Numbers, held: tuple[float, int]) -> tuple[Learnt, Floats]:
    """What all examples teach; and how likely each is by what those of the other parts teach."""
    ridge, fewest = held
    chances = np.zeros(len(rows))
    for part in range(_PARTS):
        apart = parts == part
        if apart.any() and not apart.all():
            taught = _fit(rows, wanted, np.flatnonzero(~apart), (ridge, fewest))
            chances[apart] = taught.likely([rows[int(i)] for i in np.flatnonzero(apart)])
    return _fit(rows, wanted, np.arange(len(rows)), held), chances


def _fit(rows: Sequence[Numbers], wanted: Floats, among: Numbers, held: tuple[float, int]) -> Learnt:
    """What some of the examples teach."""
    return fit([rows[int(i)] for i in among], wanted[among], ridge=held[0], fewest=held[1])


def _role(lessons: Sequence[Lesson], relevance: Sequence[Relevance], role: str, signs: Signs) -> Weights:
    """What each sign weighs for a role, and from where on a wording is taken."""
    at = [(n, k) for n, one in enumerate(lessons) for k, f in enumerate(one.fillers) if role in f.roles]
    rows = [
        np.concatenate([lessons[n].of_fillers[k], signs.of(relevance[n].signs(f.sentences, f.incidents))])
        for n, k in at
        for f in (lessons[n].fillers[k],)
    ]
    gold = [frozenset(w for e in one.document.roles.get(role, ()) for w in e) for one in lessons]
    wanted = np.array([float(lessons[n].fillers[k].words in gold[n]) for n, k in at])
    parts = np.array([_part(lessons[n], n) for n, _ in at])
    fitted, chances = _crossed(rows, wanted, parts, _HELD_ROLES)
    found: list[list[Chance]] = [[] for _ in lessons]
    for (n, k), chance in zip(at, chances, strict=True):
        if chance >= _ENOUGH[0]:
            found[n].append(Chance(float(chance), lessons[n].fillers[k]))
    scores = [_score(lessons, found, role, enough) for enough in _ENOUGH]
    enough = _ENOUGH[_best(scores)]
    print(
        f"{role}: {len(rows)} wordings, {int(wanted.sum())} of them wanted; on reports left out, from {enough} on,"
        f" F {scores[_ENOUGH.index(enough)]:.3f}"
    )
    return {**fitted.named(signs), ENOUGH: enough}


def _score(lessons: Sequence[Lesson], found: Sequence[Sequence[Chance]], role: str, enough: float) -> float:
    """F where wordings are taken from a likelihood on."""
    tally = Tally()
    for one, chances in zip(lessons, found, strict=True):
        gold = one.document.roles.get(role, ())
        ours = [frozenset({f.words}) for f in taken(chances, enough)]
        tally.add(len(aligned(gold, ours)), len(ours), len(gold))
    return tally.f1


def _best(scores: Sequence[float]) -> int:
    """The best of the scores, each taken with those beside it: a peak of one is chance."""
    smooth = [sum(s := scores[max(at - 1, 0) : at + 2]) / len(s) for at in range(len(scores))]
    return max(range(len(smooth)), key=lambda at: (smooth[at], -at))


def main(documents: Callable[[Path], Iterator[Document]] = read) -> None:
    """Reads the development reports with their gold and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    asked = parser.parse_args()
    check(asked.data)
    signs = Signs()
    lessons = [lesson(document, signs) for path in asked.data for document in documents(path)]
    write(learn(lessons, signs), FILE, least=_LEAST)
    print(f"{FILE}: learnt from {len(lessons)} reports")


if __name__ == "__main__":
    main()
