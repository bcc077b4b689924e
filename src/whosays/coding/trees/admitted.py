"""Deeds that somebody tells of, admits or denies, where a tree hangs the words of it loosely.

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import phrase_range
from whosays.ontology import Ontology
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_OWNING_UP = frozenset({"admit", "acknowledge", "deny", "confess"})
_ANSWERING = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "contest", "contradict", "rubbish"})
_TOLD = frozenset({"accusation", "allegation", "claim", "charge", "assertion", "suggestion", "report", "version"})


@at("ccomp")
def _admits_doing(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A guard admitted | killing | nine men": who admits it has done it."""
    verb = parse.tokens[token.head]
    behind = verb.i < token.i <= verb.i + 2 and token.tag == "VBG"
    if behind and verb.lemma.lower() in _OWNING_UP and not parse.children(token.i, *_SUBJECTS, "aux", "mark"):
        yield _replace(token, dep="xcomp")


@at("nsubj")
def _claim_denied(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The army shot nine men, | an allegation | the junta denies": a word on what was said, and no subject."""
    verb = parse.tokens[token.head]
    if token.lemma.lower() not in _TOLD or verb.lemma.lower() not in _ANSWERING or verb.dep == "acl:relcl":
        return
    start, end = phrase_range(parse, token.i)
    own = [c for c in parse.children(verb.i, "nsubj") if c.i > token.i and phrase_range(parse, c.i)[0] == end]
    above = parse.tokens[verb.head]
    if len(own) != 1 or parse.tokens[start - 1].text != "," or above.i > start or parse.children(verb.i, "obj"):
        return
    said = [c.i for c in parse.children(above.i, "ccomp") if c.i < start]
    yield _replace(token, dep="parataxis", head=said[-1] if said else above.i)
    yield _replace(verb, dep="acl:relcl", head=token.i)


@at("advcl", "acl")
def _short_of_doing(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Stopped short of | blaming | the army": hung on "short", but whoever stopped there did not blame it."""
    short = parse.tokens[token.head]
    if token.tag == "VBG" and short.lower == "short" and parse.tokens[short.head].lemma.lower() in {"stop", "fall"}:
        yield _replace(token, dep="xcomp", head=short.head)


@at("ccomp", "conj", "advcl")
def _next_speaker(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland said it had won | ; the rebels denied it": who speaks behind a semicolon is no part of what was said."""
    first = min(parse.subtree(token.i))
    opens = first if parse.tokens[first].text == ";" else first - 1
    own = parse.children(token.i, "nsubj")
    if parse.tokens[opens].text != ";" or not own or token.tag not in {"VBD", "VBZ", "VBP"}:
        return
    if parse.children(token.i, "mark") or phrase_range(parse, own[0].i)[0] != opens + 1:
        return
    above = list(parse.ancestors(token.i))
    inside = any(q.open < token.i < q.close for q in parse.quotations)
    said = any(a.dep == "ccomp" for a in above) or token.dep == "ccomp"
    if said and not inside and load_acts().at(token.lemma.lower(), "verb"):
        yield _replace(token, dep="parataxis", head=above[-1].i)


@at("ccomp")
def _sent_had_done(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Said | agents | sent to fetch him | had killed him": who was sent did it; a clause without its object."""
    said = parse.tokens[token.head]
    own = parse.children(token.i, *_SUBJECTS)
    if token.tag not in {"VBD", "VBN"} or len(own) != 1 or parse.children(token.i, "obj", "aux", "mark", "aux:pass"):
        return
    behind = [c for c in parse.children(said.i, "ccomp") if c.i > token.i and not parse.children(c.i, *_SUBJECTS)]
    if len(behind) != 1 or not parse.children(behind[0].i, "aux") or not said.i < own[0].i == token.i - 1:
        return
    if min(parse.subtree(behind[0].i)) == max(parse.subtree(token.i)) + 1:
        yield _replace(own[0], dep="nsubj", head=behind[0].i)
        yield _replace(token, dep="acl", tag="VBN", head=own[0].i)


@at("xcomp")
def _on_a_condition(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Threatened to kill them | if the army | did not withdraw": on what condition, and not what is threatened."""
    marks = [m for m in parse.children(token.i, "mark") if m.lower in {"if", "unless"}]
    if marks and parse.children(token.i, "nsubj", "nsubj:pass"):
        yield _replace(token, dep="advcl")


RULES = (_on_a_condition, _admits_doing, _claim_denied, _short_of_doing, _next_speaker, _sent_had_done)
