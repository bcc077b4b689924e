"""Doers of a deed whom the words over its noun tell: "| its | threat of an attack", "announced the launch of the raid".

Each rule sees the deed with the parts found so far and yields those that it adds; none speaks where a doer is told.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.parties.faulted import faulted
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token

_FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})


def told_above(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The doers of a deed of force that a noun tells of, by what stands over it."""
    warrant = found.trigger.event == "THREATEN" and found.trigger.mode == "arrest"
    forceful = warrant or found.trigger.event in _FORCEFUL
    if not forceful or found.trigger.pos != "noun" or has_part(parts, "actor"):
        return []
    return told_by(_RULES, (parse, found, parts, knowledge))


_PROMISES = frozenset({"promise", "threat", "vow", "pledge", "intention", "plan"})


def _who_promised(telling: Telling) -> Iterator[int]:
    """ "Broke | his | promise of an air strike", "| Orland's | threat of an invasion"."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    promise = parse.tokens[noun.head]
    plain = noun.dep == "nmod" and case_of(parse, noun.i) in {"of", "for"} and found.carrier is None
    if plain and promise.lemma.lower() in _PROMISES:
        yield from (c.i for c in parse.children(promise.i, "nmod:poss"))


def _who_holds_off(telling: Telling) -> Iterator[int]:
    """ "Persuaded | Orland | to hold off from an attack", "| Orland | refrained from it": who would make it."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if noun.dep != "obl" or case_of(parse, noun.i) not in {"from", "on"} or is_passive(parse, verb.i):
        return
    held = any(c.lower in {"off", "back"} for c in parse.children(verb.i, "compound:prt", "advmod"))
    if verb.lemma.lower() in {"refrain", "desist"} or (verb.lemma.lower() == "hold" and held):
        got = parse.tokens[verb.head]
        if got.lemma.lower() != "get":  # "got | them | to hold off"
            yield from slots_of(parse, verb.i).get("subject", ())


_OPENINGS = frozenset({"launch", "start", "beginning", "commencement", "opening", "resumption", "onset"})
_ANNOUNCING = frozenset({"announce", "declare", "proclaim", "order", "confirm"})


def _who_announced(telling: Telling) -> Iterator[int]:
    """ "| Orland | declares the start of the assault": who opens it, and says so."""
    parse, found, _, (_, labels) = telling
    noun = parse.tokens[found.head]
    opening = parse.tokens[noun.head]
    verb = parse.tokens[opening.head]
    if noun.dep != "nmod" or case_of(parse, noun.i) != "of" or opening.lemma.lower() not in _OPENINGS:
        return
    if opening.dep != "obj" or verb.lemma.lower() not in _ANNOUNCING or is_passive(parse, verb.i):
        return
    for head in slots_of(parse, verb.i).get("subject", ()):
        if _wields(parse, parse.tokens[head], labels):
            yield head


_WIELDING = frozenset("army military government regime junta police force forces rebel militia coalition".split())


def _wields(parse: Parse, subject: Token, labels: dict[int, NameLabel]) -> bool:
    state = any(n.kind == "state" and n.start <= subject.i < n.end for n in parse.names)
    return state or subject.lemma.lower() in _WIELDING or (labels.get(subject.i) == "organisation")


_SIDING = frozenset({"partner", "ally", "fight", "team", "side", "cooperate"})
_FIGHTS = frozenset({"battle", "fight", "war", "campaign", "offensive", "operation", "struggle"})


def _who_sided(telling: Telling) -> Iterator[int]:
    """ "| Orland | partnered with | the Kesti militia | in the battle against the rebels": both fight it."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    held = noun.dep == "obl" and case_of(parse, noun.i) in {"in", "during"} and noun.lemma.lower() in _FIGHTS
    if not held or "against" not in found.slots or not verb.is_verb or is_passive(parse, verb.i):
        return
    joined = any(c.lower in {"force", "forces"} for c in parse.children(verb.i, "obj"))
    if verb.lemma.lower() in _SIDING or (verb.lemma.lower() == "join" and joined):
        around = slots_of(parse, verb.i)
        yield from (*around.get("subject", ()), *around.get("with", ()))


def _who_justified(telling: Telling) -> Iterator[int]:
    """ "| The premier | used the coup to justify a crackdown"."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    using = parse.tokens[verb.head]
    if verb.dep == "acl" and using.dep == "obj":  # hung on the coup
        using = parse.tokens[using.head]
    if noun.dep != "obj" or verb.lemma.lower() not in {"justify", "excuse"} or verb.tag != "VB":
        return
    if using.lemma.lower() in {"use", "exploit", "cite", "invoke"} and not is_passive(parse, using.i):
        yield from slots_of(parse, using.i).get("subject", ())


