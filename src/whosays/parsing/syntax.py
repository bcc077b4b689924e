"""The one place that knows spaCy: a report's text in, tokens with tags, trees and names out.

A report is cut into blocks that no sentence crosses; each block is one document for spaCy, with blanks left out and
the sure sentence bounds set, so that a block is read the same whatever stands round it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from whosays.errors import KnowledgeError
from whosays.parse import Name, NameLabel, Parse, Token
from whosays.parsing import lemmas
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.mending import mended
from whosays.parsing.names import LABELS, corrected
from whosays.parsing.quotes import quotations
from whosays.parsing.sentences import Piece, blocks, starts
from whosays.parsing.times import find_times
from whosays.parsing.words import cut
from whosays.records import Report

BATCH = 64  # blocks that the pipeline reads at a time
BATCH_CHARACTERS = 60_000  # of the reports that are taken apart together


@dataclass(frozen=True)
class Model:
    """The trained pipeline, its lemmas, and the ``made_by`` of what it finds."""

    nlp: Language
    lemmatizer: Lemmatizer
    made_by: str


@dataclass(frozen=True)
class _Block:
    """A block's document and where each of its words stands in the report."""

    doc: Doc
    offsets: tuple[tuple[int, int], ...]


def open_model(folder: Path) -> Model:
    """Read the model that lies in ``folder``.

    Raises:
        KnowledgeError: There is no model, or it cannot be read.
    """
    if not (folder / "config.cfg").is_file():
        raise KnowledgeError(
            f"No language model in {folder}. Install Whosays anew, or train one with `python -m training`"
        )
    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError) as error:
        raise KnowledgeError(
            f"The language model in {folder} cannot be read ({error}). Install Whosays anew"
        ) from error
    lemmatizer = lemmas.load(folder / "lemmas.json")
    return Model(nlp=nlp, lemmatizer=lemmatizer, made_by=f"model:{nlp.meta['name']}@{nlp.meta['version']}")


def parse_all(reports: Iterable[Report], model: Model) -> Iterator[Parse]:
    """Yield the parse of every report, in order; neighbouring reports share a batch."""
    waiting: list[Report] = []
    size = 0
    for report in reports:
        waiting.append(report)
        size += len(report.text)
        if size >= BATCH_CHARACTERS:
            yield from _parsed(waiting, model)
            waiting, size = [], 0
    if waiting:
        yield from _parsed(waiting, model)


def _parsed(reports: list[Report], model: Model) -> list[Parse]:
    """Parse reports together. What spaCy keeps of their words is freed afterwards, so long runs do not grow."""
    with model.nlp.memory_zone():
        cut_up = [
            [_block(report.text, start, end, model) for start, end in blocks(report.text, report.body)]
            for report in reports
        ]
        for _ in model.nlp.pipe((block.doc for made in cut_up for block in made), batch_size=BATCH):
            pass  # the documents are annotated in place
        return [_parse(report, made, model) for report, made in zip(reports, cut_up, strict=True)]


def _block(text: str, start: int, end: int, model: Model) -> _Block:
    """Cut a block into words and tell the parser what is sure about its sentences."""
    found = cut(model.nlp.tokenizer, text, start, end)
    words = [word.text for word in found]
    offsets = [(word.start, word.end) for word in found]
    spaces = [offsets[i][1] < offsets[i + 1][0] for i in range(len(offsets) - 1)] + [False] * bool(offsets)
    doc = Doc(model.nlp.vocab, words=words, spaces=spaces)
    befores = [True, *spaces[:-1]] if spaces else []
    pieces = [Piece(*row) for row in zip(words, befores, spaces, strict=True)]
    for token, sure in zip(doc, starts(pieces), strict=True):
        token.is_sent_start = sure
    return _Block(doc, tuple(offsets))


def _parse(report: Report, made: list[_Block], model: Model) -> Parse:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    names: list[Name] = []
    for block in made:
        base = len(tokens)
        tokens.extend(_tokens(block, base, model.lemmatizer))
        sentences.extend((base + sent.start, base + sent.end) for sent in block.doc.sents)
        paragraphs.append((base, len(tokens)))
        names.extend(
            Name(start=base + e.start, end=base + e.end, label=cast(NameLabel, e.label_))
            for e in block.doc.ents
            if e.label_ in LABELS
        )
    frozen = tuple(tokens)
    return mended(
        Parse(
            report=report,
            tokens=frozen,
            sentences=tuple(sentences),
            names=corrected(names, frozen),
            quotations=quotations(frozen, paragraphs),
            times=find_times(frozen, tuple(sentences)),
            made_by=model.made_by,
        )
    )


def _tokens(block: _Block, base: int, lemmatizer: Lemmatizer) -> Iterator[Token]:
    for token, (start, end) in zip(block.doc, block.offsets, strict=True):
        yield Token(
            i=base + token.i,
            start=start,
            end=end,
            text=token.text,
            lemma=lemmatizer.lemma(token.text, token.tag_),
            tag=token.tag_,
            dep="root" if token.head.i == token.i else token.dep_,
            head=base + token.head.i,
        )
