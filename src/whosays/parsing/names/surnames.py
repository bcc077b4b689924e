"""A surname alone that is taken for a place, though its bearer is named in full: "Ana Moll ... | Moll | fled"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.parse import Name, Token

_IN_PLACES = frozenset({"in", "at", "near", "to", "from", "outside", "around", "across", "into", "toward", "towards"})
_DOING = frozenset({"nsubj", "nsubj:pass", "obj", "nmod:poss", "obl:agent"})


def with_surnames(names: Sequence[Name], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The names, where a single word that only ever stands for somebody named in full is a person's."""
    borne = _surnames(names, tokens)
    names = _with_second(names, tokens, borne)
    doubtful = [n for n in names if _is_doubtful(n, tokens) and tokens[n.start].text in borne]
    if not doubtful:
        return tuple(names)
    placed = {tokens[n.start].text for n in names if n.end == n.start + 1 and _is_placed(n, tokens)}
    mended = {n: msgspec.structs.replace(n, label="person", kind=None) for n in doubtful if _stands(n, placed, tokens)}
    return tuple(mended.get(n, n) for n in names)


def _with_second(names: Sequence[Name], tokens: Sequence[Token], borne: frozenset[str]) -> Sequence[Name]:
    """ "The Moll- | Ruiz | talks": the second of a pair is somebody, too."""
    people = [n for n in names if n.label == "person" and n.end + 1 < len(tokens) and tokens[n.end].tag == "HYPH"]
    taken = {i for n in names for i in range(n.start, n.end)}
    seconds = [n.end + 1 for n in people if n.end + 1 not in taken and tokens[n.end + 1].text in borne]
    added = [Name(start=i, end=i + 1, label="person") for i in seconds if tokens[i - 2].text in borne]
    return sorted((*names, *added), key=lambda n: n.start) if added else names


def _surnames(names: Sequence[Name], tokens: Sequence[Token]) -> frozenset[str]:
    people = (n for n in names if n.label == "person" and n.end - n.start > 1)
    return frozenset(tokens[n.end - 1].text for n in people if tokens[n.end - 1].text.isalpha())


def _is_doubtful(name: Name, tokens: Sequence[Token]) -> bool:
    single = name.label == "place" and name.end == name.start + 1
    return single and tokens[name.start].text[:1].isupper() and name.kind not in {"state"}


def _is_placed(name: Name, tokens: Sequence[Token]) -> bool:
    """ "In | Moll |": a place of that name is told of; but "in | Moll's | house" is somebody's."""
    before = tokens[name.start - 1].lower if name.start else ""
    owned = name.end < len(tokens) and tokens[name.end].tag == "POS"
    return before in _IN_PLACES and not owned


def _stands(name: Name, placed: set[str], tokens: Sequence[Token]) -> bool:
    """Whether it does something, or something is done to it, and no place of that name is told of."""
    return tokens[name.start].text not in placed and tokens[name.start].dep in _DOING
