"""A sentence, and the times in it: their words and what they say. Two lines add a case."""

from __future__ import annotations

import re

import pytest

from whosays.parse import TimeExpression, Token
from whosays.parsing.times.finding import find_times

_WORD = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|\d[\d,.:/-]*\d|\w+|[^\w\s]")


def _tokens(text: str, tags: dict[str, str]) -> tuple[Token, ...]:
    return tuple(
        Token(i=n, start=m.start(), end=m.end(), text=m[0], lemma=m[0].lower(), tag=tags.get(m[0], ""), dep="", head=n)
        for n, m in enumerate(_WORD.finditer(text))
    )


def _found(text: str, **tags: str) -> list[tuple[str, TimeExpression]]:
    tokens = _tokens(text, tags)
    times = find_times(tokens, ((0, len(tokens)),))
    return [(text[tokens[t.start].start : tokens[t.end - 1].end], t) for t in times]


# The sentence, the words of the time, and the fields that must be set.
CASES: list[tuple[str, str, dict[str, object]]] = [
    ("The accord dates from 11 December 2024.", "11 December 2024", {"year": 2024, "month": 12, "day": 11}),
    ("He fled on December 11th, 2024, by boat.", "December 11th, 2024", {"year": 2024, "month": 12, "day": 11}),
    ("Shells fell on Dec. 11 near the dam.", "Dec. 11", {"month": 12, "day": 11, "year": None}),
    ("Signed 2024-12-11 in the capital.", "2024-12-11", {"year": 2024, "month": 12, "day": 11}),
    ("Signed 23/11/2024 in the capital.", "23/11/2024", {"month": 11, "day": 23, "rule": "numeric"}),
    ("Signed 11/12/2024 in the capital.", "11/12/2024", {"month": 11, "day": 12, "rule": "numeric-either"}),
    ("LIMA, 12 JAN 90 (OWN WIRE)", "12 JAN 90", {"year": 1990, "month": 1, "day": 12}),
    ("It met on Wednesday, December 11, in town.", "Wednesday, December 11", {"weekday": 2, "month": 12, "day": 11}),
    ("It met on Wednesday (Dec. 11) in town.", "Wednesday (Dec. 11", {"weekday": 2, "month": 12, "day": 11}),
    ("The envoy left on Friday.", "Friday", {"weekday": 4, "shift": None}),
    ("The envoy left last Friday.", "last Friday", {"weekday": 4, "shift": -1, "anchor": "publication"}),
    ("They meet next Monday.", "next Monday", {"weekday": 0, "shift": 1}),
    ("They met the following Monday.", "the following Monday", {"weekday": 0, "shift": 1, "anchor": "narrative"}),
    ("A raid on Friday night failed.", "Friday night", {"weekday": 4, "part": "NI", "kind": "time"}),
    ("He resigned yesterday.", "yesterday", {"unit": "day", "shift": -1, "anchor": "publication"}),
    ("Guards fired tonight at a car.", "tonight", {"unit": "day", "shift": 0, "part": "NI"}),
    ("He died two days later.", "two days later", {"unit": "day", "shift": 2, "anchor": "narrative"}),
    ("He died two days ago.", "two days ago", {"unit": "day", "shift": -2, "anchor": "publication"}),
    ("It began about three weeks ago.", "about three weeks ago", {"unit": "week", "shift": -3, "modifier": "APPROX"}),
    ("It began a year and a half ago.", "a year and a half ago", {"unit": "month", "shift": -18}),
    ("It rained last month.", "last month", {"unit": "month", "shift": -1, "anchor": "publication"}),
    ("They fled the next day.", "the next day", {"unit": "day", "shift": 1, "anchor": "narrative"}),
    ("They fled the previous day.", "the previous day", {"unit": "day", "shift": -1, "anchor": "narrative"}),
    ("It fell earlier this month.", "earlier this month", {"unit": "month", "shift": 0, "modifier": "BEFORE"}),
    ("Troops moved this morning.", "this morning", {"unit": "day", "shift": 0, "part": "MO"}),
    ("A strike in March 2023 hit it.", "March 2023", {"month": 3, "year": 2023, "day": None}),
    ("A strike in March hit it.", "March", {"month": 3, "year": None}),
    ("It fell in early 2022.", "early 2022", {"year": 2022, "modifier": "START"}),
    ("It fell in late February.", "late February", {"month": 2, "modifier": "END"}),
    ("It fell in mid-March.", "mid-March", {"month": 3, "modifier": "MID"}),
    ("War came in the 1990s.", "the 1990s", {"year": 1990, "unit": "decade"}),
    ("War came in summer 2021.", "summer 2021", {"part": "SU", "year": 2021}),
    ("Sales fell in the first quarter of 2020.", "the first quarter of 2020", {"part": "Q1", "year": 2020}),
    ("He was jailed in 1998.", "1998", {"year": 1998}),
    ("The 1998 talks failed.", "1998", {"year": 1998}),
    ("It lasted for three days.", "three days", {"kind": "duration", "unit": "day", "amount": 3.0}),
    ("Over the last three years it grew.", "the last three years", {"kind": "duration", "amount": 3.0, "shift": -1}),
    ("A two-year truce ended.", "two-year", {"kind": "duration", "unit": "year", "amount": 2.0}),
    ("They march every Friday.", "every Friday", {"kind": "set", "weekday": 4}),
    ("Patrols pass daily.", "daily", {"kind": "set", "unit": "day"}),
    ("It runs between 3 and 5 May.", "3 and 5 May", {"day": 3, "month": 5, "until": (0, 5, 5)}),
    ("It runs on 12-14 July.", "12-14 July", {"day": 12, "month": 7, "until": (0, 7, 14)}),
    ("He ruled from 2014 to 2016.", "2014 to 2016", {"year": 2014, "until": (2016, 0, 0)}),
    ("A blast at 14:30 on Thursday hurt two.", "14:30 on Thursday", {"hour": 14, "minute": 30, "weekday": 3}),
    ("It struck around 3 p.m. local time.", "around 3 p.m. local time", {"hour": 15, "minute": 0}),
    ("On the night of 12 May it burned.", "the night of 12 May", {"day": 12, "month": 5, "part": "NI"}),
    ("In the early hours of Friday it burned.", "the early hours of Friday", {"weekday": 4, "part": "MO"}),
    (
        "He fled on 21 December last year.",
        "21 December last year",
        {"day": 21, "month": 12, "unit": "year", "shift": -1},
    ),
    ("It reopens in January.", "January", {"month": 1}),
    ("It is quiet now.", "now", {"vague": "PRESENT_REF"}),
    ("Since the September 11 attacks he hid.", "September 11", {"year": 2001}),
    ("He came from the 19th century.", "the 19th century", {"year": 1800, "unit": "century"}),
]


