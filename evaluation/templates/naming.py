"""Whom and which countries the sentences of a report name, looked up in capitals: wire copy has no others to go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

import whosays

_LONGEST = 2  # words in the adjective of a country
_GROUPS = "group:"


class Group(msgspec.Struct, frozen=True):
    """An armed group as a sentence names it: whom it means, and the words, ``start`` to ``end`` of those looked at."""

    actor: str
    words: str
    start: int
    end: int


def groups_in(words: Sequence[str]) -> list[Group]:
    """The armed groups that words name, each where only one goes by that name."""
    hits = whosays.tools().gazetteer.scan([word.upper() for word in words])
    return [
        Group(hit.candidates[0].actor_id, " ".join(words[hit.start : hit.end]), hit.start, hit.end)
        for hit in hits
        if len(hit.candidates) == 1 and hit.candidates[0].actor_id.startswith(_GROUPS)
    ]


def nations_in(words: Sequence[str]) -> Iterator[str]:
    """The countries whose adjective or people words name: "Salvadoran", "Peruvians"."""
    gazetteer = whosays.tools().gazetteer
    told = [word.capitalize() for word in words if word.lower() != "the"]
    for at in range(len(told)):
        for length in range(_LONGEST, 0, -1):
            phrase = " ".join(told[at : at + length])
            found = gazetteer.state_of_adjective(phrase) or gazetteer.state_of_people(phrase)
            if found:
                yield found
                break
