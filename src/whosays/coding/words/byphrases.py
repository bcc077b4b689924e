"""Parties that another phrase of the sentence tells: what the rules for them share.

A rule sees a deed with the parts found so far and yields the heads of those that it adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from whosays.coding.words.mentions import conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

Parts = Mapping[int, Part]
Knowledge = tuple[Ontology, dict[int, NameLabel]]
Telling = tuple[Parse, Found, Parts, Knowledge]
Rule = tuple[Callable[[Telling], Iterator[int]], str, str]  # the rule, and the slot and the part of those that it finds


def told_by(rules: Sequence[Rule], telling: Telling) -> list[Part]:
    """The parties that the rules find, each as what it takes part in the deed."""
    parse, found, _, knowledge = telling
    told: list[Part] = []
    for rule, slot, role in rules:
        for head in (h for first in rule(telling) for h in conjuncts(parse, first)):
            struck = role == "target"  # or whoever is struck there
            part = sorted_in(parse, head, (slot, "recipient" if struck else role, found), knowledge)
            fits = part is not None and (part.part == role or (struck and part.part == "recipient"))
            told += [part] if part is not None and fits and head not in found.tokens else []
    return told


def has_part(parts: Parts, *roles: str) -> bool:
    """Whether somebody plays one of these parts already."""
    return any(p.part in roles for p in parts.values())


def noun_of(parse: Parse, found: Found) -> Token:
    """The noun of a deed, also where a verb is told with it: "launched an | offensive |"."""
    head = parse.tokens[found.head]
    inside = (parse.tokens[i] for i in found.tokens)
    named = (t for t in inside if t.is_noun and t.lemma.lower() == found.trigger.words[-1])
    return next(named, head) if head.is_verb else head
