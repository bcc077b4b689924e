"""A sentence, when it was written, and the days that its times mean. Two lines add a case."""

from __future__ import annotations

import re

import msgspec
import pytest

from whosays.parse import Parse, TimeExpression, Token
from whosays.parsing.times.finding import find_times
from whosays.records import Interval, Report, report_id
from whosays.resolving.dates.anchoring import Anchors, anchors_of, attach_time, event_time, inherited, resolve_times

_WORD = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|\d[\d,.:/-]*\d|\w+|[^\w\s]")
KNOWN = "2025-06-30"


def _report(text: str, published: str | None = None, dateline: str | None = None) -> Report:
    identifier = report_id(text, None, None)
    return Report(id=identifier, text=text, published=published, dateline_date=dateline)


def _parse(text: str, published: str | None = None, dateline: str | None = None) -> Parse:
    """Words and sentences without syntax; a sentence ends at a full stop before a space."""
    tokens = tuple(
        Token(i=n, start=m.start(), end=m.end(), text=m[0], lemma=m[0].lower(), tag="", dep="", head=n)
        for n, m in enumerate(_WORD.finditer(text))
    )
    ends = [n + 1 for n, t in enumerate(tokens) if t.text == "." or n == len(tokens) - 1]
    sentences = tuple(zip([0, *ends], ends, strict=False))
    return Parse(
        report=_report(text, published, dateline), tokens=tokens, sentences=sentences,
        times=find_times(tokens, sentences),
    )  # fmt: skip


def _resolved(text: str, published: str | None = None, dateline: str | None = None) -> tuple[Interval, ...]:
    parse = _parse(text, published, dateline)
    return resolve_times(parse, anchors_of(parse.report, KNOWN))


# 2024-12-11 was a Wednesday. Text, published, then start, end, precision and basis of its one time.
CASES: list[tuple[str, str | None, str | None, str | None, str | None, str]] = [
    ("It met on 11 December 2019.", None, "2019-12-11", "2019-12-12", "day", "explicit"),
    ("It met on Wednesday, December 11.", None, "2024-12-11", "2024-12-12", "day", "weekday"),
    ("It met on Wednesday, December 11.", "2019-12-20", "2019-12-11", "2019-12-12", "day", "weekday"),
    ("It met on December 11.", "2024-12-13", "2024-12-11", "2024-12-12", "day", "explicit"),
    ("It met on December 11.", "2025-02-01", "2024-12-11", "2024-12-12", "day", "explicit"),
    ("It will meet on February 3.", "2024-12-13", "2025-02-03", "2025-02-04", "day", "explicit"),
    ("It met on Friday.", "2024-12-11", "2024-12-06", "2024-12-07", "day", "weekday"),
    ("It met on Wednesday.", "2024-12-11", "2024-12-11", "2024-12-12", "day", "weekday"),
    ("It will meet on Friday.", "2024-12-11", "2024-12-13", "2024-12-14", "day", "weekday"),
    ("It met last Wednesday.", "2024-12-11", "2024-12-04", "2024-12-05", "day", "weekday"),
    ("It met on Friday.", None, None, None, None, "none"),
    ("It met yesterday.", "2024-12-11", "2024-12-10", "2024-12-11", "day", "relative"),
    ("It met yesterday.", None, None, None, None, "none"),
    ("It met two days ago.", "2024-12-01T08:00", "2024-11-29", "2024-11-30", "day", "relative"),
    ("It met last week.", "2024-12-11", "2024-12-02", "2024-12-09", "week", "relative"),
    ("It met last month.", "2024-12-11", "2024-11-01", "2024-12-01", "month", "relative"),
    ("It met earlier this month.", "2024-12-11", "2024-12-01", "2024-12-12", "month", "relative"),
    ("It met in March.", "2024-12-11", "2024-03-01", "2024-04-01", "month", "explicit"),
    ("It met in December.", "2024-12-11", "2024-12-01", "2025-01-01", "month", "explicit"),
    ("It met last June.", "2024-12-11", "2024-06-01", "2024-07-01", "month", "relative"),
    ("It met last December.", "2024-12-11", "2023-12-01", "2024-01-01", "month", "relative"),
    ("It met on 21 March last year.", "2024-12-11", "2023-03-21", "2023-03-22", "day", "relative"),
    ("It met on 29 February last year.", "2024-12-11", None, None, None, "none"),
    ("It fell in early 2022.", None, "2022-01-01", "2022-05-03", "year", "explicit"),
    ("It fell in the 1990s.", None, "1990-01-01", "2000-01-01", "decade", "explicit"),
    ("It fell in the third quarter of 2020.", None, "2020-07-01", "2020-10-01", "quarter", "explicit"),
    ("It fell last summer.", "2024-12-11", "2024-06-01", "2024-09-01", "season", "relative"),
    ("It fell over the weekend.", "2024-12-11", "2024-12-07", "2024-12-09", "weekend", "relative"),
    ("It ran on 12-14 July.", "2024-12-11", "2024-07-12", "2024-07-15", "day", "explicit"),
    ("It ran from 2014 to 2016.", None, "2014-01-01", "2017-01-01", "year", "explicit"),
    ("It blew up at 14:30 on Thursday.", "2024-12-14", "2024-12-12T14:30", "2024-12-12T14:31", "minute", "weekday"),
    ("It burned on Friday night.", "2024-12-14", "2024-12-13", "2024-12-14", "part-of-day", "weekday"),
    ("It fell on 29 February 2019.", None, None, None, None, "none"),
    ("Over the last three years it grew.", "2024-12-11", "2021-12-11", "2024-12-12", "day", "relative"),
    ("Since the September 11 attacks he hid.", "2024-12-11", "2001-09-11", "2001-09-12", "day", "explicit"),
]


