"""Names that were brought into Latin letters in different ways: Qasim Sulaimani and Qassem Soleimani.

A name's *sound* is a coarse spelling in which the usual ways of romanising Arabic, Persian, Pashto, Russian and
Ukrainian names fall together. It is never shown; two names with like sounds are only candidates for being one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from whosays.gazetteer.names import normalise

_SMALL = frozenset("al el ul ur ud ad an as ash at az bin ibn ben".split())  # articles and "son of", often left out
_SUFFIXES = frozenset({"jr", "sr", "junior", "senior"})
_SPELT = (
    ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("zh", "z"),
    ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("o", "u"), ("ee", "i"),
    ("ei", "i"), ("y", "i"), ("e", "i"),
)  # fmt: skip
_VOWELS = re.compile("[aiu]")  # all that are left in a sound
_DOUBLED = re.compile(r"(.)\1+")
_LONG = 5  # letters of a sound from which on a small difference is only another spelling
_NEARLY = 80  # of 100, for one such word


@lru_cache(maxsize=65536)
def sounds(name: str) -> tuple[str, ...]:
    """The sound of each word of a name, without articles, initials and "Jr."; empty when nothing is left."""
    words = [w for w in normalise(name).split() if w not in _SMALL and w not in _SUFFIXES]
    full = [w for w in words if len(w) > 1]
    return tuple(_sound(w) for w in (full if len(full) > 1 else words))


def _sound(word: str) -> str:
    for spelt, sound in _SPELT:
        word = word.replace(spelt, sound)
    short = _DOUBLED.sub(r"\1", word)
    return short.removesuffix("h") if len(short) > 2 else short  # "Haniyeh" and "Haniya"


def initials(heard: tuple[str, ...]) -> str:
    """With which letters the words of a sound begin: names whose letters differ are never :func:`alike`."""
    return "".join(word[0] for word in heard)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names sound alike: word by word the same, but for a letter or two in long words."""
    if len(one) != len(other) or len(one) < 2:
        return False
    return all(a == b or _near(a, b) for a, b in zip(one, other, strict=True))


def _near(a: str, b: str) -> bool:
    """Vowels may differ, and in long words one consonant may be missing: Akhundzada and Akhunzada.

    Another consonant in its place is another name: Shamkhani is not Shadmani.
    """
    if min(len(a), len(b)) < _LONG or a[0] != b[0] or fuzz.ratio(a, b) < _NEARLY:
        return False
    missing = Indel.distance(_VOWELS.sub("", a), _VOWELS.sub("", b))
    return missing == 0 or (missing == 1 and min(len(a), len(b)) > _LONG)


def plain(name: str) -> tuple[str, ...]:
    """Simpler forms of a full name, the fullest first: without middle initials, then without "Jr." as well."""
    words = normalise(name).split()
    without = [w for n, w in enumerate(words) if len(w) > 1 or n == 0]
    last = [w for w in without if w not in _SUFFIXES]
    forms = (" ".join(without).title(), " ".join(last).title())
    return tuple(dict.fromkeys(f for f in forms if f.count(" ") >= 1 and normalise(f) != normalise(name)))
