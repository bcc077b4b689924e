"""The few acts that touch two rooms: what is read is coded and kept; what is kept is merged, judged and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from whosays import briefing, exporting, gazetteer, merging
from whosays.briefing import Brief, Period
from whosays.errors import NotFoundError, RecordError
from whosays.merging import Change
from whosays.pipeline import Tools, code_reports_on, load_tools, source_of
from whosays.records import (
    CodedReport,
    Event,
    Failure,
    Incident,
    Judgement,
    Mention,
    Report,
    Span,
    Statement,
    identify,
)
from whosays.store import ReportFilter, Store, Window


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
    """Bring the incidents and disputes up to date when something was kept since; only what that touches is redone."""
    store.grow(lambda shelf, changed: merging.grow(shelf, changed, store.judgements(), gazetteer.load()))


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
    """Keep a person's decision with the words it was made on; the incidents show it only after :func:`refresh`.

    False, and nothing kept, where this very decision was there already, or the same person's word on the same matter
    says so already. ``judgement.id`` may be empty: it is worked out here. "unsure" takes an earlier decision back.

    Raises:
        NotFoundError: the target is no event, statement or mention that is kept, or there is no such field or value.
    """
    merging.check(judgement, gazetteer.load())
    anchor, kind = _anchor(store, judgement.target)
    if judgement.verdict == "corrected" and judgement.field in merging.PARTIES:
        _is_party(store, judgement.value or "", anchor)
    other, other_kind = _anchor(store, judgement.other) if judgement.other is not None else (None, None)
    parts = (judgement.verdict, judgement.target, judgement.other, judgement.field, judgement.value)
    whole = msgspec.structs.replace(
        judgement,
        id=judgement.id or identify("judgement", *parts, judgement.by, judgement.at),
        anchor=anchor,
        anchor_type=kind,
        other_anchor=other,
        other_anchor_type=other_kind,
    )
    mine = [j for j in said_before(store, whole) if j.by == whole.by]
    return not mine and store.judge(whole)


def said_before(store: Store, judgement: Judgement) -> tuple[Judgement, ...]:
    """The decisions, by whomever, that say the same on the same matter and that no later one has overruled."""
    found: list[Judgement] = []
    for earlier in sorted(store.judgements(), key=lambda j: (j.at, j.id)):
        if merging.matter(earlier) == merging.matter(judgement):
            agrees = (earlier.verdict, earlier.value) == (judgement.verdict, judgement.value)
            found = [*found, earlier] if agrees else []
    return tuple(found)


def undo(store: Store, prefix: str, by: str, at: str) -> Judgement:
    """Take a decision back by a new one that says "unsure"; both stay on record.

    Raises:
        NotFoundError: no decision's id begins so, several do, or a later one has overruled it already.
    """
    found = [j for j in store.judgements() if j.id.startswith(prefix)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found) or 'no'} decisions begin with {prefix!r}; `whosays judgements` lists them")
    (judgement,) = found
    if judgement not in merging.in_force(store.judgements()) or judgement.verdict == "unsure":
        raise NotFoundError(f"decision {judgement.id} is not in force: a later one on the same matter overrules it")
    back = msgspec.structs.replace(judgement, id="", verdict="unsure", value=None, by=by, at=at)
    whole = msgspec.structs.replace(back, id=identify("judgement", "unsure", judgement.id, by, at))
    store.judge(whole)
    refresh(store)
    return whole


class Decision(msgspec.Struct, frozen=True):
    """A decision as a list shows it: what was decided on what, by whom and when, and whether it counts.

    ``state`` is "in force", "overruled" (by a later one), or "unattached": its words are no longer read as such a deed.
    """

    id: str
    verdict: str
    target: str
    other: str | None
    field: str | None
    value: str | None
    by: str
    at: str
    state: str


def decisions(store: Store) -> list[Decision]:
    """All decisions in the order in which they were made, none ever dropped."""
    judgements = store.judgements()
    counting = {j.id for j in merging.in_force(judgements)}
    return [_shown(store, j, j.id in counting) for j in judgements]


class Question(msgspec.Struct, frozen=True):
    """Two tellings that may be of one incident and were left apart: their events and words, and what speaks for it."""

    one: str
    two: str
    one_told: str
    two_told: str
    weight: float
    why: str


def questions(store: Store, most: int) -> list[Question]:
    """What may be one incident and waits for a person's word, the likeliest first."""
    return [
        Question(
            d.one, d.two, _told(store, d.one), _told(store, d.two), d.weight, "; ".join(r.detail for r in d.reasons)
        )
        for d in store.screens.doubts(Window(0, most))
    ]


