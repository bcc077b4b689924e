"""What came of a deed, and who did it, where a longer sentence hung it on another word.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending.applying` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on

_HARMING = frozenset({"kill", "wound", "injure", "maim", "displace", "destroy"})
_SPEAKING_OF = frozenset({"accuse", "suspect", "blame", "charge", "order", "command", "convict", "tell", "instruct"})
_WHERE = frozenset({"at", "on", "in", "into", "near", "from", "against", "outside", "inside", "behind", "around"})
_THEN = frozenset({"earlier", "later", "before"})


@on("advcl", "acl", "parataxis", "conj", "obl", "dep")
def _what_it_came_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Accused troops of | firing | at a town, | killing one |": those who fired killed him, not who accuses."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or token.lemma.lower() not in _HARMING or verb.lemma.lower() not in _SPEAKING_OF:
        return
    if parse.tokens[token.i - 1].text != "," or parse.children(token.i, "mark", *SUBJECTS):
        return
    deed = verb
    while deed.i == verb.i or deed.lemma.lower() in _SPEAKING_OF:
        inner = [c for c in _clauses(parse, deed) if deed.i < c.i < token.i]
        if not inner:
            break
        deed = inner[-1]
    if deed.i != verb.i:
        yield moved(token, "advcl", deed.i)


def _clauses(parse: Parse, verb: Token) -> Iterator[Token]:
    """The clauses that say what somebody is accused of, or is told to do."""
    told = [*parse.children(verb.i, "advcl", "ccomp")]
    told += [c for o in parse.children(verb.i, "obj") for c in parse.children(o.i, "acl")]
    yield from sorted(
        [*parse.children(verb.i, "xcomp"), *(c for c in told if parse.children(c.i, "mark"))], key=lambda c: c.i
    )


@on("advcl", "ccomp")
def _at_one_doing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Fired at | a base housing | troops": at the base, which houses them."""
    noun = parse.tokens[token.i - 1]
    opening = [c for c in parse.children(token.i, "mark", "case") if c.lower in _WHERE]
    if token.tag != "VBG" or noun.head != token.i or noun.dep not in {"compound", "nsubj"} or len(opening) != 1:
        return
    if noun.tag not in {"NN", "NNS"} or not parse.children(token.i, "obj", "obl") or not opening[0].i < noun.i:
        return
    between = parse.tokens[opening[0].i + 1 : noun.i]
    if not between or between[0].dep != "det" or any(t.head not in {noun.i, token.i} for t in between):
        return
    above = parse.tokens[token.head]
    yield moved(noun, "obl" if above.is_verb else "nmod", above.i)
    yield moved(opening[0], "case", noun.i)
    yield moved(token, "acl", noun.i)
    for word in between:
        yield moved(word, word.dep, noun.i)


@on("amod")
def _time_before_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "| A week earlier | bandits had taken nine men": when they did, and no word of theirs."""
    noun = parse.tokens[token.head]
    spans = parse.children(token.i, "obl:unmarked", "obl", "advmod")
    if token.lower not in _THEN or not spans or noun.dep not in SUBJECTS or not noun.i > token.i:
        return
    if spans[0].i < token.i and any(t.start <= spans[0].i < t.end for t in parse.times):
        yield moved(token, "advmod", noun.head)


@on("parataxis", "conj")
def _joined_by_others(parse: Parse, token: Token) -> Iterator[Token]:
    """ "When | fighters, joined by troops, attacked | a town": they are joined, and they attack."""
    joined = parse.tokens[token.head]
    if token.tag not in FINITE or parse.children(token.i, *SUBJECTS, "cc") or parse.tokens[token.i - 1].text != ",":
        return
    for verb in (joined, *(c for c in parse.children(joined.i, "advcl", "ccomp", "acl:relcl") if c.i < token.i)):
        who = next(iter(parse.children(verb.i, "nsubj:pass")), None)
        if verb.tag != "VBN" or who is None or parse.children(verb.i, "aux:pass", "aux") or not who.i < verb.i:
            continue
        if parse.tokens[verb.i - 1].text != "," or max(parse.subtree(who.i)) >= verb.i - 1 or verb.dep == "root":
            continue
        yield moved(token, verb.dep, verb.head)
        yield moved(who, "nsubj", token.i)
        yield moved(verb, "acl", who.i)
        for child in parse.children(verb.i, "mark", "advmod", "cc"):
            if child.i < who.i:
                yield moved(child, child.dep, token.i)
        return


@on("obj")
def _dead_and_wounded(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Left eleven men | dead | and a candidate seriously | wounded |": each word goes with those before it."""
    verb, dead = parse.tokens[token.head], parse.behind(token.i)
    if verb.lemma.lower() != "leave" or not verb.i < token.i or dead.lower != "dead":
        return
    start = dead.i + 2
    words = parse.tokens[start : start + _LONG]
    if parse.behind(dead.i).lower != "and" or not words:
        return
    hurt = next((t for t in words if t.lower in _HURT), None)
    if hurt is None:
        return
    between = parse.tokens[start : hurt.i]
    of = next((t.i for t in between if t.lower == "of"), hurt.i)
    nouns = [t for t in between if t.is_noun and t.i < of]
    if not nouns or any(t.tag not in _OF_PHRASE and t.i != of for t in between):
        return
    head = nouns[-1]
    yield moved(dead, "xcomp", verb.i)
    yield moved(parse.tokens[dead.i + 1], "cc", head.i)
    yield moved(head, "conj", dead.i)
    yield moved(hurt, "acl", head.i)
    for word in between:
        if word.i > head.i and word.tag == "RB":
            yield moved(word, "advmod", hurt.i)
        elif word.i < head.i:
            yield moved(word, _LABELS.get(word.tag, "amod"), head.i)


_LONG = 9  # words: a phrase and its adverb
_HURT = frozenset({"wounded", "injured", "hurt", "missing", "maimed"})
_OF_PHRASE = frozenset({"DT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "RB", "PRP$"})
_LABELS = {"DT": "det", "CD": "nummod", "NN": "compound", "NNP": "compound", "PRP$": "nmod:poss", "RB": "advmod"}

RULES = (_dead_and_wounded, _what_it_came_to, _at_one_doing, _time_before_them, _joined_by_others)
