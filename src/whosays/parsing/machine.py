"""The reading machine as a component of spaCy, for those who work with it; Whosays itself reads without spaCy.

``spacy.load`` finds it by the name ``whosays_reader``, so the shipped model is a pipeline like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

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

from whosays.parsing.network import annotating
from whosays.parsing.network.annotating import Annotation, Annotator

if TYPE_CHECKING:
    from thinc.types import Ints2d

FACTORY = annotating.FOLDER
KINDS = "name_kinds"  # where a document keeps the kinds of its names
_COLUMNS = [TAG, HEAD, DEP, ENT_IOB, ENT_TYPE]
_GOES_ON, _OUTSIDE, _BEGINS = 1, 2, 3  # spaCy's numbers


class Reader:
    """The component. It is empty until it is read from disk."""

    annotator: Annotator

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Reader:  # noqa: ARG002 - spaCy's protocol
        """Read the component that lies in a folder.

        Raises:
            KnowledgeError: Something is missing or is not of this kind.
        """
        self.annotator = annotating.load(Path(path))
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document in place. Sentence starts that are already set stay as they are."""
        if not len(doc):
            return doc
        words = [token.text for token in doc]
        blanks = [True, *[bool(token.whitespace_) for token in doc][:-1]]
        made = self.annotator.read(words, blanks, doc.to_array(SENT_START).astype(np.int8))
        doc.from_array(_COLUMNS, cast("Ints2d", self._rows(made)))
        doc.user_data[KINDS] = {name.start: name.kind for name in made.names if name.kind}
        return doc

    def _rows(self, made: Annotation) -> NDArray[np.uint64]:
        """The annotation in spaCy's numbers, a row for each word; governors by their distance."""
        add = self.vocab.strings.add
        rows = np.zeros((len(made.tags), len(_COLUMNS)), dtype=np.uint64)
        rows[:, 0] = np.array([add(tag) for tag in made.tags], dtype=np.uint64)
        rows[:, 1] = (np.array(made.heads, dtype=np.int64) - np.arange(len(made.heads))).view(np.uint64)
        rows[:, 2] = np.array([add(label) for label in made.labels], dtype=np.uint64)
        rows[:, 3] = _OUTSIDE
        for name in made.names:
            rows[name.start, 3], rows[name.start + 1 : name.end, 3] = _BEGINS, _GOES_ON
            rows[name.start : name.end, 4] = add(name.label)
        return rows


@Language.factory(
    FACTORY,
    assigns=["token.tag", "token.dep", "token.head", "token.is_sent_start", "doc.ents"],
)
def make(nlp: Language, name: str) -> Reader:  # noqa: ARG001 - spaCy's protocol
    """An empty component for a pipeline."""
    return Reader(nlp.vocab)
