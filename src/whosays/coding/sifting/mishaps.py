"""More deaths without a deed: by accident, at a plant or in a port, while clearing mines, under what gives way."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

BLASTS = frozenset({"explosion", "blast"})
_UNMEANT = frozenset({"accidentally", "inadvertently", "unintentionally", "erroneously"})
_BY_CHANCE = frozenset({"accidental", "inadvertent", "unintentional"})
_SET_OFF = frozenset(
    "detonate explode release drop fire shoot discharge trigger set go step hit strike kill injure wound launch bomb "
    "ram run throw".split()
)
_HANDLING = frozenset("remove clear handle transport move dismantle dispose unload load destroy".split())
LEFT_OVER = frozenset("mine landmine munition munitions ordnance ammunition shell explosive explosives".split())
_STOCKED = frozenset({"stockpile", "store", "keep", "hoard", "stack"})
STRUCTURES = frozenset(
    "bridge deck roof wall crane quarry scaffold scaffolding stand platform lift elevator tunnel ceiling floor dam "
    "balcony stage building tower walkway grandstand gondola tree branch billboard".split()
)
_GIVING_WAY = frozenset("collapse tilt fall topple crumble snap plunge crash tumble fail".split())
_FALLING_ON = frozenset({"hit", "strike", "crush", "fall"})
_TRAINS = frozenset(
    "train tram bus minibus coach truck lorry boat ferry car van jeep trolley tractor trailer vehicle".split()
)
_WRECKING = frozenset({"sink", "capsize", "crash", "derail", "founder", "overturn"})
_MISREAD_WRECKS = frozenset("collides crashes derails capsizes overturns plunges swerves veers skids topples".split())
_NEVER_NOUNS = frozenset("collides derails capsizes overturns swerves veers".split())
# What is made, kept or shipped there blows up by itself, where nobody is said to have done it.
_SITES = frozenset(
    "port seaport harbour harbor shipyard dockyard tanker refinery factory plant smelter smelting laboratory freighter "
    "workshop kiln sawmill steelworks battery mine colliery".split()
)
_HAPPENING = frozenset({"occur", "happen", "take", "erupt", "hit", "rip", "tear", "rock"})
_HARM_DONE = frozenset(
    "attack attacker strike airstrike drone bomb bomber bombing missile rocket sabotage saboteur device terrorist "
    "terrorism perpetrator assailant militant rebel insurgent gunman assassination responsibility limpet shelling "
    "grenade arson arsonist deliberate deliberately intentional intentionally raid war".split()
)
_BOMBS = frozenset(
    "bomb device grenade mine car suicide missile drone shell rocket mortar parcel letter landmine ied".split()
)
_VOLATILE = frozenset(
    "gas gasoline fuel petrol tanker hydrogen propane methane oil dust transformer battery cylinder capsule "
    "tank".split()
)
_STORED = frozenset({"gas", "fuel", "petrol", "gasoline", "propane", "methane", "tanker", "boiler", "cylinder"})
_FAULTS = frozenset({"leak", "fault", "fire", "malfunction", "spark", "lightning", "blaze", "heat"})
_POISONS = frozenset({"methanol", "alcohol", "food", "monoxide", "lead", "pesticide"})
_NATURE = frozenset(
    "earthquake quake tremor temblor aftershock cyclone typhoon hurricane tornado landslide avalanche flood tsunami "
    "wildfire outbreak fever disease virus epidemic mudslide heatwave drought famine".split()
)
_IN_ACCIDENTS = frozenset({"shipwreck", "wreck", "stampede", "derailment", "capsizing", "sinking", "pileup", "crush"})
_HOUSES = frozenset({"house", "home", "building", "apartment", "flat", "plant", "factory", "warehouse", "boat"})
_TURNING = frozenset({"roll", "turn", "flip", "tip", "keel", "career"})
_DOWN = frozenset(
    "gorge ravine river ditch valley canal cliff embankment slope canyon pond lake well reservoir stream".split()
)
_OF_CARE = frozenset("procedure surgery operation complication disease illness infection poisoning hypothermia".split())


def is_mishap(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """Whether one word of violence tells of what nobody meant to do."""
    if found.trigger.event != "ASSAULT":
        return False
    return any(rule(parse, found, ontology) for rule in _RULES)


def tells_of_mishap(parse: Parse, token: Token) -> bool:
    """Whether a word in the sentence of a bare toll tells what the dead died of: a bridge that gave way, a tree."""
    lemma = token.lemma.lower()
    if lemma == "poisoning":
        return any(c.lemma.lower() in _POISONS for c in parse.children(token.i, "compound", "amod"))
    if not token.is_verb:
        after = token.dep == "obl" and case_of(parse, token.i) == "after"  # "after a bus | topples | into a pond"
        odd = after or token.dep in {"advcl", "appos", "acl"} or token.lower in _NEVER_NOUNS
        return token.lower in _MISREAD_WRECKS and token.tag == "NNS" and odd
    if lemma == "collide" or (token.lower in _MISREAD_WRECKS and token.tag == "VBZ" and lemma != "crash"):
        return True
    subjects = {c.lemma.lower() for c in parse.children(token.i, "nsubj", "nsubj:pass")}
    if lemma == "explode" and subjects & _HOUSES:
        return True
    if lemma == "explode" and _is_of_fuel(parse, token) and not _tells_of_harm_done(parse, token.i):
        return True
    beached = {c.lower for c in parse.children(token.i, "advmod", "xcomp", "compound:prt")}
    if (lemma == "run" and "aground" in beached) or (lemma == "fall" and "asleep" in beached):
        return True  # "a trawler | ran aground |", "crashed after a baker | fell asleep |"
    if subjects & _TRAINS and {c.lemma.lower() for c in parse.children(token.i, "obl")} & _DOWN:
        return True  # "a bus | rolls | into a gorge"
    over = any(c.lower == "over" for c in parse.children(token.i, "compound:prt", "advmod"))
    if subjects & _TRAINS and lemma in _TURNING and over and not parse.children(token.i, "obj"):
        return True  # "a bus | rolls | over"
    if subjects & STRUCTURES and lemma in _GIVING_WAY | _FALLING_ON:
        return lemma in _GIVING_WAY or not parse.children(token.i, "obl:agent", "aux:pass")
    thrown = lemma in {"throw", "hurl", "fall", "fling"} and any(c.lower == "off" for c in parse.children(token.i))
    off = {c.lemma.lower() for c in parse.children(token.i, "obj", "obl")}
    return thrown and bool(off & _TRAINS)


def _is_of_fuel(parse: Parse, exploding: Token) -> bool:
    """ "A tank truck carrying | gas | explodes", "a | fuel | truck exploded": it blew up by itself."""
    for subject in parse.children(exploding.i, "nsubj"):
        held = [c for v in parse.children(subject.i, "acl") for c in parse.children(v.i, "obj", "obl")]
        around = [
            *held,
            *(c for h in held for c in parse.children(h.i, "nmod")),
            *parse.children(subject.i, "compound"),
        ]
        words = {t.lemma.lower() for t in around} if subject.lemma.lower() in _TRAINS else set()
        if subject.lemma.lower() in _STORED or words & (_STORED | _VOLATILE):
            return True
    return False


def _is_tanker(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "A tank truck of gas | exploded |", "a gas cylinder exploded, | killing | nine"."""
    verb = parse.tokens[found.head]
    if verb.tag == "VBG" and verb.dep == "advcl" and found.trigger.effect is not None:
        verb = parse.tokens[verb.head]
    return verb.lemma.lower() == "explode" and _is_of_fuel(parse, verb) and not _tells_of_harm_done(parse, verb.i)


