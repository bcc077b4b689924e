"""Clauses within others that a tree hung on a verb outside: in a relative clause, between commas, in a row of verbs."""

from __future__ import annotations

from collections.abc import Iterator

from whosays import ontology
from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import FINITE, SUBJECTS, moved, on


def _first_word(parse: Parse, token: Token) -> Token:
    """The first word of a clause, whatever commas hang on it."""
    return next((t for i in parse.subtree(token.i) if (t := parse.tokens[i]).dep != "punct"), token)


@on("advcl")
def _clause_of_relative(parse: Parse, token: Token) -> Iterator[Token]:
    """ "A man who was freed in May | after serving a year | was shot": freed after it, where no comma parts the two."""
    verb = parse.tokens[token.head]
    first = _first_word(parse, token)
    if not token.i < verb.i or not first.i or not any(m.i == first.i for m in parse.children(token.i, "mark")):
        return
    before = parse.tokens[first.i - 1]
    for noun in parse.children(verb.i, *SUBJECTS):
        for clause in parse.children(noun.i, "acl:relcl"):
            if clause.i < first.i and max(parse.subtree(clause.i)) == before.i and before.text != ",":
                yield moved(token, "advcl", clause.i)
                return


@on("advcl")
def _fleeing_rebels_do(parse: Parse, token: Token) -> Iterator[Token]:
    """ "After | fleeing | rebels set fire to a mill": the rebels, who flee, set it; nobody flees them."""
    verb = parse.tokens[token.head]
    noun = parse.behind(token.i)
    if token.tag != "VBG" or not token.i < verb.i or noun.head != token.i or noun.dep != "obj" or noun.tag != "NNS":
        return
    if verb.dep == "conj" or parse.children(verb.i, *SUBJECTS) or parse.children(noun.i):
        return
    finite = verb.tag in FINITE or any(c.tag in FINITE for c in parse.children(verb.i, "aux", "aux:pass"))
    between = parse.tokens[noun.i + 1 : verb.i]
    if not finite or any(t.head != verb.i or t.dep not in {"aux", "aux:pass", "advmod"} for t in between):
        return
    passive = bool(parse.children(verb.i, "aux:pass"))
    yield moved(token, "amod", noun.i)
    yield moved(noun, "nsubj:pass" if passive else "nsubj", verb.i)
    for child in parse.children(token.i):
        if child.i != noun.i:
            yield moved(child, child.dep, verb.i)


# What people do to nobody else: before a noun, such a word describes those who do it.
_ALONE = frozenset("flee retreat protest sleep withdraw surrender march demonstrate advance pray fast riot".split())


@on("xcomp", "advcl", "ccomp")
def _kills_fleeing_rebels(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Soldiers killed | fleeing | rebels": rebels who fled; it is not the soldiers who do."""
    verb, noun = parse.tokens[token.head], parse.behind(token.i)
    if token.tag != "VBG" or token.lemma.lower() not in _ALONE or token.i != verb.i + 1 or noun.head != token.i:
        return
    if noun.dep != "obj" or noun.tag not in {"NNS", "NNP", "NNPS"} or parse.children(verb.i, "obj", "aux:pass"):
        return
    if any(t.event in {"ASSAULT", "COERCE"} for t in ontology.load().triggers(verb.lemma.lower(), "verb")):
        yield moved(token, "amod", noun.i)
        yield moved(noun, "obj", verb.i)
        for child in parse.children(token.i):
            if child.i != noun.i:
                yield moved(child, child.dep, verb.i)


_WHEN = frozenset({"after", "before", "when", "as", "because", "while", "since", "once"})


@on("advcl")
def _behind_participle(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Freed Ana Ruiz, jailed in May, | after Chad lifted its ban |": the freeing, for commas close the participle."""
    inner = parse.tokens[token.head]
    first = _first_word(parse, token)
    if inner.tag != "VBN" or inner.dep not in {"acl", "advcl"} or not inner.i < first.i or first.lower not in _WHEN:
        return
    if parse.children(inner.i, *SUBJECTS, "mark", "aux", "aux:pass"):
        return
    opened = parse.tokens[_first_word(parse, inner).i - 1].text
    parted = parse.tokens[first.i - 1].text
    outer = next((a for a in parse.ancestors(inner.i) if a.is_verb), None)
    if opened == parted == "," and outer is not None and outer.tag in FINITE and outer.i < inner.i:
        yield moved(token, "advcl", outer.i)


@on("advcl", "advcl:relcl", "ccomp", "parataxis", "acl:relcl")
def _first_of_row(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Rebels, who fled, | stormed | a mill, | killed | two men and left": they did the one and the other."""
    last = parse.tokens[token.head]
    alike = token.tag == last.tag == "VBD" and token.i < last.i and bool(parse.children(token.i, "obj"))
    if not alike or parse.children(token.i, "mark", "aux", "aux:pass", "cc", "advmod") or last.dep == "conj":
        return
    if parse.tokens[last.i - 1].text != "," or not parse.children(last.i, "obj"):
        return
    third = [c for c in parse.children(last.i, "conj") if c.i > last.i and c.tag == "VBD" and parse.children(c.i, "cc")]
    own = [c for c in parse.children(token.i, *SUBJECTS) if not c.tag.startswith("W")]
    lent = [c for c in parse.children(last.i, *SUBJECTS) if c.i < token.i]
    if not third or bool(own) == bool(lent) or any(c.i > token.i for c in parse.children(last.i, *SUBJECTS)):
        return
    yield moved(token, last.dep, token.i if last.head == last.i else last.head)
    yield moved(last, "conj", token.i)
    for child in parse.children(last.i):
        if child.i != token.i and (child.i < token.i or child in third):
            yield moved(child, child.dep, token.i)


RULES = (
    _clause_of_relative,
    _fleeing_rebels_do,
    _kills_fleeing_rebels,
    _behind_participle,
    _first_of_row,
)
