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


def of_long_ago(parse: Parse, head: int, units: frozenset[str] = LONG_AGO) -> bool:
    """ "Nearly 40 ships | this year", "he had met them | in 2019": what a year or a month tells of is not the news.

    A time in a clause that only describes somebody tells nothing of the deed at ``head``: "a town hit each year".
    """
    start, end = parse.sentences[parse.sentence(head)]
    told = [t for t in parse.times if start <= t.start < end and (t.year is not None or t.unit in units)]
    above = {head, *(a.i for a in parse.ancestors(head))}
    return any(not _describes(parse, t.start, above) for t in told)


def _describes(parse: Parse, time: int, above: set[int]) -> bool:
    over = (a for a in parse.ancestors(time) if a.i not in above)
    return any(a.dep in {"acl", "acl:relcl"} for a in over)


def days_of(parse: Parse, start: int, end: int) -> frozenset[str]:
    """The weekdays that stand among the tokens: so many letters that "Fri." is a Friday."""
    words = (t.lower[:_DAY] for t in parse.tokens[start:end] if t.tag.startswith("NNP"))
    return frozenset(w for w in words if w in _WEEKDAYS)


def days_apart(parse: Parse, one: int, two: int) -> bool:
    """ "Was killed | on Monday" and "were shot | on Tuesday": each deed has a weekday of its own, and no common one."""
    own = [frozenset(d for t in _told_of(parse, i) for d in days_of(parse, t.i, t.i + 1)) for i in (one, two)]
    return bool(own[0] and own[1]) and not own[0] & own[1]


def _told_of(parse: Parse, head: int) -> list[Token]:
    verb = parse.tokens[head]
    heads = [head] if verb.is_verb or not parse.tokens[verb.head].is_verb else [head, verb.head]
    return [c for i in heads for c in parse.children(i, "obl", "obl:unmarked", "nmod", "nmod:unmarked", "nmod:poss")]


_DAY = 3  # letters
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})


def long_past(parse: Parse, head: int, units: frozenset[str] = LONG_AGO) -> bool:
    """ "Police arrested him | in 2019 |": the deed's own year or month, and none of those who are told of.

    "Arrested a man over the 1995 massacre", "the 37-year-old baker was arrested": such years date no arrest.
    """
    start, end = parse.sentences[parse.sentence(head)]
    above = {head, *(a.i for a in parse.ancestors(head) if a.is_verb)}
    told = (t for t in parse.times if start <= t.start < end and (t.year is not None or t.unit in units))
    return any(_dates(parse, t.start, t.end, above) for t in told)


def _dates(parse: Parse, start: int, end: int, above: set[int]) -> bool:
    token = parse.tokens[parse.root_of(start, end)]
    if parse.tokens[token.head].lower in {"ago", "since", "earlier", "early", "late"}:
        token = parse.tokens[token.head]
    return token.i in above or token.head in above
