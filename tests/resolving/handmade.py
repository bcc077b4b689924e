"""Parses written by hand: one token a word, as ``text/TAG/dep/governor``; the governor is a number in the text."""

from __future__ import annotations

from whosays.parse import Name, NameLabel, Parse, Quotation, Token
from whosays.records import Mention, MentionForm, MentionKind, Report, Span, mention_id, report_id


def parse_of(
    words: str,
    names: tuple[tuple[str, NameLabel], ...] = (),
    quotations: tuple[tuple[int, int], ...] = (),
    title: str | None = None,
) -> Parse:
    """A parse of the tokens in ``words``; sentences end at a full stop. ``names`` are words that stand in the text."""
    rows = [w.rsplit("/", 3) for w in words.split()]
    text = " ".join(r[0] for r in rows)
    tokens, at = [], 0
    for i, (word, tag, dep, head) in enumerate(rows):
        lemma = word.lower().removesuffix("s") if tag == "NNS" else word.lower()
        tokens.append(Token(i, at, at + len(word), word, lemma, tag, dep, int(head)))
        at += len(word) + 1
    ends = [i + 1 for i, r in enumerate(rows) if r[0] == "." or i == len(rows) - 1]
    ends = list(dict.fromkeys(ends))
    sentences = tuple(zip([0, *ends[:-1]], ends, strict=True))
    report = Report(id=report_id(text, None, None), text=text, title=title)
    found = tuple(Name(*_where(rows, name), label) for name, label in names)
    marks = tuple(Quotation(o, c) for o, c in quotations)
    return Parse(report=report, tokens=tuple(tokens), sentences=sentences, names=found, quotations=marks)


def mention_of(
    parse: Parse, words: str, form: MentionForm = "name", kind: MentionKind = "actor", nth: int = 0
) -> Mention:
    """The mention of these words where they stand for the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = parse.report.text.index(words, start + 1)
    span = Span(report=parse.report.id, start=start, end=start + len(words))
    return Mention(id=mention_id(span, kind), kind=kind, form=form, span=span, name=words)


def _where(rows: list[list[str]], name: str) -> tuple[int, int]:
    words = name.split()
    start = next(i for i in range(len(rows)) if [r[0] for r in rows[i : i + len(words)]] == words)
    return start, start + len(words)
