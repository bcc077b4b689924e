"""Actors that no list knows: the sector that their noun tells."""

from __future__ import annotations

import pytest

from tests.resolving.handmade import parse_of
from whosays.records import Code
from whosays.resolving.actors.own import own_actor, owned, sector_of


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("three/CD/nummod/2 police/NN/compound/2 officers/NNS/root/2", "COP"),
        ("rebel/NN/compound/1 forces/NNS/root/1", "REB"),
        ("two/CD/nummod/3 army/NN/compound/3 unit/NN/compound/3 members/NNS/root/3", "MIL"),
        ("the/DT/det/1 villagers/NNS/root/1", "CVL"),
        ("one/CD/root/0 of/IN/case/3 the/DT/det/3 soldiers/NNS/nmod/0", "MIL"),
        ("the/DT/det/1 crowd/NN/root/1", None),
        ("six/CD/nummod/1 people/NNS/root/1", None),
    ],
)
def test_a_common_noun_tells_the_sector(words: str, sector: str | None) -> None:
    parse = parse_of(words)
    root = next(t.i for t in parse.tokens if t.head == t.i)
    assert sector_of(parse, root) == sector


def test_a_name_tells_no_sector() -> None:
    assert sector_of(parse_of("Northern/NNP/compound/1 Rebels/NNPS/root/1"), 1) is None


def test_an_actor_of_a_state_has_the_state_and_its_own_sector() -> None:
    soldiers = own_actor("soldiers", "people", None, "MIL")
    assert owned(soldiers, "TCD", (Code(code="TCD"),)).codes == (Code(code="TCD"), Code(code="MIL"))


def test_an_actor_of_a_group_has_the_sector_of_the_group() -> None:
    medics = own_actor("medics", "people", None, "MED")
    assert owned(medics, "group:x", (Code(code="REB"),)).codes == (Code(code="REB"),)


def test_an_actor_with_a_country_keeps_its_codes() -> None:
    guards = own_actor("guards", "people", "PER", "MIL")
    assert owned(guards, "COL", (Code(code="COL"),)).codes == (Code(code="PER"), Code(code="MIL"))
