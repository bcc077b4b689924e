"""The reading machine as a component of spaCy: it tags, finds sentences, trees and names.

``spacy.load`` finds it by the name ``whosays_reader``, so the shipped model is a pipeline like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec
import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (  # type: ignore[import-not-found]  # a compiled module without types
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    SENT_START,
    TAG,
)
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from whosays.errors import KnowledgeError
from whosays.parsing import trees, weights
from whosays.parsing.bounds import Sure, bounds
from whosays.parsing.carriers import Carriers
from whosays.parsing.encoder import Network, Scores
from whosays.parsing.marking import Marked, Marker
from whosays.parsing.pieces import Integers, Pieces, arranged, windows

if TYPE_CHECKING:
    from thinc.types import Ints2d

FACTORY = "whosays_reader"
KINDS = "name_kinds"  # where a document keeps the kinds of its names
CARRIERS = "carriers"  # where a document is given what tells which of its sentences need a tree
REMEMBERED = 4000  # windows: some hundreds of reports, some megabytes
_COLUMNS = [TAG, HEAD, DEP, ENT_IOB, ENT_TYPE]
_GOES_ON, _OUTSIDE, _BEGINS = 1, 2, 3  # spaCy's numbers

Rows = NDArray[np.uint64]


class Inventory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the network's scores stand for, in order; ``outside`` is added to the score of being no name."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    outside: float = 0.0


class Reader:
    """The component. It is empty until it is read from disk."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.remembered = REMEMBERED
        self._lately: dict[tuple[bytes, tuple[str, ...] | None], _Made] = {}

    def fill(self, network: Network, pieces: Pieces, inventory: Inventory) -> Reader:
        """Make the component ready to read."""
        self._network, self._pieces = network, pieces
        self._marker = Marker(inventory.names, inventory.outside)
        add = self.vocab.strings.add
        self._tags = np.array([add(tag) for tag in inventory.tags], dtype=np.uint64)
        self._labels = np.array([add(label) for label in inventory.labels], dtype=np.uint64)
        self._root, self._loose = inventory.labels.index("root"), add("dep")
        self._names = {mark[2:].partition(":")[0]: add(mark[2:].partition(":")[0]) for mark in inventory.names[1:]}
        return self

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Reader:  # noqa: ARG002 - spaCy's protocol
        """Read the component that lies in a folder.

        Raises:
            KnowledgeError: Something is missing or is not of this kind.
        """
        folder = Path(path)
        try:
            pieces = (folder / "pieces.vocab").read_text(encoding="utf-8").splitlines()
            inventory = msgspec.json.decode((folder / "inventory.json").read_bytes(), type=Inventory)
        except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
            raise KnowledgeError(f"The language model cannot be read ({error}). Install Whosays anew") from error
        return self.fill(Network(weights.load(folder / "weights.npz")), Pieces(pieces), inventory)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document in place. Sentence starts that are already set stay as they are."""
        if not len(doc):
            return doc
        carriers: Carriers | None = doc.user_data.get(CARRIERS)
        words = [token.text for token in doc]
        forms = [self._pieces.of(word) for word in words]
        blanks = [True, *[bool(token.whitespace_) for token in doc][:-1]]
        sure = doc.to_array(SENT_START).astype(np.int8)
        rows = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
        kinds: dict[int, str] = {}
        for start, end in windows([len(form.pieces) for form in forms], (sure == 1).tolist()):
            given = arranged(forms[start:end], blanks[start:end], self._pieces.opening)
            made = self._window(given, sure[start:end], _Asked(words[start:end], carriers))
            rows[start:end] = made.rows
            kinds.update({start + word: kind for word, kind in made.kinds})
        doc.from_array(_COLUMNS, cast("Ints2d", rows))
        doc.user_data[KINDS] = kinds
        return doc

    def _window(self, given: tuple[Integers, Integers, Integers], sure: Sure, asked: _Asked) -> _Made:
        """What is found in a window; one that was read lately is not read again, as in a copy of a report."""
        # Rare words may be spelt in the same pieces; whether a sentence needs a tree is told by the words themselves.
        words = None if asked.carriers is None else tuple(asked.words)
        key = b"".join(part.tobytes() for part in (*given, sure)), words
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

    def _read(self, scores: Scores, sentences: list[tuple[int, int]], found: list[Marked], asked: _Asked) -> _Made:
        rows = np.zeros((len(scores.starts), len(_COLUMNS)), dtype=np.uint64)
        rows[:, 0] = self._tags[scores.tags.argmax(axis=1)]
        self._mark(found, rows)
        for start, end in sentences:
            if asked.idle(start, end, rows):
                rows[start:end, 1] = (-np.arange(end - start)).astype(np.int64).view(np.uint64)
                rows[start, 2], rows[start + 1 : end, 2] = self._labels[self._root], self._loose
            else:
                self._tree(scores, start, end, rows[start:end])
        return _Made(rows, tuple((name.start, name.kind) for name in found if name.kind))

    def _tree(self, scores: Scores, start: int, end: int, rows: Rows) -> None:
        """The tree of a sentence of a window, into the columns of heads (as distances) and labels of its rows."""
        size = end - start
        heads = trees.heads(self._network.arcs(scores, start, end))
        named = self._network.labels(scores, start, heads)
        named[:, self._root] = np.where(heads == size, np.float32(1e9), np.float32(-1e9))
        distances = np.where(heads == size, 0, heads - np.arange(size)).astype(np.int64)
        rows[:, 1] = distances.view(np.uint64)
        rows[:, 2] = self._labels[named.argmax(axis=1)]

    def _mark(self, found: list[Marked], rows: Rows) -> None:
        """Names into the columns of marks and of labels."""
        rows[:, 3] = _OUTSIDE
        for name in found:
            rows[name.start, 3], rows[name.start + 1 : name.end, 3] = _BEGINS, _GOES_ON
            rows[name.start : name.end, 4] = self._names[name.label]


class _Asked(NamedTuple):
    """The words of a window, and what tells which of its sentences need a tree: None if all do."""

    words: list[str]
    carriers: Carriers | None

    def idle(self, start: int, end: int, rows: Rows) -> bool:
        """Whether nobody will ask for a sentence's tree: it names nobody and has no word that tells of anything."""
        if self.carriers is None or rows[start:end, 4].any():
            return False
        return not self.carriers.among(self.words[start:end])


class _Made(NamedTuple):
    """The annotation of a window: a row for each word in spaCy's numbers, and the kinds of names by first word."""

    rows: Rows
    kinds: tuple[tuple[int, str], ...]


@Language.factory(
    FACTORY,
    assigns=["token.tag", "token.dep", "token.head", "token.is_sent_start", "doc.ents"],
)
def make(nlp: Language, name: str) -> Reader:  # noqa: ARG001 - spaCy's protocol
    """An empty component for a pipeline."""
    return Reader(nlp.vocab)
