"""Learns which incidents the task of MUC-4 wants, from its development reports and their keys alone.

    python -m evaluation.learn_chances --data DEV_REPORTS... --keys DEV_KEYS...

writes ``muc4_chances.csv``. An incident counts as wanted when a key template of its report names what it struck or who
did it, and each key template wants one incident. The regression is solved to the end by Newton's method, so the same
reports give the same file.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

import whosays
from evaluation.request import EvaluationError
from evaluation.running import stages
from evaluation.sets.muc4 import Message, split
from evaluation.templates import Candidate, Template, Told, candidates
from evaluation.templates.chances import ALWAYS, FILE
from evaluation.templates.lists import bare, plain
from evaluation.templates.signs import signs_of

_KEPT_FOR_TRIAL = re.compile(r"(?i)tst\d|test")
_FEWEST = 5  # incidents that must show a sign
_RIDGE = 10.0  # how strongly weights are held near nothing
_STEPS = 40
_LINE = re.compile(r"^(\d+)\.\s+[A-Z :]*?[A-Z]\s{2,}(.*)$")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_NAMING = ("9", "10", "12", "18", "19")  # the slots whose words tell one incident from another
_OURS = ("individual", "organization", "thing", "name", "description")
Words = frozenset[str]


class Example(msgspec.Struct, frozen=True):
    """An incident of the reports to learn from: its signs, and whether it is wanted."""

    signs: frozenset[str]
    wanted: bool


def read_keys(text: str) -> dict[str, list[Words]]:
    """The words that tell each key template's incident, by the number of the report."""
    found: dict[str, list[Words]] = {}
    message, slot = "", ""
    for line in text.splitlines():
        head = _LINE.match(line)
        fill = head[2] if head else line.strip() if line.startswith(" ") else ""
        slot = head[1] if head else slot
        if slot == "0" and head:
            message = fill.split()[0]  # "DEV-MUC3-0001 (NCCOSC)"
            found.setdefault(message, [])
        elif slot == "1" and head and "*" not in fill:
            found[message].append(frozenset())
        elif slot in _NAMING and found.get(message):
            found[message][-1] |= {plain(bare(q.replace("\\", ""))) for q in _QUOTED.findall(fill)}
    return found


def examples_of(told: Told, found: Sequence[Candidate], keys: Sequence[Words]) -> list[Example]:
    """The incidents of a report as examples: those that share most words with a key are wanted."""
    shared = [
        (score, at, key)
        for at, candidate in enumerate(found)
        for key, words in enumerate(keys)
        if (score := _agreement(candidate.template, words)) > 0
    ]
    wanted: set[int] = set()
    used: set[int] = set()
    for _, at, key in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if at not in wanted and key not in used:
            wanted.add(at)
            used.add(key)
    return [Example(signs_of(told, candidate), at in wanted) for at, candidate in enumerate(found)]


def _agreement(template: Template, key: Words) -> int:
    """How many of a template's names and descriptions are the key's, one within the other."""
    ours = {plain(bare(q)) for slot in _OURS for fill in template.get(slot, ()) for q in _QUOTED.findall(fill)}
    return sum(
        any(mine in theirs or theirs in mine for theirs in key if theirs.strip()) for mine in ours if mine.strip()
    )


def learn(examples: Sequence[Example], *, ridge: float = _RIDGE, fewest: int = _FEWEST) -> dict[str, float]:
    """The weight of every sign that enough examples show, and the one that always counts."""
    shown = Counter(sign for example in examples for sign in example.signs)
    signs = sorted(sign for sign, times in shown.items() if times >= fewest)
    column = {sign: at for at, sign in enumerate(signs)}
    rows = np.zeros((len(examples), len(signs) + 1))
    rows[:, -1] = 1.0
    for at, example in enumerate(examples):
        for sign in example.signs:
            if sign in column:
                rows[at, column[sign]] = 1.0
    wanted = np.array([float(example.wanted) for example in examples])
    held = np.full(len(signs) + 1, ridge)
    held[-1] = 1e-6
    found = np.zeros(len(signs) + 1)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (likely - wanted) + held * found
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(held)
        step = np.linalg.solve(curve, slope)
        found -= step
        if float(np.abs(step).max()) < 1e-9:
            break
    return {ALWAYS: float(found[-1])} | {sign: float(found[at]) for sign, at in column.items()}


def write(weights: Mapping[str, float], path: Path = FILE) -> None:
    """Writes the weights that show in the second decimal, by sign."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("sign", "weight"))
        table.writerows((sign, f"{weight:.2f}") for sign, weight in sorted(weights.items()) if abs(weight) >= 0.005)


def check(paths: Iterable[Path]) -> None:
    """Refuses files that are kept for trial.

    Raises:
        EvaluationError: one of them is.
    """
    for path in paths:
        if _KEPT_FOR_TRIAL.search(path.name):
            raise EvaluationError(f"{path.name} is kept for trial: learn from the development reports only")


def _examples(messages: Iterable[Message], keys: Mapping[str, Sequence[Words]]) -> list[Example]:
    found: list[Example] = []
    for message in messages:
        try:
            parsed, record = stages(whosays.read_text(message.text))
        except whosays.UnreadableError:
            continue
        told = Told(record, parsed)
        found += examples_of(told, candidates(told, whosays.merge([record]).incidents), keys.get(message.id, ()))
    return found


def main() -> None:
    """Reads the development reports and keys and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--keys", nargs="+", type=Path, required=True)
    asked = parser.parse_args()
    check((*asked.data, *asked.keys))
    keys = {m: k for path in asked.keys for m, k in read_keys(path.read_text(encoding="latin-1")).items()}
    examples = _examples((m for path in asked.data for m in split(path)), keys)
    write(learn(examples))
    print(f"{FILE}: learnt from {len(examples)} incidents, {sum(e.wanted for e in examples)} of them wanted")


if __name__ == "__main__":
    main()
