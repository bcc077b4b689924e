"""Raids of the police: a search by the law's own officers, and no attack, where nobody is hurt in it."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.telling import Coded
from whosays.parse import Parse

_OFFICERS = frozenset(
    "police policeman officer agent detective investigator prosecutor inspector customs bureau authority agency "
    "marshal deputy gendarme dea ice fbi europol interpol constabulary gendarmerie".split()
)
_ARMED = frozenset("rebel militant insurgent fighter gunman guerrilla terrorist bandit maoist extremist".split())
_RAIDS = frozenset({"raid"})


def is_search(parse: Parse, members: Sequence[Coded]) -> bool:
    """ "Police conduct | raids | against a ring of smugglers": nobody killed or hurt, and all who act are police."""
    if any(m.found.trigger.words[-1] not in _RAIDS or m.found.trigger.effect is not None for m in members):
        return False
    suffering = [p.head for m in members for p in m.parts if p.part == "recipient"]
    if any(parse.tokens[i].lemma.lower() in _ARMED for h in suffering for i in parse.subtree(h)):
        return False
    acting = [p.head for m in members for p in m.parts if p.part == "actor"]
    return bool(acting) and all(_is_officer(parse, h) for h in acting)


def _is_officer(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    words = {token.lemma.lower(), token.lower, *(c.lower for c in parse.children(head, "flat", "compound"))}
    return bool(words & _OFFICERS) and "military" not in {c.lower for c in parse.children(head, "amod", "compound")}
