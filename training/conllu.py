"""Reading treebanks in CoNLL-U: paragraphs of words with tags, lemmas, heads and, in GUM, entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PARAGRAPH_WORDS = 250  # a paragraph longer than this is cut, so that one batch never grows out of hand


@dataclass(frozen=True)
class Word:
    """One syntactic word. ``head`` is the position of the governor in the sentence, its own for a root."""

    form: str
    lemma: str
    tag: str
    head: int
    dep: str
    space: bool
    misc: str


@dataclass(frozen=True)
class Sentence:
    """One sentence with its id; ``opens`` says that a document or a paragraph begins with it."""

    words: tuple[Word, ...]
    opens: bool
    identity: str


@dataclass
class _Open:
    """The sentence that is being read: rows, the last word of each multi-word token, and what went before."""

    rows: list[list[str]] = field(default_factory=list)
    ranges: list[tuple[int, int, bool]] = field(default_factory=list)
    opens: bool = False
    identity: str = ""

    def close(self) -> Sentence:
        """The finished sentence."""
        joined = {i for first, last, _ in self.ranges for i in range(first, last)}
        spaces = {last: space for _, last, space in self.ranges}
        words = []
        for position, row in enumerate(self.rows):
            number = int(row[0])
            space = spaces.get(number, number not in joined and "SpaceAfter=No" not in row[9])
            head = position if row[6] == "0" else int(row[6]) - 1
            words.append(Word(row[1], row[2], row[4], head, row[7], space, row[9]))
        return Sentence(tuple(words), self.opens, self.identity)


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order; empty nodes of the enhanced graph are left out."""
    current = _Open()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = line.rstrip("\n")
            if not text:
                if current.rows:
                    yield current.close()
                current = _Open()
            elif text.startswith(("# newdoc", "# newpar")):
                current.opens = True
            elif text.startswith("# sent_id = "):
                current.identity = text[12:]
            elif text[0] != "#":
                _row(current, text.split("\t"))
    if current.rows:
        yield current.close()


def _row(current: _Open, row: list[str]) -> None:
    if "-" in row[0]:
        first, last = row[0].split("-")
        current.ranges.append((int(first), int(last), "SpaceAfter=No" not in row[9]))
    elif "." not in row[0]:
        current.rows.append(row)


def paragraphs(path: Path) -> Iterator[tuple[Sentence, ...]]:
    """Yield the paragraphs of a CoNLL-U file, long ones cut between sentences."""
    kept: list[Sentence] = []
    count = 0
    for sentence in sentences(path):
        if kept and (sentence.opens or count + len(sentence.words) > PARAGRAPH_WORDS):
            yield tuple(kept)
            kept, count = [], 0
        kept.append(sentence)
        count += len(sentence.words)
    if kept:
        yield tuple(kept)
