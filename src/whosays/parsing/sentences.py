"""Where a text certainly breaks and where a sentence certainly does, or does not, begin.

Where a sentence certainly begins is told to the reading machine beforehand; all other bounds it finds by itself, those
too where a rule would say that none begins: it knows better where stops are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

BLOCK_CHARACTERS = 20_000  # a longer block is cut behind a stop, so that no input makes one parse grow without bound
WRAP_LINES = 3

_BREAK = re.compile(r"(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])+")
_NEWLINE = re.compile(r"\r\n|[\n\r\x85]")
_BULLET = re.compile(r"[ \t]*(?:[-–—*•▪‣◦·●○■►»→+]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))[ \t]+\S")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+")

TERMINAL = frozenset({".", "..", "!", "?", "…", "...", "?!", "!!", "??", "!?", "....", ". . .", "。"})
CLOSING = frozenset({"”", "’", "''", "»", "›", ")", "]", '"', "'", "}"})
QUOTED = CLOSING - {")", "]", "}"}
OPENING = frozenset({"“", "‘", "``", "«", "‹", "(", "[", '"', "'", "„", "{", "`"})
_OPENED_BY = {'"': frozenset({'"', "“", "``"}), "”": frozenset({"“"}), "''": frozenset({"``", "''"})}
NEVER_FIRST = frozenset({",", ";", ":", "%", "/", "-", "–", "—", "--", "…", "...", "'s", "’s", "n't", "n’t", "and/or"})

# Behind these a name or a number follows, never a new sentence.
TITLES = frozenset("""
mr. mrs. ms. dr. prof. rev. hon. gen. col. lt. maj. capt. sgt. cpl. pvt. spc. cmdr. brig. adm. gov. sen. rep. pres. amb.
st. mt. ft. messrs. mme. mlle. insp. det. supt. lieut. sec. vs. v. e.g. i.e. cf. approx. esp.
""".split())  # fmt: skip
NUMBERED = frozenset(
    {"no", "no.", "nos", "nos.", "art", "art.", "sec", "sec.", "fig", "fig.", "vol", "pp", "pp.", "op"}
)
MONTHS = frozenset("jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split())
# Words that a capital shows to begin a sentence: small words that are no part of names.
STARTERS = frozenset("""
the a an this that these those it its he she his her they their we our i you your there here in on at for from by with
after before since during under over between among as when while where if although though because but and or so yet
however meanwhile earlier later also both some many most several all no not two three four five what who why how which
""".split())  # fmt: skip


class Piece(NamedTuple):
    """One word of a block: its text and whether a blank stands before and behind it."""

    text: str
    before: bool
    after: bool


def blocks(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that no sentence crosses, without the blanks round them.

    Breaks are blank lines, ends of lines (unless the line was only wrapped), and the place where the body begins.

    Args:
        text: A report's text.
        body: The offset where the reporting begins; 0 when nothing stands before it.
    """
    for start, end in ((0, body), (body, len(text))) if 0 < body < len(text) else ((0, len(text)),):
        for first, last in _lines(text, start, end):
            yield from _cut(text, first, last)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    width = _wrap_width(text[start:end])
    for gap in _BREAK.finditer(text, start, end):
        single = _NEWLINE.fullmatch(gap.group())
        if single and _goes_on(text, position, gap, end, width):
            continue
        yield from _trimmed(text, position, gap.start())
        position = gap.end()
    yield from _trimmed(text, position, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _wrap_width(text: str) -> int:
    """The width at which a text was wrapped by hand or by machine; 0 when its lines are paragraphs."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    longest = max(lines, default=0)
    near = sum(length > 0.7 * longest for length in lines)
    return longest if len(lines) >= WRAP_LINES and 40 <= longest <= 120 and near >= 0.5 * len(lines) else 0


def _goes_on(text: str, start: int, gap: re.Match[str], end: int, width: int) -> bool:
    """Whether the sentence goes on behind one end of a line: small letter next, or no room for the next word."""
    following = text[gap.end() : min(gap.end() + 80, end)]
    if not following.strip() or _BULLET.match(following) or following[0].isspace():
        return False
    before = text[start : gap.start()].rstrip()
    if following[0].islower() and before and before[-1] not in ".!?":
        return True
    line = len(text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].rstrip())
    return width > 0 and line + 1 + len(following.split()[0]) > width


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A block, in several parts when it is very long: cut behind a stop, or anywhere when there is none."""
    while end - start > BLOCK_CHARACTERS:
        stops = [m.end() for m in _STOP.finditer(text, start + BLOCK_CHARACTERS // 2, start + BLOCK_CHARACTERS)]
        blank = text.rfind(" ", start + 1, start + BLOCK_CHARACTERS) + 1
        cut = stops[-1] if stops else max(blank, 0) or start + BLOCK_CHARACTERS
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def starts(pieces: Sequence[Piece]) -> list[bool | None]:
    """For every word of a block: True where a sentence certainly begins, False where none does, None when unsure."""
    shouted = is_shouted(piece.text for piece in pieces)
    found: list[bool | None] = [True] if pieces else []
    ended = quoted = False  # a stop stands before this word; a closing mark stands behind that stop
    for i in range(1, len(pieces)):
        previous, piece = pieces[i - 1], pieces[i]
        if previous.text in TERMINAL or _abbreviation(previous.text):
            ended, quoted = not _split_title(pieces, i - 1), False
        elif ended and (_closes(previous) or _in_note(pieces, i - 1)):
            quoted = quoted or previous.text in QUOTED
        else:
            ended = False
        found.append(_start(pieces, i, quoted, shouted) if ended else _unended(previous, piece))
    return found


def _unended(previous: Piece, piece: Piece) -> bool | None:
    """Without a stop before it a sentence begins only at a bullet, or where the parser is sure behind a colon."""
    if piece.text in {"•", "▪", "‣", "●", "■"}:
        return True
    return None if previous.text == ":" and piece.text[:1].isupper() else False


def _start(pieces: Sequence[Piece], i: int, quoted: bool, shouted: bool) -> bool | None:
    """Whether a sentence begins at word ``i``, before which a stop stands."""
    previous, piece = pieces[i - 1], pieces[i]
    if _closes(piece) or _in_note(pieces, i) or piece.text in TERMINAL or piece.text in NEVER_FIRST or not piece.before:
        return False
    word = _first_word(pieces, i)
    if _abbreviation(previous.text):
        return _behind_abbreviation(previous.text.lower(), word, shouted)
    if previous.text == "." and i > 1 and pieces[i - 2].text.lower() in NUMBERED and word[:1].isdigit():
        return False
    if word[:1].islower():
        return False if quoted or previous.text in {"…", "..."} else None
    if quoted or previous.text in {"…", "..."}:
        return True if (word.lower() in STARTERS or _led_in(pieces, i - 1)) and not shouted else None
    return True


def _led_in(pieces: Sequence[Piece], close: int) -> bool:
    """Whether a quotation that ends its sentence was led in: "said: “We know.” | Ruiz | left", not "“Yes.” Ruiz"."""
    marks = _OPENED_BY.get(pieces[close].text, frozenset())
    if not marks or pieces[close - 1].text != ".":
        return False
    for i in range(close - 2, 0, -1):
        piece = pieces[i]
        if piece.text in marks and piece.before and not piece.after:
            return pieces[i - 1].text in {":", ","}
    return False


def _behind_abbreviation(abbreviation: str, word: str, shouted: bool) -> bool | None:
    initial = len(abbreviation) == 2
    if abbreviation in TITLES or initial or word[:1].islower():
        return False
    if word[:1].isdigit() and (abbreviation in MONTHS or abbreviation in NUMBERED):
        return False
    return True if word.lower() in STARTERS and not shouted else None


def _abbreviation(word: str) -> bool:
    """Whether a word ends with its own stop: "Gen.", "U.S.", "a.m."."""
    return len(word) > 1 and word[-1] == "." and word[0].isalpha()


def _split_title(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the stop at ``i`` belongs to a title that the tokenizer did not know: "Lt" and "."."""
    return pieces[i].text == "." and i > 0 and not pieces[i].before and pieces[i - 1].text.lower() + "." in TITLES


def _in_note(pieces: Sequence[Piece], i: int) -> bool:
    """Whether word ``i`` is part of a footnote's number in square brackets."""
    for first in range(max(i - 2, 0), i + 1):
        mark, *rest = [piece.text for piece in pieces[first : first + 3]]
        if mark == "[" and len(rest) == 2 and rest[0].isdigit() and rest[1] == "]":
            return True
    return False


def _closes(piece: Piece) -> bool:
    """Whether a word is a closing mark: one that stands right behind the word before."""
    return piece.text in CLOSING and not piece.before


def _first_word(pieces: Sequence[Piece], i: int) -> str:
    """The first word from ``i`` on that is no opening mark."""
    for piece in pieces[i : i + 4]:
        if piece.text not in OPENING:
            return piece.text
    return pieces[i].text


def is_shouted(words: Iterator[str] | Sequence[str]) -> bool:
    """Whether a text is set in capitals throughout, so that they say nothing."""
    upper = lower = 0
    for word in words:
        if word.isalpha():
            upper += word.isupper()
            lower += not word.isupper()
    return upper >= 4 and lower <= 0.15 * upper
