"""Where texts break: blocks by lines, sure starts by words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from whosays import parsing
from whosays.parsing.sentences import BLOCK_CHARACTERS, Piece, blocks, is_shouted, starts
from whosays.parsing.words import cut

CUTTER = parsing.load().cutter


def pieces(text: str) -> list[Piece]:
    words = cut(CUTTER, text, 0, len(text))
    behind = [a.end < b.start for a, b in pairwise(words)] + [False]
    return [Piece(w.text, before, after) for w, before, after in zip(words, [True, *behind], behind, strict=False)]


def split(text: str) -> list[str]:
    """The text cut where a sentence certainly starts."""
    words = cut(CUTTER, text, 0, len(text))
    bounds = [w.start for w, sure in zip(words, starts(pieces(text)), strict=True) if sure] + [len(text)]
    return [text[a:b].strip() for a, b in pairwise(bounds)]


def unsure(text: str) -> list[str]:
    """The words of which the rules do not know whether they begin a sentence."""
    return [p.text for p, sure in zip(pieces(text), starts(pieces(text)), strict=True) if sure is None]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Baloyi met Lt. Col. Prat in Ganta.",
        "The talks began on Jan. 5 near Ft. Knox.",
        "Resolution No. 5 was passed by Mr. Oye.",
        "J. R. Okoro signed it.",
        "They paid 3.5 million for it.",
        "He asked why, e.g. Nairobi was shut.",
        "“Leave now!” she shouted at the men.",
        "“Will you stay?” the guard asked.",
    ],
)
def test_no_sentence_starts_inside(text: str) -> None:
    assert split(text) == [text]
    assert unsure(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell. Nobody was hurt.", ["Shells fell.", "Nobody was hurt."]),
        ("He left at 5 p.m. The rest stayed.", ["He left at 5 p.m.", "The rest stayed."]),
        ("Shots fell in Kest, D.C.. The guard fled.", ["Shots fell in Kest, D.C..", "The guard fled."]),
        ("She works for the U.N. They agreed.", ["She works for the U.N.", "They agreed."]),
        ("“We won.” The crowd cheered.", ["“We won.”", "The crowd cheered."]),
        ('"We lost." "So be it."', ['"We lost."', '"So be it."']),
        ("It was 2019. 12 men fled.", ["It was 2019.", "12 men fled."]),
        ("Is it over? Nobody knows!", ["Is it over?", "Nobody knows!"]),
        ("It burned.[4] Nobody came.", ["It burned.[4]", "Nobody came."]),
        ("(It rained.) The road was shut.", ["(It rained.)", "The road was shut."]),
        ("Aims: • Peace now • Fair votes", ["Aims:", "• Peace now", "• Fair votes"]),
    ],
)
def test_sure_starts(text: str, expected: list[str]) -> None:
    assert split(text) == expected
    assert unsure(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It happened in the U.S. Washington was calm.", ["Washington"]),
        ("“Is it over?” Sall wondered.", ["Sall"]),
        ("It ended… Sall left.", ["Sall"]),
        ("it ended. sall left.", ["sall"]),
    ],
)
def test_what_is_left_to_the_parser(text: str, words: list[str]) -> None:
    assert unsure(text) == words
    assert split(text) == [text]


def test_capitals_decide_nothing_in_a_shouted_text() -> None:
    text = "TROOPS OF THE U.S. THE ALLY LEFT. THE WAR ENDED."
    assert is_shouted(text.split())
    assert split(text) == ["TROOPS OF THE U.S. THE ALLY LEFT.", "THE WAR ENDED."]
    assert unsure(text) == ["THE"]


def lines(text: str, body: int = 0) -> list[str]:
    return [text[start:end] for start, end in blocks(text, body)]


def test_paragraphs_and_lines_are_blocks() -> None:
    text = "Title of it\n\nFirst one here.\nSecond one here.\r\n\r\n  Third.  \n"
    assert lines(text) == ["Title of it", "First one here.", "Second one here.", "Third."]


def test_a_wrapped_line_goes_on() -> None:
    assert lines("The minister said that the\ntalks would go on.") == ["The minister said that the\ntalks would go on."]
    wrapped = (
        "The delegation from the coast arrived in the capital late on\n"
        "Monday and met President Ilunga before the talks on the border\n"
        "dispute, which the two sides have put off since last summer.\n"
    )
    assert lines(wrapped) == [wrapped.rstrip()]


def test_a_list_is_cut_at_its_bullets() -> None:
    assert lines("they want:\n- bread\n- peace") == ["they want:", "- bread", "- peace"]


def test_the_body_begins_a_block() -> None:
    text = "KESRA (Own Wire) - the army left."
    assert lines(text, text.index("the army")) == ["KESRA (Own Wire) -", "the army left."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\n \t"])
def test_nothing_gives_no_block(text: str) -> None:
    assert lines(text) == []


def test_a_long_block_is_cut_and_nothing_is_lost() -> None:
    text = "Rain fell on the town all day. " * 2000
    found = lines(text)
    assert len(found) > 1
    assert max(map(len, found)) <= BLOCK_CHARACTERS
    assert " ".join(found) == text.strip()
    solid = "x" * (3 * BLOCK_CHARACTERS)
    assert "".join(lines(solid)) == solid
