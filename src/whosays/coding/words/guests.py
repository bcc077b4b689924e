"""Who is at talks or on a visit that only a phrase beside them tells: "left | for a visit to Orli", ", on a visit,"."""

from __future__ import annotations

from whosays.coding.words.inpassing import is_there
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive, own_subject
from whosays.parse import Parse, Token

_VISITS = frozenset({"visit", "tour", "trip"})
_TALKS = frozenset({"talk", "meeting", "summit", "conference", "negotiation", "consultation", "discussion", *_VISITS})
_SETTING_OUT = frozenset({"leave", "depart", "set", "head", "embark", "fly", "travel", "arrive"})
_GOING = frozenset({"fly", "travel", "arrive", "head", "come", "be"})
_OFFICES = frozenset("president premier minister chancellor secretary king queen envoy ambassador chief".split())
_FOR = frozenset({"for", "on"})


def guest(parse: Parse, noun: Token) -> int | None:
    """ "The premier is in Orli | for talks |", "left Orli | on a visit | to Kest": who is said to be there for them."""
    if noun.lemma.lower() not in _TALKS or noun.dep not in {"obl", "nmod"} or case_of(parse, noun.i) not in _FOR:
        return None
    above = parse.tokens[noun.head]
    if is_there(parse, above):
        return own_subject(parse, above.i)
    if parse.children(noun.i, "nmod:poss"):  # "travelled with the king on | his | visit to Orli"
        return None
    if above.is_verb:
        told = noun.lemma.lower() in _VISITS or any(
            case_of(parse, c.i) == "with" for c in parse.children(noun.i, "nmod")
        )
        goes = told and above.lemma.lower() in _SETTING_OUT and not is_passive(parse, above.i)
        return own_subject(parse, above.i) if goes and above.i < noun.i else None
    return _set_between_commas(parse, noun, above)


def _set_between_commas(parse: Parse, noun: Token, above: Token) -> int | None:
    """ "| Ana Ruiz |, on a visit to Kest, said", "| Ana Ruiz |, in Kest for talks with the king, said"."""
    if above.dep == "nmod" and _is_where(parse, above):
        return above.head if _is_persons(parse, above.head) else None
    beside = any(c.i < noun.i and _is_where(parse, c) for c in parse.children(above.i, "nmod"))
    visit = noun.lemma.lower() in _VISITS and _is_behind_comma(parse, noun)
    return above.i if (beside or visit) and noun.dep == "nmod" and _is_persons(parse, above.i) else None


def _is_where(parse: Parse, token: Token) -> bool:
    """ "Ana Ruiz, | in Kest |": where somebody is told to be."""
    return case_of(parse, token.i) == "in" and _is_behind_comma(parse, token) and _is_place(parse, token)


def visited(parse: Parse, noun: Token) -> int | None:
    """ "| In Orli | on a visit", "flew | to Orli | on a visit": where the guest went."""
    above = parse.tokens[noun.head]
    if case_of(parse, noun.i) not in _FOR or (above.is_verb and above.lemma.lower() not in _GOING):
        return None
    if _is_where(parse, above):
        return above.i
    beside = (c for c in parse.children(above.i, "obl", "nmod") if c.i < noun.i)
    return next((c.i for c in beside if case_of(parse, c.i) in {"in", "to"} and _is_place(parse, c)), None)


def _is_place(parse: Parse, token: Token) -> bool:
    return any(n.label == "place" and n.start <= token.i < n.end for n in parse.names)


def _is_behind_comma(parse: Parse, token: Token) -> bool:
    case = next((c for c in parse.children(token.i, "case")), token)
    return case.i > 0 and parse.tokens[case.i - 1].text == ","


def _is_persons(parse: Parse, i: int) -> bool:
    """ "Ana Ruiz", "Foreign Minister Ana Ruiz", "the Orlian premier": a person with a name or an office."""
    if parse.tokens[i].tag == "NN" and parse.tokens[i].lemma.lower() in _OFFICES:
        return True
    heads = {i, *(c.i for c in parse.children(i, "appos", "flat", "nmod:desc"))}
    return any(n.label == "person" and n.start <= h < n.end for n in parse.names for h in heads)
