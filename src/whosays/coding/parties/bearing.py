"""What attackers had with them and whom a seized vehicle carried: parts that hang on other participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.coding.words.hidingplaces import is_hiding_place
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slot_of_case
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse

CLAIMED, SUSPECTED, ACCUSED = (
    "claimed",
    "suspected",
    "accused",
)  # slots of those who only are held to have done it, and why

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
    beside = (*_beside_bomb(parse, parts), *_where_put(parse, parts), *_beside_bomber(parse, found, parts, ontology))
    for head in beside:
        kind = kind_of(parse, head, ontology, labels)
        built = kind == "thing" or (kind == "organisation" and labels.get(head) is None)
        built = built or (kind == "place" and parse.tokens[head].lemma.lower() in _BUILT)
        if head not in known and built:
            yield Part(head, "target", "thing", "near")
    yield from _heard_of(parse, found, parts, labels)
    if not any(p.part == "actor" for p in parts):
        yield from _launchers(parse, parts, knowledge)
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
        if (
            i != found.head
            and token.is_noun
            and token.lower != "gun"
            and noun is not None
            and noun.mode is not None
            and noun.kind == "thing"
        ):
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


_HELD = frozenset({"believe", "suspect", "think", "allege", "presume", "say", "identify"})


def _heard_of(parse: Parse, found: Found, parts: Sequence[Part], labels: dict[int, NameLabel]) -> Iterator[Part]:
    """ "A | Front-claimed | attack", "gunmen believed to be members of | the Front": whose it is held to be."""
    for claimed in parse.children(found.head, "amod") if found.trigger.pos == "noun" else ():
        for owner in parse.children(claimed.i, "compound", "obl", "nsubj"):
            if claimed.lemma.lower() == "claim" and parse.tokens[claimed.i - 1].text in {"-", "‑"}:
                yield Part(owner.i, "actor", "organisation", CLAIMED)
    for doer in (p.head for p in parts if p.part == "actor"):
        for clause in parse.children(doer, "acl"):
            if clause.tag not in {"VBN", "VBD"} or clause.lemma.lower() not in _HELD:
                continue
            for said in parse.children(clause.i, "xcomp", "advcl"):
                belongs = said.lemma.lower() == "belong"  # "suspected of | belonging to | the Front"
                for body in parse.children(said.i, "obl" if belongs else "nmod"):
                    if case_of(parse, body.i) in ({"to"} if belongs else {"of", "from"}) and labels.get(body.i) in {
                        "organisation",
                        "place",
                    }:
                        yield Part(body.i, "actor", "organisation", SUSPECTED)


_SENDING = frozenset("launch fire send drop throw hurl detonate shoot drive fly pilot steer operate".split())


_SENDERS = frozenset({"person", "organisation"})


def _launchers(parse: Parse, parts: Sequence[Part], knowledge: tuple[Ontology, dict[int, NameLabel]]) -> Iterator[Part]:
    """ "A drone | launched by the Front | struck a mill": whose means they were."""
    ontology, labels = knowledge
    for means in (p.head for p in parts if p.part == "instrument"):
        for sender in parse.children(means, "nmod"):  # "mortars | from rebel fighters | hit the airport"
            if case_of(parse, sender.i) == "from" and kind_of(parse, sender.i, ontology, labels) in _SENDERS:
                yield Part(sender.i, "actor", "person" if labels.get(sender.i) is None else "organisation", "from")
        for clause in parse.children(means, "acl"):
            if clause.tag not in {"VBN", "VBD"} or clause.lemma.lower() not in _SENDING:
                continue
            for agent in (a for c in parse.children(clause.i, "obl:agent") for a in conjuncts(parse, c.i)):
                kind = kind_of(parse, agent, ontology, labels)
                if kind in {"person", "organisation", "place"}:
                    yield Part(agent, "actor", "person" if kind == "person" else "organisation", "by")


def _beside_bomb(parse: Parse, parts: Sequence[Part]) -> Iterator[int]:
    """ "A car bomb | outside a mosque | killed six": where the bomb that did it stood."""
    for bomb in (p.head for p in parts if p.part == "instrument" and p.slot == "subject"):
        for child in parse.children(bomb, "nmod"):
            if slot_of_case(case_of(parse, child.i)) in {"near", "at", "under"}:
                yield from conjuncts(parse, child.i)


_BUILT = frozenset("station checkpoint base airport camp barracks market school outpost post stadium".split())
_PUT = frozenset({"find", "plant", "place", "leave", "hide", "conceal", "attach", "install", "discover", "set"})


def _where_put(parse: Parse, parts: Sequence[Part]) -> Iterator[int]:
    """ "Defused a bomb | found in a plane", "a bomb | left under a car | went off": where it had been put."""
    for bomb in (p.head for p in parts if p.part == "instrument"):
        for clause in parse.children(bomb, "acl"):
            if clause.lemma.lower() in _PUT:
                for child in parse.children(clause.i, "obl"):
                    there = slot_of_case(case_of(parse, child.i)) in {"in", "at", "near", "under", "on"}
                    if there and not is_hiding_place(parse, child):
                        yield from conjuncts(parse, child.i)


def _beside_bomber(parse: Parse, found: Found, parts: Sequence[Part], ontology: Ontology) -> Iterator[int]:
    """ "A suicide bomber killed six | at a mosque", "a car bomb did so | outside a bank": what they were meant for."""
    striking = [p for p in parts if p.part == "actor" or (p.part == "instrument" and p.slot == "subject")]
    nouns = (ontology.nouns.longest(parse.words_to(p.head, 3)) for p in striking)
    if any(noun is not None and noun.mode in {"suicide-attack", "explosives"} for noun in nouns):
        yield from (h for slot in ("at", "in", "near", "on") for h in found.slots.get(slot, ()))


def _passengers(parse: Parse, parts: Sequence[Part]) -> Iterator[int]:
    """ "Hijacked a bus | carrying forty pilgrims", "a bus | with forty pilgrims": taken with the vehicle."""
    for vehicle in (p.head for p in parts if p.part == "target"):
        for child in parse.children(vehicle, "nmod", "acl"):
            if child.dep == "acl" and child.lemma.lower() in _LADEN:
                yield from _objects(parse, child.i)
            elif child.dep == "nmod" and case_of(parse, child.i) in _ABOARD:
                yield from conjuncts(parse, child.i)
