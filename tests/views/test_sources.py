"""Whose word a statement is: the kind of source, named or described."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import report_id
from whosays.views import Source, source_of


def source(text: str) -> Source | None:
    record = whosays.code(whosays.Report(id=report_id(text, None, None), text=text, published="2024-05-15"))
    (statement,) = record.statements
    return source_of(record, statement)


@pytest.mark.parametrize(
    ("text", "kind", "named", "words"),
    [
        ("Two security sources said the convoy had left at dawn.", "anonymous", False, "Two security sources"),
        ("A source close to the talks said a deal was near.", "anonymous", False, "A source close to the talks"),
        ("Witnesses said the fire lasted an hour.", "witness", False, "Witnesses"),
        ("A western diplomat said the letter was never sent.", "official", False, "A western diplomat"),
        ("A clinic in Gao said it had received nine bodies.", "hospital", False, "A clinic in Gao"),
        ("Medics in Gao said the beds were full.", "hospital", False, "Medics in Gao"),
        ("Police said the road was open.", "official", False, "Police"),
        ("State television reported that the road was open.", "media", False, "State television"),
        ("An analyst said the price would fall.", "expert", False, "An analyst"),
        ("The rebels said the road was open.", "armed-group", False, "The rebels"),
        ("Hezbollah said the road was open.", "armed-group", True, "Hezbollah"),
        ("Kenya said the road was open.", "official", True, "Kenya"),
        ("Ana Ruiz said the road was open.", "person", True, "Ana Ruiz"),
        ("A survey found that most people sleep badly.", "document", False, "A survey"),
    ],
)
def test_the_kind_of_a_source(text: str, kind: str, named: bool, words: str) -> None:
    found = source(text)
    assert found is not None
    assert (found.kind, found.named, found.words) == (kind, named, words)


def test_hearsay_has_no_source() -> None:
    assert source("The road is reportedly open.") is None
