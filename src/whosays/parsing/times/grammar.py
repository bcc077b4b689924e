"""The grammar of time: a list of rules over the text of one sentence, and what each match says.

A rule is a regular expression made of the atoms below (``<MONTH>``, ``<UNIT>`` ...); its named groups are
read by :func:`reading` into the fields of a ``TimeExpression``. A group ``extent``, where a rule has one,
marks the words of the expression when the rule looks at more than them. Rules never look at other sentences.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from whosays.parse import TimeUnit
from whosays.parsing.times.atoms import atoms

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
    "whose",
]
Kind = Literal["date", "time", "duration", "set"]


class Rule(NamedTuple):
    """One way to tell a time: the pattern, what its matches must pass, and what they say beside their groups."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    guards: tuple[Guard, ...]
    anchor: Literal["publication", "narrative"] | None
    unit: TimeUnit | None
    shift: int | None
    needs: frozenset[str]  # the atoms without which no match is possible


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
    _Draft("clock", "time", r"<APPROX><HOUR>(?:[:.](?P<minute>[0-5]\d))? ?"
           r"(?P<ampm>[ap]\.? ?m\b\.?)<ZONE>"),
    _Draft("clock", "time", r"<APPROX><HOUR24>:(?P<minute>[0-5]\d)(?: hours| hrs)?<ZONE>"),
    _Draft("clock", "time", r"<APPROX><HHMM>(?: (?:hours|hrs|gmt|utc|z))"),
    _Draft("clock", "time", r"<APPROX><OCLOCK> o['’]clock(?: in the <PART>)?<ZONE>"),
    _Draft("clock", "time", r"<APPROX><OCLOCK> in the <PART>"),
    _Draft("clock", "time", r"<CLOCKWORD>"),
    _Draft("part", "time", r"(?<=in the )<MOD><PART>", (), "narrative", "day", 0),
    _Draft("part", "time", r"<MODIFIER><PART>", (), "narrative", "day", 0),
    _Draft("part-of", "time", r"(?:the )?<MOD><PART>(?= (?:of|on) (?:the )?(?:\d|<DAYWORD>))"),
    # -- no day at all
    _Draft("vague", "date", r"<VAGUE>", ("whose",)),
    _Draft("vague-units", "duration", r"recent <UNITS>"),
    _Draft("vague-units", "duration", r"(?:the )?(?:coming|upcoming) <UNITS>"),
)  # fmt: skip

_ATOM = re.compile(r"<([A-Z0-9]+)>")
_GROUP = re.compile(r"\((\?(?:P<\w+>|:|<?[=!]))?([^()]*)\)([?*])?")


def _compiled(template: str) -> re.Pattern[str]:
    filled = _ATOM.sub(lambda m: atoms()[m[1]], template)
    return re.compile(rf"(?<![\w$€£/])(?<!\d[.,])(?:{filled})(?!\w)", re.IGNORECASE)


def needs(template: str) -> frozenset[str]:
    """The atoms of a rule that every match holds: those that may not be left out and are no choice among others."""
    rest = ""
    while rest != template:
        rest, template = template, _GROUP.sub(_always, template)
    return frozenset() if "|" in rest else frozenset(_ATOM.findall(re.sub(r"<[A-Z0-9]+>\?", "", rest)))


def _always(group: re.Match[str]) -> str:
    """What is always there of a group that holds no other group."""
    opened, inside, left_out = group.groups()
    looks_round = opened is not None and opened[-1] in "=!"
    return "" if left_out or looks_round or "|" in inside else inside


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled on first use."""
    return tuple(
        Rule(d.name, d.kind, _compiled(d.template), d.guards, d.anchor, d.unit, d.shift, needs(d.template))
        for d in _DRAFTS
    )
