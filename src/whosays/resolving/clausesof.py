"""What the tree of a sentence says of a pronoun: who speaks of himself, what is loosely hung, what is a part only."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.resolving.coreference import ARGUMENTS, Met
from whosays.resolving.own import noun_at

_ACCUSING = frozenset({"accuse", "charge", "suspect", "blame", "praise", "call", "order", "urge", "tell", "warn"})


def says_of_itself(parse: Parse, pronoun: Token, subject: Token) -> bool:
    """ "Both countries claim that | they | shot down a jet": the doer of what several say themselves."""
    clause = parse.tokens[pronoun.head]
    told = clause.dep == "ccomp" and clause.head == subject.head and pronoun.dep in {"nsubj", "nsubj:pass"}
    return told and pronoun.lower == "they" and subject.tag == "NNS"


def is_loose(parse: Parse, verb: Token) -> bool:
    """ "Arrested Ruiz, head of the club, | accusing | him of fraud": hung on the name, and said of who arrested."""
    comma = verb.i > 0 and parse.tokens[verb.i - 1].text == ","
    return verb.tag == "VBG" and verb.dep == "acl" and comma and verb.lemma.lower() in _ACCUSING


def is_portion(parse: Parse, head: int, others: Sequence[int]) -> bool:
    """ "Ten villagers, including | two women |, ... they": the whole is meant where it is told of, too."""
    token = parse.tokens[head]
    while token.dep == "conj":
        token = parse.tokens[token.head]
    including = any(c.lower in {"including", "among"} for c in parse.children(token.i, "case"))
    return including and token.head in others


def same_clause(parse: Parse, pointer: int, other: int) -> bool:
    """Subject and object of one verb are two ("it attacked the group")."""
    a, b = parse.tokens[pointer], parse.tokens[other]
    return a.head == b.head and a.dep != b.dep and {a.dep, b.dep} <= ARGUMENTS


def is_one_person(parse: Parse, met: Met) -> bool:
    """ "| An Orlian man | was held. He ...": one of a people or an army, kept with all of them."""
    if (
        met.actor.kind not in {"people", "force", "armed-group"}
        or met.form != "nominal"
        or parse.tokens[met.head].tag != "NN"
    ):
        return False
    noun = noun_at(parse, met.head)
    return noun is not None and noun.kind == "person" and not noun.group
