"""Learns which nouns near an incident name who did it, from MUC DEV and its keys alone.

    python -m evaluation.learn_doers --data DEV_REPORTS... --keys DEV_KEYS...

writes ``muc4_doers.csv``: what each sign weighs for an individual, for an organisation, and for each degree of
confidence. Only incidents that a key template wants teach anything: those that share most of its targets. To be run
before ``evaluation.learn_chances``, which learns from the finished templates.
"""

from __future__ import annotations

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
_RIDGE = 5.0
_FEWEST = 5  # candidates that must show a sign
_LEAST = 0.05  # a weight below it is left out
_OWN_WORDS = "word "  # whose name it is says nothing of how surely it was them
Learnt = dict[str, list[Example]]


def examples_of(told: Told, found: Sequence[Candidate], keys: Sequence[Key]) -> Iterator[tuple[str, Example]]:
    """The candidates for doers of the incidents that keys want, as examples of what each may be.

    Which key wants which incident is told by the targets that they share.
    """
    for at, k in sorted(pairs(found, keys, _agreement).items()):
        candidate, key = found[at], keys[k]
        for what, doers in ((INDIVIDUAL, individuals), (ORGANIZATION, bodies)):
            fills = key.get(_DOERS[what], ())
            for doer in doers(told, candidate.events):
                yield what, Example(doer.signs, any_fits(fills, doer.words))
        for doer in bodies(told, candidate.events):
            values = {v for f in key.get(_CONFIDENCE, ()) if f.fits(doer.words) for v in f.values}
            if values:
                plain = frozenset(sign for sign in doer.signs if not sign.startswith(_OWN_WORDS))
                yield from ((d, Example(plain, v in values)) for d, v in lists().confidence.items())


def _agreement(candidate: Candidate, key: Key) -> int:
    fills = [f for slot in _TARGETS for f in key.get(slot, ())]
    ours = {
        fill.split(": ")[0] for slot in ("thing", "name", "description") for fill in candidate.template.get(slot, ())
    }
    same_kind = any(candidate.template["type"][0] in f.value for f in key.get("4", ()))
    shared = sum(any_fits(fills, words) for words in ours)
    return 2 * shared + same_kind if shared else 0


def main() -> None:
    """Reads the development reports and keys and writes the weights."""
    learnt: Learnt = {}
    for lesson in lessons(__doc__):
        for what, example in examples_of(lesson.told, lesson.found, lesson.keys):
            learnt.setdefault(what, []).append(example)
    found = {what: learn(examples, ridge=_RIDGE, fewest=_FEWEST) for what, examples in learnt.items()}
    write(found, FILE, least=_LEAST)
    print(f"{FILE}: learnt from {', '.join(f'{len(e)} {what}' for what, e in sorted(learnt.items()))}")


if __name__ == "__main__":
    main()
