"""What may be one incident and was left apart is kept with its reasons, and a person's word settles it."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merging.tellings import KARU, Telling
from tests.store.test_growing import TOLD, Told, written
from whosays import desk, gazetteer, store
from whosays.merging.candidates import candidates
from whosays.merging.cluster import UNSURE, bond
from whosays.merging.facts import facts_of
from whosays.merging.pages import Page
from whosays.records import CodedReport, Judgement
from whosays.store import Store, Window

ALL = Window(0, 1000)


def almost() -> list[CodedReport]:
    """Two reports of attacks in one town on one day, of which too little is told to be sure."""
    one = Telling("One Wire", "2026-03-05").of(mode="explosives", town=KARU).done()
    two = Telling("Two Wire", "2026-03-05").of(mode=None, town=KARU).done()
    return [one, two]


def asked(db: Store) -> set[frozenset[str]]:
    """The pairs of events that wait for an answer."""
    return {frozenset({d.one, d.two}) for d in db.screens.doubts(ALL)}


def kept(db: Store, records: list[CodedReport]) -> None:
    for record in records:
        db.keep(record)
    desk.refresh(db)


def said(verdict: str, one: str, two: str, at: str) -> Judgement:
    return Judgement(id="", verdict=verdict, target=one, other=two, by="ana", at=at)  # type: ignore[arg-type]


def test_a_doubt_is_listed_with_its_reasons_and_a_word_settles_it() -> None:
    records = almost()
    one, two = (r.events[0].id for r in records)
    with store.open(":memory:") as db:
        kept(db, records)
        (doubt,) = db.screens.doubts(ALL)
        assert {doubt.one, doubt.two} == {one, two}
        assert {"time", "place", "kind"} <= {r.rule for r in doubt.reasons}
        assert UNSURE <= doubt.weight < 1
        (question,) = desk.questions(db, 5)
        assert "both on 2026-03-04" in question.why
        desk.judge(db, said("not-same", one, two, "2026-03-06"))
        assert asked(db) == set()
        desk.judge(db, said("unsure", one, two, "2026-03-07"))
        assert asked(db) == {frozenset({one, two})}
        desk.judge(db, said("same", one, two, "2026-03-08"))
        assert asked(db) == set()
        assert len(db.incidents()) == 1


def test_one_question_between_two_incidents() -> None:
    first = [Telling(p, "2026-03-05").of(killed=(12, 12), town=KARU).done() for p in ("One Wire", "Two Wire")]
    last = Telling("Three Wire", "2026-03-05").of(mode=None, town=KARU).done()
    with store.open(":memory:") as db:
        kept(db, [*first, last])
        assert len(db.incidents()) == 2
        (doubt,) = db.screens.doubts(ALL)
        desk.judge(db, said("not-same", doubt.one, doubt.two, "2026-03-06"))
        assert asked(db) == set()


def test_any_order_asks_the_same() -> None:
    records = [*almost(), Telling("Three Wire", "2026-03-05").of(killed=(12, 12), town=KARU).done()]
    found = []
    for order in permutations(records):
        with store.open(":memory:") as db:
            for record in order:
                db.keep(record)
                desk.refresh(db)
            found.append([(d.one, d.two, d.weight) for d in db.screens.doubts(ALL)])
    assert all(f == found[0] for f in found)
    assert found[0]


@settings(max_examples=30, deadline=None)
@given(told=st.lists(TOLD, min_size=2, max_size=7), data=st.data())
def test_what_is_open_is_what_merging_left_apart(told: list[Told], data: st.DataObject) -> None:
    """Every open pair lies in two incidents and speaks for itself; every such pair is open."""
    records = list({r.report.id: r for r in (written(n, t) for n, t in enumerate(told))}.values())
    with store.open(":memory:") as db:
        for record in data.draw(st.permutations(records)):
            db.keep(record)
            if data.draw(st.booleans()):
                desk.refresh(db)
        desk.refresh(db)
        home = {event: i.id for i in db.incidents() for event in i.events}
        origins = {f.event.id: f for i in db.incidents() for f in db.facts_of(i)}
        facts = [
            origins[f.event.id] for r in records for f in facts_of(Page(r, gazetteer.load()), "", gazetteer.load())
        ]
        pairs = ((facts[i], facts[j]) for i, j in candidates(facts))
        expected = {
            frozenset({one.event.id, two.event.id})
            for one, two in pairs
            if (found := bond(one, two)) is not None and found.is_doubt and home[one.event.id] != home[two.event.id]
        }
        rows = db._connection.execute(
            """SELECT a.event, b.event FROM doubts JOIN tellings a ON a.number = one JOIN tellings b ON b.number = two
            WHERE open = 1"""
        ).fetchall()
        assert {frozenset(row) for row in rows} == expected
