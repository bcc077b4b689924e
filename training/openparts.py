"""Learns who may have a part that an event leaves open, from what people read out of world news.

``readings/open.csv`` beside this file holds, for events without a doer (``actor``) or without anybody done to
(``recipient``), where the text names who that is, wherever it does: offsets of words, joined with "+"; "-" where it
tells nobody, "words" where it tells it by words that are no party in the record. ``readings/parties.csv`` tells it of
the event's own sentence alone. The news are those of ``news.py``.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from evaluation.running import as_given, stages
from evaluation.sets.rows import digest
from training.choosing import Choice, learn, likely
from training.news import texts
from training.readings import FOLDER
from whosays.ontology.openparts import FILE
from whosays.resolving.openparts import PARTS, Chance, Part, Scene, chances, nobody_signs, scene_of, signs
from whosays.resolving.sureness import rows_of

_RIDGE, _FEWEST, _FOLDS = 3.0, 5, 10
_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_OWN: Mapping[str, Part] = {"doer": "actor", "done": "recipient"}
_MOST = 3
_LEAST = 0.05  # of a weight worth keeping


class Read(msgspec.Struct, frozen=True):
    """An open part as the learner sees it: everybody who may have it, and nobody (the last)."""

    text: str
    part: Part
    choice: Choice
    told: bool  # the answer is somebody
    whole: bool  # the whole text was read for it, not the event's sentence alone


Answer = tuple[frozenset[int], bool]  # where the text names them, and whether all of it was read


def read(folder: Path, paths: Mapping[str, str]) -> tuple[Read, ...]:
    """Every open part that people read about, where the event still leaves it open."""
    answers = _answers()
    found: list[Read] = []
    for text in texts(folder, paths):
        key = digest(text)
        if key in answers:
            parse, record = stages(as_given(text))
            found += _read(key, scene_of(parse, record, rows_of(parse, record)), answers[key])
    return tuple(found)


def _answers() -> dict[str, dict[tuple[int, Part], Answer]]:
    found: dict[str, dict[tuple[int, Part], Answer]] = defaultdict(dict)
    own: Mapping[str, Part] = {part: part for part in PARTS}
    for name, parts in (("parties", _OWN), ("open", own)):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                told = frozenset(int(at) for at in line["who"].split("+") if at.isdigit())
                found[line["text"]][int(line["start"]), parts[line["part"]]] = told, name == "open"
    return found


def _read(text: str, scene: Scene, answers: Mapping[tuple[int, Part], Answer]) -> Iterator[Read]:
    for row in scene.rows:
        for part, those in groupby(chances(scene, row), key=lambda chance: chance.part):
            answer = answers.get((row.event.trigger.start, part))
            if answer is None:
                continue
            found = list(those)
            meant = [_is_meant(chance, answer[0]) for chance in found]
            if any(meant):
                allowed = (*meant, False)
            elif answer[1]:
                allowed = (*(False for _ in found), True)
            else:  # nobody in the event's own sentence
                allowed = (*(chance.away != 0 for chance in found), True)
            weighed = (*(frozenset(signs(c)) for c in found), frozenset(nobody_signs(row, len(found))))
            yield Read(text, part, Choice(weighed, allowed), any(meant), answer[1])


def _is_meant(chance: Chance, told: frozenset[int]) -> bool:
    return any(m.span.start <= at < m.span.end for m in chance.who.mentions for at in told)


def write(folder: Path, paths: Mapping[str, str], out: Path = FILE) -> str:
    """Learns the weights and writes them; returns how well they choose unseen."""
    found = read(folder, paths)
    with out.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("part", "sign", "weight"))
        for part in PARTS:
            weights = _learnt([r for r in found if r.part == part])
            table.writerows((part, sign, f"{w:.2f}") for sign, w in sorted(weights.items()) if abs(w) >= _LEAST)
    return "\n".join(line for part in PARTS for line in _told(part, [r for r in found if r.part == part]))


def _learnt(found: Sequence[Read]) -> dict[str, float]:
    return learn([r.choice for r in found], ridge=_RIDGE, fewest=_FEWEST)


def _told(part: Part, found: Sequence[Read]) -> Iterator[str]:
    """How well weights learnt without a text choose in it, of the rows of which the whole text was read."""
    names = sorted({r.text for r in found})
    ranked: list[tuple[list[tuple[float, bool]], bool]] = []
    for fold in range(_FOLDS):
        kept = set(names[fold::_FOLDS])
        weights = _learnt([r for r in found if r.text not in kept])
        for r in found:
            if r.text in kept and r.whole:
                shares = zip(likely(weights, r.choice.signs)[:-1], r.choice.allowed, strict=False)
                ranked.append((sorted(shares, key=lambda s: -s[0])[:_MOST], r.told))
    told = [those for those, answered in ranked if answered]
    first, three = sum(those[0][1] for those in told), sum(any(w for _, w in those) for those in told)
    yield f"{part}: {len(ranked)} open, {len(told)} told: the first is right in {first}, one of three in {three}"
    for step in _STEPS:
        given = [those[0][1] for those, _ in ranked if those and those[0][0] >= step]
        yield f"  from {step:.1f}: {len(given)} with a candidate, the first right in {sum(given)}"
