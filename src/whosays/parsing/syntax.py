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
from spacy.tokens import Token as SpacyToken

from whosays.errors import KnowledgeError
from whosays.parse import Name, NameKind, NameLabel, Parse, Token
from whosays.parsing import lemmas, machine
from whosays.parsing.carriers import Carriers
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.mending import mended
from whosays.parsing.names import KINDS, LABELS, corrected
from whosays.parsing.quotes import quotations
from whosays.parsing.sentences import Piece, blocks, starts
from whosays.parsing.times import find_times
from whosays.parsing.wholes import made_whole
from whosays.parsing.words import cut
from whosays.records import Report

_NAMELESS = frozenset({"", "weapon"})  # labels of words that are no proper names
BATCH = 64  # blocks that the pipeline reads at a time
BATCH_CHARACTERS = 60_000  # of the reports that are taken apart together


@dataclass(frozen=True)
class Model:
    """The trained pipeline, its lemmas, and the ``made_by`` of what it finds."""

    nlp: Language
    lemmatizer: Lemmatizer
    made_by: str
    carriers: Carriers | None = None  # where they are told, sentences that can carry nothing get no tree


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
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(
            f"The language model in {folder} cannot be read ({error}). Install Whosays anew"
        ) from error
    lemmatizer = lemmas.load(folder / "lemmas.json")
    return Model(nlp=nlp, lemmatizer=lemmatizer, made_by=f"model:{nlp.meta['name']}@{nlp.meta['version']}")


def without_memory(model: Model) -> Model:
    """The model, its machine made to forget every window at once."""
    for _, component in model.nlp.pipeline:
        if isinstance(component, machine.Reader):
            component.remembered = 0
    return model


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
    doc.user_data[machine.CARRIERS] = model.carriers
    befores = [True, *spaces[:-1]] if spaces else []
    pieces = [Piece(*row) for row in zip(words, befores, spaces, strict=True)]
    for token, sure in zip(doc, starts(pieces), strict=True):
        token.is_sent_start = sure or None  # that none begins here the machine knows better than the rules
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
            Name(
                start=base + e.start, end=base + e.end, label=cast(NameLabel, e.label_), kind=_kind(block.doc, e.start)
            )
            for e in block.doc.ents
            if e.label_ in LABELS
        )
    frozen = tuple(tokens)
    return mended(
        Parse(
            report=report,
            tokens=frozen,
            sentences=tuple(sentences),
            names=made_whole(corrected(names, frozen), frozen),
            quotations=quotations(frozen, paragraphs),
            times=find_times(frozen, tuple(sentences)),
            made_by=model.made_by,
        )
    )


def _kind(doc: Doc, start: int) -> NameKind | None:
    """The kind that the machine gave the name that begins at a word."""
    kind = doc.user_data.get(machine.KINDS, {}).get(start)
    return cast(NameKind, kind) if kind in KINDS else None


def _is_common(token: SpacyToken, cased: bool) -> bool:
    """Whether a name may be a common noun: in small letters among capitals, or with the capital of its sentence."""
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    nameless = token.ent_type_ in _NAMELESS
    first = token.is_sent_start and token.is_title and (nameless or (alone and token.text.endswith("s")))
    return bool(first or (nameless and cased and token.is_lower))


def _tokens(block: _Block, base: int, lemmatizer: Lemmatizer) -> Iterator[Token]:
    cased = any(token.is_title or token.is_upper for token in block.doc)
    mixed = sum(token.is_lower for token in block.doc) > len(block.doc) / 3
    for token, (start, end) in zip(block.doc, block.offsets, strict=True):
        tag = token.tag_
        if tag == "NNP" and _is_common(token, cased):
            tag = lemmatizer.common(token.text) or tag
        elif tag == "NN" and mixed and token.text[0].isalpha() and token.is_upper and len(token) > 1:
            tag = "NNP"  # "M23", "JNIM": among small letters capitals are a name's
        yield Token(
            i=base + token.i,
            start=start,
            end=end,
            text=token.text,
            lemma=lemmatizer.lemma(token.text, tag),
            tag=tag,
            dep="root" if token.head.i == token.i else token.dep_,
            head=base + token.head.i,
        )
