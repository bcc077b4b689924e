"""A count claims no more than the words do."""

from __future__ import annotations

import pytest

from tests.coding.statements.tables import parse_of
from whosays.coding.words.quantities import count_of, number_at
from whosays.ontology.wording import load

WORDS = load().quantities


@pytest.mark.parametrize(
    ("sentence", "head", "low", "high", "approximate"),
    [
        ("twelve/CD/nummod<1 farmers:farmer/NNS/root<1", 1, 12, 12, False),
        ("at/RB/advmod<2 least/RBS/fixed<0 12/CD/nummod<3 farmers:farmer/NNS/root<3", 3, 12, None, False),
        ("no/DT/advmod<3 more/JJR/fixed<0 than/IN/fixed<0 40/CD/nummod<4 men:man/NNS/root<4", 4, None, 40, False),
        ("up/RB/advmod<2 to/IN/fixed<0 30/CD/nummod<3 people/NNS/root<3", 3, None, 30, False),
        ("about/RB/advmod<1 200/CD/nummod<2 people/NNS/root<2", 2, 200, 200, True),
        ("dozens:dozen/NNS/root<0 of/IN/case<2 people/NNS/nmod<0", 0, 24, 99, True),
        ("several/JJ/amod<1 soldiers:soldier/NNS/root<1", 1, 3, 9, True),
        ("soldiers:soldier/NNS/root<0", 0, 2, None, True),
        ("a/DT/det<1 policeman/NN/root<1", 1, 1, 1, False),
        ("12/CD/nummod<3 to/IN/case<2 15/CD/nummod<0 men:man/NNS/root<3", 3, 12, 15, False),
        ("1,200/CD/nummod<1 families:family/NNS/root<1", 1, 1200, 1200, False),
        ("a/DT/det<1 number/NN/root<1 of/IN/case<3 rebels:rebel/NNS/nmod<1", 1, 2, None, True),
        ("several/JJ/amod<2 dozen/CD/nummod<2 people/NNS/root<2", 2, 36, 119, True),
        (
            "tens/NNS/root<0 of/IN/case<2 thousands/NNS/nmod<0 of/IN/case<4 men/NNS/nmod<2",
            0,
            20000,
            99999,
            True,
        ),
        ("half/PDT/det:predet<2 a/DT/det<2 dozen/CD/nummod<3 guards:guard/NNS/root<3", 3, 6, 6, False),
        ("more/JJR/advmod<3 than/IN/fixed<0 a/DT/det<3 dozen/CD/nummod<4 men/NNS/root<4", 4, 12, None, False),
        ("as/RB/advmod<1 many/JJ/amod<4 as/IN/case<3 90/CD/nummod<4 people/NNS/root<4", 4, None, 90, False),
        ("a/DT/det<1 crew/NN/root<1", 1, 2, None, True),
    ],
)
def test_count(sentence: str, head: int, low: int | None, high: int | None, approximate: bool) -> None:
    count = count_of(parse_of(sentence), head, WORDS)
    assert count is not None
    assert (count.low, count.high, count.approximate) == (low, high, approximate)


def test_an_age_counts_nobody() -> None:
    parse = parse_of("a/DT/det<4 12/CD/nummod<3 -/HYPH/punct<3 year/NN/compound<4 boy/NN/root<4")
    count = count_of(parse, 4, WORDS)
    assert count is not None
    assert (count.low, count.high) == (1, 1)


@pytest.mark.parametrize(
    ("words", "value", "end"),
    [
        ("two hundred and fifty people", 250, 4),
        ("three thousand men", 3000, 2),
        ("two dozen cars", 24, 2),
        ("12 and 15 men", 12, 1),
        ("2014 war", None, 0),
    ],
)
def test_number_at(words: str, value: int | None, end: int) -> None:
    parse = parse_of(" ".join(f"{w}/CD/nummod<0" for w in words.split()))
    assert number_at(parse, 0, len(words.split()), WORDS) == (value, end)
