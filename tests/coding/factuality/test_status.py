"""Whether a deed was done, from what stands over its word."""

from __future__ import annotations

import pytest

from tests.coding.statements.tables import parse_of
from whosays.coding.factuality.status import status_of
from whosays.ontology.wording import load

WORDING = load()


@pytest.mark.parametrize(
    ("sentence", "head", "carrier", "status"),
    [
        ("They/PRP/nsubj<1 attacked:attack/VBD/root<1 it/PRP/obj<1 ././punct<1", 1, None, "happened"),
        ("They/PRP/nsubj<3 did:do/VBD/aux<3 not/RB/advmod<3 attack/VB/root<3 ././punct<3", 3, None, "negated"),
        ("They/PRP/nsubj<2 will/MD/aux<2 attack/VB/root<2 ././punct<2", 2, None, "planned"),
        ("They/PRP/nsubj<2 could/MD/aux<2 attack/VB/root<2 ././punct<2", 2, None, "hypothetical"),
        ("They/PRP/nsubj<1 plan/VBP/root<1 to/TO/mark<3 attack/VB/xcomp<1 ././punct<1", 3, None, "planned"),
        ("They/PRP/nsubj<1 tried:try/VBD/root<1 to/TO/mark<3 attack/VB/xcomp<1 ././punct<1", 3, None, "attempted"),
        ("They/PRP/nsubj<1 threatened:threaten/VBD/root<1 to/TO/mark<3 attack/VB/xcomp<1 ././punct<1", 3, None,
         "threatened"),
        ("They/PRP/nsubj<1 refused:refuse/VBD/root<1 to/TO/mark<3 attack/VB/xcomp<1 ././punct<1", 3, None, "negated"),
        ("They/PRP/nsubj<1 managed:manage/VBD/root<1 to/TO/mark<3 attack/VB/xcomp<1 ././punct<1", 3, None, "happened"),
        ("They/PRP/nsubj<1 came:come/VBD/root<1 with/IN/case<3 orders/NNS/obl<1 to/TO/mark<5 "
         "attack/VB/acl<3 ././punct<1", 5, None, "hypothetical"),
        ("If/IN/mark<2 they/PRP/nsubj<2 attack/VBP/advcl<4 we/PRP/nsubj<4 flee/VBP/root<4 ././punct<4", 2, None,
         "hypothetical"),
        ("They/PRP/nsubj<2 regularly/RB/advmod<2 attack/VBP/root<2 towns:town/NNS/obj<2 ././punct<2", 2, None,
         "habitual"),
        ("They/PRP/nsubj<1 continue/VBP/root<1 to/TO/mark<3 conduct/VB/xcomp<1 attacks:attack/NNS/obj<3 "
         "././punct<1", 4, 3, "habitual"),
        ("They/PRP/nsubj<2 are/VBP/aux<2 attacking:attack/VBG/root<2 it/PRP/obj<2 ././punct<2", 2, None, "ongoing"),
        ("They/PRP/nsubj<1 foiled:foil/VBD/root<1 an/DT/det<3 attack/NN/obj<1 ././punct<1", 3, None, "attempted"),
        ("the/DT/det<2 planned/VBN/amod<2 summit/NN/root<2 ././punct<2", 2, None, "planned"),
        ("Gunmen/NNS/nsubj<1 attack/VBP/root<1 bank/NN/obj<1", 1, None, "happened"),
        ("Ministers/NNS/root<0 to/TO/mark<2 meet/VB/acl<0 in/IN/case<4 Almaty/NNP/obl<2", 2, None, "planned"),
    ],
)  # fmt: skip
def test_status(sentence: str, head: int, carrier: int | None, status: str) -> None:
    assert status_of(parse_of(sentence), head, WORDING, carrier) == status
