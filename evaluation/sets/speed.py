"""The set ``speed``: how fast reports go through every stage on one core, and how much memory that takes.

Rates are counted in processor time of this one process, so that a busy machine does not change them; loading the
model and the gazetteer are not counted; reading files and cleaning them is.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import whosays
from evaluation.request import EvaluationError, Number, Request, Result, files
from whosays import Failure, coding
from whosays.records import CodedReport

_WORDS_PER_REPORT = 400
_STAGES = ("read", "parse", "code", "resolve", "merge")


class Clock:
    """Processor seconds by stage: ``with clock.on("parse"): ...`` books the time of its block."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Books the block's time under ``stage``."""
        start = time.process_time()
        yield
        self.seconds[stage] += time.process_time() - start


def run(request: Request) -> Result:
    """Times every report of the data."""
    found = files(request, "*")
    tools = whosays.tools()
    clock = Clock()
    warm = whosays.read_text("The minister met the ambassador in Paris on Monday. He said the talks went well.")
    whosays.merge([whosays.code(warm, tools)])
    records: list[CodedReport] = []
    words = failed = 0
    started = time.perf_counter()
    with clock.on("read"):
        read = list(whosays.read_all(found))
    for item in read:
        if isinstance(item, Failure):
            failed += 1
            continue
        with clock.on("parse"):
            parsed = whosays.parse(item, tools)
        with clock.on("code"):
            coded = coding.code(parsed, tools.ontology)
        with clock.on("resolve"):
            records.append(whosays.resolve(parsed, coded, tools))
        words += len(item.text.split())
    if not records:
        raise EvaluationError("no data: none of the files holds a report that can be read")
    with clock.on("merge"):
        whosays.merge(records, (), tools)
    return Result(keys=_keys(clock, words, len(records), failed) | {"wall_s": time.perf_counter() - started})


def _keys(clock: Clock, words: int, reports: int, failed: int) -> dict[str, Number]:
    total = sum(clock.seconds.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    keys: dict[str, Number] = {
        "words_per_s": words / total,
        "reports_per_s": words / total / _WORDS_PER_REPORT,
        "peak_mb": round(peak),
    }
    keys |= {f"share_{stage}": clock.seconds[stage] / total for stage in _STAGES}
    return keys | {"words": words, "reports": reports, "failed": failed}
