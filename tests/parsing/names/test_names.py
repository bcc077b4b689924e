"""Names put right after the trained pipeline."""

from __future__ import annotations

from whosays.parse import Name, Token
from whosays.parsing.names.joining import corrected


def tokens(*words: str) -> tuple[Token, ...]:
    tags = ["POS" if word == "'s" else "NNP" for word in words]
    return tuple(Token(i, i * 20, i * 20 + len(w), w, w, tags[i], "dep", i) for i, w in enumerate(words))


def test_marks_are_cut_off() -> None:
    made = tokens("“", "Aden", "”", "'s")
    assert corrected([Name(0, 4, "place")], made) == (Name(1, 2, "place"),)


def test_marks_alone_are_no_name() -> None:
    assert corrected([Name(0, 1, "person")], tokens("--", "Aden")) == ()


def test_parts_of_one_person_are_joined_and_neighbouring_places_are_not() -> None:
    made = tokens("Sami", "Haddad", "Aden", "Yemen")
    names = [Name(0, 1, "person"), Name(1, 2, "person"), Name(2, 3, "place"), Name(3, 4, "place")]
    assert corrected(names, made) == (Name(0, 2, "person"), Name(2, 3, "place"), Name(3, 4, "place"))


def test_an_address_is_no_name() -> None:
    made = tokens("info@example.org", "www.example.org", "Aden")
    names = [Name(0, 1, "person"), Name(1, 2, "organisation"), Name(2, 3, "place", "city")]
    assert corrected(names, made) == (Name(2, 3, "place", "city"),)
