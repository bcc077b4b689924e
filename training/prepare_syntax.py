"""Treebanks to prepared documents, one document a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.conllu import Sentence, paragraphs


def treebank(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield one gold document for each paragraph of a treebank."""
    for paragraph in paragraphs(path):
        yield gold(paragraph, vocab)


def gold(paragraph: tuple[Sentence, ...], vocab: Vocab) -> Doc:
    """A document with tags, lemmas, trees and sentence bounds; sentences are joined by a blank."""
    words = [word for sentence in paragraph for word in sentence.words]
    heads: list[int] = []
    starts: list[bool | int | None] = []
    spaces: list[bool] = []
    for sentence in paragraph:
        offset = len(heads)
        heads.extend(offset + word.head for word in sentence.words)
        starts.extend(i == 0 for i in range(len(sentence.words)))
        spaces.extend(word.space for word in sentence.words[:-1])
        spaces.append(True)
    spaces[-1] = False
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
        sent_starts=starts,
    )
