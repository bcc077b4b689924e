"""``python -m evaluation.gate``: the own gold must not score below its floor.

``floors.json`` holds for each set the floors and a hash of its data; ``results/SET.json`` holds the verdict on each
case, so that a change reads as cases gained and lost by name. ``--renew`` writes both anew; it refuses to lower a
floor unless told why (``--lower REASON``), and the reason is kept in the file.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from evaluation.request import Number, Request, Result, files
from evaluation.sets import SETS, claims
from whosays import ontology

HERE = Path(__file__).resolve().parent
SLACK = 1e-4  # shares are kept with four decimals


class Watched(msgspec.Struct, frozen=True):
    """A set under a floor: where its data are, what of them is gold, and the keys that must not fall."""

    data: Path
    gold: Callable[[Path], Iterable[bytes]]
    keys: tuple[str, ...]


class Lowered(msgspec.Struct, frozen=True):
    """A floor that was lowered, and why."""

    key: str
    before: Number
    after: Number
    reason: str


class Floor(msgspec.Struct, frozen=True):
    """A set's floors, over data with this hash, and every lowering so far."""

    data: str
    floors: dict[str, Number]
    lowered: tuple[Lowered, ...] = ()


class House(msgspec.Struct, frozen=True):
    """Where the gate keeps things, and what it watches."""

    floors: Path
    results: Path
    watched: Mapping[str, Watched]


def texts(folder: Path) -> Iterator[bytes]:
    """Reports and their expectations, each with its name, in the order of the names."""
    for path in files(Request(data=(folder,)), "*.txt", "*.expected.json"):
        yield f"{path.relative_to(folder).as_posix()}\0".encode()
        yield path.read_bytes()


def sentences(folder: Path) -> Iterator[bytes]:
    """The example sentences of an ontology with what is expected of each; its triggers are not gold."""
    for example in ontology.load(folder).examples:
        yield msgspec.json.encode(msgspec.structs.replace(example, line=""))


def passages(folder: Path) -> Iterator[bytes]:
    """The passages of ``claims``; how their files are laid out is no matter."""
    for path in files(Request(data=(folder,)), "*.yaml"):
        yield from (msgspec.json.encode(passage) for passage in claims.read(path))


HOUSE = House(
    floors=HERE / "floors.json",
    results=HERE / "results",
    watched={
        "golden": Watched(HERE.parent / "tests" / "golden", texts, ("share", "points_right")),
        "examples": Watched(ontology.DATA_FOLDER, sentences, ("share", "yes", "no")),
        "claims": Watched(
            HERE / "gold" / "claims",
            passages,
            ("deny_p", "deny_r", "claim_p", "claim_r", "blame_p", "blame_r", "about_acc", "pairs_right", "right"),
        ),
    },
)


def main(arguments: list[str] | None = None, house: House = HOUSE) -> int:
    """Runs the watched sets; returns the exit status, 1 when one is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=__doc__)
    parser.add_argument("--renew", action="store_true", help="write the floors and the verdicts on the cases anew")
    parser.add_argument("--lower", metavar="REASON", help="with --renew: lower floors too, for this reason")
    options = parser.parse_args(arguments)
    if options.lower is not None and not (options.renew and options.lower.strip()):
        parser.error("--lower needs --renew and a reason in words")
    kept = read_floors(house.floors)
    complaints: list[str] = []
    renewed: dict[str, Floor] = {}
    for name, watched in house.watched.items():
        result = SETS[name].run(Request(data=(watched.data,)))
        told = " ".join(f"{key}={_shown(result.keys[key])}" for key in watched.keys)
        print(f"{name} {told}")
        for gained_or_lost in compare(house.results / f"{name}.json", result):
            print(f"  {gained_or_lost}")
        held = kept.get(name)
        scores = {key: _rounded(result.keys[key]) for key in watched.keys}
        data = hash_of(watched)
        below = _below(held, scores)
        if options.renew:
            if below and options.lower is None:
                complaints += [f"{name}: {b}; to lower a floor say why: --renew --lower REASON" for b in below]
            else:
                renewed[name] = _renewed(held, scores, data, options.lower)
                _write_results(house.results / f"{name}.json", result)
        else:
            complaints += [f"{name}: {complaint}" for complaint in (*_stale(held, data), *below)]
    if renewed:
        _write_floors(house.floors, kept | renewed)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def read_floors(path: Path) -> dict[str, Floor]:
    """The floors that are kept, none where there is no file yet."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor]) if path.is_file() else {}


def hash_of(watched: Watched) -> str:
    """A hash over the set's gold."""
    digest = hashlib.sha256()
    for piece in watched.gold(watched.data):
        digest.update(piece)
    return digest.hexdigest()[:16]


def compare(path: Path, result: Result) -> list[str]:
    """The cases that were gained or lost since the verdicts that are kept."""
    before = msgspec.json.decode(path.read_bytes(), type=dict[str, str]) if path.is_file() else {}
    now = verdicts(result)
    gained = [f"gained: {case}" for case, v in now.items() if v == "right" and before.get(case, "wrong") != "right"]
    lost = [f"lost: {case}" for case, v in now.items() if v != "right" and before.get(case) == "right"]
    return [*gained, *lost] if before else []


def verdicts(result: Result) -> dict[str, str]:
    """The verdict on each case by its name; cases of one name are numbered."""
    told: dict[str, str] = {}
    for case in result.cases:
        gold = " / ".join(case.gold)
        name = f"{case.id} {gold}" if gold and not case.id.endswith("/extra") else case.id
        number = 2
        free = name
        while free in told:
            free, number = f"{name} ({number})", number + 1
        told[free] = case.verdict
    return told


def _stale(held: Floor | None, data: str) -> list[str]:
    if held is None:
        return ["there is no floor yet; write it with --renew"]
    return ["its data have changed; look at the scores and renew the floor: --renew"] if held.data != data else []


def _below(held: Floor | None, scores: Mapping[str, Number]) -> list[str]:
    return [
        f"{key} is {_shown(scores[key])}, below its floor {_shown(floor)}"
        for key, floor in (held.floors if held else {}).items()
        if scores.get(key, 0) < floor - SLACK
    ]


def _renewed(held: Floor | None, scores: dict[str, Number], data: str, reason: str | None) -> Floor:
    lowered = held.lowered if held else ()
    for key, floor in (held.floors if held else {}).items():
        if scores.get(key, 0) < floor - SLACK:
            lowered = (*lowered, Lowered(key, floor, scores.get(key, 0), reason or ""))
    return Floor(data=data, floors=scores, lowered=lowered)


def _rounded(value: Number) -> Number:
    return value if isinstance(value, int) else round(value, 4)


def _shown(value: Number) -> str:
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def _write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    ordered = {name: floors[name] for name in sorted(floors)}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def _write_results(path: Path, result: Result) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(verdicts(result)), indent=2) + b"\n")


if __name__ == "__main__":
    sys.exit(main())
