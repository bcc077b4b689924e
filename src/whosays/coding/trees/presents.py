"""Verbs of violence in the present that a small tagger takes for nouns: "Settlers in the valley | shoot and injure".

Whoever stands at the head of what it takes for one long noun phrase is the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees import mislaid, regained
from whosays.coding.trees.labelled import at, tagged
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_TO_VERB = {"nmod": "obl", "acl": "advcl", "acl:relcl": "advcl", "amod": "advmod", "appos": "parataxis"}


def _opens_fire(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Militants from a branch of the Front | open fire | on a post": several people open it, and no fire is open."""
    fire = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else None
    if token.lower != "open" or fire is None or fire.lower != "fire" or token.head != fire.i or not fire.is_noun:
        return
    if parse.children(fire.i, "nmod:poss") or any(c.i == token.i - 1 for c in parse.children(fire.i, "det")):
        return
    top = _top(parse, fire)
    if top is None:
        return
    yield from _verb_at(parse, token, fire, top, "open")
    yield msgspec.structs.replace(fire, dep="obj", head=token.i)


@tagged("NN")
def _verb_before_and(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Settlers in the valley | shoot | and injure six": no noun is joined to a verb that has an object."""
    if token.tag != "NN" or not any(t.event == "ASSAULT" for t in ontology.triggers(token.lower, "verb")):
        return
    joined = [c for c in parse.children(token.i, "conj") if c.tag in {"VB", "VBP"} and parse.children(c.i, "obj")]
    own = [c for c in parse.children(token.i, "nsubj") if c.tag in {"NNS", "NNPS"}]
    if joined and token.dep == "root" and own:
        yield from _with_its_subject(parse, token, own[0])
        return
    top = _top(parse, token)
    if not joined or joined[0].i > token.i + 3 or top is None:
        return
    yield from _verb_at(parse, token, token, top, token.lower)


def _with_its_subject(parse: Parse, verb: Token, subject: Token) -> Iterator[Token]:
    """The moves that make a noun with a subject the verb of it; what stands between them belongs to the subject."""
    last = parse.tokens[verb.i - 1]
    yield msgspec.structs.replace(verb, tag="VBP", lemma=verb.lower)
    for child in parse.children(verb.i):
        if subject.i < child.i < last.i:
            yield msgspec.structs.replace(child, head=last.i)
    if last.i != subject.i and last.head == verb.i:
        yield msgspec.structs.replace(last, dep="nmod", head=subject.i)


@at("obj")
def _verb_behind_object(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Two missiles carrying fuel | strike | a depot": a verb between two objects of another."""
    if token.tag != "NN" or token.dep != "obj":
        return
    participle = parse.tokens[token.head]
    top = parse.tokens[participle.head]
    carried = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    later = [c for c in parse.children(participle.i, "obj") if c.i > token.i and parse.children(c.i, "det", "nummod")]
    placed = participle.tag == "VBG" and participle.dep == "acl"
    if not placed or not carried or not later or top.dep != "root" or top.tag not in {"NNS", "NNPS"}:
        return
    if any(t.event == "ASSAULT" for t in ontology.triggers(token.lower, "verb")):
        yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower, dep="root", head=token.i)
        yield msgspec.structs.replace(top, dep="nsubj", head=token.i)
        yield msgspec.structs.replace(carried[0], dep="obj", head=participle.i)
        yield msgspec.structs.replace(later[0], head=token.i)
        for child in (*parse.children(top.i), *parse.children(participle.i)):
            if child.i > later[0].i:
                yield msgspec.structs.replace(child, head=token.i, dep=_TO_VERB.get(child.dep, child.dep))


@at("xcomp", "ccomp", "conj", "dep")
def _verb_behind_participle(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Two missiles carrying munitions | strike | the centre": the verb of them, and not of what they carry."""
    participle = parse.tokens[token.head]
    top = parse.tokens[participle.head]
    loose = token.tag == "VBP" and token.dep in {"xcomp", "ccomp", "conj", "dep"} and participle.tag == "VBG"
    if not loose or participle.dep != "acl" or top.dep != "root" or top.tag not in {"NNS", "NNPS"}:
        return
    if parse.children(token.i, "mark", "aux", "nsubj") or not parse.children(token.i, "obj", "obl"):
        return
    if any(t.event == "ASSAULT" for t in ontology.triggers(token.lemma.lower(), "verb")):
        yield msgspec.structs.replace(token, dep="root", head=token.i)
        yield msgspec.structs.replace(top, dep="nsubj", head=token.i)
        for child in parse.children(top.i):
            if child.i > token.i:
                yield msgspec.structs.replace(child, head=token.i, dep=_TO_VERB.get(child.dep, child.dep))


@at("acl")
def _clause_behind_case(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Killed after factions of the gang | shoot at a car": a clause, and no factions to shoot."""
    noun = parse.tokens[token.head]
    bare = token.tag in {"VB", "VBP"} and token.dep == "acl" and not parse.children(token.i, "mark", "aux", "nsubj")
    if not bare or noun.dep != "obl" or noun.tag not in {"NNS", "NNPS"} or not noun.i < token.i:
        return
    case = [c for c in parse.children(noun.i, "case") if c.lower in {"after", "as", "before", "since"}]
    known = any(t.event == "ASSAULT" for t in ontology.triggers(token.lemma.lower(), "verb"))
    if len(case) == 1 and known and parse.tokens[noun.head].is_verb:
        yield msgspec.structs.replace(token, dep="advcl", head=noun.head, tag="VBP")
        yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
        yield msgspec.structs.replace(case[0], dep="mark", head=token.i)


_ONLY_VERBS = {
    "repels": "repel", "repulses": "repulse", "foils": "foil", "thwarts": "thwart", "recaptures": "recapture",
    "retakes": "retake", "captures": "capture", "overruns": "overrun", "besieges": "besiege", "repel": "repel",
    "thwart": "thwart", "besiege": "besiege", "retake": "retake",
}  # fmt: skip


@at("compound")
def _verb_before_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Are killed as the army | repels | attacks on its posts": a clause, and no kind of attacks."""
    noun = parse.tokens[token.head]
    named = parse.tokens[token.i - 1]
    if token.lower not in _ONLY_VERBS or token.dep != "compound" or noun.dep != "obl" or named.head != token.i:
        return
    case = [c for c in parse.children(noun.i, "case") if c.lower in {"as", "after", "when", "while"}]
    if len(case) != 1 or not case[0].i < named.i < token.i < noun.i or not parse.tokens[noun.head].is_verb:
        return
    lemma = _ONLY_VERBS[token.lower]
    tag = "VBP" if lemma == token.lower else "VBZ"
    yield msgspec.structs.replace(token, tag=tag, lemma=lemma, dep="advcl", head=noun.head)
    yield msgspec.structs.replace(named, dep="nsubj", head=token.i)
    yield msgspec.structs.replace(noun, dep="obj", head=token.i)
    yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
    for child in (*parse.children(noun.i), *parse.children(token.i)):
        if case[0].i < child.i < named.i:
            yield msgspec.structs.replace(child, head=named.i)


@at("advcl")
def _fighting_goes_on(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Are killed as | fighting | intensifies between X and Y": a noun, and the subject of the verb behind it."""
    verb = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    if token.tag != "VBG" or token.dep != "advcl" or verb.head != token.i or verb.tag not in {"VBZ", "VBD"}:
        return
    if token.lower not in {"fighting", "shelling", "bombing", "shooting", "looting"} or parse.children(token.i, "obj"):
        return
    yield msgspec.structs.replace(token, tag="NN", lemma=token.lower, dep="nsubj", head=verb.i)
    yield msgspec.structs.replace(verb, dep="advcl", head=token.head)
    for child in parse.children(token.i, "mark", "advmod"):
        yield msgspec.structs.replace(child, head=verb.i)


def _top(parse: Parse, noun: Token) -> Token | None:
    """The plural noun that a sentence begins with and that all before ``noun`` hangs on, itself the root."""
    start = parse.sentences[parse.sentence(noun.i)][0]
    chain = [noun, *parse.ancestors(noun.i)]
    top = chain[-1]
    between = all(c.is_noun for c in chain)
    if not between or top.dep != "root" or top.tag not in {"NNS", "NNPS"} or not start <= top.i < noun.i:
        return None
    verbs = any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in parse.tokens[start : noun.i])
    return None if verbs else top


def _verb_at(parse: Parse, verb: Token, noun: Token, top: Token, lemma: str) -> Iterator[Token]:
    """The moves that make ``verb`` the root with ``top`` as its subject, where the tree had ``noun`` in its place."""
    last = parse.tokens[verb.i - 1]
    yield msgspec.structs.replace(verb, tag="VBP", lemma=lemma, dep="root", head=verb.i)
    yield msgspec.structs.replace(top, dep="nsubj", head=verb.i)
    if last.i != top.i and last.head in {noun.i, verb.i}:
        yield msgspec.structs.replace(last, dep="nmod", head=noun.head)
    moved = {top.i, noun.i, verb.i, last.i}
    for child in (*parse.children(noun.i), *parse.children(verb.i)):
        if child.i in moved:
            continue
        if child.i < last.i:
            yield msgspec.structs.replace(child, head=last.i)
        elif noun.i != verb.i:
            yield msgspec.structs.replace(child, head=verb.i, dep=_TO_VERB.get(child.dep, child.dep))
    for token in parse.tokens[top.i + 1 :]:
        if token.i > noun.i and top.i <= token.head < verb.i and token.i not in moved:
            yield msgspec.structs.replace(token, head=verb.i, dep=_TO_VERB.get(token.dep, token.dep))


RULES = (
    _opens_fire,
    _verb_before_and,
    _verb_behind_object,
    _verb_behind_participle,
    _clause_behind_case,
    _verb_before_object,
    _fighting_goes_on,
    *mislaid.RULES,
    *regained.RULES,
)
