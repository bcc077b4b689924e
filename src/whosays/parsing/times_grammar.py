"""The grammar of time: a list of rules over the text of one sentence, and what each match says.

A rule is a regular expression made of the atoms below (``<MONTH>``, ``<UNIT>`` ...); its named groups are
read by :func:`reading` into the fields of a ``TimeExpression``. A group ``extent``, where a rule has one,
marks the words of the expression when the rule looks at more than them. Rules never look at other sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from whosays.parse import TimeUnit
from whosays.parsing.times_words import inverted, words

Guard = Literal[
    "month",
    "bare-month",
    "weekday",
    "year",
    "uncounted",
    "season",
    "end",
    "amount",
    "yy",
    "alone",
    "period",
    "often",
    "spoken",
    "feast",
]
Kind = Literal["date", "time", "duration", "set"]
Need = Literal["month", "weekday", "unit"]


class Rule(NamedTuple):
    """One way to tell a time: the pattern, what its matches must pass, and what they say beside their groups."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    guards: tuple[Guard, ...]
    anchor: Literal["publication", "narrative"] | None
    unit: TimeUnit | None
    shift: int | None
    needs: frozenset[Need]  # kinds of words without which no match is possible


def _any(listed: Iterable[str]) -> str:
    """An alternation, longest first, with an optional full stop behind abbreviations left to the atom."""
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(set(listed), key=lambda w: (-len(w), w)))


def _plurals(singulars: Iterable[str]) -> list[str]:
    irregular = words().irregular_plurals
    return [irregular.get(s, s + "s") for s in singulars]


def _number() -> str:
    named = _any(words().numbers)
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: ?1/2|½)?"
    spelt = rf"(?:an? (?=hundred|thousand))?(?:{named})(?:(?:-| and | )(?:{named}))*"
    return rf"(?:{digits}|{spelt})(?:[ -]and[ -]a[ -]half)?"


# How a year is spoken: "nineteen ninety-six" has a ten and perhaps a digit, "twenty twelve" a teen.
_SPOKEN = (range(1, 10), range(10, 20), range(20, 100))


@cache
def _atoms() -> dict[str, str]:
    known = words()
    months = inverted(known.months)
    singular = [w for listed in known.units.values() for w in listed] + list(known.unit_multiples)
    units = singular + _plurals(singular)
    parts = _any(inverted(known.parts))
    number = _number()
    few, teens, tens = (_any(w for w, n in known.numbers.items() if n in r) for r in _SPOKEN)
    return {
        "MONTH": rf"(?P<month>{_any(months)})\b\.?",
        "MONTH2": rf"(?P<month2>{_any(months)})\b\.?",
        "FULLMONTH": rf"(?P<month>{_any(m for m in months if len(m) > 3 or m == 'may')})",
        "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "DAY2": r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "YEAR": r"(?P<year>(?:1[5-9]|20)\d\d)",
        "YEAR2": r"(?P<year2>(?:1[5-9]|20)\d\d)",
        "WEEKDAY": rf"(?P<weekday>{_any(inverted(known.weekdays))})",
        "ANYDAY": rf"(?P<weekday>{_any([*inverted(known.weekdays), *inverted(known.weekdays_short)])})\.?",
        "DAYWORD": _any([*months, *inverted(known.weekdays)]),
        "PLAINNUMBER": number,
        "PART": rf"(?P<part>{parts})",
        "PARTS": rf"(?:{parts})s?",
        "SEASON": rf"(?P<season>{_any(inverted(known.seasons))})",
        "UNIT": rf"(?P<unit>{_any(units)})",
        "UNITS": rf"(?P<unit>{_any(_plurals(singular))})",
        "ONE": rf"(?P<unit>{_any(singular)})",
        "AMOUNT": rf"(?P<amount>{number}|a couple of|couple of|half an?|{_any(known.vague_numbers)}|another|an?)",
        "NUMBER": rf"(?P<amount>{number})",
        "MOD": rf"(?:(?:the |its |very )*(?P<mod>{_any(inverted(known.modifiers))})[- ](?:the )?)?",
        "MODIFIER": rf"(?:the |very )*(?P<mod>{_any(inverted(known.modifiers))})[- ](?:the )?",
        "APPROX": rf"(?:(?P<approx>{_any(inverted(known.approximations))}) )?",
        "DIRECTION": rf"(?P<direction>{_any(known.directions)})",
        "DISTANCE": rf"(?P<distance>{_any(known.distances)})",
        "ORDINAL": rf"(?P<ordinal>{_any(known.ordinals)}|\d\d?(?:st|nd|rd|th))",
        "SPOKEN": r"(?P<spoken>(?:eighteen|nineteen|twenty)[ -]"
        rf"(?:(?:{tens})(?:[ -](?:{few}))?|{teens}|oh[ -](?:{few}))"
        rf"|two thousand(?: (?:and )?(?:(?:{tens})(?:[ -](?:{few}))?|{teens}|{few}))?)",
        "AGO": r"(?P<year_ago>year-ago|year-earlier|prior-year|previous-year)",
        "PERIOD": r"(?P<period>quarter|period)",
        "QUARTERS": r"(?P<ordinal>first|second|third|fourth|final|last|1st|2nd|3rd|4th)",
        "ZONE": rf"(?:,? \(?(?:{_any(known.time_zones)})\)?)?",
        "NAMEDDAY": rf"(?P<named>{_any(known.days_from_now)})",
        "FEAST": rf"(?P<feast>{_any(known.feasts)})",
        "MOVING": rf"(?P<moving>{_any(inverted(known.moving_feasts))})",
        "VAGUE": rf"(?P<vague>{_any(inverted(known.vague))})",
        "SETWORD": rf"(?P<often>{_any(known.sets)})",
        "CLOCKWORD": rf"(?P<clock>{_any(known.clock_words)})",
        "DECADE": rf"(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’`]?(?P<short_decade>[2-9]0)['’]?s"
        rf"|(?P<decade_word>{_any(known.decade_words)}))",
    }


