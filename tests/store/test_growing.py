"""Merging that grows gives what merging everything at once gives, in any order, with any decisions, after any rerun."""

from __future__ import annotations

from typing import Literal

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merging.tellings import BEL, KARU, SUBURB, Telling, Town
from tests.store.agreeing import agrees
from whosays import desk, store
from whosays.records import CodedReport, Judgement

Verdict = Literal["same", "not-same", "unsure", "wrong"]
WIDE: Town = ("country:KAR", 9.0, 9.0)
COPIED = "the very same long text is printed by one paper and by another one word for word and again in the evening"


class Told(msgspec.Struct, frozen=True):
    """One report to be written: who prints it when, and what it tells."""

    publisher: str
    published: int
    when: int | None
    town: Town | None
    killed: int | None
    copied: bool
    word: str | None
    negated: bool


TOLD = st.builds(
    Told,
    publisher=st.sampled_from("ABCD"),
    published=st.integers(4, 7),
    when=st.sampled_from([None, 3, 4, 5, 6]),
    town=st.sampled_from([None, KARU, BEL, SUBURB, WIDE]),
    killed=st.sampled_from([None, 5, 12, 14]),
    copied=st.booleans(),
    word=st.sampled_from([None, "claim", "deny", "blame"]),
    negated=st.booleans(),
)


def written(number: int, told: Told) -> CodedReport:
    """The report, with words of its own unless it is a copy."""
    tail = COPIED if told.copied else " ".join(f"own{number}x{n}" for n in range(60))
    telling = Telling(told.publisher, f"2026-03-{told.published:02}", note=f"{tail} {number}")
    telling.of(
        when=f"2026-03-{told.when:02}" if told.when else None,
        town=told.town,
        killed=(told.killed, told.killed) if told.killed else None,
        status="negated" if told.negated else "happened",
        evidence="A blast killed 12 people and hurt 30 in TOWN" if told.copied else None,
    )
    match told.word:
        case "claim":
            telling.says("words", "group:reds", "claim", ("responsible", "true"))
        case "deny":
            telling.says("words", "group:blues", "deny", ("occurred", "false"))
        case "blame":
            telling.says("words", "body:ministry", "blame", ("responsible", "true"), of="group:blues")
    return telling.done()


@settings(max_examples=60, deadline=None)
@given(told=st.lists(TOLD, min_size=2, max_size=9), data=st.data())
def test_any_order_and_any_batches(told: list[Told], data: st.DataObject) -> None:
    records = list({r.report.id: r for r in (written(n, t) for n, t in enumerate(told))}.values())
    order = data.draw(st.permutations(records))
    cuts = data.draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))
    with store.open(":memory:") as db:
        for n, (record, cut) in enumerate(zip(order, cuts, strict=True), start=1):
            db.keep(record)
            if cut:
                desk.refresh(db)
                agrees(db, list(order[:n]), [])
        desk.refresh(db)
        agrees(db, records, [])


@settings(max_examples=40, deadline=None)
@given(told=st.lists(TOLD, min_size=3, max_size=7), data=st.data())
def test_decisions_and_their_reversal(told: list[Told], data: st.DataObject) -> None:
    records = list({r.report.id: r for r in (written(n, t) for n, t in enumerate(told))}.values())
    events = [r.events[0] for r in records]
    with store.open(":memory:") as db:
        for record in records[:-1]:
            db.keep(record)
        desk.refresh(db)
        for n in range(data.draw(st.integers(1, 4))):
            one = data.draw(st.sampled_from(events[:-1]))
            other = data.draw(st.sampled_from([*events[:-1], None]))
            verdicts: list[Verdict] = ["same", "not-same", "unsure"] if other else ["wrong", "unsure"]
            verdict = data.draw(st.sampled_from(verdicts))
            if other is one:
                continue
            decision = Judgement(
                id="", verdict=verdict, target=one.id, other=other.id if other else None, by="ana", at=f"2026-03-1{n}"
            )
            desk.judge(db, decision)
            agrees(db, records[:-1], db.judgements())
        db.keep(records[-1])
        desk.refresh(db)
        agrees(db, records, db.judgements())


@settings(max_examples=25, deadline=None)
@given(told=st.lists(TOLD, min_size=3, max_size=6), again=TOLD)
def test_a_report_that_is_read_anew(told: list[Told], again: Told) -> None:
    records = list({r.report.id: r for r in (written(n, t) for n, t in enumerate(told))}.values())
    first = records[0]
    other = written(
        0,
        msgspec.structs.replace(again, publisher=told[0].publisher, published=told[0].published, copied=told[0].copied),
    )
    assert other.report == first.report
    with store.open(":memory:") as db:
        for record in records:
            db.keep(record)
        desk.refresh(db)
        db.replace(other)
        desk.refresh(db)
        agrees(db, [other, *records[1:]], [])
        db.rebuild([], [])  # another hand
        db.replace(first)
        desk.refresh(db)
        agrees(db, records, [])
