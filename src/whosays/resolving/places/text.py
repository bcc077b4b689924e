"""One name of a place in a report, with the words around it that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.parse import Parse, Token
from whosays.resolving.places.words import place_words

WIDE = ("country", "admin1", "region")


class PlaceMention(msgspec.Struct, frozen=True):
    """A name of a place: tokens ``start`` to ``end``, half-open, with words that belong to it ("Kunduz province").

    ``name`` is what to look up: the words without article, "northern" and "province". ``noun`` is the kind of place
    that the text calls it (city, admin1, district, country), ``near`` whether the text stands beside it only, ``away``
    how far from it, as kilometres, degrees clockwise from north, and the words. ``stands`` marks a name that does not
    tell where something is but stands for somebody, or inside another name ("the Herat police").
    """

    start: int
    end: int
    name: str
    kind: Literal["place", "facility"] = "place"
    noun: str | None = None
    near: bool = False
    away: tuple[float, float, str] | None = None
    stands: bool = False


def head_of(parse: Parse, mention: PlaceMention) -> Token:
    """The word of a mention on which the others hang."""
    return parse.tokens[parse.root_of(mention.start, mention.end)]


def spelt_out(name: str) -> str:
    """A state's or province's full name for the press's short one ("Pa.", "N.S.W."), any other name as it is."""
    return place_words().abbreviations.get(name.replace(".", "").replace(" ", ""), name)


def before(parse: Parse, i: int) -> tuple[int, str]:
    """The nearest word before token ``i`` that is no article, no "northern" and no adjective, and where it stands."""
    first = parse.sentences[parse.sentence(i)][0]
    at = i - 1
    while at >= first:
        word = parse.tokens[at]
        if word.lower not in ("the", "a", "an") and word.lower not in place_words().parts and word.tag != "JJ":
            return at, word.lower
        at -= 1
    return -1, ""


def _known_name(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """The words to look up: all of them when the map has them, else without "northern" before and "province" behind."""
    words = place_words()
    first, last = start, end
    while last - first > 1 and parse.tokens[first].lower == "the":
        first += 1
    if last - first == 1:
        return first, last
    small = parse.tokens[first].text.islower() and parse.tokens[first].lower in words.parts
    if small and gazetteer.places_named(parse.text(first + 1, last)):
        return first + 1, last  # "north Arlington" is a part of it, "North Arlington" may be another town
    if gazetteer.places_named(parse.text(first, last)):
        return first, last
    if words.noun_kind(parse.tokens[last - 1].lower):
        last -= 1
    if last - first > 1 and parse.tokens[first].lower in words.parts:
        rest = gazetteer.places_named(parse.text(first + 1, last))
        # "Eastern Creek" is a name of its own; "Eastern Chad" is a part of a country, "Historic Herat" of a town
        part = parse.tokens[first].lower in words.town_parts or (rest[:1] and rest[0].kind in WIDE)
        if rest and (parse.tokens[first].text.islower() or part):
            first += 1
    return first, last


def _called(parse: Parse, first: int, last: int, end: int) -> tuple[str | None, int]:
    """The kind of place that the text calls a name ("Kunduz province", "the city of Kharkiv"), and where that ends."""
    words = place_words()
    if last < end:
        return words.noun_kind(parse.tokens[last].lower), end
    if end < len(parse.tokens) and parse.sentence(end) == parse.sentence(first):
        noun = words.noun_kind(parse.tokens[end].lower)
        if noun is not None:
            return noun, end + 1
    if first >= 2 and parse.tokens[first - 1].lower == "of":
        return words.noun_kind(parse.tokens[first - 2].lower), end
    return (words.noun_kind(parse.tokens[first - 1].lower) if first else None), end


def read_away(parse: Parse, start: int) -> tuple[float, float, str] | None:
    """How far from the name at ``start`` the text stands: kilometres, degrees, and the words ("40 km north of").

    Between the number and the name stand the unit, perhaps the same in another unit in brackets, and where to.
    """
    words = place_words()
    at, of = before(parse, start)
    if of not in ("of", "from") or at < 2 or parse.tokens[at - 1].lower not in words.bearings:
        return None
    unit, bearing = at - 2, parse.tokens[at - 1].lower
    if unit > 1 and parse.tokens[unit].text == "-" and parse.tokens[unit - 1].lower in words.bearings:  # "north-east"
        unit, bearing = unit - 2, f"{parse.tokens[unit - 1].lower}-{bearing}"
    if bearing not in words.bearings:
        return None
    if parse.tokens[unit].text == ")":
        unit -= next((n for n in range(1, 6) if parse.tokens[unit - n].text == "("), 0) + 1
    if unit < 1 or parse.tokens[unit].lower not in words.units:
        return None
    number = _number(parse.tokens[unit - 1])
    if number is None:
        return None
    away = number * words.units[parse.tokens[unit].lower]
    return away, words.bearings[bearing], f"{away:.0f} km {bearing} of"


def _number(token: Token) -> float | None:
    plain = token.lower.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        return float(plain)
    named = place_words().numbers.get(plain)
    return None if named is None else float(named)


def _is_near(parse: Parse, start: int) -> bool:
    words = place_words()
    at, word = before(parse, start)
    if word in {"of", "from"}:
        return at > 0 and parse.tokens[at - 1].lower in words.near_nouns
    return word in words.near or (word == "to" and at > 0 and parse.tokens[at - 1].lower == "close")


def mention_at(
    parse: Parse, start: int, end: int, kind: Literal["place", "facility"], gazetteer: Gazetteer
) -> PlaceMention:
    """The name at tokens ``start`` to ``end``, half-open, with what the words around it tell."""
    first, last = _known_name(parse, start, end, gazetteer)
    noun, end = _called(parse, first, last, end)
    at, _ = before(parse, start)
    named_of = at >= 1 and parse.tokens[at].lower == "of" and place_words().noun_kind(parse.tokens[at - 1].lower)
    near = _is_near(parse, start) or (bool(named_of) and _is_near(parse, at - 1))
    name = spelt_out(parse.text(first, last))
    away = read_away(parse, start)
    return PlaceMention(start=start, end=end, name=name, kind=kind, noun=noun, near=near, away=away)


def pieces(parse: Parse, start: int, end: int, taken: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """A name cut at its commas and without the words ``taken``: "Paris, Texas" is two."""
    begin = start
    for i in range(start, end):
        if parse.tokens[i].text == "," or i in taken:
            if i > begin:
                yield begin, i
            begin = i + 1
    if end > begin:
        yield begin, end
