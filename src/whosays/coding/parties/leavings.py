"""The land that troops leave and whose fire falls silent: "pulled out | of the Gaza Strip |", "halted a march on Kest".

Each rule sees the deed with the parts found so far; none speaks where somebody or something is told on which it fell.
A state that is left is a party (see ``partners``); other land is left as a thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Knowledge, Parts, has_part
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_LANDS = frozenset(
    "territory strip peninsula enclave region area province district island town city village capital valley".split()
)
_HELD = frozenset(
    "base outpost post position airport airfield airbase checkpoint settlement land crossing camp".split()
)
_LEAVING = frozenset({"leave", "flee", "quit", "abandon", "vacate", "desert", "exit"})


def left_land(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The towns and lands that troops leave, each as a target; whose "the country" is, its words do not tell."""
    if found.trigger.event != "RETREAT" or found.trigger.mode != "withdraw":
        return []
    if has_part(parts, "recipient", "target") or not has_part(parts, "actor", "participant"):
        return []
    own = {parse.tokens[i].lower for p in parts for i in parse.subtree(p) if parse.tokens[i].text[:1].isupper()}
    talk = found.trigger.pos == "noun" and all(p.slot == "poss" for p in parts.values())  # "her retreat from the area"
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    for head in dict.fromkeys(_places(parse, found, parts)):
        token = parse.tokens[head]
        if head in states:
            return []
        if token.lower in own or head in parts or head in found.tokens:
            continue
        if knowledge[1].get(head) == "place":
            return [Part(head, "target", "thing", "from")]
        land = token.lower in _LANDS or (token.tag.startswith("NNP") and token.lower in {"bank", "heights"})
        if land and not talk and any(c.lower in {"the", "that"} for c in parse.children(head, "det")):
            return [Part(head, "target", "thing", "from")]
        if token.lemma.lower() in _LANDS | _HELD and not talk and _is_told_which(parse, head, knowledge):
            return [Part(h, "target", "thing", "from") for h in conjuncts(parse, head)]
    return []


_HALTED = frozenset({"attack", "offensive", "operation", "assault", "shelling", "strike", "raid", "bombardment"})


def spared(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """ "Halted an offensive | against the rebels |", "suspended attacks | on a town |": on whom no more force falls."""
    if found.trigger.mode != "ceasefire" or found.trigger.pos != "verb" or has_part(parts, "recipient", "target"):
        return []
    deeds = [parse.tokens[i] for i in (*found.tokens, *found.slots.get("object", ()))]
    told: list[Part] = []
    for deed in (d for d in dict.fromkeys(deeds) if d.dep == "obj" and d.lemma.lower() in _HALTED):
        for whom in (c for c in parse.children(deed.i, "nmod") if case_of(parse, c.i) in {"on", "against"}):
            suffering = (sorted_in(parse, h, ("on", "recipient", found), knowledge) for h in conjuncts(parse, whom.i))
            told += [p for p in suffering if p is not None and p.part in {"recipient", "target"}]
    return told


_NAMED = frozenset({"place", "nationality", "organisation"})
_SEIZED = frozenset({"disputed", "occupied", "captured", "seized", "annexed"})


def _is_told_which(parse: Parse, head: int, knowledge: Knowledge) -> bool:
    """ "From | West Bank | towns", "from | disputed | land", "two bases | in Veldia |"; but "from its bases"."""
    before = parse.children(head, "compound", "amod", "nmod:poss")
    inside = [c for c in parse.children(head, "nmod") if case_of(parse, c.i) in {"in", "at", "near"}]
    whose = (c for c in (*before, *inside) if c.tag != "PRP$")
    return any(knowledge[1].get(c.i) in _NAMED or c.lower in _SEIZED for c in whose)


def _places(parse: Parse, found: Found, parts: Parts) -> Iterator[int]:
    """What stands behind "from" or "out of", at the deed's own word or at those who are moved."""
    yield from found.slots.get("from", ())
    if found.trigger.pos == "verb" and parse.tokens[found.head].lemma.lower() in _LEAVING:
        yield from found.slots.get("object", ())
    if found.trigger.pos == "verb":
        yield from (h for h in found.slots.get("of", ()) if _is_out_of(parse, h))
    moved = [h for h, p in parts.items() if p.part == "participant" or p.slot == "of"]
    of_them = (c for h in found.slots.get("object", ()) for c in parse.children(h, "nmod"))
    moved += [c.i for c in of_them if case_of(parse, c.i) == "of"]  # "a third of its troops | from Veldia |"
    for head in (found.head, *found.slots.get("object", ()), *moved):
        yield from (c.i for c in parse.children(head, "nmod", "obl") if case_of(parse, c.i) == "from" and c.i > head)


def _is_out_of(parse: Parse, head: int) -> bool:
    cases = parse.children(head, "case")
    return any("out" in {c.lower, parse.tokens[c.i - 1].lower} for c in cases)
