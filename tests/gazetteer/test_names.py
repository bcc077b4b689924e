"""Names are compared in one form, and letters' case tells acronyms from words."""

from __future__ import annotations

import pytest

from whosays.gazetteer.names import case_fits, is_acronym, normalise, pieces, slug


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("The Gambia", "gambia"),
        ("Sana’a", "sanaa"),
        ("Sana'a's", "sanaa"),
        ("U.S.", "us"),
        ("Bashar al-Assad", "bashar al assad"),
        ("São Tomé & Príncipe", "sao tome and principe"),
        ("OPEC+", "opec plus"),
        ("United  States’", "united states"),
        ("Nagorno–Karabakh", "nagorno karabakh"),
        ("Türkiye", "turkiye"),
        ("???", ""),
    ],
)
def test_normal_form(name: str, form: str) -> None:
    assert normalise(name) == form


def test_slug() -> None:
    assert slug("Côte d'Ivoire") == "cote-divoire"


@pytest.mark.parametrize(
    ("word", "parts"),
    [("-", ()), ("’s", ()), (".", None), (",", None), ("Sana'a", ("sanaa",)), ("al-Shabaab", ("al", "shabaab"))],
)
def test_pieces(word: str, parts: tuple[str, ...] | None) -> None:
    assert pieces(word) == parts


@pytest.mark.parametrize(
    ("alias", "surface", "fits"),
    [
        ("US", "US", True),
        ("US", "U.S.", True),
        ("US", "us", False),
        ("WHO", "Who", False),
        ("WHO", "WHO", True),
        ("NATO", "Nato", True),
        ("NATO", "nato", False),
        ("Turkey", "turkey", False),
        ("Turkey", "TURKEY", True),
        ("al-Qaeda", "al-Qaeda", True),
        ("UN", "UN's", True),
    ],
)
def test_case(alias: str, surface: str, fits: bool) -> None:
    assert case_fits(alias, surface) is fits


@pytest.mark.parametrize(
    ("alias", "yes"), [("CSTO", True), ("M23", True), ("U.N.", True), ("Nato", False), ("2023", False)]
)
def test_acronym(alias: str, yes: bool) -> None:
    assert is_acronym(alias) is yes
