"""Words that a tree hands to a neighbour: a subject behind a semicolon, "a tactical one", what is done "rather than".

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


@at("appos", "conj", "nmod", "obl")
def _next_one(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The council passed a bill; | Governor Ana Ruiz, who loathes it, | vetoed it": she did, and not the council."""
    if not token.is_noun or token.head >= token.i or parse.children(token.i, "case", "cc"):
        return
    below = parse.subtree(token.i)
    first, last = min(i for i in below if parse.tokens[i].dep != "punct"), max(below)
    if first < 1 or parse.tokens[first - 1].text != ";":
        return
    end = parse.sentences[parse.sentence(token.i)][1]
    opens = last + 1 if last + 1 < end and parse.tokens[last + 1].text == "," else last
    verb = next((t for t in parse.tokens[opens + 1 : end] if t.tag in _FINITE), None)
    if verb is None or verb.dep not in {"conj", "parataxis"} or verb.head >= first:
        return
    own = {verb.i, *(c.i for c in parse.children(verb.i, "aux", "aux:pass", "advmod"))}
    if not set(range(opens + 1, verb.i + 1)) <= own or parse.children(verb.i, *_SUBJECTS, "cc", "mark"):
        return
    passive = bool(parse.children(verb.i, "aux:pass"))
    yield _replace(token, dep="nsubj:pass" if passive else "nsubj", head=verb.i)


@at("conj")
def _such_a_one(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A strategic pact with Orland and | a tactical one with Veldia |": another pact, and no partner of Orland's."""
    if token.lower != "one" or not parse.children(token.i, "det") or not parse.children(token.i, "amod"):
        return
    beside = parse.tokens[token.head]
    noun = parse.tokens[beside.head]
    if beside.dep != "nmod" or not noun.is_noun or noun.head == noun.i:
        return
    same = case_of(parse, beside.i)
    if same and any(case_of(parse, c.i) == same for c in parse.children(token.i, "nmod")):
        yield _replace(token, head=noun.i)


@at("conj")
def _rather_than(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fined marchers blocking roads, | rather than arresting them |": whoever fined them did not arrest them."""
    if token.tag != "VBG" or not any(c.lower == "rather" for c in parse.children(token.i, "cc")):
        return
    whom = parse.children(token.i, "obj")
    current = parse.tokens[token.head]
    while current.dep == "conj" and current.is_verb:
        current = parse.tokens[current.head]
    noun = parse.tokens[current.head]
    if current.dep not in {"acl", "acl:relcl"} or len(whom) != 1 or whom[0].lower != "them" or noun.tag != "NNS":
        return
    above = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if above is not None and above.i < noun.i:
        yield _replace(token, head=above.i)


_HARMING = frozenset({"kill", "wound", "injure", "maim", "hurt"})
_BURSTING = frozenset({"explode", "detonate", "burst"})
_AT_WORK = frozenset({"clear", "defuse", "dismantle", "remove", "search", "sweep", "inspect", "pass", "handle", "play"})


@at("advcl")
def _by_the_blast(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A mine exploded as sappers cleared a road, | killing two |": the mine did, and not those at work."""
    work = parse.tokens[token.head]
    blast = parse.tokens[work.head]
    harms = token.tag == "VBG" and token.lemma.lower() in _HARMING and not parse.children(token.i, "mark", "nsubj")
    marks = {c.lower for c in parse.children(work.i, "mark", "advmod")}
    when = work.dep == "advcl" and bool(marks & {"as", "while", "when"})
    if harms and when and work.lemma.lower() in _AT_WORK and blast.lemma.lower() in _BURSTING and blast.i < work.i:
        yield _replace(token, head=blast.i)


RULES = (_next_one, _such_a_one, _rather_than, _by_the_blast)
