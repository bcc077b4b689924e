"""Local papers and the towns they are made in: what a paper calls "the town" or "the county" without saying where."""

from __future__ import annotations

from pathlib import Path

from tools.gazetteer.reading import rows
from whosays.gazetteer.entries import Paper
from whosays.gazetteer.names import normalise

PAPER_COLUMNS = ("name", "domain", "country", "home")


def read_papers(path: Path) -> tuple[tuple[str, Paper], ...]:
    """The papers of ``local_papers.csv``, each under its domain and under its name in normal form."""
    found: dict[str, Paper] = {}
    for row in rows(path, PAPER_COLUMNS) if path.exists() else ():
        paper = Paper(name=row.one("name"), country=row.one("country"), home=row.one("home"))
        found[row.one("domain")] = paper
        found.setdefault(normalise(paper.name), paper)
    return tuple(found.items())
