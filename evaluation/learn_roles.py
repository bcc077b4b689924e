"""Learns who and what plays which role in the attacks of a report, from MUC DEV in GRIT's format alone.

    python -m evaluation.learn_roles --data processed/train.json

writes ``muc4_roles.csv``: what each sign weighs for a report and for a sentence that tell of what the task wants, and
for a wording that fills a role; and from which likelihood on one is taken. Reports and sentences are learnt first;
what phrases are told of theirs comes from weights that were learnt without them. From where on a wording is taken is
chosen likewise, on reports that taught nothing.
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
from evaluation.fillers.relevance import REPORT, SENTENCE, Relevance, signs_of_report, signs_of_sentences, steps
from evaluation.learning import check
from evaluation.regression import Floats, Learnt, Numbers, Signs, fit
from evaluation.running import as_given, stages
from evaluation.scoring import Tally
from evaluation.sets.roles import Document, aligned, read
from evaluation.templates import Told
from evaluation.weighing import ENOUGH, FURTHER, Weights, write

_PARTS = 3  # of the reports, one of which is left out at a time
_MOST = 20_000  # phrases for a role that fill none; of more, each nth stands for n
_LEAST = 0.05  # a weight below it is left out
# How strongly weights are held near nothing, and how many examples must show a sign.
_HELD = {REPORT: (20.0, 10), SENTENCE: (10.0, 15)}
_HELD_ROLES = (6.0, 15)
_ENOUGH = tuple(round(0.05 * n, 2) for n in range(2, 13))


class Lesson(msgspec.Struct, frozen=True):
    """A report with its gold, its phrases, and the signs of all of them by number."""

    document: Document
    fillers: Sequence[Filler]
    of_fillers: Sequence[Numbers]
    of_report: Numbers
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
    """Learns which reports and sentences are wanted, and says of each how likely it is by weights learnt without it."""
    wanted = [_wanted_sentences(one) for one in lessons]
    parts = np.array([_part(one, at) for at, one in enumerate(lessons)])
    ours = np.array([float(any(w)) for w in wanted])
    fitted, reports = _crossed([one.of_report for one in lessons], ours, parts, _HELD[REPORT])
    learnt[REPORT] = fitted.named(signs)
    rows = [
        np.concatenate([row, signs.of(steps("report", float(report)))])
        for one, report in zip(lessons, reports, strict=True)
        for row in one.of_sentences
    ]
    lengths = [len(one.of_sentences) for one in lessons]
    ours = np.array([float(w) for sentences in wanted for w in sentences])
    fitted, sentences = _crossed(rows, ours, np.repeat(parts, lengths), _HELD[SENTENCE])
    learnt[SENTENCE] = fitted.named(signs)
    ends = np.cumsum(lengths)
    return [
        Relevance(float(report), [float(s) for s in sentences[end - length : end]])
        for report, length, end in zip(reports, lengths, ends, strict=True)
    ]


def _wanted_sentences(one: Lesson) -> list[bool]:
    """Of each sentence whether it names somebody or something that the gold holds."""
    gold = frozenset(words for entities in one.document.roles.values() for e in entities for words in e)
    hit = {n for filler in one.fillers if filler.words in gold for n in filler.sentences}
    return [n in hit for n in range(len(one.of_sentences))]


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
            chances[apart] = taught.likely([rows[i] for i in np.flatnonzero(apart)])
    return _fit(rows, wanted, np.arange(len(rows)), held), chances


def _fit(rows: Sequence[Numbers], wanted: Floats, among: Numbers, held: tuple[float, int]) -> Learnt:
    """What some of the examples teach; of very many that are not wanted, each nth stands for n."""
    right, wrong = among[wanted[among] > 0], among[wanted[among] == 0]
    every = max(len(wrong) // _MOST, 1)
    kept = np.concatenate([right, wrong[::every]])
    times = np.concatenate([np.ones(len(right)), np.full(len(wrong[::every]), float(every))])
    return fit([rows[i] for i in kept], wanted[kept], ridge=held[0], fewest=held[1], times=times)


def _role(lessons: Sequence[Lesson], relevance: Sequence[Relevance], role: str, signs: Signs) -> Weights:
    """What each sign weighs for a role, and from where on a wording is taken."""
    at = [(n, k) for n, one in enumerate(lessons) for k, f in enumerate(one.fillers) if role in f.roles]
    rows = [
        np.concatenate([lessons[n].of_fillers[k], signs.of(relevance[n].signs(lessons[n].fillers[k].sentences))])
        for n, k in at
    ]
    gold = [frozenset(w for e in one.document.roles.get(role, ()) for w in e) for one in lessons]
    wanted = np.array([float(lessons[n].fillers[k].words in gold[n]) for n, k in at])
    parts = np.array([_part(lessons[n], n) for n, _ in at])
    fitted, chances = _crossed(rows, wanted, parts, _HELD_ROLES)
    found: list[list[Chance]] = [[] for _ in lessons]
    for (n, k), chance in zip(at, chances, strict=True):
        if chance >= _ENOUGH[0]:
            found[n].append(Chance(float(chance), lessons[n].fillers[k]))
    best, enough, further = max(_tried(lessons, found, role), key=lambda t: t[0])
    print(f"{role}: {len(rows)} wordings, {int(wanted.sum())} of them wanted; F {best:.3f} on reports left out")
    return {**fitted.named(signs), ENOUGH: enough, FURTHER: further}


def _tried(
    lessons: Sequence[Lesson], found: Sequence[Sequence[Chance]], role: str
) -> Iterator[tuple[float, float, float]]:
    """F for each pair of likelihoods from which on wordings are taken."""
    for enough in _ENOUGH:
        for further in _ENOUGH:
            tally = Tally()
            for one, chances in zip(lessons, found, strict=True):
                gold = one.document.roles.get(role, ())
                ours = [frozenset({f.words}) for f in taken(chances, enough, further)]
                tally.add(len(aligned(gold, ours)), len(ours), len(gold))
            yield tally.f1, enough, further


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
