"""The foreign nation of a target: by the adjective or the people that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterable

import whosays
from evaluation.templates.lists import lists

_NO_STATE = re.compile(
    r"\b(?:(?:central|latin|south|north|inter)[ -]american|american popular|poles?)\b", re.IGNORECASE
)


def foreign_nation(phrases: Iterable[str], known: str | None, country: str | None) -> str | None:
    """The set list's name of the nation that a phrase names, else of the one ``known``; never the country's own."""
    nation = next((n for words in phrases if (n := _named(words)) is not None), known)
    return lists().countries.get(nation or "") if nation != country else None


def _named(words: str) -> str | None:
    """ "the U.S. embassy", "a Costa Rican diplomat"; a former envoy to somewhere is from elsewhere."""
    spaced = _NO_STATE.sub(" ", words).replace("-", " ")
    told = [w.capitalize() if len(w) > 2 and "." not in w else w for w in spaced.split()]
    if "Former" in told or words.lower().startswith("ex-"):
        return None
    gazetteer = whosays.tools().gazetteer
    for length in (2, 1):
        for at in range(len(told) - length + 1):
            phrase = " ".join(told[at : at + length])
            found = gazetteer.state_of_adjective(phrase) or gazetteer.state_of_people(phrase)
            if found:
                return found
    return None
