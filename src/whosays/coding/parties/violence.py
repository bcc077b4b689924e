"""Whose the violence is that kills: the fighters named before it, the sides it is between, who fought the war."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from whosays.coding.parties.bearing import ACCUSED
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import FIGHTING, Part, sorted_in
from whosays.coding.words.triggers import EFFECT, Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

_VIOLENCE = frozenset({"violence", "bloodshed", "unrest", "insurgency", "rampage", "terror"})
_WAR = frozenset({"war", "conflict", "warfare", "feud", "fighting", "clash", "battle", "encounter"})
_WAGED = frozenset({"fight", "wage"})
_HARMING = frozenset({"killed", "wounded", "displaced", "captured"})
_PARTIES = frozenset({"gang", "cartel", "mob", "militia", "settler", "police", "army", "clan", "jihadist", "rebel"})


def violent(
    parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> list[Part]:
    """ "Killed in | rebel | violence", "the war between | X and Y | killed six", "a war that | X and Y | fought".

    Nothing where somebody is told to have done it.
    """
    if found.trigger.event not in {"ASSAULT", EFFECT} or found.trigger.effect not in _HARMING:
        return []
    if found.trigger.pos != "verb" or any(p.part == "actor" for p in parts.values()):
        return []
    told = [msgspec.structs.replace(p, slot=ACCUSED) for p in _blamed(parse, found, knowledge)]
    for head in (*_warders(parse, found, parts), *_sides_of_fighting(parse, found), *_fought_by_fallen(parse, found)):
        part = sorted_in(parse, head, ("by", "actor", found), knowledge)
        told += [part] if part is not None and part.part == "actor" else []
    for noun in _told_in(parse, found):
        beside = () if parse.children(noun.i, "nmod") else found.slots.get("between", ())
        sides = (h for first in beside for h in conjuncts(parse, first))  # "killed in violence | between X and Y"
        for head in dict.fromkeys((*_whose(parse, noun, knowledge[1]), *sides)):
            part = sorted_in(parse, head, ("by", "actor", found), knowledge)
            told += [part] if part is not None and part.part == "actor" else []
    return told


def _warders(parse: Parse, found: Found, parts: Mapping[int, Part]) -> Iterator[int]:
    """ "Sixty insurgents are killed as | the army | repels an attack": by those who repel them."""
    victims = [parse.tokens[h].lemma.lower() for h, p in parts.items() if p.part == "recipient"]
    if not victims:
        return
    for clause in parse.children(found.head, "advcl"):
        marks = {m.lower for m in parse.children(clause.i, "mark", "advmod")}
        work = parse.children(clause.i, "obj")
        waged = clause.lemma.lower() in _WAGING and any(w.lemma.lower() in _OPERATIONS for w in work)
        warded = clause.lemma.lower() in _WARDING and all(v in FIGHTING or v in _ATTACKING for v in victims)
        waged = waged or (clause.lemma.lower() in _THROWING and any(w.lemma.lower() in _MISSILES for w in work))
        opened = clause.lemma.lower() in _OPENING and any(w.lemma.lower() in _CAMPAIGNS for w in work)
        if (warded or waged) and marks & {"as", "when", "while", "after"}:
            yield from (h for s in parse.children(clause.i, "nsubj") for h in conjuncts(parse, s.i))
        elif (opened or waged) and marks & {"as", "after", "since"}:
            foes = (h for s in parse.children(clause.i, "nsubj") for h in conjuncts(parse, s.i))
            ordered = clause.lemma.lower() == "order"  # "after | a commander | ordered the airstrike"
            yield from (h for h in foes if not _are_of(parse, parts, h) and (ordered or _is_power(parse, h)))


def _is_power(parse: Parse, head: int) -> bool:
    """A state, a body or fighters: who begins a campaign of arms, and not one for votes."""
    label = next((n.label for n in parse.names if n.start <= head < n.end), None)
    return label in {"place", "organisation", "nationality"} or parse.tokens[head].lemma.lower() in _POWERS


def _are_of(parse: Parse, parts: Mapping[int, Part], head: int) -> bool:
    """ "Ninety Orlian soldiers have been killed since | Orland | began its raids": its own, whom it did not kill."""
    stem = parse.tokens[head].lower[:_STEM]
    for victim in (h for h, p in parts.items() if p.part == "recipient"):
        words = [parse.tokens[i].lower for i in parse.subtree(victim)]
        if parse.tokens[victim].lemma.lower() in _OWN_MEN or any(w[:_STEM] == stem for w in words):
            return True
    return False


_THROWING = frozenset({"throw", "hurl", "lob", "pelt"})
_MISSILES = frozenset({"stone", "rock", "bottle", "brick", "grenade", "firebomb"})
_STEM = 4  # letters that the name of a state and of its people share
_OWN_MEN = frozenset("soldier troop policeman officer personnel marine serviceman conscript".split())
_POWERS = FIGHTING | {"army", "military", "government", "police", "force", "troop", "regime", "junta", "coalition"}
_OPENING = frozenset("start begin open resume renew order intensify escalate increase expand".split())
_CAMPAIGNS = frozenset(
    "campaign operation offensive crackdown bombardment airstrike bombing shelling siege violence invasion".split()
)


_OPERATIONS = frozenset({"operation", "raid", "offensive", "crackdown", "sweep"})
_WAGING = frozenset({"conduct", "carry", "launch", "mount", "wage"})
_WARDING = frozenset({"repel", "repulse", "foil", "thwart", "fend"})
_ATTACKING = frozenset("insurgent militant rebel fighter gunman terrorist attacker jihadist bandit guerrilla".split())


def _fought_by_fallen(parse: Parse, found: Found) -> Iterator[int]:
    """ "Two bakers were killed fighting | the Front |": by those whom they fought."""
    verb = parse.tokens[found.head]
    fallen = verb.tag == "VBN" or (verb.dep == "acl" and verb.tag == "VBD")
    if not fallen or found.trigger.effect not in {"killed", "wounded", "captured"}:
        return
    for clause in parse.children(verb.i, "xcomp", "advcl"):
        within = {m.lower for m in parse.children(clause.i, "mark", "case")} <= {
            "in"
        }  # "killed | in | fighting against"
        plain = clause.tag == "VBG" and within and not parse.children(clause.i, "nsubj", "aux")
        if clause.lemma.lower() not in {"fight", "battle"} or not plain or clause.i < verb.i:
            continue
        foes = (*parse.children(clause.i, "obj"), *parse.children(clause.i, "obl"))
        for foe in foes:
            if foe.dep == "obj" or case_of(parse, foe.i) == "against":
                yield from conjuncts(parse, foe.i)


def _sides_of_fighting(parse: Parse, found: Found) -> Iterator[int]:
    """ "Ten are killed as fighting intensifies between | the army and the rebels": one of the two."""
    for clause in parse.children(found.head, "advcl"):
        fought = [c for c in parse.children(clause.i, "nsubj") if c.lemma.lower() in _WAR]
        marks = {m.lower for m in parse.children(clause.i, "mark", "advmod")}
        if not fought or not marks & {"as", "when", "while", "after"}:
            continue
        beside = (*parse.children(clause.i, "obl"), *parse.children(fought[0].i, "nmod"))
        for first in beside:
            sides = conjuncts(parse, first.i) if case_of(parse, first.i) == "between" else ()
            yield from sides if len(sides) > 1 else ()


def _blamed(parse: Parse, found: Found, knowledge: tuple[Ontology, dict[int, NameLabel]]) -> Iterator[Part]:
    """ "Killed in an attack blamed on | the Front"."""
    for noun in (h for s in ("in", "by", "during", "subject") for h in found.slots.get(s, ())):
        for clause in parse.children(noun, "acl"):
            if clause.tag != "VBN" or clause.lemma.lower() not in _LAID:
                continue
            blamed = [
                c.i for c in parse.children(clause.i, "obl") if case_of(parse, c.i) == _LAID[clause.lemma.lower()]
            ]
            for head in (h for first in blamed for h in conjuncts(parse, first)):
                part = sorted_in(parse, head, ("by", "actor", found), knowledge)
                if part is not None and part.part == "actor":
                    yield part


_LAID = {"blame": "on", "attribute": "to"}


def _told_in(parse: Parse, found: Found) -> Iterator[Token]:
    """The nouns of violence that kill, or in which somebody is killed."""
    heads = [h for s in ("subject", "by", "in", "during") for h in found.slots.get(s, ())]
    after = found.slots.get("after", ())  # "killed after | an encounter between the army and a cartel"
    heads += [h for h in after if any(case_of(parse, c.i) == "between" for c in parse.children(h, "nmod"))]
    for head in heads:
        noun = parse.tokens[head]
        if noun.lemma.lower() in _WAVES:  # "a wave | of violence"
            yield from (c for c in parse.children(head, "nmod") if _is_violence(c) and case_of(parse, c.i) == "of")
        elif _is_violence(noun):
            yield noun
    verb = parse.tokens[found.head]
    holder = parse.tokens[verb.head]
    if verb.dep == "acl:relcl" and holder.dep in {"obl", "nmod"} and not _is_violence(holder):
        # "fought a war | over the isles | that killed hundreds": hung on the last noun
        above = parse.tokens[holder.head]
        yield from (above,) if above.lemma.lower() in _WAR else ()
        yield from (c for c in parse.children(holder.head, "obj") if c.lemma.lower() in _WAR and c.i < holder.i)


_WAVES = frozenset({"wave", "spate", "surge", "burst", "outbreak", "week", "day", "month", "year", "string", "series"})


def _is_violence(noun: Token) -> bool:
    return noun.lemma.lower() in _VIOLENCE | _WAR


def _whose(parse: Parse, noun: Token, labels: Mapping[int, NameLabel]) -> Iterator[int]:
    """The heads of those whose violence or war it is."""
    if noun.lemma.lower() in _VIOLENCE:
        yield from (c.i for c in parse.children(noun.i, "amod", "compound") if _is_fighter(c, labels))
        yield from (h for c in _cased(parse, noun, "by") for h in conjuncts(parse, c))
    for first in _cased(parse, noun, "between"):
        sides = [h for h in conjuncts(parse, first) if parse.tokens[h].tag != "CD"]  # "a war between | 1998 and 2000"
        rivals = any(c.lower in {"rival", "opposing", "warring"} for c in parse.children(first, "amod"))
        yield from sides if len(sides) > 1 or rivals else ()
    governor = parse.tokens[noun.head]
    if noun.lemma.lower() in _WAR and noun.dep == "obj" and governor.lemma.lower() in _WAGED:
        subjects = [h for c in parse.children(governor.i, "nsubj") for h in conjuncts(parse, c.i)]
        around = (*parse.children(governor.i, "obl"), *parse.children(noun.i, "nmod"))
        foes = [h for c in around if case_of(parse, c.i) in {"with", "against"} for h in conjuncts(parse, c.i)]
        yield from (*subjects, *foes) if len(subjects) + len(foes) > 1 else ()


def _is_fighter(token: Token, labels: Mapping[int, NameLabel]) -> bool:
    return token.lower in FIGHTING | _PARTIES or labels.get(token.i) == "organisation"


def _cased(parse: Parse, noun: Token, case: str) -> list[int]:
    return [c.i for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == case]
