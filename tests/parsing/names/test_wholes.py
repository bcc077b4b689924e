"""Names made whole, and of the right kind."""

from __future__ import annotations

import pytest

from whosays.parse import Name, NameLabel, Token
from whosays.parsing.names.wholes import made_whole


def told(text: str) -> tuple[tuple[Token, ...], tuple[Name, ...]]:
    """Tokens and names of a text in which each name stands as ``[words|label]``; "~" hangs a word on the one before."""
    tokens: list[Token] = []
    names: list[Name] = []
    start, position = 0, 0
    for raw in text.split():
        word, opens = raw, raw.startswith("[")
        label = word.rpartition("|")[2].rstrip("]") if word.endswith("]") else ""
        word = word.removeprefix("[").rpartition("|")[0] if label else word.removeprefix("[")
        if opens:
            start = len(tokens)
        position += 0 if word.startswith("~") else 1
        word = word.removeprefix("~")
        tag = "POS" if word == "'s" else "NNP" if word[:1].isupper() else "NN"
        tokens.append(Token(len(tokens), position, position + len(word), word, word, tag, "dep", 0))
        position += len(word)
        if label:
            names.append(Name(start, len(tokens), _LABELS[label]))
    return tuple(tokens), tuple(names)


_LABELS: dict[str, NameLabel] = {
    "per": "person",
    "org": "organisation",
    "loc": "place",
    "nat": "nationality",
    "time": "time",
}


def read(text: str) -> list[tuple[str, str]]:
    tokens, names = told(text)
    return [(" ".join(t.text for t in tokens[n.start : n.end]), n.label) for n in made_whole(names, tokens)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Federal Government of [Iraq|loc]", [("Federal Government of Iraq", "organisation")]),
        ("the [Royal Kingdom|org] of [Jordan|loc]", [("Royal Kingdom of Jordan", "place")]),
        ("the government of [Iraq|loc]", [("Iraq", "place")]),
        ("the [Iraqi|nat] Army", [("Iraqi Army", "organisation")]),
        ("the [Iraqi|nat] army", [("Iraqi", "nationality")]),
        ("the [IRAQI|nat] ARMY", [("IRAQI", "nationality")]),
        ("an [Iraqi|nat] Army Day parade", [("Iraqi", "nationality")]),
        ("the [New|org] [Iraqi|nat] Army", [("New Iraqi Army", "organisation")]),
        ("the [Chadian 4th|org] [Rifle Battalion|org]", [("Chadian 4th Rifle Battalion", "organisation")]),
        ("[al ~- ~Qaeda|org] in the Arabian Peninsula", [("al - Qaeda in the Arabian Peninsula", "organisation")]),
        ("[al ~- ~Qaeda|org] in [London|loc]", [("al - Qaeda", "organisation"), ("London", "place")]),
        ("the [Al|org] ~- ~Marwan clan", [("Al - Marwan", "organisation")]),
        ("the [Al|org] - Marwan", [("Al", "organisation")]),
        ("[Spc.|org] [Ida Moss|per]", [("Ida Moss", "person")]),
        ("[U.S. Army General|org] Ida", [("U.S. Army", "organisation")]),
        ("[Dollar General|org] fell", [("Dollar General", "organisation")]),
        ("at [4783|loc] Bay", []),
        ("in [September Ruiz|per] said", [("Ruiz", "person")]),
        ("in [May Ruiz|time] said", [("May", "time")]),
        ("by [April Ruiz|per] said", [("April Ruiz", "person")]),
        ("[union 's Office of Mines|org]", [("Office of Mines", "organisation")]),
        ("[Syrians|org] voted", [("Syrians", "nationality")]),
        ("[Guardian|org] reporters", [("Guardian", "organisation")]),
        ("a native of [Tal Amr|org]", [("Tal Amr", "place")]),
        ("from [Dell Creek|per] , [South Dakota|loc]", [("Dell Creek", "place"), ("South Dakota", "place")]),
        ("from [Ida Moss|per] , [Chad|loc]", [("Ida Moss", "person"), ("Chad", "place")]),
        (
            "the [Movement|org] for the Salvation of the South",
            [("Movement for the Salvation of the South", "organisation")],
        ),
        (
            "the Movement for Unity and Jihad in [Chad|loc]",
            [("Movement for Unity and Jihad", "organisation"), ("Chad", "place")],
        ),
        ("a Movement for Unity", []),
        ("the [Front|org] for Peace and [Ida Moss|per]", [("Front for Peace", "organisation"), ("Ida Moss", "person")]),
        ("the [Army|org] of the people", [("Army", "organisation")]),
        ("the [Army of|org] [Chad|loc]", [("Army of Chad", "organisation")]),
        ("[Front for Change and|org] [Concord|org]", [("Front for Change and Concord", "organisation")]),
        ("King [Sargon|loc] II", [("Sargon II", "person")]),
        ("Mr. [Aden|loc] spoke", [("Aden", "person")]),
        ("King [Aden|loc] Hospital", [("Aden", "place")]),
    ],
)
def test_whole_names(text: str, names: list[tuple[str, str]]) -> None:
    assert read(text) == names
