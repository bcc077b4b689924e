"""What is let go or given up that is nobody's freedom and no ground: oil reserves, a demand, a seat at talks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token


def is_let_go(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of release or retreat tells of no person freed, no force and no ground."""
    return found.trigger.event == "RETREAT" and any(rule(parse, found, parts) for rule in _RULES)


_STUFF = frozenset(
    "oil reserve stock stockpile chemical ton tonne gas toxin pollutant waste water smoke fume radiation substance "
    "nationality name identity hometown photo communique statement".split()
)


def _objects(parse: Parse, verb: Token) -> tuple[Token, ...]:
    return parse.children(verb.i, "obj", "nsubj:pass")


def _is_of_stuff(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Release | some of its oil reserves", "released tons of chemicals", "the nationalities of the captives"."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or not verb.is_verb:
        return False
    told = [t for c in _objects(parse, verb) for t in (c, *_of_amount(parse, c))]
    if verb.dep in {"acl", "amod"} and verb.tag == "VBN":
        told.append(parse.tokens[verb.head])  # "a communique | released | on Friday"
    return any(t.lemma.lower() in _STUFF for t in told)


def _of_amount(parse: Parse, token: Token) -> tuple[Token, ...]:
    """ "Some | of its reserves |"."""
    some = token.lower in {"some", "part", "more", "most", "all", "any"}
    return tuple(c for c in parse.children(token.i, "nmod", "obl") if case_of(parse, c.i) == "of") if some else ()


_OFFICES = frozenset("power presidency premiership office throne leadership post".split())


def _is_back_in_office(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The vote | returned | him to power": to an office, and out of nobody's hands."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in {"return", "restore"} or not verb.is_verb:
        return False
    return any(c.lemma.lower() in _OFFICES and case_of(parse, c.i) == "to" for c in parse.children(verb.i, "obl"))


def _is_freed_up(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Should | free up | its ground forces": for another task."""
    verb = parse.tokens[found.head]
    near = parse.children(verb.i, "compound:prt", "advmod")
    return verb.lemma.lower() == "free" and any(c.lower == "up" and c.i == verb.i + 1 for c in near)


def _is_let_us(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Let us go | to another subject"."""
    verb = parse.tokens[found.head]
    return (
        found.trigger.words[:2] == ("let", "go")
        and any(c.lower == "us" for i in found.tokens for c in parse.children(i, "obj", "nsubj"))
        and verb.tag == "VB"
        and not parse.children(verb.i, "nsubj")
    )


_ILL = frozenset("hospital hospitalize hospitalise treatment surgery illness doctor clinic".split())
_HELD = frozenset(
    "prison prisoner detainee inmate jail custody arrest detain captor kidnap hostage captive rebel police court "
    "bail".split()
)


def _is_well_again(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The singer will be | released | in two days. He was taken to hospital with fever": nobody holds him."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "release" or not verb.is_verb or any(p.part == "actor" for p in parts):
        return False
    here = parse.sentence(verb.i)
    near = range(max(here - 1, 0), min(here + 2, len(parse.sentences)))
    words = {t.lemma.lower() for n in near for t in parse.tokens[slice(*parse.sentences[n])]}
    return bool(words & _ILL) and not words & _HELD


_ABSTRACT = frozenset(
    "demand claim decision attempt plan effort idea insistence ambition dream goal bid opposition pursuit right "
    "programme program enrichment name candidacy".split()
)


def _is_of_mind(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Have | given up | their demand for a state", "withdrew his name": what they wanted, and no ground."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "withdraw" or not verb.is_verb:
        return False
    told = _objects(parse, verb)
    told += tuple(c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) == "on")
    return bool(told) and any(c.lemma.lower() in _ABSTRACT for c in told)


_TALKS = frozenset({"talk", "talks", "dialogue", "negotiation", "process", "round", "conference", "council"})


def _is_from_talks(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The dialogue, from which the Front | withdrew |": a seat at a table."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "withdraw" or not verb.is_verb or verb.dep != "acl:relcl":
        return False
    from_which = any(c.tag == "WDT" and case_of(parse, c.i) == "from" for c in parse.children(verb.i, "obl"))
    return from_which and parse.tokens[verb.head].lemma.lower() in _TALKS


_ENDING = frozenset({"suspend", "halt", "stop", "end", "cease", "pause", "freeze", "break"})


def _is_no_truce(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Suspended | all audiences because of the attack", "suspended the cessation of fire": no guns fall silent."""
    verb = parse.tokens[found.head]
    if found.trigger.mode != "ceasefire" or len(found.tokens) == 1 or verb.lemma.lower() not in _ENDING:
        return False
    told = {c.i for c in parse.children(verb.i, "obj", "nsubj:pass", "nsubj")}
    for i in found.tokens:
        chain = (parse.tokens[i], *parse.ancestors(i))
        above = [t for t in chain if t.head == verb.i and t.i != verb.i][:1]
        if any(t.dep in {"obl", "advcl"} and told for t in above):
            return True
    return any(parse.tokens[i].lemma.lower() in {"cessation", "truce", "ceasefire"} for i in told)


def _is_for_a_while(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "To | hand over power | to his deputy for a few hours", "temporarily": he stays in office."""
    near = [c for i in found.tokens for c in parse.children(i, "advmod")]
    return found.trigger.mode == "resign" and any(c.lower in {"temporarily", "briefly"} for c in near)


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_of_stuff,
    _is_back_in_office,
    _is_freed_up,
    _is_let_us,
    _is_well_again,
    _is_of_mind,
    _is_from_talks,
    _is_no_truce,
    _is_for_a_while,
)
