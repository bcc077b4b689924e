"""Learns which incidents the task of MUC-4 wants, from its development reports and their keys alone.

    python -m evaluation.learn_chances --data DEV_REPORTS... --keys DEV_KEYS...

writes ``muc4_chances.csv``. An incident counts as wanted when a key template of its report names what it struck or who
did it, and each key template wants one incident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaluation.learning import Example, learn, lessons, pairs
from evaluation.muc_keys import Key
from evaluation.templates import Candidate, Told
from evaluation.templates.chances import FILE, INCIDENT
from evaluation.templates.lists import bare, plain
from evaluation.templates.signs import signs_of
from evaluation.weighing import write

_FEWEST = 5  # incidents that must show a sign
_RIDGE = 10.0
_LEAST = 0.005  # what shows in the second decimal
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_NAMING = ("9", "10", "12", "18", "19")  # the slots whose words tell one incident from another
_OURS = ("individual", "organization", "thing", "name", "description")
Words = frozenset[str]


def naming(key: Key) -> Words:
    """The words by which a key template tells its incident."""
    return frozenset(word for slot in _NAMING for fill in key.get(slot, ()) for word in fill.words)


def examples_of(told: Told, found: Sequence[Candidate], keys: Sequence[Key]) -> list[Example]:
    """The incidents of a report as examples: those that share most words with a key are wanted."""
    wanted = pairs(found, [naming(key) for key in keys], _agreement)
    return [Example(signs_of(told, candidate), at in wanted) for at, candidate in enumerate(found)]


def _agreement(candidate: Candidate, key: Words) -> int:
    """How many of a template's names and descriptions are the key's, one within the other."""
    template = candidate.template
    ours = {plain(bare(q)) for slot in _OURS for fill in template.get(slot, ()) for q in _QUOTED.findall(fill)}
    return sum(
        any(mine in theirs or theirs in mine for theirs in key if theirs.strip()) for mine in ours if mine.strip()
    )


def main() -> None:
    """Reads the development reports and keys and writes the weights."""
    examples = [e for lesson in lessons(__doc__) for e in examples_of(lesson.told, lesson.found, lesson.keys)]
    write({INCIDENT: learn(examples, ridge=_RIDGE, fewest=_FEWEST)}, FILE, least=_LEAST)
    print(f"{FILE}: learnt from {len(examples)} incidents, {sum(e.wanted for e in examples)} of them wanted")


if __name__ == "__main__":
    main()
