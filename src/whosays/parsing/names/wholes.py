"""Names made whole and of the right kind, where the words leave no doubt.

The trained pipeline cuts some names in two and takes titles in. "Federal Government of Iraq" is one body whatever was
marked of it, an army behind a nationality is that nation's, a rank names nobody, and one is a native of a place.
English names of bodies, ranks and titles are the source of the word lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from whosays.parse import Name, Token
from whosays.parsing.mending.betweentwo import parted
from whosays.parsing.mending.listing import SHIPS
from whosays.parsing.names.wholes_words import (
    AIMS,
    AL_QAEDA,
    ARTICLES,
    BODIES,
    BRANCHES,
    CROWNED,
    DATING,
    DAYS,
    FORCES,
    JOINTS,
    MONTHS,
    NAMED_ON,
    NATIVE,
    NEAR,
    NO_NATIVE,
    OF_PLACES,
    ONWARD,
    ORDINAL,
    PEOPLE,
    PEOPLES,
    QUALITIES,
    RANKS,
    REALMS,
    ROMAN,
    UNITED_STATES,
)


@dataclass(frozen=True)
class _Spot:
    """A name, the one behind it, and the words they stand in."""

    name: Name
    following: Name | None
    tokens: Sequence[Token]

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """Lower-cased words, fewer where the text ends."""
        return tuple(token.text.lower() for token in self.tokens[max(start, 0) : end])


def made_whole(names: Sequence[Name], tokens: Sequence[Token]) -> tuple[Name, ...]:
    """The names with their parts joined and ranks cut off, in order."""
    marked = (*parted(names, tokens), *_unmarked(names, tokens))
    found = [kept for name in marked if (kept := _trimmed(name, tokens)) is not None]
    found.sort(key=lambda name: name.start)
    for rule in _RULES:
        found = _once(found, tokens, rule)
    return tuple(found)


_Rule = Callable[[_Spot], Name | None]


def _once(names: list[Name], tokens: Sequence[Token], rule: _Rule) -> list[Name]:
    """Ask a rule of every name and the one behind it; what it gives takes the place of all names that it covers."""
    made: list[Name] = []
    for position, name in enumerate(names):
        if made and name.start < made[-1].end:
            continue
        following = names[position + 1] if position + 1 < len(names) else None
        whole = rule(_Spot(name, following, tokens)) or name
        while made and made[-1].end > whole.start:
            made.pop()
        made.append(whole)
    return made


def _unmarked(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """Bodies of which nothing was marked: "the Movement for Unity"."""
    marked = {i for name in names for i in range(name.start, name.end)}
    for head in tokens:
        if head.lower not in NAMED_ON or head.i in marked or not _is_set_as_name(head):
            continue
        if head.i > 0 and tokens[head.i - 1].text in {"the", "The"} and _behind(tokens, head.i + 1) is not None:
            yield Name(head.i, head.i + 1, "organisation")


def _trimmed(name: Name, tokens: Sequence[Token]) -> Name | None:
    """A body without the owner before it and the rank behind it; nothing where there is only a rank or a number."""
    if name.label in {"person", "organisation", "place"} and not any(
        c.isalpha() for t in tokens[name.start : name.end] for c in t.text
    ):
        return None
    name = _after_month(name, tokens)
    if name.label != "organisation":
        return name
    if name.end - name.start > 2 and tokens[name.start].text.islower() and tokens[name.start + 1].tag == "POS":
        name = Name(name.start + 2, name.end, name.label, name.kind)
    end = name.end
    while end > name.start and tokens[end - 1].text.lower() in RANKS:
        end -= 1
    if end == name.start:
        return None
    if tokens[end - 1].text == "-":  # a secretary-general
        return name
    person_behind = end < name.end < len(tokens) and tokens[name.end].text[:1].isupper()
    return Name(name.start, end, name.label, name.kind) if person_behind else name


def _after_month(name: Name, tokens: Sequence[Token]) -> Name:
    """ "In September | Ana Ruiz | said": the month is none of the name, as in "the film by | April Ryan |" it is."""
    dated = name.start > 0 and tokens[name.start - 1].text.lower() in DATING
    if name.end - name.start < 2 or not dated or tokens[name.start].text.lower() not in MONTHS:
        return name
    if name.label == "time" and all(t.text.isalpha() and t.tag == "NNP" for t in tokens[name.start : name.end]):
        return Name(name.start, name.start + 1, name.label, name.kind)
    return Name(name.start + 1, name.end, name.label, name.kind) if name.label in {"person", "organisation"} else name


def _native(spot: _Spot) -> Name | None:
    """People of a nation, taken for a body or a person: "| Sri Lankan | jets", "| Mozambican | soldiers"."""
    name, tokens = spot.name, spot.tokens
    word = tokens[name.start].text
    if name.label in {"person", "place", "organisation"} and spot.words(name.start, name.end) in PEOPLES:
        return Name(name.start, name.end, "nationality")
    if name.label != "organisation" or name.end - name.start > 1 or name.kind is not None:
        return None
    if not NATIVE.fullmatch(word) or word.lower() in NO_NATIVE:
        return None
    return Name(name.start, name.end, "nationality")


def _qualified(spot: _Spot) -> Name | None:
    """What leads on to a body's name, and that: a number, an adjective, an "and"."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    if following is None or following.start != name.end or following.label != "organisation":
        return None
    last = tokens[name.end - 1].text
    alone = name.end - name.start == 1 and last.lower() in QUALITIES
    open_ended = last in JOINTS and name.end - name.start > 1
    if name.label != "organisation" or not (alone or open_ended or ORDINAL.fullmatch(last)):
        return None
    return Name(name.start, following.end, name.label, name.kind or following.kind)


