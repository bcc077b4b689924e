"""Words of war for what is none: a country attacked with words, a war on drugs, ground called liberated."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token


def is_overstated(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of violence is too strong for what it tells of."""
    return found.trigger.event == "ASSAULT" and any(rule(parse, found, parts) for rule in _RULES)


_HITTING = frozenset({"attack", "assail", "assault", "blast", "slam", "savage"})
_WITH_WORDS = frozenset("verbally harshly bitterly vehemently publicly rhetorically angrily scathingly".split())
_MATTERS = frozenset(
    "plan proposal decision policy trip visit tour record remark comment speech statement view idea law bill budget "
    "reform treaty pact deal agreement programme program scheme handling stance appointment nomination "
    "candidacy report ruling verdict resolution allegation claim suggestion".split()
)


def _is_spoken(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Harshly | attacked | the premier", "took turns | attacking | Orland", "attacked | his trip |": with words."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in _HITTING:
        return False
    if any(c.lower in _WITH_WORDS for c in parse.children(verb.i, "advmod")):
        return True
    above = parse.tokens[verb.head]
    turns = above.lemma.lower() == "take" and any(c.lower == "turns" for c in parse.children(above.i, "obj"))
    told = parse.children(verb.i, "nsubj:pass" if parse.children(verb.i, "aux:pass") else "obj")
    return (verb.tag == "VBG" and turns) or (bool(told) and all(c.lemma.lower() in _MATTERS for c in told))


_BODIES = frozenset(
    "democracy freedom liberty constitution sovereignty independence nation people society press judiciary branch "
    "institution state rule law dignity humanity civilization civilisation justice process unity peace us all".split()
)


def _is_called_so(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "This is an | attack | on Orland, on all of us", "regards the ruling as an | attack | on the judiciary"."""
    noun = parse.tokens[found.head]
    if noun.is_verb or found.carrier is not None or noun.lemma.lower() not in {"attack", "assault", "onslaught"}:
        return False
    one = any(c.lower in {"a", "an"} for c in parse.children(noun.i, "det"))
    first = noun
    while first.dep == "conj" and parse.tokens[first.head].is_noun | (parse.tokens[first.head].lower == "one"):
        first = parse.tokens[first.head]
    called = parse.children(first.i, "cop") or case_of(parse, first.i) == "as"
    on = [c for c in parse.children(noun.i, "nmod", "obl") if case_of(parse, c.i) in {"on", "against"}]
    on = [t for c in on for t in (c, *parse.children(c.i, "conj"))]
    return one and bool(called) and bool(on) and any(_is_of_all(parse, t) for t in on)


def _is_of_all(parse: Parse, token: Token) -> bool:
    countries = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    return token.lemma.lower() in _BODIES or token.lower in _BODIES or token.i in countries


_ILLS = frozenset(
    "drug trafficker trafficking crime corruption poverty hunger disease cartel smuggler smuggling dealer "
    "production narcotic malaria illiteracy terror terrorism".split()
)


def _is_war_on_crime(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Declared war | on drug traffickers", "waging an all-out war on the drug trade": a campaign."""
    if "war" not in {parse.tokens[i].lemma.lower() for i in found.tokens}:
        return False
    on = [parse.tokens[h] for slot in ("on", "against") for h in found.slots.get(slot, ())]
    on += [
        c for i in found.tokens for c in parse.children(i, "nmod", "obl") if case_of(parse, c.i) in {"on", "against"}
    ]
    return bool(on) and all(t.lemma.lower() in _ILLS for t in on)


_OFTEN = frozenset({"often", "frequently", "regularly", "repeatedly", "sometimes"})
_SPEAKING = frozenset({"government", "administration", "president", "leader", "minister"})


def _is_at_odds(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The government often | clashes | with Orland": it disagrees with it."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "clash" or not verb.is_verb:
        return False
    acting = [parse.tokens[p.head] for p in parts if p.part == "actor"]
    often = any(c.lower in _OFTEN for c in parse.children(verb.i, "advmod"))
    placed = any(case_of(parse, c.i) in {"in", "near", "at", "along"} for c in parse.children(verb.i, "obl"))
    return often and not placed and any(t.lemma.lower() in _SPEAKING for t in acting)


def _is_liberated(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "The valley is | liberated | territory", "declared it a territory | liberated | by the people": what it is."""
    verb = parse.tokens[found.head]
    ground = parse.tokens[verb.head].lemma.lower() in {"territory", "zone", "area", "land"}
    if verb.lemma.lower() != "liberate" or verb.tag not in {"VBN", "JJ", "VBD"} or not ground:
        return False
    said = verb.dep == "acl" and case_of(parse, verb.head) == "as"
    return verb.dep == "amod" or said


_SOMEBODY = frozenset({"someone", "somebody"})


def _is_of_somebody(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "When it wants to | kill | someone", "why should I attack someone": nobody in particular."""
    hurt = [parse.tokens[p.head] for p in parts if p.part == "recipient"]
    return parse.tokens[found.head].tag == "VB" and bool(hurt) and all(t.lower in _SOMEBODY for t in hurt)


_UNREST = frozenset("protest demonstration unrest strike crisis recession inflation scandal shortage blackout".split())


def _is_befallen(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Orland has been | struck | by violent protests": they come over it, and nobody hits it."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in {"strike", "hit", "rock", "shake"}:
        return False
    by = [c for c in parse.children(verb.i, "obl:agent", "obl") if case_of(parse, c.i) == "by"]
    return bool(by) and all(c.lemma.lower() in _UNREST for c in by)


_PROBES = frozenset("investigation inquiry probe sanction audit prosecution tax subsidy".split())


def _is_looked_into(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Said it | targeted | thieves in an inquiry": with questions."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "target" or not verb.is_verb:
        return False
    with_what = [c for c in parse.children(verb.i, "obl") if case_of(parse, c.i) in {"in", "with", "by", "through"}]
    return any(c.lemma.lower() in _PROBES for c in with_what)


_NO_ARMS = frozenset(
    "disinformation propaganda charm diplomatic media publicity legal peace rhetorical political verbal".split()
)
_SICKNESSES = frozenset(
    "aids hiv disease malaria cancer obesity corruption poverty crime inflation trafficking".split()
)
_STRUGGLES = frozenset({"offensive", "counteroffensive", "battle", "fight", "war", "campaign", "blitz"})


def _is_campaign(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A disinformation | offensive |", "the | battle | against AIDS": with no weapon."""
    noun = next((parse.tokens[i] for i in found.tokens if parse.tokens[i].lemma.lower() in _STRUGGLES), None)
    if noun is None or noun.is_verb:
        return False
    kinds = {c.lower for c in parse.children(noun.i, "compound", "amod")}
    against = [c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) in {"against", "on"}]
    ill = bool(against) and all(c.lemma.lower() in _SICKNESSES for c in against)
    return ill or (bool(kinds & _NO_ARMS) and "military" not in kinds)


def _is_ruin(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The drugs that are | killing | our children": a scourge, and no murderer."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "kill" or verb.tag != "VBG" or any(_is_by_arms(parse, p) for p in parts):
        return False
    now = any(c.lower in {"is", "are"} for c in parse.children(verb.i, "aux"))
    told = parse.children(verb.i, "obj")
    ours = any(c.lower == "our" for t in told for c in parse.children(t.i, "nmod:poss"))
    return now and bool(told) and (ours or all(t.lemma.lower() in {"youth", "economy", "trade"} for t in told))


def _is_by_arms(parse: Parse, part: Part) -> bool:
    """A doer, or a means other than drugs."""
    return part.part == "actor" or (part.part == "instrument" and parse.tokens[part.head].lemma.lower() != "drug")


_AT_PLAY = frozenset(
    "seeded tournament semifinal quarterfinal semi-final quarter-final wimbledon grand-slam championship tennis".split()
)


def _is_won(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "He | beat | third-seeded Ruiz", "who beat her at the tournament": in a game."""
    verb = parse.tokens[found.head]
    if verb.lemma.lower() != "beat" or not verb.is_verb or any(p.part == "instrument" for p in parts):
        return False
    words = [w for t in parse.around(verb.i) for w in (t.lemma.lower(), t.lower, t.lower.split("-")[-1])]
    return parse.tokens[found.head].tag in {"VBD", "VBZ", "VBN"} and bool(_AT_PLAY & set(words))


def _is_after_crash(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A lorry | exploded | following a road accident", "accidents and | explosions |": of itself."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "explosives":
        return False
    if token.is_verb:
        if any(c.lemma.lower() in {"bomb", "grenade", "device", "mine"} for c in parse.children(token.i, "nsubj")):
            return False
        after = [c for c in parse.children(token.i, "obl", "advcl") if case_of(parse, c.i) in {"after", "following"}]
        return any(c.lemma.lower() in _WRECKS for c in after)
    return token.dep == "conj" and parse.tokens[token.head].lemma.lower() in _WRECKS


_WRECKS = frozenset({"accident", "crash", "collision", "derailment"})


def _is_of_work(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A week-long | strike | called by the rebels": nobody works, and nobody is struck."""
    noun = parse.tokens[found.head]
    if noun.is_verb or noun.lemma.lower() != "strike" or len(found.tokens) > 1:
        return False
    called = any(c.lemma.lower() in {"call", "observe"} and c.tag == "VBN" for c in parse.children(noun.i, "acl"))
    return called or any(c.lower.endswith("-long") or c.lower == "long" for c in parse.children(noun.i, "amod"))


_HALLS = frozenset(
    "office building institution school university campus faculty ministry headquarters hall factory farm".split()
)
_UNARMED = frozenset(
    "protester protestor demonstrator activist student worker teacher supporter villager farmer striker".split()
)


def _is_sit_in(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Students ended | the occupation | of an office": a protest, and no force of arms."""
    noun = parse.tokens[found.head]
    if noun.is_verb or noun.lemma.lower() not in {"occupation", "takeover"}:
        return False
    of = {c.lemma.lower() for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "of"}
    acting = {parse.tokens[p.head].lemma.lower() for p in parts if p.part == "actor"}
    above = {c.lemma.lower() for c in parse.children(noun.head, "nsubj")}
    return bool(of & _HALLS) and bool((acting | above) & _UNARMED) and not acting - _UNARMED


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_spoken,
    _is_called_so,
    _is_war_on_crime,
    _is_at_odds,
    _is_liberated,
    _is_of_somebody,
    _is_befallen,
    _is_looked_into,
    _is_campaign,
    _is_ruin,
    _is_won,
    _is_after_crash,
    _is_of_work,
    _is_sit_in,
)
