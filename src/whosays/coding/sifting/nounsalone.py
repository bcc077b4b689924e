"""Deeds that a noun tells in passing: its governor, or who is bound up with it, shows that they were done."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse, Token

_PAST = frozenset({"VBD", "VBN"})
_CAUSING = frozenset({"trigger", "spark", "provoke", "prompt", "draw"})
_BROUGHT_ON = frozenset({"aerial", "heavy-weapons", "drone", "visit"})
_AFTER = frozenset({"after", "following"})
_CARRYING_OUT = frozenset({"launch", "conduct", "carry", "mount", "stage"})
_PLURAL = frozenset({"NNS", "NNPS"})
_UPON_SOMEBODY = frozenset({"murder", "assassination", "kidnapping", "abduction"})


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday week weekend yesterday today".split())


def is_of_a_day(owner: Token) -> bool:
    """ "| Monday's | bombings", "last | week's | raids": what happened then, however many there were."""
    return owner.lower in _DAYS


def is_told_by_the_way(
    parse: Parse, found: Found, parts: Sequence[Part], acting: Sequence[Part], labels: dict[int, NameLabel]
) -> bool:
    """Whether a noun tells of a deed that the sentence passes over: ``acting`` are those who are known to do it."""
    token = parse.tokens[found.head]
    if not token.is_noun:
        return False
    return (
        _is_leaving(parse, found, acting, labels)
        or (bool(acting) and _is_brought_on(parse, found, token))
        or (bool(parts) and _is_protest_before(parse, found, token))
        or _is_scene_of_harm(parse, found, token, labels)
        or _is_carried_out(parse, found, token, labels)
        or _is_of_one_person(parse, found, parts)
        or (bool(acting) and (_is_felt(parse, found, token) or _is_going_on(parse, found, token)))
    )


def _is_leaving(parse: Parse, found: Found, acting: Sequence[Part], labels: dict[int, NameLabel]) -> bool:
    """ "Amid the snow and | the resignation | of the defence minister, Ana Ruiz": a man of name has left."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "resign" or token.tag != "NN":
        return False
    pointed = any(c.lower == "the" for c in parse.children(token.i, "det"))
    pointed = pointed or bool(parse.children(token.i, "nmod:poss"))
    return pointed and any(_is_called_by_name(parse, p.head, labels) for p in acting)


def _is_called_by_name(parse: Parse, head: int, labels: dict[int, NameLabel]) -> bool:
    near = (parse.tokens[head], *parse.children(head, "appos", "flat", "nmod:desc"))
    return any(labels.get(t.i) == "person" for t in near)


def _is_brought_on(parse: Parse, found: Found, token: Token) -> bool:
    """ "An ambush that | led to French airstrikes |", "it prompted Ruiz's tour of the mills": it came to that."""
    if found.trigger.mode not in _BROUGHT_ON:
        return False
    verb = parse.tokens[token.head]
    caused = verb.lemma.lower() in _CAUSING and token.dep == "obj"
    led = verb.lemma.lower() == "lead" and token.dep == "obl" and case_of(parse, token.i) == "to"
    return (caused or led) and verb.tag in _PAST and not parse.children(verb.i, "aux")


def _is_protest_before(parse: Parse, found: Found, token: Token) -> bool:
    """ "Was dismissed | following protests against the dam |": what something came after was held."""
    if found.trigger.mode != "demo" or token.dep != "obl" or case_of(parse, token.i) not in _AFTER:
        return False
    verb = parse.tokens[token.head]
    return verb.is_verb and verb.tag in _PAST and verb.dep not in {"xcomp", "ccomp"}


def _is_scene_of_harm(parse: Parse, found: Found, token: Token, labels: dict[int, NameLabel]) -> bool:
    """ "Nine were killed | in violent protests in Orli |", "was hurt during | protests against the dam |"."""
    if found.trigger.mode != "demo" or token.dep not in {"obl", "nmod"}:
        return False
    if token.tag not in _PLURAL or case_of(parse, token.i) not in {"in", "during"} or parse.children(token.i, "det"):
        return False
    harm = parse.tokens[token.head]
    if harm.lemma.lower() not in _HARMED or (harm.is_verb and harm.tag not in _PAST):
        return False
    below = parse.children(token.i, "nmod") + tuple(c for c in parse.children(harm.i, "obl") if c.i > token.i)
    where = any(labels.get(c.i) in {"place", "facility"} for c in below)
    return where or any(case_of(parse, c.i) in {"against", "over"} for c in below)


_HARMED = frozenset("kill injure wound hurt arrest detain die shoot dead".split())


def _is_carried_out(parse: Parse, found: Found, token: Token, labels: dict[int, NameLabel]) -> bool:
    """ "The airstrikes | already launched in Yemen |": where they were flown is told by the verb beside them."""
    if found.trigger.event != "ASSAULT" or found.trigger.mode is None or token.tag not in _PLURAL:
        return False
    above = parse.tokens[token.head]
    # "that airstrikes | launched in Kest | had failed": a tree may take what is said of them for the sentence
    misled = token.dep.startswith("nsubj") and above.tag == "VBN" and not parse.children(above.i, "aux", "aux:pass")
    for verb in (above,) if misled else parse.children(token.i, "acl"):
        if verb.lemma.lower() not in _CARRYING_OUT or verb.tag not in _PAST:
            continue
        for place in parse.children(verb.i, "obl"):
            if case_of(parse, place.i) in {"in", "on", "against"} and labels.get(place.i) in {"place", "facility"}:
                return True
    return False


_FORCING = frozenset({"force", "compel", "oblige", "drive"})
_GOING_ON = frozenset({"ongoing", "continuing", "renewed"})


def _is_felt(parse: Parse, found: Found, token: Token) -> bool:
    """ "| Rebel attacks | forced the firm to shut two mills": what somebody had to do for them shows them done."""
    verb = parse.tokens[token.head]
    if found.trigger.event != "ASSAULT" or token.dep != "nsubj" or verb.lemma.lower() not in _FORCING:
        return False
    return verb.tag in _PAST and bool(parse.children(verb.i, "obj")) and bool(parse.children(verb.i, "xcomp"))


def _is_going_on(parse: Parse, found: Found, token: Token) -> bool:
    """ "Banned the press | amid an ongoing offensive by Orland |", "a blockade by": under way, and by whom."""
    if found.trigger.event not in {"ASSAULT", "COERCE"} or case_of(parse, token.i) not in {"amid", "during"}:
        return False
    by = any(case_of(parse, c.i) == "by" for c in parse.children(token.i, "nmod"))
    blockade = token.lemma.lower() in {"blockade", "siege"}
    return by and (blockade or any(c.lower in _GOING_ON for c in parse.children(token.i, "amod")))


def _is_of_one_person(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The murder | of another bride |": who is murdered is somebody, though no list knows the word."""
    if found.trigger.words[0] not in _UPON_SOMEBODY:
        return False
    return any(
        p.part == "recipient"
        and parse.tokens[p.head].tag == "NN"
        and any(c.lower in {"a", "an", "another"} for c in parse.children(p.head, "det"))
        for p in parts
    )
