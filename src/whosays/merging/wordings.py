"""The words of a telling that say something: what two tellings share of them makes them alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}\b)")  # "2,000" is one number
_LEAST = 3  # letters
_ENDINGS = ("ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s", "ly")
_STEM = 4  # letters that a word keeps


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of the knowledge file; what each is for stands in the file."""

    little: frozenset[str]
    everywhere: frozenset[str]
    counting_from: tuple[str, ...]
    counting_over: tuple[str, ...]
    overtaking: tuple[str, ...]


@cache
def knowledge() -> Words:
    """The lists, read once."""
    text = (resources.files("whosays") / "data" / "merging" / "words.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=_LOADER), Words)


def terms(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something; names and numbers among them."""
    words = (w.lower() for text in texts for w in _WORD.findall(_THOUSANDS.sub("", text)))
    found = {w.removesuffix("'s").removesuffix("’s") for w in words}
    little = knowledge().little
    return frozenset(stem(w) for w in found if w not in little and (len(w) >= _LEAST or w.isdigit()))


def stem(word: str) -> str:
    """A word without its ending, so that "bombed", "bombing" and "bombs" are one; rough, and enough to compare."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=4096)
def stems(words: frozenset[str]) -> frozenset[str]:
    """Words without their endings."""
    return frozenset(map(stem, words))


@cache
def everywhere() -> frozenset[str]:
    """The words that stand in half of all news, as they are and without their endings."""
    return knowledge().everywhere | frozenset(map(stem, knowledge().everywhere))


def shared(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the shorter's words that both have, 0 to 1."""
    least = min(len(one), len(two))
    return len(one & two) / least if least else 0.0
