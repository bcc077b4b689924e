"""Deeds done to anybody, done by anybody, or only spoken of: no row of a single one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_WARDING = frozenset({"prevent", "stop", "deter", "combat", "counter", "avoid", "avert", "repel", "thwart", "halt"})
_ASKING = frozenset({"poll", "survey", "study"})
_FINDING = frozenset({"show", "indicate", "suggest", "find", "predict", "forecast"})
_LIVING_ON = frozenset({"depend", "rely", "benefit", "live", "subsist", "survive"})
_PEOPLE = frozenset({"people", "folk", "folks"})


def is_of_anybody(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word tells of what befalls people at large, is warded off, polled, lived on, or nobody's."""
    return (
        _befalls_people(parse, found, parts)
        or _is_warded_off(parse, found, parts)
        or _is_polled(parse, found)
        or _is_lived_on(parse, found)
        or _is_asked_of_anyone(parse, found)
        or _is_of_old(parse, found)
        or _is_seldom(parse, found)
        or _is_commandment(parse, found)
        or _is_wondered(parse, found)
    )


def _is_wondered(parse: Parse, found: Found) -> bool:
    """ "| Who would | kill a man at prayer?": nobody, the question says."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if not any(c.lower == "who" for c in parse.children(verb.i, "nsubj")):
        return False
    would = any(c.lower in {"would", "could", "can"} for c in parse.children(verb.i, "aux"))
    _, end = parse.sentences[parse.sentence(verb.i)]
    return would and any(t.text == "?" for t in parse.tokens[verb.i : end])


_OUGHT = frozenset({"may", "must", "should", "can", "shall", "cannot"})


def _is_commandment(parse: Parse, found: Found) -> bool:
    """ "| One | may not kill", "are forbidden | to kill one another |": a rule for all, and no deed."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if any(c.lower == "one" and not parse.children(c.i) for c in parse.children(verb.i, "nsubj")):
        return any(c.lower in _OUGHT for c in parse.children(verb.i, "aux"))
    above = parse.tokens[verb.head]
    barred = above.tag == "VBN" and any(c.lower in {"is", "are"} for c in parse.children(above.i, "aux:pass"))
    if not barred or above.lemma.lower() not in {"prohibit", "forbid", "bar", "ban"}:
        return False
    others = [c for c in parse.children(verb.i, "obj") if c.lower in {"one", "each"}]
    return any(t.lower in {"another", "other"} for c in others for t in parse.children(c.i))


def _is_seldom(parse: Parse, found: Found) -> bool:
    """ "Gunmen | rarely | shoot bakers", "raids are | seldom | made by women": how often it happens at all."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if found.trigger.event != "ASSAULT" or not any(
        c.lower in {"rarely", "seldom"} for c in parse.children(verb.i, "advmod")
    ):
        return False
    now = {c.lower for c in parse.children(verb.i, "aux:pass", "aux")} & {"is", "are", "will", "do", "does"}
    return verb.tag in {"VBP", "VBZ"} or bool(now)


def _befalls_people(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "People get arrested there", "when people are shot": nobody in particular, at no time."""
    verb = parse.tokens[found.head]
    beside = [c for c in parse.children(verb.i, "aux", "aux:pass") if c.tag in {"VBP", "VBZ"}]
    if verb.tag != "VBN" or not beside:
        return False
    subjects = parse.children(verb.i, "nsubj:pass", "nsubj")
    bare = bool(subjects) and all(s.lower in _PEOPLE and not _is_described(parse, s) for s in subjects)
    always = any(c.lemma.lower() == "get" for c in beside)
    marks = {c.lower for c in parse.children(verb.i, "mark", "advmod")}
    others = [p for p in parts if p.part in {"actor", "recipient"} and p.head not in {s.i for s in subjects}]
    return bare and not others and (always or bool(marks & {"when", "whenever", "where", "if"}))


def _is_described(parse: Parse, noun: Token) -> bool:
    return bool(parse.children(noun.i, "det", "nummod", "amod", "nmod", "nmod:poss", "acl", "acl:relcl"))


def _is_warded_off(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A shield aimed at preventing | attacks | by terrorists": whoever might make them."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if token.tag != "NNS" or token.dep != "obj" or verb.lemma.lower() not in _WARDING:
        return False
    if parse.children(token.i, "det", "nummod", "nmod:poss") or not _is_aim(parse, verb):
        return False
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor" and p.slot != "subject"]
    return all(t.tag == "NNS" and not parse.children(t.i, "det", "nummod") for t in acting)


def _is_aim(parse: Parse, verb: Token) -> bool:
    marks = {c.lower for c in parse.children(verb.i, "mark", "case")}
    return (verb.tag == "VBG" and bool(marks & {"at", "of", "for", "towards"})) or (verb.tag == "VB" and "to" in marks)


def _is_polled(parse: Parse, found: Found) -> bool:
    """ "Polls show that most citizens plan | to vote against the treaty": what people say they will do."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    above = [a for a in parse.ancestors(verb.i) if a.lemma.lower() in _FINDING and a.i < verb.i]
    polls = {c.lemma.lower() for a in above for c in parse.children(a.i, "nsubj")}
    if not polls & _ASKING:
        return False
    modal = any(c.lower in {"will", "would"} for c in parse.children(verb.i, "aux"))
    return modal or (verb.tag == "VB" and any(c.lower == "to" for c in parse.children(verb.i, "mark")))


def _is_lived_on(parse: Parse, found: Found) -> bool:
    """ "The economy depends on | financial aid | from abroad": a state of things."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    standing = verb.tag in {"VBZ", "VBP"} and verb.lemma.lower() in _LIVING_ON
    return found.trigger.event == "AID" and not token.is_verb and token.dep == "obl" and standing


def _is_asked_of_anyone(parse: Parse, found: Found) -> bool:
    """ "Who says anyone wants | to kill a baker |?": nobody is said to."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    while verb.dep == "xcomp" and verb.head != verb.i:
        verb = parse.tokens[verb.head]
        if any(c.lower in {"anyone", "anybody"} for c in parse.children(verb.i, "nsubj")):
            return True
    return False


_OLD = re.compile(r"1[0-8]\d\d")


def _is_of_old(parse: Parse, found: Found) -> bool:
    """ "The Mongol invasion | of 1236", "invaded it in 43 AD and | killed | a king": a thing of history books."""
    heads = {found.head} if found.carrier is None else {found.head, found.carrier}
    if parse.tokens[found.head].dep == "conj" and parse.tokens[found.head].is_verb:
        heads.add(parse.tokens[found.head].head)
    dates = [c for h in heads for c in parse.children(h, "nmod", "obl", "nummod", "compound", "nmod:unmarked")]
    return any(
        (_OLD.fullmatch(c.text) or _is_of_era(parse, c)) and case_of(parse, c.i) in {"of", "in", "since", "during", ""}
        for c in dates
        if not parse.children(c.i, "nmod") and c.tag in {"CD", "NN", "NNP"}
    )


def _is_of_era(parse: Parse, year: Token) -> bool:
    """ "In | 43 AD |", "in 52 BC"."""
    around = parse.tokens[max(year.i - 1, 0) : year.i + 2]
    return any(t.text in _ERAS for t in around) and any(t.text.isdigit() for t in around)


_ERAS = frozenset({"AD", "BC", "BCE", "CE", "A.D.", "B.C."})
