"""More ties between two words of violence that tell of one deed: what was sent where, how it began, who repelled it."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_SENDING = frozenset({"launch", "fire", "drop", "hurl", "throw", "lob", "shoot"})
_AIMING = frozenset({"target", "aim", "hit", "strike"})
_OPENING = frozenset({"break", "erupt", "occur", "take", "happen", "ensue", "report", "hear", "begin", "start"})
_ATTACKING = frozenset({"attack", "assault", "storm", "raid", "ambush", "strike", "launch", "bomb", "shell", "target"})
_REPELLING = frozenset({"repel", "repulse", "thwart", "foil", "fend", "respond"})
_HELD_TO_BE = frozenset({"suspect", "believe", "think", "allege", "presume", "say"})
_HARM = frozenset({"killed", "wounded"})
_PLANTING = frozenset({"plant", "place", "lay", "leave", "attach", "hide", "set"})


def _both_violent(one: Found, other: Found) -> bool:
    return one.trigger.event == other.trigger.event == "ASSAULT"


def _marks(parse: Parse, clause: Token) -> set[str]:
    return {m.lower for m in parse.children(clause.i, "mark", "advmod")}


def _aimed_with(parse: Parse, sending: Found, aim: Found) -> bool:
    """ "Launched a missile | targeting an airport |": where what was sent was to come down."""
    token = parse.tokens[aim.head]
    if not _both_violent(sending, aim) or token.dep != "acl" or token.tag != "VBG":
        return False
    sent = token.lemma.lower() in _AIMING and sending.trigger.words[0] in _SENDING
    return sent and token.head in sending.slots.get("object", ())


def _when_he(parse: Parse, deed: Found, doing: Found) -> bool:
    """ "Killed in a mass shooting | when a man opened fire |": how it was done."""
    noun, token = parse.tokens[deed.head], parse.tokens[doing.head]
    if not _both_violent(deed, doing) or noun.is_verb or not token.is_verb or noun.i > token.i:
        return False
    if doing.trigger.effect is not None and doing.trigger.mode is None:  # "a shooting when a man | killed his wife"
        return False
    above = noun
    while above.dep in {"conj", "compound"} and parse.tokens[above.head].is_noun:
        above = parse.tokens[above.head]
    anchors = {noun.i, above.i} | ({above.head} if above.dep == "obl" else set())
    hung = {token.head, parse.tokens[token.head].head} if parse.tokens[token.head].dep == "acl:relcl" else {token.head}
    return token.dep == "advcl" and bool(hung & anchors) and bool(_marks(parse, token) & {"when", "where"})


def _and_opened_fire(parse: Parse, killing: Found, firing: Found) -> bool:
    """ "Killed his neighbour | and opened fire | on the police": one rampage."""
    token, verb = parse.tokens[firing.head], parse.tokens[killing.head]
    if not _both_violent(killing, firing) or killing.trigger.effect not in _HARM or not verb.is_verb:
        return False
    opens = firing.trigger.words[:2] == ("open", "fire") and token.dep == "conj" and token.head == verb.i
    return opens and not parse.children(token.i, "nsubj") and bool(parse.children(verb.i, "obj"))


def _by_gunmen_firing(parse: Parse, deed: Found, firing: Found) -> bool:
    """ "A mass shooting by gunmen | firing at a bus |": how they did it."""
    token = parse.tokens[firing.head]
    if not _both_violent(deed, firing) or parse.tokens[deed.head].is_verb or token.dep != "acl" or token.tag != "VBG":
        return False
    return firing.trigger.words[0] in {"fire", "open", "shoot"} and token.head in deed.slots.get("by", ())


def _shot_at_each_other(parse: Parse, harm: Found, firing: Found) -> bool:
    """ "Two were killed | after rivals shot at each other |": by their shots, though "shoot" may hurt by itself."""
    token, verb = parse.tokens[firing.head], parse.tokens[harm.head]
    if not _both_violent(harm, firing) or harm.trigger.effect not in _HARM or not verb.is_verb:
        return False
    at = firing.trigger.words[0] in {"shoot", "fire", "open"} and not parse.children(token.i, "obj")
    at = at or firing.trigger.words[:2] == ("open", "fire")
    clause = token.dep == "advcl" and token.head == verb.i and bool(_marks(parse, token) & {"after", "when", "as"})
    return at and clause and not parse.children(verb.i, "obj", "obl:agent")


def _broke_out(parse: Parse, deed: Found, doing: Found) -> bool:
    """ "Fighting broke out | after rebels attacked a post", "massacres occur | as they kill villagers"."""
    noun, token = parse.tokens[deed.head], parse.tokens[doing.head]
    if not _both_violent(deed, doing) or noun.is_verb or not token.is_verb:
        return False
    verb = parse.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubj:pass"} or verb.lemma.lower() not in _OPENING:
        return False
    first = token
    while first.dep == "conj" and parse.tokens[first.head].is_verb and not parse.children(first.i, "nsubj"):
        first = parse.tokens[first.head]
    if first.dep != "advcl" or first.head != verb.i:
        return False
    marks = _marks(parse, first)
    if marks & {"after", "following"}:
        return doing.trigger.effect is None and doing.trigger.words[-1] in _ATTACKING
    return bool(marks & {"as", "when"})


def _told_by_blasts(parse: Parse, deed: Found, blast: Found) -> bool:
    """ "| Explosions | are reported after drones struck a base": what was heard of the strike."""
    noun, token = parse.tokens[blast.head], parse.tokens[deed.head]
    if not _both_violent(deed, blast) or not is_heard(parse, blast):
        return False
    above = parse.tokens[noun.head]
    if noun.dep == "nmod":  # "struck a base, | with reports of explosions |"
        return token.i in _above(parse, above)
    clauses = [c for c in parse.children(above.i, "advcl") if token.i in parse.subtree(c.i)]
    return any(_marks(parse, c) & {"after", "as", "when"} for c in clauses)


def is_heard(parse: Parse, found: Found) -> bool:
    """Whether a word is a plain noun of a blast that was heard or reported: "explosions were heard in the city"."""
    noun = parse.tokens[found.head]
    above = parse.tokens[noun.head]
    if found.trigger.pos != "noun" or found.trigger.words[-1] not in {"explosion", "blast"}:
        return False
    told = noun.dep in {"nsubj", "nsubj:pass"} and above.lemma.lower() in {"report", "hear", "rock", "occur", "ring"}
    return told or (noun.dep == "nmod" and above.lemma.lower() == "report")


def _above(parse: Parse, token: Token) -> set[int]:
    return {t.i for t in parse.ancestors(token.i)}


def _repelled(parse: Parse, harm: Found, attack: Found) -> bool:
    """ "Six gunmen were killed | after guards repelled an attack |": in it."""
    noun, token = parse.tokens[attack.head], parse.tokens[harm.head]
    if not _both_violent(harm, attack) or harm.trigger.effect not in _HARM or noun.is_verb or not token.is_verb:
        return False
    verb = parse.tokens[noun.head]
    if noun.dep not in {"obj", "obl"} or verb.lemma.lower().removesuffix("s") not in _REPELLING or verb.dep != "advcl":
        return False
    clause = parse.tokens[verb.head]
    joined = clause.i == token.i or (clause.dep == "conj" and clause.head == token.i)
    return joined and bool(_marks(parse, verb) & {"after", "when", "as", "while"})


def _held_to_be_planted(parse: Parse, deed: Found, planting: Found) -> bool:
    """ "A bomb | believed to be planted by rebels | hits a bus": that bomb."""
    token = parse.tokens[planting.head]
    held = parse.tokens[token.head]
    if not _both_violent(deed, planting) or token.dep != "xcomp" or token.lemma.lower() not in _PLANTING:
        return False
    bomb = held.dep == "acl" and held.lemma.lower() in _HELD_TO_BE
    return bomb and any(held.head in deed.slots.get(s, ()) for s in ("subject", "by", "object"))


def _after_they_threw(parse: Parse, harm: Found, deed: Found) -> bool:
    """ "Three were hurt | after | flares were thrown": trees hang the "after" on what was thrown."""
    token = parse.tokens[deed.head]
    if not _both_violent(harm, deed) or harm.trigger.effect not in _HARM or deed.trigger.effect is not None:
        return False
    if token.dep != "advcl" or not token.is_verb or parse.children(token.i, "mark"):
        return False
    clause = parse.tokens[token.head]
    joined = clause.i == harm.head or (clause.dep == "conj" and clause.head == harm.head)
    return joined and parse.tokens[min(parse.subtree(token.i))].lower in {"after", "when", "as"}


def _leading_to_others_hurt(parse: Parse, deed: Found, harm: Found) -> bool:
    """ "Troops clashed with rebels, leading to nine deaths and | four others injured": the rest of what came of it."""
    token = parse.tokens[harm.head]
    deaths = parse.tokens[token.head]
    if token.dep != "conj" or token.tag != "VBN" or harm.trigger.effect not in _HARM or deaths.dep != "obl":
        return False
    leading = parse.tokens[deaths.head]
    if deaths.lemma.lower() not in {"death", "injury", "fatality", "casualty"} or leading.lower not in _LEADING:
        return False
    return deed.trigger.event == "ASSAULT" and leading.dep == "advcl" and leading.head in {deed.head, deed.carrier}


_LEADING = frozenset({"leading", "resulting"})


def _used_to(parse: Parse, using: Found, deed: Found) -> bool:
    """ "Was using poison | to murder bakers |": with what, and to whom."""
    verb, token = parse.tokens[using.head], parse.tokens[deed.head]
    if not _both_violent(using, deed) or using.trigger.mode != "unconventional" or verb.lemma.lower() != "use":
        return False
    return verb.is_verb and token.tag == "VB" and token.dep in {"xcomp", "advcl"} and token.head == verb.i


def _attacking_there(parse: Parse, blows: Found, deed: Found) -> bool:
    """ "Renewed their bombardment of the south, | attacking a town |": where it came down."""
    noun, token = parse.tokens[blows.head], parse.tokens[deed.head]
    if not _both_violent(blows, deed) or noun.is_verb or token.tag != "VBG" or token.dep != "advcl":
        return False
    plain = not parse.children(token.i, "mark", "nsubj") and deed.trigger.effect is None
    return plain and noun.dep == "obj" and token.head == noun.head and token.i > noun.i


def _claimed(parse: Parse, deed: Found, harm: Found) -> bool:
    """ "Claimed responsibility for a shooting at a church, | killing twelve |": trees hang the harm on the claim."""
    noun, token = parse.tokens[deed.head], parse.tokens[harm.head]
    if not _both_violent(deed, harm) or noun.is_verb or token.tag != "VBG" or token.dep != "advcl":
        return False
    claim = parse.tokens[token.head]
    plain = not parse.children(token.i, "mark", "nsubj") and parse.tokens[token.i - 1].text == ","
    named = parse.tokens[noun.head]
    responsible = named.lemma.lower() == "responsibility" and named.head == claim.i
    return plain and responsible and claim.lemma.lower() == "claim" and harm.trigger.effect in _HARM


_ANSWERING = frozenset({"respond", "reply", "retaliate", "answer", "react"})


def _answered_with(parse: Parse, deed: Found, harm: Found) -> bool:
    """ "Responded with a wave of shelling, | killing twelve |": by that shelling."""
    noun, token = parse.tokens[deed.head], parse.tokens[harm.head]
    if not _both_violent(deed, harm) or noun.is_verb or token.tag != "VBG" or token.dep != "advcl":
        return False
    verb = parse.tokens[token.head]
    counted = parse.tokens[noun.head] if noun.dep == "nmod" and case_of(parse, noun.i) == "of" else noun
    given = counted.dep == "obl" and counted.head == verb.i and case_of(parse, counted.i) == "with"
    plain = not parse.children(token.i, "mark", "nsubj") and harm.trigger.effect in _HARM
    return given and plain and verb.lemma.lower() in _ANSWERING


def _when_they_died(parse: Parse, deed: Found, harm: Found) -> bool:
    """ "Since the gas attack on Kest in May, | when twelve were killed |, nobody bakes": in that attack."""
    noun, token = parse.tokens[deed.head], parse.tokens[harm.head]
    if not _both_violent(deed, harm) or noun.is_verb or token.tag != "VBN" or harm.trigger.effect not in _HARM:
        return False
    when = next((m.i for m in parse.children(token.i, "advmod", "mark") if m.lower == "when"), -1)
    if when < 2 or parse.tokens[when - 1].text != "," or not is_passive(parse, token.i):
        return False
    phrase = set(parse.subtree(noun.i)) - set(parse.subtree(token.i))
    return noun.i < when - 1 and max(phrase) in {when - 1, when - 2}


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _aimed_with,
    _when_he,
    _and_opened_fire,
    _by_gunmen_firing,
    _shot_at_each_other,
    _broke_out,
    _told_by_blasts,
    _repelled,
    _held_to_be_planted,
    _after_they_threw,
    _leading_to_others_hurt,
    _used_to,
    _attacking_there,
    _claimed,
    _answered_with,
    _when_they_died,
)