def _who_prepares(telling: Telling) -> Iterator[int]:
    """ "| The premier | is committed to a strike on Orland", "| Kest | prepares for one against Orland": whose it is.

    Not "prepares for an attack on the port": there somebody fears it.
    """
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if noun.dep not in {"obl", "nmod"} or found.carrier is not None:
        return
    aimed = [h for h, p in parts.items() if p.part in {"recipient", "target"} and p.slot in {"against", "on"}]
    bound = verb.lemma.lower() in {"commit", "committed"} and case_of(parse, noun.i) == "to"
    named = all(parse.tokens[h].tag == "NNP" and case_of(parse, h) == "against" for h in aimed)
    prepares = verb.lemma.lower() in {"prepare", "gear"} and case_of(parse, noun.i) == "for" and named
    if aimed and (bound or prepares):
        yield from (c.i for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.i < verb.i)


def _who_seeks(telling: Telling) -> Iterator[int]:
    """ "| The prosecutor | seeks arrest warrants for two guards": whose they would be."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    sought = noun.dep == "obj" and verb.lemma.lower() in {"seek", "request", "demand"}
    if found.trigger.mode == "arrest" and sought and not is_passive(parse, verb.i):
        yield from slots_of(parse, verb.i).get("subject", ())


_TERMS = frozenset({"sentence", "term", "time", "life", "year"})


def _who_serves(telling: Telling) -> Iterator[int]:
    """ "| Jan Holub | is serving a life sentence for the murder of a miller": who was judged for it."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    above = parse.tokens[noun.head]
    verb = parse.tokens[above.head] if above.lemma.lower() in _TERMS else above
    term = any(c.lemma.lower() in _TERMS for c in parse.children(verb.i, "obj"))
    if case_of(parse, noun.i) == "for" and verb.lemma.lower() == "serve" and term and found.trigger.event == "ASSAULT":
        yield from slots_of(parse, verb.i).get("subject", ())


def _who_vows(telling: Telling) -> Iterator[int]:
    """ "| Peru | has promised an offensive against them", "| the army | vowed a crackdown": theirs, when it comes."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if noun.dep != "obj" or verb.lemma.lower() not in {"promise", "vow", "pledge"} or is_passive(parse, verb.i):
        return
    given = parse.children(verb.i, "iobj") or any(c.lower == "the" for c in parse.children(noun.i, "det"))
    if not given:
        yield from slots_of(parse, verb.i).get("subject", ())


_RULES: tuple[Rule, ...] = (
    (_who_vows, "by", "actor"),
    (_who_serves, "by", "actor"),
    (_who_seeks, "by", "actor"),
    (_who_prepares, "by", "actor"),
    (_who_promised, "by", "actor"),
    (_who_holds_off, "by", "actor"),
    (_who_announced, "by", "actor"),
    (_who_sided, "by", "actor"),
    (_who_justified, "by", "actor"),
    (faulted, "by", "actor"),
)


_STRIKING = frozenset({"attack", "offensive", "assault", "aggression", "onslaught", "incursion", "advance"})
_FORCES = frozenset("army military force forces troops militia regime rebels militants insurgents".split())


def of_attackers(parse: Parse, parts: dict[int, Part], found: Found) -> None:
    """ "The attack of | the army | on the village": an army's own, where nobody else is told to make it."""
    if found.trigger.pos != "noun" or found.trigger.words[-1] not in _STRIKING or has_part(parts, "actor"):
        return
    for head in [h for h, p in parts.items() if p.part == "recipient" and p.slot == "of"]:
        if parse.tokens[head].lower in _FORCES:
            parts[head] = msgspec.structs.replace(parts[head], part="actor")
