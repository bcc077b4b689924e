"""Answers whom or where a name may mean, and when. Users' own lists come in as an argument.

>>> gazetteer = load()
>>> gazetteer.state_of_adjective("Afghan")
'AFG'
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from whosays.gazetteer.asking import Gazetteer
from whosays.gazetteer.checking import check_list
from whosays.gazetteer.describing import Described, describe
from whosays.gazetteer.entries import (
    Agent,
    Candidate,
    Hit,
    Holding,
    Paper,
    PatternMatch,
    PlaceEntry,
    PlaceKind,
    Publisher,
    Strength,
    UserActor,
)
from whosays.gazetteer.knowledge import ActorEntry, StateFacts, read_knowledge
from whosays.gazetteer.names import normalise, slug
from whosays.gazetteer.ownlists import KeptList, OwnLists, describe_list, files_of, keep, kept, read_lists, remove
from whosays.gazetteer.ownplaces import OwnPlaces, Taken, add_dump
from whosays.gazetteer.petrarch import Petrarch, load_petrarch
from whosays.gazetteer.places import PlaceIndex
from whosays.gazetteer.userlists import load_user_csv

__all__ = [
    "ActorEntry",
    "Agent",
    "Candidate",
    "Described",
    "Gazetteer",
    "Hit",
    "Holding",
    "KeptList",
    "OwnLists",
    "Paper",
    "PatternMatch",
    "Petrarch",
    "PlaceEntry",
    "PlaceKind",
    "Publisher",
    "StateFacts",
    "Strength",
    "Taken",
    "UserActor",
    "add_dump",
    "check_list",
    "describe",
    "describe_list",
    "files_of",
    "keep",
    "kept",
    "load",
    "load_petrarch",
    "load_user_csv",
    "normalise",
    "read_lists",
    "remove",
    "slug",
]

_DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"


def load(path: Path | None = None, places: Path | None = None) -> Gazetteer:
    """The gazetteer in the folder ``path``, by default the one in the package; read once and kept.

    Args:
        path: the folder of a built gazetteer.
        places: a user's own map, made by :func:`add_dump`, which is asked beside the built one.

    Raises:
        KnowledgeError: the folder does not hold a built gazetteer.
    """
    return _load(_DATA if path is None else path, places)


@lru_cache(maxsize=4)
def _load(folder: Path, places: Path | None) -> Gazetteer:
    knowledge = read_knowledge(folder / "actors.json")
    states = {e.state.iso2: e.id for e in knowledge.actors if e.state is not None and e.state.iso2 is not None}
    own = None if places is None else OwnPlaces(places, states)
    return Gazetteer(knowledge, PlaceIndex(folder / "gazetteer.sqlite", own))
