"""Whose the prison is that somebody sits in or comes free from: "freed from | Danish | custody", "in a | U.S. | jail".

Only where nobody is told to hold or to free him.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Token

_HANDS = frozenset({"custody", "captivity", "detention"})
_HOUSES = frozenset({"prison", "jail", "jails", "prisons", "penitentiary", "lockup"})
_SITES = frozenset({"center", "centre", "facility", "camp", "cell", "cells", "facilities", "camps"})
_FOR_CAPTIVES = frozenset({"detention", "prison", "jail", "internment", "military", "immigration"})
_KEEPING = frozenset({"hold", "detain", "imprison", "jail", "keep", "incarcerate", "lock"})
_POLICE = frozenset({"police", "army", "military"})


def kept_by(telling: Telling) -> Iterator[int]:
    """ "Is held in a | Danish | jail", "was freed from | police | custody": whoever runs it holds and frees him."""
    parse, found, _, (_, labels) = telling
    verb = parse.tokens[found.head]
    freed = found.trigger.mode == "release" and found.trigger.event == "RETREAT"
    if not (freed or found.trigger.mode == "arrest") or not verb.is_verb or not is_passive(parse, verb.i):
        return
    if not freed and verb.lemma.lower() not in _KEEPING:
        return
    cases = {"from"} if freed else {"in", "at"}
    houses = [c for c in parse.children(verb.i, "obl") if c.i > verb.i and case_of(parse, c.i) in cases]
    for house in (h for h in houses if _keeps(telling, h, freed=freed)):
        for whose in parse.children(house.i, "amod", "compound", "nmod:poss"):
            short = whose.text.isupper() and labels.get(whose.i) == "place"  # "U.S. custody"; no "Lima prison"
            owned = whose.dep == "nmod:poss" and labels.get(whose.i) == "place"
            if short or owned or labels.get(whose.i) == "nationality" or (whose.lower in _POLICE and freed):
                yield whose.i
                return


_FREEING = frozenset({"release", "free", "liberate", "set"})
_OVER_OTHERS = frozenset({"court", "judge", "tribunal", "parliament", "president", "king", "mediator", "commando"})


def freed_by(telling: Telling) -> Iterator[int]:
    """ "| Peru | released six cooks who had been detained": whoever sets them free had them, where nobody else did."""
    parse, found, _, _ = telling
    held = parse.tokens[found.head]
    if found.trigger.mode != "arrest" or held.dep not in {"acl", "acl:relcl"} or held.tag != "VBN":
        return
    if held.lemma.lower() not in _KEEPING or any(case_of(parse, c.i) == "by" for c in parse.children(held.i)):
        return
    whom = parse.tokens[held.head]
    freeing = parse.tokens[whom.head]
    passive = is_passive(parse, freeing.i)
    if freeing.lemma.lower() not in _FREEING or whom.dep != ("nsubj:pass" if passive else "obj"):
        return
    freers = parse.children(freeing.i, "obl:agent" if passive else "nsubj")
    if passive:  # "was set | free by the guards"
        freers += tuple(a for x in parse.children(freeing.i, "xcomp") for a in parse.children(x.i, "obl:agent"))
    yield from (c.i for c in freers if c.lemma.lower() not in _OVER_OTHERS and c.tag.startswith("NN"))


def _keeps(telling: Telling, house: Token, *, freed: bool) -> bool:
    """Whether a house is one for captives; hands are not looked at where the arrest's own rule does so."""
    if house.lower in _HANDS:
        return freed
    beside = {c.lower for c in telling[0].children(house.i, "compound", "amod")}
    return house.lower in _HOUSES or (house.lower in _SITES and bool(beside & _FOR_CAPTIVES))