def _told(store: Store, event: str) -> str:
    """An event in its report's own words, with whose they are."""
    record = store.show(f"event:{event}")
    assert isinstance(record, Event), "asked for an event"
    report = store.coded(record.trigger.report).report
    return f"{report.publisher or 'a report'}: {report.words(record.evidence[0])}"


def _shown(store: Store, judgement: Judgement, counts: bool) -> Decision:
    state = "in force" if counts else "overruled"
    ends = [(judgement.target, judgement.anchor, judgement.anchor_type)]
    if judgement.other is not None:
        ends.append((judgement.other, judgement.other_anchor, judgement.other_anchor_type))
    if any(merging.attached(*end, store) is None for end in ends):
        state = "unattached"
    return Decision(
        judgement.id, judgement.verdict, judgement.target, judgement.other, judgement.field, judgement.value,
        judgement.by, judgement.at, state,
    )  # fmt: skip


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


def _is_party(store: Store, mention: str, event: Span) -> None:
    """See that words of the event's own report name somebody.

    Raises:
        NotFoundError: they do not.
    """
    span, kind = _anchor(store, mention)
    if kind != "actor" or span.report != event.report:
        raise NotFoundError(f"{mention} is no party in the report of that event; its mentions of kind actor are")


def brief(store: Store, period: Period, most: int = briefing.MOST) -> Brief:
    """The situation report of a period, out of what is kept; ``most`` paragraphs in each section.

    With a first day it also tells what is new since then, what was updated, and what became disputed or corroborated.
    """
    refresh(store)
    return brief_as_derived(store, period, most)


def brief_as_derived(store: Store, period: Period, most: int = briefing.MOST) -> Brief:
    """As :func:`brief`, with the incidents as they were last derived: for a screen that must not wait for merging."""
    wanted = ReportFilter(since=period.since, until=period.until, about=period.about)
    in_view = frozenset(store.screens.reports_wanted(wanted))
    incidents = store.screens.incidents_told_by(in_view)
    disputes = store.screens.disputes_told_by(in_view)
    needed = in_view.union(*(i.reports for i in incidents), *(briefing.reports_of(d) for d in disputes))
    records = {r: judged(store, r) for r in sorted(needed)}
    changed = changes(store, incidents, period.since, records) if period.since is not None else ()
    dated, first = store.screens.past() if period.since is not None else ([], None)
    past = briefing.past_of(dated, [first]) if first is not None else None
    view = briefing.View(in_view, most, changed, past)
    return briefing.compose(records.values(), incidents, disputes, period, view)


def judged(store: Store, report: str) -> CodedReport:
    """A report with its records as people corrected them; what was judged wrong is left out."""
    corrections = store.corrections().get(report, ())
    return merging.as_judged(store.coded(report), corrections, gazetteer.load())


def changes(
    store: Store, incidents: Iterable[Incident], since: str, records: Mapping[str, CodedReport] | None = None
) -> tuple[Change, ...]:
    """What the reports published since a day changed in these incidents.

    Args:
        store: what is kept, up to date.
        incidents: those to look at.
        since: the first day that counts as new (ISO).
        records: the incidents' reports as people corrected them, where they are at hand.
    """
    found: list[Change] = []
    for incident in incidents:
        facts = store.facts_of(incident)
        at_hand = records or {}
        told = {r: at_hand.get(r) or judged(store, r) for r in sorted({f.report for f in facts})}
        found.extend(merging.changes(incident, facts, told, since, gazetteer.load()))
    return tuple(found)


def export(store: Store, format_: str, out: Path, sure: float = 0.0) -> tuple[Path, ...]:
    """Write what is kept into the folder ``out`` in one of :data:`whosays.exporting.FORMATS`.

    Events less sure than ``sure`` (0 to 1) are left out, unless a person decided on them, and incidents of which only
    such events tell, with the disputes about these. What was said about them stays and does not point at them.

    Raises:
        NotFoundError: there is no such format; the message lists those there are.
    """
    refresh(store)
    corrections = store.corrections()
    known = gazetteer.load()
    unsure = store.unsure_events(sure)
    records = (
        merging.left_out(merging.as_judged(r, corrections.get(r.report.id, ()), known), unsure)
        for r in store.all_coded()
    )
    incidents = tuple(i for i in store.incidents() if not unsure.issuperset(i.events))
    told = {None, *(i.id for i in incidents)}
    disputes = tuple(d for d in store.disputes() if d.incident in told)
    return exporting.export(format_, records, merging.Merged(incidents, disputes), out)
