"""Objects and relative clauses that stand right behind their word, where a tree hangs them on another.

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_NOT_BARE = ("obj", "ccomp", "nsubj:pass", "csubj:pass", "aux:pass", "cop")


@at("advcl")
def _object_as_clause(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Arrested at least three | suspects | after a chase": whom they arrested, and no clause."""
    verb = parse.tokens[token.head]
    if not token.tag.startswith("NN") or parse.children(token.i, "cop", "mark", "nsubj", "case", "aux"):
        return
    if not _lacks_object(parse, verb, token, ontology):
        return
    yield _replace(token, dep="obj")
    for phrase in parse.children(token.i, "obl", "advcl"):
        yield _replace(phrase, head=verb.i)


@at("nmod")
def _object_before_its_case(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Detained 50 | bakers | in raids": hung on the raids, across the "in" that opens them."""
    phrase = parse.tokens[token.head]
    if phrase.dep != "obl" or token.i > phrase.i or not token.tag.startswith("NN") or parse.children(token.i, "case"):
        return
    if any(c.i > token.i for c in parse.children(phrase.i, "case")):
        verb = parse.tokens[phrase.head]
        if _lacks_object(parse, verb, token, ontology):
            yield _replace(token, dep="obj", head=verb.i)


def _lacks_object(parse: Parse, verb: Token, noun: Token, ontology: Ontology) -> bool:
    """Whether the words of a noun begin right behind an active verb of a deed that has no object."""
    if not verb.is_verb or verb.i > noun.i or min(parse.subtree(noun.i)) != verb.i + 1:
        return False
    if parse.children(verb.i, *_NOT_BARE) or (verb.tag == "VBN" and not parse.children(verb.i, "aux")):
        return False
    timed = any(t.start <= noun.i < t.end for t in parse.times)
    return not timed and bool(ontology.triggers(verb.lemma.lower(), "verb"))


@at("advcl:relcl")
def _which_of_name(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Took it to the Council, | which could impose | sanctions": the Council could, and nothing done before."""
    pronouns = [c for c in parse.children(token.i, "nsubj") if c.lower in {"which", "who"}]
    if len(pronouns) != 1 or not parse.children(token.i, "obj"):
        return
    start = pronouns[0].i
    if start < 2 or parse.tokens[start - 1].text != "," or not ontology.triggers(token.lemma.lower(), "verb"):
        return
    for name in parse.names:
        if name.end == start - 1 and (name.label == "organisation" or name.kind in {"state", "armed-group"}):
            yield _replace(token, dep="acl:relcl", head=parse.root_of(name.start, name.end))


_MEANS = frozenset(
    {"bomb", "bombing", "blast", "explosion", "attack", "raid", "ambush", "shelling", "airstrike", "rocket"}
)


@at("acl:relcl")
def _which_of_bomb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Blamed the Front for the bomb | , which killed | nine": the bomb did, and not the Front."""
    start = min(parse.subtree(token.i))
    first = parse.tokens[start + (parse.tokens[start].text == ",")]
    before = parse.tokens[first.i - 2]
    if first.lower != "which" or first.head != token.i or parse.tokens[first.i - 1].text != ",":
        return
    kills = token.lemma.lower() in {"kill", "wound", "injure", "maim"}
    if kills and before.i != token.head and before.lemma.lower() in _MEANS and token.head < before.i:
        yield _replace(token, head=before.i)


_GIVING = frozenset({"grant", "give", "award", "offer", "deny", "hand", "promise", "refuse"})


@at("xcomp")
def _given_them(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Granted | the bakers | citizenship": to whom it is given, and what."""
    verb = parse.tokens[token.head]
    whom = parse.children(verb.i, "obj")
    if token.tag != "NN" or verb.lemma.lower() not in _GIVING or len(whom) != 1 or parse.children(verb.i, "iobj"):
        return
    if verb.i < whom[0].i < token.i and not parse.children(token.i, "case", "mark", "cop"):
        yield _replace(whom[0], dep="iobj")
        yield _replace(token, dep="obj")


RULES = (_object_as_clause, _object_before_its_case, _which_of_name, _which_of_bomb, _given_them)
