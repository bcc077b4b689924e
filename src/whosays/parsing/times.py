"""Finds time expressions: a closed grammar over the words of each sentence, without a trained model.

What is found is symbolic ("two days before the day of writing"); ``resolving.dates`` anchors it. The words of an
expression are those that TimeML's TIMEX3 takes in: determiners and modifiers ("the next day", "early on Friday"),
no prepositions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from whosays.parse import TimeExpression, Token
from whosays.parsing.times_grammar import Guard, Rule, rules_for
from whosays.parsing.times_reading import joined, reading
from whosays.parsing.times_words import words

_WORD_BEFORE = re.compile(r"([\w'’.-]+)\W*$")
_WORD_AFTER = re.compile(r"^\W*?([\w'’-]+)")
_ENDS = re.compile(r"""^\s*(?:$|[.,;:!?)\]”"–—]|'')""")
_JOINERS = frozenset({",", "on", "at", "around", "about", "of", "the"})
_FULL_STOP = re.compile(r"[A-Za-z]{5,}\.$|(?:may|june|july)\.$", re.IGNORECASE)
_DATING = re.compile(r"\b(?:back|dat(?:ing|es?|ed)) to $")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class _Sentence(NamedTuple):
    """The words of a sentence as one text, with where each token begins in it."""

    text: str
    starts: tuple[int, ...]
    tokens: Sequence[Token]
    mixed: bool  # has capitals and small letters, so that a capital says something

    def token_at(self, offset: int) -> int:
        """The position, in the sentence, of the token that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1


class _Candidate(NamedTuple):
    length: int
    order: int
    start: int
    end: int
    expression: TimeExpression


def _sentence(tokens: Sequence[Token]) -> _Sentence:
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
    return _Sentence(text, tuple(starts), tokens, text != text.upper() and text != text.lower())


def _before(sentence: _Sentence, match: re.Match[str]) -> str:
    found = _WORD_BEFORE.search(sentence.text[max(0, match.start() - 40) : match.start()])
    return found[1].lower() if found else ""


def _after(sentence: _Sentence, match: re.Match[str]) -> str:
    found = _WORD_AFTER.search(sentence.text[match.end() : match.end() + 40])
    return found[1] if found else ""


def _is_cased(sentence: _Sentence, match: re.Match[str], group: str) -> bool:
    """Whether a name of a month or day begins with a capital, where capitals say something."""
    return not sentence.mixed or match[group][0].isupper()


def _month(sentence: _Sentence, match: re.Match[str]) -> bool:
    tag = sentence.tokens[sentence.token_at(match.start("month"))].tag
    return _is_cased(sentence, match, "month") and tag != "MD" and not tag.startswith("VB")


def _bare_month(sentence: _Sentence, match: re.Match[str]) -> bool:
    if match["month"].lower() not in words().ambiguous_months:
        return True
    following = _after(sentence, match)
    names_person = following[:1].isupper() and sentence.mixed and sentence.text[match.end() : match.end() + 1] == " "
    return _before(sentence, match) in words().month_after and not names_person


def _weekday(sentence: _Sentence, match: re.Match[str]) -> bool:
    following = _after(sentence, match)
    in_name = following.lower() in words().not_before and (following[:1].isupper() or not sentence.mixed)
    return _is_cased(sentence, match, "weekday") and not in_name and _before(sentence, match) not in words().not_after


def _uncounted(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether no counted thing follows: "2000 homes" is no year."""
    following = _after(sentence, match)
    touching = sentence.text[match.end() : match.end() + 2]
    if following.lower() in words().not_years_before and touching[:1] in (" ", "-"):
        return False
    position = sentence.token_at(match.end() - 1) + 1
    plural = position < len(sentence.tokens) and sentence.tokens[position].tag == "NNS"
    return not (plural and int(match["year"]) % 100 == 0) and touching[:1] != "%" and not re.match(r",\d", touching)


def _year(sentence: _Sentence, match: re.Match[str]) -> bool:
    year, before = int(match["year"]), _before(sentence, match)
    if not _uncounted(sentence, match):
        return False
    if len(match[0]) > 4:  # "the year 2000", "1990-95"
        return year >= 1900 or "year" in match[0].lower()
    earlier = sentence.text[max(0, match.start() - 15) : match.start()]
    if earlier.endswith(", ") and _YEAR.search(earlier):
        return True  # "in 1994, 1995 and 1997"
    touching = sentence.text[match.start() - 1 : match.start()]
    if touching in ("(", ",") or (touching == " " and sentence.text[match.start() - 2 : match.start() - 1] in "(,;"):
        return touching == "(" and 1800 <= year < 2050
    if before in words().year_after:
        return True
    if before in words().year_joiners:
        return bool(_YEAR.search(sentence.text[max(0, match.start() - 30) : match.start()]))
    if before == "for":
        return bool(_ENDS.match(sentence.text[match.end() :]))
    if _DATING.search(earlier):
        return True
    named = bool(re.match(r" [A-Za-z]", sentence.text[match.end() : match.end() + 2]))
    if not named or not 1900 <= year < 2050:
        return False
    own = before.endswith(("'s", "’s")) and _after(sentence, match)[:1].islower()  # "the party's 1989 congress"
    return own or before in words().year_determiners or _is_described(sentence, match)


