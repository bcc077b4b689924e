"""Finds time expressions: a closed grammar over the words of each sentence, without a trained model.

What is found is symbolic ("two days before the day of writing"); ``resolving.dates`` anchors it. The words of an
expression are those that TimeML's TIMEX3 takes in: determiners and modifiers ("the next day", "early on Friday"),
no prepositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from whosays.parse import TimeExpression, Token
from whosays.parsing.times.cues import rules_for
from whosays.parsing.times.grammar import Rule
from whosays.parsing.times.guards import Words, passes, word_after, word_before
from whosays.parsing.times.reading import joined, reading
from whosays.parsing.times.words import words

_JOINERS = frozenset({",", "on", "at", "around", "about", "of", "the"})
_FULL_STOP = re.compile(r"[A-Za-z]{5,}\.$|(?:may|june|july)\.$", re.IGNORECASE)


class _Candidate(NamedTuple):
    length: int
    order: int
    start: int
    end: int
    expression: TimeExpression


def _sentence(tokens: Sequence[Token]) -> Words:
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for position, token in enumerate(tokens):
        if position and token.start > tokens[position - 1].end:
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(token.text)
        length += len(token.text)
    text = "".join(pieces)
    return Words(text, tuple(starts), tokens, text != text.upper() and text != text.lower())


def _known_day(sentence: Words, match: re.Match[str], expression: TimeExpression) -> TimeExpression:
    """With its year, where a date names a day that everybody knows: "the September 11 attacks"."""
    if expression.year is None and expression.day is not None:
        following = word_after(sentence, match).lower()
        for known in words().known_days:
            if (known.month, known.day) == (expression.month, expression.day) and following in known.before:
                return msgspec.structs.replace(expression, year=known.year, rule="known-day")
    return expression


def _matches(sentence: Words, rule: Rule, order: int) -> Iterator[_Candidate]:
    for match in rule.pattern.finditer(sentence.text):
        if not passes(rule.guards, sentence, match):
            continue
        expression = reading(rule, match)
        if expression is None or (
            expression.unit == "decade" and word_before(sentence, match) in ("his", "her", "their")
        ):
            continue
        start, end = match.span("extent") if "extent" in match.re.groupindex else match.span()
        end -= bool(_FULL_STOP.search(match[0]))
        if "://" in sentence.tokens[sentence.token_at(end - 1)].text:
            continue  # a date in an address is nobody's day
        expression = _known_day(sentence, match, expression)
        yield _Candidate(end - start, order, start, end, expression)


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.length, c.order, c.start)):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _is_clock(expression: TimeExpression) -> bool:
    return expression.rule in ("clock", "part-of")


def _is_day(expression: TimeExpression) -> bool:
    named = expression.weekday is not None or expression.day is not None or expression.unit == "day"
    return named and expression.kind in ("date", "time") and expression.hour is None and expression.until is None


def _merged(first: TimeExpression, second: TimeExpression, between: list[str]) -> TimeExpression | None:
    """Two neighbours as one: "3 p.m." and "Friday", "Wednesday" and "(Dec. 11)"; None when they are two."""
    if len(between) <= 2 and all(word in _JOINERS for word in between):
        if _is_clock(first) and _is_day(second):
            return joined(second, first)
        if _is_clock(second) and _is_day(first) and "of" not in between:
            return joined(first, second)
    if first.hour is not None and second.rule == "clock" and between == ["("]:
        return first  # "10:30 a.m. (0730 GMT)": one moment on two clocks
    dated = second.day is not None and second.month is not None and second.weekday is None
    if first.rule == "weekday" and first.shift is None and dated and between == ["("]:
        return msgspec.structs.replace(second, start=first.start, weekday=first.weekday, part=first.part)
    return None


def _in_sentence(sentence: Words, offset: int) -> list[TimeExpression]:
    """The expressions of one sentence whose first token is number ``offset`` of the report."""
    candidates = [c for order, rule in rules_for(sentence.text) for c in _matches(sentence, rule, order)]
    placed = [
        msgspec.structs.replace(
            c.expression, start=offset + sentence.token_at(c.start), end=offset + sentence.token_at(c.end - 1) + 1
        )
        for c in _chosen(candidates)
    ]
    placed = [e for n, e in enumerate(placed) if n == 0 or e.start >= placed[n - 1].end]
    found: list[TimeExpression] = []
    for expression in placed:
        merged = None
        if found:
            between = sentence.tokens[found[-1].end - offset : expression.start - offset]
            merged = _merged(found[-1], expression, [t.lower for t in between])
        if merged is None:
            found.append(expression)
        else:
            found[-1] = merged
    return [e for e in found if e.rule != "part-of"]


def find_times(tokens: tuple[Token, ...], sentences: tuple[tuple[int, int], ...]) -> tuple[TimeExpression, ...]:
    """The time expressions of a report, in the order of the text; none overlap.

    Args:
        tokens: the report's tokens; only their texts and offsets are needed, tags help where they are there.
        sentences: half-open token ranges; no expression reaches across one.

    Raises:
        KnowledgeError: the vocabulary file is broken.
    """
    found: list[TimeExpression] = []
    for start, end in sentences:
        found.extend(_in_sentence(_sentence(tokens[start:end]), start))
    assert all(a.end <= b.start for a, b in pairwise(found)), "time expressions overlap"
    return tuple(found)
