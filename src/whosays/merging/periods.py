"""Counts over a period: "since October 43,000 people have been killed" tells of many deeds, and is no single one."""

from __future__ import annotations

import re

from whosays.merging.outlines import HARM, MARKED
from whosays.merging.pages import Page
from whosays.merging.wordings import knowledge
from whosays.records import Event

_BEFORE = 24  # characters before a time in which the word stands that makes it a beginning
_SHORT = 3  # days: "in the last 48 hours" is one night's deed as well
_REST = 60  # characters behind a telling in which it may go on: "... have died | since the war began"
_STOP = re.compile(r"[.;!?\n]|,\s+(?:and|but|bringing|taking|raising)\b")
_WORD = re.compile(r"[^\W_]+")


def is_period(page: Page, event: Event, days: int | None) -> bool:
    """Whether an event is told as a count over a period, longer than a few days.

    Args:
        page: its report.
        event: the event.
        days: how long its time is, where it has one.
    """
    if event.type == MARKED or (event.type not in HARM and not event.tolls):
        return False  # a march that has gone on since Monday is one march
    when = event.when
    if when.span is None or when.basis in {"dateline", "publication", "inherited"}:
        return _goes_on(page, event)
    if counts_on(page, event):
        return True
    return (when.kind == "duration" or "/" in when.value) and (days is None or days > _SHORT)


def counts_on(page: Page, event: Event) -> bool:
    """Whether the time told is only the beginning, and what is told went on until the report."""
    return event.when.span is not None and _since(page, event.when.span.start)


def _since(page: Page, at: int) -> bool:
    """Whether a time is one from which is counted: "since | March", "so far | this year"."""
    before = " ".join(_WORD.findall(page.record.report.text[max(0, at - _BEFORE) : at].lower()))
    return any(before == phrase or before.endswith(f" {phrase}") for phrase in knowledge().counting_from)


def _goes_on(page: Page, event: Event) -> bool:
    """Whether a telling without a time of its own says over what it counts: "in three days of fighting"."""
    report = page.record.report
    for span in event.evidence:
        rest = _STOP.split(report.text[span.end : span.end + _REST], maxsplit=1)[0]
        words = " ".join(_WORD.findall(f"{report.words(span)} {rest}".lower()))
        if any(f" {phrase} " in f" {words} " for phrase in knowledge().counting_over):
            return True
    return False
