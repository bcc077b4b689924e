"""A person's name without what stands before it, and what that tells: "former US president X", "Gen. Y"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.ontology.nominals import Nominals
from whosays.parse import Parse

_LONGEST = 3  # words of a title
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "du", "la", "le", "ur", "ul", "y"})


class Titled(msgspec.Struct, frozen=True):
    """A name and its titles; ``offices`` are those that the titles tell now, empty for one who held them before."""

    name: str
    titles: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()


def are_several(parse: Parse, full: Sequence[str], head: int) -> bool:
    """ "Ana Ruiz and | Omar Badr |": two who are joined, of whom neither is called by both names."""
    if "and" not in full:
        return False
    name = next((n for n in parse.names if n.start <= head < n.end), None)
    return name is not None and name.label == "person" and name.end - name.start < len(full)


def split_titles(phrase: str, nominals: Nominals, gazetteer: Gazetteer) -> Titled:
    """The name that a phrase ends in, without the titles before it; the whole phrase where it has none."""
    words = phrase.split()
    titles: list[str] = []
    offices: set[str] = set()
    past = False
    at = begin = 0
    while at < len(words):
        word = _plain(words[at])
        size = _title_at(words, at, nominals)
        if size:
            title = _key(words[at : at + size])
            titles.append(title)
            offices |= set(nominals.titles[title])
            at += size
            begin = at
        elif _before(words[at], gazetteer):
            past = past or word in nominals.past or word.startswith("ex-")
            at += 1
        else:
            break
    rest = words[begin:]
    if not titles or not rest or not _is_name(rest):
        return Titled(name=phrase)
    return Titled(" ".join(rest), tuple(titles), frozenset() if past else frozenset(offices))


def _title_at(words: list[str], at: int, nominals: Nominals) -> int:
    """How many words at ``at`` are a title that leaves a name behind it; 0 for none."""
    for size in range(min(_LONGEST, len(words) - at - 1), 0, -1):
        if _key(words[at : at + size]) in nominals.titles:
            return size
    return 0


def _key(words: list[str]) -> str:
    """The title's entry: "Foreign Minister" as it is listed."""
    return " ".join(_plain(w) for w in words)


def _plain(word: str) -> str:
    return word.casefold().rstrip(".").removeprefix("ex-")


def _before(word: str, gazetteer: Gazetteer) -> bool:
    """What may stand before a title: small words, a state's name or adjective, a possessive."""
    if not word[:1].isupper() or word.casefold().rstrip(".") in {"the", "former", "then", "late", "acting"}:
        return word not in {"and", "or", ","}
    return gazetteer.state_of_adjective(word) is not None or _is_state(word, gazetteer)


def _is_state(word: str, gazetteer: Gazetteer) -> bool:
    named = gazetteer.actors_named(word.removesuffix("'s").removesuffix("’s"))
    return any(c.strength == "strong" and ":" not in c.actor_id for c in named)


def _is_name(words: list[str]) -> bool:
    last = words[-1].split("-")[-1]  # "al-Burhan"
    return last[:1].isupper() and all(w[:1].isupper() or w.casefold().split("-")[0] in _PARTICLES for w in words)