@pytest.mark.parametrize(("text", "words", "fields"), CASES, ids=[c[1] for c in CASES])
def test_a_time_is_found_and_read(text: str, words: str, fields: dict[str, object]) -> None:
    found = _found(text)
    assert [w.rstrip(".") for w, _ in found] == [words.rstrip(".")]
    expression = found[0][1]
    assert {name: getattr(expression, name) for name in fields} == fields


NONE = [
    "They may march on the capital in a second under the sun.",
    "Theresa May met June Park and April Moon.",
    "Rebels burned 2000 homes and killed 1990 people.",
    "He paid $1998 for it, and 2,000 more came.",
    "The 27-year-old guard read the Sunday Times.",
    "The Prague Spring ended; the rebels began to fall apart.",
    "The second half was goalless.",
    "At the last minute he fled.",
    "Version 3.5 scored 12:75.",
    "See example.org/news/2025-02-08 for more.",
    "More than a quarter of the crop and three-quarters of the herd are gone.",
    "The daily Courier wrote about a quarterly dividend.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert _found(text, quarterly="JJ", dividend="NN") == []


def test_a_modal_may_behind_a_number_is_no_month() -> None:
    assert _found("12 MAY DIE IN THE CAMP", MAY="MD") == []
    assert [w for w, _ in _found("12 MAY WAS QUIET IN THE CAMP", MAY="NNP")] == ["12 MAY"]


def test_a_feast_in_front_of_a_noun_is_no_day() -> None:
    assert _found("The Christmas market burned.", market="NN") == []
    assert [w for w, _ in _found("It burned on Christmas Eve.")] == ["Christmas Eve"]


def test_a_full_stop_belongs_to_a_short_month_only() -> None:
    tokens = (
        Token(i=0, start=0, end=2, text="25", lemma="25", tag="", dep="", head=0),
        Token(i=1, start=3, end=10, text="January", lemma="january", tag="", dep="", head=1),
        Token(i=2, start=10, end=11, text=".", lemma=".", tag="", dep="", head=2),
    )
    assert [(t.start, t.end) for t in find_times(tokens, ((0, 3),))] == [(0, 2)]


def test_no_time_reaches_across_a_sentence() -> None:
    tokens = _tokens("It ended in May 12 men died", {})
    found = find_times(tokens, ((0, 4), (4, 7)))
    assert [(t.start, t.end) for t in found] == [(3, 4)]


def test_two_days_in_one_breath_stay_two() -> None:
    assert [w for w, _ in _found("They met on Monday and left on Friday.")] == ["Monday", "Friday"]
