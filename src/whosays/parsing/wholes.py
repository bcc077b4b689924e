"""Names made whole and of the right kind, where the words leave no doubt.

The trained pipeline cuts some names in two and takes titles in. "Federal Government of Iraq" is one body whatever was
marked of it, an army behind a nationality is that nation's, a rank names nobody, and one is a native of a place.
English names of bodies, ranks and titles are the source of the word lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from whosays.parse import Name, Token

# Heads of a name that is whole only with the place behind "of".
_BODIES = frozenset(
    """government governments parliament ministry ministries embassy university republic kingdom emirate emirates
    sultanate bank""".split()
)
_REALMS = frozenset("republic kingdom emirate emirates sultanate".split())
# What stands, set as names are, behind a nationality and is then a body of that nation.
_FORCES = (
    ("army",),
    ("navy",),
    ("air", "force"),
    ("armed", "forces"),
    ("security", "forces"),
    ("defence", "forces"),
    ("defense", "forces"),
    ("national", "army"),
    ("national", "guard"),
    ("national", "police"),
    ("coast", "guard"),
    ("border", "guard"),
    ("parliament",),
)
_QUALITIES = frozenset("new free royal national joint special supreme central united".split())
# What is of a place.
_OF_PLACES = frozenset(
    """native natives resident residents inhabitants town towns city village villages suburb outskirts district
    governorate""".split()
)
_CROWNED = frozenset("king queen emperor empress pope tsar mr mr. mrs mrs. ms ms.".split())
_ROMAN = re.compile(r"I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}")
_NATIVE = re.compile(r"[A-Z][a-z]+(ians?|ese)")  # Syrians, Jordanian, Lebanese
_NO_NATIVE = frozenset("guardian christian christians presbyterians civilians civilian politicians".split())
_RANKS = frozenset(
    """general gen. lieutenant lt. lt colonel col. col major maj. maj captain capt. capt sergeant sgt. sgt staff admiral
    adm. commander cmdr. brigadier brig. marshal corporal cpl. private pvt. spc. spc specialist petty officer chief
    warrant ensign""".split()
)
_AL_QAEDA = re.compile(r"al[- ]?q(a|ae|ai|a'i|a’i)da?(eda|ida)?", re.IGNORECASE)
_BRANCHES = (
    ("iraq",),
    ("mesopotamia",),
    ("the", "islamic", "maghreb"),
    ("the", "arabian", "peninsula"),
    ("the", "indian", "subcontinent"),
)
_ARTICLES = frozenset("al el as ad ar ash an at az".split())
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)", re.IGNORECASE)
_NEAR = frozenset("of from in near at".split())
_UNITED_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon
    pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington west-virginia
    wisconsin wyoming""".split()
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
    found = [kept for name in names if (kept := _trimmed(name, tokens)) is not None]
    for rule in (_native, _with_article, _of_a_nation, _qualified, _branch, _of_a_place, _in_a_place, _crowned):
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


def _trimmed(name: Name, tokens: Sequence[Token]) -> Name | None:
    """A body without the owner before it and the rank behind it; nothing where there is only a rank or a number."""
    if name.label in {"person", "organisation", "place"} and not any(
        c.isalpha() for t in tokens[name.start : name.end] for c in t.text
    ):
        return None
    if name.label != "organisation":
        return name
    if name.end - name.start > 2 and tokens[name.start].text.islower() and tokens[name.start + 1].tag == "POS":
        name = Name(name.start + 2, name.end, name.label, name.kind)
    end = name.end
    while end > name.start and tokens[end - 1].text.lower() in _RANKS:
        end -= 1
    if end == name.start:
        return None
    if tokens[end - 1].text == "-":  # a secretary-general
        return name
    person_behind = end < name.end < len(tokens) and tokens[name.end].text[:1].isupper()
    return Name(name.start, end, name.label, name.kind) if person_behind else name


def _native(spot: _Spot) -> Name | None:
    """People of a nation, taken for a body."""
    name, tokens = spot.name, spot.tokens
    word = tokens[name.start].text
    if name.label != "organisation" or name.end - name.start > 1 or name.kind is not None:
        return None
    if not _NATIVE.fullmatch(word) or word.lower() in _NO_NATIVE:
        return None
    return Name(name.start, name.end, "nationality")


def _qualified(spot: _Spot) -> Name | None:
    """A unit's number, or an adjective that is part of a body's name, and the body."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    if following is None or following.start != name.end or following.label != "organisation":
        return None
    last = tokens[name.end - 1].text
    alone = name.end - name.start == 1 and last.lower() in _QUALITIES
    if name.label != "organisation" or not (alone or _ORDINAL.fullmatch(last)):
        return None
    return Name(name.start, following.end, name.label, name.kind or following.kind)


def _with_article(spot: _Spot) -> Name | None:
    """An Arabic article with the word that hangs on it."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    end = name.end
    if end + 1 >= len(tokens) or tokens[end - 1].text.lower() not in _ARTICLES or tokens[end].text not in {"-", "‑"}:
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
    for body in _FORCES:
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
    if name.label != "organisation" or not _AL_QAEDA.fullmatch(text) or spot.words(end, end + 1) != ("in",):
        return None
    for place in _BRANCHES:
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
    if tokens[of].text != "of" or head.text.lower() not in _BODIES or not head.text[:1].isupper():
        return None
    start = of - 1
    while start > 0 and tokens[start - 1].tag in {"NNP", "NNPS", "JJ"} and tokens[start - 1].text[:1].isupper():
        start -= 1
    if all(t.text.isupper() for t in tokens[start:of]):
        return None
    if head.text.lower() in _REALMS:
        return Name(start, name.end, "place", "state")
    return Name(start, name.end, "organisation")


def _in_a_place(spot: _Spot) -> Name | None:
    """A place taken for something else: "of Cibola, Texas", "a native of Al-Qusayr"."""
    name, following, tokens = spot.name, spot.following, spot.tokens
    if name.label not in {"person", "organisation"} or name.start < 1 or name.end - name.start > 3:
        return None
    before = tokens[name.start - 1].text.lower()
    if before == "of" and not _OF_PLACES.isdisjoint(spot.words(name.start - 2, name.start - 1)):
        return Name(name.start, name.end, "place", "city")
    if before not in _NEAR or following is None or following.start != name.end + 1 or tokens[name.end].text != ",":
        return None
    if following.label != "place" or "-".join(spot.words(following.start, following.end)) not in _UNITED_STATES:
        return None
    return Name(name.start, name.end, "place", "city")


def _crowned(spot: _Spot) -> Name | None:
    """Who is called king, pope or Mr. is a person, whose number belongs to the name."""
    name, tokens = spot.name, spot.tokens
    titled = name.start > 0 and tokens[name.start - 1].text.lower() in _CROWNED
    behind = tokens[name.end] if name.end < len(tokens) else None
    numbered = behind is not None and _ROMAN.fullmatch(behind.text) is not None
    sure = titled or (name.label == "person" and behind is not None and len(behind.text) > 1)
    if not (numbered and sure):
        named = behind is not None and behind.tag.startswith("NNP")
        misread = titled and name.label in {"place", "organisation"} and name.end - name.start <= 2 and not named
        return Name(name.start, name.end, "person") if misread else None
    return Name(name.start, name.end + 1, "person")