class _Draft(NamedTuple):
    """A rule as it is written below."""

    name: str
    kind: Kind
    template: str
    guards: tuple[Guard, ...] = ()
    anchor: Literal["publication", "narrative"] | None = None
    unit: TimeUnit | None = None
    shift: int | None = None


# Of two matches that overlap the longer wins, of two of one length the rule that stands first.
_DRAFTS = (
    # -- days by their date
    _Draft("iso", "date", r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month_number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
           r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?Z?)?"),
    _Draft("numeric", "date", r"(?P<first>\d{1,2})(?P<slash>[/.])(?P<second>\d{1,2})(?P=slash)(?P<year>(?:19|20)\d\d)"),
    _Draft("numeric", "date", r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<yy>\d\d)"),
    _Draft("month-day-range", "date",
           r"<MOD><MONTH> <DAY>(?: ?[-–—] ?| to | through | until | till )<DAY2>(?:,? <YEAR>)?", ("month",)),
    _Draft("month-day-range", "date", r"(?<=between )<MONTH> <DAY> and <DAY2>(?:,? <YEAR>)?", ("month",)),
    _Draft("day-month-range", "date",
           r"(?:the )?<DAY>(?: ?[-–—] ?| to | through | until | till )(?:the )?<DAY2>(?: of)? <MONTH>(?:,? <YEAR>)?",
           ("month",)),
    _Draft("day-month-range", "date", r"(?<=between )<DAY> and <DAY2> <MONTH>(?:,? <YEAR>)?", ("month",)),
    _Draft("day-month-range", "date",
           r"<DAY> <MONTH>(?: ?[-–—] ?| to | through | until | till )<DAY2> <MONTH2>(?:,? <YEAR>)?", ("month",)),
    _Draft("month-day-range", "date",
           r"<MONTH> <DAY>(?: ?[-–—] ?| to | through | until | till )<MONTH2> <DAY2>(?:,? <YEAR>)?", ("month",)),
    _Draft("two-days", "date", r"<MONTH> <DAY> and <DAY2>(?:,? <YEAR>)?", ("month",)),
    _Draft("month-day", "date",
           r"(?:<ANYDAY>,? )?<MOD>(?:<DIRECTION> )?<MONTH> (?:the )?<DAY>(?:(?:,| of|,? in)? <YEAR>)?"
           r"(?![-–]?\d|[,.:/]\d|%| percent)",
           ("month",)),
    _Draft("month-day-of-year", "date", r"<MONTH> <DAY>,?(?: of)? (?P<of_year>this|last|next) year", ("month",)),
    _Draft("day-month", "date",
           r"(?:<ANYDAY>,? )?<MOD>(?:the )?<DAY>(?: of |[- ]?)<MONTH>(?:(?:,|-| of|,? in)? ?<YEAR>)?", ("month",)),
    _Draft("day-month-of-year", "date",
           r"<DAY>(?: of | )<MONTH>,?(?: of)? (?P<of_year>this|last|next|the (?:same|previous|following)) year",
           ("month",)),
    _Draft("day-month-yy", "date", r"(?:<ANYDAY>,? )?<DAY>[- ]?<MONTH>[- ]?['’]?(?P<yy>\d\d)", ("month", "yy")),
    _Draft("month-day-yy", "date", r"<MONTH> <DAY>, ?['’](?P<yy>\d\d)", ("month",)),
    _Draft("feast", "date", r"(?:<DIRECTION> )?<FEAST>(?:,? <YEAR>)?", ("alone",)),
    _Draft("moving-feast", "date", r"(?:the (?:holy |fasting )?month of )?(?:<DIRECTION> )?<MOVING>(?:,? <YEAR>)?",
           ("feast",)),
    # -- months, seasons, quarters, years
    _Draft("month-range", "date",
           r"<MONTH>(?: ?[-–—] ?| to | through )<MONTH2>(?:,? (?:of )?<YEAR>)?", ("month",)),
    _Draft("month-range", "date", r"(?<=between )<MONTH> and <MONTH2>(?:,? (?:of )?<YEAR>)?", ("month",)),
    _Draft("month-year", "date", r"<MOD><MONTH>(?:,| of|[-])? ?<YEAR>(?!,\d)", ("month",)),
    _Draft("month-of-year", "date",
           r"<MOD><MONTH>(?: of)? (?P<of_year>this|last|next|the (?:same|previous|following)) year", ("month",)),
    _Draft("month-moved", "date", r"(?:the )?<MOD><DIRECTION> <MONTH>", ("month",)),
    _Draft("month-modified", "date", r"<MODIFIER><FULLMONTH>", ("month",)),
    _Draft("month", "date", r"<FULLMONTH>", ("month", "bare-month")),
    _Draft("season", "date", r"(?:the )?<MOD>(?:<DIRECTION> )?<SEASON>(?:(?: of|,)? <YEAR>)?", ("season",)),
    _Draft("quarter", "date",
           r"(?:the |its |this |last |next )?(?:fiscal )?<QUARTERS>[- ](?P<portion>quarter|half)"
           r"(?:,? (?:of )?(?:fiscal )?(?:(?:the )?<YEAR>|(?P<of_year>the|this|last|next) year))?"),
    _Draft("quarter", "date", r"(?:the |its )?(?:<YEAR>(?:['’]s)?|(?P<of_year>this|last|next) year['’]s|<AGO>) "
           r"(?:fiscal )?<QUARTERS>[- ](?P<portion>quarter|half)"),
    _Draft("quarter", "date", r"(?P<portion>Q|H)(?P<ordinal>[1-4])(?: |, | of |/)?<YEAR>?"),
    _Draft("again", "date", r"(?:the|that) (?:latest |most recent )?<PERIOD>", ("period",), None, "quarter"),
    _Draft("again", "date", r"(?:the |its )?(?:<AGO>|<YEAR>|(?P<of_year>last) year['’]s) <PERIOD>", (), None,
           "quarter"),
    _Draft("again", "date", r"(?:the |its )?<AGO>(?= [a-z])", (), None, "quarter"),
    _Draft("again", "date", r"(?:the )?(?:same|like|comparable|corresponding) <PERIOD>"
           r"(?: (?:of |in )?(?:(?P<year_ago>last year|a year (?:ago|earlier|before)|the (?:previous|prior) year)"
           r"|<YEAR>))?", (), None, "quarter"),
    _Draft("year-range", "date", r"<YEAR>[-–—](?:<YEAR2>|(?P<yy2>\d\d))", ("year",)),
    _Draft("year-range", "date", r"(?<=from )<YEAR> (?:to|until|till|through) <YEAR2>"),
    _Draft("year-range", "date", r"(?<=between )<YEAR> and <YEAR2>"),
    _Draft("year-modified", "date", r"<MODIFIER><YEAR>", ("uncounted",)),
    _Draft("year", "date", r"(?:the year |fiscal |fiscal year )?<YEAR>", ("year",)),
    _Draft("year-spoken", "date", r"(?:the year )?<SPOKEN>", ("spoken",)),
    _Draft("month-spoken", "date", r"<MOD><MONTH>,? <SPOKEN>", ("month",)),
    _Draft("season-spoken", "date", r"(?:the )?<MOD><SEASON> (?:of )?<SPOKEN>"),
    _Draft("year-end", "date", r"(?:the )?(?P<year_end>year)(?:['’]s |-| )end", (), "publication", "year", 0),
    _Draft("decade", "date", r"(?:the )?<MOD><DECADE>"),
    _Draft("century", "date", r"(?:the )?<MOD><ORDINAL>[- ](?P<century>century)"),
    # -- weekdays
    _Draft("weekday", "date", r"(?:the )?<MOD>(?:<DIRECTION> )?<WEEKDAY>(?: <PART>)?", ("weekday",)),
    # -- counted from the day of writing or from the day told of
    _Draft("named-day", "date", r"<MOD><NAMEDDAY>(?: <PART>)?", (), "publication", "day"),
    _Draft("tonight", "time", r"<MOD>(?P<tonight>tonight|overnight)", (), "publication", "day", 0),
    _Draft("part-named", "time", r"(?:the )?<MOD><PART> <NAMEDDAY>", (), "publication", "day"),
    _Draft("part-moved", "time", r"(?P<article>the )?<MOD><DIRECTION> <PART>", (), None, "day"),
    _Draft("unit-moved", "date", r"(?P<article>the )?<MOD><DIRECTION> <ONE>(?! (?:and a half|or))", ("amount",)),
    _Draft("unit-moved", "date", r"<MODIFIER>(?P<unit>year|month|week|day)(?! of)", (), "narrative", None, 0),
    _Draft("bare-weekend", "date", r"the weekend", (), "publication", "weekend"),
    _Draft("week-of", "date",
           r"(?:the )?(?P<unit>week) (?:of|beginning|starting) <MONTH> <DAY>(?:,? <YEAR>)?", ("month",)),
    _Draft("day-around", "date", r"(?:the|a) <ONE> (?P<distance>before|earlier|after|later)", ("end",)),
    _Draft("distance", "date",
           r"<APPROX>(?:<PLAINNUMBER>(?: to | or |[-–]))?<AMOUNT>(?:[- ]more)? <UNIT>"
           r"(?P<half> and a half)? <DISTANCE>", ("end",)),
    _Draft("distance", "date", r"(?P<extent><UNITS> (?P<distance>ago|earlier|later))"),
    # -- how long, how often
    _Draft("window", "duration",
           r"(?:the |its |his |their |this )?(?P<direction>last|past|next|coming|previous|preceding|following)"
           r" <APPROX><AMOUNT> <UNIT>(?: or so)?"),
    _Draft("window", "duration", r"the (?P<direction>past) (?P<unit>hour|day|week|month|year|decade|century)"),
    _Draft("first-of", "duration", r"(?:the )?first <NUMBER> <UNITS>"),
    _Draft("duration", "duration",
           r"<APPROX>(?:<PLAINNUMBER>(?: to | or |[-–]))?<AMOUNT>"
           r"(?:[- ](?:full|long|whole|straight|consecutive|more|additional))?"
           r"[- ]<UNIT>(?P<half> and a half)?(?:[- ]long)?(?![- ]olds?\b)", ("amount",)),
    _Draft("duration", "duration", r"(?<=for )(?P<extent><UNITS>)"),
    _Draft("duration", "duration", r"(?:in|after|over|within|of) (?P<extent><UNITS>)(?! (?:of|later|ago))"),
    _Draft("duration", "duration", r"(?P<unit>years|months|weeks|days|decades|centuries|hours)[- ]long"),
    _Draft("one-long", "duration", r"(?P<unit>year|month|week|day|decade|century|hour)-long"),
    _Draft("set", "set", r"(?:every|each)(?: (?P<amount>other|second|<PLAINNUMBER>))? <UNIT>"),
    _Draft("set", "set", r"(?:every|each) <WEEKDAY>(?: <PART>)?", ("weekday",)),
    _Draft("set", "set", r"(?:every|each) <MONTH>", ("month",)),
    _Draft("set", "set", r"(?:every|each) (?:<SEASON>|<PART>)"),
    _Draft("set", "set", r"<WEEKDAY>s(?: <PART>s)?", ("weekday",)),
    _Draft("set", "set", r"<SETWORD>", ("often",)),
    _Draft("set", "set",
           r"(?:once|twice|times|\d|percent|million|billion|thousand|hundreds|%) (?P<extent>(?:a|per) <ONE>)"),
    # -- the clock
    _Draft("clock", "time", r"<APPROX>(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?"
           r"(?P<ampm>[ap]\.? ?m\b\.?)<ZONE>"),
    _Draft("clock", "time", r"<APPROX>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: hours| hrs)?<ZONE>"),
    _Draft("clock", "time", r"<APPROX>(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?: (?:hours|hrs|gmt|utc|z))"),
    _Draft("clock", "time", r"<APPROX>(?P<hour>1[0-2]|[1-9]) o['’]clock(?: in the <PART>)?<ZONE>"),
    _Draft("clock", "time", r"<APPROX>(?P<hour>1[0-2]|[1-9]) in the <PART>"),
    _Draft("clock", "time", r"<CLOCKWORD>"),
    _Draft("part", "time", r"(?<=in the )<MOD><PART>", (), "narrative", "day", 0),
    _Draft("part", "time", r"<MODIFIER><PART>", (), "narrative", "day", 0),
    _Draft("part-of", "time", r"(?:the )?<MOD><PART>(?= (?:of|on) (?:the )?(?:\d|<DAYWORD>))"),
    # -- no day at all
    _Draft("vague", "date", r"<VAGUE>"),
    _Draft("vague-units", "duration", r"recent <UNITS>"),
    _Draft("vague-units", "duration", r"(?:the )?(?:coming|upcoming) <UNITS>"),
)  # fmt: skip

