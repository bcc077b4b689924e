"""Participles that a small tagger takes for the past tense: "Miller | charged | with theft" was not charging."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace

_HARMED = frozenset({"kill", "injure", "wound", "hurt", "shoot", "stab", "rob"})
_BEFORE = frozenset({"strike", "hit", "shoot", "stab", "rob", "beat"})


@at("root", "ccomp", "conj", "parataxis", "acl:relcl", "advcl")
def _charged_with(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Miller | charged with theft |": nobody charges with a crime, unless somebody."""
    if token.tag not in {"VBD", "VBN"} or token.lower != "charged" or parse.children(token.i, "obj", "aux", "aux:pass"):
        return
    with_what = [c for c in parse.children(token.i, "obl") if case_of(parse, c.i) == "with" and c.i > token.i]
    subjects = [c for c in parse.children(token.i, "nsubj") if c.i < token.i]
    if with_what and subjects:
        yield _replace(token, tag="VBN")
        yield _replace(subjects[0], dep="nsubj:pass")
    elif with_what and token.dep == "acl:relcl" and token.head == token.i - 1:  # "the guard | charged with | theft"
        yield _replace(token, tag="VBN", dep="acl")


@at("root")
def _struck_killed(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Baker | struck, killed | in Lima": whom it happened to, where neither verb has an object."""
    if token.tag not in {"VBD", "VBN"} or token.lemma.lower() not in _BEFORE or parse.children(token.i, "obj", "aux"):
        return
    harmed = [c for c in parse.children(token.i, "conj") if c.lemma.lower() in _HARMED and c.tag in {"VBN", "VBD"}]
    comma = bool(harmed) and parse.tokens[harmed[0].i - 1].text == ","
    if not comma or parse.children(harmed[0].i, "obj", "nsubj", "cc") or parse.children(token.i, "aux:pass"):
        return
    for subject in parse.children(token.i, "nsubj"):
        yield _replace(token, tag="VBN")
        yield _replace(harmed[0], tag="VBN")
        yield _replace(subject, dep="nsubj:pass")


@at("acl")
def _crime_behind_time(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Was found guilty last week | of murdering | nine bakers": of what, and no month of it."""
    if token.tag != "VBG" or token.dep != "acl" or not any(m.lower == "of" for m in parse.children(token.i, "mark")):
        return
    time = parse.tokens[token.head]
    verb = parse.tokens[time.head]
    if time.dep != "obl:unmarked" or not verb.is_verb or time.i < verb.i:
        return
    guilty = next((c for c in parse.children(verb.i, "xcomp") if c.lower == "guilty"), None)
    if guilty is not None:
        yield _replace(token, dep="advcl", head=guilty.i)
    elif verb.lemma.lower() in _JUDGING:
        yield _replace(token, dep="advcl", head=verb.i)


_JUDGING = frozenset({"convict", "accuse", "acquit", "suspect"})


_ONLY_UNDERGONE = frozenset(
    "flown taken given driven shown thrown beaten written broken stolen frozen chosen forgiven overthrown".split()
)


@at("conj")
def _done_to_the_same(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Was pardoned by the king and | flown | to Lima": a form that is no past tense; it was done to him, too."""
    first = parse.tokens[token.head]
    if token.tag != "VBD" or token.lower not in _ONLY_UNDERGONE or parse.children(token.i, "aux", "nsubj"):
        return
    if parse.children(first.i, "aux:pass"):
        yield _replace(token, tag="VBN")


RULES = (_charged_with, _struck_killed, _crime_behind_time, _done_to_the_same)
