"""``python -m training STEP``: makes the shipped model and the learnt weights. See README.md beside this file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training import card, openparts, readings, sources, sureness
from training.evaluate import evaluate, show
from training.prepare import prepare

MODEL = Path(__file__).parent.parent / "src" / "whosays" / "data" / "model"


def main() -> None:
    """Run one step."""
    arguments = _arguments()
    corpora, work, model = Path(arguments.corpora), Path(arguments.work), Path(arguments.model)
    if arguments.step == "prepare":
        prepare(corpora, work)
    elif arguments.step == "train":
        _train(corpora, work, model)
    elif arguments.step == "sizes":
        _sizes(work)
    elif arguments.step == "evaluate":
        scores = evaluate(work, model)
        (work / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
        print(show(scores))
    elif arguments.step == "sureness":
        print(sureness.write(corpora, {source.key: source.path for source in sources.load()}))
    elif arguments.step == "openparts":
        print(openparts.write(corpora, {source.key: source.path for source in sources.load()}))
    elif arguments.step == "readings":
        print(readings.measured(corpora, {source.key: source.path for source in sources.load()}))
    else:
        card.write(work, model, sources.load())


def _train(corpora: Path, work: Path, model: Path) -> None:
    from training import assemble, courses  # noqa: PLC0415 - needs torch, which the other steps do not

    courses.shipped(work)
    assemble.assemble(corpora, work, model)


def _sizes(work: Path) -> None:
    """The curve of accuracy against speed: every size trained in the same way, measured side by side."""
    from training import assemble, courses  # noqa: PLC0415 - needs torch, which the other steps do not

    rows: dict[str, dict[str, float]] = {}
    for size in courses.SIZES:
        courses.student(work, size)
        folder = work / "sizes" / size.name
        assemble.pipeline(work, size.name, folder)
        rows[size.name] = assemble.measured(work, folder, MODEL / "lemmas.json")
        (work / "sizes.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
        print(f"{size}: " + ", ".join(f"{key} {value:.2f}" for key, value in rows[size.name].items()), flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    steps = ["prepare", "train", "sizes", "evaluate", "card", "openparts", "sureness", "readings"]
    parser.add_argument("step", choices=steps)
    parser.add_argument("--corpora", default="corpora", help="the folder that sources.yaml's paths start from")
    parser.add_argument("--work", default="work", help="where prepared documents and trained weights are kept")
    parser.add_argument("--model", default=str(MODEL), help="the model folder to write or to measure")
    return parser.parse_args()


if __name__ == "__main__":
    main()
