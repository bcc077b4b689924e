"""Deaths that nobody dealt out: by cold, by a heart attack, in a crash told in passing, while flying home."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token


def is_ill_fortune(parse: Parse, found: Found) -> bool:
    """Whether a verb of harm tells of weather, illness or a wreck."""
    verb = parse.tokens[found.head]
    while verb.dep == "conj" and parse.tokens[verb.head].lemma.lower() in _HARM:
        verb = parse.tokens[verb.head]  # "two were killed and | a third was injured |"
    hurting = found.trigger.effect in {"killed", "wounded"} and found.trigger.pos == "verb"
    return hurting and any(rule(parse, verb) for rule in _RULES)


_HARM = frozenset({"kill", "injure", "wound", "hurt"})
_WEATHER = frozenset("temperature cold heat frost snow snowfall blizzard lightning ice weather rain".split())


def _is_by_weather(parse: Parse, verb: Token) -> bool:
    """ "Freezing temperatures have | killed | nine bakers"."""
    doers = parse.children(verb.i, "nsubj", "obl:agent")
    if verb.tag == "VBN" and parse.children(verb.i, "aux:pass"):
        doers = parse.children(verb.i, "obl:agent")
    return bool(doers) and all(c.lemma.lower() in _WEATHER for c in doers)


_WRECKS = frozenset("crash accident collision derailment earthquake quake storm flood hurricane cyclone fire".split())
_SAID = frozenset("believe think fear know say report estimate".split())


def _is_of_wreck(parse: Parse, verb: Token) -> bool:
    """ "Looks into the crash of a plane, | believed to have killed | nine": what the crash did."""
    said = parse.tokens[verb.head]
    if verb.dep != "xcomp" or said.tag != "VBN" or said.lemma.lower() not in _SAID or said.dep not in {"acl", "advcl"}:
        return False
    above = parse.tokens[said.head]
    near = (above, *parse.children(above.i, "obl", "nsubj", "obj"), *parse.children(above.i, "nmod"))
    near += (parse.tokens[above.head],) if above.dep == "nmod" else ()
    return any(t.lemma.lower() in _WRECKS and not parse.children(t.i, "nmod:poss") for t in near)


_HEARTS = frozenset({"heart", "asthma", "panic", "cardiac"})
_ILLS = frozenset(
    "fireball stroke cancer overdose disease virus infection tumour tumor illness poisoning fever".split()
)


def _is_by_illness(parse: Parse, verb: Token) -> bool:
    """ "The heart attack that | killed | the king"."""
    noun = parse.tokens[verb.head] if verb.dep == "acl:relcl" else None
    told = [noun] if noun is not None and noun.is_noun else list(parse.children(verb.i, "nsubj", "obl:agent"))
    told = [t for t in told if t.i < verb.i or t.dep == "obl:agent"]
    if verb.dep == "acl:relcl" and parse.children(verb.i, "aux:pass"):
        return False
    heart = (
        t.lemma.lower() == "attack" and _HEARTS & {c.lower for c in parse.children(t.i, "compound", "amod")}
        for t in told
    )
    return any(heart) or (bool(told) and all(t.lemma.lower() in _ILLS for t in told))


_ON_THE_WAY = frozenset("fly swim climb hike ski dive sail race surf mountaineer cycle".split())


def _is_on_the_way(parse: Parse, verb: Token) -> bool:
    """ "Was | killed | while flying home": in a crash, where no attack on him is told."""
    clauses = parse.children(verb.i, "advcl")
    alone = bool(parse.children(verb.i, "aux:pass")) and not parse.children(verb.i, "obl:agent")
    on_way = any(
        c.tag == "VBG"
        and c.lemma.lower() in _ON_THE_WAY
        and any(m.lower == "while" for m in parse.children(c.i, "mark"))
        for c in clauses
    )
    return alone and on_way and not any(t.lemma.lower() in _VIOLENT for t in parse.around(verb.i))


_VIOLENT = frozenset(
    "attack ambush bomb shoot gunman rebel missile rocket fire down insurgent sniper assassinate explosion blast "
    "roadside mine militant raid assassination murder soldier troop".split()
)
_LINES = frozenset({"line", "cable", "wire"})


def _is_by_chance(parse: Parse, verb: Token) -> bool:
    """ "Were accidentally | electrocuted |", "killed by power lines": by nobody."""
    if verb.lemma.lower() == "electrocute":
        return any(c.lower == "accidentally" for c in parse.children(verb.i, "advmod"))
    by = [c for c in parse.children(verb.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
    return bool(by) and all(
        c.lemma.lower() in _LINES
        and {"power", "electric", "electricity"} & {d.lower for d in parse.children(c.i, "compound", "amod")}
        for c in by
    )


_CRAFT = frozenset("plane aircraft airliner jet helicopter bus train ferry boat ship van".split())


def _is_from_wreck(parse: Parse, verb: Token) -> bool:
    """ "Two people | from the plane | were | killed |": it crashed; who shoots at it would be told."""
    if parse.children(verb.i, "obl:agent") or not parse.children(verb.i, "aux:pass"):
        return False
    from_it = (c for s in parse.children(verb.i, "nsubj:pass") for c in parse.children(s.i, "nmod"))
    wreck = any(c.lemma.lower() in _CRAFT and case_of(parse, c.i) in {"from", "on", "aboard"} for c in from_it)
    start = parse.sentences[max(parse.sentence(verb.i) - 1, 0)][0]
    end = parse.sentences[min(parse.sentence(verb.i) + 1, len(parse.sentences) - 1)][1]
    return wreck and not any(t.lemma.lower() in _VIOLENT for t in parse.tokens[start:end])


_QUAKES = frozenset(
    "earthquake quake tsunami hurricane cyclone typhoon tornado storm flood landslide avalanche".split()
)


def _is_by_it(parse: Parse, verb: Token) -> bool:
    """ "After an earthquake on May 12. | It killed | nine hundred": the quake."""
    subjects = parse.children(verb.i, "nsubj")
    here = parse.sentence(verb.i)
    if here == 0 or len(subjects) != 1 or subjects[0].lower != "it" or parse.children(verb.i, "aux:pass"):
        return False
    if verb.dep != "root":
        return False
    before = parse.tokens[slice(*parse.sentences[here - 1])]
    quake = any(t.lemma.lower() in _QUAKES and t.is_noun and t.dep != "compound" for t in before)
    return quake and not any(t.lemma.lower() in _VIOLENT for t in before)


_RULES: tuple[Callable[[Parse, Token], bool], ...] = (
    _is_by_weather,
    _is_of_wreck,
    _is_by_illness,
    _is_on_the_way,
    _is_by_chance,
    _is_from_wreck,
    _is_by_it,
)
