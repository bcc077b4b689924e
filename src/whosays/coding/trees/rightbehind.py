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


@at("appos", "nsubj")
def _given_whom(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Handed | former envoy Jan Holub | a nine-year term": nobody is put beside a thing that is named after him."""
    verb = parse.tokens[token.head]
    thing = verb
    if token.dep == "nsubj":
        things = parse.children(verb.i, "obj")
        thing = things[0] if len(things) == 1 and len(parse.children(verb.i, "nsubj")) > 1 else token
    verb = parse.tokens[thing.head]
    if not verb.i < token.i < thing.i or thing.dep != "obj" or verb.lemma.lower() not in _GIVING:
        return
    article = [c for c in parse.children(thing.i, "det") if c.lower in {"a", "an", "the"}]
    if len(article) == 1 and article[0].i == max(parse.subtree(token.i)) + 1 and not parse.children(verb.i, "iobj"):
        yield _replace(token, dep="iobj", head=verb.i)


@at("obl")
def _object_behind_term(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Jailed for life | four men who helped the bomber |": those whom it was done to, behind the term."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _JUDGING or verb.tag not in {"VBD", "VBZ", "VBP", "VB"} or not verb.i < token.i:
        return
    if parse.children(token.i, "case", "mark") or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass"):
        return
    inside = [c for c in parse.children(token.i, "nmod") if c.i < token.i and parse.children(c.i, "case")]
    beside = [c for c in parse.children(verb.i, "obl") if c.i < token.i and parse.children(c.i, "case")]
    term = inside or beside
    if not term or not token.is_noun or verb.i + 1 != min(parse.subtree(term[-1].i)):
        return
    yield _replace(token, dep="obj")
    yield from (_replace(c, dep="obl", head=verb.i) for c in inside)


@at("obl", "obl:unmarked")
def _before_its_whom(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Freed two guards | on Sunday | whom they had seized": what stands before "whom" is of no clause behind it."""
    clause = parse.tokens[token.head]
    if clause.dep != "acl:relcl" or not clause.head < token.i < clause.i:
        return
    asked = [c for c in parse.children(clause.i, "nsubj", "nsubj:pass", "obj") if c.tag == "WP"]
    above = parse.tokens[parse.tokens[clause.head].head]
    if len(asked) == 1 and max(parse.subtree(token.i)) + 1 == asked[0].i and above.is_verb and above.i < token.i:
        yield _replace(token, head=above.i)


@at("acl:relcl")
def _whom_behind_day(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Freed two guards on Sunday | whom they had seized |": nobody seizes a day."""
    day = parse.tokens[token.head]
    verb = parse.tokens[day.head]
    asked = [c for c in parse.children(token.i, "nsubj", "nsubj:pass", "obj") if c.tag == "WP" and c.lower != "what"]
    dated = any(t.start <= day.i < t.end for t in parse.times)
    whom = [c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.is_noun and c.i < day.i]
    if dated and asked and verb.is_verb and day.dep in {"obl", "obl:unmarked"} and len(whom) == 1:
        yield _replace(token, head=whom[0].i)


_JUDGING = frozenset({"jail", "imprison", "sentence", "condemn"})

RULES = (
    _object_as_clause,
    _object_before_its_case,
    _which_of_name,
    _which_of_bomb,
    _given_them,
    _given_whom,
    _object_behind_term,
    _before_its_whom,
    _whom_behind_day,
)
