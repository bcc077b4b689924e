"""Road accidents: whoever drives into somebody attacks nobody, where the report does not say that it was meant."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_HARM = frozenset({"kill", "hit", "strike", "injure", "wound", "hurt", "knock", "maim"})
_BLOWS = frozenset({"hit", "strike"})
_AT_WHEEL = frozenset({"motorist", "driver", "motorcyclist", "cyclist", "bicyclist"})
_OF_CARS = frozenset({"car", "truck", "van", "suv", "run", "motor", "minivan", "pickup", "drunk", "drunken", "lorry"})
_MEANT = frozenset(
    "attack attacker terror terrorist terrorism deliberate deliberately intentional intentionally purposely ram "
    "ramming mow plow plough crowd militant gunman shoot shooting gun gunshot bullet bomb bombing suicide protester "
    "protestor demonstrator soldier troop checkpoint rampage hostage stab knife explosion missile war assailant "
    "extremist drone rebel shell rocket settler argument feud rob robbery carjack hijack escape".split()
)
# Words that only reports of traffic have; of the weaker ones it takes one right beside the blow.
_ROADS = frozenset(
    "motorist pedestrian crosswalk lane intersection northbound southbound eastbound westbound collide collision "
    "vehicular dui dwi windshield bumper right-of-way hit-and-run motorcyclist turnpike".split()
)
_WHEELS = frozenset(
    "driver car vehicle truck suv van minivan pickup sedan motorcycle motorbike bicycle bike drive driving drove "
    "traffic drunk drunken speeding freeway highway motorway".split()
)
_MOVING = frozenset({"drive", "travel", "steer", "reverse", "speed", "back"})
_NEAR = 2  # sentences


def is_of_traffic(parse: Parse, found: Found) -> bool:
    """ "A miller was killed by | a motorist |", "the sedan, westbound, | struck | the van": an accident on a road."""
    trigger = found.trigger
    if trigger.event == "ASSAULT" and trigger.mode == "primitive" and trigger.words[0] in _RAMMING:
        return _is_unmeant(parse, found)
    if trigger.event != "ASSAULT" or trigger.pos != "verb" or trigger.mode is not None or trigger.words[0] not in _HARM:
        return False
    at = parse.sentence(found.head)
    near = _lemmas(parse, at - 1, at + 1)
    if near & _MEANT:
        return False
    acting = [
        parse.tokens[h] for slot in ("subject", "by") for h in found.slots.get(slot, ()) if _does(parse, found, h)
    ]
    if any(_is_at_wheel(parse, t) for t in acting) or any(
        c.tag == "VBG" and c.lemma.lower() in {"back", "reverse"} for c in parse.children(found.head, "advcl")
    ):
        return True
    struck = trigger.words[0] in _BLOWS or _is_after_blow(parse, parse.tokens[found.head])
    if not struck:
        return False
    if _tells_of_roads(parse, at) or _drives(parse, at):
        return True
    return trigger.words[0] not in _BLOWS and bool(near & _WHEELS)


_RAMMING = frozenset({"ram", "plough", "plow", "drive"})
_WEAK = frozenset({"ram", "ramming", "plow", "plough", "mow", "crowd", "gun", "war"})  # said of accidents, too


def _is_unmeant(parse: Parse, found: Found) -> bool:
    """ "A lorry | rammed into | a group of bakers, road safety officials said": no driver, and no word of an attack."""
    filled = [parse.tokens[h] for slot in ("subject", "object", "by") for h in found.slots.get(slot, ())]
    if not filled or not all(t.lemma.lower() in _VEHICLES and t.i < found.head for t in filled):
        return False
    at = parse.sentence(found.head)
    told = _lemmas(parse, at - _NEAR - 1, at + _NEAR + 1)
    return not told & (_MEANT - _WEAK | _PURPOSE)


_VEHICLES = frozenset("car truck lorry van bus suv pickup minibus minivan vehicle trailer tanker coach jeep".split())
_PURPOSE = frozenset("explosive motive murder suspect suspected purpose target assault violence clash".split())


def _does(parse: Parse, found: Found, head: int) -> bool:
    """Whether what stands at ``head`` acts: not the subject of a passive."""
    passive = parse.tokens[head].dep == "nsubj:pass" or bool(parse.children(found.head, "aux:pass"))
    return not passive or case_of(parse, head) == "by"


def _is_at_wheel(parse: Parse, token: Token) -> bool:
    """ "A motorist", "the drunk driver", "hit-and-run drivers"; "the bus driver" and "drivers" may fight, too."""
    if any(c.tag == "VBG" and c.lemma.lower() in _MOVING for c in parse.children(token.i, "acl")):
        return True  # "killed by a neighbour | backing | up"
    if token.lemma.lower() not in _AT_WHEEL:
        return False
    before = {parse.tokens[i].lower for i in parse.subtree(token.i) if i < token.i}
    trades = {c.lower for c in parse.children(token.i, "compound")} - _OF_CARS
    return not trades and (token.tag == "NN" or bool(before & _OF_CARS))


def _is_after_blow(parse: Parse, verb: Token) -> bool:
    """ "Struck and | killed |", "hit a wall, | injuring | two": what came of a blow."""
    above = parse.tokens[verb.head]
    others = (above, *parse.children(verb.i, "conj", "advcl"), *parse.children(above.i, "conj"))
    joined = verb.dep in {"conj", "advcl"} and above.is_verb
    return any(t.lemma.lower() in _BLOWS and t.is_verb for t in (others if joined else others[1:]))


def _tells_of_roads(parse: Parse, at: int) -> bool:
    """Whether the sentences around speak of lanes, crossings and collisions, or of whom drivers are charged with."""
    words = _lemmas(parse, at - _NEAR, at + _NEAR)
    if words & _ROADS:
        return True
    start, end = _range(parse, at - _NEAR, at + _NEAR)
    pairs = ("right", "of", "way"), ("hit", "and", "run")
    told = [t.lower for t in parse.tokens[start:end] if t.text not in {"-", "–"}]
    return any(tuple(told[k : k + 3]) in pairs for k in range(len(told)))


def _drives(parse: Parse, at: int) -> bool:
    """ "Struck a baker as he was | driving | north": on wheels himself."""
    start, end = parse.sentences[at]
    return any(
        t.tag == "VBG" and t.lemma.lower() in _MOVING and any(c.lower in {"while", "as"} for c in parse.children(t.i))
        for t in parse.tokens[start:end]
    )


def _range(parse: Parse, first: int, last: int) -> tuple[int, int]:
    return parse.sentences[max(first, 0)][0], parse.sentences[min(last, len(parse.sentences) - 1)][1]


def _lemmas(parse: Parse, first: int, last: int) -> set[str]:
    start, end = _range(parse, first, last)
    return {t.lemma.lower() for t in parse.tokens[start:end]}
