"""Participles that tell more of a noun, where a tree makes them a clause: "an adult found guilty could be jailed".

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at, tagged
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace


@at("ccomp")
def _found_guilty_could(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A man | found | guilty of theft | was jailed": the second verb lacks a subject, so the first only describes."""
    first = parse.tokens[token.head]
    if (
        first.lower not in _TAKEN
        or first.tag != "VBD"
        or parse.children(token.i, "nsubj", "nsubj:pass", "mark", "csubj")
    ):
        return
    subjects = [s for s in parse.children(first.i, "nsubj") if s.i < first.i]
    auxiliaries = parse.children(token.i, "aux", "aux:pass")
    if len(subjects) != 1 or not auxiliaries or parse.children(first.i, "aux", "conj"):
        return
    if any(t.text in {",", ":", "“", '"'} for t in parse.tokens[first.i : token.i]):
        return
    passive = bool(parse.children(token.i, "aux:pass"))
    yield _replace(token, dep=first.dep, head=token.i if first.head == first.i else first.head)
    yield _replace(subjects[0], dep="nsubj:pass" if passive else "nsubj", head=token.i)
    yield _replace(first, tag="VBN", dep="acl", head=subjects[0].i)


_TAKEN = frozenset("found caught held accused charged convicted suspected jailed sentenced arrested wanted".split())


@at("advcl")
def _taken_by(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fled to areas | retaken | by the army": the areas were, and nobody fled because of it."""
    noun, verb = parse.tokens[token.i - 1], parse.tokens[token.head]
    if token.tag != "VBN" or noun.head != verb.i or noun.dep not in {"obj", "obl"} or not noun.tag.startswith("NN"):
        return
    if parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obj", "advmod"):
        return
    if parse.children(token.i, "obl:agent") and token.lemma.lower() in _GROUND_TAKEN:
        yield _replace(token, dep="acl", head=noun.i)


_GROUND_TAKEN = frozenset(
    "retake recapture seize capture occupy hold control liberate overrun besiege shell bomb".split()
)


@at("parataxis", "conj", "advcl")
def _claim_they_denied(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Said the town had fallen, | a claim | Kyiv rejected": a noun with a clause on it, and no title of Kyiv's."""
    if token.tag not in {"VBD", "VBZ", "VBN"} or token.head > token.i or parse.children(token.i, "obj", "ccomp", "cc"):
        return
    subjects = [s for s in parse.children(token.i, "nsubj") if s.i < token.i]
    if len(subjects) != 1:
        return
    for noun in parse.children(subjects[0].i, "nmod:desc", "compound"):
        articles = [c for c in parse.children(noun.i, "det") if c.lower in {"a", "an"}]
        opens = articles and articles[0].i == noun.i - 1 and parse.tokens[articles[0].i - 1].text == ","
        if noun.lower in _TOLD and opens and noun.i < subjects[0].i:
            yield _replace(noun, dep="appos", head=token.head)
            yield _replace(token, dep="acl:relcl", head=noun.i)
            return


_TOLD = frozenset("claim accusation allegation charge assertion report suggestion demand proposal request".split())


_WRONGDOERS = frozenset(
    "killer murderer rapist felon fraudster bomber terrorist spy arsonist paedophile pedophile robber smuggler "
    "trafficker criminal swindler perjurer thief hacker drug sex war child".split()
)
_JUDGES = frozenset({"court", "jury", "judge", "tribunal", "panel", "magistrate", "justice", "bench", "juror"})


@tagged("VBN")
def _convicted_man(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The senator | has | convicted killer Joe Price on her list": what he is called, and no court is at work."""
    if token.lower != "convicted" or token.i < 1 or parse.behind(token.i).lemma.lower() not in _WRONGDOERS:
        return
    have = parse.tokens[token.i - 1]
    whom = [c for c in parse.children(token.i, "obj") if c.i > token.i and not parse.children(c.i, "det")]
    courts = {c.lemma.lower() for c in parse.children(token.i, "nsubj")} & _JUDGES
    if have.lemma.lower() != "have" or have.head != token.i or len(whom) != 1 or courts:
        return
    yield _replace(have, dep=token.dep, head=have.i if token.head == token.i else token.head)
    yield _replace(token, dep="amod", head=whom[0].i, tag="JJ")
    for child in parse.children(token.i):
        if child.i not in {have.i}:
            yield _replace(child, head=have.i)


RULES = (_convicted_man, _found_guilty_could, _taken_by, _claim_they_denied)
