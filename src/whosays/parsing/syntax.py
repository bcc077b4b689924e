"""From a report's text to tokens with tags, trees and names, by the model that lies in a folder.

A report is cut into blocks that no sentence crosses; each block is read by itself, with blanks left out and the sure
sentence bounds set, so that it is read the same whatever stands round it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
import numpy as np

from whosays.errors import KnowledgeError
from whosays.parse import Name, NameKind, NameLabel, Parse, Token
from whosays.parsing import cutting, lemmas
from whosays.parsing.carriers import Carriers
from whosays.parsing.cutting import Cutter, Word
from whosays.parsing.lemmas import Lemmatizer
from whosays.parsing.mending.applying import mended
from whosays.parsing.names.joining import KINDS, LABELS, corrected
from whosays.parsing.names.sentencelike import as_read
from whosays.parsing.names.surnames import with_surnames
from whosays.parsing.names.wholes import made_whole
from whosays.parsing.network import annotating
from whosays.parsing.network.annotating import Annotation, Annotator
from whosays.parsing.network.marking import Marked
from whosays.parsing.quotes import quotations
from whosays.parsing.sentences import Piece, blocks, starts
from whosays.parsing.times.finding import find_times
from whosays.parsing.words import cut
from whosays.records import Report

_NAMELESS = "weapon"  # the label of words that are no proper names
_SURE = {True: 1, False: 0, None: 0}  # that no sentence begins here the machine knows better than the rules


@dataclass(frozen=True)
class Model:
    """The trained machine, the rules for words, the lemmas, and the ``made_by`` of what is found."""

    annotator: Annotator
    cutter: Cutter
    lemmatizer: Lemmatizer
    made_by: str
    carriers: Carriers | None = None  # where they are told, sentences that can carry nothing get no tree


class _Meta(msgspec.Struct, frozen=True):
    """What a model says of itself; it says more, which is not asked here."""

    name: str
    version: str


class _Block(NamedTuple):
    """The words of a block and what was found in them."""

    words: list[Word]
    found: Annotation


def open_model(folder: Path) -> Model:
    """Read the model that lies in ``folder``.

    Raises:
        KnowledgeError: There is no model, or it cannot be read.
    """
    if not (folder / "meta.json").is_file():
        raise KnowledgeError(
            f"No language model in {folder}. Install Whosays anew, or train one with `python -m training`"
        )
    try:
        meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta)
    except (OSError, msgspec.MsgspecError) as error:
        raise KnowledgeError(
            f"The language model in {folder} cannot be read ({error}). Install Whosays anew"
        ) from error
    return Model(
        annotator=annotating.load(folder / annotating.FOLDER),
        cutter=cutting.load(folder / "tokenizer"),
        lemmatizer=lemmas.load(folder / "lemmas.json"),
        made_by=f"model:{meta.name}@{meta.version}",
    )


def without_memory(model: Model) -> Model:
    """The model, its machine made to forget every window at once."""
    model.annotator.remembered = 0
    return model


def parse_all(reports: Iterable[Report], model: Model) -> Iterator[Parse]:
    """Yield the parse of every report, in order."""
    for report in reports:
        yield _parse(report, model)


def _parse(report: Report, model: Model) -> Parse:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    names: list[Name] = []
    for start, end in blocks(report.text, report.body):
        block = _block(report.text, start, end, model)
        base = len(tokens)
        tokens.extend(_tokens(block, base, model.lemmatizer))
        sentences.extend((base + first, base + last) for first, last in block.found.sentences)
        paragraphs.append((base, len(tokens)))
        names.extend(_name(name, base) for name in block.found.names if name.label in LABELS)
    frozen = tuple(tokens)
    return mended(
        Parse(
            report=report,
            tokens=frozen,
            sentences=tuple(sentences),
            names=with_surnames(made_whole(corrected(names, frozen), frozen), frozen),
            quotations=quotations(frozen, paragraphs),
            times=find_times(frozen, tuple(sentences)),
            made_by=model.made_by,
        )
    )


def _block(text: str, start: int, end: int, model: Model) -> _Block:
    """Cut a block into words and read them; what is sure about its sentences is told beforehand."""
    words = cut(model.cutter, text, start, end)
    behind = [one.end < two.start for one, two in pairwise(words)] + [False] * bool(words)
    before = [True, *behind[:-1]][: len(words)]
    pieces = [Piece(word.text, *blanks) for word, *blanks in zip(words, before, behind, strict=True)]
    sure = np.array([_SURE[known] for known in starts(pieces)], dtype=np.int8)
    return _Block(words, model.annotator.read(as_read([word.text for word in words]), before, sure, model.carriers))


def _name(name: Marked, base: int) -> Name:
    return Name(
        start=base + name.start,
        end=base + name.end,
        label=cast(NameLabel, name.label),
        kind=cast(NameKind, name.kind) if name.kind in KINDS else None,
    )


def _common_names(block: _Block) -> set[int]:
    """The words that may be common nouns although their tag is a name's: by what was found, and how they are set.

    In small letters among capitals, or with no more of a capital than the first word of a sentence has.
    """
    texts = [word.text for word in block.words]
    cased = any(text.istitle() or text.isupper() for text in texts)
    labels: dict[int, str] = {i: name.label for name in block.found.names for i in range(name.start, name.end)}
    alone = {name.start for name in block.found.names if name.end == name.start + 1}
    firsts = {start for start, _ in block.found.sentences}
    found: set[int] = set()
    for i, text in enumerate(texts):
        nameless = labels.get(i, _NAMELESS) == _NAMELESS
        first = i in firsts and text.istitle() and (nameless or (i in alone and text.endswith("s")))
        if first or (nameless and cased and text.islower()):
            found.add(i)
    return found


def _tokens(block: _Block, base: int, lemmatizer: Lemmatizer) -> Iterator[Token]:
    found = block.found
    tags = _tags(block, lemmatizer)
    for i, (word, tag, head, label) in enumerate(zip(block.words, tags, found.heads, found.labels, strict=True)):
        yield Token(
            i=base + i,
            start=word.start,
            end=word.end,
            text=word.text,
            lemma=lemmatizer.lemma(word.text, tag),
            tag=tag,
            dep=label,
            head=base + head,
        )


def _tags(block: _Block, lemmatizer: Lemmatizer) -> list[str]:
    """The tags as found, but for capitals that tell something else."""
    common = _common_names(block)
    mixed = sum(word.text.islower() for word in block.words) > len(block.words) / 3
    tags = block.found.tags.copy()
    for i, (tag, word) in enumerate(zip(block.found.tags, block.words, strict=True)):
        if tag == "NNP" and i in common:
            tags[i] = lemmatizer.common(word.text) or tag
        elif tag == "NN" and mixed and word.text[0].isalpha() and word.text.isupper() and len(word.text) > 1:
            tags[i] = "NNP"  # "M23", "JNIM": among small letters capitals are a name's
        elif tag in {"VBP", "VB", "VBG"} and lemmatizer.is_third_person(word.text):
            tags[i] = "VBZ"  # "Orland | detains | two men": no plain form ends so
    return tags
