"""The words of a mention: the whole phrase, and nothing of its neighbours."""

from __future__ import annotations

import pytest

from tests.coding.statements.tables import parse_of
from whosays.coding.words.mentions import Book, conjuncts, form_of, phrase_range


@pytest.mark.parametrize(
    ("sentence", "head", "words"),
    [
        ("the/DT/det<2 armed/JJ/amod<2 men:man/NNS/root<2 in/IN/case<4 Goma/NNP/nmod<2", 2, "the armed men"),
        ("the/DT/det<1 Ministry/NNP/root<1 of/IN/case<3 Defence/NNP/nmod<1", 1, "the Ministry of Defence"),
        ("men/NNS/root<0 who/WP/nsubj<2 fled:flee/VBD/acl:relcl<0", 0, "men"),
        ("Konaté/NNP/root<0 ,/,/punct<3 a/DT/det<3 minister/NN/appos<0", 0, "Konaté"),
        ("police/NNS/root<0 and/CC/cc<2 soldiers/NNS/conj<0", 0, "police"),
        ("the/DT/det<2 militant/JJ/amod<2 group/NN/root<2 Hamas/NNP/appos<2", 2, "the militant group Hamas"),
    ],
)
def test_phrase(sentence: str, head: int, words: str) -> None:
    parse = parse_of(sentence)
    assert parse.text(*phrase_range(parse, head)) == words


def test_conjuncts_are_mentions_of_their_own() -> None:
    parse = parse_of("police/NNS/root<0 ,/,/punct<2 soldiers/NNS/conj<0 and/CC/cc<5 a/DT/det<5 child/NN/conj<0")
    assert conjuncts(parse, 0) == (0, 2, 5)


def test_names_with_commas_between_are_a_list() -> None:
    sentence = "Iran/NNP/root<0 ,/,/punct<2 Iraq/NNP/appos<0 ,/,/punct<4 Oman/NNP/appos<2"
    assert conjuncts(parse_of(sentence), 0) == (0, 2, 4)


@pytest.mark.parametrize(
    ("sentence", "form"),
    [("He/PRP/root<0", "pronoun"), ("Goma/NNP/root<0", "name"), ("soldiers/NNS/root<0", "nominal")],
)
def test_form(sentence: str, form: str) -> None:
    assert form_of(parse_of(sentence), 0) == form


def test_the_book_keeps_a_mention_once() -> None:
    book = Book(parse_of("The/DT/det<1 army/NN/root<1"))
    assert book.actor(1) == book.actor(1)
    assert [m.name for m in book.all()] == ["The army"]
    assert book.head(book.actor(1)) == 1
