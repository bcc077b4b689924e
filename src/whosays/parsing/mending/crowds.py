"""Crowds whose deed was read as a noun: "Over 50,000 people | march | in the capital"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, moved, on

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


# Deeds without an object, whose present tense looks like a noun.
_UNAIMED = _MARCHING | {"surrender", "clash", "retreat", "advance", "withdraw", "revolt", "mutiny"}


@on("root")
def _subject_of_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Fighters of the Dawn Front | clash | with police": a noun with a subject of its own is the verb."""
    if token.tag != "NN" or token.lower not in _UNAIMED or parse.children(token.i, "cop", "aux", "det"):
        return
    subjects = [c for c in parse.children(token.i, "nsubj") if c.tag in {"NNS", "NNPS"} and c.i < token.i]
    if len(subjects) != 1 or any(t.tag in FINITE or t.tag == "MD" for t in parse.around(token.i)):
        return
    yield moved(token, "root", token.i, "VBP")
    for child in parse.children(token.i, "nmod"):
        if child.i > token.i:
            yield moved(child, "obl", token.i)
    behind_of = [c for c in parse.children(token.i, "case") if c.i == subjects[0].i + 1]
    last = parse.tokens[token.i - 1]
    if behind_of and last.is_noun and last.head == token.i:  # "of the 12th | Front | surrender"
        yield moved(last, "nmod", subjects[0].i)
        for child in parse.children(token.i):
            if subjects[0].i < child.i < last.i:
                yield moved(child, child.dep, last.i)


@on("nmod:desc")
def _members_of(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Nine | members | of the Front surrender": they do, and the Front is whose they are."""
    body = parse.tokens[token.head]
    verb = parse.tokens[body.head]
    of = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    if token.tag != "NNS" or of.lower != "of" or of.head != body.i or body.dep != "obl":
        return
    if verb.tag in FINITE and body.i < verb.i and not parse.children(verb.i, "nsubj", "nsubj:pass"):
        yield moved(token, "nsubj", verb.i)
        yield moved(body, "nmod", token.i)


@on("orphan", "nmod", "advmod", "case", "obl", "appos", "dep", "compound", "compound:prt", "fixed", "conj")
def _passer_by(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two | passers-by | were hit": one word, whose number stands in its middle."""
    if token.lower != "by" or token.i < 2 or parse.tokens[token.i - 1].text not in {"-", "‑"}:
        return
    passer = parse.tokens[token.i - 2]
    if passer.lower in {"passer", "passers"} and token.head == passer.i:
        yield moved(token, "goeswith", passer.i)
        tag = "NNS" if passer.lower == "passers" else "NN"
        yield msgspec.structs.replace(passer, tag=tag, lemma="passer-by")


_FIGHTERS = frozenset(
    "militants fighters gunmen rebels insurgents guerrillas jihadists troops soldiers forces militiamen militia".split()
)


@on("nsubj", "nsubj:pass")
def _band_of_fighters(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| Ansar ul-Nasr wal-Haqq | militants seize a base": two subjects with nothing between are one."""
    if token.lower not in _FIGHTERS or token.i == 0 or parse.children(token.i, "det", "nummod", "compound", "amod"):
        return
    bands = [c for c in parse.children(token.head, token.dep) if c.i < token.i and c.tag.startswith("NNP")]
    if len(bands) != 1 or max(parse.subtree(bands[0].i)) != token.i - 1 or parse.tokens[token.i - 1].text == ",":
        return
    yield moved(bands[0], "compound", token.i)


RULES = (_passer_by, _band_of_fighters, _crowd_marches, _subject_of_noun, _members_of)
