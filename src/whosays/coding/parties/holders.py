"""From whom ground is taken, and whose arms are downed: "seized a town held by | the rebels |", "an | Orlian | jet".

Each rule sees the deed with the parts found so far and yields those that it adds; none speaks where somebody is told
on whom the deed fell.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.parties.owners import is_the_states
from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, noun_of, told_by
from whosays.coding.words.mentions import FIGHTERS, case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_HOLDING = frozenset({"use", "control", "hold", "occupy", "seize", "capture", "rule", "run", "dominate", "operate"})
_TAKING = frozenset(
    "take retake recapture liberate reclaim recover free storm capture seize overrun conquer regain reconquer "
    "capturing seizure takeover recapture capture liberation fall".split()
)
_AGAINST = frozenset("offensive assault attack campaign operation push advance raid".split())
_STRIKING = frozenset(
    """bomb strike hit pound shell target attack raid airstrike storm bombard strafe bombing shelling bombardment
    ambush""".split()
)
_POSITIONS = frozenset(
    """position target base camp depot bunker compound headquarters post checkpoint trench launcher silo tunnel
    warehouse arsenal launchpad stockpile facility site""".split()
)
_GROUND = frozenset("enclave stronghold bastion redoubt pocket holdout hideout hideaway lair foothold".split())
_LAND = frozenset("territory area town city village position post checkpoint base headquarters ground".split())
_FIGHTING = FIGHTERS | frozenset("militia extremist islamist terrorist opposition".split())
_RULE = frozenset({"control", "rule", "grip", "clutches", "occupation", "domination"})


def holders(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """From whom ground is taken, where what it was or who held it tells them."""
    if found.trigger.event != "ASSAULT" or has_part(parts, "recipient"):
        return []
    return told_by(_RULES, (parse, found, parts, knowledge))


def _takes(found: Found) -> bool:
    return bool(_TAKING & {found.trigger.words[0], found.trigger.words[-1]}) or "control" in found.trigger.words


def _strikes(found: Found) -> bool:
    return found.trigger.mode in {"aerial", "heavy-weapons"} or bool(_STRIKING & set(found.trigger.words))


def _holding_it(telling: Telling) -> Iterator[int]:
    """ "Are to take back a town | held by the rebels |": from whom it is taken."""
    parse, found, parts, _ = telling
    if not _takes(found) and not _strikes(found):
        return
    for town in (p.head for p in parts.values() if p.part == "target"):
        if _takes(found):
            yield from (h for h in _having_done(parse, town, _HOLDING) if _fights(parse, parse.tokens[h]))
        for clause in parse.children(town, "acl", "acl:relcl"):
            if clause.tag == "VBN" and clause.lemma.lower() in _HOLDING:
                by = (h for a in parse.children(clause.i, "obl:agent") for h in conjuncts(parse, a.i))
                bodies = parse.named("organisation")
                yield from (h for h in by if _takes(found) or _fights(parse, parse.tokens[h]) or h in bodies)


def _having_done(parse: Parse, thing: int, verbs: frozenset[str]) -> Iterator[int]:
    """ "A town | the rebels | had seized", "drones that | Orland | launched": who did so to a thing."""
    for clause in parse.children(thing, "acl:relcl"):
        denied = any(c.lower in {"not", "n't", "never"} for c in parse.children(clause.i, "advmod"))
        if clause.lemma.lower() in verbs and not is_passive(parse, clause.i) and not denied:
            doers = (h for c in parse.children(clause.i, "nsubj") for h in conjuncts(parse, c.i))
            yield from (h for h in doers if parse.tokens[h].is_noun)


def _whose_ground(telling: Telling) -> Iterator[int]:
    """ "Retook the last | Hamas | enclave", "an assault on the last stronghold of | the rebels |"."""
    parse, found, parts, _ = telling
    takes, strikes = _takes(found), _strikes(found)
    if not takes and not strikes and found.trigger.words[-1] not in _AGAINST:
        return
    targets = [parse.tokens[p.head] for p in parts.values() if p.part == "target"]
    beside = [c for t in targets for c in parse.children(t.i, "appos")]  # "Kest, the last | Hamas | stronghold"
    was = {"former", "once", "erstwhile", "onetime"}
    beside = [c for c in beside if not was & {d.lower for d in parse.children(c.i, "amod", "advmod")}]
    for ground in (*targets, *beside):
        lemma = ground.lemma.lower()
        if takes:
            yield from _held_by(parse, ground)
        struck = strikes and not takes and lemma in _POSITIONS | _GROUND
        if strikes or takes:
            yield from _whose_posts(telling, ground)
        if lemma not in _GROUND and not (takes and lemma in _LAND) and not struck:
            continue
        owners = parse.children(ground.i, "compound", "nmod:poss", "amod")
        owners += tuple(c for c in parse.children(ground.i, "nmod") if case_of(parse, c.i) == "of")
        owned = (c for c in parse.children(ground.i, "acl") if c.lemma.lower() == "belong")
        owners += tuple(o for c in owned for o in parse.children(c.i, "obl"))  # "targets belonging to | the Front |"
        yield from (
            c.i
            for c in owners
            if _fights(parse, c) and (not struck or c.i in parse.armed or c.lemma.lower() in _GROUPS)
        )


_POSTS = frozenset(
    "position target base depot bunker headquarters post checkpoint trench convoy airbase airfield barracks garrison "
    "outpost warship destroyer frigate carrier embassy consulate".split()
)
_MISSIONS = frozenset({"embassy", "consulate"})
_WORKS = frozenset({"facility", "site", "installation", "plant"})
_OF_ARMS = frozenset({"nuclear", "military", "missile", "enrichment", "army", "radar"})
_ORGANS = frozenset({"police", "army", "government"})
_GUARDED = frozenset({"convoy", "column", "patrol"})
_RIDERS = frozenset({"soldier", "troop", "peacekeeper", "policeman", "police", "guard", "marine", "rebel", "settler"})


def _whose_posts(telling: Telling, ground: Token) -> Iterator[int]:
    """ "Bombed | Orlian | positions", "attacked a | US | convoy", "a convoy of | peacekeepers |": whose they are."""
    parse, _, _, (_, labels) = telling
    lemma = ground.lemma.lower()
    before = parse.children(ground.i, "compound", "amod", "nmod:poss")
    works = lemma in _WORKS and any(c.lower in _OF_ARMS for c in before)
    for owner in before if lemma in _POSTS or works else ():
        land = labels.get(owner.i) == "nationality" or is_the_states(owner)
        organ = owner.dep == "compound" and owner.text in _ORGANS | _FIGHTING and owner.i + 1 == ground.i
        land = land or (owner.tag == "PRP$" and owner.lower == "its" and lemma in _MISSIONS)
        if (land or organ) and parse.behind(owner.i).text not in {"-", "‑"}:
            yield owner.i
    for state in parse.children(ground.i, "nmod") if lemma in _MISSIONS else ():  # "embassies of | Peru and Chile |"
        if case_of(parse, state.i) == "of" and labels.get(state.i) == "place":
            yield from conjuncts(parse, state.i)
    for rider in parse.children(ground.i, "nmod") if lemma in _GUARDED else ():
        if case_of(parse, rider.i) in {"of", "carrying"} and rider.lemma.lower() in _RIDERS:
            yield rider.i


def _held_by(parse: Parse, ground: Token) -> Iterator[int]:
    """ "Took back | rebel | -held towns"."""
    for held in parse.children(ground.i, "amod"):
        if held.lemma.lower() in _HOLDING | {"held"} and parse.tokens[held.i - 1].text in {"-", "‑"}:
            holder = parse.tokens[held.i - 2]
            named = any(n.label == "organisation" and n.start <= holder.i < n.end for n in parse.names)
            yield from (holder.i,) if named or holder.lemma.lower() in _FIGHTING else ()


_GROUPS = frozenset({"group", "militia", "movement", "network"})


def _fights(parse: Parse, owner: Token) -> bool:
    """Whether a word tells of an armed group: by its name, or as fighters."""
    if parse.behind(owner.i).text in {"-", "‑"}:  # "a rebel | -held town"
        return False
    named = any(n.label == "organisation" and n.start <= owner.i < n.end for n in parse.names)
    below = parse.children(owner.i, "appos", "flat", "nmod:desc") if owner.lemma.lower() in _GROUPS else ()
    called = any(c.tag.startswith("NNP") and c.i == owner.i + 1 for c in below)  # "bases of the armed group Hamas"
    return (named and owner.i in parse.armed) or called or owner.lemma.lower() in _FIGHTING


def _out_of_whose_hands(telling: Telling) -> Iterator[int]:
    """ "The town was freed from | Hamas | control"."""
    parse, found, _, (_, labels) = telling
    if not _takes(found) or found.trigger.pos != "verb":
        return
    for rule in (c for c in parse.children(found.head, "obl", "nmod") if case_of(parse, c.i) == "from"):
        if rule.lemma.lower() in _RULE:
            owners = parse.children(rule.i, "nmod:poss", "compound", "amod")
            yield from (c.i for c in owners if c.i in labels or c.lemma.lower() in _FIGHTING)


_BREAKING = frozenset("break defeat crush rout decimate overwhelm vanquish weaken oust dislodge expel".split())
_BLOWS = _AGAINST | frozenset("strike airstrike bombardment onslaught siege".split())


def _broken_by_it(telling: Telling) -> Iterator[int]:
    """ "An offensive that broke | the rebels | in the north"."""
    parse, found, _, (_, labels) = telling
    noun = noun_of(parse, found)
    if found.trigger.words[-1] not in _BLOWS or not noun.is_noun:
        return
    for clause in parse.children(noun.i, "acl:relcl"):
        itself = any(c.lower in {"that", "which"} for c in parse.children(clause.i, "nsubj"))
        if itself and clause.lemma.lower() in _BREAKING and not is_passive(parse, clause.i):
            beaten = (h for c in parse.children(clause.i, "obj") for h in conjuncts(parse, c.i))
            yield from (h for h in beaten if h in labels or parse.tokens[h].lemma.lower() in _FIGHTING)


_ARMS = frozenset("drone missile rocket projectile jet warplane aircraft plane helicopter uav balloon".split())
_SENDING = frozenset({"fire", "launch", "send"})
_CIVIL = frozenset({"passenger", "civilian", "civil", "commercial", "cargo", "airline"})


def _whose_arms(telling: Telling) -> Iterator[int]:
    """ "Shot down nine | Orlian | drones", "missiles fired by | the Front |": against whom that is done."""
    parse, found, parts, (_, labels) = telling
    if found.trigger.mode != "heavy-weapons" or found.trigger.pos != "verb":
        return
    for arms in (parse.tokens[p.head] for p in parts.values() if p.part == "target"):
        before = parse.children(arms.i, "amod", "compound", "nmod:poss")
        if arms.lemma.lower() not in _ARMS or any(c.lower in _CIVIL for c in before):
            continue
        sent = [a for c in parse.children(arms.i, "acl") if c.lemma.lower() in _SENDING for a in _agents(parse, c.i)]
        sent = sent or list(_having_done(parse, arms.i, _SENDING))
        first = min((c.i for c in before), default=arms.i)
        words = (t for t in parse.tokens[first : arms.i] if t.text[:1].isupper())
        groups = parse.armed & parse.named("organisation")  # "a | Houthi | missile"
        make = [t for t in words if labels.get(t.i) != "nationality" and not is_the_states(t) and t.i not in groups]
        states = (c.i for c in before if labels.get(c.i) == "nationality" or is_the_states(c) or c.i in groups)
        owned = [i for i in states if parse.behind(i).text not in {"-", "‑"}]
        yield from sent or (owned if not make else ())  # of an Orlian make, perhaps: "Orlian Kest drones"


def _agents(parse: Parse, verb: int) -> list[int]:
    return [h for c in parse.children(verb, "obl:agent") for h in conjuncts(parse, c.i) if parse.tokens[h].is_noun]


_RULES: tuple[Rule, ...] = (
    (_holding_it, "object", "recipient"),
    (_whose_arms, "object", "recipient"),
    (_whose_ground, "object", "recipient"),
    (_out_of_whose_hands, "object", "recipient"),
    (_broken_by_it, "object", "recipient"),
)
