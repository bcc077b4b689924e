"""Words to what the encoder reads: pieces of a fixed vocabulary, and how each word is set.

The vocabulary knows small letters without accents only; how a word was set (capitals, figures, a blank before it) goes
in beside it. So a text in capitals is read with the same words as one in small letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int32]

PIECES_PER_WORD = 6  # what follows in a longer word (an address, a run of figures) says nothing new
OPENING = "[CLS]"  # stands before every window
UNKNOWN = "[UNK]"
SETTINGS = ("lower", "title", "upper", "initial", "mixed", "figures", "code", "mark")  # doubled: with a blank before

WINDOW = 112  # pieces after which a window ends where the next sentence starts ...
LONGEST = 240  # ... and those after which it ends wherever it is
_LONGEST_PIECE = 24  # characters, so that no run of letters costs its square
_REMEMBERED = 100_000  # forms, so that no long run grows without bound
_ALIKE = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".",
})  # fmt: skip


class Form(NamedTuple):
    """What the encoder knows of a word form: the numbers of its pieces, never none, and of its setting."""

    pieces: tuple[int, ...]
    setting: int


class Pieces:
    """Cuts words into the pieces of a vocabulary, the longest first; each form is cut once."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers[UNKNOWN]
        self.opening = self._numbers[OPENING]
        self._forms: dict[str, Form] = {}

    def of(self, word: str) -> Form:
        """A word form as the encoder takes it."""
        found = self._forms.get(word)
        if found is None:
            pieces = tuple(islice(self._pieces(plain(word)), PIECES_PER_WORD))
            found = Form(pieces or (self._unknown,), SETTINGS.index(setting(word)))
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            self._forms[word] = found
        return found

    def _pieces(self, word: str) -> Iterator[int]:
        for part in _parts(word):
            yield from self._longest(part)

    def _longest(self, part: str) -> Iterator[int]:
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            last = min(len(part), start + _LONGEST_PIECE)
            end = next((e for e in range(last, start, -1) if prefix + part[start:e] in self._numbers), None)
            if end is None:
                yield self._unknown
                return
            yield self._numbers[prefix + part[start:end]]
            start = end


def arranged(forms: Sequence[Form], blanks: Sequence[bool], opening: int) -> tuple[Integers, Integers, Integers]:
    """The words of a window as the encoder takes them.

    Args:
        forms: Its words.
        blanks: Whether a blank stands before each.
        opening: The number of the opening mark.

    Returns:
        The numbers of its P pieces, how the word of each is set (P), and where each word's first piece stands (W).
    """
    pieces, set_as, first = [opening], [2 * SETTINGS.index("mark")], []
    for form, blank in zip(forms, blanks, strict=True):
        first.append(len(pieces))
        pieces.extend(form.pieces)
        set_as.extend([2 * form.setting + blank] * len(form.pieces))
    return np.array(pieces, dtype=np.int32), np.array(set_as, dtype=np.int32), np.array(first, dtype=np.int32)


def plain(word: str) -> str:
    """A word in small letters, without accents, with straight marks and plain dashes."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.translate(_ALIKE).lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def _parts(word: str) -> Iterator[str]:
    """The runs of letters and figures of a word, and each mark by itself."""
    run = ""
    for character in word:
        if character.isalnum():
            run += character
            continue
        if run:
            yield run
            run = ""
        yield character
    if run:
        yield run


def setting(word: str) -> str:
    """How a word is set: which of ``SETTINGS``."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return "figures" if any(c.isdigit() for c in word) else "mark"
    if any(c.isdigit() for c in word):
        return "code"
    if not any(c.isupper() for c in letters):
        return "lower"
    if all(c.isupper() for c in letters):
        return "upper" if len(letters) > 1 else "initial"
    return "title" if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else "mixed"


def windows(sizes: Sequence[int], starts: Sequence[bool]) -> list[tuple[int, int]]:
    """Half-open ranges of words that are read together: whole sentences, unless one is longer than can be read.

    Args:
        sizes: How many pieces each word has.
        starts: Whether a sentence certainly starts at each word.
    """
    found: list[tuple[int, int]] = []
    start = size = 0
    for i, more in enumerate(sizes):
        if (size >= WINDOW and starts[i]) or size + more > LONGEST:
            found.append((start, i))
            start, size = i, 0
        size += more
    if start < len(sizes):
        found.append((start, len(sizes)))
    return found
