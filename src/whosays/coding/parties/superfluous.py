"""Parties too many: the name of the meeting itself, the land of an attack, the topic of talks, a street corner.

Each rule takes a part that the words around a deed seem to tell out of those found; none puts one in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from whosays.coding.parties.nobodies import is_date
from whosays.coding.sifting.telling import Coded
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse
from whosays.records import Role

Labels = Mapping[int, NameLabel]


def without_superfluous(parse: Parse, parts: dict[int, Part], found: Found, labels: Labels) -> None:
    """Takes out of ``parts`` those that are no party of the deed that ``found`` tells of."""
    _of_pictures(parse, parts, found)
    for head, part in list(parts.items()):
        others = {h: p for h, p in parts.items() if h != head}
        if is_date(parse, head) or any(rule(parse, part, (found, others, labels)) for rule in _RULES):
            del parts[head]


_PICTURES = frozenset({"photo", "photograph", "picture", "image", "video", "footage", "clip", "film"})


def _of_pictures(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "Photos of | a guard | beating inmates", "footage of | soldiers | firing": who is seen there does it."""
    for head, part in list(parts.items()):
        if part.part != "actor" or parse.tokens[head].lemma.lower() not in _PICTURES:
            continue
        seen = [c for c in parse.children(head, "nmod") if case_of(parse, c.i) == "of" and c.i < found.head]
        if any(m.lower == "of" for m in parse.children(found.head, "mark")):  # trees hang them on the deed
            seen = [c for c in parse.children(found.head, "compound", "nsubj") if head < c.i < found.head]
        if len(seen) == 1 and seen[0].i not in parts:
            parts[seen[0].i] = msgspec.structs.replace(part, head=seen[0].i, kind="person")
            del parts[head]


Around = tuple[Found, Mapping[int, Part], Labels]


def _is_its_name(parse: Parse, part: Part, around: Around) -> bool:
    """ "Host the | Pacific Trade Cooperation | Summit": the name of the meeting, and nobody who sits there."""
    found = around[0]
    if found.trigger.event != "CONSULT" or part.part != "actor" or parse.tokens[found.head].is_verb:
        return False
    whole = next((n for n in parse.names if n.start <= part.head < n.end), None)
    return whole is not None and whole.start <= found.head < whole.end


_RANKED = frozenset("first second third fourth fifth worst deadliest bloodiest biggest largest latest".split())


def _is_land_of_it(parse: Parse, part: Part, around: Around) -> bool:
    """ "| Togo |'s first suicide attack", "| Kenya |'s Mau Mau uprising": the land that it was in."""
    found, others, labels = around
    noun = parse.tokens[found.head]
    if part.slot != "poss" or part.part != "actor" or noun.is_verb or labels.get(part.head) != "place":
        return False
    if found.trigger.event not in {"ASSAULT", "PROTEST"}:
        return False
    told = {p.slot for p in others.values() if p.part == "actor" and p.slot in {"by", "compound"}}
    ranked = any(c.lower in _RANKED for i in found.tokens for c in parse.children(i, "amod"))
    return bool(told) or (ranked and found.carrier is None)


_BETWEEN_LANDS = frozenset(
    "dispute tie relation relationship deal agreement treaty border war conflict trade tension standoff crisis "
    "alliance friendship cooperation row stand-off talk negotiation pact accord summit meeting".split()
)


def _is_of_topic(parse: Parse, part: Part, around: Around) -> bool:
    """ "Met the king to discuss | the dispute with Orland |": what the talk was about; they met the king."""
    found, _, labels = around
    verb = parse.tokens[found.head]
    if part.part != "actor" or not verb.is_verb or found.trigger.event != "CONSULT":
        return False
    talks = verb.lemma.lower() in {"discuss", "review"}
    if part.slot == "by" and talks and not is_passive(parse, verb.i):  # "to discuss sanctions | by the council |"
        return case_of(parse, part.head) == "by"
    first = part.head
    while parse.tokens[first].dep == "conj":
        first = parse.tokens[first].head
    if part.slot != "with" or not talks:
        return False
    about = [o for o in parse.children(verb.i, "obj") if o.lemma.lower() in _BETWEEN_LANDS]
    if about and parse.tokens[first].head == about[0].i and labels.get(first) == "place":
        return True  # but "discussed the war | with Jan Holub |"
    met = parse.tokens[verb.head]
    aim = verb.dep in {"advcl", "xcomp"} and verb.tag == "VB"
    company = [c for c in parse.children(met.i, "obj", "obl") if c.dep == "obj" or case_of(parse, c.i) == "with"]
    on_it = bool(about) and about[0].i < first and parse.tokens[first].head == verb.i
    return on_it and aim and bool(company)