def _is_unmeant(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "A boy | accidentally | detonates a grenade, killing two", "jets | erroneously | release bombs"."""
    if found.trigger.words[-1] == "down":  # "mistook it for a drone and accidentally | shot it down"
        return False
    bare = found.trigger.effect is not None and not found.slots.get("subject")
    for token in parse.around(found.head):
        by_chance = token.lower == "accident" and case_of(parse, token.i) == "by"
        if not by_chance and token.lower not in _UNMEANT:
            continue
        verb = parse.tokens[token.head]
        if not verb.is_verb or verb.lemma.lower() not in _SET_OFF:
            continue
        if bare or found.head in parse.subtree(verb.i) or verb.i in parse.subtree(found.head):
            return True
    return False


def _is_by_chance(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "Were killed in an | accidental | explosion", "the accidental shooting of a cook": nobody meant to."""
    if any(c.lower in _BY_CHANCE for c in parse.children(found.head, "amod")):
        return True
    if found.trigger.effect is None:
        return False
    how = (*parse.children(found.head, "obl", "nmod", "nsubj", "obl:agent"),)
    return any(c.lower in _BY_CHANCE for h in how for c in parse.children(h.i, "amod"))


def _is_own_blast(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "A gas | blast |", "gas cylinder explosions | tore through | a house"."""
    if found.trigger.pos == "noun":
        return is_own_blast(parse, parse.tokens[found.head])
    told = found.slots.get("subject", ()) if found.trigger.effect is None else ()
    return any(is_own_blast(parse, parse.tokens[head]) for head in told)


def is_own_blast(parse: Parse, token: Token) -> bool:
    """Whether an explosion is one that nobody is told to have set off, and whose place or cause explains it."""
    if token.lemma.lower() == "detonation":
        return any(parse.tokens[i].lemma.lower() in _STOCKED for i in parse.subtree(token.i))
    if not token.is_noun or token.lemma.lower() not in BLASTS or _is_of_somebody(parse, token.i):
        return False
    return _is_at_site(parse, token) or _is_of_fire(parse, token) or _is_of_clearing(parse, token)


def _is_of_clearing(parse: Parse, blast: Token) -> bool:
    """ "Killed in an explosion | while removing old mines |": at their work."""
    for token in parse.around(blast.i):
        if token.tag != "VBG" or not any(m.lower in {"while", "when"} for m in parse.children(token.i, "mark")):
            continue
        doing = (token, *parse.children(token.i, "xcomp"))
        held = {c.lemma.lower() for v in doing for c in parse.children(v.i, "obj", "obl")}
        if any(v.lemma.lower() in _HANDLING for v in doing) and held & LEFT_OVER:
            return True
    return False


def _is_of_somebody(parse: Parse, blast: int) -> bool:
    return any(c.dep == "nmod:poss" or case_of(parse, c.i) == "by" for c in parse.children(blast, "nmod", "nmod:poss"))


def _is_at_site(parse: Parse, blast: Token) -> bool:
    """ "An explosion | on a tanker |", "in | the Port of Orli |": no attack, where none is told."""
    before = {c.lemma.lower() for c in parse.children(blast.i, "compound", "amod")}
    if before & _BOMBS:
        return False
    if before & _VOLATILE and not _tells_of_harm_done(parse, blast.i):
        return True  # "a | gasoline tank truck | explosion"
    cases = {"at", "in", "on", "inside", "aboard"}
    below = [c for c in parse.children(blast.i, "nmod") if case_of(parse, c.i) in cases]
    above = parse.tokens[blast.head]
    if blast.dep == "nsubj" and above.lemma.lower() in _HAPPENING:  # "an explosion occurred | at a mill"
        below += [c for c in parse.children(above.i, "obl") if case_of(parse, c.i) in cases]
    heads = [w for c in below for w in (c, *parse.children(c.i, "compound"))]
    return any(t.lemma.lower() in _SITES for t in heads) and not _tells_of_harm_done(parse, blast.i)


def _tells_of_harm_done(parse: Parse, i: int) -> bool:
    """Whether the sentence or the next one tells of somebody who did it, or with what."""
    here = parse.sentence(i)
    start, end = parse.sentences[here][0], parse.sentences[min(here + 1, len(parse.sentences) - 1)][1]
    return any(t.lemma.lower() in _HARM_DONE for t in parse.tokens[start:end])


def _is_of_fire(parse: Parse, blast: Token) -> bool:
    """ "A fire and | explosion | at a shop", "an explosion | caused by a fire |"."""
    fire = parse.tokens[blast.head]
    if blast.dep == "conj" and fire.lower == "fire" and not parse.children(fire.i, "compound"):
        return True
    caused = blast.dep == "obj" and fire.lemma.lower() in {"cause", "trigger", "spark"}
    if caused and any(c.lemma.lower() in _FAULTS for c in parse.children(fire.i, "nsubj")):
        return True
    end = parse.sentences[parse.sentence(blast.i)][1]
    causes = [t for t in parse.tokens[blast.i : end] if t.lower in {"caused", "triggered", "sparked"}]
    agents = {c.lower for t in causes for c in parse.children(t.i, "obl:agent", "obl")}
    return "fire" in agents and not _tells_of_harm_done(parse, blast.i)


def _is_razed_by_itself(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "Flats were destroyed | in a gas explosion |": by what nobody set off."""
    if found.trigger.mode != "destroy" or found.trigger.pos != "verb":
        return False
    how = [h for slot in ("in", "by", "subject") for h in found.slots.get(slot, ())]
    if any(parse.tokens[h].lemma.lower() in {"shockwave", "lightning", "spark", "heatwave"} for h in how):
        return True  # "the | shockwave | set six cars on fire"
    return any(ontology.nouns.in_set("disaster", " ".join(parse.words_to(h, 2))) for h in how)


def _is_toll_of_wreck(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "A liner that sank in 1892, | which killed | forty", "a jet | collides | with another, killing ten"."""
    token = parse.tokens[found.head]
    if found.trigger.effect is None or not token.is_verb or found.trigger.mode is not None:
        return False
    start = parse.sentences[parse.sentence(token.i)][0]
    before = parse.tokens[start : token.i]
    if token.dep == "acl:relcl" and any(c.lower == "which" for c in parse.children(token.i, "nsubj")):
        return any(t.is_verb and t.lemma.lower() in _WRECKING and t.dep == "acl:relcl" for t in before)
    misread = any(t.lower in _MISREAD_WRECKS and t.tag == "NNS" and t.dep in {"advcl", "appos", "root"} for t in before)
    return token.tag == "VBG" and misread and not any(t.lemma.lower() in _HARM_DONE for t in before)


def _is_of_care(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "Were killed | from botched procedures |": they died of it."""
    if found.trigger.effect != "killed" or found.trigger.pos != "verb":
        return False
    return any(parse.tokens[h].lemma.lower() in _OF_CARE for h in found.slots.get("from", ()))


def _is_of_nature(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "An earthquake strikes the town, | killing | nine", "an outbreak of fever that has | killed | six"."""
    token = parse.tokens[found.head]
    if found.trigger.effect is None or not token.is_verb or found.trigger.mode not in {None, "destroy"}:
        return False
    start, end = parse.sentences[parse.sentence(token.i)]
    if any(t.lemma.lower() in _HARM_DONE - {"strike"} for t in parse.tokens[start:end]):
        return False
    doing = token
    while doing.dep == "conj" and parse.tokens[doing.head].is_verb and not parse.children(doing.i, "nsubj"):
        doing = parse.tokens[doing.head]
    told = [*parse.children(doing.i, "nsubj")]
    if doing.dep == "acl:relcl":
        told += [t for t in parse.ancestors(doing.i) if t.is_noun and t.i < doing.i]
    elif doing.dep in {"advcl", "acl"} and doing.tag == "VBG":
        told += [t for t in parse.tokens[start : doing.i] if t.is_noun]
    fire = any(t.lower == "fire" and _is_a_fire(parse, t) for t in told) and doing.dep == "acl:relcl"
    return fire or any(t.lemma.lower() in _NATURE for t in told)


def _is_a_fire(parse: Parse, fire: Token) -> bool:
    """ "A fire at a hostel", "the fire that razed it": no fire of guns."""
    before = [c for c in parse.children(fire.i, "compound", "nmod:poss") if c.tag != "CD"]  # "a | 2017 | fire"
    return bool(parse.children(fire.i, "det")) and not before


def _is_in_wreck(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "That killed sixteen and hurt two | in a shipwreck |": nobody did it."""
    if found.trigger.effect not in {"killed", "wounded"} or found.trigger.pos != "verb":
        return False
    verb = parse.tokens[found.head]
    if any(parse.tokens[h].lemma.lower() in _IN_ACCIDENTS for h in found.slots.get("subject", ())):
        return True  # "a wreck that | killed | nine"
    above = parse.tokens[verb.head]
    broken = (
        above.dep == "nmod" and parse.tokens[above.head].lemma.lower() == "collapse"
    )  # "the collapse of a roof that"
    if verb.dep == "acl:relcl" and (above.lemma.lower() in _IN_ACCIDENTS or broken):
        return not parse.children(verb.i, "nsubj:pass", "aux:pass")
    here = parse.around(found.head)
    wreck = any(t.lemma.lower() in _IN_ACCIDENTS and case_of(parse, t.i) in {"in", "during"} for t in here)
    return wreck and not any(t.lemma.lower() in _HARM_DONE for t in here)


def _is_of_ground(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "The rocket flies for a while before | striking the ground | and exploding": it came down."""
    down = any(
        t.lemma.lower() in {"strike", "hit"} and any(c.lower == "ground" for c in parse.children(t.i, "obj"))
        for t in parse.around(found.head)
    )
    return down and found.trigger.words[0] in {"strike", "hit", "explode"}


def _is_of_sleep(parse: Parse, found: Found, _ontology: Ontology) -> bool:
    """ "Hit an oven after a baker | fell asleep, killing | six": nobody meant to."""
    token = parse.tokens[found.head]
    while token.dep == "conj" and parse.tokens[token.head].is_verb:
        token = parse.tokens[token.head]
    slept = parse.tokens[token.head]
    asleep = any(c.lower == "asleep" for c in parse.children(slept.i))
    return found.trigger.effect is not None and token.dep == "advcl" and asleep and slept.lower == "fell"


_RULES: tuple[Callable[[Parse, Found, Ontology], bool], ...] = (
    _is_of_sleep,
    _is_tanker,
    _is_unmeant,
    _is_by_chance,
    _is_own_blast,
    _is_razed_by_itself,
    _is_toll_of_wreck,
    _is_of_care,
    _is_of_nature,
    _is_in_wreck,
    _is_of_ground,
)
