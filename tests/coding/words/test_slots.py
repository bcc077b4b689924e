"""Every form a clause takes fills the same slots."""

from __future__ import annotations

import pytest

from tests.coding.statements.tables import parse_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive


def _words(sentence: str, verb: int) -> dict[str, list[str]]:
    parse = parse_of(sentence)
    return {slot: [parse.tokens[h].text for h in heads] for slot, heads in slots_of(parse, verb).items()}


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "object_"),
    [
        ("Rebels/NNS/nsubj<1 shot:shoot/VBD/root<1 him/PRP/obj<1", 1, ["Rebels"], ["him"]),
        ("He/PRP/nsubj:pass<2 was/VBD/aux:pass<2 shot:shoot/VBN/root<2 by/IN/case<4 rebels/NNS/obl:agent<2", 2,
         ["rebels"], ["He"]),
        ("rebels/NNS/root<0 who/WP/nsubj<2 shot:shoot/VBD/acl:relcl<0 him/PRP/obj<2", 2, ["rebels"], ["him"]),
        ("men/NNS/root<0 shot:shoot/VBN/acl<0 by/IN/case<3 rebels/NNS/obl:agent<1", 1, ["rebels"], ["men"]),
        ("Rebels/NNS/nsubj<1 came:come/VBD/root<1 and/CC/cc<3 shot:shoot/VBD/conj<1 him/PRP/obj<3", 3,
         ["Rebels"], ["him"]),
        ("Rebels/NNS/nsubj<1 tried:try/VBD/root<1 to/TO/mark<3 shoot/VB/xcomp<1 him/PRP/obj<3", 3, ["Rebels"], ["him"]),
        ("He/PRP/nsubj<1 ordered:order/VBD/root<1 rebels/NNS/obj<1 to/TO/mark<4 shoot/VB/xcomp<1 men/NNS/obj<4", 4,
         ["rebels"], ["men"]),
        ("He/PRP/nsubj<1 accused:accuse/VBD/root<1 rebels/NNS/obj<1 of/IN/mark<4 shooting:shoot/VBG/advcl<1 "
         "men/NNS/obj<4", 4, ["rebels"], ["men"]),
        ("Rebels/NNS/nsubj<1 fled:flee/VBD/root<1 ,/,/punct<3 shooting:shoot/VBG/advcl<1 men/NNS/obj<3", 3,
         ["Rebels"], ["men"]),
    ],
)  # fmt: skip
def test_subject_and_object(sentence: str, verb: int, subject: list[str], object_: list[str]) -> None:
    found = _words(sentence, verb)
    assert found.get("subject", []) == subject
    assert found.get("object", []) == object_


def test_a_dummy_subject_fills_nothing() -> None:
    found = _words("It/PRP/expl<1 rained:rain/VBD/root<1", 1)
    assert "subject" not in found


def test_prepositions_open_slots() -> None:
    found = _words("raid/NN/root<0 on/IN/case<2 town/NN/nmod<0 by/IN/case<4 rebels/NNS/nmod<0", 0)
    assert found == {"on": ["town"], "by": ["rebels"]}


def test_passive_is_told_from_past() -> None:
    assert is_passive(parse_of("men/NNS/root<0 killed:kill/VBN/acl<0"), 1)
    assert not is_passive(parse_of("They/PRP/nsubj<2 have/VBP/aux<2 killed:kill/VBN/root<2 men/NNS/obj<2"), 2)
