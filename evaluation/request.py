"""What a set is asked to do, and what it answers: the data given, the scores, and a record of every case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

import msgspec

from whosays import WhosaysError

Number = float | int


class EvaluationError(WhosaysError):
    """A set cannot be run as asked; the command says why and exits with status 2."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """The data a set runs over, and its options."""

    data: tuple[Path, ...]
    allow_train: bool = False
    dictionary: Path | None = None  # plover: a folder of PETRARCH dictionaries
    ewt: Path | None = None  # factuality: the treebank's file that the annotation is about
    responses: Path | None = None  # muc4: where the templates go
    mixed: bool = False  # muc4: the mixed-case file of a text that comes in two cases


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One case of a set: what should come out, what came out, and how that was judged."""

    id: str
    verdict: str
    gold: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A set's answer: ``keys`` are shares (floats, 0 to 1) and counts (integers), in the order they are printed."""

    keys: Mapping[str, Number]
    cases: tuple[Case, ...] = ()
    notes: Mapping[str, object] = {}  # what a reader of the scores has to know: mappings, what was left out


def files(request: Request, *patterns: str) -> tuple[Path, ...]:
    """The files of a request with one of the name patterns, sorted by path; folders are searched downward.

    Raises:
        EvaluationError: nothing there, or a file to train on without leave.
    """
    found = sorted({p for given in request.data for p in _below(given) if _fits(p, patterns)})
    if not found:
        places = ", ".join(str(p) for p in request.data)
        raise EvaluationError(f"no data: {places} has no file named {' or '.join(patterns)}")
    return refuse_train(found, request.allow_train)


def refuse_train(found: Sequence[Path], allowed: bool) -> tuple[Path, ...]:
    """The same files, if none of them is one that models are trained on, or leave was given.

    Raises:
        EvaluationError: a file has ``train`` in its name or its folder or the one above is called so.
    """
    trained = [p for p in found if "train" in p.name.lower() or "train" in p.parts[-3:-1]]
    if trained and not allowed:
        more = f" and {len(trained) - 1} more" if len(trained) > 1 else ""
        raise EvaluationError(
            f"{trained[0]}{more}: a training file; scores on it say nothing. Name other files, or add --allow-train"
        )
    return tuple(found)


def _below(given: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from (p for p in given.rglob("*") if p.is_file())
    elif given.is_file():
        yield given


def _fits(path: Path, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path.name, pattern) for pattern in patterns)


def line(name: str, keys: Mapping[str, Number]) -> str:
    """The last line of a run: ``SET key=value ...``, shares with four decimals, counts as integers."""
    told = (f"{key}={value}" if isinstance(value, int) else f"{key}={value:.4f}" for key, value in keys.items())
    return " ".join((name, *told))
