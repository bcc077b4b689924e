"""Whether the gazetteer knows whom a link leads to."""

from __future__ import annotations

from collections.abc import Iterator

from tools.links.finding import Link, bracket, without_bracket
from whosays.gazetteer import Gazetteer


def covered(link: Link, gazetteer: Gazetteer) -> bool:
    """Whether the page's title or the link's own words name an actor of the lists or an office or organ of one."""
    return any(_is_known(phrase, gazetteer) for phrase in _phrases(link)) or _by_home(link.title, gazetteer)


def _phrases(link: Link) -> Iterator[str]:
    yield link.title
    owner, bare = bracket(link.title), without_bracket(link.title)
    if owner is not None:
        yield f"{bare} of {owner}"
        yield f"{owner} {bare}"
    yield bare
    yield link.words


def _is_known(phrase: str, gazetteer: Gazetteer) -> bool:
    strong = any(c.strength == "strong" for c in gazetteer.actors_named(phrase))
    return strong or gazetteer.pattern(phrase) is not None or gazetteer.metonym(phrase) is not None


def _by_home(title: str, gazetteer: Gazetteer) -> bool:
    """A name that needs context, with its home state in the bracket: "National Assembly (Ruritania)"."""
    owner = bracket(title)
    if owner is None:
        return False
    home = {gazetteer.state_of_adjective(owner), *(c.actor_id for c in gazetteer.actors_named(owner))}
    entries = [gazetteer.entry(c.actor_id) for c in gazetteer.actors_named(without_bracket(title))]
    return any(entry is not None and home & set(entry.states) for entry in entries)
