"""What a bomb was only hidden in or tied to: a motorcycle, a bag, a parked car are no aims of it."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_CARRIERS = frozenset(
    "motorcycle motorbike bicycle bike scooter moped rickshaw tricycle handcart pushcart cart barrow wheelbarrow "
    "donkey suitcase bag backpack rucksack satchel briefcase parcel package box carton crate bin dustbin bucket drum "
    "barrel pot flowerpot culvert drain ditch cylinder".split()
)
_VEHICLES = frozenset({"car", "van", "truck", "lorry", "vehicle", "taxi", "minibus", "pickup"})
_LEFT = frozenset({"parked", "abandoned", "stolen"})


def is_hiding_place(parse: Parse, token: Token) -> bool:
    """ "A bomb planted on | a motorcycle | went off", "hidden in | a parked car |"; but "under | the judge's car |"."""
    if case_of(parse, token.i) == "under" or parse.children(token.i, "nmod:poss"):
        return False
    left = any(c.lower in _LEFT for c in parse.children(token.i, "amod"))
    return token.lemma.lower() in _CARRIERS or (left and token.lemma.lower() in _VEHICLES)