def _cut_off(spot: _Spot) -> Name | None:
    """A name that ends in a word that only leads on: "Army of"."""
    name, tokens = spot.name, spot.tokens
    if name.end - name.start < 2 or name.label == "time" or tokens[name.end - 1].text not in JOINTS:
        return None
    goes_on = _behind(tokens, name.end - 1) if name.label in {"place", "organisation"} else None
    if goes_on is not None:  # "Port of | Spain"
        return Name(name.start, goes_on, name.label, name.kind)
    return Name(name.start, name.end - 1, name.label, name.kind)


def _with_article(spot: _Spot) -> Name | None:
    """An Arabic article with the word that hangs on it."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    end = name.end
    if end + 1 >= len(tokens) or tokens[end - 1].text.lower() not in ARTICLES or tokens[end].text not in {"-", "‑"}:
        return None
    joined = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    if not joined or not tokens[end + 1].text[:1].isupper():
        return None
    reach = end + 2
    if following is not None and following.start <= end + 1:
        reach = max(reach, following.end)
    return Name(name.start, reach, name.label, name.kind)


def _of_a_nation(spot: _Spot) -> Name | None:
    """A nation's force or chamber, named with capitals behind the nationality."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    if name.label != "nationality":
        return None
    for body in FORCES:
        end = name.end + len(body)
        if spot.words(name.end, end) != body or not all(t.text[:1].isupper() for t in tokens[name.end : end]):
            continue
        if all(t.text.isupper() for t in tokens[name.start : end]) or (following and name.end < following.start < end):
            continue
        if end < len(tokens) and tokens[end].tag.startswith("NNP"):
            continue
        if following is not None and following.start == name.end and following.end != end:
            continue
        return Name(name.start, end, "organisation")
    return None


def _branch(spot: _Spot) -> Name | None:
    """Al-Qaeda's branches, which are named by where they are."""
    name = spot.name
    text = " ".join(spot.words(name.start, name.end)).replace(" - ", "-")
    end = name.end
    if name.label != "organisation" or not AL_QAEDA.fullmatch(text) or spot.words(end, end + 1) != ("in",):
        return None
    for place in BRANCHES:
        if spot.words(end + 1, end + 1 + len(place)) == place:
            return Name(name.start, end + 1 + len(place), name.label, "armed-group")
    return None


def _of_a_place(spot: _Spot) -> Name | None:
    """A government, kingdom, university ... with its place: asked of the place, since the body may bear no mark."""
    name, tokens = spot.name, spot.tokens
    if name.label != "place" or name.start < 2:
        return None
    of = name.start - 1
    if tokens[of].text.lower() == "the" and of > 1:
        of -= 1
    head = tokens[of - 1]
    if tokens[of].text != "of" or head.text.lower() not in BODIES or not head.text[:1].isupper():
        return None
    start = of - 1
    while start > 0 and tokens[start - 1].tag in {"NNP", "NNPS", "JJ"} and tokens[start - 1].text[:1].isupper():
        start -= 1
    if all(t.text.isupper() for t in tokens[start:of]):
        return None
    if head.text.lower() in REALMS:
        return Name(start, name.end, "place", "state")
    return Name(start, name.end, "organisation")


