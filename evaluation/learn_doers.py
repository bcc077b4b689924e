"""Learns which nouns near an incident name who did it, from MUC DEV and its keys alone.

    python -m evaluation.learn_doers --data DEV_REPORTS... --keys DEV_KEYS...

writes ``muc4_doers.csv``: what each sign weighs for an individual, for an organisation, and for each degree of
confidence. Only incidents that a key template wants teach anything: those that share most of its targets. To be run
before ``evaluation.learn_chances``, which learns from the finished templates.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import whosays
from evaluation.learn_chances import Example, check, learn
from evaluation.muc_keys import Key, any_fits, read
from evaluation.running import stages
from evaluation.sets.muc4 import Message, split
from evaluation.templates import Candidate, Told, candidates
from evaluation.templates.choosing import FILE, INDIVIDUAL, ORGANIZATION
from evaluation.templates.doers import bodies, individuals
from evaluation.templates.lists import lists

_TARGETS = ("12", "18", "19")
_DOERS = {INDIVIDUAL: "9", ORGANIZATION: "10"}
_CONFIDENCE = "11"
_RIDGE = 5.0
_FEWEST = 6  # candidates that must show a sign
_LEAST = 0.05  # a weight below it is left out
Learnt = dict[str, list[Example]]


def examples_of(told: Told, found: Sequence[Candidate], keys: Sequence[Key]) -> Iterator[tuple[str, Example]]:
    """The candidates for doers of the incidents that keys want, as examples of what each may be."""
    for candidate, key in _pairs(found, keys):
        for what, doers in ((INDIVIDUAL, individuals), (ORGANIZATION, bodies)):
            fills = key.get(_DOERS[what], ())
            for doer in doers(told, candidate.events):
                yield what, Example(doer.signs, any_fits(fills, doer.words))
        for doer in bodies(told, candidate.events):
            values = {f.value for f in key.get(_CONFIDENCE, ()) if f.fits(doer.words)}
            if values:
                yield from ((d, Example(doer.signs, v in values)) for d, v in lists().confidence.items())


def _pairs(found: Sequence[Candidate], keys: Sequence[Key]) -> list[tuple[Candidate, Key]]:
    """Incidents and the keys that want them, by the targets that they share; most first, each once."""
    shared = [
        (score, at, k) for at, c in enumerate(found) for k, key in enumerate(keys) if (score := _agreement(c, key)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, at, k in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if at not in pairs and k not in pairs.values():
            pairs[at] = k
    return [(found[at], keys[k]) for at, k in sorted(pairs.items())]


def _agreement(candidate: Candidate, key: Key) -> int:
    fills = [f for slot in _TARGETS for f in key.get(slot, ())]
    ours = {
        fill.split(": ")[0] for slot in ("thing", "name", "description") for fill in candidate.template.get(slot, ())
    }
    same_kind = any(candidate.template["type"][0] in f.value for f in key.get("4", ()))
    shared = sum(any_fits(fills, words) for words in ours)
    return 2 * shared + same_kind if shared else 0


def write(learnt: Mapping[str, Mapping[str, float]], path: Path = FILE) -> None:
    """Writes the weights that count for something, by what they are weights for and by sign."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("what", "sign", "weight"))
        for what, weights in sorted(learnt.items()):
            table.writerows((what, s, f"{w:.2f}") for s, w in sorted(weights.items()) if abs(w) >= _LEAST)


def _examples(messages: Iterable[Message], keys: Mapping[str, Sequence[Key]]) -> Learnt:
    found: Learnt = {}
    for message in messages:
        try:
            parsed, record = stages(whosays.read_text(message.text))
        except whosays.UnreadableError:
            continue
        told = Told(record, parsed)
        made = candidates(told, whosays.merge([record]).incidents)
        for what, example in examples_of(told, made, keys.get(message.id, ())):
            found.setdefault(what, []).append(example)
    return found


def main() -> None:
    """Reads the development reports and keys and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--keys", nargs="+", type=Path, required=True)
    asked = parser.parse_args()
    check((*asked.data, *asked.keys))
    keys = {m: k for path in asked.keys for m, k in read(path.read_text(encoding="latin-1")).items()}
    learnt = _examples((m for path in asked.data for m in split(path)), keys)
    write({what: learn(examples, ridge=_RIDGE, fewest=_FEWEST) for what, examples in learnt.items()})
    print(f"{FILE}: learnt from {', '.join(f'{len(e)} {what}' for what, e in sorted(learnt.items()))}")


if __name__ == "__main__":
    main()
