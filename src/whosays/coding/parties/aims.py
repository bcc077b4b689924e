"""Whom force is meant for, where only what it is to do tells: "used tear gas to keep | marchers | from the square"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.words.mentions import conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_AIMS = frozenset(
    "rout oust drive flush expel dislodge root defeat destroy crush eliminate eradicate push wipe target fight combat "
    "hunt repel evict remove".split()
)
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
    told: list[Part] = []
    for aim in _aims(parse, found):
        if aim.lemma.lower() not in verbs:
            continue
        for head in (h for c in parse.children(aim.i, "obj") for h in conjuncts(parse, c.i)):
            part = sorted_in(parse, head, ("object", "recipient", found), knowledge)
            told += [part] if part is not None and part.part == "recipient" and part.kind != "unknown" else []
    return told


def _aims(parse: Parse, found: Found) -> Iterator[Token]:
    """The infinitives that say what the deed was for."""
    heads = {found.head, *found.tokens, *((found.carrier,) if found.carrier is not None else ())}
    for head in sorted(heads):
        for clause in parse.children(head, "advcl", "acl", "xcomp"):
            to = any(c.lower == "to" for c in parse.children(clause.i, "mark"))
            if clause.tag == "VB" and to and clause.i not in found.tokens:
                yield clause
