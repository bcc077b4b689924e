"""The set ``muc4-roles``: who and what plays which part in the attacks of a report, by CEAF-REE.

Entities of gold and found are aligned one to one; one that is found counts when all its mentions are mentions of the
gold entity, without case, punctuation and articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.fillers import ROLES, Read, fillers, normal
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally
from evaluation.templates import Told

Entity = frozenset[str]  # its mentions


class Document(msgspec.Struct, frozen=True):
    """A report of the set with its gold entities by role."""

    id: str
    text: str
    roles: dict[str, tuple[Entity, ...]]


def run(request: Request) -> Result:
    """Scores the role fillers of every report."""
    tallies = {role: Tally() for role in ROLES}
    cases: list[Case] = []
    for document in (d for path in files(request, "*.json") for d in read(path)):
        found = found_in(document.text)
        missed, extra = [], []
        for role, tally in tallies.items():
            gold, ours = document.roles.get(role, ()), found[role]
            pairs = aligned(gold, ours)
            tally.add(len(pairs), len(ours), len(gold))
            missed += [f"{role}: {min(g)}" for i, g in enumerate(gold) if i not in pairs.values()]
            extra += [f"{role}: {min(f)}" for j, f in enumerate(ours) if j not in pairs]
        verdict = f"{len(missed)} missed, {len(extra)} too much"
        cases.append(Case(id=document.id, verdict=verdict, gold=tuple(missed), found=tuple(extra)))
    total = Tally()
    for tally in tallies.values():
        total.add(tally.right, tally.found, tally.gold)
    keys: dict[str, Number] = {"ceaf_ree_f1": total.f1, "p": total.p, "r": total.r}
    keys |= {f"{role}_f1": tally.f1 for role, tally in tallies.items()}
    return Result(keys=keys | {"documents": len(cases), "gold": total.gold, "found": total.found}, cases=tuple(cases))


def read(path: Path) -> Iterator[Document]:
    """The reports of a file of GRIT's format: a JSON object a line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            raw = json.loads(line)
            roles = {
                role: tuple(frozenset(normal(m[0]) for m in mentions) for mentions in entities)
                for role, entities in raw["extracts"].items()
            }
            yield Document(str(raw["docid"]), raw["doctext"], roles)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EvaluationError(f"{path}, line {number}: not {{docid, doctext, extracts}} ({error!r})") from error


def found_in(text: str) -> dict[str, list[Entity]]:
    """Our entities by role, each once for a report."""
    parsed, record = stages(as_given(text))  # wire copy, whose capitals the set has lowered
    told = Read(Told(record, parsed), whosays.merge([record]).incidents)
    return {role: [frozenset({words}) for words in found] for role, found in fillers(told).items()}


def aligned(gold: Sequence[Entity], found: Sequence[Entity]) -> dict[int, int]:
    """The best one-to-one alignment: index of found to index of gold, by augmenting paths."""
    owner: dict[int, int] = {}  # gold to found

    def place(f: int, tried: set[int]) -> bool:
        for g, entity in enumerate(gold):
            if g in tried or not found[f] <= entity:
                continue
            tried.add(g)
            if g not in owner or place(owner[g], tried):
                owner[g] = f
                return True
        return False

    for f in range(len(found)):
        place(f, set())
    return {f: g for g, f in owner.items()}
