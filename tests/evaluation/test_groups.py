"""Groups of reports: reading them, and incidents, conflicts and origins of groups worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays
from evaluation.request import EvaluationError
from evaluation.sets import groups
from evaluation.sets.groups import Group, Telling, Wanted
from tests.factory import Draft, attack

GOLD = Path(groups.__file__).parents[1] / "gold" / "groups"


def _group(*incidents: Wanted) -> Group:
    reports = tuple(Telling(name, "-", "-", "2026-03-05") for name in "abc")
    return Group("own", reports, incidents)


def test_tellings_are_clustered_by_the_incident_of_their_event() -> None:
    records = {"a": attack(), "b": attack("Other Wire", published="2026-03-06"), "c": Draft("It rained.").done()}
    incidents = whosays.merge(records.values()).incidents
    wanted = Wanted("blast", {"a": ["killed"], "b": ["killed"], "c": ["rained"]}, (), 2)
    gold, found = groups.sides(_group(wanted), records, incidents)
    assert gold == [frozenset({"a: killed", "b: killed", "c: rained"})]
    assert sorted(map(len, found)) == [1, 2]
    home = groups.home_of(wanted, records, incidents)
    assert home is not None
    assert set(home.reports) == {records["a"].report.id, records["b"].report.id}


def test_an_incident_that_nobody_found_has_no_home() -> None:
    records = {"c": Draft("It rained.").done()}
    assert groups.home_of(Wanted("rain", {"c": ["rained"]}, (), 1), records, ()) is None


def test_words_must_stand_in_their_report(tmp_path: Path) -> None:
    report = '{id: a, text: "Rain.", publisher: Own Wire, published: "2026-03-04"}'
    incident = "{id: x, tellings: {a: [snow]}, conflicts: [], origins: 1}"
    (tmp_path / "own.yaml").write_text(f"about: own\nreports: [{report}]\nincidents: [{incident}]\n")
    with pytest.raises(EvaluationError, match="report a does not hold the words 'snow'"):
        groups.read(tmp_path / "own.yaml")
    (tmp_path / "own.yaml").write_text("about: own\n")
    with pytest.raises(EvaluationError, match="not a group"):
        groups.read(tmp_path / "own.yaml")


def test_the_gold_can_be_read_and_compares_something() -> None:
    read = [groups.read(path) for path in sorted(GOLD.glob("*.yaml"))]
    assert len(read) >= 12
    assert all(2 <= len(group.reports) <= 5 for group in read)
    kinds = {conflict.kind for group in read for wanted in group.incidents for conflict in wanted.conflicts}
    assert kinds == {"update", "contradiction", "scope"}
