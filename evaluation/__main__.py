"""``python -m evaluation SET --data DIR [DIR...]``: how good the product is on one set.

The last line printed is ``SET key=value ...``; exit status 2 where the data are absent or may not be used.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from evaluation.request import EvaluationError, Request, Result, line
from evaluation.sets import SETS


def main(arguments: list[str] | None = None) -> int:
    """Runs one set; returns the exit status."""
    options = _parser().parse_args(arguments)
    request = Request(
        data=tuple(options.data),
        allow_train=options.allow_train,
        dictionary=options.dictionary,
        ewt=options.ewt,
        responses=options.responses,
        mixed=options.mixed,
    )
    try:
        missing = [p for p in request.data if not p.exists()]
        if missing:
            raise EvaluationError(f"no data: {missing[0]} is not there")  # noqa: TRY301 - one place says it
        result = SETS[options.set].run(request)
    except EvaluationError as error:
        print(f"{options.set}: {error}", file=sys.stderr)
        return 2
    if options.out:
        write(options.set, result, options.out)
    print(line(options.set, result.keys))
    return 0


def write(name: str, result: Result, out: Path) -> None:
    """Writes keys, notes and one record per case as JSON, a case a line so that two runs can be compared by diff."""
    encode = msgspec.json.encode
    cases = ",\n    ".join(encode(case).decode() for case in result.cases)
    rounded = {key: value if isinstance(value, int) else round(value, 4) for key, value in result.keys.items()}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(
        f'{{\n  "set": {encode(name).decode()},\n  "keys": {encode(rounded).decode()},\n'
        f'  "notes": {encode(result.notes).decode()},\n  "cases": [\n    {cases}\n  ]\n}}\n',
        encoding="utf-8",
    )


def _parser() -> argparse.ArgumentParser:
    told = "\n".join(f"  {name:<12} {entry.about}" for name, entry in SETS.items())
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description=f"Scores the product on one set of data. The sets:\n{told}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("set", choices=list(SETS), metavar="SET")
    parser.add_argument("--data", type=Path, nargs="+", required=True, help="files or folders, searched downward")
    parser.add_argument("--out", type=Path, help="write keys and one record per case to this file")
    parser.add_argument("--allow-train", action="store_true", help="also run on files with train in their name")
    parser.add_argument("--dictionary", type=Path, help="plover: a folder of PETRARCH actor and agent lists")
    parser.add_argument("--ewt", type=Path, help="factuality: the treebank's file, en_ewt-ud-dev.conllu")
    parser.add_argument("--responses", type=Path, help="muc4: write the templates here")
    parser.add_argument("--mixed", action="store_true", help="muc4: of a text in two cases take the mixed one")
    return parser


if __name__ == "__main__":
    sys.exit(main())
