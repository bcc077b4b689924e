"""Whoever is near a deed and no doer of it: those who foiled an attack, the foes in a battle that another fought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import THING_EFFECTS
from whosays.parse import Parse, Token
from whosays.records import Role


def without_warders(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "The police foiled an attack, | destroying a van": what they did then is no part of it."""
    warded = {
        m.found.carrier
        for m in members
        if m.found.light is not None and m.found.light.status == "attempted" and m.found.light.subject is None
    }
    return [m for m in members if not _is_warding(parse, m.found, warded)] if warded else list(members)


def _is_warding(parse: Parse, found: Found, warded: set[int | None]) -> bool:
    token = parse.tokens[found.head]
    goes_on = token.dep == "advcl" and token.tag == "VBG" and token.head in warded
    return goes_on and (found.trigger.effect in THING_EFFECTS or found.trigger.effect in {"killed", "wounded"})


_REPELLING = frozenset({"repel", "repulse", "thwart", "foil", "avert"})


def without_repellers(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "Ninety rebels were killed by guards | repelling an assault |": not on the rebels."""
    return [msgspec.structs.replace(m, parts=_of_its_own(parse, m)) if _is_repelled(parse, m) else m for m in members]


def _is_repelled(parse: Parse, member: Coded) -> bool:
    token = parse.tokens[member.found.head]
    verb = parse.tokens[token.head]
    if _is_met_with_force(parse, token, verb):
        return True
    if not token.is_noun or token.dep != "obj" or verb.tag != "VBG" or verb.lemma.lower() not in _REPELLING:
        return False
    above = {verb.head, parse.tokens[verb.head].head}
    return verb.dep in {"acl", "advcl"} and any(is_passive(parse, i) for i in above if parse.tokens[i].is_verb)


def _is_met_with_force(parse: Parse, attack: Token, verb: Token) -> bool:
    """ "Ninety rebels were killed as troops | repelled an attack | on a post": the post was the rebels' aim."""
    clause = verb.dep == "advcl" and verb.tag == "VBD" and verb.lemma.lower() in _REPELLING
    marks = {c.lower for c in parse.children(verb.i, "mark", "advmod")}
    above = parse.tokens[verb.head]
    killed = above.lemma.lower() in {"kill", "die"} and not parse.children(above.i, "obj", "obl:agent")
    return attack.dep == "obj" and attack.is_noun and clause and bool(marks & {"as", "when", "while"}) and killed


def _of_its_own(parse: Parse, member: Coded) -> tuple[Part, ...]:
    token = parse.tokens[member.found.head]
    if _is_met_with_force(parse, token, parse.tokens[token.head]):
        return tuple(p for p in member.parts if p.part not in {"recipient", "target"})
    below = set(parse.subtree(member.found.head))
    return tuple(p for p in member.parts if p.part != "recipient" or p.head in below)


_GATHERINGS = frozenset("rally protest demonstration march gathering vigil procession sit-in strike".split())


def with_dispersed(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "Police broke up a rally | by students |": they rallied, and were dispersed."""
    upon = {
        h
        for m in members
        if m.found.trigger.event in {"ASSAULT", "COERCE"} and parse.tokens[m.found.head].is_verb
        for h in m.found.slots.get("object", ())
        if parse.tokens[h].lemma.lower() in _GATHERINGS or _is_sit_in(parse, h)
    }
    if not upon:
        return list(members)
    return [msgspec.structs.replace(m, parts=tuple(_as_suffering(parse, p, upon) for p in m.parts)) for m in members]


def _is_sit_in(parse: Parse, head: int) -> bool:
    """ "A sit- | in |": words are cut at the hyphen."""
    return [t.lower for t in parse.tokens[max(head - 2, 0) : head + 1]] == ["sit", "-", "in"]


def _as_suffering(parse: Parse, part: Part, upon: set[int]) -> Part:
    ours = part.part == "actor" and part.slot in {"by", "of", "poss"} and parse.tokens[part.head].head in upon
    return msgspec.structs.replace(part, part="recipient") if ours else part


def without_foes(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "Killed by soldiers during a battle with | the rebels": who killed them is told, and it is not these."""
    fought = {
        h
        for m in members
        if is_passive(parse, m.found.head) and any(p.part == "actor" for p in m.parts)
        for h in m.found.slots.get("during", ())
    }
    return [
        msgspec.structs.replace(m, parts=tuple(p for p in m.parts if p.part != "actor" or p.slot != "with"))
        if m.found.head in fought
        else m
        for m in members
    ]


def own_fallen(parse: Parse, roles: Mapping[int, Role]) -> frozenset[int]:
    """ "Nine | Dawn Front rebels | and a guard died when the Dawn Front attacked the post": they fell in their attack.

    Heads of those who were done to and are of the side that did it, where it struck at somebody or something else, too.
    """
    acting = [h for h, r in roles.items() if r.part == "actor"]
    suffering = [h for h, r in roles.items() if r.part in {"recipient", "target"}]
    if not acting or not all(a == acting[0] or _one_side(parse, a, acting[0]) for a in acting):
        return frozenset()  # "killed in clashes between | rebels | and soldiers"
    struck = {parse.tokens[i].lemma.lower() for h in suffering for i in parse.subtree(h) if i != h}
    own = frozenset(h for h in suffering if h not in acting and any(_one_side(parse, h, a) for a in acting))
    if len(acting) == 1:
        own |= {h for h in suffering if _fell_beside(parse, h, acting[0], struck)}
    return own if any(h not in own for h in suffering) else frozenset()


def _one_side(parse: Parse, one: int, two: int) -> bool:
    names, others = _names_of(parse, one), _names_of(parse, two)
    alike = parse.tokens[one].lemma.lower() == parse.tokens[two].lemma.lower() in _IN_ARMS
    return bool(names & others) or (alike and not names and not others)


_IRREGULARS = frozenset({"rebel", "militant", "insurgent", "guerrilla", "gunman", "fighter", "attacker", "terrorist"})


def _fell_beside(parse: Parse, fallen: int, attacker: int, struck: set[str]) -> bool:
    """ "Nine | militants | and two guards died when insurgents attacked a post": no "rebel camp" is attacked there."""
    names = [_names_of(parse, i) for i in (fallen, attacker)]
    lemmas = [parse.tokens[i].lemma.lower() for i in (fallen, attacker)]
    beside = parse.tokens[fallen].dep == "conj" or bool(parse.children(fallen, "conj"))
    alike = set(lemmas) <= _IRREGULARS and not (names[0] and names[1])
    return fallen != attacker and beside and alike and lemmas[0] not in struck


_IN_ARMS = frozenset("rebel militant insurgent guerrilla gunman fighter jihadist terrorist bandit attacker".split())


def _names_of(parse: Parse, head: int) -> frozenset[str]:
    """The bodies that a phrase names: "dawn front"."""
    below = set(parse.subtree(head))
    named = (n for n in parse.names if n.label == "organisation" and below.issuperset(range(n.start, n.end)))
    return frozenset(parse.text(n.start, n.end).lower() for n in named)
