"""The words of a telling that say something: what two tellings share of them makes them alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEAST = 3  # letters
_LITTLE = frozenset(
    "the and for with from that this these those there their them they then than when where which while who whom whose "
    "what was were been being has have had having does did will would can could may might must shall should not nor but "
    "are its his her hers him our ours your yours you she eight five four nine one seven six ten three two into onto out "
    "over under after before during about against between among through also more most some any all each both such only "
    "other another same own very just still yet even ever never now here again too because since until upon within "
    "without per via how why said says say saying told tell tells according added reported report reports statement "
    "officials official spokesman spokeswoman news agency monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december day days week weeks month months "
    "year years today yesterday tomorrow morning evening night afternoon early late later last next first second new "
    "people person".split()
)
_ENDINGS = ("ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s", "ly")
_STEM = 4  # letters that a word keeps


def terms(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something; names and numbers among them."""
    found = {w.lower().removesuffix("'s").removesuffix("’s") for text in texts for w in _WORD.findall(text)}
    return frozenset(stem(w) for w in found if w not in _LITTLE and (len(w) >= _LEAST or w.isdigit()))


def stem(word: str) -> str:
    """A word without its ending, so that "bombed", "bombing" and "bombs" are one; rough, and enough to compare."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def shared(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the shorter's words that both have, 0 to 1."""
    least = min(len(one), len(two))
    return len(one & two) / least if least else 0.0
