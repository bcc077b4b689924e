"""A choice among candidates and nobody: what is learnt from answers, whole and in part."""

from __future__ import annotations

import pytest

from training.choosing import Choice, learn, likely

NOBODY = frozenset({"nobody"})
POLICE, PRESS, GUNMEN = frozenset({"police"}), frozenset({"press"}), frozenset({"gunmen"})


def test_who_is_chosen_more_often_is_likelier() -> None:
    choices = [Choice((POLICE, PRESS, NOBODY), (True, False, False))] * 8
    choices += [Choice((POLICE, PRESS, NOBODY), (False, False, True))] * 4
    shares = likely(learn(choices, ridge=0.01, fewest=1), (POLICE, PRESS, NOBODY))
    assert shares == pytest.approx([8 / 12, 0, 4 / 12], abs=0.02)


def test_an_answer_in_part_only_rules_out() -> None:
    known = [Choice((POLICE, NOBODY), (True, False))] * 5 + [Choice((GUNMEN, NOBODY), (False, True))] * 5
    partly = [Choice((PRESS, POLICE, NOBODY), (False, True, True))] * 10  # not the press
    weights = learn(known + partly, ridge=0.1, fewest=1)
    assert weights["press"] < weights["nobody"] < weights["police"]


def test_rare_signs_weigh_nothing() -> None:
    choices = [Choice((POLICE, NOBODY), (True, False)), Choice((PRESS, NOBODY), (False, True))]
    weights = learn(choices, ridge=1, fewest=2)
    assert set(weights) == {"nobody"}


def test_the_same_choices_give_the_same_weights() -> None:
    choices = [Choice((POLICE, PRESS, NOBODY), (n % 3 == 0, n % 3 == 1, n % 3 == 2)) for n in range(20)]
    assert learn(choices, ridge=1, fewest=1) == learn(choices, ridge=1, fewest=1)
