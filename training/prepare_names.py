"""Corpora of named entities to prepared documents, cut into words as the model's own tokenizer cuts them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from training import corpora
from training.conllu import sentences
from training.corpora import Marked, RawDocument, Text
from training.documents import tokenize
from training.kinds import Kinds
from training.labels import Known, Labels, Names, reconcile

GMB_DEV_SHARE = 3  # per cent of the sentences, by hash
DEMONYM_COUNT = 3  # a word is a demonym when GMB marks it as one at least this often ...
DEMONYM_SHARE = 0.8  # ... and in at least this share of its uses
PLACE_COUNT = 10  # a name is a place when GMB marks it as one at least this often ...
PLACE_SHARE = 0.6  # ... and in at least this share of its marks


@dataclass(frozen=True)
class Reader:
    """What every conversion needs: the tokenizer, the label table, and what GMB knows of words."""

    nlp: Language
    labels: Labels
    known: Known
    kinds: Kinds

    def docs(self, texts: Iterable[Text], corpus: str, group: int = 1) -> Iterator[Doc]:
        """Gold documents of texts of one corpus; up to ``group`` neighbours are joined, by turns 1, 2, ... group."""
        waiting: list[tuple[Text, Names]] = []
        size = 1
        for text in texts:
            waiting.append((text, reconcile(text, corpus, self.labels, self.known)))
            if len(waiting) >= size:
                yield self._doc(waiting)
                waiting, size = [], size % group + 1
        if waiting:
            yield self._doc(waiting)

    def raw(self, document: RawDocument) -> Iterator[Doc]:
        """Gold documents, one a paragraph, of a document with character spans."""
        position = 0
        for paragraph in document.text.split("\n"):
            if paragraph.strip():
                yield from self.docs([self._cut(paragraph, position, document)], "re3d")
            position += len(paragraph) + 1

    def _cut(self, paragraph: str, offset: int, document: RawDocument) -> Text:
        doc = self.nlp.make_doc(paragraph)
        tokens = [token for token in doc if not token.is_space]
        marked = []
        for start, end, label in document.marked:
            inside = [i for i, t in enumerate(tokens) if t.idx + offset < end and t.idx + offset + len(t.text) > start]
            if inside and start >= offset:
                marked.append(Marked(inside[0], inside[-1] + 1, label))
        return Text(
            tuple(t.text for t in tokens),
            tuple(bool(t.whitespace_) for t in tokens),
            ("",) * len(tokens),
            tuple(marked),
        )

    def _doc(self, parts: list[tuple[Text, Names]]) -> Doc:
        """Join parts with blanks, cut the text anew, and carry the names over by character."""
        words = ""
        ranges: list[tuple[int, int, str]] = []
        unknown: list[tuple[int, int]] = []
        for text, names in parts:
            words = words + " " if words else ""
            starts = []
            for word, space in zip(text.words, text.spaces, strict=True):
                starts.append(len(words))
                words += word + (" " if space else "")
            words = words.rstrip()
            ends = [start + len(word) for start, word in zip(starts, text.words, strict=True)]
            ranges.extend((starts[n.start], ends[n.end - 1], n.label) for n in names.names)
            unknown.extend((starts[i], ends[i]) for i in names.unknown)
        doc = tokenize(self.nlp, words)
        entities = [
            span
            for s, e, label in ranges
            if (span := _span(doc, s, e, self.kinds.label(label, words[s:e]))) is not None
        ]
        missing = [span for s, e in unknown if (span := _span(doc, s, e, "time")) is not None]
        taken = {token.i for span in entities for token in span}
        doc.set_ents(
            _apart(entities), missing=[s for s in missing if taken.isdisjoint(t.i for t in s)], default="outside"
        )
        return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")


def _apart(spans: list[Span]) -> list[Span]:
    """Spans without those that overlap an earlier one (cutting the text anew can make neighbours touch)."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def demonyms(texts: Iterable[Text]) -> frozenset[str]:
    """The words that GMB marks as nationalities often and nearly always, lower-cased."""
    marked: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        every.update(word.lower() for word in text.words)
        for mark in text.marked:
            if mark.label == "gpe" and mark.end - mark.start == 1 and text.tags[mark.start] in {"JJ", "NNS", "NNPS"}:
                marked[text.words[mark.start].lower()] += 1
    return frozenset(w for w, n in marked.items() if n >= DEMONYM_COUNT and n >= DEMONYM_SHARE * every[w])


def gmb_held_out(text: Text) -> bool:
    """Whether a sentence of GMB belongs to the development part, by the hash of its words."""
    return int(hashlib.sha256(" ".join(text.words).encode()).hexdigest(), 16) % 100 < GMB_DEV_SHARE


def uner(names: Path, treebank: Path) -> Iterator[Text]:
    """The sentences of the Universal NER layer, typeset as in the treebank that it lies upon.

    Sentences whose words were cut otherwise when the layer was made are left out; the reader's tests count them.
    """
    by_identity = {sentence.identity: sentence for sentence in sentences(treebank)}
    for identity, words, marked in corpora.iob2(names):
        sentence = by_identity.get(identity)
        if sentence is not None and words == tuple(word.form for word in sentence.words):
            spaces = tuple(word.space for word in sentence.words)
            yield Text(words, spaces, tuple(word.tag for word in sentence.words), marked)


def places(texts: Iterable[Text]) -> frozenset[str]:
    """The names that GMB marks as places most of the time, lower-cased: a country stays one when it acts."""
    counts: dict[str, Counter[str]] = {}
    for text in texts:
        for mark in text.marked:
            name = " ".join(text.words[mark.start : mark.end]).lower()
            counts.setdefault(name, Counter())[mark.label] += 1
    return frozenset(
        name
        for name, by in counts.items()
        if by["geo"] + by["gpe"] >= PLACE_COUNT and by["geo"] + by["gpe"] >= PLACE_SHARE * sum(by.values())
    )
