"""Short cuts of parsing: which sentences need a tree, and that the records do not tell the difference."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import whosays
from whosays import Failure, ontology, parsing
from whosays.codec import encode
from whosays.ontology.acts import load_acts
from whosays.ontology.wording import load as load_wording
from whosays.parsing.carriers import Carriers
from whosays.records import Report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def carriers() -> Carriers:
    lemmas = parsing.telling(ontology.load(), load_acts(), load_wording())
    return Carriers(lemmas, parsing.load().lemmatizer)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shelled the town .",
        "SHELLING WENT ON .",
        "the displaced are back",
        "Nobody denies that .",
        "its denial",
        "“ Not so”",
        '" Yes "',
        "wounded : ten",
        "Democracy is on the ballot .",
    ],
)
def test_what_tells_of_a_deed_or_of_words_can_carry(carriers: Carriers, sentence: str) -> None:
    assert carriers.among(sentence.split())


@pytest.mark.parametrize("sentence", ["Mostly sunny , and rather warm .", "Rather damp , but warm ."])
def test_what_tells_of_neither_cannot(carriers: Carriers, sentence: str) -> None:
    assert not carriers.among(sentence.split())


def test_a_sentence_that_can_carry_nothing_gets_no_tree() -> None:
    text = Report(id="0" * 16, text="Mostly sunny and rather warm. Rebels shelled the green valley.")
    tools = whosays.tools()
    assert tools.sparing is not None
    sparing, whole = parsing.parse(text, tools.sparing), parsing.parse(text, tools.model)
    assert {t.dep for t in sparing.tokens[:6]} == {"root", "dep"}
    assert "advmod" in {t.dep for t in whole.tokens[:6]}
    assert sparing.tokens[6:] == whole.tokens[6:]
    assert [t.tag for t in sparing.tokens] == [t.tag for t in whole.tokens]


def test_the_records_of_the_examples_are_the_same_without_the_short_cuts() -> None:
    reports = [r for r in whosays.read_all([EXAMPLES]) if not isinstance(r, Failure)]
    tools = whosays.tools()
    plain = msgspec.structs.replace(tools, model=parsing.thorough(), sparing=None)
    assert len(reports) > 10
    for report in reports:
        assert encode(whosays.code(report, tools)) == encode(whosays.code(report, plain))


def test_words_spelt_in_the_same_pieces_are_not_taken_for_one_another() -> None:
    known = parsing.load().lemmatizer
    model = parsing.sparing(parsing.load(), frozenset({"驚く"}))
    assert model.lemmatizer is known
    first, second = (Report(id="0" * 16, text=f"rather warm and {word} now.") for word in ("静かな", "驚く"))
    assert {t.dep for t in parsing.parse(first, model).tokens} == {"root", "dep"}
    assert {t.dep for t in parsing.parse(second, model).tokens} != {"root", "dep"}
