"""What kind of organisation or place a name is, for the corpora, which do not tell: by the lists that Whosays keeps.

A label with a kind is written ``label:kind``: "organisation:armed-group", "place:state", "place:city". A name that no
list has keeps the plain label; the network learns from what stands round the others.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import yaml

from whosays.gazetteer.names import normalise

ROOT = Path(__file__).resolve().parent.parent
GROUPS = ROOT / "resources" / "groups.yaml"
PLACES = ROOT / "src" / "whosays" / "data" / "gazetteer" / "gazetteer.sqlite"
OF_PLACES = {"country": "state", "capital": "city", "city": "city"}


@dataclass(frozen=True)
class Kinds:
    """Names of armed groups, and the kind that a place's name most likely has, all normalised."""

    armed: frozenset[str]
    places: dict[str, str]

    def label(self, label: str, name: str) -> str:
        """The label with its kind, where the lists tell one."""
        key = normalise(name)
        if label == "organisation" and key in self.armed:
            return "organisation:armed-group"
        kind = self.places.get(key, "") if label == "place" else ""
        return f"{label}:{kind}" if kind else label


def load() -> Kinds:
    """Read the lists."""
    rows = yaml.load(GROUPS.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    armed = {normalise(name) for row in rows if row["kind"] == "armed-group" for name in (row["name"], *row["aliases"])}
    with sqlite3.connect(f"file:{PLACES}?mode=ro", uri=True) as table:
        found = table.execute(
            "SELECT name.form, place.kind FROM name JOIN place ON place.number = name.place ORDER BY name.weight"
        )
        likeliest = dict(iter(found))  # the heaviest reading of a form comes last
    return Kinds(frozenset(armed), {form: OF_PLACES[kind] for form, kind in likeliest.items() if kind in OF_PLACES})
