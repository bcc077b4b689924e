"""The gate: what it lets through, what it stops, and how a floor is lowered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.gate import House, Watched, main, read_floors
from evaluation.request import Case, Request, Result
from evaluation.sets import SETS, Entry


class Toy:
    """A set whose score a test sets; its data are one file."""

    def __init__(self, folder: Path) -> None:
        self.right = 2
        self.data = folder / "data"
        self.data.mkdir()
        (self.data / "gold.txt").write_text("one")
        watched = {"toy": Watched(self.data, gate.texts, ("share", "right"))}
        self.house = House(floors=folder / "floors.json", results=folder / "results", watched=watched)

    def run(self, _: Request) -> Result:
        verdicts = ["right"] * self.right + ["wrong"] * (4 - self.right)
        cases = tuple(Case(id=f"case {i}", verdict=v) for i, v in enumerate(verdicts))
        return Result(keys={"share": self.right / 4, "right": self.right, "unwatched": 0}, cases=cases)

    def gate(self, *arguments: str) -> int:
        return main(list(arguments), self.house)


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Toy:
    made = Toy(tmp_path)
    monkeypatch.setitem(SETS, "toy", Entry(made.run, "a set of the test's own"))
    return made


def test_without_a_floor_it_asks_for_one(toy: Toy, capsys: pytest.CaptureFixture[str]) -> None:
    assert toy.gate() == 1
    assert "no floor yet" in capsys.readouterr().err
    assert toy.gate("--renew") == 0
    assert toy.gate() == 0


def test_a_lower_score_is_stopped_and_its_cases_are_named(toy: Toy, capsys: pytest.CaptureFixture[str]) -> None:
    toy.gate("--renew")
    toy.right = 1
    assert toy.gate() == 1
    told = capsys.readouterr()
    assert "share is 0.2500, below its floor 0.5000" in told.err
    assert "lost: case 1" in told.out


def test_a_better_score_passes_and_its_cases_are_named(toy: Toy, capsys: pytest.CaptureFixture[str]) -> None:
    toy.gate("--renew")
    toy.right = 3
    assert toy.gate() == 0
    assert "gained: case 2" in capsys.readouterr().out


def test_changed_data_need_a_new_floor(toy: Toy, capsys: pytest.CaptureFixture[str]) -> None:
    toy.gate("--renew")
    (toy.data / "gold.txt").write_text("two")
    assert toy.gate() == 1
    assert "data have changed" in capsys.readouterr().err
    assert toy.gate("--renew") == 0
    assert toy.gate() == 0


def test_a_floor_is_lowered_only_for_a_reason_which_is_kept(toy: Toy, capsys: pytest.CaptureFixture[str]) -> None:
    toy.gate("--renew")
    toy.right = 1
    assert toy.gate("--renew") == 1
    assert "say why" in capsys.readouterr().err
    assert read_floors(toy.house.floors)["toy"].floors == {"share": 0.5, "right": 2}
    assert toy.gate("--renew", "--lower", "the second case was wrong in the gold") == 0
    kept = read_floors(toy.house.floors)["toy"]
    assert kept.floors == {"share": 0.25, "right": 1}
    assert [(x.key, x.before, x.after, x.reason) for x in kept.lowered] == [
        ("share", 0.5, 0.25, "the second case was wrong in the gold"),
        ("right", 2, 1, "the second case was wrong in the gold"),
    ]
    toy.right = 4
    toy.gate("--renew")
    assert len(read_floors(toy.house.floors)["toy"].lowered) == 2


@pytest.mark.parametrize("arguments", [("--lower", "why not"), ("--renew", "--lower", " ")])
def test_lowering_without_renewing_or_without_words_is_refused(toy: Toy, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        toy.gate(*arguments)


def test_cases_of_one_name_are_told_apart() -> None:
    cases = [Case(id="same", verdict=v) for v in ("right", "wrong", "right")]
    assert gate.verdicts(Result(keys={}, cases=tuple(cases))) == {
        "same": "right",
        "same (2)": "wrong",
        "same (3)": "right",
    }


def test_the_committed_floors_watch_what_the_house_watches() -> None:
    floors = read_floors(gate.HOUSE.floors)
    assert {name: set(f.floors) for name, f in floors.items()} == {
        name: set(watched.keys) for name, watched in gate.HOUSE.watched.items()
    }
    assert all((gate.HOUSE.results / f"{name}.json").is_file() for name in floors)


def test_a_new_trigger_is_no_new_gold_and_a_new_example_is(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(gate.HOUSE.watched["examples"].data, folder)
    before = list(gate.sentences(folder))
    path = folder / "events" / "aid.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("triggers:\n", "triggers:\n  - {verb: succour}\n", 1), encoding="utf-8")
    assert list(gate.sentences(folder)) == before
    path.write_text(text.replace("yes:\n", 'yes:\n  - {text: "Doctors aided the village."}\n', 1), encoding="utf-8")
    assert len(list(gate.sentences(folder))) == len(before) + 1
