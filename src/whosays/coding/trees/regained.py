"""Verbs that a tree robs of their subject: "before meeting" hung on a noun, a blast called a court's, a shot that shot.

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_THEN = frozenset({"before", "after"})
_HARMS = frozenset({"killed", "wounded", "injured"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


@at("acl")
def _then_of_a_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Gave a prize to bakers | before meeting | the mayor": what the one who gave it did next."""
    if token.tag != "VBG" or not any(m.lower in _THEN for m in parse.children(token.i, "mark")):
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is not None and verb.i < token.i and parse.children(verb.i, "nsubj"):
        yield msgspec.structs.replace(token, dep="advcl", head=verb.i)


@at("appos")
def _deed_before_harm(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "In May, a week after the fair, | a mill bombing | in Orli killed nine": the harm has no other doer."""
    deed = ontology.triggers(token.lemma.lower(), "noun") and parse.children(token.i, "det")
    if not deed:
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is None or verb.tag != "VBD" or verb.lower not in _HARMS or parse.children(verb.i, *_SUBJECTS, "aux:pass"):
        return
    last = max(parse.subtree(token.i))
    if token.i < verb.i and last in {verb.i - 1, verb.i - 2}:
        yield msgspec.structs.replace(token, dep="nsubj", head=verb.i)


@at("conj")
def _harm_behind_including(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed nine, including two cooks, | and wounded | over 50": by what killed, and no word of the cooks."""
    noun = parse.tokens[token.head]
    if token.lower not in _HARMS or token.tag not in {"VBD", "VBN"} or not noun.is_noun:
        return
    if not any(c.lower == "including" for c in parse.children(noun.i, "case")):
        return
    verb = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if verb is None or verb.lower not in _HARMS or not any(c.lower == "and" for c in parse.children(token.i, "cc")):
        return
    yield msgspec.structs.replace(token, tag=verb.tag, head=verb.i)
    for number in parse.children(token.i, "obl"):
        if number.tag == "CD" and number.i > token.i:
            yield msgspec.structs.replace(number, dep="obj")


@at("obl", "nsubj", "acl", "advcl", "obj", "root", "nmod", "conj", "ccomp", "acl:relcl")
def _who_shot_and_killed(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Where | a gunman shot and killed | two cooks": nobody's shot, but what he did."""
    if token.lower != "shot" or token.tag != "NN" or token.i + 2 >= len(parse.tokens):
        return
    doers = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    killed = parse.tokens[token.i + 2]
    harmed = parse.behind(token.i).lower == "and" and killed.lower in _HARMS and killed.tag in {"VBD", "VBN"}
    if not doers or not harmed or ontology.nouns.kind_of(doers[0].lemma.lower()) != "person":
        return
    place = any(t.lower == "where" for t in parse.tokens[max(token.i - 4, 0) : token.i])
    dep = "advcl" if token.dep != "root" and place else token.dep
    yield msgspec.structs.replace(token, tag="VBD", lemma="shoot", dep=dep)
    yield msgspec.structs.replace(doers[0], dep="nsubj")
    yield msgspec.structs.replace(killed, tag="VBD", dep="conj", head=token.i)
    for child in parse.children(token.i, "det", "amod", "nummod"):
        yield msgspec.structs.replace(child, head=doers[0].i)


RULES = (_then_of_a_noun, _deed_before_harm, _harm_behind_including, _who_shot_and_killed)
