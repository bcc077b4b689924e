"""What befell the attackers themselves: "a bomb killed nine; the bomber was shot dead by guards".

Whoever claims "the attack", or is blamed for it, did not kill his own man.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.statements.propositions import Occurrence
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_DOWNING = frozenset({"kill", "shoot", "gun", "neutralise", "neutralize", "overpower"})
_ASSAILANTS = frozenset("attacker assailant bomber gunman shooter hijacker perpetrator knifeman raider".split())
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them"})


def without_downed(parse: Parse, found: Sequence[Occurrence]) -> list[Occurrence]:
    """The deeds without those done to the doers of another one told before; all, where nothing else is left."""
    first = min((o.head for o in found), default=0)
    kept = [o for o in found if o.head == first or not is_downed(parse, o)]
    return kept or list(found)


def is_downed(parse: Parse, occurrence: Occurrence) -> bool:
    """Whether a deed ended those who had done another: "before | he was shot dead |", "the bomber was killed"."""
    verb = parse.tokens[occurrence.head]
    if not verb.is_verb or verb.lemma.lower() not in _DOWNING:
        return False
    whom = parse.children(verb.i, "obj", "nsubj:pass")
    return any(_is_assailant(parse, c) or (_is_ended(parse, verb) and c.lower in _PRONOUNS) for c in whom)


def _is_assailant(parse: Parse, token: Token) -> bool:
    """ "The gunman", "two of the attackers"; "a gunman" was not told of before."""
    of = [c for c in parse.children(token.i, "nmod") if case_of(parse, c.i) == "of"]
    noun = of[0] if of and token.lemma.lower() not in _ASSAILANTS else token
    known = any(c.lower == "the" for c in parse.children(noun.i, "det"))
    return known and noun.lemma.lower() in _ASSAILANTS


def _is_ended(parse: Parse, verb: Token) -> bool:
    """ "Killed nine | before | he was shot": how the deed of the clause above came to its end."""
    return verb.dep == "advcl" and any(m.lower in {"before", "until"} for m in parse.children(verb.i, "mark"))
