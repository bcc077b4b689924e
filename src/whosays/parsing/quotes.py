"""Pairs quotation marks: straight, curly, single curly, guillemets, `` '' of old wires, and two apostrophes for both.

An apostrophe is no mark. A quotation that its paragraph leaves open ends with the paragraph, as it does where speech
runs over several paragraphs and each reopens it; where the same mark opens again, it ends before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Quotation, Token

# Opening marks with what closes them. A straight mark is its own partner; which it is, the blanks round it tell.
PARTNERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'),
    "„": ("”", "“"),
    "‟": ("”",),
    "«": ("»",),
    "‹": ("›",),
    "``": ("''", '"'),
    "''": ("''",),
    '"': ('"', "”"),
    "＂": ("＂",),
    "‘": ("’",),
    "‚": ("’", "‘"),
    "'": ("'",),
    "`": ("'",),
}
ALIKE = frozenset({'"', "''", "＂"})  # marks that open and close in one shape
SINGLE = frozenset({"‘", "‚", "'", "`", "‹"})
CLOSERS = frozenset("”»›’\"'＂“‘") | {"''"}


def quotations(tokens: Sequence[Token], paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Find the quotations of a report, in the order of their opening marks; inner ones stand behind outer ones.

    Args:
        tokens: The tokens of the report.
        paragraphs: Half-open token ranges; no quotation crosses one's end.
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        found.extend(_paragraph(tokens, start, end))
    return tuple(sorted(found, key=lambda q: (q.open, -q.close)))


def _paragraph(tokens: Sequence[Token], start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    open_: list[int] = []  # positions of the opening marks that wait for their partner
    for i in range(start, end):
        mark = tokens[i].text
        level = _closed_by(tokens, open_, i, start, end)
        if level is not None:
            found.append(Quotation(open=open_[level], close=i))
            del open_[level:]
        elif mark in PARTNERS and _opens(tokens, i, start, end):
            if mark not in SINGLE | ALIKE and open_ and tokens[open_[-1]].text == mark:
                # The same mark opens again: speech over several paragraphs, whose breaks the text has lost.
                found.append(Quotation(open=open_.pop(), close=i - 1))
            open_.append(i)
    found.extend(Quotation(open=i, close=end - 1) for i in open_ if tokens[i].text not in SINGLE and i < end - 1)
    return found


def _closed_by(tokens: Sequence[Token], open_: list[int], i: int, start: int, end: int) -> int | None:
    """The place in ``open_`` of the mark that token ``i`` closes, or None."""
    mark = tokens[i].text
    if mark not in CLOSERS or not open_ or (i == start):
        return None
    if mark in {"'", "’"} and not _ends_single(tokens, i, end):
        return None
    if mark in ALIKE and _blank_before(tokens, i, start) and not _blank_behind(tokens, i, end):
        return None
    for level in range(len(open_) - 1, -1, -1):
        if mark in PARTNERS[tokens[open_[level]].text]:
            return level
    return None


def _ends_single(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a single mark closes: not a genitive's apostrophe while another mark that could close follows."""
    if not _blank_behind(tokens, i, end) and not (i + 1 < end and not tokens[i + 1].text[0].isalnum()):
        return False
    if tokens[i].tag != "POS":
        return True
    return not any(tokens[k].text == tokens[i].text and tokens[k].tag != "POS" for k in range(i + 1, end))


def _opens(tokens: Sequence[Token], i: int, start: int, end: int) -> bool:
    """Whether an opening mark, or one that looks the same either way, opens a quotation here."""
    mark = tokens[i].text
    if mark not in {"'", "`", "‘", "‚"} | ALIKE:
        return True
    if i + 1 >= end or _blank_behind(tokens, i, end):
        return mark == '"' and i + 1 < end and _blank_before(tokens, i, start)
    if not _blank_before(tokens, i, start) and tokens[i - 1].text[-1].isalnum():
        return False
    return not (mark in {"'", "‘"} and _elided(tokens[i + 1].text))


def _elided(word: str) -> bool:
    """Whether a mark before this word stands for letters left out: '90s, 'em."""
    return word[:2].isdigit() or word.lower() in {"em", "til", "cause", "tis", "twas", "n", "bout"}


def _blank_before(tokens: Sequence[Token], i: int, start: int) -> bool:
    return i == start or tokens[i].start > tokens[i - 1].end


def _blank_behind(tokens: Sequence[Token], i: int, end: int) -> bool:
    return i + 1 >= end or tokens[i + 1].start > tokens[i].end
