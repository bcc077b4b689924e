"""Reading the corpora of named entities: raw sentences with labels, as each corpus writes them."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.conllu import Sentence, sentences

GUM_TIME_WORDS = 5  # GUM's times run on into relative clauses; longer ones are passed over
SHORTEST_PARAGRAPH = 20  # characters
RE3D_DEV_SHARE = 20  # per cent of the documents, by hash


@dataclass(frozen=True)
class Marked:
    """A stretch of words with the corpus's own label, half-open; stretches may nest or overlap."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Text:
    """Words of one sentence or document, whether a blank follows each, tags where known, and what is marked."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    marked: tuple[Marked, ...]


@dataclass(frozen=True)
class RawDocument:
    """A document of re3d: its text and character spans ``(start, end, label)``."""

    identity: str
    text: str
    marked: tuple[tuple[int, int, str], ...]


def gmb(path: Path) -> Iterator[Text]:
    """The sentences of the Groningen Meaning Bank table (Latin-1, one word a row)."""
    rows: list[tuple[str, str, str]] = []
    with path.open(encoding="latin-1", newline="") as lines:
        table = csv.reader(lines)
        next(table)
        for number, word, tag, label in table:
            if number and rows:
                yield _text([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])
                rows = []
            if word.strip():
                rows.append((word.strip(), tag, label))
    if rows:
        yield _text([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])


def columns(path: Path) -> Iterator[Text]:
    """The sentences of a two-column file: a word and its label, a blank line between sentences."""
    words: list[str] = []
    labels: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if len(fields) >= 2:
                words.append(fields[0])
                labels.append(fields[-1])
            elif words:
                yield _text(words, [""] * len(words), labels)
                words, labels = [], []
    if words:
        yield _text(words, [""] * len(words), labels)


def iob2(path: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[Marked, ...]]]:
    """The sentences of a Universal NER file: sentence id, words and names."""
    words: list[str] = []
    labels: list[str] = []
    identity = ""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line[0] == "#":
                identity = line[12:].strip() if line.startswith("# sent_id = ") else identity
            elif len(fields) >= 3:
                words.append(fields[1])
                labels.append(fields[2])
            elif words:
                yield identity, tuple(words), tuple(_spans(labels))
                words, labels = [], []
    if words:
        yield identity, tuple(words), tuple(_spans(labels))


def gum(path: Path) -> Iterator[Text]:
    """The sentences of GUM with every entity whose head is a proper noun, cut down to its head words."""
    for sentence in sentences(path):
        words = sentence.words
        yield Text(
            tuple(word.form for word in words),
            tuple(word.space for word in words),
            tuple(word.tag for word in words),
            tuple(_gum_names(sentence)),
        )


def _gum_names(sentence: Sentence) -> Iterator[Marked]:
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for position, word in enumerate(sentence.words):
        field = next((f[7:] for f in word.misc.split("|") if f.startswith("Entity=")), "")
        for piece in field.replace("(", " (").replace(")", ") ").split():
            parts = piece.strip("()").split("-")
            if piece.startswith("("):
                open_.setdefault(parts[0], []).append((position, parts))
            if piece.endswith(")") and open_.get(parts[0]):
                start, described = open_[parts[0]].pop()
                yield from _gum_name(sentence, start, position + 1, described)


def _gum_name(sentence: Sentence, start: int, end: int, described: list[str]) -> Iterator[Marked]:
    label = described[1]
    if label == "time":
        if end - start <= GUM_TIME_WORDS:
            yield Marked(start, end, label)
        return
    heads = [start + int(n) - 1 for n in described[5].split(",") if n.isdigit()]
    if not heads or heads[-1] >= end:
        return
    first, last = heads[0], heads[-1]
    words = sentence.words[first : last + 1]
    whole = all(i + first in heads or word.tag in {"IN", "DT", "HYPH", "POS"} for i, word in enumerate(words))
    if whole and words[0].tag.startswith("NNP") and words[-1].tag.startswith("NNP"):
        yield Marked(first, last + 1, label)


def gum_news(path: Path) -> Iterator[str]:
    """The texts of GUM's news, each as its sentences on one line."""
    told: list[str] = []
    news = False
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if told:
                    yield " ".join(told)
                told, news = [], "_news_" in line
            elif news and line.startswith("# text = "):
                told.append(line.removeprefix("# text = ").strip())
    if told:
        yield " ".join(told)


def re3d(folder: Path) -> Iterator[RawDocument]:
    """The documents of re3d in the order of their ids."""
    found: dict[str, tuple[str, list[tuple[int, int, str]]]] = {}
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        for row in _lines(source / "documents.json"):
            found[row["_id"]] = (row["text"], [])
        for row in _lines(source / "entities.json"):
            found[row["documentId"]][1].append((int(row["begin"]), int(row["end"]), row["type"]))
    for identity in sorted(found):
        text, marked = found[identity]
        yield RawDocument(identity, text, tuple(sorted(set(marked))))


def muc(folder: Path) -> Iterator[str]:
    """The paragraphs of MUC's development texts, each on one line, without the marks of their service."""
    for path in sorted(folder.glob("dev-muc3-*")):
        for message in _MESSAGE.split(path.read_text(encoding="latin-1")):
            for paragraph in re.split(r"\n\s*\n", message):
                line = _SERVICE.sub("", " ".join(paragraph.split())).strip()
                if len(line) > SHORTEST_PARAGRAPH:
                    yield line


_MESSAGE = re.compile(r"^DEV-MUC3-\d+.*$", re.MULTILINE)
_SERVICE = re.compile(r"\[(TEXT|REPORT|ARTICLE|EXCERPTS?|EDITORIAL|COMMUNIQUE)\]")


def held_out(identity: str) -> bool:
    """Whether a document of re3d belongs to the development part: about a fifth, by the hash of its id."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 100 < RE3D_DEV_SHARE


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _text(words: list[str], tags: list[str], labels: list[str]) -> Text:
    return Text(tuple(words), tuple(spaced(words)), tuple(tags), tuple(_spans(labels)))


def _spans(labels: Iterable[str]) -> Iterator[Marked]:
    """Stretches from IOB or IOB2 labels: a new label, a ``B-``, or a gap ends the one before."""
    start, current, position = 0, "", 0
    for position, label in enumerate([*labels, "O"]):
        prefix, _, kind = label.partition("-")
        kind = kind if prefix in {"B", "I"} else ""
        if current and (kind != current or prefix == "B"):
            yield Marked(start, position, current)
            current = ""
        if kind and not current:
            start, current = position, kind


def spaced(words: list[str]) -> Iterator[bool]:
    """Whether a blank follows each word, by the habits of English typesetting, for corpora that do not tell."""
    inside = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == '"':
            inside = not inside
        opens = word in {"(", "[", "$", "“", "‘", "``", "£", "€"} or (word == '"' and inside)
        glued = following in {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "”", "''", "'re", "'ve",
                              "'ll", "'d", "'m", "..."} or (following == '"' and inside and word != '"')  # fmt: skip
        yield bool(following) and not opens and not glued
