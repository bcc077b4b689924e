"""Numbers that a tree gives to the town or the month before them: "in March | three bakers |", "near Kest | 21 men |".

Each rule sees a word by the label that it has and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_MONTHS = frozenset("january february march april may june july august september october november december".split())
_SUBJECTS = ("nsubj", "nsubj:pass")


@at("nummod", "obl")
def _month_before(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In March | three | bakers were killed": three bakers, and no third day."""
    month = parse.tokens[token.i - 1] if token.i else token
    cases = [c for c in parse.children(token.i, "case") if c.i == month.i - 1]
    if token.tag != "CD" or month.lower not in _MONTHS or month.head != token.i or not cases:
        return
    noun = parse.tokens[token.head] if token.dep == "nummod" else _subject_behind(parse, token)
    if noun is None or noun.dep not in _SUBJECTS or noun.i < token.i:
        return
    yield msgspec.structs.replace(token, dep="nummod", head=noun.i)
    yield msgspec.structs.replace(month, dep="obl", head=noun.head)
    yield msgspec.structs.replace(cases[0], head=month.i)


@at("compound")
def _month_before_number(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In | March | three bakers were shot": when it was, and not how many they were."""
    number = parse.tokens[token.head]
    noun = parse.tokens[number.head]
    if token.lower not in _MONTHS or number.tag != "CD" or number.i != token.i + 1 or not number.text.isalpha():
        return
    case = [c for c in parse.children(number.i, "case") if c.lower in {"in", "since", "by"} and c.i == token.i - 1]
    if number.dep == "nummod" and case and noun.is_noun and parse.tokens[noun.head].is_verb:
        yield msgspec.structs.replace(token, dep="obl", head=noun.head)
        yield msgspec.structs.replace(case[0], head=token.i)


@at("compound")
def _town_before(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Near | Kest | nine soldiers were killed": a subject has no preposition, so it is the town's."""
    noun = parse.tokens[token.head]
    cases = [c for c in parse.children(noun.i, "case") if c.i == token.i - 1]
    counted = any(c.i == token.i + 1 and c.tag == "CD" for c in parse.children(noun.i, "nummod"))
    if noun.dep in _SUBJECTS and cases and counted and token.tag == "NNP" and noun.head > noun.i:
        yield msgspec.structs.replace(token, dep="obl", head=noun.head)
        yield msgspec.structs.replace(cases[0], head=token.i)


@at("flat")
def _number_behind_town(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In Kest | 9 | bakers were killed": no part of the town's name."""
    town = parse.tokens[token.head]
    if token.tag != "CD" or town.i != token.i - 1:
        return
    placed = any(n.label == "place" and n.end == token.i for n in parse.names)
    noun = _subject_behind(parse, token)
    if placed and noun is not None and noun.tag in {"NNS", "NNPS"}:
        yield msgspec.structs.replace(token, dep="nummod", head=noun.i)


def _subject_behind(parse: Parse, number: Token) -> Token | None:
    """The subject of whose phrase the next word is the first."""
    verb = next((a for a in parse.ancestors(number.i) if a.is_verb and a.i > number.i), None)
    if verb is None:
        return None
    subjects = parse.children(verb.i, *_SUBJECTS)
    return next((s for s in subjects if min(parse.subtree(s.i)) == number.i + 1), None)


@at("obl")
def _those_who_come(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Up to | 200 | advancing rebels were killed": what they did then is told of them, as their number is."""
    verb = parse.tokens[token.head]
    if token.tag != "CD" or token.i + 1 >= len(parse.tokens) or parse.children(verb.i, *_SUBJECTS):
        return
    doing = parse.behind(token.i)
    if doing.tag != "VBG" or doing.head != verb.i or doing.dep != "advcl" or not parse.children(verb.i, "aux:pass"):
        return
    nouns = [c for c in parse.children(doing.i, "obj") if min(parse.subtree(c.i)) == doing.i + 1 and c.i < verb.i]
    if len(nouns) == 1 and not parse.children(token.i, "case"):
        yield msgspec.structs.replace(token, dep="nummod", head=nouns[0].i)
        yield msgspec.structs.replace(doing, dep="amod", head=nouns[0].i)
        yield msgspec.structs.replace(nouns[0], dep="nsubj:pass", head=verb.i)


@at("nmod")
def _put_at(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Put the toll from the shelling of Kest | at nine |": what it is put at, and no part of the shelling."""
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    cases = [c for c in parse.children(token.i, "case") if c.lower == "at"]
    if token.tag != "CD" or not cases or verb is None or verb.lemma.lower() not in {"put", "estimate", "give"}:
        return
    sums = [c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.lemma.lower() in _SUMS]
    if sums and sums[0].i < token.head < token.i:
        yield msgspec.structs.replace(token, dep="obl", head=verb.i)


_SUMS = frozenset({"toll", "number", "figure", "count", "tally", "total"})


@at("xcomp")
def _counted_wounded(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Doctors counted | 60 wounded |": whom they counted, and nobody wounded anybody."""
    numbers = [c for c in parse.children(token.i, "nummod") if c.i == token.i - 1]
    verb = parse.tokens[token.head]
    counted = token.tag == "VBN" and token.lower in _BEFALLEN and bool(numbers) and verb.i < token.i
    told = parse.children(verb.i, "obj") or parse.children(token.i, "nsubj", "nsubj:pass", "mark")
    if counted and not told:
        yield msgspec.structs.replace(token, dep="obj", tag="NNS")


_BEFALLEN = frozenset({"wounded", "injured", "killed", "arrested", "detained", "missing", "displaced"})


@at("ccomp", "advcl")
def _of_those(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Of the 23 people | killed | in the raid, six were pupils, the mayor said": the people, and not what he said."""
    noun = parse.tokens[token.i - 1] if token.i else token
    start = parse.sentences[parse.sentence(token.i)][0]
    cases = [c for c in parse.children(noun.i, "case") if c.i == start and c.lower in {"of", "among"}]
    if token.tag not in {"VBN", "VBD"} or not noun.is_noun or not cases or noun.head not in {token.head, token.i}:
        return
    if parse.children(token.i, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj"):
        return
    behind = (t for t in parse.tokens[token.i + 1 : parse.sentences[parse.sentence(token.i)][1]] if t.text == ",")
    comma = next(behind, None)
    number = parse.behind(comma.i) if comma is not None else token
    clause = next((a for a in parse.ancestors(number.i) if a.i > number.i), None)
    if number.tag != "CD" or clause is None or number.dep not in _SUBJECTS:
        return
    yield msgspec.structs.replace(token, dep="acl", head=noun.i, tag="VBN")
    yield msgspec.structs.replace(noun, dep="obl", head=clause.i)


@at("conj")
def _and_wounded(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Spoke of 12 dead and | 30 wounded |": so many are, and nobody wounds them."""
    if token.tag not in {"VBN", "VBD"} or token.lower not in _BEFALLEN or parse.tokens[token.head].lower != "dead":
        return
    number, dead = parse.tokens[token.i - 1], parse.tokens[token.head]
    first = parse.tokens[dead.head]
    if number.tag == "CD" and number.head in {token.i, dead.i} and first.tag == "CD":
        yield msgspec.structs.replace(number, dep="conj", head=first.i)
        yield msgspec.structs.replace(token, dep="amod", tag="JJ", head=number.i)


@at("obj", "xcomp")
def _of_dead(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Spoke of | 15 dead |": what they spoke of, and no object."""
    numbers = parse.children(token.i, "nummod") if token.lower in {"dead", *_BEFALLEN} else ()
    cases = [c for n in numbers for c in parse.children(n.i, "case") if c.lower in {"of", "to"}]
    if cases and cases[0].i < numbers[0].i:
        yield msgspec.structs.replace(token, dep="obl", tag="NNS")
        yield msgspec.structs.replace(cases[0], head=token.i)


RULES: tuple[Callable[[Parse, Token, Ontology], Iterator[Token]], ...] = (
    _month_before,
    _month_before_number,
    _town_before,
    _number_behind_town,
    _those_who_come,
    _put_at,
    _counted_wounded,
    _of_those,
    _and_wounded,
    _of_dead,
)
