"""Words are cut as spaCy cuts them, by the rules that it wrote."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.attrs import ORTH  # type: ignore[import-not-found]  # a compiled module without types
from spacy.lang.de import German
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # as above
from spacy.tokens import Doc

from whosays import parsing
from whosays.parsing import cutting

SHIPPED = Path(str(resources.files("whosays"))) / "data" / "model"
RULES = msgspec.msgpack.decode((SHIPPED / "tokenizer").read_bytes(), type=cutting.Rules)
CUTTER = cutting.Cutter(RULES)
MARKS = (
    *"'\"’‘“”.,;:!?()[]{}-–—/\\$€%&*#@+=<>°_~^ \t\n\u00a0\u2003…éßAбا中😀",
    *"'s 'S ’s n't 'll 'm ... .. km kg 10 5.5 1,000 10kg http://x.yz www.a.org/b?c=d a@b.cd U.S.".split(),
    *"I can ca not do he that and this a 8 8- O.O :) :-( ;-) re- --".split(),
    "  ",
    " \n",
)
TEXTS = st.lists(st.sampled_from(MARKS) | st.sampled_from(sorted(RULES.exceptions)), max_size=9).map("".join)


@cache
def _tokenizer() -> Callable[[str], Doc]:
    return spacy.load(SHIPPED).tokenizer


def by_spacy(text: str, tokenizer: Callable[[str], Doc]) -> list[tuple[str, int, int]]:
    return [(t.text, t.idx, t.idx + len(t.text)) for t in tokenizer(text) if not t.is_space]


@given(TEXTS)
def test_any_text_is_cut_as_by_spacy(text: str) -> None:
    assert [tuple(word) for word in CUTTER(text)] == by_spacy(text, _tokenizer())


@given(st.text(max_size=12))
def test_any_letters_are_cut_as_by_spacy(text: str) -> None:
    assert [tuple(word) for word in CUTTER(text)] == by_spacy(text, _tokenizer())


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Sall said he'd go (at 5p.m.) to the U.S.-led talks; they couldn't, he'll've gone.",
        "He 'd gone :) , she ca n't : ) and (can't)...",
        "It cost $5.5m/€4m—10km off—and ‘twas nothin' (e.g. Co.'s 8-) or 8-D's).",
        "See http://a.org/b_(c)?d=e, www.a-b.co.uk/x. or mail a.b+c@d.org!",
        "ADM.Sall and\tLT.\nSall ;-) he's\u00a0o'clock  I'm  ",
        "",
        " ",
        "\n",
    ],
)
def test_hard_texts_are_cut_as_by_spacy(text: str) -> None:
    assert [tuple(word) for word in CUTTER(text)] == by_spacy(text, _tokenizer())


@cache
def _german() -> Tokenizer:
    tokenizer = German().tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.add_special_case("a-b", [{ORTH: "a-"}, {ORTH: "b"}])
    tokenizer.faster_heuristics = False
    return tokenizer


@cache
def _from_german() -> cutting.Cutter:
    return cutting.read(_german().to_bytes(exclude=["vocab"]))


@given(TEXTS)
def test_other_rules_are_followed_too(text: str) -> None:
    assert [tuple(word) for word in _from_german()(text)] == by_spacy(text, _german())


def test_a_stretch_is_cut_in_its_place() -> None:
    text = "He didn't. Gen. Sall did."
    assert [word.text for word in CUTTER(text, 3, 10)] == ["did", "n't", "."]
    assert all(text[word.start : word.end] == word.text for word in CUTTER(text, 3))


def test_the_model_cuts_by_the_rules_that_lie_in_it() -> None:
    assert parsing.load().cutter("He didn't.") == CUTTER("He didn't.")
