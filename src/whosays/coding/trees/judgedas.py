"""What is judged, and as what, where a tree takes the one for the other: "rejected as lies | a report |".

Each rule sees a word by the label that it has and yields the words around it as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.ontology.gainsaying import load
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_AS = frozenset(
    "dismiss reject denounce describe condemn deride decry rubbish depict portray criticise criticize".split()
)
_CALLING = frozenset({"call", "brand", "label", "dub", "deem"})


@at("obl", "obl:unmarked", "parataxis", "nsubj", "ccomp", "appos")
def _behind_as(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Rejected as lies | a report | that it had sent boats", "as baseless | claims | that it had"."""
    verb = parse.tokens[token.head]
    opener = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)]
    if token.lemma.lower() not in load().said or not token.is_noun or verb.lemma.lower() not in _AS:
        return
    if opener.lower != "as" or token.i < opener.i or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass"):
        return
    cases = tuple(parse.children(token.i, "case"))
    if not cases:
        yield _replace(token, dep="obj")
        return
    judged = [c for c in parse.children(token.i, "amod") if opener.i < c.i < token.i]
    if cases == (opener,) and judged and not parse.children(token.i, "det", "nmod:poss"):
        yield _replace(token, dep="obj")
        yield _replace(judged[0], head=verb.i, dep="obl")
        yield _replace(opener, head=judged[0].i)


@at("xcomp")
def _called_so(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Called | the statement | a lie": the first is what is called so."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _CALLING or not token.is_noun or parse.children(verb.i, "obj", "nsubj:pass"):
        return
    later = [c for c in parse.children(verb.i, "xcomp") if c.i > token.i and not parse.children(c.i, "mark")]
    if verb.i < token.i and later and not parse.children(token.i, "case", "cop", "mark"):
        yield _replace(token, dep="obj")


@at("xcomp")
def _deed_called_so(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Called | the shooting | a senseless act": a deed that is called something, and nothing that is called for."""
    verb = parse.tokens[token.head]
    the = any(c.lower in {"the", "this", "that"} for c in parse.children(token.i, "det"))
    if verb.lemma.lower() not in _CALLING or token.tag != "VBG" or not the or parse.children(token.i, "mark", "case"):
        return
    judged = [c for c in parse.children(token.i, "obj") if c.i > token.i and c.is_noun]
    if (
        verb.i < token.i
        and len(judged) == 1
        and any(c.lower in {"a", "an"} and c.i == token.i + 1 for c in parse.children(judged[0].i, "det"))
    ):
        yield _replace(token, dep="obj", tag="NN", lemma=token.lower)
        yield _replace(judged[0], head=verb.i, dep="xcomp")


@at("ccomp")
def _subject_of_judgement(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Said | reports | that he had fled were a lie": what was a lie, and nothing said by itself."""
    verb = parse.tokens[token.head]
    if not token.is_noun or token.i < verb.i or parse.children(token.i, "cop", "nsubj", "case", "mark"):
        return
    for later in parse.children(verb.i, "ccomp"):
        bare = parse.children(later.i, "cop") and not parse.children(later.i, "nsubj", "nsubj:pass", "expl", "mark")
        begins = min(parse.subtree(later.i)) == max(parse.subtree(token.i)) + 1
        if later.i > token.i and bare and begins and token.lemma.lower() in load().said:
            yield _replace(token, dep="nsubj", head=later.i)
            return


RULES = (_behind_as, _called_so, _deed_called_so, _subject_of_judgement)
