"""Death without a deed: "killed when a bus collided with a truck", "six people are killed by spreading wildfires"."""

from __future__ import annotations

from whosays.coding.sifting.illfortune import is_ill_fortune
from whosays.coding.sifting.mishaps import BLASTS as _BLASTS
from whosays.coding.sifting.mishaps import LEFT_OVER, STRUCTURES, is_mishap, is_own_blast, tells_of_mishap
from whosays.coding.sifting.traffic import is_of_traffic
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_BACK = 2  # sentences
_OPENING = 12  # sentences that tell what a report is about
_ELSEWHERE = frozenset({"elsewhere", "meanwhile", "separately", "also", "in", "on", "another", "earlier", "later"})
_CRASHING = frozenset({"collide", "crash", "derail", "capsize", "overturn", "collapse", "cave"})
_KEPT = frozenset({"old", "unexploded", "seized", "confiscated", "stored", "stockpiled", "captured", "discarded"})
_WHEELED = frozenset({"train", "tram", "bus", "car", "van", "lorry", "truck"})
_AFLOAT = frozenset({"ship", "boat", "ferry", "barge", "yacht", "vessel", "tanker", "freighter"})
_IN_WATER = frozenset(
    {"bridge", "pier", "pillar", "rock", "reef", "iceberg", "quay", "dock", "jetty", "sandbank", "lock"}
)
_BURNING = frozenset("break start erupt rip tear sweep engulf spread rage burn gut destroy".split())
_DUG_OR_BUILT = frozenset("gold coal copper diamond cobalt silver tin salt iron uranium lithium jade opencast".split())
_BEASTS = frozenset("shark crocodile bear lion tiger leopard elephant dog wolf snake bull hippo boar jellyfish".split())
_BURSTING = frozenset(
    {"boiler", "firework", "fireworks", "firecracker", "distillery", "stove", "heater", "transformer"}
)
_WORK = frozenset("clean repair climb hike swim fish bathe dig mow paint install unload weld dive ski".split())
_UNMEANT = frozenset({"exposure", "inhalation", "asphyxiation", "suffocation", "electrocution", "dehydration"})
_CARELESS = frozenset({"mishandling", "negligence", "carelessness", "malfunction", "misuse"})
_SPREADING = frozenset({"introduce", "bring", "spread", "cause", "carry", "transmit"})
_PLAGUES = frozenset("cholera ebola malaria measles virus disease epidemic plague infection outbreak covid-19".split())
_TROOPS = frozenset({"soldier", "troop", "peacekeeper", "policeman", "marine", "guard", "militiaman"})
_STRUCK = frozenset({"truck", "lorry", "bus", "car", "van", "tree", "wall"})


