"""The yes and no sentences of every act, read by the shipped model: what each cue must and must not find."""

from __future__ import annotations

from functools import cache

import pytest

from whosays import ontology, parsing
from whosays.coding.statements import Draft, find_statements
from whosays.coding.words.mentions import Book
from whosays.ontology.acts import ActExample, load_acts
from whosays.parse import Parse
from whosays.records import Report

EXAMPLES = load_acts().examples


@cache
def read(text: str) -> tuple[Parse, tuple[Draft, ...], Book]:
    report = Report(id="example", text=text)
    parse = parsing.parse(report, parsing.load())
    book = Book(parse)
    return parse, find_statements(parse, load_acts(), ontology.load().nouns, book), book


def name_of(book: Book, mention: str | None) -> str | None:
    return next((m.name for m in book.all() if m.id == mention), None)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.wanted], ids=lambda e: f"{e.act}: {e.text}")
def test_finds_the_act_and_who_says_it(example: ActExample) -> None:
    _, drafts, book = read(example.text)
    found = [d for d in drafts if d.act == example.act and d.status != "negated"]
    assert found, [(d.act, d.made_by) for d in drafts]
    if example.speaker is not None:
        assert example.speaker in [name_of(book, d.speaker) for d in found]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.wanted], ids=lambda e: f"{e.act}: {e.text}")
def test_finds_no_such_act(example: ActExample) -> None:
    parse, drafts, _ = read(example.text)
    assert [parse.text(*d.cue) for d in drafts if d.act == example.act and d.status != "negated"] == []
