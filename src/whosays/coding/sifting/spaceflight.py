"""Rockets that carry no charge: a launch into space, one that blew up on its pad."""

from __future__ import annotations

from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_OF_SPACE = frozenset(
    "orbit cosmodrome spaceport liftoff lift-off launchpad spacecraft weightlessness microgravity astronaut cosmonaut "
    "spaceflight atmosphere".split()
)
_PADS = frozenset({"pad", "site", "centre", "center", "complex", "facility"})
_SPACE = frozenset({"agency", "base", "centre", "center", "station", "programme", "program", "flight", "port", "force"})
_SCIENCE = frozenset({"research", "sounding", "weather", "meteorological", "commercial", "experimental", "unmanned"})
_CRAFT = frozenset({"satellite", "spacecraft", "probe", "telescope", "rover", "capsule", "lander", "orbiter"})
_CIVIL = frozenset(
    "communications communication weather spacex agency organisation organization research docking nasa telescope "
    "orbit broadband internet astronaut moon lunar mission navigation science scientific crew mars company".split()
)
_SPYING = frozenset("spy reconnaissance surveillance military missile warhead ballistic defence defense army".split())
_ARMED = frozenset({"missile", "warhead", "ballistic", "satellite", "icbm"})


def is_spaceflight(parse: Parse, found: Found) -> bool:
    """Whether a launch or a blast is that of a rocket bound for space, in a sentence that tells of no warhead."""
    trigger = found.trigger
    launch = (trigger.event, trigger.mode) == ("MOBILIZE", "weapons")
    blast = (trigger.event, trigger.mode) == ("ASSAULT", "explosives")
    if not (launch or blast):
        return False
    start, end = parse.sentences[parse.sentence(found.head)]
    words = {t.lemma.lower() for t in parse.tokens[start:end]}
    if launch and words & _CRAFT and words & _CIVIL and not words & _SPYING:
        return True  # "launches a weather satellite", "the probe launched by the space agency"
    if words & _ARMED or not _has_rocket(parse, found):
        return False
    return _is_of_science(parse, found) or any(_tells_of_space(parse, i, end) for i in range(start, end))


def _has_rocket(parse: Parse, found: Found) -> bool:
    heads = [h for slot in ("subject", "object", "of", "compound") for h in found.slots.get(slot, ())]
    heads += [c.i for c in parse.children(found.head, "compound", "nmod", "obj", "nsubj", "nsubj:pass")]
    return any(parse.tokens[h].lemma.lower() in {"rocket", "booster"} for h in heads)


def _is_of_science(parse: Parse, found: Found) -> bool:
    """ "A research | rocket"."""
    heads = [h for slot in ("subject", "object", "of") for h in found.slots.get(slot, ())]
    return any(c.lemma.lower() in _SCIENCE for h in heads for c in parse.children(h, "compound", "amod"))


def _tells_of_space(parse: Parse, i: int, end: int) -> bool:
    word = parse.tokens[i].lemma.lower()
    following = parse.behind(i).lemma.lower() if i + 1 < end else ""
    before = parse.tokens[i - 1].lower if i else ""
    if word == "space":
        return following in _SPACE or before in {"into", "outer"}
    return word in _OF_SPACE or (word in {"launch", "launching"} and following in _PADS)