def _is_described(sentence: _Sentence, match: re.Match[str]) -> bool:
    """ "His unsuccessful 1996 campaign": an adjective stands between the article and the year."""
    position = sentence.token_at(match.start())
    if position < 2 or int(match["year"]) % 100 == 0 or not _after(sentence, match)[:1].islower():
        return False
    article, adjective = sentence.tokens[position - 2 : position]
    return article.lower in words().year_determiners and adjective.tag == "JJ" and adjective.text.islower()


def _season(sentence: _Sentence, match: re.Match[str]) -> bool:
    told = {name for name in ("direction", "year", "mod") if match.groupdict().get(name)}
    if told:
        return True
    if sentence.mixed and match["season"][0].isupper():
        return False  # the Prague Spring, the Winter Palace
    following = _after(sentence, match).lower()
    return _before(sentence, match) in words().season_after and following not in ("of", "from", "to")


def _end(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether "two days before" stands alone, not in front of the event that it counts from."""
    loose = match["distance"].lower() in ("ago", "earlier", "later", "back", "hence", "from now")
    return loose or bool(_ENDS.match(sentence.text[match.end() :]))


def _is_fraction(sentence: _Sentence, match: re.Match[str]) -> bool:
    """ "Three-quarters of its food" and "more than a quarter of it" are shares."""
    amount = match["amount"].lower()
    share = amount in ("one", "three") and _after(sentence, match).lower() == "of"
    return amount in ("a", "an") or share or f"-{match['unit']}" in match[0]


def _amount(sentence: _Sentence, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    unit = match["unit"].lower()
    if unit.startswith("quarter") and not groups.get("direction") and _is_fraction(sentence, match):
        return False
    if groups.get("direction"):
        # "that day-long siege", "at the last minute"
        return sentence.text[match.end() : match.end() + 1] != "-" and unit not in ("minute", "min", "hour", "hr")
    if groups.get("approx") or (match["amount"] or "").lower() not in ("a", "an"):
        return True
    return _before(sentence, match) in words().length_after


def _two_digit_year(sentence: _Sentence, match: re.Match[str]) -> bool:
    short = match["month"].isupper() or len(match["month"].strip(".")) <= 4
    return short and bool(re.match(r"\s*(?:$|[^\w\s])", sentence.text[match.end() :]))


def _alone(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether no noun follows: a Christmas market is not a day."""
    position = sentence.token_at(match.end() - 1) + 1
    return position >= len(sentence.tokens) or not sentence.tokens[position].is_noun


def _period(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether a period of an account is meant ("in the quarter"): never a part of a town or of a thing."""
    named = "latest" in match[0].lower() or "recent" in match[0].lower()
    following = _after(sentence, match).lower()
    told = match["period"].lower() == "quarter" and _before(sentence, match) in words().period_after
    return (named or told) and following != "of"


def _spoken(sentence: _Sentence, match: re.Match[str]) -> bool:
    """ "Nineteen ninety-six" is always a year, "two thousand" and "twenty thirty" only where a year may stand."""
    clear = match["spoken"].lower().startswith(("nineteen", "eighteen")) or "year" in match[0].lower()
    return clear or _before(sentence, match) in words().year_after


def _often(sentence: _Sentence, match: re.Match[str]) -> bool:
    """ "A quarterly dividend" is one kind of dividend, "the daily" a paper; "it is paid quarterly" tells how often."""
    token = sentence.tokens[sentence.token_at(match.start())]
    following = _after(sentence, match)
    paper = following[:1].isupper() or (token.tag == "NN" and (not following or not _describes(sentence, match)))
    if paper and sentence.mixed and match["often"].lower() in words().papers:
        return False
    return match["often"].lower() not in words().kinds_of or _alone(sentence, match)


def _describes(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether the word stands in front of a noun, perhaps with an adjective between: "his daily life"."""
    position = sentence.token_at(match.end() - 1) + 1
    return position < len(sentence.tokens) and sentence.tokens[position].tag.startswith(("NN", "JJ"))


_GUARDS = {
    "month": _month, "bare-month": _bare_month, "weekday": _weekday, "year": _year, "uncounted": _uncounted,
    "season": _season, "end": _end, "amount": _amount, "yy": _two_digit_year,
    "alone": _alone, "period": _period, "often": _often, "spoken": _spoken,
}  # fmt: skip


def _passes(guards: tuple[Guard, ...], sentence: _Sentence, match: re.Match[str]) -> bool:
    return all(_GUARDS[guard](sentence, match) for guard in guards)


def _known_day(sentence: _Sentence, match: re.Match[str], expression: TimeExpression) -> TimeExpression:
    """With its year, where a date names a day that everybody knows: "the September 11 attacks"."""
    if expression.year is None and expression.day is not None:
        following = _after(sentence, match).lower()
        for known in words().known_days:
            if (known.month, known.day) == (expression.month, expression.day) and following in known.before:
                return msgspec.structs.replace(expression, year=known.year, rule="known-day")
    return expression


def _matches(sentence: _Sentence, rule: Rule, order: int) -> Iterator[_Candidate]:
    for match in rule.pattern.finditer(sentence.text):
        if not _passes(rule.guards, sentence, match):
            continue
        expression = reading(rule, match)
        if expression is None or (expression.unit == "decade" and _before(sentence, match) in ("his", "her", "their")):
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


def _in_sentence(sentence: _Sentence, offset: int) -> list[TimeExpression]:
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