_SINGULAR = frozenset({"was", "is", "has"})


def _is_said_of_him(parse: Parse, part: Part, around: Around) -> bool:
    """ "The judge, 45, and | the father of three |, was beaten": one man, as the verb tells."""
    _, others, _ = around
    token = parse.tokens[part.head]
    first = parse.tokens[token.head]
    if token.dep != "conj" or first.dep not in {"nsubj", "nsubj:pass"} or first.i not in others:
        return False
    verb = parse.tokens[first.head]
    behind = [c for c in parse.children(verb.i, "aux", "aux:pass", "cop") if c.i > token.i]
    alone = bool(behind) and behind[0].lower in _SINGULAR and first.tag in {"NN", "NNP"} and token.tag == "NN"
    return alone and "," in {parse.tokens[i].text for i in range(first.i + 1, token.i)}


def _is_his_calling(parse: Parse, part: Part, around: Around) -> bool:
    """ "Murdered Jan Holub, a priest, | teacher |, and a poet": a noun without an article behind a name is no other."""
    _, others, labels = around
    token = parse.tokens[part.head]
    first = parse.tokens[token.head]
    named = labels.get(first.i) == "person" and first.i in others
    if token.dep != "conj" or token.tag != "NN" or not named or not first.i < token.i:
        return False
    listed = [c for c in parse.children(first.i, "appos", "conj") if c.tag == "NN"]
    opened = any(d.lower in {"a", "an"} for d in parse.children(listed[0].i, "det"))
    bare = any(not parse.children(c.i, "det", "nmod:poss", "nummod") for c in listed if c.i > listed[0].i)
    return opened and bare


def _is_in_brackets(parse: Parse, part: Part, around: Around) -> bool:
    """ "Two maids (a mother and | a daughter |) were killed": those two."""
    _, others, _ = around
    if parse.tokens[part.head].tag.startswith("NNP"):
        return False  # "two maids (Ana Ruiz and | Eva Holub |)": who they are
    start, _ = parse.sentences[parse.sentence(part.head)]
    opened = next((i for i in range(part.head - 1, start, -1) if parse.tokens[i].text in {"(", ")"}), -1)
    if opened < 0 or parse.tokens[opened].text == ")":
        return False
    counted = [h for h in others if h < opened and opened - h <= _NEXT and parse.children(h, "nummod")]
    return any(parse.tokens[h].tag == "NNS" and others[h].part == part.part for h in counted)


_NEXT = 2  # tokens from a noun to the bracket behind it


_CREDITS = frozenset({"EPA", "AFP", "AP", "PA", "DPA", "ANSA", "EFE", "REUTERS", "GETTY", "ALAMY", "REX"})


def _is_credit(parse: Parse, part: Part, _around: Around) -> bool:
    """ "| EPA | Peace marches held in Lima": whose picture it is, where a caption runs on behind its credit."""
    token = parse.tokens[part.head]
    opens = token.i == parse.sentences[parse.sentence(token.i)][0]
    return opens and token.text.upper() in _CREDITS and parse.behind(token.i).text[:1].isupper()


_RULES: tuple[Callable[[Parse, Part, Around], bool], ...] = (
    _is_its_name, _is_land_of_it, _is_of_topic, _is_said_of_him, _is_his_calling, _is_in_brackets,
    _is_credit,
)  # fmt: skip


_SPOTS = frozenset({"intersection", "corner", "crossroads", "junction"})


def spots(parse: Parse, roles: Mapping[int, Role]) -> frozenset[int]:
    """ "Three were hurt when gunmen fired | at the corner of Mill Road |": where, as it is told on whom it fell."""
    found = frozenset(h for h, r in roles.items() if r.part == "target" and parse.tokens[h].lemma.lower() in _SPOTS)
    told = any(r.part in {"recipient", "target"} for h, r in roles.items() if h not in found)
    return found if told else frozenset()


_BEFORE_OR_OF = frozenset({"of", "compound", "amod", "poss"})


def without_seats(parse: Parse, member: Coded, primary: Coded) -> tuple[Part, ...]:
    """ "Flies to Orland for a summit | of the Nine States |": whose summit it is, and no travellers."""
    trigger = member.found.trigger
    summit = trigger.mode == "multilateral" and not parse.tokens[member.found.head].is_verb
    if primary.found.trigger.mode != "visit" or not summit:
        return member.parts
    return tuple(p for p in member.parts if p.part != "actor" or p.slot not in _BEFORE_OR_OF)
