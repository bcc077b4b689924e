"""On what a curfew or a state of emergency lies, where a place is told: "declared martial law | in Kest |"."""

from __future__ import annotations

from whosays.coding.words.byphrases import Knowledge, Parts, has_part
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_HELD_IN = frozenset({"curfew", "martial-law"})
_NATURE = frozenset(
    {"disease", "outbreak", "epidemic", "flood", "flooding", "storm", "hurricane", "cyclone", "earthquake", "drought"}
)
_WHERE = frozenset({"in", "throughout", "across"})


def shut_in(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The states and towns in which people are told to stay indoors: a state as a party, a town as a thing."""
    if found.trigger.event != "COERCE" or found.trigger.mode not in _HELD_IN or has_part(parts, "recipient", "target"):
        return []
    if not has_part(parts, "actor"):
        start, end = parse.sentences[parse.sentence(found.head)]
        if any(t.lemma.lower() in _NATURE for t in parse.tokens[start:end]):
            return []  # "an emergency is declared in Peru | due to a disease |": no deed of anybody against anybody
    states = {n.end - 1 for n in parse.names if n.kind == "state"}
    own = [i for i in (found.head, *found.tokens) if not parse.tokens[i].is_verb or i == found.head]
    for head in dict.fromkeys(own):
        for place in parse.children(head, "obl", "nmod"):
            if place.i < head or case_of(parse, place.i) not in _WHERE or knowledge[1].get(place.i) != "place":
                continue
            kinds = ((h, h in states) for h in conjuncts(parse, place.i) if h not in parts)
            return [
                Part(h, "recipient" if state else "target", "organisation" if state else "thing", "on")
                for h, state in kinds
            ]
    return []
