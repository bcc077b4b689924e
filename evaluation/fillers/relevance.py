"""Which reports, incidents and sentences tell of what the task wants: regressions over plain signs.

What a sentence is about says more of a phrase in it than its own words do, so these come first; a phrase then has the
steps that its report, its sentences and the incidents that it is in reach as signs. Which reports and sentences name
somebody of one role is asked apart: a report whose dead all have names may leave open who killed them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from evaluation.fillers.gates import ROLES
from evaluation.fillers.sentences import Read
from evaluation.fillers.signs import stretch
from evaluation.templates.signs import of_report, signs_of
from evaluation.weighing import Weights, likely

REPORT, INCIDENT, SENTENCE = "report", "incident", "sentence"
OF_ROLE = " of role"
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_MANY = 4  # incidents
_WANTED = " wanted "


class OfRole(msgspec.Struct, frozen=True):
    """How likely a report and each of its sentences names who or what plays one role."""

    report: float
    sentences: Sequence[float]

    def signs(self, numbers: Sequence[int]) -> Iterator[str]:
        """The steps that the report, the likeliest of some sentences, and the likeliest of all reach."""
        best, own = max(self.sentences), max(self.sentences[n] for n in numbers)
        yield from steps(REPORT + OF_ROLE, self.report)
        yield from steps(SENTENCE + OF_ROLE, own)
        yield from steps(f"best sentence{OF_ROLE}", best)
        if own == best:
            yield f"in the best sentence{OF_ROLE}"


class Relevance(msgspec.Struct, frozen=True):
    """How likely a report, each of its incidents and each of its sentences names what a key holds."""

    report: float
    incidents: Sequence[float]
    sentences: Sequence[float]
    of_roles: Mapping[str, OfRole]

    def signs(self, numbers: Sequence[int], incidents: Sequence[int], role: str) -> Iterator[str]:
        """The steps that the report, the likeliest of some sentences, of those beside them, and of incidents reach."""
        yield from self.of_roles[role].signs(numbers)
        beside = {n + step for n in numbers for step in (-1, 1) if 0 <= n + step < len(self.sentences)}
        best, own = max(self.sentences), max(self.sentences[n] for n in numbers)
        yield from steps("report", self.report)
        yield from steps("sentence", own)
        yield from steps("best sentence of the report", best)
        yield from steps("incident", max((self.incidents[at] for at in incidents), default=0.0))
        if own == best:
            yield "in the best sentence of the report"
        yield from steps("beside", max((self.sentences[n] for n in beside), default=0.0))


def steps(of_what: str, chance: float) -> Iterator[str]:
    """Each step that a chance reaches as a sign of its own, so that weights add up along them."""
    yield from (f"{of_what}{_WANTED}{step}" for step in _STEPS if chance >= step)


def is_step(sign: str) -> bool:
    """Whether a sign is such a step: what has been learnt, not what the report shows."""
    return _WANTED in sign


def relevance_of(read: Read, known: Mapping[str, Weights]) -> Relevance:
    """The relevance of a report by the weights that have been learnt."""
    of_report, of_sentences = signs_of_report(read), signs_of_sentences(read)
    report = likely(known.get(REPORT, {}), of_report)
    whole = tuple(steps(REPORT, report))
    incidents = [likely(known.get(INCIDENT, {}), (*s, *whole)) for s in signs_of_incidents(read)]
    sentences = [likely(known.get(SENTENCE, {}), (*s, *whole)) for s in of_sentences]
    told = [(*s, *steps(f"own {SENTENCE}", chance)) for s, chance in zip(of_sentences, sentences, strict=True)]
    of_roles = {role: _of_role(known, role, (*of_report, *whole), told) for role in ROLES}
    return Relevance(report, incidents, sentences, of_roles)


def _of_role(known: Mapping[str, Weights], role: str, whole: Iterable[str], told: Iterable[Iterable[str]]) -> OfRole:
    """How likely a report and its sentences name somebody of a role, by the signs of all of them."""
    report = likely(known.get(f"{REPORT} {role}", {}), whole)
    weights, reached = known.get(f"{SENTENCE} {role}", {}), tuple(steps(REPORT + OF_ROLE, report))
    return OfRole(report, [likely(weights, (*signs, *reached)) for signs in told])


def signs_of_report(read: Read) -> set[str]:
    """Its words, what kind of report it is, and the signs of its incidents."""
    found = {f"word {w}" for words in read.words for w in words}
    found |= set(of_report(read.told))
    for signs in signs_of_incidents(read):
        found |= {f"incident: {s}" for s in signs}
    found.add(f"{min(len(read.found), _MANY)} incidents")
    return found


def signs_of_sentences(read: Read) -> list[set[str]]:
    """Of each sentence its words, those beside it, the incidents told in it, and the kind of the report."""
    told: list[set[str]] = [set() for _ in read.words]
    for candidate, of_incident in zip(read.found, signs_of_incidents(read), strict=True):
        for number in read.told.sentences(candidate.events):
            told[number] |= {"incident", *(f"incident: {s}" for s in of_incident)}
    everywhere = set(of_report(read.told))
    found: list[set[str]] = []
    for number, words in enumerate(read.words):
        signs = {f"word {w}" for w in words} | told[number] | everywhere | {f"stands {stretch(number)}"}
        for step, where in ((-1, "before"), (1, "behind")):
            if 0 <= number + step < len(read.words):
                signs |= {f"word {where} {w}" for w in read.words[number + step]}
                signs |= {f"incident {where}"} if told[number + step] else set()
        found.append(signs)
    return found


def signs_of_incidents(read: Read) -> list[list[str]]:
    """What tells of each incident, without the words of its sentences, which stand for themselves."""
    return [[s for s in signs_of(read.told, c) if not s.startswith("word ")] for c in read.found]
