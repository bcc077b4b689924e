"""Doers and sufferers of violence whom another phrase of the sentence tells: beside, above or before the deed.

Who ordered the army to strike, whose strikes stand before "and killing of", who clashed as people were hurt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from whosays.coding.parties.owners import is_the_states
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part, sorted_in
from whosays.coding.words.triggers import EFFECT, Found
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

Knowledge = tuple[Ontology, dict[int, NameLabel]]

_ORDERING = frozenset({"order", "instruct", "direct", "command"})
_NAMED = frozenset({"nationality", "organisation", "place"})
_HARM = frozenset({"killed", "wounded"})
_FIGHTING = frozenset({"clash", "fight", "battle", "skirmish", "scuffle"})
_MEANWHILE = frozenset({"as", "when", "while", "after"})
_TELLING = frozenset({"declare", "announce", "claim", "report", "hail", "celebrate", "tout"})
_SUCCESS = frozenset({"success", "victory", "breakthrough"})
_OPERATIONS = frozenset({"operation", "offensive", "raid", "campaign", "strike", "attack", "assault"})


def told_of_violence(parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: Knowledge) -> list[Part]:
    """The parties of a deed of violence that no slot of its own word holds."""
    if found.trigger.event not in {"ASSAULT", EFFECT}:
        return []
    told: list[Part] = []
    acted = any(p.part == "actor" for p in parts.values())
    for rule in _ALWAYS if acted else (*_ALWAYS, *_WITHOUT_ACTOR):
        for role, head in rule(parse, found, parts, knowledge):
            slot = "by" if role == "actor" else "object"
            part = sorted_in(parse, head, (slot, role, found), knowledge)
            told += [part] if part is not None and part.part == role and head not in found.tokens else []
    return told


Telling = tuple[str, int]  # a part, and the head of who plays it


def _who_ordered(parse: Parse, found: Found, parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "| The king | orders the army to strike the camps": his deed as much as theirs."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    if not verb.is_verb:  # "to carry out | strikes"
        verb = parse.tokens[verb.head]
    ordering = parse.tokens[verb.head]
    if verb.dep != "xcomp" or ordering.lemma.lower() not in _ORDERING or is_passive(parse, ordering.i):
        return
    bidden = {c.i for c in parse.children(ordering.i, "obj")}
    if any(h in bidden and p.part == "actor" for h, p in parts.items()):
        yield from (("actor", h) for c in parse.children(ordering.i, "nsubj") for h in conjuncts(parse, c.i))


def _whose_before(parse: Parse, found: Found, _parts: Mapping[int, Part], knowledge: Knowledge) -> Iterator[Telling]:
    """ "| Orlian | strikes on a mill and killing of millers": theirs, too."""
    ontology, labels = knowledge
    noun = parse.tokens[found.head]
    first = parse.tokens[noun.head]
    if noun.dep != "conj" or noun.is_verb or first.is_verb or first.i > noun.i:
        return
    if any(c.lower in {"the", "a", "an"} for c in parse.children(noun.i, "det")):
        return
    if any(t.event == "ASSAULT" for t in ontology.triggers(first.lemma.lower(), "noun")):
        owners = parse.children(first.i, "amod", "nmod:poss", "compound")
        yield from (("actor", c.i) for c in owners if labels.get(c.i) in _NAMED)


def _who_clashed(parse: Parse, found: Found, _parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "Nine people are hurt | as students clash with police": one of the two sides."""
    verb = parse.tokens[found.head]
    if found.trigger.effect not in _HARM or not verb.is_verb:
        return
    first = parse.tokens[verb.head] if verb.dep == "conj" and parse.tokens[verb.head].is_verb else verb
    for clause in dict.fromkeys((*parse.children(first.i, "advcl"), *parse.children(verb.i, "advcl"))):
        if clause.lemma.lower() not in _FIGHTING:
            continue
        if not {m.lower for m in parse.children(clause.i, "mark", "advmod")} & _MEANWHILE:
            continue
        sides = [c.i for c in parse.children(clause.i, "nsubj")]
        foes = [c.i for c in parse.children(clause.i, "obl") if case_of(parse, c.i) in {"with", "against"}]
        if sides and (foes or len(conjuncts(parse, sides[0])) > 1):
            yield from (("actor", h) for s in (*sides, *foes) for h in conjuncts(parse, s))


