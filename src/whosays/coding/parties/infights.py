"""Who killed those that fell in a fight which only its own words tell: "killed in a fight | with rebels |".

Also who set the trap that they fell into, and in whose coup somebody was ousted. Only where no doer is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_FIGHTS = frozenset(
    "fight confrontation battle clash shootout shoot-out gunbattle gunfight firefight fighting skirmish encounter "
    "standoff combat scuffle struggle melee".split()
)
_FIGHTING = frozenset({"fight", "grapple", "struggle", "clash", "battle", "scuffle", "wrestle", "skirmish", "tussle"})
_TRAPS = frozenset({"ambush", "trap", "attack", "operation", "raid", "explosion", "blast", "assault"})
_SETTING = frozenset({"set", "lay", "stage", "carry", "mount", "launch", "conduct", "cause", "prepare"})
_OUSTING = frozenset({"oust", "depose", "topple", "overthrow", "unseat", "remove", "install"})
_FELL = frozenset({"die", "fall", "perish"})
_IN = frozenset({"in", "during"})


def in_fights(telling: Telling) -> Iterator[int]:
    """ "Was killed in a shootout | with police |", "in an ambush set by | rebels |", "ousted in a | Front | coup"."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "ASSAULT" or has_part(parts, "actor"):
        return
    verb = parse.tokens[found.head]
    if verb.is_noun and verb.dep == "obl" and case_of(parse, verb.i) in _IN:
        yield from _with_whom(parse, verb)
        return
    if not verb.is_verb or not (is_passive(parse, verb.i) or verb.lemma.lower() in _FELL):
        return
    for there in parse.children(verb.i, "obl"):
        if case_of(parse, there.i) not in _IN or there.i < verb.i:
            continue
        yield from _with_whom(parse, there)
        if there.lemma.lower() in _TRAPS:
            laid = [c for c in parse.children(there.i, "acl") if c.tag == "VBN" and c.lemma.lower() in _SETTING]
            yield from (a.i for c in laid for a in parse.children(c.i, "obl:agent"))
        if there.lemma.lower() == "coup" and verb.lemma.lower() in _OUSTING:
            times = {i for t in parse.times for i in range(t.start, t.end)}
            beside = [c for c in parse.children(there.i, "compound", "amod") if c.i not in times]
            named = (c for c in beside if c.tag.startswith("NNP") and labels.get(c.i) != "place")
            yield from (c.i for c in (*named, *(c for c in beside if c.lower in {"military", "army"})))
    for clause in parse.children(verb.i, "advcl"):
        while_ = {m.lower for m in parse.children(clause.i, "mark", "advmod")} & {"while", "when"}
        if clause.lemma.lower() in _FIGHTING and while_:
            yield from (c.i for c in parse.children(clause.i, "obl") if case_of(parse, c.i) in {"with", "against"})


_ARMS = frozenset("gunfire fire shell missile rocket bomb shot shelling round cannon mortar".split())


def fired_from(telling: Telling) -> Iterator[int]:
    """ "Gunfire from a | Peruvian | warship killed a diver", "one of | its | bombs killed two": whose arms they are."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "ASSAULT" or has_part(parts, "actor"):
        return
    verb = parse.tokens[found.head]
    arms = [c for c in parse.children(verb.i, "nsubj") if verb.is_verb]
    if verb.dep == "conj" and not arms:  # "missed its target and | killed | two"
        arms = list(parse.children(verb.head, "nsubj"))
    if not verb.is_verb and verb.lemma.lower() in _ARMS:
        arms = [verb]
    ones = [c for a in arms if a.lower == "one" for c in parse.children(a.i, "nmod") if case_of(parse, c.i) == "of"]
    for arm in (*arms, *ones):
        if arm.lemma.lower() not in _ARMS:
            continue
        yield from (c.i for c in parse.children(arm.i, "nmod:poss") if c.tag == "PRP$")
        for craft in parse.children(arm.i, "nmod"):
            if case_of(parse, craft.i) == "from":
                owners = parse.children(craft.i, "amod", "compound", "nmod:poss")
                yield from (c.i for c in owners if labels.get(c.i) in {"nationality", "organisation"})


def _with_whom(parse: Parse, fight: Token) -> Iterator[int]:
    """Who stands behind "with", below the fight or on the verb right behind it."""
    if fight.lemma.lower() not in _FIGHTS:
        return
    below = parse.children(fight.i, "nmod")
    behind = [c for c in parse.children(fight.head, "obl") if c.i > fight.i and _follows(parse, c, fight)]
    yield from (c.i for c in (*below, *behind) if case_of(parse, c.i) == "with")


def _follows(parse: Parse, phrase: Token, fight: Token) -> bool:
    cases = [c.i for c in parse.children(phrase.i, "case")]
    return bool(cases) and cases[0] == fight.i + 1
