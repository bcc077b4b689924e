"""Scores of a whole model on the development data, taken from what the package's own parser returns for raw text.

Words count by their place in the text: a gold word that the tokenizer cut otherwise is a miss, as in the shared tasks
on parsing from raw text, and every score of a pair is an F1.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.documents import load_docs
from whosays.parse import Parse
from whosays.parsing import Model, load, parse_many
from whosays.parsing.machine import FACTORY, Reader
from whosays.parsing.syntax import open_model as load_fresh
from whosays.records import Report

REPORT_CHARACTERS = 6000  # of the reports that speed is taken on
PARAGRAPHS = 40  # gold paragraphs joined to one report
UNER_LABELS = frozenset({"person", "organisation", "place"})
SYNTAX = {"EWT dev": ("syntax-ewt",), "GUM dev": ("syntax-gum",), "EWT + GUM dev": ("syntax-ewt", "syntax-gum")}
NAMES = {
    "UNER-EWT dev names": "names-uner",
    "re3d dev part names": "names-re3d",
    "GMB dev part names": "names-gmb",
    "GUM dev names": "names-gum",
}
RECASED_NAMES = ("UNER-EWT dev names", "GMB dev part names")
SET_AS: dict[str, Callable[[str], str]] = {"in capitals": str.upper, "in small letters": str.lower}

Mark = tuple[int, int, str]  # first character, character behind the last, label


@dataclass(frozen=True)
class Score:
    """Hits among what was found and what there is."""

    hits: int
    found: int
    there: int

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.found + other.found, self.there + other.there)

    @property
    def f1(self) -> float:
        """F1, in per cent."""
        return 200 * self.hits / max(self.found + self.there, 1)

    @property
    def precision(self) -> float:
        """Precision, in per cent."""
        return 100 * self.hits / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Recall, in per cent."""
        return 100 * self.hits / max(self.there, 1)


@dataclass(frozen=True)
class Pair:
    """A report, its gold documents with the offset of each, and the parse."""

    gold: tuple[tuple[int, Doc], ...]
    parse: Parse


def pairs(docs: list[Doc], model: Model, recase: Callable[[str], str] = str) -> Iterator[Pair]:
    """Join gold paragraphs to reports, parse them, and pair the two."""
    groups: list[tuple[tuple[int, Doc], ...]] = []
    reports: list[Report] = []
    for first in range(0, len(docs), PARAGRAPHS):
        text, group = "", []
        for doc in docs[first : first + PARAGRAPHS]:
            group.append((len(text), doc))
            text += doc.text + "\n\n"
        changed = recase(text)
        reports.append(Report(id=str(first), text=changed if len(changed) == len(text) else text))
        groups.append(tuple(group))
    for gold, parse in zip(groups, parse_many(reports, model), strict=True):
        yield Pair(gold, parse)


def syntax_scores(docs: list[Doc], model: Model, recase: Callable[[str], str] = str) -> dict[str, Score]:
    """Words, XPOS, lemmas, attachments and sentence bounds."""
    total: dict[str, Score] = {}
    for pair in pairs(docs, model, recase):
        for name, score in _syntax(pair).items():
            total[name] = total.get(name, Score(0, 0, 0)) + score
    return total


def _syntax(pair: Pair) -> dict[str, Score]:
    tokens = pair.parse.tokens
    spans = {(t.start, t.end): t for t in tokens}
    gold = [(base + t.idx, base + t.idx + len(t.text), t, base) for base, doc in pair.gold for t in doc]
    hits: Counter[str] = Counter()
    verbs = 0
    for start, end, token, base in gold:
        verb = token.tag_.startswith("VB")
        verbs += verb
        mine = spans.get((start, end))
        if mine is None:
            continue
        root = token.head.i == token.i
        head = tokens[mine.head]
        same = mine.head == mine.i if root else head.start == base + token.head.idx and mine.head != mine.i
        lemma = mine.lemma.lower() == token.lemma_.lower()
        hits.update(words=1, xpos=mine.tag == token.tag_, lemma=lemma, verbs=lemma and verb, uas=same)
        hits.update(las=same and mine.dep == ("root" if root else token.dep_))
    there = {(base + s.start_char, base + s.end_char) for base, doc in pair.gold for s in doc.sents}
    found = {(tokens[s].start, tokens[e - 1].end) for s, e in pair.parse.sentences}
    scores = {name: Score(hits[name], len(tokens), len(gold)) for name in ("words", "xpos", "lemma", "uas", "las")}
    scores["verb lemma"] = Score(hits["verbs"], verbs, verbs)
    scores["sentences"] = Score(len(there & found), len(found), len(there))
    return scores