def _purposeful(spot: _Spot) -> Name | None:
    """A body with what it is for: capitals behind "for the" and "of", which go on over "and" between plain words."""
    name, tokens = spot.name, spot.tokens
    head = tokens[name.end - 1]
    if name.label != "organisation" or head.lower not in NAMED_ON or not _is_set_as_name(head):
        return None
    end = name.end
    while (behind := _behind(tokens, end)) is not None:
        end = behind
    return Name(name.start, end, name.label, name.kind) if end > name.end else None


def _behind(tokens: Sequence[Token], end: int) -> int | None:
    """Where a name that ends here goes on to, over "of", "for the" and the capitals behind them."""
    start = end
    if start >= len(tokens) or tokens[start].lower not in ONWARD or not tokens[start].text.islower():
        return None
    start += 1
    if start < len(tokens) and tokens[start].text == "the":
        start += 1
    if start < len(tokens) and tokens[start].lower in DAYS | MONTHS:  # "a meeting of the Council | for Monday"
        return None
    stop = start
    while stop < len(tokens) and _is_set_as_name(tokens[stop]):
        stop += 1
    joined = stop > start and stop + 1 < len(tokens) and tokens[stop].text == "and" and _is_plain(tokens[stop - 1])
    if joined and _is_plain(tokens[stop + 1]) and not (stop + 2 < len(tokens) and _is_set_as_name(tokens[stop + 2])):
        stop += 2
    return stop if stop > start else None


def _is_set_as_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _is_plain(token: Token) -> bool:
    """Whether a word of a name is an everyday noun that is only set as one: "Unity", "Justice"."""
    return _is_set_as_name(token) and (token.tag in {"NN", "NNS"} or token.lower in AIMS)


def _in_a_place(spot: _Spot) -> Name | None:
    """A place taken for something else: "of Cibola, Texas", "a native of Al-Qusayr"."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    if name.label not in {"person", "organisation"} or name.start < 1 or name.end - name.start > 3:
        return None
    before = tokens[name.start - 1].text.lower()
    if before == "of" and not OF_PLACES.isdisjoint(spot.words(name.start - 2, name.start - 1)):
        return Name(name.start, name.end, "place", "city")
    if before not in NEAR or following is None or following.start != name.end + 1 or tokens[name.end].text != ",":
        return None
    if following.label != "place" or "-".join(spot.words(following.start, following.end)) not in UNITED_STATES:
        return None
    return Name(name.start, name.end, "place", "city")


def _a_person(spot: _Spot) -> Name | None:
    """ "Abena Kofi, | a Chadian national |": nobody says so of a place."""
    name, tokens = spot.name, spot.tokens
    if name.label != "place" or name.kind is not None or name.end - name.start < 2:
        return None
    words = spot.words(name.end, name.end + 5)
    if words[:1] == (",",) and words[1:2] and words[1] in {"a", "an", "the"} and not PEOPLE.isdisjoint(words[2:]):
        behind = next(i for i, word in enumerate(words) if word in PEOPLE)
        if tokens[name.end + behind].tag in {"NN", "JJ"}:
            return Name(name.start, name.end, "person")
    return None


def _crowned(spot: _Spot) -> Name | None:
    """Who is called king, pope or Mr. is a person, whose number belongs to the name."""
    name, tokens = spot.name, spot.tokens
    titled = name.start > 0 and tokens[name.start - 1].text.lower() in CROWNED
    behind = tokens[name.end] if name.end < len(tokens) else None
    numbered = behind is not None and ROMAN.fullmatch(behind.text) is not None
    sure = titled or (name.label == "person" and behind is not None and len(behind.text) > 1)
    if not (numbered and sure):
        named = behind is not None and behind.tag.startswith("NNP")
        misread = titled and name.label in {"place", "organisation"} and name.end - name.start <= 2 and not named
        return Name(name.start, name.end, "person") if misread else None
    return Name(name.start, name.end + 1, "person")


def _ship(spot: _Spot) -> Name | None:
    """ "USS | Ana Ruiz |": a ship that is named after somebody is not that person."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    alone = name.end - name.start == 1 and tokens[name.start].text in SHIPS
    if alone and following is not None and following.start == name.end and following.label != "time":
        return Name(name.start, following.end, "facility")
    if name.start > 0 and tokens[name.start - 1].text in SHIPS and name.label != "time":
        return Name(name.start - 1, name.end, "facility")
    return Name(name.start, name.end, "facility") if tokens[name.start].text in SHIPS and not alone else None


_RULES: tuple[_Rule, ...] = (
    _ship,
    _native,
    _with_article,
    _of_a_nation,
    _qualified,
    _cut_off,
    _branch,
    _purposeful,
    _of_a_place,
    _in_a_place,
    _a_person,
    _crowned,
)
