"""Deeds named only beside another: "resigned during a dockers' strike", "is in Orli for talks with his counterpart"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_BESIDE = frozenset({"during", "amid", "after", "following"})


def is_in_passing(parse: Parse, noun: Token) -> bool:
    """ "Fell during | a dockers' strike |": one that was held then, whoever tells of it."""
    one = noun.tag == "NN" and noun.dep in {"obl", "nmod"} and case_of(parse, noun.i) in _BESIDE
    before = range(max(noun.i - 5, 0), noun.i)
    return one and any(parse.tokens[i].lower in {"a", "an"} and noun.i in _above(parse, i) for i in before)


def _above(parse: Parse, i: int) -> set[int]:
    return {t.i for t in parse.ancestors(i)}


def is_counterpart(parse: Parse, head: int) -> bool:
    """ "His Danish | counterpart |": somebody who speaks for another side, whose side is told."""
    token = parse.tokens[head]
    owned = parse.children(head, "nmod:poss")
    return token.lemma.lower() == "counterpart" and bool(owned) and bool(parse.children(head, "amod", "compound"))


def is_there(parse: Parse, place: Token) -> bool:
    """ "The premier is | in Orli |": where somebody is said to be."""
    named = any(n.label == "place" and n.start <= place.i < n.end for n in parse.names)
    if place.lower == "due" and parse.children(place.i, "cop"):  # "the premier is due | in Orli for talks"
        return any(case_of(parse, c.i) in {"in", "at"} and c.tag == "NNP" for c in parse.children(place.i, "obl"))
    if place.lower == "way" and case_of(parse, place.i) == "on":  # "the premier is | on his way to Orli |"
        goes = any(case_of(parse, c.i) == "to" for c in parse.children(place.i, "nmod"))
        return goes and bool(parse.children(place.i, "cop")) and bool(parse.children(place.i, "nsubj"))
    return named and bool(parse.children(place.i, "cop")) and case_of(parse, place.i) in {"in", "at"}


def is_instead(parse: Parse, token: Token) -> bool:
    """ "| Rather than attack | the town, they left"."""
    for word in parse.children(token.i, "cc", "mark", "case", "advmod"):
        after = parse.behind(word.i).lower if word.i + 1 < token.i else ""
        if (word.lower, after) in {("rather", "than"), ("instead", "of")} and word.i < token.i:
            return parse.tokens[word.i - 1].lower not in {"more", "other"}
    return False
