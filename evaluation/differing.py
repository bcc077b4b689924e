"""``python -m evaluation.differing BEFORE.json AFTER.json``: what two runs of a set tell otherwise, and nothing else.

Both files are written by ``python -m evaluation SET --out FILE``. A gain or a loss is seen in minutes where only the
cases that changed are read. Exit status: 1 where something differs, 0 where nothing does, 2 where the files cannot be
compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from evaluation.request import Case, EvaluationError, Number

_USAGE = "name two files that `python -m evaluation SET --out FILE` wrote: the one before, and the one after"


class Run(msgspec.Struct, frozen=True):
    """A run as its file tells it."""

    set: str
    keys: dict[str, Number]
    cases: tuple[Case, ...]
    notes: dict[str, object] = {}


def main(arguments: Sequence[str]) -> int:
    """Compares two files; returns the exit status."""
    try:
        if len(arguments) != 2:
            raise EvaluationError(_USAGE)  # noqa: TRY301 - one place says it
        before, after = (loaded(Path(name)) for name in arguments)
        told = list(differing(before, after))
    except EvaluationError as error:
        print(f"differing: {error}", file=sys.stderr)
        return 2
    for line in told:
        print(line)
    return int(bool(told))


def loaded(path: Path) -> Run:
    """The run that a file holds.

    Raises:
        EvaluationError: there is no file, or it holds no run.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Run)
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror}; {_USAGE}") from error
    except msgspec.DecodeError as error:
        raise EvaluationError(f"{path}: {error}; {_USAGE}") from error


def differing(before: Run, after: Run) -> Iterator[str]:
    """The lines to read: keys that changed, then each case that did, with what came out before (-) and after (+).

    Raises:
        EvaluationError: the runs are of two sets.
    """
    if before.set != after.set:
        raise EvaluationError(f"one is a run of {before.set}, the other of {after.set}")
    for key in dict.fromkeys((*before.keys, *after.keys)):
        old, new = before.keys.get(key), after.keys.get(key)
        if old != new:
            yield f"{key}: {old} -> {new}"
    was, now = by_id(before.cases), by_id(after.cases)
    for identifier in dict.fromkeys((*was, *now)):
        yield from _changes(identifier, was.get(identifier, ()), now.get(identifier, ()))


def by_id(cases: Sequence[Case]) -> dict[str, tuple[Case, ...]]:
    """The cases of each id; a set may tell several of one text."""
    found: dict[str, tuple[Case, ...]] = {}
    for case in cases:
        found[case.id] = (*found.get(case.id, ()), case)
    return found


def _changes(identifier: str, was: Sequence[Case], now: Sequence[Case]) -> Iterator[str]:
    old, new = (Counter(line for c in cases for line in (c.verdict, *c.found)) for cases in (was, now))
    if old == new:
        return
    yield f"\n{identifier}"
    yield from (f"  = {gold}" for gold in dict.fromkeys(g for c in (*was, *now) for g in c.gold))
    yield from (f"  - {line}" for line in (old - new).elements())
    yield from (f"  + {line}" for line in (new - old).elements())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
