"""Pairs of quotation marks."""

from __future__ import annotations

import pytest

from whosays import parsing
from whosays.parse import Token
from whosays.parsing.quotes import quotations
from whosays.parsing.words import cut

CUTTER = parsing.load().cutter


def tokens(text: str) -> tuple[Token, ...]:
    """Tokens, apostrophes tagged as genitives where a tagger would: behind an s, before a small letter."""
    found = []
    for i, word in enumerate(cut(CUTTER, text, 0, len(text))):
        plural = text[: word.start].endswith("s") and text[word.end + 1 : word.end + 2].islower()
        genitive = word.text in {"'s", "’s"} or (word.text in {"'", "’"} and plural)
        found.append(Token(i, word.start, word.end, word.text, word.text, "POS" if genitive else "NN", "dep", i))
    return tuple(found)


def quoted(text: str, *paragraphs: str) -> list[str]:
    """The quotations found in one paragraph, or in several joined by a blank line."""
    whole = "\n\n".join([text, *paragraphs])
    made = tokens(whole)
    ranges = []
    offset = 0
    for paragraph in [text, *paragraphs]:
        inside = [t.i for t in made if offset <= t.start < offset + len(paragraph)]
        ranges.append((inside[0], inside[-1] + 1) if inside else (0, 0))
        offset += len(paragraph) + 2
    return [whole[made[q.open].start : made[q.close].end] for q in quotations(made, ranges)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we go" and left.', ['"we go"']),
        ("He said “we go” and left.", ["“we go”"]),
        ("He said ‘we go’ and left.", ["‘we go’"]),
        ("He said 'we go' and left.", ["'we go'"]),
        ("He said «we go» and left.", ["«we go»"]),
        ("He said ``we go'' and left.", ["``we go''"]),
        ("He said „we go“ and left.", ["„we go“"]),
        ('"We go," he said. "We do."', ['"We go,"', '"We do."']),
        ("The state's men and the leaders' aides met.", []),
        ("The state’s men and the leaders’ aides met.", []),
        ("In the '90s they left 'em alone.", []),
        ("‘The leaders’ aides met,’ he said.", ["‘The leaders’ aides met,’"]),
        ("'The leaders' aides met,' he said.", ["'The leaders' aides met,'"]),
        ("“He told us ‘never again’ twice,” she said.", ["“He told us ‘never again’ twice,”", "‘never again’"]),
        ("The wall is 6' tall.", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    first, second = "“We were there, she said. It burned.", "“Nobody came to help us,” she said."
    assert quoted(first, second) == [first, "“Nobody came to help us,”"]


def test_an_open_single_mark_is_no_quotation() -> None:
    assert quoted("They wanted 'peace at once.") == []


def test_a_mark_with_nothing_behind_it_is_no_quotation() -> None:
    assert quoted('He left. "') == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''We rowed all night,'' she said.", ["''We rowed all night,''"]),
        ("He called it ''a trap'' and ''a farce.''", ["''a trap''", "''a farce.''"]),
        ("``We rowed all night,'' she said, ``and sank.\"", ["``We rowed all night,''", '``and sank."']),
        ("They left.'' Nobody saw them.", []),
    ],
)
def test_two_apostrophes_are_a_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_closing_mark_alone_is_no_quotation() -> None:
    assert quoted("It was over,” he said.") == []
