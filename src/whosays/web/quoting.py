"""The words that something rests on, with some of the text around them, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from whosays import merging
from whosays.records import CodedReport, Judgement, Report, Span
from whosays.web.asked import View

_AROUND = 110  # characters of text shown on either side of the words


class Named(View, frozen=True, kw_only=True):
    """Somebody or some place by id and name; ``id`` None is somebody whom no list and no report knows further."""

    id: str | None
    name: str


class Quote(View, frozen=True, kw_only=True):
    """Words of a report: ``before`` and ``after`` are what stands around them on the same line."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    start: int
    end: int
    before: str
    words: str
    after: str


class Verdict(View, frozen=True, kw_only=True):
    """The decision that counts on something: the last one, unless it was taken back."""

    target: str
    other: str | None
    verdict: str
    field: str | None
    value: str | None
    by: str
    at: str


def quote(report: Report, span: Span) -> Quote:
    """The words of a span with what stands around them."""
    text = report.text
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    if span.start - len(before) > 0 and len(before) == _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0]} …"
    return Quote(
        report=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.day,
        start=span.start,
        end=span.end,
        before=before,
        words=text[span.start : span.end],
        after=after,
    )


def named(coded: CodedReport, mention: str | None) -> Named | None:
    """Who or what a mention stands for, by name; None when there is no such mention."""
    words = coded.mention(mention)
    if words is None:
        return None
    entity = coded.entity(mention)
    return Named(id=entity.id, name=entity.name) if entity else Named(id=None, name=words.name)


def in_force(judgements: Iterable[Judgement]) -> tuple[Verdict, ...]:
    """What counts of the decisions: of several on one thing (or pair, or field) the last; "unsure" takes it back."""
    return tuple(
        Verdict(target=j.target, other=j.other, verdict=j.verdict, field=j.field, value=j.value, by=j.by, at=j.at)
        for j in merging.in_force(judgements)
        if j.verdict != "unsure"
    )
