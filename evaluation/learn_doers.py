"""Learns which nouns near an incident name who did it, from MUC DEV and its keys alone.

    python -m evaluation.learn_doers --data DEV_REPORTS... --keys DEV_KEYS...

writes ``muc4_doers.csv``: what each sign weighs for an individual, for an organisation, and for each degree of
confidence. Only incidents that a key template wants teach anything: those that share most of its targets, and where
none is shared those whose doers, by the record, are its own. To be run before ``evaluation.learn_chances``, which
learns from the finished templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaluation.learning import Example, learn, lessons, pairs
from evaluation.muc_keys import Key, any_fits
from evaluation.templates import Candidate, Told
from evaluation.templates.choosing import FILE, INDIVIDUAL, ORGANIZATION
from evaluation.templates.doers import bodies, individuals
from evaluation.templates.lists import lists
from evaluation.weighing import write

_TARGETS = ("12", "18", "19")
_DOERS = {INDIVIDUAL: "9", ORGANIZATION: "10"}
_CONFIDENCE = "11"
# How strongly weights are held near nothing.
_RIDGE = {INDIVIDUAL: 10.0, ORGANIZATION: 10.0}
_RIDGE_OF_DEGREES = 5.0
_FEWEST = 5  # candidates that must show a sign
_LEAST = 0.05  # a weight below it is left out
# Whose name it is, who struck whom, and who else there is say nothing of how surely it was them.
_NOT_OF_DEGREES = re.compile(r"(?:word|away) |(?:[A-Z]{3}|None): |.* more of its sector$")
_DID_IT = ("actor of it", "within actor of it")
Learnt = dict[str, list[Example]]


def examples_of(told: Told, found: Sequence[Candidate], keys: Sequence[Key]) -> Iterator[tuple[str, Example]]:
    """The candidates for doers of the incidents that keys want, as examples of what each may be.

    Which key wants which incident is told by the targets that they share, else by the doers.
    """
    for at, k in sorted(_wanted(told, found, keys).items()):
        candidate, key = found[at], keys[k]
        for what, doers in ((INDIVIDUAL, individuals), (ORGANIZATION, bodies)):
            fills = key.get(_DOERS[what], ())
            for doer in doers(told, candidate.events):
                yield what, Example(doer.signs, any_fits(fills, doer.words))
        for doer in bodies(told, candidate.events):
            values = {v for f in key.get(_CONFIDENCE, ()) if f.fits(doer.words) for v in f.values}
            if values:
                plain = frozenset(sign for sign in doer.signs if not _NOT_OF_DEGREES.match(sign))
                yield from ((d, Example(plain, v in values)) for d, v in lists().confidence.items())


def _wanted(told: Told, found: Sequence[Candidate], keys: Sequence[Key]) -> dict[int, int]:
    """Incidents and the keys that want them, by their places."""
    if not keys:
        return {}
    by_targets = pairs(found, keys, _agreement)
    held = {id(candidate): _held_to_have_done(told, candidate) for candidate in found}
    by_doers = pairs(found, keys, lambda candidate, key: _agreement_of_doers(candidate, held[id(candidate)], key))
    wanted = set(by_targets.values())
    return by_targets | {at: k for at, k in by_doers.items() if at not in by_targets and k not in wanted}


def _held_to_have_done(told: Told, candidate: Candidate) -> list[str]:
    doers = (d for offered in (individuals, bodies) for d in offered(told, candidate.events))
    return [d.words for d in doers if any(sign.startswith(_DID_IT) for sign in d.signs)]


def _agreement_of_doers(candidate: Candidate, doers: Sequence[str], key: Key) -> int:
    fills = [f for slot in _DOERS.values() for f in key.get(slot, ())]
    shared = sum(any_fits(fills, words) for words in doers)
    return 2 * shared + _is_same_kind(candidate, key) if shared else 0


def _agreement(candidate: Candidate, key: Key) -> int:
    fills = [f for slot in _TARGETS for f in key.get(slot, ())]
    ours = {
        fill.split(": ")[0] for slot in ("thing", "name", "description") for fill in candidate.template.get(slot, ())
    }
    shared = sum(any_fits(fills, words) for words in ours)
    return 2 * shared + _is_same_kind(candidate, key) if shared else 0


def _is_same_kind(candidate: Candidate, key: Key) -> bool:
    return any(candidate.template["type"][0] in f.value for f in key.get("4", ()))


def main() -> None:
    """Reads the development reports and keys and writes the weights."""
    learnt: Learnt = {}
    for lesson in lessons(__doc__):
        for what, example in examples_of(lesson.told, lesson.found, lesson.keys):
            learnt.setdefault(what, []).append(example)
    found = {
        what: learn(examples, ridge=_RIDGE.get(what, _RIDGE_OF_DEGREES), fewest=_FEWEST)
        for what, examples in learnt.items()
    }
    write(found, FILE, least=_LEAST)
    print(f"{FILE}: learnt from {', '.join(f'{len(e)} {what}' for what, e in sorted(learnt.items()))}")


if __name__ == "__main__":
    main()
