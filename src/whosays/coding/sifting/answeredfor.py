"""An attack that nothing else tells of, where somebody claims it or is blamed for it: "claimed the bombing"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import FIGHTING
from whosays.coding.words.triggers import EFFECT
from whosays.ontology import owning
from whosays.parse import Parse, Token

_ONE = frozenset({"the", "this", "that", "these", "those", "both"})
_SHARES = frozenset({"responsibility", "credit", "blame", "responsible"})
_PARTS = frozenset({"role", "part", "involvement", "hand", "complicity"})
_LINKS = frozenset({"link", "connection", "tie"})
_DENYING = frozenset({"deny", "reject", "dismiss"})
_SUSPECTING = frozenset({"suspect", "implicate"})
_BLAMING = frozenset({"blame", "condemn", "fault"})
_CLAIMING = frozenset({"claim", "attribute", "blame"})


def is_answered_for(parse: Parse, members: Sequence[Coded]) -> bool:
    """Whether words of an attack, definite and one, are what somebody claims, denies or is blamed for."""
    return any(_is_answered_for(parse, m) for m in members)


def _is_answered_for(parse: Parse, member: Coded) -> bool:
    token = parse.tokens[member.found.head]
    if member.found.trigger.event != "ASSAULT" or not token.is_noun or not owning.load().is_deed(token.lemma.lower()):
        return False
    definite = any(c.lower in _ONE for c in parse.children(token.i, "det")) or parse.children(token.i, "nmod:poss")
    return bool(definite) and token.tag not in {"NNS", "NNPS"} and is_what_is_claimed(parse, token)


def is_what_is_claimed(parse: Parse, token: Token) -> bool:
    """ "Claimed responsibility for | the bombing |", "a role in | it |": what somebody did or did not do."""
    governor = parse.tokens[token.head]
    case = case_of(parse, token.i)
    if token.dep in {"obl", "nmod"} and case == "for":
        return governor.lemma.lower() in _SHARES | _BLAMING or _takes_credit(parse, governor)
    if token.dep in {"obl", "nmod"} and case == "in":
        return governor.lemma.lower() in _PARTS | _SUSPECTING
    if token.dep in {"obl", "nmod"} and case in {"to", "with"}:  # "denied any link | to the bombing"
        return governor.lemma.lower() in _LINKS and parse.tokens[governor.head].lemma.lower() in _DENYING
    claimed = token.dep == "obj" or (token.dep == "nsubj:pass" and governor.tag == "VBN")
    return (claimed and governor.lemma.lower() in _CLAIMING) or (
        case == "behind" and bool(parse.children(token.i, "cop"))
    )


def as_killing(parse: Parse, members: Sequence[Coded]) -> Sequence[Coded]:
    """ "Blamed rebels for | the deaths of nine cooks |": killed by those who bear arms, and no mere loss."""
    effects = all(m.found.trigger.event == EFFECT for m in members)
    if not effects or not any(_is_blamed_death(parse, m) for m in members):
        return members
    replace = msgspec.structs.replace
    return [
        replace(m, found=replace(m.found, trigger=replace(m.found.trigger, event="ASSAULT"))) if m.parts else m
        for m in members
    ]


def _is_blamed_death(parse: Parse, member: Coded) -> bool:
    token = parse.tokens[member.found.head]
    verb = parse.tokens[token.head]
    people = any(p.part == "recipient" for p in member.parts)
    if not people or token.lemma.lower() != "death" or case_of(parse, token.i) != "for":
        return False
    if verb.lemma.lower() == "responsible":
        held = parse.children(verb.i, "nsubj", "nsubj:pass")
    elif verb.lemma.lower() in {"blame", "condemn"}:
        held = parse.children(verb.i, "nsubj:pass") or parse.children(verb.i, "obj")
    else:
        held = parse.children(verb.i, "nsubj") if _takes_credit(parse, verb) else ()
    return any(_bears_arms(parse, h) for h in held)


def _bears_arms(parse: Parse, token: Token) -> bool:
    lemma = token.lemma.lower()
    return lemma in FIGHTING or lemma in _IN_ARMS or token.i in parse.armed


_IN_ARMS = frozenset("gunman soldier troop army militia militiaman fighter guerrilla sniper cartel mercenary".split())


def _takes_credit(parse: Parse, verb: Token) -> bool:
    """ "Claimed | responsibility | for the bombing": hung on the verb."""
    return any(c.lower in _SHARES for c in parse.children(verb.i, "obj", "xcomp", "nsubj:pass"))
