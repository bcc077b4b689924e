"""Parses written by hand: ``The/DT/det<1 army/NN/nsubj<2 denied:deny/VBD/root<2``, one string per sentence.

A token is ``form[:lemma]/tag/dep<head``; heads count from 0 within the sentence. Quotation marks are paired.
"""

from __future__ import annotations

from whosays import ontology
from whosays.coding.statements import Draft, find_statements
from whosays.coding.words.mentions import Book
from whosays.ontology.acts import load_acts
from whosays.parse import Name, NameLabel, Parse, Quotation, Token
from whosays.parsing.mending.applying import mended
from whosays.records import Report

_NO_SPACE_BEFORE = frozenset({",", ".", "”", "’s", "'s"})


def parse_of(*sentences: str, names: dict[str, NameLabel] | None = None, title: str | None = None) -> Parse:
    """The parse that the sentences spell out; ``names`` gives one-word names their labels."""
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    text = ""
    for sentence in sentences:
        base = len(tokens)
        for written in sentence.split():
            form, tag, dep = written.rsplit("/", 2)
            word, _, lemma = form.partition(":") if len(form) > 1 else (form, "", "")
            label, _, head = dep.partition("<")
            if text and word not in _NO_SPACE_BEFORE and not text.endswith("“"):
                text += " "
            start = len(text)
            text += word
            tokens.append(
                Token(len(tokens), start, len(text), word, lemma or word.lower(), tag, label, base + int(head))
            )
        ranges.append((base, len(tokens)))
    marks = [t.i for t in tokens if t.text in {"“", "”"}]
    return Parse(
        report=Report(id="table", text=text, title=title),
        tokens=tuple(tokens),
        sentences=tuple(ranges),
        names=tuple(Name(t.i, t.i + 1, names[t.text]) for t in tokens if names and t.text in names),
        quotations=tuple(Quotation(o, c) for o, c in zip(marks[::2], marks[1::2], strict=True)),
    )


class Said:
    """The statements of a parse, with words instead of ids and ranges."""

    def __init__(self, parse: Parse) -> None:
        self.parse = mended(parse)
        self.book = Book(self.parse)
        self.drafts = find_statements(self.parse, load_acts(), ontology.load().nouns, self.book)

    def words(self, mention: str | None) -> str | None:
        """The words of a mention."""
        return next((m.name for m in self.book.all() if m.id == mention), None)

    def content(self, draft: Draft) -> list[str]:
        """The words of a content, span by span."""
        return [self.parse.text(*r) for r in draft.content]

    def rows(self) -> list[tuple[str, str, str | None, list[str]]]:
        """Act, status, speaker and content of each statement."""
        return [(d.act, d.status, self.words(d.speaker), self.content(d)) for d in self.drafts]
