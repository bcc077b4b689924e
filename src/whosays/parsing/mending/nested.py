"""Clauses within others that a tree hung on a verb outside: in a relative clause, between commas, in a row of verbs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

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


@on("advcl", "acl", "conj")
def _led_by_him_do(parse: Parse, token: Token) -> Iterator[Token]:
    """ "After officers | led | by Omar Badr toppled the king": after they did, and not after the officers."""
    noun = parse.tokens[token.i - 1] if token.i else token
    if noun.head != token.i or noun.dep not in {"obl", "nsubj", "nsubj:pass"} or not noun.is_noun:
        return
    done = token.tag in {"VBN", "VBD"} and bool(parse.children(token.i, "obl:agent"))
    if not done or parse.children(token.i, "aux", "aux:pass", "obj"):
        return
    cases = [c for c in parse.children(noun.i, "case") if c.lower in _WHEN]
    cases += [c for c in parse.children(token.i, "mark") if c.lower in _WHEN and c.i < noun.i]
    above = (token.i, token.head, parse.tokens[token.head].head)
    verbs = [v for i in dict.fromkeys(above) for v in parse.children(i, "advcl", "conj", "ccomp", "parataxis")]
    verbs = [v for v in verbs if v.i > token.i and v.tag in FINITE and _first_word(parse, v).i == v.i]
    if len(cases) != 1 or not verbs or parse.children(verbs[0].i, *SUBJECTS, "aux:pass"):
        return
    own = set(parse.subtree(token.i)) - set(parse.subtree(verbs[0].i))
    if any(i not in own for i in range(token.i, verbs[0].i)) or parse.tokens[verbs[0].i - 1].text == ",":
        return
    yield moved(noun, "nsubj", verbs[0].i)
    yield moved(token, "acl", noun.i, "VBN")
    yield moved(cases[0], "mark", verbs[0].i)
    yield moved(verbs[0], "advcl", token.head if verbs[0].head == token.i else verbs[0].head)


@on("amod")
def _one_an_american(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Two clerks, one of them | an Orlian |": with its own article it says so of one, and not of the two."""
    noun = parse.tokens[token.head]
    article = any(c.lower in {"a", "an"} for c in parse.children(token.i, "det"))
    if article and token.i > noun.i and noun.is_noun and parse.children(token.i, "nsubj"):
        yield moved(token, "acl", noun.i)


@on("acl:relcl")
def _behind_including(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Freed nine cooks, including two sisters, | whom rebels had seized |": all of them, behind the aside."""
    some = parse.tokens[token.head]
    opener = _first_word(parse, token)
    aside = [c for c in parse.children(some.i, "case") if c.lower == "including"]
    whole = parse.tokens[some.head]
    if not aside or not whole.is_noun or opener.lower not in {"whom", "who"} or opener.i < 1:
        return
    closed = parse.tokens[opener.i - 1].text == parse.tokens[aside[0].i - 1].text == ","
    if closed and some.tag == "NNS" and whole.tag == "NNS" and whole.i < aside[0].i:
        yield moved(token, "acl:relcl", whole.i)


_AIMING = {"conspiring": "conspire", "plotting": "plot", "planning": "plan", "attempting": "attempt", "trying": "try"}


@on("obl", "nmod")
def _with_plotting_to(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Were charged | with plotting | to kill a cook": a clause, in which they do both."""
    lemma = _AIMING.get(token.lower)
    opening = parse.children(token.i, "mark", "case")
    if lemma is None or not opening or parse.children(token.i, "det", "nmod", "nmod:poss", "amod"):
        return
    aims = [c for c in parse.children(token.i, "acl") if c.tag == "VB" and parse.children(c.i, "mark")]
    if aims:
        clause = moved(token, "advcl" if parse.tokens[token.head].is_verb else "acl", token.head, "VBG")
        yield msgspec.structs.replace(clause, lemma=lemma)
        for child in opening:
            yield moved(child, "mark", token.i)
        for aim in aims:
            yield moved(aim, "xcomp", token.i)


@on("advcl")
def _what_was_demanded(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Demanded that Orland | release | the men it is holding": the bare verb is what was demanded."""
    clause = parse.tokens[token.head]
    demand = parse.tokens[clause.head]
    marks = [m for m in parse.children(clause.i, "mark") if m.lower == "that"]
    subjects = parse.children(token.i, *SUBJECTS)
    if (
        token.tag != "VB"
        or clause.dep != "ccomp"
        or not marks
        or not subjects
        or parse.children(token.i, "mark", "aux")
    ):
        return
    objects = parse.children(token.i, "obj")
    own = parse.children(clause.i, *SUBJECTS)
    opens = min(parse.subtree(subjects[0].i)) == marks[0].i + 1
    if not objects or not own or not opens or not demand.is_verb or demand.i > marks[0].i:
        return
    if own[0].i == max(parse.subtree(token.i)) + 1 and own[0].tag == "PRP":
        yield moved(token, "ccomp", demand.i)
        yield moved(marks[0], "mark", token.i)
        yield moved(clause, "acl:relcl", objects[0].i)


RULES = (
    _what_was_demanded,
    _led_by_him_do,
    _one_an_american,
    _with_plotting_to,
    _behind_including,
    _clause_of_relative,
    _fleeing_rebels_do,
    _kills_fleeing_rebels,
    _behind_participle,
    _first_of_row,
)
