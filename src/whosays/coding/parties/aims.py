"""Whom force is meant for, where only what it is to do tells: "used tear gas to keep | marchers | from the square"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.words.mentions import FIGHTERS, case_of, conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_AIMS = frozenset(
    "rout oust drive flush expel dislodge root defeat destroy crush eliminate eradicate push wipe target fight combat "
    "hunt repel evict remove dismantle annihilate subdue overthrow topple unseat".split()
)
_PRESSING = frozenset("pressure punish frighten intimidate scare terrorise terrorize".split())
_TAKING = frozenset(
    "retake recapture capture seize reclaim take liberate conquer regain reconquer storm recover".split()
)
_TRYING = frozenset({"effort", "attempt", "bid"})
_HOLDING_BACK = frozenset("prevent stop keep halt hold block force contain deter scatter disperse".split())


def aimed_at(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> list[Part]:
    """The parties that the aim of an offensive or of force against a crowd names; none where it fell on somebody."""
    if found.trigger.event != "ASSAULT" or found.trigger.effect is not None:
        return []
    if any(p.part == "recipient" for p in parts.values()):
        return []
    verbs = _AIMS | _HOLDING_BACK if found.trigger.mode == "crowd-control" else _AIMS
    told: list[Part] = _pointed_at(parse, found, knowledge)
    for aim in _aims(parse, found):
        told_parts = {p.part for p in parts.values()}
        takes = aim.lemma.lower() in _TAKING and "target" not in told_parts and "actor" in told_parts
        presses = aim.lemma.lower() in _PRESSING and "target" not in told_parts and "actor" in told_parts
        if aim.lemma.lower() == "replace":
            told += _whose_rule(parse, found, aim, knowledge)
        if aim.lemma.lower() not in verbs and not takes and not presses:
            continue
        for head in (h for c in _objects(parse, aim) for h in conjuncts(parse, c.i)):
            part = sorted_in(parse, head, ("object", "recipient", found), knowledge)
            fits = part is not None and part.part == ("target" if takes else "recipient") and part.kind != "unknown"
            told += [part] if part is not None and fits else []
            held = _held_by(parse, (aim.i, head), knowledge[1]) if told and takes else ()
            parts_of = (sorted_in(parse, h, ("object", "recipient", found), knowledge) for h in held)
            told += [p for p in parts_of if p is not None and p.part == "recipient"]
    return told


_POINTED = frozenset({"aimed", "directed", "targeted"})
_OPERATIONS = frozenset(
    "operation offensive campaign attack strike raid assault airstrike missile rocket shell round shot bomb".split()
)


def _pointed_at(parse: Parse, found: Found, knowledge: tuple[Ontology, dict[int, NameLabel]]) -> list[Part]:
    """ "Launched an operation aimed at | the rebels |", "fired rockets directed at | a mill |"."""
    nouns = [i for i in (found.head, *found.tokens) if parse.tokens[i].lemma.lower() in _OPERATIONS]
    nouns += [h for h in found.slots.get("object", ()) if parse.tokens[h].lemma.lower() in _OPERATIONS]
    clauses = [c for i in dict.fromkeys(nouns) for c in parse.children(i, "acl") if c.lower in _POINTED]
    hits = [c for clause in clauses for c in parse.children(clause.i, "obl") if c.is_noun]
    heads = [h for c in hits if case_of(parse, c.i) in {"at", "against"} for h in conjuncts(parse, c.i)]
    told = [sorted_in(parse, h, ("object", "recipient", found), knowledge) for h in heads]
    return [p for p in told if p is not None and (p.part == "target" or p.kind != "unknown")]


_RULE = frozenset({"monarchy", "government", "regime", "rule", "dictatorship", "junta"})


def _whose_rule(
    parse: Parse, found: Found, aim: Token, knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """ "Have been fighting to replace | Veldia's | monarchy with a republic": the state whose rule it is."""
    for rule in (c for c in parse.children(aim.i, "obj") if c.lemma.lower() in _RULE):
        for whose in parse.children(rule.i, "nmod:poss", "amod"):
            part = sorted_in(parse, whose.i, ("poss", "recipient", found), knowledge)
            if part is not None and knowledge[1].get(whose.i) in {"place", "nationality"}:
                yield Part(whose.i, "recipient", "organisation", "object")


def _objects(parse: Parse, aim: Token) -> list[Token]:
    """ "To crush | the rebels |", "to hunt for | them |"."""
    hunted = parse.children(aim.i, "obl") if aim.lemma.lower() == "hunt" else ()
    return [*parse.children(aim.i, "obj"), *(c for c in hunted if case_of(parse, c.i) == "for")]


def _held_by(parse: Parse, around: tuple[int, int], labels: Mapping[int, NameLabel]) -> Iterator[int]:
    """ "Launched an offensive to retake the town | from the rebels |", hung on the verb or on what is taken."""
    below = {c.i: c for i in around for c in parse.children(i, "nmod", "obl") if case_of(parse, c.i) == "from"}
    for first in below:
        known = labels.get(first) == "organisation" or first in parse.armed
        if known or parse.tokens[first].lemma.lower() in _HOLDERS:
            yield from conjuncts(parse, first)


_HOLDERS = FIGHTERS | frozenset("force troop army military militia government separatist islamist soldier".split())


def _aims(parse: Parse, found: Found) -> Iterator[Token]:
    """The infinitives that say what the deed was for."""
    heads = {found.head, *found.tokens, *((found.carrier,) if found.carrier is not None else ())}
    for head in sorted(heads):
        tried = [c for c in parse.children(head, "obl") if c.lemma.lower() in _TRYING and case_of(parse, c.i) == "in"]
        below = (c for t in tried for c in parse.children(t.i, "acl"))  # "struck, in an effort | to drive them out"
        for clause in (*parse.children(head, "advcl", "acl", "xcomp"), *below):
            to = any(c.lower == "to" for c in parse.children(clause.i, "mark"))
            if clause.tag == "VB" and to and clause.i not in found.tokens:
                yield clause
