"""Cutting a text into words: as spaCy's English tokenizer does, no blanks, and a few joints as treebanks have them.

Runs of one mark ("!!!", "====") are one word, and so is a word with a prefix of its own ("re-elected"); the number of a
footnote ("[4]") never sticks to the word before it.
The model is trained on what this returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.parsing.cutting import Cutter, Word

WORD_CHARACTERS = 500  # a longer run without a blank is no word; it is cut so that no pattern chokes on it

RUNS = frozenset("!?*=_$<>~#+^•…`")
PREFIXES = frozenset(
    "e re pre non co anti counter mid mis post semi multi sub inter trans un pro ex vice ultra hyper micro".split()
)
_INITIALS = re.compile(r"[a-z](\.[a-z])+")  # u.s, to which its last stop belongs as in U.S.
_HYPHENED = re.compile(r"(?:[A-Za-z]\.){2,}(?=-[A-Za-z])")  # U.S.-led, which is cut as US-led is
_APART = re.compile(rf"\[\d{{1,3}}\]|\S{{{WORD_CHARACTERS}}}")


def cut(cutter: Cutter, text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets of a text, in order."""
    found: list[Word] = []
    for first, last in _runs(text, start, end):
        for word in cutter(text, first, last):
            for part in _hyphened(word):
                _add(found, part, text)
    return found


def _hyphened(word: Word) -> Iterator[Word]:
    """ "U.S.-led" in three, as "US-led" is cut: the stop of the initials hides the hyphen from the rules."""
    initials = _HYPHENED.match(word.text)
    if initials is None:
        yield word
        return
    hyphen = initials.end()
    yield Word(word.text[:hyphen], word.start, word.start + hyphen)
    yield Word("-", word.start + hyphen, word.start + hyphen + 1)
    yield Word(word.text[hyphen + 1 :], word.start + hyphen + 1, word.end)


def _add(found: list[Word], word: Word, text: str) -> None:
    """Put a word behind the others, or join it to the last when the two are one."""
    if found and found[-1].end == word.start and _joined(found, word):
        first = found[-1].start
        if found[-1].text == "-":
            found.pop()
            first = found[-1].start
        found[-1] = Word(text[first : word.end], first, word.end)
    else:
        found.append(word)


def _joined(found: list[Word], word: Word) -> bool:
    last = found[-1]
    if word.text == ".":
        return _INITIALS.fullmatch(last.text) is not None
    if last.text[-1] in RUNS and set(last.text + word.text) <= RUNS:
        return word.text[0] == last.text[-1] or {*last.text, *word.text} <= {"!", "?"}
    prefixed = len(found) > 1 and last.text == "-" and found[-2].end == last.start
    return prefixed and found[-2].text.lower() in PREFIXES and word.text[0].islower()


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch as a whole, or in parts round footnotes and where a run of characters is too long to be a word."""
    position = start
    for gap in _APART.finditer(text, start, end):
        bounds = (gap.start(), gap.end()) if gap.group()[0] == "[" else (gap.end(),)
        for bound in bounds:
            if bound > position:
                yield position, bound
                position = bound
    if position < end:
        yield position, end
