"""Clauses that fit one word alone: by who may do it, by its number, by the verb that wants it, by the marks between.

A small parser hangs what is said of somebody on the noun that stands nearest. Each rule takes a token and yields the
tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

# Verbs that charge somebody "of" something.
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "clear"})
_OPENS_ASIDE = frozenset({"who", "which", "whose", "where", "whom"})
_SAYING = frozenset({"say", "add", "note", "write", "explain", "ask"})
_MANY = frozenset({"they", "we", "you", "i"})
_ONE = frozenset({"it", "he", "she", "this", "that"})


@on("advcl", "acl", "obl", "nmod")
def _charge_behind_aside(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused Ankara, which holds the town, | of backing them": no charge of the town's, but of Ankara."""
    of = next((c for c in parse.children(token.i, "case", "mark") if c.lower == "of" and c.i < token.i), None)
    if of is None or parse.tokens[of.i - 1].text != "," or (token.tag != "VBG" and not token.is_noun):
        return
    verb = next((a for a in parse.ancestors(token.i) if a.lemma.lower() in _CHARGING and a.is_verb), None)
    if verb is None or verb.i in {token.i, token.head} or verb.i > token.i:
        return
    accused = next((c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.i < of.i), None)
    start = verb.i if accused is None else max(accused.i, verb.i)
    aside = next((i for i in range(start + 1, of.i - 1) if parse.tokens[i].text == ","), None)
    if accused is None or aside is None or parse.behind(aside).lower not in _OPENS_ASIDE:
        return
    yield moved(token, "advcl" if token.tag == "VBG" else "obl", verb.i)
    for clause in parse.children(verb.i, "ccomp"):  # "accused Peru, | whose navy patrols it |, of": told of Peru
        if aside < min(parse.subtree(clause.i)) <= aside + 1 and clause.i < of.i:
            yield moved(clause, "acl:relcl", accused.i)


@on("acl:relcl")
def _who_is_somebody(parse: Parse, token: Token) -> Iterator[Token]:
    """ "An official at the ministry, | who asked not to be named |": the official, since no ministry is a "who"."""
    who = next((c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.lower == "who"), None)
    thing = parse.tokens[token.head]
    nouns = ontology.load().nouns
    body = thing.tag in {"NN", "NNS"} and nouns.kind_of(thing.lemma.lower()) in {"organisation", "place", "abstract"}
    if who is None or not body or parse.tokens[who.i - 1].text != "," or thing.i > who.i:
        return
    for above in parse.ancestors(thing.i):
        if above.is_verb and above.dep not in {"acl", "amod"}:
            return
        if above.is_noun and above.i < thing.i and nouns.kind_of(above.lemma.lower()) == "person":
            if max(i for i in parse.subtree(above.i) if i < who.i - 1) == who.i - 2:
                yield moved(token, "acl:relcl", above.i)
            return


@on("conj")
def _agrees_with_many(parse: Parse, token: Token) -> Iterator[Token]:
    """ "They are fine with how it goes | but want | it over": what it does would be "wants"."""
    first = parse.tokens[token.head]
    if token.tag != "VBP" or first.tag != "VBZ" or parse.children(token.i, *SUBJECTS, "expl", "aux", "cop"):
        return
    if not any(c.lower in _ONE for c in parse.children(first.i, "nsubj")):
        return
    for above in parse.ancestors(first.i):
        for verb in (above, *parse.children(above.i, "ccomp")):
            being = (verb, *parse.children(verb.i, "cop", "aux"))
            plural = any(c.lower in _MANY and c.i < verb.i for c in parse.children(verb.i, "nsubj"))
            if plural and verb.i < first.i and any(v.tag == "VBP" for v in being):
                yield moved(token, "conj", verb.i)
                if first.head == above.i != verb.i:
                    yield moved(first, "advcl", verb.i)
                return


@on("nsubj")
def _speaks_outside_marks(parse: Parse, token: Token) -> Iterator[Token]:
    """ "... That is Ana Ruiz,” said the man | who led them": who is named inside the marks does not say it."""
    verb = parse.tokens[token.head]
    marks = next((q for q in parse.quotations if q.open < token.i < q.close < verb.i <= q.close + 2), None)
    if marks is None or verb.lemma.lower() not in _SAYING or verb.tag not in FINITE:
        return
    speakers = [c for c in parse.children(verb.i, "obj", "iobj") if c.i > verb.i]
    if len(speakers) == 1 and min(parse.subtree(speakers[0].i)) == verb.i + 1:
        yield moved(token, "ccomp", verb.i)
        yield moved(speakers[0], "nsubj", verb.i)


_ASKED = frozenset({"call", "demand", "appeal", "request", "plea"})
_TOLD = _ASKED | frozenset({"claim", "warning", "accusation", "allegation", "threat", "promise", "pledge", "complaint"})
_FOR = frozenset("ministry minister department office secretary bureau movement group committee agency fund".split())


@on("nmod", "obl")
def _asked_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A call from the rebels | for their release |": what the call is for, and no rebels for it."""
    who = parse.tokens[token.head]
    word = next((c for c in parse.children(token.i, "case") if c.lower == "for"), None)
    if word is None or who.lemma.lower() in _FOR or (who.tag == "NNP" and token.tag == "NNP"):
        return
    asking = _whose_word(parse, who, _ASKED)
    if asking is not None and word.i == min(parse.subtree(token.i)) > who.i:
        yield moved(token, "nmod", asking.i)


@on("acl:relcl")
def _told_that(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A call by the rebels | that it leave |", "a call | that it leave |": what the call says, and no rebels."""
    that = next((c for c in parse.children(token.i, "mark") if c.lower == "that"), None)
    if that is None or that.i != min(parse.subtree(token.i)) or not parse.children(token.i, *SUBJECTS):
        return
    above = parse.tokens[token.head]
    asking = above if above.is_noun and above.lemma.lower() in _TOLD else _whose_word(parse, above, _TOLD)
    if asking is not None:
        yield moved(token, "acl", asking.i)


@on("ccomp")
def _told_by_noun(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ignored a call by the rebels | that it leave |": what the call says, since nobody ignores "that"."""
    verb = parse.tokens[token.head]
    start = min(parse.subtree(token.i))
    if parse.tokens[start].lower != "that" or verb.lemma.lower() not in _ANSWERING:
        return
    said = next((c for c in parse.children(verb.i, "obj") if max(parse.subtree(c.i)) == start - 1), None)
    if said is not None and said.lemma.lower() in _TOLD:
        yield moved(token, "acl", said.i)


_ANSWERING = frozenset("ignore reject dismiss face defy rebuff resist accept heed repeat renew spurn receive".split())


def _whose_word(parse: Parse, who: Token, words: frozenset[str]) -> Token | None:
    """The call or claim "by" or "from" somebody."""
    asking = parse.tokens[who.head]
    by = any(c.lower in {"by", "from"} for c in parse.children(who.i, "case"))
    return asking if by and who.dep == "nmod" and asking.is_noun and asking.lemma.lower() in words else None


RULES = (
    _asked_for,
    _told_that,
    _told_by_noun,
    _charge_behind_aside,
    _who_is_somebody,
    _agrees_with_many,
    _speaks_outside_marks,
)
