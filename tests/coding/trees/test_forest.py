"""Rules that move words in a tree never close a circle: whoever walks up would never end."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from tests.resolving.handmade import parse_of
from whosays import ontology
from whosays.coding.trees import regrouping
from whosays.coding.trees.labelled import at, of_table, rules_for, tagged
from whosays.parse import Parse, Token, is_forest

TREE = "Gunmen/NNS/nsubj/1 killed/VBD/root/1 Mara/NNP/obj/1 in/IN/case/4 Lurna/NNP/obl/1 ././punct/1"


def _second_on_fourth(_parse: Parse, token: Token) -> Iterator[Token]:
    if token.i == 2:
        yield msgspec.structs.replace(token, head=4)


def _fourth_on_second(_parse: Parse, token: Token) -> Iterator[Token]:
    if token.i == 4:
        yield msgspec.structs.replace(token, head=2)


def test_of_two_rules_that_hang_words_on_one_another_the_first_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regrouping, "_rules_for", lambda _label, _tag: ((_second_on_fourth, _fourth_on_second), ()))
    moved = regrouping.regrouped(parse_of(TREE), ontology.load())
    assert is_forest(moved.tokens)
    assert [t.head for t in moved.tokens] == [1, 1, 4, 4, 1, 1]


def test_a_circle_is_no_forest() -> None:
    tokens = parse_of(TREE).tokens
    circle = (
        *tokens[:2],
        msgspec.structs.replace(tokens[2], head=4),
        tokens[3],
        msgspec.structs.replace(tokens[4], head=2),
    )
    assert is_forest(tokens)
    assert not is_forest(circle)


def test_a_rule_sees_words_of_its_labels_only_and_one_without_any_all_words() -> None:
    def of_objects() -> None: ...
    def of_all() -> None: ...

    marked = at("obj", "obl")(of_objects)
    assert rules_for((marked, of_all), "obl", "NN") == (of_objects, of_all)
    assert rules_for((marked, of_all), "nsubj", "NN") == (of_all,)


def test_a_rule_sees_words_of_its_tags_only() -> None:
    def of_plurals() -> None: ...

    marked = tagged("NNS")(of_plurals)
    assert rules_for((marked,), "obj", "NNS") == (of_plurals,)
    assert rules_for((marked,), "obj", "NN") == ()


def test_a_rule_of_a_table_stands_once_and_sees_words_of_every_label_it_stands_at() -> None:
    def of_two() -> None: ...
    def of_one() -> None: ...

    rules = of_table({"obj": (of_two, of_one), "obl": (of_two,)})
    assert rules == (of_two, of_one)
    assert rules_for(rules, "obl", "NN") == (of_two,)
    assert rules_for(rules, "obj", "NN") == (of_two, of_one)
