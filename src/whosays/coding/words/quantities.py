"""How many: the number that a noun phrase tells, as a range that claims no more than the words do."""

from __future__ import annotations

import re

import msgspec

from whosays.coding.words.mentions import phrase_range
from whosays.ontology.wording import QuantityWords
from whosays.parse import Parse, Token
from whosays.records import Count

# "180,000", and as Indian news sets it "1,80,000".
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?")
_WINDOW = 4  # "at least", "as many as", "an estimated", "no fewer than": never longer


def count_of(parse: Parse, head: int, words: QuantityWords) -> Count | None:
    """The number of what the phrase at ``head`` names, None when it tells none.

    "at least 12 civilians" is 12 and open; "dozens of people" an approximate range; "a policeman" and a named
    person are 1; a bare plural ("policemen") is at least two, approximately.
    """
    start, end = phrase_range(parse, head)
    found = _number_in(parse, start, max(end, head + 1), head, words)
    if found is not None:
        return found
    token = parse.tokens[head]
    if token.lower in _ANYBODY:
        return None  # "killed | anyone | outdoors"
    group = words.groups.get(token.lower)
    if group is not None:  # "a number of rebels", "a crowd"
        return Count(low=group[0], high=group[1], approximate=True, span=parse.span(start, end))
    if token.tag in {"NNS", "NNPS"} or token.lower in _SEVERAL:
        return Count(low=2, high=None, approximate=True, span=parse.span(head, head + 1))
    third = token.lower in _ORDINALS and any(c.lower == "a" for c in parse.children(head, "det"))
    if token.tag in {"NN", "NNP"} or token.lower == "another" or third:
        return Count(low=1, high=1, span=parse.span(start, end))
    return None


_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})  # "wounding | a third |"
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever"})
_SEVERAL = frozenset({"people", "police", "troops", "civilians", "staff", "personnel"})


def _number_in(parse: Parse, start: int, end: int, head: int, words: QuantityWords) -> Count | None:
    for i in range(start, end):
        token = parse.tokens[i]
        if not _counts(parse, token, head, words):
            continue
        value, after = number_at(parse, i, end, words)
        if value is not None:
            second, last = _of_other_nation(parse, after, head, words)
            told = _bounded(parse, i, after, value + second, words)
            return msgspec.structs.replace(told, span=parse.span(i, last)) if second else told
        span = words.ranges.get(token.lower)
        if span is not None and (token.tag != "DT" or not _digit_follows(parse, i, end, words)):
            many = _multiplied(parse, i, end, span, words)
            if many is not None:
                return many
            if _digit_follows(parse, i, end, words):  # "some 40 people": the number itself counts
                continue
            return Count(low=span[0], high=span[1], approximate=True, span=parse.span(i, i + 1))
    return None


def _of_other_nation(parse: Parse, at: int, head: int, words: QuantityWords) -> tuple[int, int]:
    """ "Four Kenyan | and two Malian | soldiers": the second number of the same noun, and where it ends."""
    if head - at < _SECOND or parse.behind(at).lower != "and":
        return 0, at
    value, after = number_at(parse, at + 2, head, words)
    told = (parse.tokens[at], parse.tokens[min(after, head)])
    nations = all(t.tag.startswith(("JJ", "NNP")) and t.text[:1].isupper() for t in told)
    return (value, after) if value is not None and after == head - 1 and nations else (0, at)


_SECOND = 4  # tokens from the first nation to the noun: "Kenyan and two Malian"


def _multiplied(parse: Parse, i: int, end: int, several: tuple[int, int | None], words: QuantityWords) -> Count | None:
    """ "Several dozen", "a few hundred", "tens of thousands": a range of a unit that follows."""
    at = i + 2 if i + 2 < end and parse.behind(i).lower == "of" else i + 1
    if at >= end:
        return None
    unit = words.numbers.get(parse.tokens[at].lower.removesuffix("s"), 0)
    if unit < _LEAST_UNIT or parse.tokens[at].text.isdigit():
        return None
    low, high = several
    top = None if high is None else (high + 1) * unit - 1
    return Count(low=low * unit, high=top, approximate=True, span=parse.span(i, at + 1))


_LEAST_UNIT = 12  # a dozen


def _digit_follows(parse: Parse, i: int, end: int, words: QuantityWords) -> bool:
    at = i + 2 if i + 2 < end and parse.behind(i).lower == "as" else i + 1  # "as many as 90"
    return at < end and number_at(parse, at, end, words)[0] is not None


def _digit_at(parse: Parse, i: int) -> bool:
    return i < len(parse.tokens) and parse.tokens[i].text.isdigit()


def _counts(parse: Parse, token: Token, head: int, words: QuantityWords) -> bool:
    """Ages, years and ordinals count nothing ("a 12-year-old boy", "a boy of 14", "the 40th meeting")."""
    if token.dep == "flat" and token.i != head and parse.tokens[token.head].tag.startswith("NNP"):
        return False  # "the editor of Kest | 8 |": a name
    if token.i + 1 < len(parse.tokens):
        after = parse.behind(token.i)
        if after.text in _HYPHENS and token.i != head and not _digit_at(parse, token.i + 2):
            whole = _hyphened(parse, token.i, words) is not None or _before_power(parse, token.i)
            return whole and not _is_age(parse, token.i + 3)
        if after.lower in {"year", "years", "percent", "%", "km", "kilometres", "kilometers", "miles", "per"}:
            return False
    if token.dep in {"nummod", "det", "amod", "compound"} and head not in {token.i, token.head}:
        governor = parse.tokens[token.head]
        if (
            governor.dep == "nmod"
            and parse.tokens[head].tag == "NNS"
            and parse.tokens[head].lemma.lower() in _OF_OTHERS
        ):
            return False  # "held the | leaders | of both factions", "the sons of two ministers"
        chained = governor.head == head or governor.i in {head - 1, head}
        quantity = governor.tag == "CD" or parse.tokens[head].lower in {"dozens", "scores", "hundreds", "thousands"}
        return chained and (quantity or governor.dep in {"nmod", "nummod"})
    if token.dep == "nmod" and token.head == head and parse.tokens[head].lower in _PARENTS | _AGED:
        return False  # "killed a mother | of nine |", "a boy | of 14 |"
    return head in {token.i, token.head} or token.tag in {"CD", "NNS", "NN"}


