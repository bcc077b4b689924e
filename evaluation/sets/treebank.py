"""The set ``parse``: tags, heads, labels and sentences against Universal Dependencies treebanks.

Counted as ``spacy evaluate`` does: the parser gets raw text of ten sentences at a time, our tokens are aligned to
the gold's by characters, and a token that does not fall into exactly one gold token is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, Number, Request, Result, files
from evaluation.running import as_given
from evaluation.scoring import Tally, common
from whosays import Parse

_SENTENCES = 10
_IGNORED = frozenset({"punct", "p"})  # left out of uas and las


class Word(msgspec.Struct, frozen=True):
    """A gold word: its characters in the raw text (empty where the text does not spell it), tag, head and label."""

    start: int
    end: int
    tag: str
    head: int  # index of its governor in the piece; its own for a root
    dep: str


class Piece(msgspec.Struct, frozen=True):
    """Some sentences in a row: raw text, words, and where each sentence starts and ends among the words."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    name: str


class Unit(msgspec.Struct, frozen=True):
    """What is written as one: a surface form and the words it stands for, several in "don't"."""

    surface: str
    rows: tuple[tuple[str, ...], ...]
    space: bool


class Counted(msgspec.Struct):
    """The tallies of one file or of all."""

    xpos: Tally = msgspec.field(default_factory=Tally)
    uas: Tally = msgspec.field(default_factory=Tally)
    las: Tally = msgspec.field(default_factory=Tally)
    sents: Tally = msgspec.field(default_factory=Tally)
    words: int = 0

    def take(self, other: Counted) -> None:
        """Counts another's tallies in."""
        mine, theirs = (self.xpos, self.uas, self.las, self.sents), (other.xpos, other.uas, other.las, other.sents)
        for own, more in zip(mine, theirs, strict=True):
            own.add(more.right, more.found, more.gold)
        self.words += other.words

    def keys(self, prefix: str = "") -> dict[str, Number]:
        """The scores under their fixed names."""
        return {
            f"{prefix}xpos": self.xpos.f1,
            f"{prefix}uas": self.uas.f1,
            f"{prefix}las": self.las.f1,
            f"{prefix}sents_f1": self.sents.f1,
            f"{prefix}words": self.words,
        }


def run(request: Request) -> Result:
    """Scores the parser on every treebank file."""
    found = files(request, "*.conllu")
    total = Counted()
    keys: dict[str, Number] = {}
    cases: list[Case] = []
    for path in found:
        counted = Counted()
        for piece in pieces(path):
            cases.append(score(piece, whosays.parse(as_given(piece.text)), counted))
        total.take(counted)
        if len(found) > 1:
            keys |= counted.keys(f"{path.stem}.")
    return Result(keys=total.keys() | keys, cases=tuple(cases))


def pieces(path: Path) -> Iterator[Piece]:
    """The sentences of a file, ten at a time."""
    sentences = _sentences(path)
    number = 0
    while batch := list(islice(sentences, _SENTENCES)):
        number += 1
        yield piece_of(batch, f"{path.stem}:{number}")


def _sentences(path: Path) -> Iterator[list[Unit]]:
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield list(units_of(rows))
            rows = []
    if rows:
        yield list(units_of(rows))


def units_of(rows: Sequence[Sequence[str]]) -> Iterator[Unit]:
    """The rows of a sentence as what is written as one."""
    words = {int(row[0]): tuple(row) for row in rows if row[0].isdigit()}
    inside = 0
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = (int(n) for n in row[0].split("-"))
            inside = last
            yield Unit(row[1], tuple(words[n] for n in range(first, last + 1)), space)
        elif row[0].isdigit() and int(row[0]) > inside:
            yield Unit(row[1], (tuple(row),), space)


def piece_of(batch: Iterable[Sequence[Unit]], name: str) -> Piece:
    """Sentences in a row, one space between them."""
    text = ""
    words: list[Word] = []
    bounds: list[tuple[int, int]] = []
    for units in batch:
        first = len(words)
        for unit in units:
            for row, (start, end) in zip(unit.rows, _places(unit, len(text)), strict=True):
                at, head = int(row[0]), int(row[6])
                words.append(Word(start, end, row[4], first + (head or at) - 1, row[7].lower()))
            text += unit.surface + " " * unit.space
        text = text.rstrip(" ") + " "
        bounds.append((first, len(words)))
    return Piece(text.rstrip(), tuple(words), tuple(bounds), name)


def _places(unit: Unit, offset: int) -> list[tuple[int, int]]:
    """Where the words of a unit stand: one behind the other where they spell it, else nowhere."""
    forms = [row[1] for row in unit.rows]
    if len(forms) == 1:
        return [(offset, offset + len(unit.surface))]
    if "".join(forms) != unit.surface:
        return [(offset, offset)] * len(forms)
    placed = []
    for form in forms:
        placed.append((offset, offset + len(form)))
        offset += len(form)
    return placed


def align(words: tuple[Word, ...], parsed: Parse) -> list[int | None]:
    """For each of our tokens the index of the one gold word whose characters it lies on, None for several or none."""
    owner = {at: i for i, word in enumerate(words) for at in range(word.start, word.end)}
    aligned: list[int | None] = []
    for token in parsed.tokens:
        under = {owner.get(at) for at in range(token.start, token.end)}
        aligned.append(under.pop() if len(under) == 1 else None)
    return aligned


def score(piece: Piece, parsed: Parse, counted: Counted) -> Case:
    """Counts one piece in; the case tells how many words had the right head and label."""
    to_gold = align(piece.words, parsed)
    tags = {(g, parsed.tokens[i].tag) for i, g in enumerate(to_gold) if g is not None}
    gold_tags = {(i, word.tag) for i, word in enumerate(piece.words)}
    counted.xpos.add(len(tags & gold_tags), len(tags), len(gold_tags))
    gold_arcs = {(i, w.head, w.dep) for i, w in enumerate(piece.words) if w.dep not in _IGNORED}
    arcs: set[tuple[int, int, str]] = set()
    lost = 0  # tokens that fall on no one gold word, or whose head does
    for token in parsed.tokens:
        own, head = to_gold[token.i], to_gold[token.head]
        if token.dep.lower() in _IGNORED or not token.text.strip():
            continue
        if own is None or head is None:
            lost += 1
        else:
            arcs.add((own, head, token.dep.lower()))
    counted.las.add(len(arcs & gold_arcs), len(arcs) + lost, len(gold_arcs))
    heads, gold_heads = {a[:2] for a in arcs}, {a[:2] for a in gold_arcs}
    counted.uas.add(len(heads & gold_heads), len(heads) + lost, len(gold_heads))
    gold_sentences = [(piece.words[a].start, piece.words[b - 1].end) for a, b in piece.sentences]
    sentences = [(parsed.tokens[a].start, parsed.tokens[b - 1].end) for a, b in parsed.sentences]
    counted.sents.add(common(gold_sentences, sentences), len(sentences), len(gold_sentences))
    counted.words += len(piece.words)
    return Case(
        id=piece.name,
        verdict=f"las {len(arcs & gold_arcs)}/{len(gold_arcs)}",
        gold=tuple(f"{_form(piece, i)} {dep} {_form(piece, h)}" for i, h, dep in sorted(gold_arcs - arcs)),
        found=tuple(f"{_form(piece, i)} {dep} {_form(piece, h)}" for i, h, dep in sorted(arcs - gold_arcs)),
    )


def _form(piece: Piece, i: int) -> str:
    return piece.text[piece.words[i].start : piece.words[i].end]
