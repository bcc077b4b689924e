"""The regression over signs, and the tables that its weights are kept in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evaluation.regression import Signs, fit
from evaluation.weighing import ALWAYS, likely, table, write

GOOD, BAD = ("armed", "any"), ("calm", "any")


def test_what_goes_with_what_is_wanted_weighs_more() -> None:
    signs = Signs()
    rows = [signs.of(GOOD)] * 20 + [signs.of(BAD)] * 20
    learnt = fit(rows, np.array([1.0] * 20 + [0.0] * 20), ridge=1.0, fewest=5)
    named = learnt.named(signs)
    assert named["armed"] > 0 > named["calm"]
    assert abs(named["any"]) < 0.01
    good, bad = learnt.likely([signs.of(GOOD), signs.of(BAD)])
    assert good > 0.8
    assert bad < 0.2


def test_the_slope_is_nothing_where_it_ends() -> None:
    """Two of three with the sign are wanted: without a hold on the weights the likelihood is two thirds."""
    signs = Signs()
    rows = [signs.of(("one",))] * 3 + [signs.of(())] * 2
    learnt = fit(rows, np.array([1.0, 1.0, 0.0, 1.0, 0.0]), ridge=1e-9, fewest=1)
    assert learnt.likely([signs.of(("one",)), signs.of(())]) == pytest.approx([2 / 3, 1 / 2], abs=1e-5)


def test_signs_that_few_show_and_new_ones_weigh_nothing() -> None:
    signs = Signs()
    rows = [signs.of(("often",))] * 5 + [signs.of(("once",))]
    learnt = fit(rows, np.array([1.0] * 5 + [0.0]), ridge=1.0, fewest=2)
    assert "once" not in learnt.named(signs)
    assert learnt.likely([signs.of(("new",))])[0] == learnt.likely([signs.of(())])[0]


def test_numbers_do_not_hang_on_the_order_of_a_set() -> None:
    one, two = Signs(), Signs()
    assert list(one.of(["b", "a", "b"])) == list(two.of(["a", "b"])) == [0, 1]
    assert one.numbers == two.numbers == {"a": 0, "b": 1}


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.csv"
    assert table(path) == {}
    write({"thing": {ALWAYS: -1.0, "near, by": 2.0, "far": 0.01}}, path, least=0.05)
    assert path.read_text(encoding="utf-8") == 'what,sign,weight\nthing,(always),-1.00\nthing,"near, by",2.00\n'
    assert table(path) == {"thing": {ALWAYS: -1.0, "near, by": 2.0}}
    assert likely(table(path)["thing"], ["near, by", "unknown"]) == pytest.approx(1 / (1 + np.exp(-1.0)))
    assert likely({}, ["near, by"]) == 0.0
