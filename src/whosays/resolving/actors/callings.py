"""Different nouns for one and the same calling: "a | doctor | was shot. The | physician | had treated miners"."""

from __future__ import annotations

from whosays.parse import Token

_ALIKE = (
    "doctor physician surgeon",
    "king monarch sovereign",
    "queen monarch sovereign",
    "lawyer attorney solicitor barrister advocate",
    "lawmaker legislator parliamentarian congressman congresswoman senator mp",
    "journalist reporter correspondent newsman",
    "journalist editor",
    "policeman policewoman constable",
    "priest clergyman cleric",
    "imam clergyman cleric",
    "pilot airman",
    "envoy emissary",
    "ambassador envoy emissary",
)
_SAME: dict[str, frozenset[str]] = {}
for _words in _ALIKE:
    for _word in _words.split():
        _SAME[_word] = _SAME.get(_word, frozenset()) | frozenset(_words.split())


def same_calling(noun: str) -> frozenset[str]:
    """The nouns, itself among them, that may call somebody what this one does."""
    return _SAME.get(noun, frozenset({noun}))


_AGENCIES = frozenset("agency department office commission company body council bank hospital school".split())


def is_its_agency(token: Token, other: Token) -> bool:
    """ "A government | agency | gave rice ... | the government | asked for more": one of its bodies is not it."""
    return token.lemma.lower() == "government" and other.lemma.lower() in _AGENCIES