def is_accident(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """Whether a verb of harm without an actor stands in a sentence that tells of an accident, and of no attack.

    Where the sentence itself tells of neither ("Five people were killed."), those right before it say which it was.
    """
    trigger = found.trigger
    if _is_mere_blast(parse, found, ontology) or is_mishap(parse, found, ontology) or is_of_traffic(parse, found):
        return True
    if is_ill_fortune(parse, found):
        return True
    if trigger.pos != "verb" or trigger.effect is None:
        return False
    if _is_own_hand(parse, found):
        return True
    if trigger.mode is not None:
        return False
    if _is_in_accident(parse, found):
        return True
    acting = found.slots.get("subject", ()) if trigger.roles.get("subject", "actor") == "actor" else ()
    if not parse.children(found.head, "obj", "aux:pass"):  # "and 77 | injured": they did not do it
        acting = tuple(h for h in acting if parse.tokens[h].tag != "CD")
    if acting and all(parse.tokens[h].lemma.lower() in _BEASTS | _UNMEANT for h in acting):
        return True  # "a tiger killed two villagers", "killed by methane | exposure"
    burnt = any(_is_blaze(parse, h) or _is_leak(parse, h) for h in acting)
    burnt = burnt or any(
        _is_at_works(parse, _meant(parse, blast), ontology) for h in acting for blast in _blasts_of(parse, h)
    )  # "an explosion at a fireworks factory | killed six"
    burnt = burnt or any(is_own_blast(parse, parse.tokens[h]) or _is_kept(parse, h) for h in acting)
    burnt = burnt or (parse.tokens[found.head].tag == "VBG" and _is_of_store(parse, found.head))
    if burnt or _is_wreck_of(parse, found):  # "the Harrow Fire has killed six"
        return True
    if not all(_is_vehicle(parse.tokens[h].lemma.lower(), ontology) or _strikes(parse, h, ontology) for h in acting):
        return False
    return _is_around(parse, found, ontology, alone=not acting)


def _is_around(parse: Parse, found: Found, ontology: Ontology, *, alone: bool) -> bool:
    """Whether the sentence of a deed, else those around it, tell of an accident; ``alone``: nobody acts in it."""
    sentence = parse.sentence(found.head)
    told = tells_mishap(parse, sentence, ontology, found.tokens)
    for before in range(sentence - 1, max(sentence - 1 - _BACK, -1), -1):
        if told is not None:
            break
        told = tells_mishap(parse, before, ontology, ())
    if told is None and alone and found.trigger.effect == "wounded":
        told = _is_all_of_mishaps(parse, sentence, ontology)
    if told is None and alone and _is_told_next(parse, sentence):
        told = tells_mishap(parse, sentence + 1, ontology, ())
    return bool(told)


def _is_all_of_mishaps(parse: Parse, sentence: int, ontology: Ontology) -> bool | None:
    """ "Four of them were | injured |", far down in a report of a train that derailed: True where no attack is told."""
    told = {tells_mishap(parse, before, ontology, ()) for before in range(min(sentence, _OPENING))}
    return True if told & {True, False} == {True} else None


def _is_mere_blast(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "An explosion at a paint works", "a gas blast", "a controlled explosion": by itself, or harmless."""
    trigger = found.trigger
    if trigger.pos == "verb" and trigger.effect is None and _bursts_after(parse, found, ontology):
        return True
    if trigger.mode != "explosives":
        return False
    if trigger.pos == "verb" and any(_is_kept(parse, h) for h in found.slots.get("subject", ())):
        return True
    if trigger.event == "ASSAULT" and _is_controlled(parse, found):
        return True
    if trigger.pos != "noun":
        return False
    blast = _meant(parse, found.head)
    return _is_at_works(parse, blast, ontology) or _is_leak(parse, blast)


def _meant(parse: Parse, blast: int) -> int:
    """ "An explosion at a paint works. | The 3 May blast | killed six": the one told of before, else itself."""
    the = any(c.lower in {"the", "this", "that"} for c in parse.children(blast, "det"))
    own = [c for c in parse.children(blast, "compound", "amod", "nmod", "nmod:poss") if c.tag not in {"NNP", "CD"}]
    if not the or own or parse.tokens[blast].lemma.lower() not in _BLASTS:
        return blast
    number = parse.sentence(blast)
    start = parse.sentences[max(number - _BACK, 0)][0]
    before = parse.tokens[start : parse.sentences[number][0]]
    return next((t.i for t in reversed(before) if t.is_noun and t.lemma.lower() in _BLASTS), blast)


def _is_in_accident(parse: Parse, found: Found) -> bool:
    """ "While two were killed | in a vehicle accident |": whatever else the sentence tells of."""
    how = [c for c in parse.children(found.head, "obl", "nmod") if c.lemma.lower() in {"accident", "collision"}]
    how += [c for c in parse.children(found.head, "obl", "nmod") if _is_race(parse, c)]
    clauses = parse.children(found.head, "advcl")
    if all(c.lower == "training" for c in clauses):  # "was wounded | during training |"
        how += [c for c in (*clauses, *parse.children(found.head, "obl")) if c.lower in {"training", "rehearsal"}]
    alone = not any(parse.children(found.head, "nsubj", "obl:agent"))
    first = parse.tokens[found.head]
    while first.dep == "conj" and parse.tokens[first.head].is_verb:
        first = parse.tokens[first.head]
    told = (first.i, *(c.i for c in parse.children(first.i, "conj") if c.is_verb))
    if alone and any(c.lower in _CARELESS for v in told for c in parse.children(v, "obl", "nmod", "advcl")):
        return True  # "killed and others hurt | due to mishandling of fireworks"
    if alone and any(_collides(parse, c) for c in parse.children(found.head, "advcl")):
        return True
    leads = {m.lower for c in how for m in parse.children(c.i, "case", "mark")}
    return alone and bool(leads & {"in", "during", "after", "on", "at"})


def _is_race(parse: Parse, noun: Token) -> bool:
    """ "Killed | in a race |", "on a road course"; but "in the race for power"."""
    kinds = {c.lemma.lower() for c in parse.children(noun.i, "compound", "amod")}
    of_motors = noun.lemma.lower() in {"course", "rally"} and kinds & {"road", "motor", "car", "race", "racing"}
    race = noun.lemma.lower() in {"race", "racetrack", "raceway", "speedway", "prix"} and not kinds & {"arms"}
    return (race or bool(of_motors)) and not any(
        case_of(parse, c.i) in {"for", "against"} for c in parse.children(noun.i, "nmod")
    )


def _collides(parse: Parse, clause: Token) -> bool:
    """ "Killed after a lorry | collided | with an army truck": whoever drove in it."""
    when = {c.lower for c in parse.children(clause.i, "mark", "advmod")} & {"when", "after", "as"}
    return clause.lemma.lower() in {"collide", "overturn", "derail", "capsize"} and bool(when)


def _is_own_hand(parse: Parse, found: Found) -> bool:
    """ "Died of a | self-inflicted | wound": nobody else did it."""
    return found.trigger.effect == "killed" and any(
        parse.tokens[i].lower == "inflicted" and parse.tokens[i - 2].lower == "self" for i in parse.subtree(found.head)
    )


def _is_told_next(parse: Parse, sentence: int) -> bool:
    """ "Nine people were hurt. | They were in a hall whose roof fell in.": what a bare toll without a place was of."""
    if sentence > _BACK or sentence + 1 >= len(parse.sentences):
        return False
    start, end = parse.sentences[sentence]
    placed = any(n.label == "place" and start <= n.start < end for n in parse.names)
    return not placed and parse.tokens[end].lower not in _ELSEWHERE


def _is_kept(parse: Parse, thing: int) -> bool:
    """ "| Seized | explosives went off in a store", "an | old | army shell": what was kept blows up by itself."""
    told = {t.lower for t in (*parse.tokens[max(thing - 1, 0) : thing], *parse.children(thing, "amod"))} & _KEPT
    return bool(told) and (told != {"old"} or parse.tokens[thing].lemma.lower() in LEFT_OVER)


def _goes_off_in_store(parse: Parse, thing: int) -> bool:
    """ "Seized | explosives | detonate inside a station": however the tree hangs the two."""
    behind = (t.lemma.lower() for t in parse.tokens[thing + 1 : thing + 3])
    return _is_kept(parse, thing) and any(lemma in {"detonate", "explode", "ignite"} for lemma in behind)


def _is_of_store(parse: Parse, harming: int) -> bool:
    """ "An old shell exploded when two boys tried to open it, | killing | both": what became of it."""
    start = parse.sentences[parse.sentence(harming)][0]
    return any(_goes_off_in_store(parse, i) for i in range(start, harming) if parse.tokens[i].is_noun)


def _is_controlled(parse: Parse, found: Found) -> bool:
    """ "Old mines were | detonated | in a controlled explosion": made harmless, and nobody attacked."""
    start, end = parse.sentences[parse.sentence(found.head)]
    return any(
        t.lower == "controlled" and parse.tokens[t.head].lemma.lower() in {*_BLASTS, "detonation"}
        for t in parse.tokens[start:end]
    )


def _blasts_of(parse: Parse, head: int) -> list[int]:
    """ "An explosion", "a series | of explosions"."""
    return [t.i for t in (parse.tokens[head], *parse.children(head, "nmod")) if t.lemma.lower() in _BLASTS]


def _is_leak(parse: Parse, blast: int) -> bool:
    """ "An explosion | and fire", "an explosion caused by a gas leak": nobody set it off."""
    if any(c.lemma.lower() == "fire" and not parse.children(c.i, "compound") for c in parse.children(blast, "conj")):
        return True
    below = [parse.tokens[i].lemma.lower() for i in parse.subtree(blast)]
    return parse.tokens[blast].lemma.lower() in _BLASTS and bool({"leak", "malfunction", "fault"} & set(below))


def _is_blaze(parse: Parse, head: int) -> bool:
    """ "The Harrow Fire", "a fire at a school": what burns, and no fire of guns."""
    token = parse.tokens[head]
    if token.lower == "fires" and token.tag == "NNS" and not parse.children(head, "compound"):
        return True  # "fires caused by stoves"
    cause = parse.tokens[token.head]
    if cause.tag == "VBN" and cause.lemma.lower() in {"cause", "start", "spark"} and token.dep == "obl:agent":
        return parse.tokens[cause.head].lower in {"fire", "fires", "blaze"}  # "fires caused by stoves, | which killed"
    if token.lower != "fire":
        return False
    a = any(c.lower in {"a", "an", "such", "another"} for c in parse.children(head, "det", "amod"))
    a = a or (token.dep == "nsubj" and parse.tokens[token.head].lemma.lower() in _BURNING)  # "the fire | spreads"
    return token.tag.startswith("NNP") or (a and not parse.children(head, "compound", "nmod:poss"))


def _strikes(parse: Parse, head: int, ontology: Ontology) -> bool:
    """ "Injured | by a gas explosion": a disaster that harms by itself."""
    heads = [head]
    if parse.tokens[head].lemma.lower() in {"form", "strain", "outbreak", "wave", "case"}:  # "a form | of bird flu"
        heads += [c.i for c in parse.children(head, "nmod")]
    words = [parse.words_to(h, 2) for h in heads]
    # "fed | wildfires |", taken for a singular
    named = [told for w in words for told in (w[-1], " ".join(w), w[-1].removesuffix("s"))]
    return any(ontology.nouns.in_set("disaster", told) for told in named)


def _is_wreck_of(parse: Parse, found: Found) -> bool:
    """ "A Falcon 900 crashes in the hills, | killing six": whatever its name, it is something that crashes."""
    token = parse.tokens[found.head]
    while token.dep == "conj" and token.tag == "VBG" and parse.tokens[token.head].is_verb:
        token = parse.tokens[token.head]
    if token.dep not in {"advcl", "acl"} or token.tag != "VBG":
        return False
    above = parse.tokens[token.head]
    verbs = (above, *parse.children(above.i, "conj"))  # "catches fire and capsizes, | killing fifty"
    if any(v.is_verb and v.lemma.lower() in _CRASHING and v.i < token.i for v in verbs):
        return True
    start, _ = parse.sentences[parse.sentence(token.i)]
    nearest = next((t for t in reversed(parse.tokens[start : token.i]) if t.is_verb), None)
    return nearest is not None and (_is_of_vehicle(parse, nearest) or _spreads_plague(parse, nearest))


def _is_of_vehicle(parse: Parse, verb: Token) -> bool:
    """ "Medics wait where a tram | overturned |, hurting six": whatever the injuring hangs on."""
    owners = [c.lemma.lower() for c in parse.children(verb.i, "nsubj")]
    owners += [parse.tokens[verb.head].lemma.lower()] if verb.dep in {"acl", "acl:relcl"} else []
    return verb.lemma.lower() in _CRASHING and bool(set(owners) & (_WHEELED | _AFLOAT))


def _spreads_plague(parse: Parse, verb: Token) -> bool:
    """ "Are blamed for | bringing | cholera to the town, killing 900"."""
    what = {c.lemma.lower() for c in parse.children(verb.i, "obj")}
    return verb.lemma.lower() in _SPREADING and bool(what & _PLAGUES)


def _compounded(parse: Parse, token: Token) -> tuple[Token, ...]:
    """ "A | fuel tank truck | explosion": the words before it, whichever of them they hang on."""
    return (token, *(c for first in parse.children(token.i, "compound") for c in _compounded(parse, first)))


def _is_at_works(parse: Parse, blast: int, ontology: Ontology) -> bool:
    """ "An explosion | at a fireworks factory": what is made there blows up by itself, where nobody is said to act."""
    *before, word = parse.words_to(blast, 2)
    own = [c.lemma.lower() for first in parse.children(blast, "compound") for c in _compounded(parse, first)]
    # "a | fuel truck bomb | explosion", "a | land mine | blast"
    own = own if "bomb" not in own and ("mine" not in own or "land" not in own) else []
    if own == ["mine"] and any(c.lemma.lower() in _TROOPS for c in parse.children(parse.tokens[blast].head, "obj")):
        own = []  # "a mine explosion killed nine | soldiers |"
    if ontology.nouns.in_set("disaster", " ".join((*before, word))) or any(
        ontology.nouns.in_set("volatile", w) for w in own
    ):
        return True
    row = parse.tokens[parse.tokens[blast].head]  # "a series of | explosions | at a depot"
    rows = (row.i,) if row.lemma.lower() in {"series", "string", "chain"} else ()
    children = [c for h in (blast, *rows) for c in parse.children(h, "nmod", "nmod:poss")]
    if any(c.dep == "nmod:poss" or case_of(parse, c.i) == "by" for c in children):
        return False
    stood_in = [c.i for c in children if case_of(parse, c.i) in {"at", "in", "inside", "near", "on", "aboard"}]
    words = [parse.words_to(i, 3) for i in stood_in]
    told = [" ".join(w[k:]) for w in words for k in range(len(w))] + [word for w in words for word in w]
    return any(ontology.nouns.in_set("volatile", word) for word in told)


def _bursts_after(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """ "A tank truck crashed and | exploded": what a wreck does is no attack."""
    above = parse.tokens[parse.tokens[found.head].head]
    subjects = found.slots.get("subject", ())
    vehicles = bool(subjects) and all(_is_vehicle(parse.tokens[h].lemma.lower(), ontology) for h in subjects)
    joined = parse.tokens[found.head].dep == "conj"
    # "a tank truck carrying fuel | crashes | and explodes": taken for what it carries
    objects = [c.lower.removesuffix("s") for c in parse.children(above.i, "obj", "ccomp") if c.lower.endswith("s")]
    carried = any(word in _CRASHING or word.removesuffix("e") in _CRASHING for word in objects)
    return vehicles and joined and (carried or _wrecks(parse, above, ontology))


def _runs_over(parse: Parse, token: Token) -> bool:
    """ "When a train | strikes five walkers": what runs on wheels hits by itself, unless an attack is told."""
    driven = {c.lemma.lower() for c in parse.children(token.i, "nsubj")}
    built = {c.lemma.lower() for c in parse.children(token.i, "obj")}  # "a tourist ship | strikes a bridge"
    return bool(driven & _WHEELED) or (bool(driven & _AFLOAT) and bool(built & _IN_WATER))


def _is_struck_by_nature(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "A bus | hit | by falling rock", "was hit by heavy snowfall"."""
    agents = {c.lemma.lower() for c in parse.children(token.i, "obl:agent")}
    agents |= {c.lemma.lower() for c in parse.children(token.i, "obl") if case_of(parse, c.i) == "by"}
    return any(a in {"rock", "boulder", "tree"} or ontology.nouns.in_set("disaster", a) for a in agents)


def tells_mishap(parse: Parse, sentence: int, ontology: Ontology, without: tuple[int, ...]) -> bool | None:
    """Whether a sentence tells of an accident (True) or of an attack (False); None when of neither."""
    nouns = ontology.nouns
    mishap = False
    for i in range(*parse.sentences[sentence]):
        token, lemma = parse.tokens[i], parse.tokens[i].lemma.lower()
        if i in without or (mishap and lemma == "rock"):  # "ran aground after hitting a | rock |"
            continue
        if lemma in _BLASTS and any(c.lemma.lower() == "fire" for c in parse.children(i, "conj")):  # "a blast and fire"
            mishap = True
            continue
        if i and nouns.in_set("disaster", f"{parse.tokens[i - 1].lemma.lower()} {lemma}"):  # "a gas explosion"
            mishap = True
            continue
        if token.dep == "nsubj" and lemma == "fire" and parse.tokens[token.head].lemma.lower() in _BURNING:
            mishap = True  # "after a fire | breaks out in a tavern"
            continue
        if (
            lemma in {"strike", "hit"}
            and token.is_verb
            and (_runs_over(parse, token) or _is_struck_by_nature(parse, token, ontology))
        ):
            mishap = True
            continue
        if _wrecks(parse, token, ontology) or (lemma in _BLASTS and _is_at_works(parse, i, ontology)):
            return True
        if _goes_wrong(parse, token) or _goes_off_in_store(parse, i) or is_own_blast(parse, token):
            return True
        if _blows_up_itself(parse, token, ontology) or _is_at_work(parse, token):
            return True
        if lemma in {"attack", "bite", "mauling"} and _is_of_beast(parse, i):
            return True
        if _is_weapon(parse, token, ontology) or _is_attack(lemma, token.is_verb, ontology):
            return False
        if lemma == "storm" and token.is_verb:  # "rebels | stormed the prison": no weather
            return False
        mishap = mishap or tells_of_mishap(parse, token)
        mishap = mishap or any(nouns.in_set("disaster", word) for word in (lemma, lemma.removesuffix("s")))
        mishap = mishap or (token.is_verb and _is_mishap_of(parse, token, ontology))
        mishap = mishap or (nouns.in_set("hazard", lemma) and any(c.lower == "a" for c in parse.children(i, "det")))
    return mishap or None


_FILLING = frozenset({"fuel", "gas", "oil", "petrol", "gasoline", "diesel", "propane", "water", "septic"})
_UNREST = frozenset("protest demonstration riot unrest disorder violence clash fighting gunfire march rally".split())


def _is_mishap_of(parse: Parse, verb: Token, ontology: Ontology) -> bool:
    """ "The bus | overturned"; but "protests | spread" and "clashes | erupted" are none."""
    if not ontology.nouns.in_set("mishap", verb.lemma.lower()):
        return False
    return not any(c.lemma.lower() in _UNREST for c in parse.children(verb.i, "nsubj"))


def _goes_wrong(parse: Parse, token: Token) -> bool:
    """ "The driver | lost control", "were | swept | away", "the | sinking | of a ferry", "a bus | catches fire"."""
    lemma = token.lemma.lower()
    held = {c.lemma.lower() for c in parse.children(token.i, "obj")}
    if (lemma, True) in {("lose", "control" in held), ("catch", "fire" in held)}:
        return True
    if lemma == "trap" and token.tag in {"VBN", "VBD"}:  # "five were | trapped | inside the tram"
        inside = [c for c in parse.children(token.i, "obl") if case_of(parse, c.i) in {"in", "inside", "under"}]
        return any(c.lemma.lower() in _WHEELED | {"lift", "elevator", "wreckage", "carriage"} for c in inside)
    if lemma == "sweep" and token.is_verb:
        return any(c.lower in {"off", "away"} for c in parse.children(token.i))
    if lemma == "cave" and [t.lower for t in parse.tokens[token.i + 1 : token.i + 3]] == ["-", "in"]:
        return True  # "killed in a | cave-in"
    return lemma == "sinking" and bool(parse.children(token.i, "nmod")) and not parse.children(token.i, "nmod:poss")


def _is_weapon(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """A weapon; no mine that is dug, and no "tank" before a truck."""
    if not ontology.nouns.in_set("weapon", token.lemma.lower()):
        return False
    if parse.tokens[token.head].lower == "falling" or any(
        c.lower == "falling" for c in parse.children(token.i, "amod")
    ):
        return False  # "hit by falling | rock"
    before, above = parse.tokens[max(token.i - 1, 0)], parse.tokens[token.head]
    if token.lemma.lower() == "tank" and (before.lower in _FILLING or parse.behind(token.i).lemma.lower() == "truck"):
        return False  # "a fuel | tank | truck"
    mine = token.lemma.lower() == "mine"
    dug = mine and (before.lemma.lower() in _DUG_OR_BUILT or case_of(parse, token.i) in {"at", "inside", "in"})
    named = token.dep == "compound" and (
        _is_vehicle(above.lemma.lower(), ontology)
        or ontology.nouns.in_set("disaster", above.lemma.lower())
        or above.lemma.lower() in STRUCTURES  # "a | stone | quarry collapses"
    )
    return not (dug or named)


def _wrecks(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "When a tank truck crashes", "when a train | derails" (read as a noun): a vehicle comes to grief by itself."""
    lemma = token.lemma.lower()
    if lemma in {"drive", "run", "veer"} and token.is_verb and _into_vehicle(parse, token, ontology):
        return True
    if not (ontology.nouns.in_set("mishap", lemma) and token.tag.startswith(("VB", "NNS"))) or lemma == "ram":
        return False
    told = [c.lemma.lower() for c in parse.children(token.i, "nsubj", "compound")]
    if token.tag == "NNS":  # "when a train carrying 100 people | derails": its subject hangs on the participle
        told += [
            c.lemma.lower() for a in parse.ancestors(token.i) for c in parse.children(a.i, "nsubj") if c.i < token.i
        ]
    return any(_is_vehicle(word, ontology) for word in told)


def _is_of_beast(parse: Parse, attack: int) -> bool:
    """ "Killed in a | shark | attack"."""
    return any(c.lemma.lower() in _BEASTS for c in parse.children(attack, "compound", "nmod"))


def _blows_up_itself(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "When a gas cylinder | explodes": what is kept there blows up by itself."""
    if not token.is_verb or token.lemma.lower() not in {"explode", "burst", "blow", "ignite", "detonate"}:
        return False
    subjects = parse.children(token.i, "nsubj")
    if any(c.lemma.lower() in _BURSTING for c in subjects):
        return True
    return any(ontology.nouns.in_set("volatile", " ".join(parse.words_to(c.i, 2))) for c in subjects)


def _is_at_work(parse: Parse, token: Token) -> bool:
    """ "Killed | while cleaning a drain": what they died of was their work."""
    marks = {c.lower for c in parse.children(token.i, "mark", "advmod")}
    return token.tag == "VBG" and token.lemma.lower() in _WORK and "while" in marks


def _into_vehicle(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "A bus | drives into the rear of a van": two vehicles, and nobody who meant it."""
    driven = parse.children(token.i, "nsubj")
    hit = [c.i for c in parse.children(token.i, "obl") if case_of(parse, c.i) == "into"]
    words = {parse.tokens[i].lemma.lower() for h in hit for i in (h, *(c.i for c in parse.children(h, "nmod")))}
    struck = bool(words & _STRUCK) or any(ontology.nouns.in_set("vehicle", w) for w in words)
    return struck and bool(driven) and all(_is_vehicle(c.lemma.lower(), ontology) for c in driven)


def _is_attack(lemma: str, verb: bool, ontology: Ontology) -> bool:
    pos = "verb" if verb else "noun"
    return any(
        t.event == "ASSAULT"
        and t.effect is None
        and not t.weak
        and len(t.words) == 1
        and not t.object
        and not t.subject
        and not t.where
        and not t.among
        and not t.compound
        for t in ontology.triggers(lemma, pos)  # type: ignore[arg-type]
    )


def _is_vehicle(lemma: str, ontology: Ontology) -> bool:
    return ontology.nouns.kind_of(lemma) == "thing" and ontology.nouns.weapon_mode(lemma) is None
