"""A statement in the making: what was found around one cue, in token indices, before events are known."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.ontology.acts import Cue
from whosays.parse import Parse
from whosays.records import Act, Certainty, Quoted, StatementStatus

Range = tuple[int, int]

_MARKS = frozenset("“”\"‘’'`«»„") | {"``", "''"}


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks: the head token of the speaker (None: nobody is named) and the heads of what carries the words."""

    head: int | None = None
    relay: tuple[int, ...] = ()


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A cue that stands in the text with a speaker, and the content as far as syntax shows it.

    ``content`` are tokens; ``content_head`` governs them. ``party`` and ``addressee`` are head tokens.
    """

    cue: Cue
    token: int
    words: tuple[int, ...]  # the tokens of the cue itself
    source: Source
    content: frozenset[int] = frozenset()
    content_head: int | None = None
    party: int | None = None
    addressee: int | None = None
    status: StatementStatus = "made"
    rule: str = "verb"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with all but its propositions and the events that it is about.

    ``speaker``, ``relay`` and ``addressee`` are mention ids; ``cue``, ``content`` and ``when`` half-open token
    ranges; ``cue_token``, ``content_head`` and ``party`` token indices.
    """

    act: Act
    status: StatementStatus
    speaker: str | None
    relay: tuple[str, ...]
    cue: Range
    cue_token: int
    content: tuple[Range, ...]
    content_head: int | None
    party: int | None
    quoted: Quoted
    certainty: Certainty
    addressee: str | None
    when: Range | None
    intends: bool
    asks: bool
    confidence: float
    made_by: str
    own: bool = False  # it tells of the speaker's own part in a deed
    gainsaid: int | None = None  # the word for what it says is not so, where no verb denies it

    def holds(self, token: int) -> bool:
        """Whether a token lies in the content."""
        return any(start <= token < end for start, end in self.content)


def ranges(parse: Parse, tokens: Iterable[int]) -> tuple[Range, ...]:
    """The tokens as half-open ranges: gaps of punctuation closed, punctuation at the edges left out.

    Quotation marks stay, and with them the comma or stop that stands inside them.
    """
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(_is_punctuation(parse, k) for k in range(runs[-1][-1] + 1, i)):
            runs[-1].extend(range(runs[-1][-1] + 1, i + 1))
        else:
            runs.append([i])
    found = (_trimmed(parse, run[0], run[-1] + 1) for run in runs)
    return tuple(r for r in found if r is not None)


def _is_punctuation(parse: Parse, i: int) -> bool:
    return not any(c.isalnum() for c in parse.tokens[i].text)


def is_mark(parse: Parse, i: int) -> bool:
    """Whether the token is a quotation mark."""
    return parse.tokens[i].text in _MARKS


def _trimmed(parse: Parse, start: int, end: int) -> Range | None:
    while start < end and _is_punctuation(parse, start) and not _opens(parse, start):
        start += 1
    while start < end and _is_punctuation(parse, end - 1) and not _closes(parse, end - 1):
        end -= 1
    if all(_is_punctuation(parse, i) for i in range(start, end)):
        return None
    return start, end


def _opens(parse: Parse, i: int) -> bool:
    return parse.tokens[i].text in {"(", "[", "$", "-LRB-", "#", "@"} or any(q.open == i for q in parse.quotations)


def _closes(parse: Parse, i: int) -> bool:
    return parse.tokens[i].text in {")", "]", "%", "-RRB-"} or any(q.close == i for q in parse.quotations)
