"""Somebody called by his age alone: "a 15-year-old" is a person, and no adjective."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.parse import Parse, Token
from whosays.parsing.mending.rules import on

_HYPHENS = frozenset({"-", "‑"})
_SPANS = frozenset({"year", "month"})


@on("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "appos", "root", "nmod:poss")
def _by_age(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The | 41-year-old | was released", "two | 15-year-olds |": whatever is said of people is said of them."""
    if token.lower not in {"old", "olds"} or token.lemma == "person" or token.i < _BEFORE:
        return
    years = parse.tokens[token.i - _BEFORE + 1 : token.i]
    if [t.text in _HYPHENS or t.lower in _SPANS for t in years] != [True] * len(years) or years[1].lower not in _SPANS:
        return
    yield msgspec.structs.replace(token, lemma="person", tag="NNS" if token.lower == "olds" else "NN")


_BEFORE = 4  # tokens: "41", "-", "year", "-"


RULES = (_by_age,)
