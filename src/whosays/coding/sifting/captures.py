"""Who takes people: a state's police or army arrests them, an armed group carries them off."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_TAKING = frozenset({"capture", "seize", "snatch", "grab"})
_FORCES = frozenset(
    "army military police policeman navy force forces troop soldier commando marine agent paratrooper coalition "
    "government state trooper constabulary gendarme gendarmerie patrol officer intelligence directorate".split()
)
# "Rebel | forces |", "forces | loyal to the warlord": no state's.
_UNLAWFUL = frozenset(
    "rebel rebels insurgent guerrilla militia militant paramilitary separatist opposition mutinous renegade rival "
    "breakaway loyal tribal jihadist islamist maoist contra irregular secessionist".split()
)
# Soldiers taken in a war are its prisoners, and nobody's suspects.
_IN_UNIFORM = frozenset(
    "soldier troop pilot sailor marine policeman airman serviceman officer guard police crew crewman sniper tanker "
    "ship vessel boat seaman".split()
)


def as_lawful(parse: Parse, members: Sequence[Coded]) -> Sequence[Coded]:
    """ "Troops | captured | a rebel commander", "police | turned him over | to a court": arrests, and told as such."""
    return as_handed_over(parse, as_arrest(parse, members))


def as_arrest(parse: Parse, members: Sequence[Coded]) -> Sequence[Coded]:
    """ "Troops | captured | a rebel commander": an arrest, where nothing else befell him and nobody died for it."""
    taking = [m for m in members if m.found.trigger.mode == "abduct"]
    if not taking or any(not _is_taking(m) and not _is_raid(m) for m in members):
        return members
    if not all(_are_forces(parse, m) and not _are_in_uniform(parse, m) for m in taking):
        return members
    return [_as_arrest(m) for m in members]


def _is_taking(member: Coded) -> bool:
    trigger = member.found.trigger
    alone = trigger.words[0] in _TAKING and len(trigger.words) == 1 and trigger.pos == "verb"
    alone = alone or trigger.words == ("hold", "prisoner")
    return alone and trigger.effect == "captured" and (trigger.mode == "abduct" or trigger.event == "EFFECT")


def _is_raid(member: Coded) -> bool:
    """ "Captured them | in raids |": where they were sought."""
    trigger = member.found.trigger
    return trigger.words[-1] in {"raid", "sweep"} and trigger.pos == "noun" and trigger.effect is None


def _as_arrest(member: Coded) -> Coded:
    trigger = member.found.trigger
    law = trigger if _is_raid(member) else msgspec.structs.replace(trigger, effect="arrested")
    if trigger.event != "EFFECT":
        law = msgspec.structs.replace(law, event="COERCE", mode="arrest", cameo="173")
    return msgspec.structs.replace(member, found=msgspec.structs.replace(member.found, trigger=law))


def _are_forces(parse: Parse, member: Coded) -> bool:
    acting = [parse.tokens[p.head] for p in member.parts if p.part == "actor"]
    acting = [t for a in acting for t in (_who_says(parse, a) if a.tag == "PRP" else (a,))]
    return bool(acting) and all(_is_force(parse, t) for t in acting)


def _who_says(parse: Parse, pronoun: Token) -> tuple[Token, ...]:
    """ "The army said | it | had captured them"."""
    clause = parse.tokens[pronoun.head]
    said = parse.children(clause.head, "nsubj") if clause.dep == "ccomp" else ()
    return tuple(t for t in said if pronoun.lower in {"it", "they"}) or (pronoun,)


def _is_force(parse: Parse, token: Token) -> bool:
    beside = (token, *parse.children(token.i, "compound", "amod", "nmod", "nmod:poss", "acl", "nmod:desc"))
    if any(t.i in parse.armed or {t.lemma.lower(), t.lower} & _UNLAWFUL for t in beside):
        return False
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    return token.lemma.lower() in _FORCES or token.lower in _FORCES or (token.i in states and token.tag == "NNP")


def _are_in_uniform(parse: Parse, member: Coded) -> bool:
    taken = [parse.tokens[p.head] for p in member.parts if p.part in {"recipient", "target"}]
    if any(c.lemma.lower() in _IN_UNIFORM for t in taken for c in (t, *parse.children(t.i, "nmod", "nummod"))):
        return True
    verb = parse.tokens[member.found.head]
    fought = [c for c in parse.children(verb.i, "obl") if parse.case(c.i) in {"in", "during"}]
    return is_passive(parse, verb.i) and any(c.lemma.lower() in _BATTLES for c in fought)


_BATTLES = frozenset("battle clash war combat fighting ambush firefight skirmish".split())


_HANDING = frozenset({("hand", "over"), ("turn", "over"), ("deliver",), ("hand",), ("return",)})
_BENCHES = frozenset(
    "court tribunal judge prosecutor police policeman officer authority authorities justice custom customs agency "
    "jail prison immigration gendarmerie judiciary magistrate".split()
)
_WITHHELD = frozenset(
    "hostage captive abductee body remains corpse child boy girl prisoner detainee soldier weapon arms crew".split()
)
_CAPTORS = frozenset("rebel guerrilla kidnapper captor militant insurgent gunman group militia pirate gang".split())
_WANTED = frozenset("suspect trafficker criminal terrorist fugitive militant smuggler murderer killer".split())
_ARRESTING = frozenset({"capture", "arrest", "detain", "seize", "catch", "apprehend"})


def as_handed_over(parse: Parse, members: Sequence[Coded]) -> Sequence[Coded]:
    """ "Was | turned over | to a court": in the hands of the law. "Caught nine and | handed them over | to Orland".

    The latter is an extradition. A captor who hands over hostages lets them go.
    """
    if len(members) != 1 or members[0].found.trigger.mode != "release":
        return members
    member = members[0]
    verb = parse.tokens[member.found.head]
    to = [parse.tokens[h] for h in member.found.slots.get("to", ())]
    to = to or [c for c in _to_whom(parse, verb.head) if verb.dep == "conj" and c.i > verb.i]
    if not verb.is_verb or not to or member.found.trigger.words not in _HANDING or _is_captors(parse, member):
        return members
    if all(_is_bench(parse, t) for t in to) and verb.lemma.lower() != "return":
        return [_as(member, "COERCE", "arrest")]
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    given = [parse.tokens[p.head].lemma.lower() for p in member.parts if p.part == "recipient" and p.slot != "to"]
    caught = verb.dep == "conj" and parse.tokens[verb.head].lemma.lower() in _ARRESTING
    if all(t.i in states for t in to) and (caught or (bool(given) and all(g in _WANTED for g in given))):
        return [_as(member, "COOPERATE", None)]
    return members


def _to_whom(parse: Parse, i: int) -> list[Token]:
    """ "Caught nine and handed them over | to Orland |": hung on the first verb."""
    return [c for c in parse.children(i, "obl") if parse.case(c.i) == "to"]


def _is_bench(parse: Parse, token: Token) -> bool:
    words = {token.lemma.lower(), token.lower, *(c.lower for c in parse.children(token.i, "compound", "flat"))}
    return bool(words & _BENCHES)


def _is_captors(parse: Parse, member: Coded) -> bool:
    """Whether it is no officer of the law who hands over, or nobody whom the law looks for."""
    acting = [parse.tokens[p.head] for p in member.parts if p.part == "actor"]
    held = [parse.tokens[p.head] for p in member.parts if p.part in {"recipient", "target"}]
    held += [parse.tokens[h] for s in ("object", "subject") for h in member.found.slots.get(s, ())]
    if any(t.lower in {"himself", "herself", "themselves"} for t in held):
        return True  # "| turned himself over | to the police"
    captors = any(t.i in parse.armed or t.lemma.lower() in _CAPTORS for t in acting)
    return captors or any(t.lemma.lower() in _WITHHELD for t in held)


def _as(member: Coded, event: str, mode: str | None) -> Coded:
    effect = "arrested" if event == "COERCE" else None
    cameo = "173" if event == "COERCE" else "063"
    law = msgspec.structs.replace(member.found.trigger, event=event, mode=mode, effect=effect, cameo=cameo)
    parts = [p for p in member.parts if event != "COERCE" or p.slot != "to"]
    return msgspec.structs.replace(member, found=msgspec.structs.replace(member.found, trigger=law), parts=parts)
