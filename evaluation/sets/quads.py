"""The set ``cameo``: news sentences by quad class, and who did it to whom.

A sentence has one quad (0 where no event is told but words) and, in the file of names beside, the words of its
source and its target. It may tell of more than the gold marks, so what comes out beside it is no fault. Rules may be
written with the one half of the sentences in view; the other is only counted, under keys of its own.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from whosays import ontology
from whosays.records import CodedReport
from whosays.views import Party, event_rows

Span = tuple[int, int]
_BOTH = "R"  # whoever is source and target at once, of what parties do with one another
_QUADS = range(1, 5)


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, its quad (0 is none), and the words for the source and the target; None where nobody marked them."""

    text: str
    quad: int
    sources: tuple[Span, ...] | None = None
    targets: tuple[Span, ...] | None = None


class Row(msgspec.Struct, frozen=True):
    """A row of ours: its quad, and where its parties are named."""

    quad: int
    type: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    mutual: bool = False

    def names(self, sources: Sequence[Span], targets: Sequence[Span]) -> tuple[bool, bool]:
        """Whether it has the source, and the target; where a row is mutual, either may be either."""
        either = (*self.actors, *self.recipients)
        acting, suffering = (either, either) if self.mutual else (self.actors, self.recipients)
        return _meet(sources, acting), _meet(targets, suffering)


class Scores(msgspec.Struct):
    """The counts of all sentences, or of those of a half."""

    told: Tally = msgspec.field(default_factory=Tally)
    silent: Tally = msgspec.field(default_factory=Tally)
    quads: dict[int, Tally] = msgspec.field(default_factory=lambda: {quad: Tally() for quad in _QUADS})
    signs: Counter[str] = msgspec.field(default_factory=Counter)
    marked: int = 0

    def count(self, sentence: Sentence, found: Collection[int], held: Sequence[str]) -> None:
        """Counts a sentence in: the quads found, and what of the gold the rows have."""
        for quad, tally in self.quads.items():
            tally.add(quad == sentence.quad and quad in found, quad in found, quad == sentence.quad)
        (self.told if sentence.quad else self.silent).add("quad" in held, 0, 1)
        if sentence.quad and sentence.sources and sentence.targets:
            self.marked += 1
            self.signs.update(held)

    def keys(self, prefix: str = "") -> dict[str, Number]:
        """The scores under their fixed names."""
        told: dict[str, Number] = {
            "quad_r": self.told.r,
            "none": self.silent.r,
            **{f"quad{quad}_f1": tally.f1 for quad, tally in self.quads.items()},
            **{sign: share(self.signs[sign], self.marked) for sign in ("source", "target", "pair", "row")},
            "sentences": self.told.gold + self.silent.gold,
            "marked": self.marked,
        }
        return {f"{prefix}{key}": value for key, value in told.items()}


def run(request: Request) -> Result:
    """Codes every sentence."""
    tools = whosays.tools()
    names = dict(pair for path in files(request, "*.txt") for pair in named(path))
    scores = {"": Scores(), "apart_": Scores()}
    cases: list[Case] = []
    for path in files(request, "*.tsv"):
        for sentence in read(path, names):
            _, record = stages(as_given(sentence.text), tools)
            rows = rows_of(record)
            held = judged(sentence, rows)
            scores["apart_" if apart(sentence.text) else ""].count(sentence, {row.quad for row in rows}, held)
            cases.append(_case(sentence, rows, held))
    keys = {key: value for prefix, half in scores.items() for key, value in half.keys(prefix).items()}
    return Result(keys=keys, cases=tuple(cases))


def apart(text: str) -> bool:
    """Whether a sentence is of the half that nobody reads when rules are written."""
    return zlib.crc32(text.encode()) % 2 == 1


