"""Help after a mishap that nobody brought about: "rescued when a ferry sank", "evacuated ahead of the storm"."""

from __future__ import annotations

from whosays.coding.sifting.accidents import tells_mishap
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import Parse

_BACK = 2  # sentences
_SAVING = frozenset({"rescue", "save", "pluck", "evacuate", "evacuation", "airlift"})
# Words that tell of a mishap beside a rescue, though they tell of none beside a death.
_IN_DANGER = frozenset(
    "collapsed capsized sinking sunken stranded trapped burning flooded shipwrecked adrift overloaded capsizing "
    "hiker climber mountaineer miner skier diver cave caver cable avalanche rubble flood floods volcano".split()
)
_CAPTIVE = frozenset(
    "hostage hostages captive captives kidnapped abducted abductor kidnapper captor kidnappers captors captivity "
    "trafficked trafficker traffickers trafficking siege besieged ambush hijacked hijacking hijackers pirates "
    "ransom militants gunmen abductees enslaved".split()
)
_BEASTS = frozenset(
    "animal dog cat puppy whale dolphin turtle bird horse cow cattle elephant tiger lion bear monkey penguin seal "
    "pet koala kangaroo kitten sheep goat deer owl".split()
)


def is_rescue_from_mishap(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """Whether a rescue or an evacuation follows an accident or a disaster: help, but no dealing of two parties."""
    token = parse.tokens[found.head]
    words = {parse.tokens[i].lemma.lower() for i in found.tokens}
    if found.trigger.event != "AID" or not (words | {token.lemma.lower()}) & _SAVING:
        return False
    if any(parse.tokens[h].lemma.lower() in _BEASTS for slot in ("object", "of") for h in found.slots.get(slot, ())):
        return True
    last = parse.sentence(found.head)
    for sentence in range(last, max(last - 1 - _BACK, -1), -1):
        told = _told_in(parse, sentence, ontology, found.tokens if sentence == last else ())
        if told is not None:
            return told
    return False


def _told_in(parse: Parse, sentence: int, ontology: Ontology, without: tuple[int, ...]) -> bool | None:
    start, end = parse.sentences[sentence]
    if any(t.lower in _CAPTIVE for t in parse.tokens[start:end]):
        return False
    told = tells_mishap(parse, sentence, ontology, without)
    if told is None and any(t.lower in _IN_DANGER or t.lemma.lower() in _IN_DANGER for t in parse.tokens[start:end]):
        return True
    return told
