"""Who did it, told in the clause of what happened then: "was killed when | police | broke through the barricades".

Also whose shells they were that hit, and whose revolt it was that toppled somebody. Only where no doer is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_WHEN = frozenset({"when", "as", "after"})
_UNKNOWN = frozenset({"unidentified", "unknown", "armed", "masked", "hooded", "hired"})
_COMERS = frozenset({"assailant", "attacker", "gunman", "intruder", "raider"})
_PERSONS = frozenset({"individual", "man", "person", "people", "youth", "group"})
_OFFICERS = frozenset({"police", "policeman", "soldier", "troop", "guard", "gendarme", "force"})
_FORCING = frozenset({"break", "storm", "raid", "charge", "burst", "ram", "smash", "rush", "disperse", "baton-charge"})
_COMING = _FORCING | frozenset({"enter", "try", "attempt", "attack", "invade", "come", "force", "surround", "ambush"})
_ARMS = frozenset({"shell", "rocket", "missile", "mortar", "bomb", "grenade", "round", "bullet", "shot"})
_FIRED = frozenset({"launch", "fire", "drop", "throw", "plant", "hurl", "lob", "detonate"})
_HARMS = frozenset({"killed", "wounded", "captured"})
_RISINGS = frozenset({"rebellion", "revolt", "uprising", "insurrection", "coup", "insurgency", "mutiny"})
_LEADING = frozenset({"lead", "stage", "launch", "head", "mount", "wage", "organize", "organise", "join"})
_DRIVES = frozenset({"crackdown", "clampdown"})
_STATE = frozenset({"government", "military", "police", "army", "junta", "regime"})


def then_there(telling: Telling) -> Iterator[int]:
    """ "Was taken when armed | assailants | rammed his gate", "hit by shells fired by | the army |"."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or found.trigger.effect not in _HARMS | {None} or has_part(parts, "actor"):
        return
    if not verb.is_verb or not is_passive(parse, verb.i):
        return
    victims = {parse.tokens[p.head].lemma.lower() for p in parts.values() if p.part == "recipient"}
    for clause in parse.children(verb.i, "advcl"):
        opened = {m.lower for m in parse.children(clause.i, "mark", "advmod")} & _WHEN
        if not opened or clause.i < verb.i:
            continue
        for subject in parse.children(clause.i, "nsubj", "nsubj:pass"):
            if subject.lemma.lower() in _ARMS:
                yield from _whose_arms(parse, clause, subject)
            elif subject.dep == "nsubj" and subject.lemma.lower() not in victims and _comes(parse, clause, subject):
                yield subject.i


def _whose_arms(parse: Parse, clause: Token, arms: Token) -> Iterator[int]:
    fired = [c for c in parse.children(arms.i, "acl") if c.tag == "VBN"]
    fired += [clause] if clause.tag == "VBN" else []
    yield from (a.i for c in fired if c.lemma.lower() in _FIRED for a in parse.children(c.i, "obl:agent"))


def _comes(parse: Parse, clause: Token, subject: Token) -> bool:
    """Whether somebody comes as no friend: assailants, men whom nobody knows, policemen who break in."""
    lemma, does = subject.lemma.lower(), clause.lemma.lower()
    unknown = any(c.lower in _UNKNOWN for c in parse.children(subject.i, "amod"))
    if lemma in _COMERS or (lemma in _PERSONS and unknown):
        return does in _COMING
    return lemma in _OFFICERS and does in _FORCING


def by_rising(telling: Telling) -> Iterator[int]:
    """ "| Two officers | led a revolt that | ousted | the king": whoever led it ousted him."""
    parse, found, parts, _ = telling
    verb = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or has_part(parts, "actor") or verb.dep != "acl:relcl":
        return
    rising = parse.tokens[verb.head]
    if rising.lemma.lower() not in _RISINGS or is_passive(parse, verb.i):
        return
    above = parse.tokens[rising.head]
    if rising.dep == "obj" and above.lemma.lower() in _LEADING and not is_passive(parse, above.i):
        yield from slots_of(parse, above.i).get("subject", ())


def of_the_state(telling: Telling) -> Iterator[int]:
    """ "Protested against a | government | crackdown on the press": by it."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if noun.lemma.lower() not in _DRIVES or has_part(parts, "actor"):
        return
    yield from (c.i for c in parse.children(noun.i, "compound", "amod") if c.lower in _STATE)


_ATTENDING = frozenset("official minister leader delegate negotiator envoy diplomat representative president".split())


def who_sit_there(telling: Telling) -> Iterator[int]:
    """ "Danish and Peruvian | officials | at a summit in Lima have agreed": those who are at it."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if found.trigger.event != "CONSULT" or found.trigger.mode == "visit" or has_part(parts, "actor"):
        return
    above = parse.tokens[noun.head]
    if any(c.tag.startswith("NNP") for c in parse.children(noun.i, "compound", "amod", "nmod:poss")):
        return  # "leaders at the | African Union | summit"
    if noun.dep == "nmod" and case_of(parse, noun.i) == "at" and above.lemma.lower() in _ATTENDING:
        yield above.i
