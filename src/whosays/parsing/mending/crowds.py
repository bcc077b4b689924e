"""Crowds whose deed was read as a noun: "Over 50,000 people | march | in the capital"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import moved, on

_MARCHING = frozenset({"march", "protest", "rally", "riot", "strike", "demonstrate"})
_COUNTED = frozenset({"thousands", "hundreds", "dozens", "scores", "tens", "people"})


@on("nmod:unmarked", "xcomp", "obj", "obl", "compound")
def _crowd_marches(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Over 50,000 people | march | in Orli": a sentence with no other verb, and so many people before the word."""
    if token.lower not in _MARCHING or token.tag not in {"NN", "VB", "VBP"} or parse.children(token.i, "det", "amod"):
        return
    following = parse.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].tag not in {"IN", "TO", "RB", ","}:
        return  # "two missiles | strike | a depot" has its own rule
    crowd = parse.tokens[token.head]
    if crowd.tag in {"VBN", "VBG"} and crowd.dep == "acl":  # "thousands led by the union | march"
        crowd = parse.tokens[crowd.head]
    if crowd.dep != "root" or crowd.tag != "NNS" or crowd.i > token.i or parse.children(crowd.i, "nsubj", "cop"):
        return
    numbered = bool(parse.children(crowd.i, "nummod")) or crowd.lower in _COUNTED
    if not numbered:
        return
    yield msgspec.structs.replace(moved(token, "root", token.i, "VBP"), lemma=token.lower)
    yield moved(crowd, "nsubj", token.i)
    for stop in parse.children(crowd.i, "punct", "advcl"):
        if stop.i > token.i:
            yield moved(stop, stop.dep, token.i)


RULES = (_crowd_marches,)
