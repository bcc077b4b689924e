"""What fills one slot of a cue: its tokens, what governs them, and how they are cut out of the tree."""

from __future__ import annotations

import msgspec

from whosays.coding.words.mentions import phrase_range
from whosays.parse import Parse, Token

_ASIDES = frozenset({"where", "which", "who", "after", "before", "following", "during", "while", "when", "despite"})


class Content(msgspec.Struct, frozen=True):
    """The tokens of a content, the token that governs it, and the slot that it was found in."""

    tokens: frozenset[int]
    head: int
    slot: str
    opener: int | None = None  # the preposition that led to it


def below(parse: Parse, head: int, slot: str, opener: int | None = None) -> Content:
    """All below ``head``, without the preposition that opened it and what hangs before it."""
    tokens = set(parse.subtree(head))
    opening = [m.i for m in parse.children(head, "mark") if m.lower == "that"]
    before = [parse.tokens[t] for t in tokens if opening and t < opening[0]]
    if slot == "that" and before and not any(t.is_verb or t.lower in {"not", "and", "but"} for t in before):
        tokens = {t for t in tokens if t >= opening[0]}  # "said, | for the first time, | that", "said | in May | that"
    elif slot == "that" and _opens_with_aside(before):
        tokens = {t for t in tokens if t >= opening[0]}  # "said on the radio, | where he works, | that"
    for clause in parse.children(head, "acl"):  # "denied the raid, insisting that": the speaker insists, not the raid
        if clause.tag == "VBG" and parse.tokens[clause.i - 1].text == ",":
            tokens -= set(parse.subtree(clause.i))
    if opener is not None:
        tokens = {t for t in tokens if t > opener}
    return Content(frozenset(tokens), head, slot, opener)


def _opens_with_aside(before: list[Token]) -> bool:
    """ "Said on the radio | , where he is a host, | that": what stands in commas between the verb and its "that"."""
    words = sorted(before, key=lambda t: t.i)
    opens = [t.lower for t in words[:2] if t.text != ","]
    return bool(words) and words[-1].text == "," and opens[0] in _ASIDES


def phrase(parse: Parse, head: int) -> Content:
    """The noun phrase of ``head`` as an object."""
    start, end = phrase_range(parse, head)
    return Content(frozenset(range(start, end)), head, "object")


def has_to(parse: Parse, token: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(m.lower == "to" for m in parse.children(token.i, "mark", "aux"))


def is_time(parse: Parse, i: int) -> bool:
    """Whether a token stands in a time expression."""
    return any(t.start <= i < t.end for t in parse.times)
