"""The set ``examples``: the yes and no sentences of the ontology, run through the trained model and the coder."""

from __future__ import annotations

from collections import defaultdict

import msgspec

import whosays
from evaluation.request import Case, Number, Request, Result, files, refuse_train
from evaluation.running import as_given
from evaluation.scoring import Tally, share
from whosays import coding, ontology
from whosays.ontology import Example
from whosays.records import Event


class Coded(msgspec.Struct, frozen=True):
    """An example's events, and the words that each mention stands for."""

    events: tuple[Event, ...]
    names: dict[str, str]

    def held(self, event: Event, *parts: str) -> set[str]:
        """The names of those who play one of these parts, without articles."""
        return {_bare(self.names[r.mention]) for r in event.roles if r.part in parts and r.mention in self.names}


def run(request: Request) -> Result:
    """Codes every example of the ontology in the folder that is given."""
    refuse_train(files(request, "*.yaml"), request.allow_train)
    given = ontology.load(request.data[0])
    tools = msgspec.structs.replace(whosays.tools(), ontology=given)
    by_class: dict[str, Tally] = defaultdict(Tally)
    cases: list[Case] = []
    for example in given.examples:
        wrong = _wrong(example, _coded(example, tools))
        by_class[example.event].add(not wrong, 1, 1)
        name = f"{'yes' if example.wanted else 'no'} {example.event}"
        verdict = "wrong" if wrong else "right"
        cases.append(Case(id=name, verdict=verdict, gold=(example.text,), found=tuple(wrong)))
    yes = [c for c, e in zip(cases, given.examples, strict=True) if e.wanted]
    no = [c for c, e in zip(cases, given.examples, strict=True) if not e.wanted]
    right = sum(c.verdict == "right" for c in cases)
    keys: dict[str, Number] = {
        "share": share(right, len(cases)),
        "yes": share(sum(c.verdict == "right" for c in yes), len(yes)),
        "no": share(sum(c.verdict == "right" for c in no), len(no)),
        "examples": len(cases),
        "right": right,
    }
    return Result(keys=keys | {f"share_{name}": tally.p for name, tally in by_class.items()}, cases=tuple(cases))


def _coded(example: Example, tools: whosays.Tools) -> Coded:
    coded = coding.code(whosays.parse(as_given(example.text), tools), tools.ontology)
    return Coded(coded.events, {m.id: m.name for m in coded.mentions})


def _wrong(example: Example, coded: Coded) -> list[str]:
    """What does not fit: of a yes sentence the least that any event of the class has wrong."""
    of_class = [e for e in coded.events if e.type == example.event]
    if not example.wanted:
        return [f"too much: {example.text[e.trigger.start : e.trigger.end]}" for e in of_class]
    if not of_class:
        return [f"no {example.event} among {[e.type for e in coded.events]}"]
    return min((_unlike(example, coded, event) for event in of_class), key=len)


def _unlike(example: Example, coded: Coded, event: Event) -> list[str]:
    wrong = [
        f"{field} {getattr(event, field)}, not {wanted}"
        for field, wanted in (("mode", example.mode), ("status", example.status))
        if wanted is not None and getattr(event, field) != wanted
    ]
    parts = (
        (("actor",), example.actor),
        (("recipient", "target"), example.recipient),
        (("target",), example.target),
    )
    wrong += [
        f"{names[0]} {sorted(coded.held(event, *names))}, not {wanted}"
        for names, wanted in parts
        if wanted is not None and _bare(wanted) not in coded.held(event, *names)
    ]
    killed = [t.count.low for t in event.tolls if t.effect == "killed"]
    if example.killed is not None and example.killed not in killed:
        wrong.append(f"killed {killed}, not {example.killed}")
    return wrong


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)
