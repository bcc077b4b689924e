"""Counts how many of the links to actors in a year of current events the gazetteer knows, and lists what it lacks.

Usage:
    python -m tools.count_actor_links --data FOLDER [--most N] [--kind KIND]

FOLDER holds Markdown files whose links lead to an encyclopedia's pages; nothing of them is kept. Which links are
links to actors is told by the hand-kept rules of ``links/kinds.yaml``. A link counts as covered when the gazetteer
knows its page's title (a state in the title's bracket taken for the owner) or the very words of the link.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tools.links.covering import covered
from tools.links.finding import KINDS, Link, Rules, links_in, read_rules
from whosays import gazetteer
from whosays.gazetteer import Gazetteer

RULES = Path(__file__).resolve().parent / "links" / "kinds.yaml"


def count(folder: Path, rules: Rules, known: Gazetteer) -> tuple[Counter[Link], frozenset[Link]]:
    """Every link to an actor with how often it stands there, and those of them that are covered."""
    found = Counter(link for path in sorted(folder.glob("*.md")) for link in links_in(path, rules))
    return found, frozenset(link for link in found if covered(link, known))


def table(found: Counter[Link], held: frozenset[Link]) -> str:
    """Coverage by kind: of all occurrences, of distinct pages, and of pages linked three times or more."""
    heads = ("links", "covered", "%", "pages", "covered", "%", "pages>=3", "%")
    lines = [f"{'kind':<13}" + "".join(f"{head:>9}" for head in heads)]
    for kind in (*KINDS, "all"):
        times: Counter[str] = Counter()
        good: Counter[str] = Counter()
        for link, number in found.items():
            if kind in (link.kind, "all"):
                times[link.title] += number
                good[link.title] += number if link in held else 0
        pages = [title for title in times if good[title] == times[title]]
        often = [title for title in times if times[title] >= 3]
        numbers = [
            (sum(times.values()), sum(good.values())),
            (len(times), len(pages)),
            (len(often), len([t for t in often if good[t] == times[t]])),
        ]
        cells = [(whole, part, 100 * part / whole if whole else 0.0) for whole, part in numbers]
        (a, b, c), (d, e, f), (g, _, h) = cells
        lines.append(f"{kind:<13}{a:>9}{b:>9}{c:>9.1f}{d:>9}{e:>9}{f:>9.1f}{g:>9}{h:>9.1f}")
    return "\n".join(lines)


def missing(found: Counter[Link], held: frozenset[Link], kind: str | None, most: int) -> list[str]:
    """The most frequent links that nothing covers, in words."""
    lacking: Counter[tuple[str, str]] = Counter()
    for link, number in found.items():
        if link not in held and kind in (None, link.kind):
            lacking[link.kind, link.title] += number
    ranked = sorted(lacking.items(), key=lambda item: (-item[1], item[0]))
    return [f"{number:>5}  {kind:<12} {title}" for (kind, title), number in ranked[:most]]


def main(arguments: Sequence[str]) -> int:
    """The command line: prints the table and what is missing; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m tools.count_actor_links", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of Markdown files")
    parser.add_argument("--most", type=int, default=40, help="how many missing links to list")
    parser.add_argument("--kind", choices=KINDS, default=None, help="list only missing links of this kind")
    given = parser.parse_args(arguments)
    found, held = count(given.data, read_rules(RULES), gazetteer.load())
    print(table(found, held))
    print("\n".join(missing(found, held, given.kind, given.most)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
