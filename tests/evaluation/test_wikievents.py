"""WikiEvents: reading its files, numbers before nouns, and scores worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import numbers, wikigold
from evaluation.sets import wikievents
from evaluation.wikigold import Argument, Victims, Word
from tests.factory import attack


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [
        ("A bomb hurt 12 people", "people", 12),
        ("twenty-two young Karu soldiers", "soldiers", 22),
        ("two dozen fighters", "fighters", 24),
        ("1,200 in Karu", "1,200", 1200),
        ("In 2012, people fled", "people", None),
        ("twelve of the men", "men", None),
        ("many people", "people", None),
    ],
)
def test_numbers_before_a_noun(text: str, noun: str, number: int | None) -> None:
    start = text.index(noun)
    told = numbers.number_before(text, (start, start + len(noun)))
    assert (told.number if told else None) == number


def _document() -> dict[str, object]:
    sentences = [
        [[["Two", 0, 3], ["men", 4, 7], ["died", 8, 12]], "Two men died"],
        [[["They", 14, 18], ["said", 19, 23]], "They said"],
    ]
    entities = [{"id": "T1", "start": 1, "end": 2}, {"id": "T2", "start": 3, "end": 4}]
    victim = {"entity_id": "T1", "role": "Victim"}
    events = [
        {"trigger": {"end": 3, "start": 2}, "arguments": [victim], "event_type": "Life.Die.Unspecified"},
        {"event_type": "Contact.Contact.Broadcast", "trigger": {"start": 4, "end": 5}, "arguments": []},
    ]
    return {"doc_id": "own", "sentences": sentences, "entity_mentions": entities, "event_mentions": events}


def test_an_article_keeps_its_offsets_and_leaves_out_what_is_not_mapped(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text(json.dumps(_document()))
    (tmp_path / "coref_own.jsonlines").write_text(json.dumps({"doc_key": "own", "clusters": [["T1", "T2"]]}))
    (article,) = wikigold.read(tmp_path / "own.jsonl")
    assert article.text == "Two men died\n\nThey said"
    assert article.words == (Word(8, 12, "ASSAULT"),)
    assert article.arguments == (Argument("ASSAULT", "recipient", 4, 7, ((4, 7), (14, 18))),)
    assert article.victims == (Victims("killed", 2, 0, 7),)


def test_the_longest_prefix_of_a_type_counts() -> None:
    table = wikigold.mapping().types
    assert wikigold.mapped("Life.Die.Unspecified", table) == "ASSAULT"
    assert wikigold.mapped("Contact.Contact.Meet", table) == "CONSULT"
    assert wikigold.mapped("Contact.Contact.Broadcast", table) is None


def test_words_and_tolls_of_a_record() -> None:
    record = attack()
    (word,) = wikievents.words_of(record)
    assert (record.report.text[word.start : word.end], word.type) == ("killed", "ASSAULT")
    at = record.report.text.index("12 people")
    assert wikievents.tolls_of(record, Victims("killed", 12, at, at + 9)) == [(12, 12)]
    assert wikievents.tolls_of(record, Victims("killed", 12, 0, 1)) == [(12, 12)]  # the same number, told elsewhere
    assert wikievents.tolls_of(record, Victims("wounded", 12, at, at + 9)) == []
