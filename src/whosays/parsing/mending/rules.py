"""What a rule that sets trees right is: the labels it looks at, and what it makes of a word and those round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from whosays.parse import Parse, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
FINITE = frozenset({"VBD", "VBZ", "VBP"})

Changes = Callable[[Parse, Token], Iterator[Token]]


class Rule(NamedTuple):
    """``changes`` takes a token with one of the labels (any, if none are given) and yields tokens as they should be."""

    labels: tuple[str, ...]
    changes: Changes


def on(*labels: str) -> Callable[[Changes], Rule]:
    """Makes a rule of a function: ``@on("obj", "iobj")`` is asked about objects only."""

    def made(changes: Changes) -> Rule:
        return Rule(labels, changes)

    return made


def moved(token: Token, dep: str, head: int, tag: str | None = None) -> Token:
    """The token under another governor, and with another tag where one is given."""
    return msgspec.structs.replace(token, dep=dep, head=head, tag=tag or token.tag)
