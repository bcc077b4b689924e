"""Learns who and what plays which role in the attacks of a report, from MUC DEV in GRIT's format alone.

    python -m evaluation.learn_roles --data processed/train.json

writes ``muc4_roles.csv``: what each sign weighs for a report, an incident and a sentence that tell of what the task
wants, for a report and a sentence that name somebody of one role, and for a wording that fills a role; and from which
likelihood on one is taken. Reports, incidents and sentences are learnt first; what phrases are told of theirs comes
from weights that were learnt without them, and is held nearer to nothing than what the text shows. From where on a
wording is taken is chosen for all roles at once (``evaluation.limits``), on all reports, each by what the others
taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

import whosays
from evaluation.fillers import ROLES, Chance, Filler, Read, offered
from evaluation.fillers.choosing import FILE
from evaluation.fillers.relevance import (
    INCIDENT,
    OF_ROLE,
    REPORT,
    SENTENCE,
    OfRole,
    Relevance,
    is_step,
    signs_of_incidents,
    signs_of_report,
    signs_of_sentences,
    steps,
)
from evaluation.learning import check
from evaluation.limits import LIMITS, limit
from evaluation.regression import Floats, Learnt, Numbers, Signs, fit
from evaluation.running import as_given, stages
from evaluation.sets.roles import Document, read
from evaluation.templates import Told
from evaluation.weighing import ENOUGH, Weights, write

_PARTS = 5  # of the reports, one of which is left out at a time
_LEAST = 0.02  # a weight below it is left out
_FEWEST = 6  # examples that must show a sign
# How strongly weights are held near nothing; those of what has been learnt itself more, it is only likely.
_HELD = {REPORT: 20.0, INCIDENT: 10.0, SENTENCE: 15.0}
_HELD_ROLES = 5.0
_HELD_STEPS = 40.0
_HELD_STEPS_OF_ROLES = 100.0


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
    found: dict[str, list[list[Chance]]] = {}
    for role in ROLES:
        learnt[role], found[role] = _role(lessons, relevance, role, signs)
    enough = limit([one.document.roles for one in lessons], found)
    return {what: {**weights, ENOUGH: enough} if what in ROLES else weights for what, weights in learnt.items()}


def _relevance(lessons: Sequence[Lesson], signs: Signs, learnt: dict[str, Weights]) -> list[Relevance]:
    """Learns which reports, incidents and sentences are wanted.

    Says of each how likely it is by weights that were learnt without it.
    """
    parts = np.array([_part(one, at) for at, one in enumerate(lessons)])
    ours = np.array([float(any(_wanted(one, one.of_sentences, _sentences))) for one in lessons])
    fitted, reports = _crossed([one.of_report for one in lessons], ours, parts, _HELD[REPORT])
    learnt[REPORT] = fitted.named(signs)
    whole = [signs.of(steps(REPORT, float(report))) for report in reports]
    found: dict[str, list[list[float]]] = {}
    for what, pieces, at in ((INCIDENT, _of_incidents, _incidents), (SENTENCE, _of_sentences, _sentences)):
        rows = [[np.concatenate([row, w]) for row in pieces(one)] for one, w in zip(lessons, whole, strict=True)]
        ours = np.array([float(w) for one in lessons for w in _wanted(one, pieces(one), at)])
        fitted, found[what] = _crossed_within(rows, ours, parts, _held(signs, _HELD[what], _HELD_STEPS))
        learnt[what] = fitted.named(signs)
    of_roles = {role: _of_role(lessons, whole, found[SENTENCE], role, signs, learnt) for role in ROLES}
    return [
        Relevance(float(report), found[INCIDENT][at], found[SENTENCE][at], {r: of_roles[r][at] for r in ROLES})
        for at, report in enumerate(reports)
    ]


def _of_role(
    lessons: Sequence[Lesson],
    whole: Sequence[Numbers],
    sentences: Sequence[Sequence[float]],
    role: str,
    signs: Signs,
    learnt: dict[str, Weights],
) -> list[OfRole]:
    """Learns which reports and which of their sentences name who or what plays a role."""
    parts = np.array([_part(one, at) for at, one in enumerate(lessons)])
    ours = np.array([float(bool(one.document.roles.get(role, ()))) for one in lessons])
    rows = [np.concatenate([one.of_report, w]) for one, w in zip(lessons, whole, strict=True)]
    fitted, reports = _crossed(rows, ours, parts, _held(signs, _HELD[REPORT], _HELD_STEPS))
    learnt[f"{REPORT} {role}"] = fitted.named(signs)
    reached = [signs.of(steps(REPORT + OF_ROLE, float(report))) for report in reports]
    of_sentences = [
        [
            np.concatenate([s, w, signs.of(steps(f"own {SENTENCE}", chance))])
            for s, chance in zip(rows, own, strict=True)
        ]
        for rows, w, own in zip((one.of_sentences for one in lessons), reached, sentences, strict=True)
    ]
    ours = np.array([float(w) for one in lessons for w in _wanted(one, one.of_sentences, _sentences, (role,))])
    fitted, found = _crossed_within(of_sentences, ours, parts, _held(signs, _HELD[SENTENCE], _HELD_STEPS))
    learnt[f"{SENTENCE} {role}"] = fitted.named(signs)
    return [OfRole(float(report), own) for report, own in zip(reports, found, strict=True)]


def _of_incidents(one: Lesson) -> Sequence[Numbers]:
    return one.of_incidents


def _of_sentences(one: Lesson) -> Sequence[Numbers]:
    return one.of_sentences


def _incidents(filler: Filler) -> Sequence[int]:
    return filler.incidents


def _sentences(filler: Filler) -> Sequence[int]:
    return filler.sentences


def _wanted(
    one: Lesson,
    pieces: Sequence[Numbers],
    at: Callable[[Filler], Sequence[int]],
    roles: Sequence[str] = ROLES,
) -> list[bool]:
    """Of each piece of a report whether it names somebody or something that the gold holds for some roles."""
    gold = frozenset(words for role in roles for e in one.document.roles.get(role, ()) for words in e)
    fillers = (f for f in one.fillers if len(roles) > 1 or roles[0] in f.roles)
    hit = {n for filler in fillers if filler.words in gold for n in at(filler)}
    return [n in hit for n in range(len(pieces))]


def _part(one: Lesson, at: int) -> int:
    """The part of the reports that one belongs to: reports that follow each other are about the same things."""
    digits = "".join(c for c in one.document.id if c.isdigit())[-4:]
    return (int(digits) if digits else at) // 10 % _PARTS


def _held(signs: Signs, ridge: float, of_steps: float) -> Floats:
    """How strongly each sign is held near nothing, by its number: those of what has been learnt itself more."""
    return np.array([of_steps if is_step(sign) else ridge for sign in signs.numbers])


def _crossed(rows: Sequence[Numbers], wanted: Floats, parts: Numbers, held: float | Floats) -> tuple[Learnt, Floats]:
    """What all examples teach; and how likely each is by what those of the other parts teach."""
    chances = np.zeros(len(rows))
    for part in range(_PARTS):
        apart = parts == part
        if apart.any() and not apart.all():
            taught = _fit(rows, wanted, np.flatnonzero(~apart), held)
            chances[apart] = taught.likely([rows[int(i)] for i in np.flatnonzero(apart)])
    return _fit(rows, wanted, np.arange(len(rows)), held), chances


def _crossed_within(
    rows: Sequence[Sequence[Numbers]], wanted: Floats, parts: Numbers, held: Floats
) -> tuple[Learnt, list[list[float]]]:
    """The same for the pieces of reports, with the likelihoods report by report."""
    lengths = [len(pieces) for pieces in rows]
    fitted, chances = _crossed([row for pieces in rows for row in pieces], wanted, np.repeat(parts, lengths), held)
    ends = np.cumsum(lengths)
    return fitted, [[float(c) for c in chances[end - n : end]] for n, end in zip(lengths, ends, strict=True)]


def _fit(rows: Sequence[Numbers], wanted: Floats, among: Numbers, held: float | Floats) -> Learnt:
    """What some of the examples teach."""
    return fit([rows[int(i)] for i in among], wanted[among], ridge=held, fewest=_FEWEST)


def _role(
    lessons: Sequence[Lesson], relevance: Sequence[Relevance], role: str, signs: Signs
) -> tuple[Weights, list[list[Chance]]]:
    """What each sign weighs for a role, and how likely each wording plays it by what other reports teach."""
    at = [(n, k) for n, one in enumerate(lessons) for k, f in enumerate(one.fillers) if role in f.roles]
    rows = [
        np.concatenate([lessons[n].of_fillers[k], signs.of(relevance[n].signs(f.sentences, f.incidents, role))])
        for n, k in at
        for f in (lessons[n].fillers[k],)
    ]
    gold = [frozenset(w for e in one.document.roles.get(role, ()) for w in e) for one in lessons]
    wanted = np.array([float(lessons[n].fillers[k].words in gold[n]) for n, k in at])
    parts = np.array([_part(lessons[n], n) for n, _ in at])
    fitted, chances = _crossed(rows, wanted, parts, _held(signs, _HELD_ROLES, _HELD_STEPS_OF_ROLES))
    found: list[list[Chance]] = [[] for _ in lessons]
    for (n, k), chance in zip(at, chances, strict=True):
        if chance >= LIMITS[0]:
            found[n].append(Chance(float(chance), lessons[n].fillers[k]))
    print(f"{role}: {len(rows)} wordings, {int(wanted.sum())} of them wanted")
    return fitted.named(signs), found


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
