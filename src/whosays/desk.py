"""The few acts that touch two rooms: what is read is coded and kept; what is kept is merged, judged and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from whosays import briefing, exporting, gazetteer, merging
from whosays.briefing import Brief, Period
from whosays.errors import NotFoundError, RecordError
from whosays.pipeline import Tools, code_reports_on, load_tools, source_of
from whosays.records import (
    CodedReport,
    Event,
    Failure,
    Judgement,
    Mention,
    Report,
    Span,
    Statement,
    identify,
)
from whosays.store import ReportFilter, Store


class Added(msgspec.Struct, frozen=True):
    """What came of adding: reports kept, reports that were kept already, and what failed, why."""

    new: int
    known: int
    failures: tuple[Failure, ...]


def add(
    store: Store,
    items: Iterable[Report | Failure],
    *,
    load: Callable[[], Tools] = load_tools,
    workers: int = 1,
    seen: Callable[[str], None] = lambda _: None,
) -> Added:
    """Code and keep what is new, each report as soon as it is coded, then bring the incidents up to date.

    Args:
        store: where to keep it.
        items: what was read.
        load: makes the coder's tools; asked only when something is new.
        workers: processes to code on.
        seen: told each report's or source's name once it is done, for a progress bar.
    """
    known = 0
    failures: list[Failure] = []
    new = 0

    def fresh() -> Iterator[Report | Failure]:
        nonlocal known
        for item in items:
            if isinstance(item, Report) and store.has(item.id):
                known += 1
                seen(item.title or item.id)
            else:
                yield item

    for outcome in _coded(fresh(), load, workers):
        kept = _keep(store, outcome)
        if isinstance(kept, Failure):
            store.keep_failure(kept)
            failures.append(kept)
        elif kept:
            new += 1
        else:
            known += 1
        seen(_name(outcome))
    refresh(store)
    return Added(new=new, known=known, failures=tuple(failures))


def _keep(store: Store, outcome: CodedReport | Failure) -> bool | Failure:
    """Keep a coded report; one whose records do not fit together is a failure, and stops no other."""
    if isinstance(outcome, Failure):
        return outcome
    try:
        return store.keep(outcome)
    except RecordError as error:
        advice = "Please report it together with this report."
        return Failure(source=source_of(outcome.report), reason=f"a fault in Whosays: {error}", advice=advice)


def _name(outcome: CodedReport | Failure) -> str:
    if isinstance(outcome, Failure):
        return outcome.source
    return outcome.report.title or outcome.report.id


def _coded(
    items: Iterator[Report | Failure], load: Callable[[], Tools], workers: int
) -> Iterator[CodedReport | Failure]:
    """The items coded; the tools are not even loaded until there is a report to code."""
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            yield from code_reports_on(workers, _chain(item, items), load)


def _chain(first: Report, rest: Iterator[Report | Failure]) -> Iterator[Report | Failure]:
    yield first
    yield from rest


def refresh(store: Store) -> None:
    """Derive the incidents and disputes anew when something was kept since."""
    if store.is_stale:
        change = store.change
        merged = merging.merge(store.all_coded(), store.judgements(), gazetteer.load())
        store.rebuild(merged.incidents, merged.disputes, change)


def rerun(
    store: Store,
    *,
    load: Callable[[], Tools] = load_tools,
    workers: int = 1,
    seen: Callable[[str], None] = lambda _: None,
) -> tuple[Failure, ...]:
    """Read every kept report again with the tools of today; a report that fails keeps its old reading."""
    failures: list[Failure] = []
    for outcome in code_reports_on(workers, store.reports(), load):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            store.replace(outcome)
        seen(_name(outcome))
    refresh(store)
    return tuple(failures)


def judge(store: Store, judgement: Judgement) -> bool:
    """Keep a person's decision and bring the incidents up to date; see :func:`decide`."""
    new = decide(store, judgement)
    refresh(store)
    return new


def decide(store: Store, judgement: Judgement) -> bool:
    """Keep a person's decision with the words it was made on; False when this very decision was there already.

    The incidents show it only after :func:`refresh`. ``judgement.id`` may be empty: it is worked out here.

    Raises:
        NotFoundError: the target is no event, statement or mention that is kept.
    """
    anchor, kind = _anchor(store, judgement.target)
    parts = (judgement.verdict, judgement.target, judgement.other, judgement.field, judgement.value)
    whole = msgspec.structs.replace(
        judgement,
        id=judgement.id or identify("judgement", *parts, judgement.by, judgement.at),
        anchor=anchor,
        anchor_type=kind,
    )
    return store.judge(whole)


def _anchor(store: Store, target: str) -> tuple[Span, str]:
    for noun in ("event", "statement", "mention"):
        try:
            found = store.show(f"{noun}:{target}")
        except NotFoundError:
            continue
        if isinstance(found, Event):
            return found.trigger, found.type
        if isinstance(found, Statement):
            return found.cue, found.act
        if isinstance(found, Mention):
            return found.span, found.kind
    raise NotFoundError(f"no event, statement or mention {target!r} to judge; `whosays incidents` and `show` list ids")


def brief(store: Store, period: Period, most: int = briefing.MOST) -> Brief:
    """The situation report of a period, out of what is kept; ``most`` paragraphs in each section."""
    refresh(store)
    return brief_as_derived(store, period, most)


def brief_as_derived(store: Store, period: Period, most: int = briefing.MOST) -> Brief:
    """As :func:`brief`, with the incidents as they were last derived: for a screen that must not wait for merging."""
    wanted = ReportFilter(since=period.since, until=period.until, about=period.about)
    in_view = frozenset(store.screens.reports_wanted(wanted))
    incidents = store.screens.incidents_told_by(in_view)
    disputes = store.screens.disputes_told_by(in_view)
    needed = in_view.union(*(i.reports for i in incidents), *(briefing.reports_of(d) for d in disputes))
    return briefing.compose((store.coded(r) for r in sorted(needed)), incidents, disputes, period, in_view, most)


def export(store: Store, format_: str, out: Path) -> tuple[Path, ...]:
    """Write all that is kept into the folder ``out`` in one of :data:`whosays.exporting.FORMATS`.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
    """
    refresh(store)
    return exporting.export(format_, store.all_coded(), store.incidents(), out)
