"""Leaders and troops that are not those of the land a report is about: "the two leaders", "X-led troops"."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.resolving.actors.asked import Asked

_LEADERS = frozenset("leader president premier minister chief statesman chancellor king foe rival".split())
_NUMBERS = frozenset({"two", "both", "three", "four", "five", "six"})
_LED = frozenset({"led", "backed", "commanded", "run"})


def is_of_several(parse: Parse, one: Asked) -> bool:
    """ "| The two leaders | met", "both presidents": each of a land of his own."""
    token = parse.tokens[one.head]
    counted = any(c.lower in _NUMBERS for c in parse.children(one.head, "nummod", "det", "amod", "det:predet"))
    return token.tag == "NNS" and token.lemma.lower() in _LEADERS and counted


def is_led_by_others(parse: Parse, one: Asked) -> bool:
    """ "Orlian police and NATO-led | troops |": whose they are, the words before them tell."""
    before = parse.tokens[max(one.start - 3, 0) : one.start]
    return len(before) > 2 and before[-1].lower in _LED and before[-2].text in {"-", "‑"}
