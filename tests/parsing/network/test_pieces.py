"""Word forms as the encoder takes them: pieces of a vocabulary, how they are set, and windows of words."""

from __future__ import annotations

import pytest

from whosays.parsing.network.pieces import LONGEST, PIECES_PER_WORD, WINDOW, Pieces, arranged, plain, setting, windows

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "rebel", "##s", "re", "-", "elect", "##ed", "'", "s", ".", "u", "1", "##2"]


def words_of(word: str) -> list[str]:
    return [VOCABULARY[i] for i in Pieces(VOCABULARY).of(word).pieces]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Rebels", ["rebel", "##s"]),
        ("REBELS", ["rebel", "##s"]),
        ("Rébels", ["rebel", "##s"]),
        ("re-elected", ["re", "-", "elect", "##ed"]),
        ("’s", ["'", "s"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("12", ["1", "##2"]),
        ("反乱", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert words_of(word) == pieces


def test_a_run_of_marks_has_no_more_pieces_than_a_word_may_have() -> None:
    assert len(words_of("." * 5000)) == PIECES_PER_WORD
    assert words_of("x" * 5000) == ["[UNK]"]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("rebels", "lower"),
        ("Rebels", "title"),
        ("UN", "upper"),
        ("A", "initial"),
        ("McCain", "mixed"),
        ("iPhone", "mixed"),
        ("1,200", "figures"),
        ("F-16", "code"),
        ("--", "mark"),
        ("al-Shabaab", "mixed"),
        ("Al-Qaeda", "mixed"),
    ],
)
def test_how_a_word_is_set(word: str, told: str) -> None:
    assert setting(word) == told


def test_marks_of_word_processors_are_plain_ones() -> None:
    assert plain("don’t—“São”") == 'don\'t-"sao"'


def test_a_window_is_arranged_piece_by_piece() -> None:
    pieces = Pieces(VOCABULARY)
    numbers, set_as, first = arranged([pieces.of("Rebels"), pieces.of(".")], [True, False], pieces.opening)
    assert [VOCABULARY[i] for i in numbers] == ["[CLS]", "rebel", "##s", "."]
    assert first.tolist() == [1, 3]
    assert set_as[1] == set_as[2] != set_as[3]


def test_a_short_block_is_one_window() -> None:
    assert windows([1] * 20, [True] * 20) == [(0, 20)]
    assert windows([], []) == []


def test_windows_end_where_a_sentence_starts() -> None:
    starts = [i % 30 == 0 for i in range(400)]
    found = windows([1] * 400, starts)
    assert [start for start, _ in found] == [0, 120, 240, 360]
    assert [end for _, end in found] == [120, 240, 360, 400]


def test_a_sentence_longer_than_can_be_read_is_cut() -> None:
    found = windows([2] * 1000, [True] + [False] * 999)
    assert all(2 * (end - start) <= LONGEST for start, end in found)
    assert [i for start, end in found for i in range(start, end)] == list(range(1000))
    assert WINDOW < LONGEST
