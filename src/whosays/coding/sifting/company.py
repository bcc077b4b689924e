"""Meetings and trips that are nobody's dealings: with a doctor, with fans, with anyone at all, on a holiday."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_HEALERS = frozenset(
    "doctor physician paediatrician pediatrician dentist therapist psychiatrist psychologist counsellor counselor "
    "midwife pharmacist veterinarian vet surgeon dermatologist cardiologist nutritionist specialist".split()
)
_ADMIRERS = frozenset("fan admirer reader viewer shopper customer audience classmate schoolmate".split())
_ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody"})
_PRIVATE = frozenset(
    "soldier student pupil teacher tourist couple family fan worker employee pilgrim traveller traveler passenger "
    "driver resident athlete singer actor actress footballer climber businessman nurse engineer sailor "
    "holidaymaker backpacker patient teenager teen schoolboy schoolgirl".split()
)
_FOLK = frozenset({"people", "persons", "residents", "citizens", "anyone", "those", "everyone"})
_WEB = re.compile(r"www\.|https?:|\.(?:com|org|net|gov|edu|info|co|tv|html?|php)\b", re.IGNORECASE)
_JOURNEYS = frozenset({"trip", "tour", "voyage", "journey"})


def is_company(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of talks or of a visit tells of people who speak for nobody."""
    if (found.trigger.event, found.trigger.mode) == ("REJECT", "meet"):
        return _is_private_trip_put_off(parse, found, parts)
    return found.trigger.event == "CONSULT" and any(rule(parse, found, parts) for rule in _RULES)


def _is_private_trip_put_off(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Told sick people | to put off their trips |"."""
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    told = any(c.lemma.lower() in _JOURNEYS for c in parse.children(found.head, "obj"))
    if told and any(t.lemma.lower() in {"team", "squad", "band", "side"} for t in acting):
        return True
    forcing = parse.tokens[parse.tokens[found.head].head]
    by = parse.children(forcing.i, "nsubj") if forcing.lemma.lower() in {"force", "oblige", "cause"} else ()
    if any(c.lemma.lower() in _MISCHANCES for c in by):
        return True  # "bad weather forced him | to cancel | a visit"
    return told and bool(acting) and all(_is_private(t) or t.lower in _FOLK for t in acting)


_MISCHANCES = frozenset("weather storm fog snow illness flu injury fever rain hurricane eruption".split())


def _is_with_healer(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Should | consult | a physician", "met her doctors": about nobody's health but their own."""
    healers = [parse.tokens[p.head] for p in parts if parse.tokens[p.head].lemma.lower() in _HEALERS]
    if not healers or not parse.tokens[found.head].is_verb:
        return False
    asked = found.trigger.words[0] == "consult"
    return asked or any(c.tag == "PRP$" for t in healers for c in parse.children(t.i, "nmod:poss"))


def _is_with_fans(parse: Parse, _found: Found, parts: Sequence[Part]) -> bool:
    """ "The singer will | meet | her fans at the mill"."""
    return any(parse.tokens[p.head].lemma.lower() in _ADMIRERS for p in parts)


def _is_with_anyone(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Has never | met | anyone prouder of her town"."""
    told = parse.children(found.head, "obj", "obl")
    return parse.tokens[found.head].is_verb and any(c.lower in _ANYONE for c in told)


def _is_private_trip(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A soldier lost his passport during | a trip to Lima", "the pupils fell ill during their trip"."""
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    if found.trigger.mode != "visit" or not acting:
        return False
    return all(_is_private(t) or _is_of_private(parse, found, t) for t in acting)


def _is_private(token: Token) -> bool:
    return token.lemma.lower() in _PRIVATE and token.tag in {"NN", "NNS"}


def _is_of_private(parse: Parse, found: Found, token: Token) -> bool:
    """ "| Their | trip": of the pupils, whom the same clause names; "people" who are on one are no delegation."""
    if parse.tokens[found.head].lemma.lower() not in _JOURNEYS:
        return False
    if token.lower == "people":
        return True
    if not token.tag.startswith("PRP"):
        return False
    above = [a for a in parse.ancestors(token.i) if a.is_verb][:1]
    subjects = [c for a in above for c in parse.children(a.i, "nsubj", "nsubj:pass")]
    told = [t for c in subjects for t in (c, *parse.children(c.i, "conj"))]
    return bool(told) and all(_is_private(t) for t in told)


_LOCAL = frozenset(
    "city town county village parish borough municipal school district planning zoning library park water "
    "college university hospital housing neighbourhood neighborhood".split()
)
_BOARDS = frozenset({"council", "board", "commission", "committee", "trustee", "member", "councillor", "councilor"})
_CITIZENS = frozenset({"parent", "resident", "teacher", "student", "neighbour", "neighbor", "homeowner", "shopkeeper"})


def _is_local_board(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The town council | met | on Monday", "the school board will meet parents": as it does every month."""
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    boards = [t for t in acting if _is_board(parse, t)]
    others = [t for t in acting if t not in boards]
    return bool(boards) and all(t.lemma.lower() in _CITIZENS for t in others) and found.trigger.mode != "visit"


def _is_board(parse: Parse, token: Token) -> bool:
    before = {c.lower for c in parse.children(token.i, "compound", "amod")}
    return token.lemma.lower() in _BOARDS and bool(before & _LOCAL)


def _is_told_to_reader(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "For more news | visit | our pages", "Breadblog.com": whoever reads it."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or found.trigger.mode != "visit":
        return False
    if any(_WEB.search(parse.tokens[p.head].text) for p in parts):
        return True
    told = not parse.children(verb.i, "nsubj", "nsubj:pass", "aux", "mark")
    return told and verb.tag in {"VB", "VBP"} and verb.dep in {"root", "parataxis"} and not _is_acting(parts)


def _is_acting(parts: Sequence[Part]) -> bool:
    return any(p.part == "actor" for p in parts)


def _is_met_with_arms(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The guards were | met | by gunmen who threw stones": fought, and not talked with."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "meet" or not parse.children(verb.i, "aux:pass"):
        return False
    agents = [c for c in parse.children(verb.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
    return any(c.i in parse.armed or _ATTACKING & _deeds_of(parse, c) for c in agents)


_ATTACKING = frozenset("throw hurl fire shoot lob shell wield brandish attack pelt".split())


def _deeds_of(parse: Parse, noun: Token) -> frozenset[str]:
    return frozenset(c.lemma.lower() for c in parse.children(noun.i, "acl", "acl:relcl"))


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_with_healer,
    _is_with_fans,
    _is_with_anyone,
    _is_private_trip,
    _is_local_board,
    _is_told_to_reader,
    _is_met_with_arms,
)
