"""Verbs of headlines and of the present tense that a small tagger takes for nouns: "Police | arrest | two men"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at, tagged
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_HEADLINED = frozenset(
    """sanction pardon arrest sentence charge jail release question behead kidnap abduct deport extradite acquit hang
    lynch""".split()
)
_PLACED = 3  # "courts in Orli | sentence"


@tagged("NN", "NNS")
def _verb_of_headline(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Police | arrest | opposition leader": a verb between two nouns at the head of a sentence without a verb."""
    lemma = token.lower if token.lower in _HEADLINED else token.lower.removesuffix("s")
    start = parse.sentences[parse.sentence(token.i)][0]
    if lemma not in _HEADLINED or token.tag not in {"NN", "NNS"} or not start < token.i <= start + 3:
        return
    subject, governor = parse.tokens[token.i - 1], parse.tokens[token.head]
    counted = token.dep == "nsubj" and governor.tag == "NNS" and token.i < governor.i
    root = governor if token.dep == "compound" or counted else token  # "Police | arrest | 86 suspects over it"
    if (
        subject.dep not in {"compound", "nsubj"}
        or subject.head not in {token.i, root.i}
        or root.head != root.i
        or not root.is_noun
    ):
        return
    several = subject.tag == "NNS" or subject.lower == "police"
    person = ontology.nouns.kind_of(subject.lemma.lower()) in {"person", "organisation"}
    if not person or several == (token.lower != lemma):
        return
    later = [c for c in parse.children(token.i, "obj", "appos", "acl", "nsubj", "flat") if c.i > token.i]
    if lemma == "sentence" and not later:  # "Court | sentences | 75 to death"
        later = [c for c in parse.children(token.i, "nummod") if c.i > token.i and parse.children(c.i, "nmod")]
    told = [root] if root.i != token.i else later
    if not told or not (told[0].tag == "CD" or _is_person(parse, told[0], ontology)):
        return
    tag = "VBP" if several else "VBZ"
    yield msgspec.structs.replace(token, tag=tag, lemma=lemma, dep="root", head=token.i)
    yield msgspec.structs.replace(subject, dep="nsubj", head=token.i)
    yield msgspec.structs.replace(told[0], tag="NN" if told[0].is_verb else told[0].tag, dep="obj", head=token.i)
    for child in (*parse.children(token.i), *parse.children(root.i)):
        if child.i < subject.i:
            yield msgspec.structs.replace(child, head=subject.i)
        elif child.dep == "punct" and child.i > told[0].i:
            yield msgspec.structs.replace(child, head=token.i)


