"""A user's own lists as files: read whatever they are, kept in a folder, taken out of it again.

A list is a CSV of actors, a dictionary of actors or agents in PETRARCH's format (``.txt``), or a folder of those.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from whosays.errors import KnowledgeError, NotFoundError
from whosays.gazetteer.entries import Agent, UserActor
from whosays.gazetteer.names import normalise
from whosays.gazetteer.petrarch import load_petrarch_file
from whosays.gazetteer.userlists import load_user_csv
from whosays.records import Value

_ENDINGS = (".csv", ".txt")


class OwnLists(Value, frozen=True, kw_only=True):
    """What a user's own lists hold, in the order in which they were read: the later one wins."""

    actors: tuple[UserActor, ...] = ()
    agents: tuple[Agent, ...] = ()


class KeptList(Value, frozen=True, kw_only=True):
    """One file of a user's own: its name, what it holds, and where it lies."""

    name: str
    actors: int
    agents: int
    names: int
    path: str


def read_lists(paths: Iterable[Path]) -> OwnLists:
    """All actors and agents of these files and folders.

    Raises:
        NotFoundError: there is no such file, or nothing in a folder that could be a list.
        KnowledgeError: a file is no list, or a line of it is wrong; the message names file and line.
    """
    found = [_read(path) for given in paths for path in files_of(given)]
    return OwnLists(
        actors=tuple(actor for lists in found for actor in lists.actors),
        agents=tuple(agent for lists in found for agent in lists.agents),
    )


def files_of(path: Path) -> tuple[Path, ...]:
    """The files that a path stands for: itself, or the lists of a folder in the order of their names."""
    if path.is_dir():
        found = tuple(sorted(p for p in path.iterdir() if p.suffix.lower() in _ENDINGS and p.is_file()))
        if not found:
            raise NotFoundError(f"{path}: no list in this folder; lists end in {' or '.join(_ENDINGS)}")
        return found
    if not path.is_file():
        raise NotFoundError(f"{path}: there is no such file")
    return (path,)


def _read(path: Path) -> OwnLists:
    if path.suffix.lower() == ".csv":
        return OwnLists(actors=load_user_csv(path))
    if path.suffix.lower() == ".txt":
        lists = load_petrarch_file(path)
        return OwnLists(actors=lists.actors, agents=lists.agents)
    raise KnowledgeError(f"{path.name}: lists are CSV (.csv) or in PETRARCH's format (.txt)")


# -- the folder in which they are kept ------------------------------------------------------------


def kept(folder: Path) -> tuple[KeptList, ...]:
    """The lists in a folder, by name; none when it is not there."""
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() in _ENDINGS) if folder.is_dir() else []
    return tuple(describe_list(path) for path in paths)


def describe_list(path: Path) -> KeptList:
    """What one list holds.

    Raises:
        KnowledgeError: it cannot be read; the message names file and line.
    """
    lists = _read(path)
    names = {normalise(name) for actor in lists.actors for name in (actor.name, *actor.aliases)}
    return KeptList(
        name=path.name, actors=len(lists.actors), agents=len(lists.agents), names=len(names), path=str(path)
    )


def keep(path: Path, folder: Path) -> KeptList:
    """Copies one list into the folder after reading it; one of the same name is replaced.

    Raises:
        KnowledgeError: it cannot be read; then nothing is copied.
    """
    _read(path)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name
    if target.resolve() != path.resolve():
        shutil.copyfile(path, target)
    return describe_list(target)


def remove(name: str, folder: Path) -> Path:
    """Deletes a kept list; returns where it was.

    Raises:
        NotFoundError: there is none of this name; the message lists those there are.
    """
    names = [p.name for p in sorted(folder.iterdir()) if p.suffix.lower() in _ENDINGS] if folder.is_dir() else []
    if name not in names:
        raise NotFoundError(f"no list {name!r} is kept; kept are: {', '.join(names) or 'none'}")
    (folder / name).unlink()
    return folder / name
