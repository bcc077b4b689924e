"""``python -m evaluation.growth [--reports 100000]``: what it costs to add one more report to a store that grows.

Fills a store with synthetic coded reports, and at each size adds some more one by one as a desk does: keeps a report,
then brings incidents and disputes up to date. Prints the median and the ninth decile of both in milliseconds of the
processor's time, which a loaded machine tells alike, and ends with how much slower the last size is than the first.
Nothing is read or coded here.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time

import msgspec

from evaluation.request import line
from evaluation.synthetic import reports
from whosays import desk, store
from whosays.store import Store

_SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
_PROBES = 60  # reports added one by one at each size
_BATCH = 200


class Cost(msgspec.Struct, frozen=True):
    """What one more report costs at a size, in milliseconds: to keep, and to merge (median, ninth decile)."""

    size: int
    incidents: int
    keep: float
    merge: float
    merge_slow: float


def grown(most: int, path: Path, seed: int) -> Iterator[Cost]:
    """Fills a store at ``path`` up to ``most`` reports; yields the cost at each size."""
    made = reports(seed)
    held = 0
    with store.open(path) as opened:
        for size in [s for s in _SIZES if s <= most]:
            while held < size - _PROBES:
                number = min(_BATCH, size - _PROBES - held)
                for _ in range(number):
                    opened.keep(next(made))
                desk.refresh(opened)
                held += number
            kept, merged = [], []
            for _ in range(_PROBES):
                record = next(made)
                kept.append(_spent(partial(opened.keep, record)))
                merged.append(_spent(partial(desk.refresh, opened)))
            held += _PROBES
            slow = statistics.quantiles(merged, n=10)[-1]
            yield Cost(size, _incidents(opened), statistics.median(kept), statistics.median(merged), slow)


def _spent(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return 1000 * (process_time() - start)


def _incidents(opened: Store) -> int:
    return len(opened.incident_rows())


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.growth", description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000, help="up to how many; by default 100,000")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(f"{'reports':>9} {'incidents':>10} {'keep ms':>8} {'merge ms':>9} {'slowest tenth':>14}")
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        for cost in grown(options.reports, Path(folder) / "growth.db", options.seed):
            costs.append(cost)
            told = f"{cost.size:>9} {cost.incidents:>10} {cost.keep:>8.1f} {cost.merge:>9.1f} {cost.merge_slow:>14.1f}"
            print(told, flush=True)
    if not costs:
        print(f"growth: give at least {_SIZES[0]} reports", file=sys.stderr)
        return 2
    first, last = costs[0], costs[-1]
    keys = {
        "reports": last.size,
        "merge_ms": last.merge,
        "times_larger": last.size / first.size,
        "times_slower": last.merge / first.merge,
    }
    print(line("growth", keys))
    return 0


if __name__ == "__main__":
    sys.exit(main())
