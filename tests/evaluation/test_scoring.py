"""Counting, by hand."""

from __future__ import annotations

import pytest

from evaluation.scoring import Tally, common, jaccard, pair, share


def test_a_tally_sums_over_cases() -> None:
    tally = Tally()
    tally.add(1, 2, 4)
    tally.add(2, 2, 2)
    assert tally.p == pytest.approx(3 / 4)
    assert tally.r == pytest.approx(3 / 6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.5 / 1.25)


def test_nothing_found_and_nothing_wanted_score_nothing() -> None:
    assert (Tally().p, Tally().r, Tally().f1, share(0, 0)) == (0.0, 0.0, 0.0, 0.0)


def test_multisets_share_each_member_as_often_as_both_have_it() -> None:
    assert common("aab", "abbc") == 2


def test_jaccard_counts_what_both_have_among_all() -> None:
    assert jaccard(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == pytest.approx(0.5)
    assert jaccard(frozenset(), frozenset()) == 0.0


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    gold = [frozenset({1, 2, 3, 4}), frozenset({3, 4})]
    found = [frozenset({3, 4}), frozenset({1, 2})]
    assert sorted(pair(gold, found, jaccard, 0.5)) == [(0, 1), (1, 0)]
    assert pair(gold, found, jaccard, 0.6) == [(1, 0)]
