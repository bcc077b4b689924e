"""Whose deed it is that a force tells of as its own: "| police | said six men were arrested", "| the army | said rebels
were killed in an operation".

Only where nobody is told to have done it, and the words can hardly be about what others did. Also before whose court
somebody has to appear.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_TELLING = frozenset({"say", "report", "announce", "confirm", "state", "add"})
_POLICE = frozenset({"police", "gendarmerie", "gendarme", "customs", "coastguard", "guard"})
_ARMIES = frozenset({"army", "military", "navy", "force", "brigade", "battalion", "troop", "division", "coalition"})
_ARRESTING = frozenset({"arrest", "detain", "apprehend"})
_TAKING = frozenset({"seize", "confiscate", "impound"})
_GOODS = frozenset(
    """cocaine heroin marijuana cannabis opium drug narcotic hashish rifle weapon ammunition arm explosive grenade gun
    pistol machinegun cash contraband kilo kilogram pound ton tonne cargo cache currency dynamite""".split()
)
_FOES = frozenset("rebel militant insurgent guerrilla guerilla terrorist fighter jihadist extremist bandit".split())
_OPERATIONS = frozenset("operation offensive sweep raid crackdown manhunt".split())
_OWN = frozenset({"soldier", "policeman", "officer", "police", "troop", "guard", "agent", "they", "it", "he", "she"})
_POINTING = frozenset({"the", "these", "those", "both", "all"})
_COURTS = frozenset({"court", "courts", "tribunal"})
_BEFORE_IT = frozenset({"appear", "face", "stand", "try", "go"})


def reporters(telling: Telling) -> Iterator[int]:
    """The force that says so, of whom only it can have taken or killed."""
    parse, found, parts, (_, labels) = telling
    known = any(p.part == "actor" and labels.get(h) != "place" for h, p in parts.items())  # "in the | Kest | operation"
    if known or found.trigger.event not in {"ASSAULT", "COERCE"}:
        return
    verb = parse.tokens[found.head]
    saying = parse.tokens[verb.head]
    told = verb.is_verb and verb.dep == "ccomp" and is_passive(parse, verb.i)
    if not told or saying.lemma.lower() not in _TELLING or is_passive(parse, saying.i):
        return
    for speaker in parse.children(saying.i, "nsubj"):
        lemma = "" if speaker.tag == "NN" and speaker.lower in {"guard", "gendarme"} else speaker.lemma.lower()
        if (lemma in _POLICE or lemma in _ARMIES) and _is_theirs(telling, verb, lemma in _ARMIES):
            yield speaker.i


def _is_theirs(telling: Telling, verb: Token, army: bool) -> bool:
    parse, found, parts, _ = telling
    sufferers = [parse.tokens[h] for h, p in parts.items() if p.part in {"recipient", "target"}]
    lemma = verb.lemma.lower()
    if found.trigger.event == "ASSAULT":
        there = [c.lemma.lower() for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "during"}]
        foes = bool(sufferers) and all(_is_foe(parse, t) for t in sufferers)
        return army and foes and bool(_OPERATIONS & set(there))
    if _is_abroad(parse, verb) or any(t.lemma.lower() in _OWN for t in sufferers):
        return False
    if lemma in _TAKING:
        goods = {parse.tokens[i].lemma.lower() for t in sufferers for i in parse.subtree(t.i)}
        return lemma != "seize" or bool(goods & _GOODS)
    known = any(c.lower in _POINTING for t in sufferers for c in parse.children(t.i, "det"))
    return lemma in _ARRESTING and bool(sufferers) and not known  # "said | the five | were arrested": told before


def _is_foe(parse: Parse, token: Token) -> bool:
    return token.lemma.lower() in _FOES and not parse.children(token.i, "nmod:poss")


def _is_abroad(parse: Parse, verb: Token) -> bool:
    """ "Danish police said he was arrested | in Peru |": by others."""
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    return any(c.i in states for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "by"})


def of_courts(telling: Telling) -> Iterator[int]:
    """ "Is to appear in a | U.S. court |", "can face charges in | Danish courts |": who tries him."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.event != "ACCUSE" or found.trigger.mode != "allege" or has_part(parts, "actor"):
        return
    verb = parse.tokens[found.head]
    if verb.lemma.lower() not in _BEFORE_IT:
        return  # "were | charged | in the High Court": by others
    for court in parse.children(verb.i, "obl"):
        if court.lemma.lower() not in _COURTS or case_of(parse, court.i) not in {"in", "before", "at"}:
            continue
        whose = parse.children(court.i, "compound", "amod", "nmod:poss")
        named = court.tag.startswith("NNP") and any(c.tag.startswith("NNP") for c in whose)
        if named or any(labels.get(c.i) in {"nationality", "organisation"} or _is_short(c) for c in whose):
            yield court.i


def _is_short(token: Token) -> bool:
    return token.text in {"U.S.", "US", "U.N.", "UN", "U.K.", "UK", "EU"}
