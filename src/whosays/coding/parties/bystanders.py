"""Who stands by and is no party: whoever is invaded, speaks of a meeting, or is listed after another's clause."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse, Token

_INVADING = frozenset({"invasion"})


def invaded(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "Planned the | Orland | invasion": the land that is invaded; but "the US | invasion of Orland"."""
    if found.trigger.words[-1] not in _INVADING or any(found.slots.get(s) for s in ("of", "by", "against")):
        return
    for head, part in list(parts.items()):
        name = parse.tokens[head]
        before = part.slot == "compound" and labels.get(head) == "place" and not name.text.replace(".", "").isupper()
        if part.part == "actor" and before:
            parts[head] = msgspec.structs.replace(part, part="target", kind="thing")


_BLASTS = frozenset({"blast", "explosion", "bombing", "shooting"})
_SEVERAL = frozenset({"twin", "double", "triple", "dual"})


def placed_before(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "The toll of the | Orland | blast": where it was; but "the | US | bombing of a mill". And "| twin | blasts"."""
    noun = parse.tokens[found.head]
    if noun.is_verb or found.trigger.words[-1] not in _BLASTS | _UPON_TOWNS:
        return
    blast = found.trigger.words[-1] in _BLASTS
    upon = any(found.slots.get(s) for s in ("of", "against", "on"))
    for head, part in list(parts.items()):
        name = parse.tokens[head]
        place = labels.get(head) == "place" and blast
        place = (place or _is_scene(parse, name, labels)) and not upon and not name.text.replace(".", "").isupper()
        before = part.slot in {"compound", "amod"} and name.tag != "JJ"  # "the | Orlandish | bombing"
        if before and part.part == "actor" and (place or name.lower in _SEVERAL):
            del parts[head]


def held_in_town(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "The | Orli Conference | ended", where Orli is told as a town: a meeting by its name, and nobody in it."""
    if found.trigger.event != "CONSULT" or parse.tokens[found.head].is_verb:
        return
    whole = next((n for n in parse.names if n.start < found.head < n.end and n.label == "organisation"), None)
    if whole is None:
        return
    towns = {parse.tokens[n.start].text for n in parse.names if n.label == "place" and n.end == n.start + 1}
    for head in [h for h, p in parts.items() if p.slot in {"compound", "amod"} and whole.start <= h < whole.end]:
        if parse.tokens[head].text in towns and found.head - whole.start == 1:
            del parts[head]


_IN_LANDS = frozenset({"genocide", "coup", "uprising", "revolt", "rebellion"})


def befell_land(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "Planned | Orland |'s 1994 genocide", "the rebels behind | Orland |'s coup": the land that it was in.

    Where somebody else did it, or the year says which one of that land's is meant.
    """
    noun = parse.tokens[found.head]
    if noun.is_verb or noun.lemma.lower() not in _IN_LANDS or any(found.slots.get(s) for s in ("of", "against", "on")):
        return
    dated = any(c.tag == "CD" for c in parse.children(noun.i))
    for head in [h for h, p in parts.items() if p.part == "actor" and p.slot == "poss" and labels.get(h) == "place"]:
        if dated or any(p.part == "actor" for h, p in parts.items() if h != head):
            del parts[head]


_UPON_TOWNS = frozenset({"shelling", "massacre", "siege"})


def _is_scene(parse: Parse, name: Token, labels: Mapping[int, NameLabel]) -> bool:
    """ "The | Orli | shelling", where the report tells of "a market | in Orli |"."""
    told = (t for t in parse.tokens if t.text == name.text and t.i != name.i and labels.get(t.i) == "place")
    return any(case_of(parse, t.i) in {"in", "at", "near"} for t in told)


_STRUCK = frozenset({"bombing", "attack", "shooting", "arson", "siege", "blast", "explosion"})
_HOUSES = frozenset(
    """embassy consulate clinic mosque church school hospital hotel synagogue temple airport market nightclub mall
    bazaar restaurant cafe university college shrine cathedral monastery theatre theater
    stadium wedding funeral airliner bus train ferry subway metro railway tram""".split()
)


def housed_before(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "The | embassy | bombings in May", "a | mosque | attack": what was struck, where nothing else tells it.

    In "the | Orlandish | market attack" the land is that of the market, and nobody's who attacked it.
    """
    noun = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or noun.is_verb or noun.lemma.lower() not in _STRUCK:
        return
    if any(found.slots.get(s) for s in ("of", "against", "on", "at")) or any(
        p.part == "target" for p in parts.values()
    ):
        return
    told = bool(parts) or noun.dep in {"nsubj", "nsubj:pass"} or bool(parse.children(noun.i, "acl:relcl"))
    for house in (
        parse.children(noun.i, "compound") if told and noun.dep != "conj" else ()
    ):  # not "tied it to | the embassy attacks |"
        if house.lower in _HOUSES and house.i < noun.i and not parse.children(house.i, "conj"):
            parts[house.i] = Part(head=house.i, part="target", kind="thing", slot="compound")
            for head in [h for h, p in parts.items() if p.part == "actor" and p.slot in {"amod", "compound"}]:
                if labels.get(head) in {"nationality", "place"} and head < house.i:
                    del parts[head]


def owned_ahead(parse: Parse, parts: dict[int, Part], found: Found, labels: Mapping[int, NameLabel]) -> None:
    """ "In | her | talks with the king, Ana Ruiz praised the bread": hers who is named right behind."""
    noun = parse.tokens[found.head]
    if found.trigger.event != "CONSULT" or noun.is_verb or noun.dep != "obl" or not noun.i < noun.head:
        return
    for head in [h for h, p in parts.items() if p.slot == "poss" and parse.tokens[h].lower in {"his", "her"}]:
        for named in parse.children(noun.head, "nsubj"):
            if noun.i < named.i and labels.get(named.i) == "person" and named.i not in parts:
                parts[named.i] = msgspec.structs.replace(parts.pop(head), head=named.i, kind="person")
                return


def is_behind_clause(parse: Parse, first: int, other: int, found: Found) -> bool:
    """ "Jan Holub, who planned the raid, | and the king": what a clause tells of the first it tells of him alone.

    So does a participle: "Jan Holub, killed in 2015, | and Omar Badr".
    """
    beside = parse.children(first, "appos")  # "Jan Holub, | the envoy killed in 2015, | and Omar Badr"
    below = (c for a in beside if a.i < other for c in parse.children(a.i, "acl:relcl", "acl"))
    for clause in (*parse.children(first, "acl:relcl", "acl"), *below):
        if clause.i < other and found.head in parse.subtree(clause.i):
            start = min(parse.subtree(clause.i if clause.head == first else clause.head))  # or the comma hung there
            comma = "," in {parse.tokens[start].text, parse.tokens[start - 1].text}
            return comma and not any(c.lower == "who" and c.i > other for c in parse.children(clause.i))
    return False


_GUARDS = frozenset(
    "soldier troop marine trooper serviceman servicewoman officer policeman policewoman guard peacekeeper airman pilot "
    "sergeant commander".split()
)
_PURSUING = frozenset({"continue", "press", "push", "pursue", "step", "intensify", "widen", "expand", "keep", "wage"})
_WAGED = frozenset({"offensive", "operation", "campaign", "crackdown", "sweep", "push", "hunt"})


def is_only_meanwhile(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "A soldier was killed | as the army pressed its offensive": when he was, and not who killed him."""
    verb = parse.tokens[deed.carrier if deed.carrier is not None else deed.head]
    marks = {m.lower for m in parse.children(verb.i, "mark")}
    if verb.lemma.lower() not in _PURSUING or not marks & {"as", "while"}:
        return False
    waged = any(o.lemma.lower() in _WAGED for o in (parse.tokens[deed.head], *parse.children(verb.i, "obj")))
    victims = [h for s in ("object", "subject") for h in effect.slots.get(s, ())]
    return waged and any(parse.tokens[h].lemma.lower() in _GUARDS for h in victims)


_TELLING_OF = frozenset({"confirm", "deny", "dismiss", "verify", "acknowledge"})


def only_tells_of(parse: Parse, found: Found, verb: int) -> bool:
    """ "A spokesman did not confirm | the meeting": whoever speaks of it has no seat there by that."""
    token = parse.tokens[found.head]
    mine = "with" in found.slots or bool(parse.children(found.head, "nmod:poss"))
    return parse.tokens[verb].lemma.lower() in _TELLING_OF and not mine and case_of(parse, token.i) == ""
