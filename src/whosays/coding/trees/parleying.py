"""Talks that a small parser hangs where nobody looks for them: on a noun before them, or as a verb "talks"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace

_TALKS = frozenset("meeting talk talks discussion negotiation conversation dialogue interview".split())
_SAT_IN = frozenset({"meeting", "conversation", "interview"})  # "showed an interest | in talks |": not yet there
_WHILE = frozenset({"during", "in", "at"})
_PEOPLE = frozenset({"person", "people", "organisation", "group"})
_DAYS_AND_DEEDS = frozenset("part role place seat proposal result outcome progress deal agreement issue step".split())
_DEPTH = 3


@at("nmod")
def _said_at_talks(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Stressed the need for tents | during a meeting with the king |": it was stressed there; no need was."""
    if token.lemma.lower() not in _TALKS or case_of(parse, token.i) not in _WHILE:
        return
    if not any(case_of(parse, c.i) == "with" for c in parse.children(token.i, "nmod")):
        return
    if case_of(parse, token.i) == "in" and token.lemma.lower() not in _SAT_IN:
        return
    noun = parse.tokens[token.head]
    for _ in range(_DEPTH):
        owned = parse.children(noun.i, "nmod:poss") or noun.tag.startswith("NNP")
        if owned or ontology.nouns.kind_of(noun.lemma.lower()) in _PEOPLE or noun.lemma.lower() in _DAYS_AND_DEEDS:
            return
        if noun.dep != "nmod" or case_of(parse, noun.i) in {"", "with"}:
            break
        noun = parse.tokens[noun.head]
    verb = parse.tokens[noun.head]
    if noun.dep == "obj" and verb.is_verb and verb.i < noun.i and parse.children(verb.i, "nsubj"):
        yield _replace(token, dep="obl", head=verb.i)


_BEFORE_TALKS = frozenset({"after", "during", "before", "following"})


@at("advcl")
def _talks_no_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The king, | after talks | with Ana Ruiz, freed them": a noun behind its preposition, and no verb."""
    if token.lower != "talks" or token.tag != "VBZ" or parse.children(token.i, "nsubj", "obj", "aux"):
        return
    before = [m for m in parse.children(token.i, "mark", "case") if m.lower in _BEFORE_TALKS and m.i < token.i]
    if before:
        yield _replace(token, tag="NNS", dep="obl")
        yield _replace(before[0], dep="case")


_HELD_WITH = _TALKS | frozenset({"call", "summit", "phone", "lunch", "dinner"})
_ON = frozenset({"on", "in", "at", "earlier", "last", "this", "late"})


@at("obl")
def _with_behind_day(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Chose so at a meeting on May 3 | with Ana Ruiz |": it was held with her, whatever stands between."""
    verb = parse.tokens[token.head]
    first = next((c for c in parse.children(token.i, "case") if c.lower == "with"), None)
    if first is None or not verb.is_verb or verb.i > first.i:
        return
    times = {i for t in parse.times for i in range(t.start, t.end)}
    at_noun = first.i - 1
    while at_noun > verb.i and (at_noun in times or parse.tokens[at_noun].lower in _ON):
        at_noun -= 1
    noun = parse.tokens[at_noun]
    if at_noun == first.i - 1 or noun.head != verb.i or noun.dep not in {"obl", "obl:agent"}:
        return
    if noun.lemma.lower() in _HELD_WITH and not any(case_of(parse, c.i) == "with" for c in parse.children(noun.i)):
        yield _replace(token, dep="nmod", head=noun.i)


RULES = (_said_at_talks, _talks_no_verb, _with_behind_day)
