"""The set ``news-cluster``: articles of many outlets grouped by what they are about.

What the set calls an event is what a newsroom calls a story: the deed and all that follows, over days or months. It is
held against our stories; beside it against the leading incidents, which are narrower. An article that is of no story,
or has no incident, stands alone. The categories are those of the set; what is asked is world news. Half of the labels,
by a hash of their names, were looked at when settings were chosen (``seen_``); the other half was not (``unseen_``).
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import whosays
from evaluation.clustering import Measure, b3, grouped
from evaluation.request import Case, EvaluationError, Request, Result, files
from whosays.records import CodedReport

_CATEGORY = "world"
_LEFT_OUT = "panama_papers"  # a topic, and no event


class Article(msgspec.Struct, frozen=True):
    """An article, what it is about, and its category."""

    id: str
    text: str
    published: str | None
    event: str
    category: str


Told = tuple[Article, CodedReport]


class _Raw(msgspec.Struct):
    text: str
    newsCluster: str | dict[str, str | int]  # noqa: N815 - as the set writes it
    title: str | None = None
    date_publish: str | None = None
    url: str | None = None


def run(request: Request) -> Result:
    """Groups the articles of the category, and those of every category."""
    articles = [read(path) for path in files(request, "*.json")]
    coded = [(a, record) for a in articles if (record := _coded(a)) is not None]
    wanted = [(a, r) for a, r in coded if a.category == _CATEGORY and a.event != _LEFT_OUT]
    records, all_records = [r for _, r in wanted], [r for _, r in coded]
    homes, all_homes = stories(records), stories(all_records)
    scored, every = _scored(wanted, homes), _scored(coded, all_homes)
    narrow, all_narrow = _scored(wanted, group(records)), _scored(coded, group(all_records))
    seen, unseen = (_scored(coded, all_homes, half) for half in (True, False))
    return Result(
        keys={
            "b3_f1": scored.f1,
            "b3_p": scored.p,
            "b3_r": scored.r,
            "all_b3_f1": every.f1,
            "all_b3_p": every.p,
            "all_b3_r": every.r,
            "seen_b3_f1": seen.f1,
            "seen_b3_p": seen.p,
            "unseen_b3_f1": unseen.f1,
            "unseen_b3_p": unseen.p,
            "world_seen_b3_f1": _scored(wanted, homes, half=True).f1,
            "world_unseen_b3_f1": _scored(wanted, homes, half=False).f1,
            "incident_b3_f1": narrow.f1,
            "incident_b3_p": narrow.p,
            "incident_b3_r": narrow.r,
            "all_incident_b3_f1": all_narrow.f1,
            "articles": len(wanted),
            "events": len({a.event for a, _ in wanted}),
            "groups": len(set(homes)),
            "all_articles": len(coded),
            "unread": len(articles) - len(coded),
        },
        cases=tuple(_cases(wanted, homes)),
        notes={
            "mapping": "the set's events are our stories (whosays.stories); incident_ keys: the leading incident",
            "halves": "by the parity of the SHA-256 of a label; weights were chosen on the even ones (seen)",
        },
    )


def is_seen(event: str) -> bool:
    """Whether a label is of the half on which settings were chosen."""
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2 == 0


def _scored(articles: Sequence[Told], homes: Sequence[str], half: bool | None = None) -> Measure:
    """The measure of some articles and their homes; of one half of the labels alone where one is named."""
    kept = [(a.id, a.event, home) for (a, _), home in zip(articles, homes, strict=True)]
    kept = [k for k in kept if half is None or is_seen(k[1]) == half]
    return b3(grouped((i, event) for i, event, _ in kept), grouped((i, home) for i, _, home in kept))


def _cases(wanted: Sequence[tuple[Article, CodedReport]], homes: Sequence[str]) -> Iterator[Case]:
    by_home: dict[str, set[str]] = {}
    for (article, _), home in zip(wanted, homes, strict=True):
        by_home.setdefault(home, set()).add(article.event)
    for (article, record), home in sorted(zip(wanted, homes, strict=True), key=lambda w: (w[0][0].event, w[0][0].id)):
        leading = whosays.leading_event(record)
        words = record.report.words(leading.trigger) if leading else "-"
        verdict = "alone" if home.startswith("report:") else "mixed" if len(by_home[home]) > 1 else "pure"
        told = f"{home} {leading.type if leading else '-'} {words}"
        yield Case(id=f"{article.event} {article.id[:8]}", verdict=verdict, gold=(article.event,), found=(told,))


def _coded(article: Article) -> CodedReport | None:
    try:
        return whosays.code(whosays.read_text(article.text, published=article.published))
    except whosays.UnreadableError:
        return None


def stories(records: Sequence[CodedReport]) -> list[str]:
    """For each report its story; its own where it is of none."""
    story = {report: s.id for s in whosays.stories(records) for report in s.reports}
    return [story.get(r.report.id, f"report:{r.report.id}") for r in records]


def group(records: Sequence[CodedReport]) -> list[str]:
    """For each report the id of its leading incident; its own where it has none."""
    incidents = whosays.merge(records).incidents
    leading = [whosays.leading_incident(record, incidents) for record in records]
    return [i.id if i is not None else f"report:{r.report.id}" for r, i in zip(records, leading, strict=True)]


def read(path: Path) -> Article:
    """One article as a report: its title, a blank line, and its text without the title that the set repeats there."""
    try:
        raw = msgspec.json.decode(path.read_bytes(), type=_Raw)
        told = ast.literal_eval(raw.newsCluster) if isinstance(raw.newsCluster, str) else raw.newsCluster
        title = raw.title or ""
        text = "\n\n".join(part for part in (title, raw.text.strip().removeprefix(title).strip()) if part)
        published = (raw.date_publish or "")[:10]
        day = published if len(published) == 10 and published[4] == "-" else None
        return Article(path.stem, text, day, str(told["Event"]), str(told["Category"]))
    except (msgspec.DecodeError, ValueError, KeyError, TypeError, SyntaxError) as error:
        raise EvaluationError(f"{path}: not an article of the set ({error!r})") from error