def name_scores(
    docs: list[Doc], model: Model, labels: frozenset[str] | None = None, recase: Callable[[str], str] = str
) -> dict[str, Score]:
    """Names by label, whatever their kind, and together; only ``labels`` when given."""
    total: dict[str, Score] = {}
    for pair in pairs(docs, model, recase):
        there = {
            (base + e.start_char, base + e.end_char, e.label_.partition(":")[0])
            for base, doc in pair.gold
            for e in doc.ents
        }
        tokens = pair.parse.tokens
        found = {(tokens[n.start].start, tokens[n.end - 1].end, str(n.label)) for n in pair.parse.names}
        for label in sorted({mark[2] for mark in there | found}):
            if labels is None or label in labels:
                mine, gold = _of(found, label), _of(there, label)
                score = Score(len(mine & gold), len(mine), len(gold))
                total[label] = total.get(label, Score(0, 0, 0)) + score
                total["all"] = total.get("all", Score(0, 0, 0)) + score
    return total


def _of(marks: set[Mark], label: str) -> set[Mark]:
    return {mark for mark in marks if mark[2] == label}


def speed(work: Path, folder: Path) -> tuple[float, float]:
    """Words in a second of processor time: for tags, trees and names alone, and for everything that parsing does."""
    reader = load_reader(folder)
    docs = _docs(work, "syntax-dev", reader.vocab)
    bare = [Doc(reader.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in docs]
    started = time.process_time()
    for doc in bare:
        reader(doc)
    alone = time.process_time() - started
    model = load_fresh(folder)
    text = "\n\n".join(doc.text for doc in docs)
    reports = [Report(id=str(i), text=text[i : i + REPORT_CHARACTERS]) for i in range(0, len(text), REPORT_CHARACTERS)]
    started = time.process_time()
    words = sum(len(parse.tokens) for parse in parse_many(reports, model))
    return sum(len(doc) for doc in bare) / alone, words / (time.process_time() - started)


def load_reader(folder: Path) -> Reader:
    """A reading machine that has read nothing yet."""
    nlp = spacy.load(folder)
    reader = nlp.get_pipe(FACTORY)
    assert isinstance(reader, Reader)
    return reader


def size_scores(work: Path, folder: Path) -> dict[str, float]:
    """What sizes are compared by: scores, words in a second, bytes."""
    tables = evaluate(work, folder)
    quick, whole = speed(work, folder)
    return {
        "uas": tables["EWT + GUM dev"]["uas"],
        "las": tables["EWT + GUM dev"]["las"],
        "sentences": tables["EWT + GUM dev"]["sentences"],
        "uner": tables["UNER-EWT dev names"]["all"],
        "re3d": tables["re3d dev part names"]["all"],
        "machine words/s": round(quick),
        "parsing words/s": round(whole),
        "MB": round(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6, 1),
    }


def evaluate(work: Path, folder: Path) -> dict[str, dict[str, float]]:
    """All scores of the model in ``folder`` on the prepared development data: table, row, per cent."""
    model = load(folder)
    vocab = Vocab()
    result: dict[str, dict[str, float]] = {}
    for title, files in SYNTAX.items():
        docs = [doc for name in files for doc in _docs(work, name, vocab)]
        result[title] = {name: round(score.f1, 2) for name, score in syntax_scores(docs, model).items()}
    for title, recase in SET_AS.items():
        docs = _docs(work, "syntax-dev", vocab)
        recased = syntax_scores(docs, model, recase)
        result[f"EWT + GUM dev {title}"] = {name: round(score.f1, 2) for name, score in recased.items()}
    tests: list[tuple[str, str, Callable[[str], str]]] = [(title, name, str) for title, name in NAMES.items()]
    tests += [(f"{title} {way}", NAMES[title], recase) for title in RECASED_NAMES for way, recase in SET_AS.items()]
    for title, name, recase in tests:
        labels = UNER_LABELS if name == "names-uner" else None
        scores = name_scores(_docs(work, name, vocab), model, labels, recase)
        rows = {label: round(score.f1, 2) for label, score in scores.items()}
        result[title] = {
            **rows,
            "precision": round(scores["all"].precision, 2),
            "recall": round(scores["all"].recall, 2),
        }
    return result


def _docs(work: Path, name: str, vocab: Vocab) -> list[Doc]:
    return load_docs(work / f"{name}.spacy", vocab)


def show(tables: dict[str, dict[str, float]]) -> str:
    """The scores as Markdown lines."""
    lines = []
    for title, rows in tables.items():
        lines.append(f"- {title}: " + ", ".join(f"{name} {value:.2f}" for name, value in rows.items()))
    return "\n".join(lines)