@at("root")
def _verb_in_s(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "A court | acquits | Ana Ruiz": a word in -s that is no noun at all, between two that are."""
    lemma = token.lower.removesuffix("s")
    if token.tag != "NNS" or token.dep != "root" or lemma == token.lower or not ontology.triggers(lemma, "verb"):
        return
    before = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    joined = any(c.tag == "VBZ" for c in parse.children(token.i, "conj"))
    beside = [c for c in parse.children(token.i, "nsubj") if c.i == token.i - 1 and c.tag.startswith("NNP")]
    before = before or (beside if not parse.children(token.i, "cop") else [])
    if not before and lemma in _HEADLINED:  # "a court in Orli | sentences | Ana Ruiz": two subjects
        before = [c for c in parse.children(token.i, "nsubj") if c.i < token.i]
    elif not joined and (lemma in ontology.nouns or ontology.triggers(lemma, "noun")):
        return
    if parse.children(token.i, "cop"):
        return
    later = [c for c in parse.children(token.i, "nsubj", "appos") if c.i > token.i]
    if not before or not (later or joined):  # "the junta | pardons | and releases"
        return
    yield msgspec.structs.replace(token, tag="VBZ", lemma=lemma)
    yield msgspec.structs.replace(before[0], dep="nsubj")
    for noun in later[:1]:
        yield msgspec.structs.replace(noun, dep="obj")
    for child in parse.children(token.i):
        if child.i < before[0].i and child.dep in {"det", "amod", "nmod:poss", "compound"}:
            yield msgspec.structs.replace(child, head=before[0].i)


@tagged("NNS")
def _verb_behind_place(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "A court in Orli | sentences | two men": a verb taken for a noun that the name of the town begins."""
    lemma = token.lower.removesuffix("s")
    if token.tag != "NNS" or lemma not in _HEADLINED or token.i < _PLACED:
        return
    town = parse.tokens[token.i - 1]
    cases = [c for c in parse.children(token.i, "case") if c.lower in {"in", "of", "at"} and c.i < town.i]
    later = (c for c in parse.children(token.i, "obj", "appos", "compound") if c.i > token.i)
    told = [c for c in later if _is_person(parse, c, ontology)]
    if town.dep != "compound" or town.head != token.i or not cases or not told:
        return
    body = parse.tokens[cases[0].i - 1]
    while body.dep == "flat":  # "Justice Ana | Ruiz | of the High Court"
        body = parse.tokens[body.head]
    if body.dep not in {"root", "nsubj"} or body.head not in {body.i, token.i}:
        return
    yield msgspec.structs.replace(token, tag="VBZ", lemma=lemma, dep="root", head=token.i)
    yield msgspec.structs.replace(body, dep="nsubj", head=token.i)
    yield msgspec.structs.replace(town, dep="nmod", head=body.i)
    yield msgspec.structs.replace(cases[0], head=town.i)
    yield msgspec.structs.replace(told[0], dep="obj")
    for child in parse.children(body.i, "punct"):
        if child.i > token.i:
            yield msgspec.structs.replace(child, head=token.i)


_ONLY_DONE = frozenset(
    "bomb shell sentence bar stab arrest jail charge indict acquit convict ban extradite deport raid seize fine expel "
    "sanction".split()
)
_OPENING = frozenset({"det", "nummod", "nmod:poss", "nmod:desc", "amod"})


@at("root")
def _verb_before_phrase(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The air force | bombs | the depot": no noun is followed by an article or a number but for what is done."""
    lemma = token.lower.removesuffix("s")
    if token.tag not in {"NN", "NNS", "NNPS"} or lemma not in _ONLY_DONE or lemma == token.lower or not token.i:
        return
    before = parse.tokens[token.i - 1]
    if before.head != token.i or before.dep not in {"compound", "amod", "nsubj"} or before.tag in {"NNS", "CD"}:
        return
    if parse.children(token.i, "cop", "aux", "case", "nummod"):
        return
    later = [c for c in parse.children(token.i, "obj", "nmod:unmarked", "appos", "nsubj") if c.i > token.i]
    opened = [c for c in later if parse.behind(token.i).dep in _OPENING and _first(parse, c) == token.i + 1]
    if not opened or case_of(parse, opened[0].i):
        return
    yield from _with_subject(parse, token, before, lemma)
    yield msgspec.structs.replace(opened[0], dep="obj")


def _first(parse: Parse, token: Token) -> int:
    """The first word of the phrase of ``token``."""
    return min(parse.subtree(token.i), default=token.i)


_FLYING = frozenset({"force", "forces", "navy", "army", "military"})


@at("compound")
def _force_bombs(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The air force | bombs | nine rebel camps": the force's bombs, of all camps, would be no camps."""
    before, targets = parse.tokens[token.i - 1], parse.tokens[token.head]
    if token.lower not in {"bombs", "shells"} or before.lower not in _FLYING or before.head != token.i:
        return
    if targets.tag not in {"NNS", "NNPS"} or targets.i < token.i or targets.dep not in {"root", "nmod"}:
        return
    top = parse.tokens[targets.head]
    if top.dep != "root" or parse.children(targets.i, "case", "cop") or not before.tag.startswith("NN"):
        return
    for child in (*parse.children(token.i), *parse.children(targets.i)):
        if child.i > token.i and child.dep in {"compound", "amod", "nummod"}:
            yield msgspec.structs.replace(child, head=targets.i)
        elif child.i > targets.i and child.dep in {"nmod", "punct"}:
            yield msgspec.structs.replace(child, head=token.i, dep="obl" if child.dep == "nmod" else child.dep)
    yield msgspec.structs.replace(token, tag="VBZ", lemma=token.lower.removesuffix("s"), dep="root", head=token.i)
    yield from _phrase_of(parse, token, before)
    yield msgspec.structs.replace(targets, dep="obj", head=token.i)
    if top.i != targets.i:  # "in response to the raid, the air force | bombs |"
        yield msgspec.structs.replace(top, dep="obl", head=token.i)


def _with_subject(parse: Parse, verb: Token, subject: Token, lemma: str) -> Iterator[Token]:
    """The moves that make ``verb`` a verb in -s, and all before it its subject."""
    yield msgspec.structs.replace(verb, tag="VBZ", lemma=lemma)
    yield from _phrase_of(parse, verb, subject)
    for child in parse.children(verb.i, "nmod", "acl"):
        if child.i > verb.i:
            yield msgspec.structs.replace(child, dep="obl" if child.dep == "nmod" else "advcl")


def _phrase_of(parse: Parse, verb: Token, subject: Token) -> Iterator[Token]:
    """The subject of ``verb`` with what the tree had hung before the verb."""
    tag = subject.tag if subject.tag.startswith("NN") else "NN"
    yield msgspec.structs.replace(subject, tag=tag, dep="nsubj", head=verb.i)
    for child in parse.children(verb.i, "det", "amod", "nmod:poss", "compound"):
        if child.i < subject.i:
            yield msgspec.structs.replace(child, head=subject.i)


def _is_person(parse: Parse, token: Token, ontology: Ontology) -> bool:
    named = any(n.label == "person" and n.start <= token.i < n.end for n in parse.names)
    return named or ontology.nouns.kind_of(token.lemma.lower().removeprefix("ex-")) == "person"


@at("root")
def _verb_before_verb(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Police | shoot | and kill a man", "police | fire | tear gas": what has an object is a verb."""
    before = parse.tokens[token.i - 1] if token.i else token
    if token.tag != "NN" or before.head != token.i or before.dep != "compound":
        return
    several = before.tag == "NNS" or before.lower == "police"
    joined = [c for c in parse.children(token.i, "conj") if c.tag in {"VB", "VBP"} and c.i == token.i + 2]
    told = parse.children(token.i, "obj") or tuple(o for c in joined for o in parse.children(c.i, "obj"))
    fired = token.lower == "fire" and told and told[0].i > token.i
    if not several or not (joined or fired) or not told or not ontology.triggers(token.lower, "verb"):
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower)
    yield from _phrase_of(parse, token, before)
    for verb in joined:
        yield msgspec.structs.replace(verb, tag="VBP")
    for child in parse.children(token.i, "nmod"):
        if child.i > token.i:
            yield msgspec.structs.replace(child, dep="obl")


_HARMED = frozenset({"kill", "wound", "injure", "hurt", "arrest", "detain", "hold", "kidnap", "jail"})


@at("acl", "acl:relcl")
def _list_that_suffers(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orli: two guards, three rebels | killed |": all of them, and none of them by the others."""
    if token.lemma.lower() not in _HARMED or token.tag not in {"VBN", "VBD"} or parse.children(token.i, "obj", "aux"):
        return
    subjects = [c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.i < token.i]
    last = subjects[0] if subjects else parse.tokens[token.head]
    first = parse.tokens[token.head if subjects else last.head]
    counted = all(parse.children(n.i, "nummod") for n in (first, last))
    listed = bool(subjects) or last.dep == "appos"
    comma = any(t.text == "," for t in parse.tokens[first.i : last.i])
    if first.i == last.i or not counted or not listed or not comma:
        return
    start = parse.sentences[parse.sentence(token.i)][0]
    above = first.dep == "root" or (first.dep == "appos" and parse.tokens[first.head].i == start)
    if not above or len(subjects) > 1 or not first.i < last.i < token.i:
        return
    place = parse.tokens[first.head] if first.dep == "appos" else None
    dep, head = ("root", token.i) if place is None else ("parataxis", place.i)
    yield msgspec.structs.replace(token, tag="VBN", dep=dep, head=head)
    yield msgspec.structs.replace(first, dep="nsubj:pass", head=token.i)
    yield msgspec.structs.replace(last, dep="conj", head=first.i)


RULES = (
    _verb_of_headline,
    _verb_in_s,
    _verb_behind_place,
    _verb_before_phrase,
    _force_bombs,
    _verb_before_verb,
    _list_that_suffers,
)