def _who_succeeded(parse: Parse, found: Found, _parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "| The army | declares a success in an operation against the rebels": its operation."""
    token = parse.tokens[found.head]
    noun = parse.tokens[token.head] if token.is_verb and token.dep == "acl" else token
    success = parse.tokens[noun.head]
    if noun.dep != "nmod" or noun.lemma.lower() not in _OPERATIONS or case_of(parse, noun.i) not in {"in", "of"}:
        return
    verb = parse.tokens[success.head]
    if success.lemma.lower() in _SUCCESS and success.dep == "obj" and verb.lemma.lower() in _TELLING:
        yield from (("actor", h) for c in parse.children(verb.i, "nsubj") for h in conjuncts(parse, c.i))


def _who_set_it_off(parse: Parse, found: Found, _parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "| Masked men | destroyed the ballots during the coup": what they did in it is theirs."""
    noun = parse.tokens[found.head]
    verb: Token = parse.tokens[noun.head]
    if noun.is_verb or noun.lemma.lower() not in {"coup", "mutiny", "uprising"} or not verb.is_verb:
        return
    if case_of(parse, noun.i) == "during" and noun.dep == "obl" and not is_passive(parse, verb.i):
        yield from (("actor", h) for c in parse.children(verb.i, "nsubj") for h in conjuncts(parse, c.i))


def _who_fell_trying(parse: Parse, found: Found, _parts: Mapping[int, Part], knowledge: Knowledge) -> Iterator[Telling]:
    """ "| Nine rebels | are killed by the army during an attempted assault on a post": their assault."""
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if noun.is_verb or noun.dep != "obl" or case_of(parse, noun.i) not in {"during", "in"} or not verb.is_verb:
        return
    tried = any(c.lower in {"attempted", "failed", "foiled", "thwarted"} for c in parse.children(noun.i, "amod"))
    if tried and verb.lemma.lower() == "kill" and is_passive(parse, verb.i):
        fallen = parse.children(verb.i, "nsubj:pass")
        yield from (("actor", c.i) for c in fallen if knowledge[0].nouns.in_set("armed", c.lemma.lower()))


def _and_against(parse: Parse, found: Found, parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "Clashes between dockers and students | against police |": the other side."""
    if not found.trigger.reciprocal or found.trigger.pos != "noun":
        return
    sides = [h for h, p in parts.items() if p.part == "actor" and p.slot == "between"]
    for head in dict.fromkeys((*sides, parse.tokens[found.head].head)) if sides else ():
        for foe in parse.children(head, "nmod", "obl"):
            if case_of(parse, foe.i) == "against" and foe.i > max(sides):
                joined = [
                    c.i for c in parse.children(foe.i, "compound") if c.tag == "NNS"
                ]  # "police and party backers"
                yield from (("actor", h) for h in (*joined, *conjuncts(parse, foe.i)))


def _between_further_on(
    parse: Parse, found: Found, parts: Mapping[int, Part], _knowledge: Knowledge
) -> Iterator[Telling]:
    """ "Clashes erupt in Kest, Orland, | between herders and farmers |": however the tree hangs the two."""
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if not found.trigger.reciprocal or noun.dep != "nsubj" or any(p.part == "actor" for p in parts.values()):
        return
    if verb.lemma.lower() not in _OPENING:
        return
    for token in parse.tokens[verb.i : parse.sentences[parse.sentence(verb.i)][1]]:
        if token.lower != "between" or token.dep != "case":
            continue
        first = parse.tokens[token.head]
        beside = parse.children(first.head, "conj") if first.dep == "conj" else ()
        sides = dict.fromkeys((*conjuncts(parse, first.i), *(c.i for c in beside if c.i > first.i)))
        rivals = any(c.lower in {"rival", "opposing", "warring"} for c in parse.children(first.i, "amod"))
        above = [a for a in parse.ancestors(first.i) if a.i > verb.i]
        if any(
            a.tag == "VBN" for a in (*above, parse.tokens[token.i - 1])
        ):  # "in a valley | located between Kest and Orli"
            return
        if verb.i in {a.i for a in parse.ancestors(first.i)} and first.tag != "CD" and (len(sides) > 1 or rivals):
            yield from (("actor", h) for h in sides)
        return


_OPENING = frozenset("erupt break occur take happen continue resume rage start begin ensue intensify escalate".split())


def _who_says_so(parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: Knowledge) -> Iterator[Telling]:
    """ "| The army | says that a rebel commander was killed in a strike": whose strike it is."""
    verb = parse.tokens[found.head]
    if not verb.is_verb:
        verb = parse.tokens[verb.head]  # "says | a strike | killed a commander"
    saying = parse.tokens[verb.head]
    if verb.dep != "ccomp" or saying.lemma.lower() not in _SAYING or is_passive(parse, saying.i):
        return
    ontology, labels = knowledge
    flown = [c for c in parse.children(verb.i, "nsubj") if c.lower in _FLOWN and not parse.children(c.i)]
    if flown and found.head == verb.i:  # "| the military | says aircraft fired at them"
        yield from (("actor", c.i) for c in parse.children(saying.i, "nsubj") if c.lemma.lower() in _MILITARY)
        return
    hurt = [parse.tokens[h] for h, p in parts.items() if p.part == "recipient"]
    near = {found.head, *(h for s in ("in", "by", "subject", "during") for h in found.slots.get(s, ()))}
    struck = any(parse.tokens[h].lemma.lower() in _BLOWS for h in near)
    if not struck or not hurt or not all(_is_foe(parse, t, labels) for t in hurt):
        return
    for speaker in parse.children(saying.i, "nsubj"):
        force = speaker.lemma.lower() in _MILITARY or ontology.nouns.sector_of(speaker.lemma.lower()) == "MIL"
        if force or (labels.get(speaker.i) == "organisation" and speaker.text in {"Forces", "Army", "Navy"}):
            yield "actor", speaker.i


_SAYING = frozenset({"say", "claim", "announce", "confirm", "state", "report"})
_BLOWS = frozenset({"strike", "airstrike", "raid", "operation", "bombardment", "attack"})
_FLOWN = frozenset(
    {"aircraft", "jets", "warplanes", "helicopters", "planes", "gunships", "tanks", "drones", "artillery"}
)
_MILITARY = frozenset({"military", "army", "navy", "force", "forces"})
_FOES = frozenset("commander militant fighter operative terrorist gunman insurgent leader rebel jihadist".split())


def _is_foe(parse: Parse, token: Token, labels: Mapping[int, NameLabel]) -> bool:
    """A fighter of a named group, and no soldier of one's own."""
    named = any(labels.get(c.i) in {"organisation", "nationality"} for c in parse.children(token.i, "compound", "amod"))
    return token.lemma.lower() in _FOES and named and not parse.children(token.i, "nmod:poss")


def _at_whom(parse: Parse, found: Found, parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "Sprayed the crowd with gas | and opened fire |": at the same crowd."""
    verb = parse.tokens[found.head]
    first = parse.tokens[verb.head]
    if found.trigger.words[:2] != ("open", "fire") or any(p.part in {"recipient", "target"} for p in parts.values()):
        return
    if verb.dep == "conj" and first.lemma.lower() in _FACING and not parse.children(verb.i, "nsubj"):
        yield from (("recipient", h) for c in parse.children(first.i, "obj") for h in conjuncts(parse, c.i))


_FACING = frozenset("spray attack chase confront surround block stop approach ambush charge encircle face".split())


def _among_them(parse: Parse, _found: Found, parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "Shelled several buildings, including | a school and a mill |": these, too."""
    for struck in (parse.tokens[h] for h, p in parts.items() if p.part == "target"):
        if struck.tag not in {"NNS", "NNPS"} or struck.lemma.lower() not in _COUNTED:
            continue
        for first in parse.children(struck.i, "nmod"):
            if first.i > struck.i and case_of(parse, first.i) == "including":
                yield from (("target", h) for h in conjuncts(parse, first.i))


_COUNTED = frozenset("building site target facility location place structure installation property post base".split())


def _of_what_nation(parse: Parse, found: Found, parts: Mapping[int, Part], knowledge: Knowledge) -> Iterator[Telling]:
    """ "The | Orlian | killing of six bakers": by Orland, where it is told whom it befell."""
    noun = parse.tokens[found.head]
    if found.trigger.pos != "noun" or found.trigger.effect not in {"killed", "captured"}:
        return
    befallen = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "of"]
    if not any(c.i in parts and parts[c.i].part == "recipient" for c in befallen):
        return
    for nation in parse.children(noun.i, "amod", "compound"):
        named = knowledge[1].get(nation.i) == "nationality" or is_the_states(nation)
        if named and nation.i < noun.i:
            yield "actor", nation.i


def _who_rode_in_it(parse: Parse, _found: Found, parts: Mapping[int, Part], _knowledge: Knowledge) -> Iterator[Telling]:
    """ "A convoy of | soldiers | returned fire": those in it."""
    for means in (parse.tokens[h] for h, p in parts.items() if p.part == "instrument"):
        if means.lemma.lower() in _RIDDEN and means.dep in {"nsubj", "nsubj:pass"}:
            yield from (("actor", c.i) for c in parse.children(means.i, "nmod") if case_of(parse, c.i) == "of")


_RIDDEN = frozenset({"convoy", "column", "patrol", "motorcade"})


Rule = Callable[[Parse, Found, Mapping[int, Part], Knowledge], Iterator[Telling]]

_ALWAYS: tuple[Rule, ...] = (_who_ordered, _and_against, _at_whom, _between_further_on, _among_them)


def _who_used_it(parse: Parse, found: Found, _parts: Mapping[int, Part], knowledge: Knowledge) -> Iterator[Telling]:
    """ "| Gunmen | used a bomb that killed nine": whoever used it killed them."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    thing = parse.tokens[verb.head]
    sending = parse.tokens[thing.head]
    if verb.dep != "acl:relcl" or thing.dep != "obj" or sending.lemma.lower() not in _USING:
        return
    active = any(c.lower in {"that", "which"} for c in parse.children(verb.i, "nsubj"))
    if active and kind_of(parse, thing.i, *knowledge) == "weapon":
        subjects = (sending.head if c.tag in {"WP", "WDT"} else c.i for c in parse.children(sending.i, "nsubj"))
        yield from (("actor", h) for subject in subjects for h in conjuncts(parse, subject))


_USING = frozenset({"use", "place", "plant", "lay", "set", "detonate", "throw", "hurl", "fire", "launch", "drop"})

_WITHOUT_ACTOR: tuple[Rule, ...] = (
    _whose_before,
    _who_clashed,
    _who_succeeded,
    _who_set_it_off,
    _who_fell_trying,
    _who_says_so,
    _of_what_nation,
    _who_rode_in_it,
    _who_used_it,
)
