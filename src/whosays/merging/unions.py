"""What belongs together when some things are tied: each with all it reaches, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def tied_together(order: Mapping[str, int], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each thing -> the first, by ``order``, of all that it is tied to, directly or through others; itself if to none.

    The order of the ties does not matter.
    """
    home = {thing: thing for thing in order}

    def root(thing: str) -> str:
        while home[thing] != thing:
            home[thing] = home[home[thing]]
            thing = home[thing]
        return thing

    for one, two in ties:
        first, later = sorted((root(one), root(two)), key=order.__getitem__)
        home[later] = first
    return {thing: root(thing) for thing in order}
