"""Phrases that hyphens and commas cut apart, and those joined too far: "a son-in-law", "a Kest, Orland, baker".

Each rule sees a word by the label that it has and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_KIN = frozenset({"son", "daughter", "brother", "sister", "father", "mother", "parents", "brothers", "sisters", "sons"})
_DASHES = frozenset({"-", "‑"})
_FAR = 9  # words from the article to the second comma
_REACH = 6  # words from that comma to the noun
_BOTH = 2  # commas: behind the town, and behind what it lies in


def _in_law(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The president's | son-in-law |": one noun, and no law."""
    if token.lower != "law" or token.i < len("-in-") or parse.tokens[token.i - 2].lower != "in":
        return
    kin = parse.tokens[token.i - 4]
    middle = [parse.tokens[i] for i in (token.i - 3, token.i - 2, token.i - 1)]
    if kin.lower not in _KIN or middle[0].text not in _DASHES or middle[2].text not in _DASHES:
        return
    if kin.head == token.i:
        bare = token.dep == "obl" and not parse.children(token.head, "obj") and parse.tokens[token.head].is_verb
        yield _replace(kin, dep="obj" if bare and token.head < kin.i else token.dep, head=token.head)
    for part in (*middle, token):
        yield _replace(part, dep="fixed", head=kin.i)
    for child in parse.children(token.i):
        if child.i not in {m.i for m in middle} and child.i != kin.i:
            yield _replace(child, head=kin.i)
    named = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    if named.dep in {"appos", "obj"} and named.tag.startswith("NNP") and named.head != kin.i:
        yield _replace(named, dep="appos", head=kin.i)


@at("det")
def of_town_and_state(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Shot | a Kest, Orland, baker |": a baker, who comes from there, and no town."""
    if token.lower not in {"a", "an"} or not parse.tokens[token.head].tag.startswith("NNP"):
        return
    commas = [t.i for t in parse.tokens[token.i + 2 : token.i + _FAR] if t.text == ","]
    if len(commas) < _BOTH or not all(_is_town(parse, i - 1) for i in commas[:_BOTH]):
        return
    town, state, second = parse.tokens[token.head], parse.tokens[commas[1] - 1], commas[1]
    between = list(itertools.takewhile(_is_common, parse.tokens[second + 1 : second + _REACH]))
    if not token.i < town.i < commas[0] or not between or not between[-1].is_noun:
        return
    noun = between[-1]
    yield _replace(noun, dep=town.dep, head=town.head)
    yield _replace(town, dep="compound", head=noun.i)
    yield _replace(state, dep="nmod:unmarked", head=town.i)
    yield _replace(token, head=noun.i)
    for other in between[:-1]:
        yield _replace(other, dep="compound" if other.is_noun else "amod", head=noun.i)
    moved = [c for c in parse.children(town.i) if c.i > noun.i or c.dep == "case"]
    moved += [c for t in (state, *between[:-1]) for c in parse.children(t.i) if c.i > noun.i]
    for child in moved:
        yield _replace(child, head=noun.i)


def _is_common(token: Token) -> bool:
    return token.text[:1].islower() and token.tag in {"NN", "NNS", "NNP", "HYPH", "JJ"}


def _is_town(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.tag == "NNP" and any(n.label == "place" and n.start <= i < n.end for n in parse.names)


_FINITE = frozenset({"VBZ", "VBD", "VBP"})


@at("conj")
def _subject_of_next(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland expels the envoy, and | Veldia | recalls its own": who does the second, and no second envoy."""
    joint = [c for c in parse.children(token.i, "cc") if c.lower in {"and", "but", "while"}]
    last = max(parse.subtree(token.i))
    if not joint or not token.is_noun or last + 1 >= len(parse.tokens):
        return
    second = parse.behind(last)
    first = parse.tokens[second.head]
    held = parse.tokens[token.head]
    if held.dep not in {"obj", "obl"} or held.head != first.i:  # not "agents from the Bureau | and the Guard raid"
        return
    if second.dep != "conj" or second.tag not in _FINITE or not first.is_verb or not first.i < token.head < token.i:
        return
    if parse.children(second.i, "nsubj", "nsubj:pass", "cc", "aux:pass") or not parse.children(second.i, "obj", "obl"):
        return
    several = token.tag in {"NNS", "NNPS"} or bool(parse.children(token.i, "conj"))
    if (second.tag == "VBZ") == several and second.tag != "VBD":
        return
    yield _replace(token, dep="nsubj", head=second.i)
    yield _replace(joint[0], head=second.i)


@at("appos")
def _subject_behind_semicolon(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A bomb killed six, according to the police; | the rebels |, who claimed it, said ...": they said it."""
    first = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    above = parse.tokens[token.head]
    start, end = parse.sentences[parse.sentence(token.i)]
    if first <= start or parse.tokens[first - 1].text != ";" or above.i > token.i:
        return
    if any(t.text == ";" for t in parse.tokens[token.i : end]):
        return  # "Ana Ruiz, a baker; Omar Badr, a miller; and ...": a list
    verb = next((t for t in parse.tokens[token.i : end] if t.dep == "root" and t.tag in _FINITE), None)
    if verb is None or parse.children(verb.i, "nsubj", "nsubj:pass"):
        return
    told = [c for c in parse.children(verb.i, "ccomp") if c.i < first and c.is_verb]
    if len(told) != 1:
        return
    yield _replace(told[0], dep="root", head=told[0].i)
    yield _replace(verb, dep="parataxis", head=told[0].i)
    yield _replace(token, dep="nsubj", head=verb.i)
    for child in parse.children(above.i, "acl:relcl", "acl"):
        if child.i > token.i:
            yield _replace(child, head=token.i)


RULES = (_in_law, _subject_of_next, _subject_behind_semicolon)
