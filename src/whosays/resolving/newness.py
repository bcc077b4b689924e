"""Words by which a sentence says that it tells of something new, or takes up what was told; what many rules ask for."""

from __future__ import annotations

from whosays.parse import Parse, Token

POINTING = frozenset({"this", "that", "these", "those"})
DEFINITE = POINTING | {"the"}
# "Another blast", "separately", "elsewhere": of another deed, however alike.
ANOTHER = frozenset({"another", "further", "additional", "separately", "elsewhere"})
BEFORE = frozenset({"previously", "earlier"})
RANKED = frozenset({"second", "third"})
LONG_AGO = frozenset({"month", "season", "quarter", "year", "decade", "century"})


def says(parse: Parse, sentence: int, words: frozenset[str]) -> bool:
    """Whether any of these words, in small letters, stands in the sentence."""
    start, end = parse.sentences[sentence]
    return any(t.lower in words for t in parse.tokens[start:end])


def articles(parse: Parse, noun: Token) -> frozenset[str]:
    """The articles of a noun, in small letters; trees hang that of "| the | mob killing" on the mob."""
    whole = [noun, *(c for c in parse.children(noun.i, "compound") if c.i < noun.i)]
    return frozenset(d.lower for t in whole for d in parse.children(t.i, "det"))


def of_long_ago(parse: Parse, sentence: int, units: frozenset[str] = LONG_AGO) -> bool:
    """ "Nearly 40 ships | this year", "he had met them | in 2019": what a year or a month tells of is not the news."""
    start, end = parse.sentences[sentence]
    return any(start <= t.start < end and (t.year is not None or t.unit in units) for t in parse.times)
