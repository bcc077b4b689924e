"""Whose a deed is that somebody is blamed for: "criticised | Peru | over the arrest of two cooks"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive

_FAULTING = frozenset(
    "criticise criticize condemn denounce censure rebuke slam fault chide berate lambast lambaste castigate".split()
)
_FOR = frozenset({"for", "over"})


def faulted(telling: Telling) -> Iterator[int]:
    """ "Condemned | Orland | for a wave of arrests": the party that is told off did it."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    while noun.dep == "nmod" and case_of(parse, noun.i) == "of" and noun.i > noun.head:  # "over a wave | of arrests"
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    if noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) not in _FOR:
        return
    whom = verb if noun.dep == "nmod" and verb.dep == "obj" and not verb.is_verb else None
    verb = parse.tokens[verb.head] if whom is not None else verb
    if verb.lemma.lower() not in _FAULTING:
        return
    passive = is_passive(parse, verb.i)
    told = (whom,) if whom is not None else parse.children(verb.i, "nsubj:pass" if passive else "obj")
    yield from (c.i for c in told if c.i < found.head and c.tag.startswith(("NNP", "PRP", "NN")))
