"""Names of bodies that read as sentences."""

from __future__ import annotations

import pytest

from whosays.parsing.names.sentencelike import as_read

_NAMES = (
    "Save the Children",
    "Stop the War",
    "Doctors Without Borders",
    "Mothers Against Mines",
    "Right to Protect",
    "Hope for Sudan",
    "Peace Now",
    "Bring Back Our Boats",
)
_PLACES = (
    "{} said that two clinics had been shelled .",
    "Two clinics were shelled , {} said .",
    "Two clinics were shelled , said {} .",
    "On Tuesday {} said that it was so .",
    "A report by {} told of it all .",
)


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("place", _PLACES)
def test_is_read_as_a_name(name: str, place: str) -> None:
    words = place.format(name).split()
    read = as_read(words)
    size = len(name.split())
    start = next(i for i in range(len(words)) if words[i : i + size] == name.split())
    assert len(read) == len(words)
    assert read[start : start + size][-1] == "Organization"
    assert read[:start] + read[start + size :] == words[:start] + words[start + size :]


def test_small_words_in_capitals_and_a_name_of_people() -> None:
    assert as_read("The WHO warned that the dam could burst".split())[1] == "UNICEF"
    assert as_read("Men of IS fired on the old bridge".split())[2] == "ISIS"
    assert as_read("Said Ahmed said that it was so".split())[0] == "Saeed"
    assert as_read("It was shut , he Said , and left".split())[5] == "Said"
    assert as_read("WHO IS THERE".split()) == ["WHO", "IS", "THERE"]


@pytest.mark.parametrize(
    "text",
    [
        "Stop Iran from building it , the envoy said .",
        "Save Money On Your Next Flight To Rome",
        "Justice Minister Ana Ruiz said the law would change .",
        "The army said it would save the children in the camp .",
        "Keep Calm , he told the crowd in the square .",
        "On Tuesday the army said it had left .",
    ],
)
def test_is_read_as_it_stands(text: str) -> None:
    assert as_read(text.split()) == text.split()
