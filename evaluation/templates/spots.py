"""Places that the words name with their kind, whether a map knows them or not: "the village of X", "Y neighborhood"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from evaluation.templates.lists import lists
from evaluation.templates.told import Told
from whosays.records import Event

_WORDS = r"[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){0,4}"
_HOLDERS = ("DEPARTMENT", "PROVINCE", "REGION", "MUNICIPALITY")
_WIDE = ("DEPARTMENT", "PROVINCE", "REGION", "CITY")  # for these the map knows better
_QUARTERS = ("NEIGHBORHOOD", "DISTRICT", "SUBURB")
_REACH = 70  # characters from a place to the one that holds it
_TOOK_PLACE = re.compile(r"\b(?:took place|occurred|happened|was perpetrated|was carried out)\b")


class Spot(msgspec.Struct, frozen=True):
    """A place as words name it, where it stands in its sentence, and the place that holds it."""

    name: str
    kind: str
    start: int
    end: int
    holder: tuple[str, str] | None = None

    @property
    def is_quarter(self) -> bool:
        """Whether it is a part of a town."""
        return self.kind in _QUARTERS


def spot_of(told: Told, events: Sequence[Event]) -> Spot | None:
    """The first part of a town, town or village that the sentences of an incident name with its kind."""
    found = (spot for n in _sentences(told, events) for spot in spots_in(told, n))
    return next((s for s in found if s.kind not in _WIDE), None)


def _sentences(told: Told, events: Sequence[Event]) -> list[int]:
    """Those of the events, and the next one where it tells where "the attack took place"."""
    own = told.sentences(events)
    after = max(own) + 1
    goes_on = after < len(told.parsed.sentences) and _TOOK_PLACE.search(told.spoken(after))
    return [*own, after] if goes_on else own


def spots_in(told: Told, sentence: int) -> list[Spot]:
    """The places of a sentence that are named with their kind, each with what holds it where that follows."""
    found = sorted(_named(told, sentence), key=lambda s: s.start)
    return [_held(spot, found) for spot in found]


def _named(told: Told, sentence: int) -> Iterator[Spot]:
    """ "Miraflores district", "the town of Ambo": the words for the kind stand before or behind the name."""
    words = told.spoken(sentence).upper()
    names = _names(told, sentence)
    for kind, listed in lists().place_words.items():
        told_as = kind.upper()
        for hit in re.finditer(rf"\b{told_as} OF (?:THE )?({_WORDS})", words):
            name = max((n for n in names if f"{hit[1]} ".startswith(f"{n} ")), key=len, default=None)
            if name:
                yield Spot(name, listed, hit.start(1), hit.start(1) + len(name))
        for hit in re.finditer(rf"\b({_WORDS}) {told_as}\b(?! OF\b)", words):
            name = max((n for n in names if f" {hit[1]}".endswith(f" {n}")), key=len, default=None)
            if name:
                yield Spot(name, listed, hit.end(1) - len(name), hit.end(1))


def _names(told: Told, sentence: int) -> list[str]:
    """The names in a sentence, without the words for the kind of place that the parser took into them."""
    start, end = told.parsed.sentences[sentence]
    kinds = {k.upper() for k in lists().place_words} | {"THE", "OF"}
    found = []
    for name in told.parsed.names:
        if start <= name.start < end and name.label in ("place", "facility", "person", "organisation"):
            words = told.parsed.text(name.start, name.end).upper().split()
            while words and words[-1] in kinds:
                words = words[:-1]
            while words and words[0] in kinds:
                words = words[1:]
            found.append(" ".join(words))
    return [n for n in found if n]


def _held(spot: Spot, found: Sequence[Spot]) -> Spot:
    for other in found:
        if 0 < other.start - spot.end <= _REACH and other.kind in _HOLDERS and other.kind != spot.kind:
            return msgspec.structs.replace(spot, holder=(other.name, other.kind))
    return spot
