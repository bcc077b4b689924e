"""Words that the tagger misread and the trees that follow from it: a name taken for an adjective, a verb for a noun.

Each rule takes a token and yields the tokens as they should be; :mod:`whosays.parsing.mending` applies them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Participles that do open a clause: "providing that".
_CONJUNCTIONS = frozenset("provide assume suppose see give regard accord include concern follow consider".split())


def moved(token: Token, dep: str, head: int, tag: str | None = None) -> Token:
    """The token under another governor, and with another tag where one is given."""
    return msgspec.structs.replace(token, dep=dep, head=head, tag=tag or token.tag)


def _acronym(parse: Parse, i: int) -> bool:
    """Whether the word can only be a name: capitals in a text that is not all capitals."""
    word = parse.tokens[i].text
    shouted = any(
        t.text.isalpha() and t.text.isupper() for t in (*parse.tokens[max(i - 1, 0) : i], *parse.tokens[i + 1 : i + 2])
    )
    return len(word) > 1 and word.isalpha() and word.isupper() and not shouted


def _acronym_as_adjective(parse: Parse, token: Token) -> Iterator[Token]:
    """ "ECOWAS renewed", "JNIM keeps attacking": a name in capitals before a verb is its subject."""
    verb = parse.tokens[token.head]
    if token.dep not in {"amod", "compound"} or token.i + 1 != verb.i or not _acronym(parse, token.i):
        return
    if parse.children(verb.i, *SUBJECTS) or not token.tag.startswith(("JJ", "NN")):
        return
    runs_on = [c for c in parse.children(verb.i, "acl") if c.i == verb.i + 1 and c.tag == "VBG"]
    if verb.tag == "NNS" and verb.head == verb.i and runs_on:
        yield moved(verb, "root", verb.i, "VBZ")
        yield moved(runs_on[0], "xcomp", verb.i)
    elif verb.tag not in FINITE:
        return
    yield moved(token, "nsubj", verb.i, "NNP")


def _past_as_adjective(parse: Parse, token: Token) -> Iterator[Token]:
    """ ": JNIM claimed responsibility": a verb in the past between a name and a noun is no adjective."""
    noun, name = parse.tokens[token.head], parse.tokens[token.i - 1]
    if token.tag != "VBD" or token.dep != "amod" or token.i == 0 or noun.i < token.i or name.head != noun.i:
        return
    if not (name.tag.startswith("NNP") or _acronym(parse, name.i)) or name.dep not in {"amod", "compound", "nmod"}:
        return
    outer = "parataxis" if noun.dep == "obj" else noun.dep
    yield moved(token, outer, token.i if noun.head == noun.i else noun.head)
    yield moved(noun, "obj", token.i)
    yield moved(name, "nsubj", token.i, "NNP")


def _verb_with_article(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The militia denied it": no verb has an article; the word between the two is the subject."""
    articles = [c for c in parse.children(token.i, "det") if c.i < token.i]
    noun = parse.tokens[token.i - 1]
    if token.tag not in {"VBN", "VBD"} or not articles or noun.head != token.i or noun.dep not in {"amod", "compound"}:
        return
    said = [c for c in parse.children(token.i, "obj", "xcomp", "ccomp") if c.i > token.i]
    if said and not parse.children(token.i, *SUBJECTS, "aux", "aux:pass"):
        yield moved(token, token.dep, token.head, "VBD")
        yield moved(noun, "nsubj", token.i, "NN" if noun.tag.startswith("JJ") else noun.tag)
        for article in articles:
            yield moved(article, "det", noun.i)


def _said_of_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A bomb went off, killing six, police said": the participle is the first verb's, and all of it is said."""
    subjects = parse.children(token.i, "nsubj")
    if token.tag not in FINITE or token.dep != "advcl" or token.head > token.i or not subjects:
        return
    if parse.children(token.i, "mark") or any(c.tag == "WRB" for c in parse.children(token.i, "advmod")):
        return
    for clause in parse.children(token.i, "ccomp"):
        if clause.tag == "VBG" and token.head < clause.i < subjects[0].i and parse.tokens[clause.i - 1].text == ",":
            yield moved(clause, "advcl", token.head)
            yield moved(token, "parataxis", token.head)


def _participle_as_mark(parse: Parse, token: Token) -> Iterator[Token]:
    """ ", insisting that nobody is left": the participle is a verb and the clause behind it what it says."""
    clause = parse.tokens[token.head]
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.tag != "VBG" or token.dep != "mark" or token.lemma.lower() in _CONJUNCTIONS:
        return
    if following.lower == "that" and following.head == clause.i and clause.head != clause.i:
        yield moved(token, "advcl", clause.head)
        yield moved(clause, "ccomp", token.i)


RULES = (
    _acronym_as_adjective,
    _past_as_adjective,
    _participle_as_mark,
    _verb_with_article,
    _said_of_participle,
)
