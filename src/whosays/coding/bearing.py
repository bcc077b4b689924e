"""What attackers had with them and whom a seized vehicle carried: parts that hang on other participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.coding.kinds import kind_of
from whosays.coding.mentions import case_of, conjuncts
from whosays.coding.parts import Part
from whosays.coding.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse

_ARMED = frozenset({"armed", "arm", "equip", "equipped"})
_BEARING = frozenset({"use", "employ", "wield", "carry", "brandish", "fire", "deploy"})
_LADEN = frozenset({"carry", "transport", "ferry", "take", "bring"})
_ABOARD = frozenset({"with", "carrying"})


def borne(
    parse: Parse, found: Found, parts: Sequence[Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """The weapons and the passengers that the words around an attack tell, beside its participants ``parts``."""
    if found.trigger.event != "ASSAULT":
        return
    ontology, labels = knowledge
    known = {p.head for p in parts}
    for head in dict.fromkeys((*_named(parse, found, ontology), *_weapons(parse, found, parts))):
        if head not in known and kind_of(parse, head, ontology, labels) == "weapon":
            yield Part(head, "instrument", "thing", "with")
    if found.trigger.mode == "abduct":
        for head in _passengers(parse, parts):
            if head not in known and kind_of(parse, head, ontology, labels) == "person":
                yield Part(head, "recipient", "person", "object")


def _named(parse: Parse, found: Found, ontology: Ontology) -> Iterator[int]:
    """ "A | grenade | attack", "a | drone | strike": the means in the deed's own words."""
    if found.trigger.pos != "noun":
        return
    for i in found.tokens:
        token = parse.tokens[i]
        noun = ontology.nouns.get(token.lemma.lower())
        if i != found.head and token.is_noun and noun is not None and noun.mode is not None and noun.kind == "thing":
            yield i


def _weapons(parse: Parse, found: Found, parts: Sequence[Part]) -> Iterator[int]:
    """ "Men | armed with rifles | attacked", "bombed the hills, | using jets": what was borne, of those who acted."""
    verbs = [found.head] if found.carrier is None else [found.head, found.carrier]
    for verb in verbs:
        for clause in parse.children(verb, "advcl", "acl"):
            if clause.tag == "VBG" and clause.lemma.lower() in _BEARING:
                yield from _objects(parse, clause.i)
    doers = [p.head for p in parts if p.part == "actor"]
    for holder in (*doers, *verbs):
        for clause in parse.children(holder, "acl", "amod", "acl:relcl", "advcl"):
            if clause.lemma.lower() in _ARMED or clause.lower in _ARMED:
                for child in parse.children(clause.i, "obl", "nmod"):
                    if case_of(parse, child.i) == "with":
                        yield from conjuncts(parse, child.i)
            elif holder in doers and clause.dep == "acl" and clause.tag == "VBG" and clause.lemma.lower() in _BEARING:
                yield from _objects(parse, clause.i)


def _objects(parse: Parse, verb: int) -> Iterator[int]:
    for child in parse.children(verb, "obj"):
        yield from conjuncts(parse, child.i)


def _passengers(parse: Parse, parts: Sequence[Part]) -> Iterator[int]:
    """ "Hijacked a bus | carrying forty pilgrims", "a bus | with forty pilgrims": taken with the vehicle."""
    for vehicle in (p.head for p in parts if p.part == "target"):
        for child in parse.children(vehicle, "nmod", "acl"):
            if child.dep == "acl" and child.lemma.lower() in _LADEN:
                yield from _objects(parse, child.i)
            elif child.dep == "nmod" and case_of(parse, child.i) in _ABOARD:
                yield from conjuncts(parse, child.i)
