"""``python -m evaluation.growth [--of one-incident] [--reports 100000] [--keep FOLDER]``: what one more report costs.

Fills a store with synthetic coded reports, and at each size adds some more one by one as a desk does: keeps a report,
then brings incidents and disputes up to date. Prints the median and the ninth decile of both in milliseconds of the
processor's time, which a loaded machine tells alike, draws the curve, and ends with how much slower each tenfold makes
it. With ``--keep`` the store and the figures stay in a folder, and a run that was cut short goes on where it was.
Nothing is read or coded here.

A report is compared with those of the days about it: of eight days for what it tells of, of a fortnight for copies, of
a month for stories. With three hundred reports a day, these windows are full from some nine thousand on (``_FULL``):
until then the cost grows with them, and the last line tells both, from the first size on and from full windows on.

With ``--of one-incident`` all reports tell of one attack, as of a great one hundreds do: what one more costs an
incident that many tell of.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from math import log10
from pathlib import Path
from time import process_time

import msgspec

from evaluation.request import line
from evaluation.synthetic import reports, reports_of_one
from whosays import desk, store
from whosays.records import CodedReport
from whosays.store import Store

_FULL = 10_000  # reports: the first size at which a month of three hundred a day is behind it
_BATCH = 200
_WIDTH = 50  # signs of the longest bar


class Shape(msgspec.Struct, frozen=True):
    """What a store is filled with: the reports, the sizes at which it is measured, and how many are added there."""

    made: Callable[[int], Iterator[CodedReport]]
    sizes: tuple[int, ...]
    probes: int
    most: int


_SIZES = (1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 50_000, 100_000, 300_000, 1_000_000)
_SHAPES: Mapping[str, Shape] = {
    "many-incidents": Shape(reports, _SIZES, 100, 100_000),
    "one-incident": Shape(reports_of_one, (10, 30, 100, 300, 1_000, 3_000), 9, 1_000),
}


class Cost(msgspec.Struct, frozen=True):
    """What one more report costs at a size, in milliseconds of the processor (median, ninth decile).

    ``keep`` is to write it down, ``merge`` to bring incidents and disputes up to date; ``spent`` are the seconds of the
    processor's time that the whole run has taken so far, filling included.
    """

    size: int
    incidents: int
    keep: float
    merge: float
    merge_slow: float
    spent: float


class Growth:
    """A store that is filled, and the costs found so far, in a folder."""

    def __init__(self, folder: Path, seed: int, shape: Shape) -> None:
        self._path = folder / "growth.db"
        self._costs = folder / "growth.jsonl"
        self._seed = seed
        self._shape = shape

    def costs(self) -> list[Cost]:
        """What was measured in this folder, the smallest size first."""
        if not self._costs.exists():
            return []
        return msgspec.json.Decoder(Cost).decode_lines(self._costs.read_bytes())

    def on(self, most: int) -> Iterator[Cost]:
        """Fills the store on up to ``most`` reports; yields the cost at each size, those of earlier runs too."""
        done = self.costs()
        yield from done
        before = done[-1].spent if done else 0.0
        start = process_time()
        with store.open(self._path) as opened:
            held = len(opened.reports())
            made = islice(self._shape.made(self._seed), held, None)
            for size in [s for s in self._shape.sizes if s <= most and s not in {c.size for c in done}]:
                held = _filled(opened, made, held, size - self._shape.probes)
                cost = _measured(opened, islice(made, self._shape.probes), size, before - start)
                held += self._shape.probes
                with self._costs.open("ab") as file:
                    file.write(msgspec.json.encode(cost) + b"\n")
                yield cost


def _filled(opened: Store, made: Iterator[CodedReport], held: int, size: int) -> int:
    while held < size:
        held += opened.keep_many(islice(made, min(_BATCH, size - held)))
        desk.refresh(opened)
    return held


def _measured(opened: Store, made: Iterator[CodedReport], size: int, since: float) -> Cost:
    kept, merged = [], []
    for record in made:
        kept.append(_spent(partial(opened.keep, record)))
        merged.append(_spent(partial(desk.refresh, opened)))
    slow = statistics.quantiles(merged, n=10)[-1]
    incidents = len(opened.incident_rows())
    return Cost(size, incidents, statistics.median(kept), statistics.median(merged), slow, since + process_time())


def _spent(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return 1000 * (process_time() - start)


def curve(costs: Sequence[Cost]) -> Iterator[str]:
    """The costs as bars over the size, a line each; sizes of equal ratio are as far apart as others of that ratio."""
    longest = max((c.keep + c.merge for c in costs), default=1.0)
    last = 0.0
    for cost in costs:
        steps = round(4 * (log10(cost.size) - last)) if last else 1
        yield from [""] * (steps - 1)
        last = log10(cost.size)
        whole = cost.keep + cost.merge
        yield f"{cost.size:>9} {'█' * max(1, round(_WIDTH * whole / longest))} {whole:.1f} ms"


def tenfold(costs: Sequence[Cost]) -> float:
    """By how much ten times the reports make the cost of one more greater: 1 is not at all, 10 in proportion."""
    if len(costs) < 2 or costs[0].merge <= 0:
        return 1.0
    first, last = costs[0], costs[-1]
    return float((last.merge / first.merge) ** (1 / (log10(last.size) - log10(first.size))))


def keys(costs: Sequence[Cost]) -> dict[str, float | int]:
    """The last line of a run."""
    first, last = costs[0], costs[-1]
    return {
        "reports": last.size,
        "keep_ms": last.keep,
        "merge_ms": last.merge,
        "times_larger": last.size / first.size,
        "times_slower": last.merge / first.merge,
        "tenfold": tenfold(costs),
        "tenfold_full": tenfold([c for c in costs if c.size >= _FULL]),
        "cpu_s": last.spent,
    }


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.growth", description=__doc__)
    parser.add_argument("--of", choices=sorted(_SHAPES), default="many-incidents", help="what the reports tell of")
    parser.add_argument("--reports", type=int, help="up to how many; by default 100,000, of one incident 1,000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for store and figures; a run goes on from there")
    options = parser.parse_args(arguments)
    shape = _SHAPES[options.of]
    most = shape.most if options.reports is None else options.reports
    if most < shape.sizes[0]:
        print(f"growth: give at least {shape.sizes[0]} reports", file=sys.stderr)
        return 2
    print(f"{'reports':>9} {'incidents':>10} {'keep ms':>8} {'merge ms':>9} {'slowest tenth':>14} {'cpu s':>8}")
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        for cost in Growth(place, options.seed, shape).on(most):
            costs.append(cost)
            told = f"{cost.size:>9} {cost.incidents:>10} {cost.keep:>8.1f} {cost.merge:>9.1f} {cost.merge_slow:>14.1f}"
            print(f"{told} {cost.spent:>8.0f}", flush=True)
    print("", *curve(costs), sep="\n")
    print(line("growth", keys(costs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
