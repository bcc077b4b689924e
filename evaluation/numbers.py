"""Numbers that gold does not mark: the number word that stands before a noun."""

from __future__ import annotations

import functools
import re

import msgspec

from whosays.ontology.wording import load as load_wording

_WORD = re.compile(r"[\w,.'’-]*\w|[^\w\s]")
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_NO_NUMBERS = frozenset({"no", "none", "nobody", "both", "couple", "pair", "half-dozen"})
_FAR = 4  # words between the number and the head of its noun: "twelve young river pilots"
_NO_PART = frozenset("and or of the in at on by for from with to".split())  # words that stand in no noun phrase between


class Told(msgspec.Struct, frozen=True):
    """A number, and where it begins in the text."""

    number: int
    start: int


@functools.cache
def _words() -> dict[str, int]:
    """The product's own number words, without those that only multiply others."""
    told = load_wording().quantities.numbers
    return {word: number for word, number in told.items() if word not in _NO_NUMBERS and word not in _TIMES}


def value(word: str) -> int | None:
    """What a number word says, None for other words: "1,200", "twelve", "twenty-two"; years are numbers too."""
    digits = word.replace(",", "")
    if digits.isdigit():
        return int(digits)
    words = _words()
    tens, _, ones = word.lower().partition("-")
    if ones:
        joined = 20 <= words.get(tens, 0) < 100 and 0 < words.get(ones, 0) < 10
        return words[tens] + words[ones] if joined else None
    return words.get(tens)


def number_before(text: str, noun: tuple[int, int]) -> Told | None:
    """The number of a noun: its own first word, or a word shortly before it with nothing but adjectives between."""
    start, end = noun
    own = _WORD.match(text, start, end)
    if own and (number := value(own[0])) is not None:
        return Told(number, start)
    before = list(_WORD.finditer(text, max(0, start - 80), start))[-_FAR:]
    times = 1
    for word in reversed(before):
        number = value(word[0])
        if number is not None:
            return Told(number * times, word.start())
        if not word[0][0].isalpha() or word[0].lower() in _NO_PART:
            return None
        times = _TIMES.get(word[0].lower(), 1)
    return None