def judged(sentence: Sentence, rows: Sequence[Row]) -> tuple[str, ...]:
    """What of the gold some row has: its quad, the source, the target, the pair of them, and all in one row."""
    has = [(row.quad, *row.names(sentence.sources or (), sentence.targets or ())) for row in rows]
    signs = {
        "quad": sentence.quad in {quad for quad, _, _ in has} if sentence.quad else not rows,
        "source": any(source for _, source, _ in has),
        "target": any(target for _, _, target in has),
        "pair": any(source and target for _, source, target in has),
        "row": any(source and target and quad == sentence.quad for quad, source, target in has),
    }
    return tuple(sign for sign, held in signs.items() if held)


def _case(sentence: Sentence, rows: Sequence[Row], verdict: Sequence[str]) -> Case:
    words = sentence.text

    def said(spans: Sequence[Span] | None) -> str:
        return " + ".join(words[a:b] for a, b in spans or ()) or "---"

    return Case(
        id=words,
        verdict=" ".join(verdict) or "nothing",
        gold=(f"{sentence.quad}: {said(sentence.sources)} > {said(sentence.targets)}",),
        found=tuple(
            f"{row.quad} {row.type}: {said(row.actors)} {'<>' if row.mutual else '>'} {said(row.recipients)}"
            for row in rows
        ),
    )


# -- gold ---------------------------------------------------------------------------------------


def read(path: Path, names: dict[str, tuple[tuple[str, str], ...]]) -> Iterator[Sentence]:
    """The sentences of a file of ``text TAB quad``, with the parties that ``named`` found for the same words."""
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text, _, label = row.rpartition("\t")
        if not text or not label.strip().isdigit():
            raise EvaluationError(f"{path}, line {number}: not a sentence and its quad, parted by a tab")
        marks = names.get(_key(text))
        if marks is None:
            yield Sentence(text, int(label))
        else:
            yield Sentence(text, int(label), *_parties(text, marks))


def named(path: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The tokens and tags of every sentence of a file of ``token tag``, by the sentence's letters and digits."""
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n"), 1):
        pairs = [line.split() for line in block.splitlines() if line.strip()]
        if any(len(pair) != 2 for pair in pairs):
            raise EvaluationError(f"{path}, sentence {number}: a line is not a token and its tag")
        if pairs:
            yield _key("".join(token for token, _ in pairs)), tuple((token, tag) for token, tag in pairs)


def _key(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _parties(text: str, marks: Sequence[tuple[str, str]]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the source and the target stand; tokens are found by their letters, whatever the spaces and quotes."""
    places = [at for at, c in enumerate(text) if c.isalnum()]
    sides: dict[str, list[Span]] = {"S": [], "T": [], _BOTH: []}
    done = 0
    for token, tag in marks:
        letters = len(_key(token))
        if tag != "O" and letters:
            start, end = places[done], places[done + letters - 1] + 1
            side = sides[tag[-1]]
            if tag[0] == "I" and side:
                start = side.pop()[0]
            side.append((start, end))
        done += letters
    return (*sides["S"], *sides[_BOTH]), (*sides["T"], *sides[_BOTH])


# -- found --------------------------------------------------------------------------------------


def rows_of(record: CodedReport) -> list[Row]:
    """Our rows, deeds and words, with where their parties are named."""
    classes = ontology.load().classes
    return [
        Row(
            quad=classes[row.type].quad,
            type=row.type,
            actors=_spans(record, row.actors),
            recipients=_spans(record, row.recipients),
            mutual=len(row.actors) > 1 and not row.recipients,
        )
        for row in event_rows(record)
    ]


def _spans(record: CodedReport, parties: Sequence[Party]) -> tuple[Span, ...]:
    """Where parties are named: their mentions, and whatever other words of the sentence mean the same."""
    wanted = {party.mention for party in parties}
    same = {party.entity for party in parties} - {None}
    spans = (m.span for m in record.mentions if m.id in wanted or _of(record, m.id) in same)
    return tuple((span.start, span.end) for span in spans)


def _of(record: CodedReport, mention: str) -> str | None:
    entity = record.entity(mention)
    return entity.id if entity is not None else None


def _meet(gold: Sequence[Span], found: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in gold for c, d in found)