_OF_OTHERS = frozenset(
    "leader chief commander head member official ambassador minister son daughter wife child relative brother sister "
    "supporter follower representative delegate envoy citizen resident".split()
)
_PARENTS = frozenset("mother father mum mom dad parent grandmother grandfather widow widower".split())
_AGED = frozenset({"boy", "girl", "man", "woman", "youth", "child", "lad"})


_HYPHENS = frozenset({"-", "‑"})


def _is_age(parse: Parse, i: int) -> bool:
    """ "Twenty-six | -year-old |": what follows on the tens and units."""
    told = parse.tokens[i : i + 2]
    return len(told) == 2 and told[0].text in _HYPHENS and told[1].lower in {"year", "month", "week", "day"}


def _hyphened(parse: Parse, i: int, words: QuantityWords) -> float | None:
    """The units of "thirty-two", whose tens stand at token ``i``."""
    tens, *rest = (*parse.tokens[i : i + 3],)
    if len(rest) < 2 or rest[0].text not in _HYPHENS or not 20 <= (_single(tens, words) or 0) < 100:
        return None
    units = _single(rest[1], words)
    return units if units is not None and units < 10 else None


def _before_power(parse: Parse, i: int) -> bool:
    """ "Four | -thousand |", "two-hundred": a hyphen where others write a space."""
    rest = parse.tokens[i + 1 : i + 3]
    return len(rest) == 2 and rest[0].text in _HYPHENS and rest[1].lower in _POWERS


_POWERS = frozenset({"hundred", "thousand", "million", "dozen"})


def number_at(parse: Parse, i: int, end: int, words: QuantityWords) -> tuple[int | None, int]:
    """The whole number that begins at token ``i`` ("two hundred and fifty", "1.5 million"), and where it ends."""
    total, current, at, seen = 0, 0.0, i, False
    while at < end:
        token = parse.tokens[at]
        value = _single(token, words)
        if value is None:
            joined = seen and current >= 100 and token.lower == "and"  # "two hundred and fifty"
            if joined and at + 1 < end and _single(parse.behind(at), words) is not None:
                at += 1
                continue
            break
        if value >= 1000 and token.lower in words.numbers:
            half = not seen and _halved(parse, at)  # "half a million"
            total += int(max(current, 1) * value / (2 if half else 1))
            current = 0
        elif token.lower in {"hundred", "dozen"}:
            halved = not seen and value == _LEAST_UNIT and _halved(parse, at)
            current = max(current, 1) * value / (2 if halved else 1)
        else:
            if seen and current and value >= 10 and current < 20:
                break
            units = _hyphened(parse, at, words)
            current += value if units is None else value + units
            at += 2 if units is not None else 1 if _before_power(parse, at) else 0
        seen, at = True, at + 1
    return (total + int(current), at) if seen else (None, i)


def _halved(parse: Parse, dozen: int) -> bool:
    """ "Half a dozen", "a half-dozen"."""
    before = [t.lower for t in parse.tokens[max(0, dozen - 2) : dozen]]
    return before in (["half", "a"], ["half", "-"])


def _single(token: Token, words: QuantityWords) -> float | None:
    if token.lower in words.numbers and (token.tag in {"CD", "DT", "NN", "JJ", "PDT", "NNP"} or token.lower == "none"):
        return words.numbers[token.lower]
    if _DIGITS.fullmatch(token.text) and not (len(token.text) == 4 and token.text.startswith(("19", "20"))):
        return float(token.text.replace(",", ""))
    return None


def _bounded(parse: Parse, start: int, end: int, value: int, words: QuantityWords) -> Count:
    begin = parse.sentences[parse.sentence(start)][0]
    before = " ".join(t.lower for t in parse.tokens[max(begin, start - _WINDOW) : start])
    before = before.removesuffix(" a")  # "more than a dozen"
    span = parse.span(start, end)
    # Longest first: "no more than" must not be read as "more than".
    choices = [(p, "least") for p in words.at_least] + [(p, "most") for p in words.at_most]
    choices += [(p, "about") for p in words.about]
    for phrase, kind in sorted(choices, key=lambda c: -len(c[0])):
        if before == phrase or before.endswith(" " + phrase):
            if kind == "least":
                return Count(low=value, high=None, span=span)
            if kind == "most":
                return Count(low=None, high=value, span=span)
            return Count(low=value, high=value, approximate=True, span=span)
    high = _range_end(parse, start, end, before, words)
    if high is not None and high > value:
        return Count(low=value, high=high, span=span)
    return Count(low=value, high=value, span=span)


def _range_end(parse: Parse, start: int, end: int, before: str, words: QuantityWords) -> int | None:
    """The high end of "between 12 and 15", "12 to 15", "12-15", "12 or 13"."""
    if end + 1 >= len(parse.tokens):
        return None
    joiner = parse.tokens[end].lower
    ranged = joiner in {"to", "or", "-", "–", "‑"} or (joiner == "and" and (before + " ").endswith("between "))
    if not ranged:
        return None
    stop = parse.sentences[parse.sentence(start)][1]
    return number_at(parse, end + 1, stop, words)[0]
