"""Subjects and objects that a tree has hung under the wrong word of the right clause, moved to where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_SAME_FORM = {"shot": "shoot", "bombed": "bomb", "stabbed": "stab", "raided": "raid"}


def reseated(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """The tokens to be changed where ``token`` stands in such a tree."""
    for rule in RULES:
        yield from rule(parse, token, ontology)


def _participle_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| Gunmen | believed to be rebels | shot a priest", "when a car | loaded with bombs | blew up": of the second."""
    verb = parse.tokens[token.head]
    subjects = parse.children(token.i, *_SUBJECTS)
    if token.dep != "advcl" or token.tag not in {"VBN", "VBD"} or len(subjects) != 1 or not token.i < verb.i:
        return
    bare = not parse.children(token.i, "aux", "aux:pass", "mark", "obj") and subjects[0].i == token.i - 1
    finite = verb.tag in {"VBD", "VBZ", "VBP", "VBN"} and not parse.children(verb.i, *_SUBJECTS, "expl")
    if not (bare and finite) or any(t.text in {",", ";"} for t in parse.tokens[token.i : verb.i]):
        return
    passive = bool(parse.children(verb.i, "aux:pass", "obl:agent")) and not parse.children(verb.i, "obj")
    yield msgspec.structs.replace(subjects[0], dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    yield msgspec.structs.replace(token, dep="acl", head=subjects[0].i, tag="VBN")


def _participle_taken_as_adjective(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The bodies were | riddled | with bullets": a passive, and no adjective."""
    if token.tag != "JJ" or not token.lower.endswith("ed") or not parse.children(token.i, "aux:pass"):
        return
    stems = (token.lower.removesuffix("d"), token.lower.removesuffix("ed"))
    lemma = next((s for s in stems if ontology.triggers(s, "verb")), None)
    if lemma is not None:
        yield msgspec.structs.replace(token, tag="VBN", lemma=lemma)
        for child in parse.children(token.i, "nsubj"):
            yield msgspec.structs.replace(child, dep="nsubj:pass")


def _verb_taken_as_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A mob | shot | and killed a priest": a noun that another finite verb goes on from is a verb."""
    lemma = _SAME_FORM.get(token.lower)
    later = [c for c in parse.children(token.i, "conj") if c.tag == "VBD" and parse.children(c.i, "obj")]
    if lemma is None or not token.is_noun or token.dep != "root" or not later:
        return
    doers = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    if not doers:
        return
    yield msgspec.structs.replace(token, tag="VBD", lemma=lemma)
    yield msgspec.structs.replace(doers[0], dep="nsubj")
    for child in parse.children(token.i, "det", "amod"):
        if child.i < doers[0].i:
            yield msgspec.structs.replace(child, head=doers[0].i)


def _office_behind_brackets(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Against | Customs Service (CS) | director Ana Ruiz": the body is the office's, and the office takes its place."""
    if token.dep != "appos" or token.i < 4 or not ontology.nouns.kind_of(token.lemma.lower()) == "person":
        return
    opening, acronym, closing, body = (parse.tokens[token.i - k] for k in (3, 2, 1, 4))
    if opening.text != "(" or closing.text != ")" or acronym.head != token.i or not body.tag.startswith("NNP"):
        return
    if body.head != token.head and parse.tokens[body.head].head != token.head:
        return
    head = body if body.head == token.head else parse.tokens[body.head]
    yield msgspec.structs.replace(token, dep=head.dep, head=head.head)
    yield msgspec.structs.replace(head, dep="compound", head=token.i)
    for child in parse.children(head.i, "case", "det"):
        yield msgspec.structs.replace(child, head=token.i)


def _list_of_subjects(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The following men died in the raid: | Major Ruiz, Captain Soto": a subject behind a colon lists the first."""
    verb = parse.tokens[token.head]
    if token.dep not in _SUBJECTS or token.i < verb.i or not verb.is_verb:
        return
    first = min(parse.subtree(token.i))
    before = {t.text for t in parse.tokens[max(first - 1, 0) : first + 1]}
    subjects = [c for c in parse.children(verb.i, *_SUBJECTS) if c.i < verb.i]
    if ":" in before and subjects and not parse.children(verb.i, "obj"):
        yield msgspec.structs.replace(token, dep="appos", head=subjects[-1].i)


def _group_before_its_men(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Between the army and | M23 | rebels": the group is told of its fighters, and they stand in its place."""
    if token.dep != "conj" or not token.tag.startswith("NNP") or token.i + 1 >= len(parse.tokens):
        return
    men = parse.tokens[token.i + 1]
    first = parse.tokens[token.head]
    armed = men.tag == "NNS" and ontology.nouns.is_armed(men.lemma.lower())
    if armed and men.head == first.head and men.dep == first.dep and not parse.children(men.i, "case", "det"):
        yield msgspec.structs.replace(men, dep="conj", head=token.head)
        yield msgspec.structs.replace(token, dep="compound", head=men.i)
        for child in parse.children(token.i, "cc"):
            yield msgspec.structs.replace(child, head=men.i)


def _gerund_that_acts(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "| Fighting | broke out in the valley": a deed that is a subject, without an object of its own."""
    if token.tag != "VBG" or token.dep not in _SUBJECTS or not ontology.triggers(token.lower, "noun"):
        return
    if not parse.children(token.i, "obj", "aux", "mark", "compound:prt", "ccomp"):
        yield msgspec.structs.replace(token, tag="NN", lemma=token.lower)


RULES: tuple[Callable[[Parse, Token, Ontology], Iterator[Token]], ...] = (
    _participle_before_verb,
    _participle_taken_as_adjective,
    _verb_taken_as_noun,
    _office_behind_brackets,
    _list_of_subjects,
    _group_before_its_men,
    _gerund_that_acts,
)
