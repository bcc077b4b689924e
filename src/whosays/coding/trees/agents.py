"""Trees in which whoever does a deed hangs on another word than the deed: set right before events are looked for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace

_GATHERINGS = frozenset("rally protest demonstration march gathering vigil procession sit-in strike".split())
_UNDERGOING = frozenset({"survive", "escape", "suffer", "face", "undergo", "endure", "dodge"})


@at("obl")
def _agent_of_object(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Survived an attack last year | by a baker |": whoever made it, with a time between the deed and its doer."""
    verb = parse.tokens[token.head]
    if case_of(parse, token.i) != "by" or parse.children(verb.i, "aux:pass"):
        return
    deed = next((c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i), None)
    if deed is None or (verb.lemma.lower() not in _UNDERGOING and deed.lemma.lower() not in _GATHERINGS):
        return  # "broke up a rally | by bakers |"
    if kind_of(parse, token.i, ontology, {}) not in {"person", "organisation"}:
        return
    first = min(parse.subtree(token.i))
    times = {i for t in parse.times for i in range(t.start, t.end)}
    between = range(max((i for i in parse.subtree(deed.i) if i < first), default=deed.i) + 1, first)
    if (between or deed.lemma.lower() in _GATHERINGS) and all(
        i in times or parse.tokens[i].dep in {"case", "punct"} for i in between
    ):
        yield _replace(token, dep="nmod", head=deed.i)


_SPANS = frozenset({"day", "week", "month", "year", "night", "hour", "series", "wave", "string", "spate"})


@at("acl")
def _participle_of_nearest(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "After weeks of marches against agents | detaining bakers |": they detain them, and not the weeks."""
    span = parse.tokens[token.head]
    nearest = parse.tokens[token.i - 1]
    if token.tag != "VBG" or span.lemma.lower() not in _SPANS or nearest.i == span.i or nearest.tag != "NNS":
        return
    below = nearest.dep == "nmod" and nearest.i in parse.subtree(span.i) and parse.children(token.i, "obj")
    if below and kind_of(parse, nearest.i, ontology, {}) == "person":
        yield _replace(token, head=nearest.i)


@at("nsubj")
def _giver_in_exchange(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In return for | the council | freeing nine men": its "for" leads the clause, and not the subject."""
    clause = parse.tokens[token.head]
    noun = parse.tokens[clause.head]
    if clause.tag != "VBG" or noun.lemma.lower() not in {"exchange", "return"} or token.i > clause.i:
        return
    for mark in parse.children(token.i, "case"):
        if mark.lower == "for":
            yield _replace(mark, dep="mark", head=clause.i)


_ARMS = frozenset({"missile", "rocket", "drone", "artillery", "mortar", "air", "bomb"})
_SHOTS = frozenset({"attack", "strike", "barrage", "raid", "salvo", "assault"})


@at("conj")
def _two_arms(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In Orlian | missile and drone | strikes": strikes with both, and no missile beside them."""
    arms = parse.tokens[token.head]
    second = parse.tokens[token.i - 1]
    if token.lemma.lower() not in _SHOTS or arms.lemma.lower() not in _ARMS or arms.tag != "NN" or arms.i > token.i:
        return
    joint = parse.tokens[token.i - 2]
    together = second.dep == "compound" and second.lemma.lower() in _ARMS and joint.lower in {"and", "or"}
    if not together or arms.i != token.i - 3 or parse.children(arms.i, "nummod"):
        return
    yield _replace(token, dep=arms.dep, head=arms.head if arms.head != arms.i else token.i)
    yield _replace(arms, dep="compound", head=token.i)
    for child in parse.children(arms.i):
        if child.i not in {token.i, second.i}:
            yield _replace(child, head=second.i if child.i == joint.i else token.i)


@at("flat", "appos", "nmod", "nmod:desc", "nmod:unmarked", "compound", "dep", "conj")
def _last_of_french(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Staged a coup | d'etat | against the premier", "the charge | d'affaires |": the last word is the head."""
    first = parse.tokens[token.head]
    if token.i != first.i + 1 or token.lower.replace("’", "'") not in _FRENCH.get(first.lower.removesuffix("s"), ()):
        return
    tag, lemma = first.tag if first.is_noun else "NN", token.lower.replace("’", "'").replace("é", "e")
    above = first.head if first.head != first.i else token.i
    yield _replace(token, tag=tag, lemma=lemma, dep=first.dep, head=above)
    yield _replace(first, dep="compound", head=token.i)
    for child in parse.children(first.i):
        if child.i != token.i:
            yield _replace(child, head=token.i)


@at("conj")
def _owner_in_list(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A meeting between the mayor and Ana Ruiz's | family |": the family is the other side, and not Ana Ruiz."""
    mark = parse.tokens[token.i - 1] if token.i else token
    owner = parse.tokens[mark.head]
    if token.lemma.lower() not in _OF_SOMEBODY or mark.tag != "POS" or owner.dep != "conj" or owner.i > mark.i:
        return
    first = parse.tokens[owner.head]
    if token.head not in {first.head, first.i} or not first.i < owner.i:
        return
    yield _replace(owner, dep="nmod:poss", head=token.i)
    yield _replace(token, head=first.i)
    for joint in parse.children(owner.i, "cc"):
        yield _replace(joint, head=token.i)


_OF_SOMEBODY = frozenset(
    "family lawyer lawyers attorney wife husband son daughter brother sister father mother relative relatives "
    "spokesman spokeswoman aide aides adviser advisers parent parents supporter supporters widow".split()
)
_FRENCH = {"coup": ("d'etat", "d'état"), "charge": ("d'affaires",), "chargé": ("d'affaires",)}

RULES = (_agent_of_object, _participle_of_nearest, _giver_in_exchange, _two_arms, _last_of_french, _owner_in_list)
