"""What a match of a time rule must pass: a month is no verb, a year counts nothing, "the daily" is a paper."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from whosays.parse import Token
from whosays.parsing.times.grammar import Guard
from whosays.parsing.times.words import words

_WORD_BEFORE = re.compile(r"([\w'’.-]+)\W*$")
_WORD_AFTER = re.compile(r"^\W*?([\w'’-]+)")
_ENDS = re.compile(r"""^\s*(?:$|[.,;:!?)\]”"–—]|'')""")
_DATING = re.compile(r"\b(?:back|dat(?:ing|es?|ed)) to $")
# "Of 1935 | Orchard St. |": the number of a house.
_ADDRESS = re.compile(r" (?:[A-Z][\w.]* ){1,2}(?:St|Street|Road|Rd|Ave|Avenue|Drive|Lane|Blvd|Boulevard|Terrace)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Words(NamedTuple):
    """The words of a sentence as one text, with where each token begins in it."""

    text: str
    starts: tuple[int, ...]
    tokens: Sequence[Token]
    mixed: bool  # has capitals and small letters, so that a capital says something

    def token_at(self, offset: int) -> int:
        """The position, in the sentence, of the token that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1


def word_before(sentence: Words, match: re.Match[str]) -> str:
    """The lower-cased word before a match; empty at the start."""
    found = _WORD_BEFORE.search(sentence.text[max(0, match.start() - 40) : match.start()])
    return found[1].lower() if found else ""


def word_after(sentence: Words, match: re.Match[str]) -> str:
    """The word behind a match; empty at the end."""
    found = _WORD_AFTER.search(sentence.text[match.end() : match.end() + 40])
    return found[1] if found else ""


def _is_cased(sentence: Words, match: re.Match[str], group: str) -> bool:
    """Whether a name of a month or day begins with a capital, where capitals say something."""
    return not sentence.mixed or match[group][0].isupper()


def _month(sentence: Words, match: re.Match[str]) -> bool:
    tag = sentence.tokens[sentence.token_at(match.start("month"))].tag
    if match.groupdict().get("day") and _names_something(sentence, match):
        return False
    return _is_cased(sentence, match, "month") and tag != "MD" and not tag.startswith("VB")


_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $")
_NAMED_BEHIND = re.compile(r" (\d{1,2} )?([A-Z]\w+)")


def _names_something(sentence: Words, match: re.Match[str]) -> bool:
    """ "The 14th October | Brigade", "July 4 | Avenue": named after the day, and no day of the news."""
    behind = _NAMED_BEHIND.match(sentence.text[match.end() : match.end() + 40])
    if not sentence.mixed or behind is None or behind[2].lower() not in words().named_after_days:
        return False
    before = sentence.text[max(0, match.start() - 12) : match.start()]
    return bool(match.groupdict().get("day") or behind[1] or _DAY_BEFORE.search(before))


def _bare_month(sentence: Words, match: re.Match[str]) -> bool:
    if _names_something(sentence, match):
        return False
    if match["month"].lower() not in words().ambiguous_months:
        return True
    following = word_after(sentence, match)
    names_person = following[:1].isupper() and sentence.mixed and sentence.text[match.end() : match.end() + 1] == " "
    return word_before(sentence, match) in words().month_after and not names_person


def _weekday(sentence: Words, match: re.Match[str]) -> bool:
    following = word_after(sentence, match)
    in_name = following.lower() in words().not_before and (following[:1].isupper() or not sentence.mixed)
    return (
        _is_cased(sentence, match, "weekday") and not in_name and word_before(sentence, match) not in words().not_after
    )


def _uncounted(sentence: Words, match: re.Match[str]) -> bool:
    """Whether no counted thing follows: "2000 homes" is no year."""
    following = word_after(sentence, match)
    touching = sentence.text[match.end() : match.end() + 2]
    if following.lower() in words().not_years_before and touching[:1] in (" ", "-"):
        return False
    position = sentence.token_at(match.end() - 1) + 1
    plural = position < len(sentence.tokens) and sentence.tokens[position].tag == "NNS"
    return not (plural and int(match["year"]) % 100 == 0) and touching[:1] != "%" and not re.match(r",\d", touching)


def _year(sentence: Words, match: re.Match[str]) -> bool:
    year, before = int(match["year"]), word_before(sentence, match)
    if not _uncounted(sentence, match) or _ADDRESS.match(sentence.text[match.end() :]):
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
    own = before.endswith(("'s", "’s")) and word_after(sentence, match)[:1].islower()  # "the party's 1989 congress"
    return own or before in words().year_determiners or _is_described(sentence, match)


def _is_described(sentence: Words, match: re.Match[str]) -> bool:
    """ "His unsuccessful 1996 campaign": an adjective stands between the article and the year."""
    position = sentence.token_at(match.start())
    if position < 2 or int(match["year"]) % 100 == 0 or not word_after(sentence, match)[:1].islower():
        return False
    article, adjective = sentence.tokens[position - 2 : position]
    return article.lower in words().year_determiners and adjective.tag == "JJ" and adjective.text.islower()


def _season(sentence: Words, match: re.Match[str]) -> bool:
    told = {name for name in ("direction", "year", "mod") if match.groupdict().get(name)}
    if told:
        return True
    if sentence.mixed and match["season"][0].isupper():
        return False  # the Prague Spring, the Winter Palace
    following = word_after(sentence, match).lower()
    return word_before(sentence, match) in words().season_after and following not in ("of", "from", "to")


def _end(sentence: Words, match: re.Match[str]) -> bool:
    """Whether "two days before" stands alone, not in front of the event that it counts from."""
    loose = match["distance"].lower() in ("ago", "earlier", "later", "back", "hence", "from now")
    return loose or bool(_ENDS.match(sentence.text[match.end() :]))


def _is_fraction(sentence: Words, match: re.Match[str]) -> bool:
    """ "Three-quarters of its food" and "more than a quarter of it" are shares."""
    amount = match["amount"].lower()
    share = amount in ("one", "three") and word_after(sentence, match).lower() == "of"
    return amount in ("a", "an") or share or f"-{match['unit']}" in match[0]


def _amount(sentence: Words, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    unit = match["unit"].lower()
    if unit.startswith("quarter") and not groups.get("direction") and _is_fraction(sentence, match):
        return False
    if groups.get("direction"):
        # "that day-long siege", "at the last minute"
        return sentence.text[match.end() : match.end() + 1] != "-" and unit not in ("minute", "min", "hour", "hr")
    if groups.get("approx") or (match["amount"] or "").lower() not in ("a", "an"):
        return True
    return word_before(sentence, match) in words().length_after


def _two_digit_year(sentence: Words, match: re.Match[str]) -> bool:
    short = match["month"].isupper() or len(match["month"].strip(".")) <= 4
    return short and bool(re.match(r"\s*(?:$|[^\w\s])", sentence.text[match.end() :]))


def _alone(sentence: Words, match: re.Match[str]) -> bool:
    """Whether no noun follows: a Christmas market is not a day."""
    position = sentence.token_at(match.end() - 1) + 1
    return position >= len(sentence.tokens) or not sentence.tokens[position].is_noun


def _period(sentence: Words, match: re.Match[str]) -> bool:
    """Whether a period of an account is meant ("in the quarter"): never a part of a town or of a thing."""
    named = "latest" in match[0].lower() or "recent" in match[0].lower()
    following = word_after(sentence, match).lower()
    told = match["period"].lower() == "quarter" and word_before(sentence, match) in words().period_after
    return (named or told) and following != "of"


def _spoken(sentence: Words, match: re.Match[str]) -> bool:
    """ "Nineteen ninety-six" is always a year, "two thousand" and "twenty thirty" only where a year may stand."""
    clear = match["spoken"].lower().startswith(("nineteen", "eighteen")) or "year" in match[0].lower()
    return clear or word_before(sentence, match) in words().year_after


def _often(sentence: Words, match: re.Match[str]) -> bool:
    """ "A quarterly dividend" is one kind of dividend, "the daily" a paper; "it is paid quarterly" tells how often."""
    token = sentence.tokens[sentence.token_at(match.start())]
    following = word_after(sentence, match)
    paper = following[:1].isupper() or (token.tag == "NN" and (not following or not _describes(sentence, match)))
    if paper and sentence.mixed and match["often"].lower() in words().papers:
        return False
    return match["often"].lower() not in words().kinds_of or _alone(sentence, match)


def _describes(sentence: Words, match: re.Match[str]) -> bool:
    """Whether the word stands in front of a noun, perhaps with an adjective between: "his daily life"."""
    position = sentence.token_at(match.end() - 1) + 1
    return position < len(sentence.tokens) and sentence.tokens[position].tag.startswith(("NN", "JJ"))


def _feast(sentence: Words, match: re.Match[str]) -> bool:
    """ "Ramadan" may be a man's name: no name stands before it, no noun behind."""
    position = sentence.token_at(match.start())
    named = position > 0 and sentence.tokens[position - 1].tag == "NNP"
    return _alone(sentence, match) and not named


def _whose(sentence: Words, match: re.Match[str]) -> bool:
    """ "Worried about | the future | of Chad": what becomes of it, and no time."""
    return not (match[0].lower().endswith("the future") and word_after(sentence, match).lower() == "of")


_GUARDS = {
    "month": _month, "bare-month": _bare_month, "weekday": _weekday, "year": _year, "uncounted": _uncounted,
    "season": _season, "end": _end, "amount": _amount, "yy": _two_digit_year,
    "alone": _alone, "period": _period, "often": _often, "spoken": _spoken, "feast": _feast, "whose": _whose,
}  # fmt: skip


def passes(guards: tuple[Guard, ...], sentence: Words, match: re.Match[str]) -> bool:
    """Whether a match passes all the guards of its rule."""
    return all(_GUARDS[guard](sentence, match) for guard in guards)