# No rule has one of these atoms where it may be left out.
_NEEDS: dict[str, Need] = {
    "MONTH": "month", "FULLMONTH": "month", "WEEKDAY": "weekday", "UNIT": "unit", "UNITS": "unit", "ONE": "unit",
}  # fmt: skip
_ATOM = re.compile(r"<([A-Z0-9]+)>")


def _compiled(template: str) -> re.Pattern[str]:
    filled = _ATOM.sub(lambda m: _atoms()[m[1]], template)
    return re.compile(rf"(?<![\w$€£/])(?<!\d[.,])(?:{filled})(?!\w)", re.IGNORECASE)


def _needs(template: str) -> frozenset[Need]:
    return frozenset(_NEEDS[atom] for atom in _ATOM.findall(template) if atom in _NEEDS)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled on first use."""
    return tuple(
        Rule(d.name, d.kind, _compiled(d.template), d.guards, d.anchor, d.unit, d.shift, _needs(d.template))
        for d in _DRAFTS
    )


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[Need, re.Pattern[str]], ...]]:
    """What every time expression holds a piece of, and the words that some rules need."""
    known = words()
    units = [w for listed in known.units.values() for w in listed]
    units = [*units, *_plurals(units), *known.unit_multiples]
    needed: dict[Need, Iterable[str]] = {
        "month": inverted(known.months), "weekday": inverted(known.weekdays), "unit": units,
    }  # fmt: skip
    others = [
        *inverted(known.parts), *known.clock_words, *inverted(known.seasons), *known.decade_words,
        *known.days_from_now, *known.sets, *known.feasts, *inverted(known.moving_feasts), *inverted(known.vague),
        "tonight", "overnight", "period", "eighteen", "nineteen", "twenty", "two thousand",
    ]  # fmt: skip
    whole = _any(w for listed in (others, *needed.values()) for w in listed)
    return (
        re.compile(rf"\d|\b(?:{whole})", re.IGNORECASE),
        tuple((need, re.compile(rf"(?<![a-z])(?:{_any(listed)})", re.IGNORECASE)) for need, listed in needed.items()),
    )


def rules_for(text: str) -> tuple[tuple[int, Rule], ...]:
    """The rules that may match in a sentence, each with its place in the list; none for most sentences."""
    any_cue, cues = _cues()
    if not any_cue.search(text):
        return ()
    held = frozenset(need for need, cue in cues if cue.search(text))
    return tuple((order, rule) for order, rule in enumerate(rules()) if rule.needs <= held)
