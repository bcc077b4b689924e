"""Missiles that are fired towards a country and fall into the sea: a show of arms, and no attack on it."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse

_FIRING = frozenset({"fire", "launch", "test", "shoot"})
_WAYS = frozenset({"toward", "towards"})
_FALLING = frozenset({"fall", "land", "splash", "drop", "crash", "plunge", "come", "hit", "fly", "strike"})
_SEA = frozenset({"sea", "waters", "ocean", "water", "gulf", "bay", "strait"})


def is_test_firing(parse: Parse, members: Sequence[Coded]) -> bool:
    """ "Orland fires a missile towards Veldia, which falls into the sea": nobody is hurt, and nothing hit."""
    if len(members) != 1 or members[0].found.trigger.words[0] not in _FIRING:
        return False
    verb = members[0].found.head
    hit = [p.head for p in members[0].parts if p.part in {"recipient", "target"}]
    arms = [p.head for p in members[0].parts if p.part == "instrument"]
    if not hit or not arms or not all(case_of(parse, h) in _WAYS for h in hit):
        return False
    start, end = parse.sentences[parse.sentence(verb)]
    following = next((s for s in parse.sentences if s[0] == end), (end, end))
    told = parse.tokens[start : following[1]]
    into = [t for t in told if t.lower in _SEA and case_of(parse, t.i) in {"in", "into", "on"}]
    if into and any(t.lemma.lower() in _FALLING and t.is_verb and t.i != verb for t in told):
        return True
    number = parse.sentence(verb)
    return any(_fell(parse, *s) for s in parse.sentences[number + 1 : number + _FURTHER])


_FURTHER = 5  # sentences
_ARMS = frozenset({"missile", "rocket", "weapon", "projectile", "they", "it", "shell"})


def _fell(parse: Parse, start: int, end: int) -> bool:
    """ "They landed in the Orland Sea", "the missiles fell into the waters off Kest"."""
    for verb in (t for t in parse.tokens[start:end] if t.is_verb and t.lemma.lower() in _DOWN):
        arms = any(c.lemma.lower() in _ARMS for c in parse.children(verb.i, "nsubj"))
        into = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "into"}]
        if arms and any(c.lower in _SEA for c in into):
            return True
    return False


_DOWN = frozenset({"fall", "land", "splash", "drop", "plunge"})
