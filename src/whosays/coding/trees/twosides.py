"""Two parties that a tree makes one: "the Front and Orlian troops" are a group and an army, not troops of both."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Name, Parse, Token

_replace = msgspec.structs.replace

_IN_ARMS = frozenset("soldier troop force fighter militant rebel insurgent guerrilla militiaman policeman".split())
_FORCES = frozenset({"army", "military", "government"})
_RULING = frozenset({"government", "regime", "army"})


@at("compound")
def _group_before_troops(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Clashes between | the Front and Orlian troops |", "the army and Dawn fighters": the second alone are its own.

    But "US and Orlian troops" are of two states, and "army and police officers" of two services.
    """
    troops = parse.tokens[token.head]
    if troops.tag != "NNS" or troops.i < token.i or troops.lemma.lower() not in _IN_ARMS:
        return
    joint = next((t for t in parse.tokens[token.i + 1 : troops.i] if t.tag == "CC"), None)
    if joint is None or joint.lower != "and" or joint.i + 1 >= troops.i:
        return
    first, second = _name_at(parse, token.i), parse.behind(joint.i)
    between = any(c.lower == "between" for c in parse.children(troops.i, "case"))
    group = first is not None and first.kind == "armed-group"
    army = first is None and token.lower in _FORCES and between
    end = first.end if first is not None else token.i + 1
    if not (group or army) or end != joint.i or not _is_others(parse, (token, second), troops, alone=army):
        return
    start = first.start if first is not None else token.i
    yield _replace(token, dep=troops.dep, head=token.i if troops.head == troops.i else troops.head)
    yield _replace(troops, dep="conj", head=token.i)
    yield _replace(joint, head=troops.i)
    if second.dep == "conj":
        yield _replace(second, dep="amod" if second.tag == "JJ" else "compound", head=troops.i)
    for child in parse.children(troops.i):
        if child.i < start or (token.i < child.i < joint.i and child.i < end):
            yield _replace(child, head=token.i)


def _is_others(parse: Parse, pair: tuple[Token, Token], troops: Token, *, alone: bool) -> bool:
    """Whether a word says whose troops they are: a nation, a group, "government"."""
    first, second = pair
    if second.head not in {troops.i, first.i} or second.dep not in {"amod", "compound", "conj"}:
        return False
    name = _name_at(parse, second.i)
    if name is not None:
        named = name.label in {"nationality", "organisation"} or name.kind == "armed-group" or second.tag == "JJ"
        return named or (alone and name.label is None and second.text.isupper())  # "M23"
    nation = second.tag == "JJ" and second.text[:1].isupper()
    return nation or (not alone and second.lower in _RULING) or (alone and second.lower in {"rebel", "militia"})


_TALKS = frozenset("meeting talk talks summit conversation call deal pact agreement truce accord clash war".split())


@at("flat")
def _pair_before_talks(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Ruiz | - Holub | meeting": of two, and not of one with two names."""
    first = parse.tokens[token.head]
    noun = parse.tokens[first.head]
    hyphen = parse.tokens[token.i - 1]
    if first.dep != "compound" or hyphen.tag != "HYPH" or token.i != first.i + 2 or noun.lemma.lower() not in _TALKS:
        return
    if token.tag == "NNP" and first.tag == "NNP" and noun.i > token.i:
        yield _replace(token, dep="compound", head=noun.i)
        yield _replace(hyphen, head=token.i)


def _name_at(parse: Parse, i: int) -> Name | None:
    return next((n for n in parse.names if n.start <= i < n.end), None)


RULES = (_group_before_troops, _pair_before_talks)
