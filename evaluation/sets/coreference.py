"""The set ``coreference``: who is the same person, organisation or place within a document, against UD GUM.

Mentions are compared by their heads, read off the gold tree for both sides: gold marks whole noun phrases, with all
that hangs below, and we mark names and short descriptions. As CoNLL counts, mentions that stand alone are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from evaluation.clustering import Cluster, Conll, conll, grouped
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally
from evaluation.sets.treebank import Piece, Word, piece_of, units_of
from whosays.records import CodedReport

KINDS = frozenset({"person", "organization", "place"})
_MARK = re.compile(r"\((?P<opened>[^()]+)\)?|(?P<closed>[^()]+)\)")
_PIECE = re.compile(r"\[\d+/\d+\]$")  # an entity in several pieces: "12[1/2]"


class Named(msgspec.Struct, frozen=True, order=True):
    """A mention of gold: its words in the document, half-open, the entity and its kind."""

    start: int
    end: int
    entity: str
    kind: str


class Document(msgspec.Struct, frozen=True):
    """A document with its gold mentions."""

    piece: Piece
    mentions: tuple[Named, ...]


def run(request: Request) -> Result:
    """Scores the chains of every document."""
    total = shared = Conll()
    heads = Tally()
    cases: list[Case] = []
    for path in files(request, "*.conllu"):
        for document in read(path):
            _, record = stages(as_given(document.piece.text))
            gold, ours = chains_of(document), chains_in(record, document.piece)
            total += conll(gold, ours)
            shared += conll(*_shared(homes_of(document), homes_in(record, document.piece)))
            ends = [frozenset(m for chain in side for m in chain) for side in (gold, ours)]
            heads.add(len(ends[0] & ends[1]), len(ends[1]), len(ends[0]))
            cases.append(_case(document, gold, ours))
    if not cases:
        raise EvaluationError("no data: no document with entities (Entity= in the last column) in these files")
    keys = {"conll_f1": total.f1, "muc_f1": total.muc.f1, "b3_f1": total.b3.f1, "ceafe_f1": total.ceafe.f1}
    keys |= {"b3_p": total.b3.p, "b3_r": total.b3.r, "mentions_p": heads.p, "mentions_r": heads.r}
    keys |= {"shared_f1": shared.f1}
    counts = {"documents": len(cases), "gold": int(total.ceafe.gold), "found": int(total.ceafe.found)}
    return Result(keys=keys | counts, cases=tuple(cases))


def _shared(gold: Mapping[int, str], ours: Mapping[int, str]) -> tuple[list[Cluster], list[Cluster]]:
    """Both sides over the mentions that both have, those that stand alone as well."""
    both = sorted(gold.keys() & ours.keys())
    return grouped((m, gold[m]) for m in both), grouped((m, ours[m]) for m in both)


def _case(document: Document, gold: Sequence[Cluster], ours: Sequence[Cluster]) -> Case:
    def shown(chains: Sequence[Cluster]) -> tuple[str, ...]:
        ordered = sorted(sorted(int(str(m)) for m in chain) for chain in chains)
        words = document.piece.words
        return tuple(", ".join(f"{document.piece.text[words[m].start : words[m].end]}:{m}" for m in c) for c in ordered)

    verdict = f"conll {conll(gold, ours).f1:.4f}"
    missed, extra = [c for c in gold if c not in ours], [c for c in ours if c not in gold]
    return Case(id=document.piece.name, verdict=verdict, gold=shown(missed), found=shown(extra))


# -- gold ---------------------------------------------------------------------------------------


def read(path: Path) -> Iterator[Document]:
    """The documents of a file that have entities; paragraphs stand in lines of their own."""
    name, breaks = path.stem, set[int]()
    sentences: list[list[list[str]]] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc"]:
        if line.startswith("# newdoc"):
            if sentences:
                yield from _document(name, sentences, breaks)
            name, sentences, breaks = line.rpartition("= ")[2], [], set()
        elif line.startswith("# newpar"):
            breaks.add(len(sentences))
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            sentences.append(rows)
            rows = []


def _document(name: str, sentences: Sequence[list[list[str]]], breaks: Iterable[int]) -> Iterator[Document]:
    piece = piece_of([list(units_of(rows)) for rows in sentences], name)
    text = list(piece.text)
    for number in breaks:
        start = piece.words[piece.sentences[number][0]].start if number < len(sentences) else 0
        if start:
            text[start - 1] = "\n"
    marks = [_marks(row[9]) for rows in sentences for row in rows if row[0].isdigit()]
    mentions = tuple(sorted(_mentions(marks)))
    if mentions:
        yield Document(msgspec.structs.replace(piece, text="".join(text)), mentions)


def _marks(misc: str) -> str:
    return next((part.removeprefix("Entity=") for part in misc.split("|") if part.startswith("Entity=")), "")


def _mentions(marks: Sequence[str]) -> Iterator[Named]:
    """The brackets of a document's words: "(3-person-giv ... (4-place-new ...)" opens two and closes the second."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, mark in enumerate(marks):
        for found in _MARK.finditer(mark):
            told = found["opened"] or found["closed"]
            fields = told.split("-")
            entity = _PIECE.sub("", fields[0])
            if found["opened"]:
                opened.setdefault(fields[0], []).append((at, fields[1]))
            if found[0].endswith(")") and opened.get(fields[0]):
                start, kind = opened[fields[0]].pop()
                if "[" not in fields[0] or "[1/" in fields[0]:  # of several pieces the first
                    yield Named(start, at + 1, entity, kind)


def chains_of(document: Document) -> list[Cluster]:
    """The gold chains of people, organisations and places, as heads."""
    return grouped(sorted(homes_of(document).items()), least=2)


def homes_of(document: Document) -> dict[int, str]:
    """The entity of each head in gold; of mentions with one head the shortest counts."""
    wanted = sorted((m for m in document.mentions if m.kind in KINDS), key=lambda m: (m.end - m.start, m))
    homes: dict[int, str] = {}
    for mention in wanted:
        homes.setdefault(head_of(document.piece.words, mention.start, mention.end), mention.entity)
    return homes


def head_of(words: Sequence[Word], start: int, end: int) -> int:
    """The first of some words that hangs on none of the others."""
    return next(i for i in range(start, end) if words[i].head == i or not start <= words[i].head < end)


# -- found --------------------------------------------------------------------------------------


def chains_in(record: CodedReport, piece: Piece) -> list[Cluster]:
    """Our chains: mentions of one actor or place, as heads in the gold tree."""
    return grouped(sorted(homes_in(record, piece).items()), least=2)


def homes_in(record: CodedReport, piece: Piece) -> dict[int, str]:
    """The entity of each head that we mention; a mention of which we do not know whom it means stands alone."""
    homes: dict[int, str] = {}
    for mention in sorted(record.mentions, key=lambda m: (m.span.end - m.span.start, m.span.start)):
        inside = [i for i, w in enumerate(piece.words) if w.start < mention.span.end and mention.span.start < w.end]
        if mention.kind in ("actor", "place") and inside:
            entity = record.entity(mention.id)
            # gold has one entity for a state and its land, we have an actor and a place
            home = entity.id.removeprefix("country:") if entity else mention.id
            homes.setdefault(head_of(piece.words, inside[0], inside[-1] + 1), home)
    return homes
