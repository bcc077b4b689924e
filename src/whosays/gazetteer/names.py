"""How names are compared: one normal form for every list, so that spelling, case and accents do not part them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u02bb\u02b9\u00b4`\u2032]")
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|(?<=s)')(?=\s|$)", re.IGNORECASE)
# Inside a name apostrophes and dots vanish; every other mark parts its words.
_FOLDED: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_FOLDED |= {ord("'"): None, ord("."): None, ord('"'): None, ord("&"): " and ", ord("+"): " plus "}
_ALLOWED_INSIDE = re.compile("[-\u2010\u2011\u2012\u2013'\u2018\u2019\u02bc`]+")

# Acronyms that are ordinary words when a headline shouts: "WHO KILLED US SOLDIER".
SHOUTED_WORDS = frozenset({"us", "who", "is", "it", "car", "as", "in", "can", "am", "arm", "aid", "so", "un", "he"})


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """The form in which names are compared: no case, accents, possessive, apostrophes, dots or leading "the".

    Hyphens and other marks become single spaces: ``Khaleel-ur-Rahman`` is ``khaleel ur rahman``, ``U.S.``
    is ``us``, ``Sana'a's`` is ``sanaa``. An empty result means that the name holds no letter or digit.
    """
    text = name.strip().replace("`", "'")
    if not text.isascii():
        text = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text)).strip()
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        text = anyascii(text)
    return " ".join(text.casefold().translate(_FOLDED).split()).removeprefix("the ")


def slug(name: str) -> str:
    """A name as part of an id: its normal form with hyphens."""
    return normalise(name).replace(" ", "-")


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[str, ...] | None:
    """The normalised pieces of one token; empty for a hyphen or a possessive, None for a mark that parts names."""
    if _ALLOWED_INSIDE.fullmatch(word):
        return ()
    plain = _APOSTROPHES.sub("'", word).casefold()
    if plain == "'s":
        return ()
    if plain == "the":
        return ("the",)
    found = normalise(word)
    return tuple(found.split(" ")) if found else None


def is_acronym(alias: str) -> bool:
    """Whether an alias is written in capitals only (``CSTO``, ``U.S.``, ``M23``), at most seven letters."""
    bare = alias.replace(".", "").replace("-", "")
    return 2 <= len(bare) <= 7 and bare.isalnum() and bare.upper() == bare and any(c.isalpha() for c in bare)


def case_fits(alias: str, surface: str) -> bool:
    """Whether a surface may be this alias by its letters' case.

    Acronyms of two or three letters must stand in capitals ("US" is not "us", "WHO" not "Who"); longer ones may
    be written like a name ("Nato", "Isis"); every other name needs a capital letter somewhere.
    """
    if is_acronym(alias):
        letters = [c for c in surface if c.isalpha()]
        if len([c for c in alias if c.isalnum()]) <= 3:
            bare = surface.replace("\u2019", "'").removesuffix("'s")
            return all(c.isupper() for c in bare if c.isalpha())
        return bool(letters) and letters[0].isupper()
    return any(c.isupper() or c.isdigit() for c in surface) or not any(c.isupper() for c in alias)
