"""Acronyms that a report defines itself: "Collective Security Treaty Organization (CSTO)"."""

from __future__ import annotations

import re

from whosays.gazetteer import Gazetteer, normalise
from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.actors.asked import Named
from whosays.resolving.actors.own import bare, own_actor

_LITTLE = r"of|the|for|and|on|in|de|la|del|du|des|y"
_WORD = rf"(?:[A-Z][\w’'.-]{{0,40}}|{_LITTLE})"  # bounded, as are all rows of letters that strangers may send
_DEFINED = re.compile(
    rf"(?<![\w’'.-])(?P<long>{_WORD}(?:[ -]{_WORD}){{1,9}})"
    r" ?\((?:or |known as |hereafter )?[“\"']?(?P<short>[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*)[”\"']?\)"
)
_SMALL = frozenset(_LITTLE.split("|"))


class Acronyms:
    """The short forms that a text defines, each with what its long form means."""

    def __init__(self, parse: Parse, gazetteer: Gazetteer) -> None:
        self._meanings: dict[str, Named] = {}
        for found in _DEFINED.finditer(parse.report.text):
            long = _trimmed(found["long"], found["short"])
            if long is None:
                continue
            named = self._named(long, found["short"], gazetteer)
            self._meanings[normalise(found["short"])] = named
            self._meanings.setdefault(normalise(long), named)

    def meaning(self, name: str) -> Named | None:
        """What a name means by the text's own definition."""
        return self._meanings.get(normalise(bare(name)))

    @staticmethod
    def _named(long: str, short: str, gazetteer: Gazetteer) -> Named:
        detail = f"the text defines “{short}” as “{long}”"
        for name in (long, short):
            strong = [c for c in gazetteer.actors_named(name) if c.strength == "strong"]
            if len(strong) == 1:
                actor = gazetteer.actor(strong[0].actor_id)
                if actor is not None:
                    return Named(actor, Reason(rule="acronym", detail=detail, weight=1.0))
        return Named(
            own_actor(long, "organisation", None), Reason(rule="acronym", detail=detail, weight=0.8), score=0.8
        )


def initials(name: str) -> str:
    """The first letters of a name's words, the small ones left out: "the Associated Press" is AP."""
    words = [w for w in bare(name).split() if w.lower() not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 and all(w[0].isupper() for w in words) else ""


def _trimmed(long: str, short: str) -> str | None:
    """The words of the long form that the letters stand for; None where they do not fit."""
    words = long.split()
    letters = [c for c in short if c.isupper()]
    for start in range(len(words)):
        rest = words[start:]
        if rest[0].lower() in _SMALL and rest[0][0].islower():
            continue
        initials = [p[0].upper() for w in rest if w.lower() not in _SMALL for p in w.split("-") if p]
        every = [p[0].upper() for w in rest for p in w.split("-") if p]
        if letters in (initials, every) or "".join(initials).startswith("".join(letters)):
            return " ".join(rest)
    proper = [w for w in words if w.lower() not in _SMALL]
    if len(proper) >= 2 and proper[0][0].upper() == letters[0]:  # "Russian news agency (TASS)" style: first letter only
        return " ".join(words)
    return None
