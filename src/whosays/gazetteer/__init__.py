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
from whosays.gazetteer.petrarch import Petrarch, load_petrarch
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
    "PatternMatch",
    "Petrarch",
    "PlaceEntry",
    "PlaceKind",
    "Publisher",
    "StateFacts",
    "Strength",
    "UserActor",
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


@lru_cache(maxsize=4)
def load(path: Path | None = None) -> Gazetteer:
    """The gazetteer in the folder ``path``, by default the one in the package; read once and kept.

    Raises:
        KnowledgeError: the folder does not hold a built gazetteer.
    """
    folder = _DATA if path is None else path
    return Gazetteer(read_knowledge(folder / "actors.json"), folder / "gazetteer.sqlite")
