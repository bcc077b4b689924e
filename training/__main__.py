"""``python -m training prepare|train|evaluate|card``: makes the shipped model. See README.md beside this file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training import card, sources
from training.assemble import assemble
from training.evaluate import evaluate, show, speed
from training.fit import Course, fit
from training.pipeline import Part
from training.prepare import prepare

MODEL = Path(__file__).parent.parent / "src" / "whosays" / "data" / "model"
# The courses that each part goes through: the rounds that set the fall of the rate, and the last one that is run.
COURSES: dict[Part, tuple[tuple[int, int], ...]] = {
    "syntax": ((15, 2), (7, 7), (3, 3)),
    "names": ((7, 1), (1, 1)),
}


def main() -> None:
    """Run one step."""
    arguments = _arguments()
    corpora, work, model = Path(arguments.corpora), Path(arguments.work), Path(arguments.model)
    if arguments.step == "prepare":
        prepare(corpora, work)
    elif arguments.step == "train":
        parts: list[Part] = ["syntax", "names"] if arguments.part == "all" else [arguments.part]
        for part in parts:
            train(part, work)
        if all((work / part).exists() for part in COURSES):
            assemble(corpora, work, model)
    elif arguments.step == "evaluate":
        scores = evaluate(work, model)
        (work / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
        print(show(scores))
        print(f"- {speed(work, model):.0f} words in a second of processor time")
    else:
        card.write(work, model, sources.load())


def train(part: Part, work: Path) -> None:
    """Take one part through its courses; the last one leaves ``work/PART``."""
    courses = COURSES[part]
    start: Path | None = None
    for number, (rounds, stop) in enumerate(courses, 1):
        target = work / (part if number == len(courses) else f"{part}-{number}")
        course = Course(part, rounds, stop, start=start)
        fit(course, work / f"{part}-train.spacy", work / f"{part}-dev.spacy", target)
        start = target


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=["prepare", "train", "evaluate", "card"])
    parser.add_argument("--corpora", default="corpora", help="the folder that sources.yaml's paths start from")
    parser.add_argument("--work", default="work", help="where prepared documents and trained parts are kept")
    parser.add_argument("--model", default=str(MODEL), help="the model folder to write or to measure")
    parser.add_argument("--part", choices=["all", "syntax", "names"], default="all", help="what to train")
    return parser.parse_args()


if __name__ == "__main__":
    main()
