"""What a user's own list will do before it is used: mistakes are errors, what may surprise is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from whosays.gazetteer.asking import Gazetteer
from whosays.gazetteer.entries import UserActor
from whosays.gazetteer.names import is_acronym, normalise
from whosays.gazetteer.ownlists import OwnLists, read_lists

_CODE = 3  # letters of a CAMEO code


def check_list(path: Path, gazetteer: Gazetteer) -> tuple[OwnLists, tuple[str, ...]]:
    """What a list holds, and remarks on it: names it takes from built-in actors, names shared, codes that look odd.

    Raises:
        KnowledgeError: a line is wrong; the message names file and line.
    """
    lists = read_lists((path,))
    remarks = [*_hidden(lists, gazetteer), *_shared(lists)]
    for actor in lists.actors:
        remarks.extend(_odd(actor, gazetteer))
    return lists, tuple(dict.fromkeys(remarks))


def _hidden(lists: OwnLists, gazetteer: Gazetteer) -> Iterator[str]:
    for actor in lists.actors:
        for name in (actor.name, *actor.aliases):
            for candidate in gazetteer.actors_named(name):
                known = gazetteer.actor(candidate.actor_id)
                if known is not None and known.id != actor.id and candidate.strength == "strong":
                    yield f"{actor.source}: “{name}” will mean yours, no longer {known.name} ({known.id})"


def _shared(lists: OwnLists) -> Iterator[str]:
    owners: dict[str, UserActor] = {}
    for actor in lists.actors:
        for name in (actor.name, *actor.aliases):
            first = owners.setdefault(normalise(name), actor)
            if first.id != actor.id:
                yield f"{actor.source}: “{name}” also names {first.name} ({first.source}); a report may mean either"


def _odd(actor: UserActor, gazetteer: Gazetteer) -> Iterator[str]:
    for name in (actor.name, *actor.aliases):
        if " " not in name.strip() and name == name.lower():
            yield f"{actor.source}: “{name}” has no capital and will be found in ordinary words; write it as a name"
        elif is_acronym(name) and len(name) == 2:
            yield f"{actor.source}: “{name}” has two letters and will be found in many other short forms"
    for code in actor.codes:
        if len(code.code) != _CODE and "/" not in code.code:
            yield f"{actor.source}: code {code.code} is not of {_CODE} letters; write several codes with | between them"
    for owner in actor.part_of:
        if gazetteer.actor(owner) is None:
            yield f"{actor.source}: part_of {owner} is no actor of the built-in lists"
