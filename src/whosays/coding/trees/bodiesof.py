"""Somebody of a body whose name has an "of" or "for" in it: "a | Front for Peace | lawmaker", taken apart by a tree."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_WITHIN = frozenset({"of", "for"})


@at("nmod")
def _of_the_body(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Arrested a Front for Peace | lawmaker |": him, and no front for a lawmaker."""
    body = parse.tokens[token.head]
    cases = [c for c in parse.children(token.i, "case") if c.lower in _WITHIN]
    articles = [c for c in parse.children(body.i, "det") if c.lower in {"a", "an"}]
    if token.tag != "NN" or not articles or len(cases) != 1 or cases[0].i != body.i + 1:
        return
    inside = [c for c in parse.children(token.i, "compound", "amod") if c.i > cases[0].i]
    capital = bool(inside) and all(c.text[:1].isupper() for c in (body, *inside))
    if not capital or inside[-1].i != token.i - 1 or ontology.nouns.kind_of(token.lemma.lower()) != "person":
        return
    last = inside[-1]
    if any(n.start <= body.i and last.i < n.end for n in parse.names):
        return  # "an International Committee of the Red Cross worker": a known name, which stands for its people
    yield _replace(token, dep=body.dep, head=body.head)
    yield _replace(body, dep="compound", head=token.i)
    yield _replace(last, dep="nmod", head=body.i)
    yield _replace(cases[0], head=last.i)
    yield _replace(articles[0], head=token.i)
    for child in (*inside[:-1], *parse.children(token.i, "det")):
        yield _replace(child, head=last.i)
    for child in parse.children(body.i, "amod", "case"):
        if child.i < body.i and not child.text[:1].isupper():  # "a | senior | Front for Peace lawmaker"
            yield _replace(child, head=token.i)


@at("case")
def _within_the_name(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Jailed a | League for Peace | figure": the "for" is a word of the name, and stands before no figure."""
    name = next((n for n in parse.names if n.start < token.i < n.end - 1), None)
    if name is None or token.lower not in _WITHIN or name.start <= token.head < name.end or token.head < name.end:
        return
    if ontology.nouns.kind_of(parse.tokens[token.head].lemma.lower()) != "person":
        return
    yield _replace(token, head=token.i + 1)
    figure, above = parse.tokens[token.head], parse.tokens[parse.tokens[token.head].head]
    if figure.dep == "obl" and above.is_verb and figure.head < token.i and not parse.children(above.i, "obj"):
        yield _replace(figure, dep="obj")
    first = parse.tokens[name.start]
    for word in (first, parse.tokens[token.i - 1]):
        if word.dep == "appos" and not name.start <= word.head < name.end:
            yield _replace(word, dep="compound", head=figure.i)


RULES = (_of_the_body, _within_the_name)
