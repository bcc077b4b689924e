"""Prepared documents on disk, and texts cut into words as the package cuts them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from whosays.parsing import cutting
from whosays.parsing.words import cut


def load_docs(path: Path, vocab: Vocab) -> list[Doc]:
    """The documents of a prepared file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def save_docs(path: Path, docs: Iterable[Doc], fields: list[str]) -> None:
    """Write prepared documents with some of their annotation."""
    kept = DocBin(attrs=fields, docs=docs)
    kept.to_disk(path)
    print(f"{path.name}: {len(kept)} documents, {sum(len(t) for t in kept.tokens)} words", flush=True)


def tokenize(nlp: Language, text: str) -> Doc:
    """Cut a one-paragraph text into words; blanks never become tokens."""
    words = cut(_cutter(nlp), text, 0, len(text))
    spaces = [word.end < following.start for word, following in pairwise(words)] + [False] * bool(words)
    return Doc(nlp.vocab, words=[word.text for word in words], spaces=spaces)


@lru_cache(maxsize=2)
def _cutter(nlp: Language) -> cutting.Cutter:
    tokenizer: Any = nlp.tokenizer  # spaCy's types say only that it can be called
    return cutting.read(tokenizer.to_bytes(exclude=["vocab"]))
