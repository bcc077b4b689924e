"""Puts the names of the trained pipeline right: marks cut off, parts of one name joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from whosays.parse import Name, NameKind, NameLabel, Token

LABELS: frozenset[str] = frozenset(get_args(NameLabel))
KINDS: frozenset[str] = frozenset(get_args(NameKind))
# Labels whose neighbouring spans are one name when nothing stands between them.
JOINED = frozenset({"person", "facility"})
# An address names a mailbox or a page; whose, its letters only hint at.
_ADDRESS = re.compile(r"@\w|\w@|://|^www\.", re.IGNORECASE)
_FORCES = frozenset({"Force", "Forces", "Navy", "Army", "Military"})
_EDGES = frozenset("\"'“”‘’«»()[]{},;:.!?…–—-|/`*•")


def corrected(names: Sequence[Name], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The names without marks at their edges, without empty ones, neighbours of one label joined."""
    kept: list[Name] = []
    for name in names:
        trimmed = _trimmed(name, tokens)
        if trimmed is None:
            continue
        last = kept[-1] if kept else None
        if last is not None and last.label == trimmed.label and last.label in JOINED and last.end == trimmed.start:
            kept[-1] = Name(start=last.start, end=trimmed.end, label=last.label, kind=last.kind)
        else:
            kept.append(trimmed)
    return tuple(kept)


def _trimmed(name: Name, tokens: Sequence[Token]) -> Name | None:
    start, end = name.start, name.end
    while start < end and _is_edge(tokens[start].text):
        start += 1
    while start < end and (_is_edge(tokens[end - 1].text) or tokens[end - 1].tag == "POS"):
        end -= 1
    if not any(c.isalnum() for token in tokens[start:end] for c in token.text):
        return None
    if _is_force_that_bombs(name, tokens):
        end -= 1
        return Name(start=start, end=end, label="organisation", kind=None)
    if any(_ADDRESS.search(token.text) for token in tokens[start:end]):
        return None
    return Name(start=start, end=end, label=name.label, kind=name.kind)


def _is_force_that_bombs(name: Name, tokens: Sequence[Token]) -> bool:
    """ "The | Air Force bombs | nine camps": no kind of bombs."""
    force, last = tokens[name.end - 2], tokens[name.end - 1]
    return name.label == "weapon" and name.end - name.start > 1 and last.text == "bombs" and force.text in _FORCES


def _is_edge(word: str) -> bool:
    return all(c in _EDGES for c in word)
