"""The reading machine: words in; tags, sentences, trees and names out. Numpy alone; no word of spaCy's.

:mod:`whosays.parsing.machine` makes a component of it for those who work with spaCy.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from whosays.errors import KnowledgeError
from whosays.parsing.carriers import Carriers
from whosays.parsing.network import trees, weights
from whosays.parsing.network.bounds import Sure, bounds
from whosays.parsing.network.encoder import Network, Scores
from whosays.parsing.network.marking import Marked, Marker
from whosays.parsing.network.pieces import Integers, Pieces, arranged, windows

FOLDER = "whosays_reader"  # where it lies in a model, and its name in spaCy
REMEMBERED = 4000  # windows: some hundreds of reports, a few megabytes
LOOSE = "dep"  # the label of a word in a sentence that got no tree
ROOT = "root"


class Inventory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the network's scores stand for, in order; ``outside`` is added to the score of being no name."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    outside: float = 0.0


class Annotation(NamedTuple):
    """What is found in N words: the tag, the governor (a root governs itself) and the label of each.

    ``sentences`` are half-open ranges that cover the words in order; ``names`` stand in order and do not overlap.
    """

    tags: list[str]
    heads: list[int]
    labels: list[str]
    sentences: list[tuple[int, int]]
    names: list[Marked]


class Annotator:
    """Reads words by the trained network; what was read lately is not read again."""

    def __init__(self, network: Network, pieces: Pieces, inventory: Inventory) -> None:
        self.inventory = inventory
        self.remembered = REMEMBERED
        self._network, self._pieces = network, pieces
        self._marker = Marker(inventory.names, inventory.outside)
        self._labels = (*inventory.labels, LOOSE)
        self._root, self._loose = inventory.labels.index(ROOT), len(inventory.labels)
        self._lately: dict[bytes, _Made] = {}

    def read(
        self, words: Sequence[str], blanks: Sequence[bool], sure: Sure, carriers: Carriers | None = None
    ) -> Annotation:
        """The annotation of a block.

        Args:
            words: Its N words, in the report's own spelling.
            blanks: Whether a blank stands before each.
            sure: What is known of sentences: 1 one begins at the word, -1 none does, 0 unknown (N).
            carriers: What tells which sentences need a tree; None if all do.
        """
        found = Annotation([], [], [], [], [])
        forms = [self._pieces.of(word) for word in words]
        for start, end in windows([len(form.pieces) for form in forms], (sure == 1).tolist()):
            given = arranged(forms[start:end], blanks[start:end], self._pieces.opening)
            made = self._window(given, sure[start:end], _Asked(words[start:end], carriers))
            found.tags.extend(map(self.inventory.tags.__getitem__, made.tags))
            found.heads.extend(start + head for head in made.heads)
            found.labels.extend(map(self._labels.__getitem__, made.labels))
            found.sentences.extend((start + first, start + last) for first, last in made.sentences)
            found.names.extend(name._replace(start=start + name.start, end=start + name.end) for name in made.names)
        return found

    def _window(self, given: tuple[Integers, Integers, Integers], sure: Sure, asked: _Asked) -> _Made:
        """What is found in a window; one that was read lately is not read again, as in a copy of a report."""
        key = asked.key(given, sure)
        made = self._lately.get(key)
        if made is None:
            scores = self._network.read(*given)
            names = self._marker.names(scores.names)
            settings = given[1][given[2]] // 2
            for name in names:  # a capital that a name has is no sign of a start
                settings[name.start : name.end] = -1
            made = self._read(scores, bounds(scores.starts, sure, settings), names, asked)
            self._lately[key] = made
            if len(self._lately) > self.remembered:
                del self._lately[next(iter(self._lately))]
        return made

    def _read(self, scores: Scores, sentences: list[tuple[int, int]], names: list[Marked], asked: _Asked) -> _Made:
        heads, labels = array("H"), array("H")
        for start, end in sentences:
            if asked.idle(start, end, names):
                heads.extend([start] * (end - start))
                labels.extend([self._root, *[self._loose] * (end - start - 1)])
            else:
                above, named = self._tree(scores, start, end)
                heads.extend(above)
                labels.extend(named)
        tags = array("H", scores.tags.argmax(axis=1).tolist())
        return _Made(tags, heads, labels, tuple(sentences), tuple(names))

    def _tree(self, scores: Scores, start: int, end: int) -> tuple[list[int], list[int]]:
        """The tree of a sentence of a window: governors, as places in the window, and numbers of labels."""
        size = end - start
        heads = trees.heads(self._network.arcs(scores, start, end))
        rooted = heads == size
        named = self._network.labels(scores, start, heads)
        named[:, self._root] = np.where(rooted, np.float32(1e9), np.float32(-1e9))
        above = np.where(rooted, np.arange(size), heads) + start
        return above.tolist(), named.argmax(axis=1).tolist()


_POINTING = frozenset("he she they it his her hers their theirs its him them i we my our me us you your".split())


class _Asked(NamedTuple):
    """The words of a window, and what tells which of its sentences need a tree: None if all do."""

    words: Sequence[str]
    carriers: Carriers | None

    def key(self, given: Iterable[Integers], sure: Sure) -> bytes:
        """By what the window is known again: sixteen bytes, for thousands are kept."""
        digest = blake2b(sure.tobytes(), digest_size=16)
        for part in given:
            digest.update(b"\0%d\0" % len(part) + part.tobytes())
        if self.carriers is not None:
            # Rare words may have the same pieces; whether a sentence needs a tree is told by the words themselves.
            digest.update("\0".join(self.words).encode(errors="surrogatepass"))
        return digest.digest()

    def idle(self, start: int, end: int, names: Sequence[Marked]) -> bool:
        """Whether nobody will ask for a sentence's tree: it names nobody and has no word that tells of anything."""
        if self.carriers is None or any(name.start < end and start < name.end for name in names):
            return False
        if any(word[:1].isupper() for word in self.words[start + 1 : end]):
            return False  # the lists may know a name that the network does not
        if any(word.lower() in _POINTING for word in self.words[start:end]):
            return False  # whom a pronoun means is told by where it stands
        return not self.carriers.among(self.words[start:end])


class _Made(NamedTuple):
    """The annotation of a window, in little room: numbers of tags and labels, governors by their place."""

    tags: array[int]
    heads: array[int]
    labels: array[int]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Marked, ...]


def load(folder: Path) -> Annotator:
    """Read the machine that lies in a folder.

    Raises:
        KnowledgeError: Something is missing or is not of this kind.
    """
    try:
        pieces = (folder / "pieces.vocab").read_text(encoding="utf-8").splitlines()
        inventory = msgspec.json.decode((folder / "inventory.json").read_bytes(), type=Inventory)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise KnowledgeError(f"The language model cannot be read ({error}). Install Whosays anew") from error
    return Annotator(Network(weights.load(folder / "weights.npz")), Pieces(pieces), inventory)