@pytest.mark.parametrize(("text", "published", "start", "end", "precision", "basis"), CASES)
def test_a_time_is_anchored(
    text: str, published: str | None, start: str | None, end: str | None, precision: str | None, basis: str
) -> None:
    (interval,) = _resolved(text, published)
    assert (interval.start, interval.end, interval.precision, interval.basis) == (start, end, precision, basis)


VALUES = [
    ("It lasted for three days.", "P3D"), ("It lasted for years.", "PXY"), ("It took 90 minutes.", "PT90M"),
    ("Patrols pass daily.", "P1D"), ("They pray every Friday.", "XXXX-WXX-5"), ("It is calm now.", "PRESENT_REF"),
    ("It met last week.", "2024-W49"), ("It fell last fall.", "2024-FA"), ("It met on Friday night.", "2024-12-06TNI"),
    ("It fell in the 1990s.", "199"), ("It ran for two decades.", "P20Y"),
    ("It ran on 12-14 July.", "2024-07-12/2024-07-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_the_value_is_that_of_timex3(text: str, value: str) -> None:
    (interval,) = _resolved(text, "2024-12-11")
    assert interval.value == value


def test_the_weekday_decides_the_year_and_the_other_years_are_candidates() -> None:
    (interval,) = _resolved("The group convened on Wednesday, December 11.")
    assert interval.start == "2024-12-11"
    assert interval.candidates == ("2019-12-11", "2013-12-11", "2002-12-11", "1996-12-11")
    (known_earlier,) = resolve_times(
        _parse("The group convened on Wednesday, December 11."), Anchors(known_until="2020-01-01")
    )
    assert known_earlier.start == "2019-12-11"


def test_other_dates_of_an_undated_report_give_the_year() -> None:
    texts = "A summit was held on November 29. The group convened on Wednesday, December 11."
    summit, meeting = _resolved(texts)
    assert (summit.start, summit.anchor) == ("2024-11-29", "2024-12-11")
    assert meeting.candidates[0] == "2019-12-11"


def test_the_dateline_stands_before_publication() -> None:
    (interval,) = _resolved("Rebels attacked on Tuesday.", "2024-12-13", "--12-10")
    assert (interval.start, interval.anchor) == ("2024-12-10", "2024-12-10")


def test_a_dateline_without_year_takes_the_nearest_to_publication() -> None:
    assert anchors_of(_report("x", "2025-01-02", "--12-30"), KNOWN).dateline == "2024-12-30"
    assert anchors_of(_report("x", None, "--12-30"), KNOWN).dateline == "2024-12-30"
    assert anchors_of(_report("x", None, "2023-12-30"), KNOWN).dateline == "2023-12-30"


def test_the_next_day_counts_from_the_day_told_before() -> None:
    text = "He was shot on 3 May 2020. He died the next day. A week later they buried him."
    assert [i.start for i in _resolved(text, "2024-12-11")][:2] == ["2020-05-03", "2020-05-04"]


def test_the_next_day_of_nothing_stays_open() -> None:
    (interval,) = _resolved("He died the next day.", "2024-12-11")
    assert (interval.start, interval.basis) == (None, "none")


def test_a_bare_weekday_near_a_told_day_has_two_candidates() -> None:
    _, friday = _resolved("He was shot on 11 December 2024. He died on Friday.")
    assert (friday.start, friday.candidates) == (None, ("2024-12-06", "2024-12-13"))


def test_two_small_numbers_keep_the_other_reading() -> None:
    (interval,) = _resolved("Signed 11/12/2024 in the capital.")
    assert (interval.start, interval.candidates) == ("2024-11-12", ("2024-12-11",))


def test_what_is_no_full_date_anchors_nothing() -> None:
    anchors = anchors_of(_report("x", "2024-12", "yesterday"), KNOWN)
    assert (anchors.publication, anchors.dateline, anchors.written) == (None, None, None)


def test_inheriting_keeps_the_days_and_says_so() -> None:
    (interval,) = _resolved("It met on 11 December 2019.")
    assert inherited(interval) == msgspec.structs.replace(interval, basis="inherited")


# -- with syntax --------------------------------------------------------------------------------


def _syntax(published: str, *rows: tuple[str, str, str, str, int]) -> Parse:
    """One sentence of (word, lemma, tag, dependency, head) with one space between words."""
    tokens: list[Token] = []
    offset = 0
    for n, (word, lemma, tag, dep, head) in enumerate(rows):
        tokens.append(
            Token(i=n, start=offset, end=offset + len(word), text=word, lemma=lemma, tag=tag, dep=dep, head=head)
        )
        offset += len(word) + 1
    report = _report(" ".join(r[0] for r in rows), published)
    sentences = ((0, len(rows)),)
    return Parse(report=report, tokens=tuple(tokens), sentences=sentences, times=find_times(tuple(tokens), sentences))


def _days(parse: Parse) -> list[str | None]:
    return [i.start for i in resolve_times(parse, anchors_of(parse.report, KNOWN))]


def test_the_governing_verb_tells_the_side() -> None:
    planned = _syntax(
        "2024-12-11", ("Talks", "talk", "NNS", "nsubj:pass", 2), ("were", "be", "VBD", "aux:pass", 2),
        ("scheduled", "schedule", "VBN", "root", 2), ("for", "for", "IN", "case", 4),
        ("Friday", "Friday", "NNP", "obl", 2),
    )  # fmt: skip
    held = _syntax(
        "2024-12-11", ("Talks", "talk", "NNS", "nsubj:pass", 2), ("were", "be", "VBD", "aux:pass", 2),
        ("held", "hold", "VBN", "root", 2), ("on", "on", "IN", "case", 4), ("Friday", "Friday", "NNP", "obl", 2),
    )  # fmt: skip
    assert (_days(planned), _days(held)) == (["2024-12-13"], ["2024-12-06"])


def test_a_reported_deed_does_not_take_the_time_of_the_saying() -> None:
    parse = _syntax(
        "2024-12-11", ("Police", "police", "NNS", "nsubj", 1), ("said", "say", "VBD", "root", 1),
        ("on", "on", "IN", "case", 3), ("Friday", "Friday", "NNP", "obl", 1), ("gunmen", "gunman", "NNS", "nsubj", 5),
        ("killed", "kill", "VBD", "ccomp", 1), ("two", "two", "CD", "obj", 5), ("on", "on", "IN", "case", 8),
        ("Tuesday", "Tuesday", "NNP", "obl", 5),
    )  # fmt: skip
    resolved = resolve_times(parse, anchors_of(parse.report, KNOWN))
    said, killed = event_time(parse, 1, resolved), event_time(parse, 5, resolved)
    assert said is not None
    assert killed is not None
    assert (said.start, killed.start) == ("2024-12-06", "2024-12-10")
    only_friday: tuple[TimeExpression, ...] = parse.times[:1]
    assert attach_time(parse, 5, only_friday) is None


def test_a_deed_in_an_added_clause_shares_the_time_of_the_main_one() -> None:
    parse = _syntax(
        "2024-12-11", ("Rebels", "rebel", "NNS", "nsubj", 1), ("attacked", "attack", "VBD", "root", 1),
        ("a", "a", "DT", "det", 3), ("base", "base", "NN", "obj", 1), ("on", "on", "IN", "case", 5),
        ("Friday", "Friday", "NNP", "obl", 1), (",", ",", ",", "punct", 7), ("killing", "kill", "VBG", "advcl", 1),
        ("five", "five", "CD", "obj", 7),
    )  # fmt: skip
    assert attach_time(parse, 7, parse.times) == parse.times[0]


def test_a_noun_that_triggers_takes_its_own_time() -> None:
    parse = _syntax(
        "2024-12-11", ("He", "he", "PRP", "nsubj", 1), ("condemned", "condemn", "VBD", "root", 1),
        ("Friday", "Friday", "NNP", "nmod:poss", 4), ("'s", "'s", "POS", "case", 2),
        ("attack", "attack", "NN", "obj", 1),
    )  # fmt: skip
    assert attach_time(parse, 4, parse.times) == parse.times[0]
