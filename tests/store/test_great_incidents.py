"""Many reports of few deeds, which are near each other: one more takes its place as if all were grouped anew."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.sets import groups
from evaluation.synthetic import reports_of_one
from tests.factory import Draft, day
from tests.store.agreeing import agrees
from whosays import desk, store
from whosays.merging.compare import compare
from whosays.merging.facts import Fact
from whosays.records import Actor, CodedReport, EventStatus, Interval, Judgement, Reason, Role, Toll
from whosays.store import Store

GOLD = sorted((Path(groups.__file__).parents[1] / "gold" / "groups").glob("*.yaml"))
TOWNS = {"KARU": (10.0, 20.0), "KARU EAST": (10.05, 20.0), "BEL": (12.0, 20.0), "country:KAR": (9.0, 9.0)}
COPIED = "the very same long text is printed by one paper and by another one word for word and again in the evening"
WORDS = ("opening", "middle", "closing")


class Deed(msgspec.Struct, frozen=True):
    """What a report tells of one deed."""

    when: int | None
    town: str | None
    killed: int | None
    dead: str | None
    mode: str | None
    status: EventStatus
    copied: bool


class Told(msgspec.Struct, frozen=True):
    """One report: whose it is, its day, and what it tells."""

    publisher: str
    published: int
    copied: bool
    deeds: tuple[Deed, ...]


STATUSES: tuple[EventStatus, ...] = ("happened", "happened", "happened", "happened", "negated")
DEED = st.builds(
    Deed,
    when=st.sampled_from([None, 3, 4, 4, 5]),
    town=st.sampled_from([None, "KARU", "KARU", "KARU EAST", "BEL", "country:KAR"]),
    killed=st.sampled_from([None, 1, 12, 14]),
    dead=st.sampled_from([None, None, None, "person:ada", "person:bea"]),
    mode=st.sampled_from([None, "explosives", "explosives", "firearms"]),
    status=st.sampled_from(STATUSES),
    copied=st.booleans(),
)
TOLD = st.builds(
    Told,
    publisher=st.sampled_from("ABC"),
    published=st.integers(4, 7),
    copied=st.booleans(),
    deeds=st.lists(DEED, min_size=1, max_size=3).map(tuple),
)


def written(number: int, told: Told) -> CodedReport:
    """The report, with words of its own unless it is a copy."""
    tail = COPIED if told.copied else " ".join(f"own{number}x{n}" for n in range(60))
    parts = [f"The {word} blast killed people in TOWN{word}, and DEAD{word} died there at once." for word in WORDS]
    draft = Draft(
        f"{number} {tail}. {' '.join(parts)}", publisher=told.publisher, published=f"2026-03-{told.published:02}"
    )
    for word, deed in zip(WORDS, told.deeds, strict=False):
        place = None
        if deed.town is not None:
            known = deed.town if ":" in deed.town else f"place:{deed.town.lower()}"
            place = draft.place(f"TOWN{word}", "KAR", at=TOWNS[deed.town], known=known)
        roles: list[Role] = []
        if deed.dead is not None:
            who = Actor(id=deed.dead, name=deed.dead.partition(":")[2], kind="person")
            roles.append(Role(mention=draft.actor(f"DEAD{word}", who), part="recipient", effect="killed"))
        tolls: list[Toll] = []
        if deed.killed is not None:
            tolls.append(draft.toll("killed", deed.killed, deed.killed, words=f"{word} blast"))
        draft.event(
            "ASSAULT",
            word,
            mode=deed.mode,
            place=place,
            when=day(f"2026-03-{deed.when:02}") if deed.when else Interval(),
            roles=roles,
            tolls=tolls,
            status=deed.status,
            evidence=parts[0] if deed.copied and word == WORDS[0] else None,
        )
    return draft.done()


def added_one_by_one(db: Store, records: Sequence[CodedReport]) -> None:
    for record in records:
        db.keep(record)
        desk.refresh(db)


@settings(max_examples=40, deadline=None)
@given(told=st.lists(TOLD, min_size=4, max_size=14), data=st.data())
def test_any_order_of_arrival(told: list[Told], data: st.DataObject) -> None:
    records = [written(n, t) for n, t in enumerate(told)]
    order = data.draw(st.permutations(records))
    with store.open(":memory:") as db:
        added_one_by_one(db, order[: len(order) // 2])
        agrees(db, order[: len(order) // 2], [])
        added_one_by_one(db, order[len(order) // 2 :])
        agrees(db, records, [])


@settings(max_examples=40, deadline=None)
@given(told=st.lists(TOLD, min_size=5, max_size=12), data=st.data())
def test_decisions_hold_for_what_comes_later(told: list[Told], data: st.DataObject) -> None:
    records = [written(n, t) for n, t in enumerate(told)]
    early = records[: len(records) // 2]
    events = [e.id for r in early for e in r.events]
    verdicts: list[Literal["same", "not-same", "wrong"]] = ["same", "not-same", "wrong"]
    with store.open(":memory:") as db:
        added_one_by_one(db, early)
        for n in range(data.draw(st.integers(1, 3))):
            verdict = data.draw(st.sampled_from(verdicts))
            one = data.draw(st.sampled_from(events))
            two = None if verdict == "wrong" else data.draw(st.sampled_from(events))
            if one != two:
                desk.judge(db, Judgement(id="", verdict=verdict, target=one, other=two, by="ana", at=f"2026-03-1{n}"))
        agrees(db, early, db.judgements())
        added_one_by_one(db, records[len(records) // 2 :])
        agrees(db, records, db.judgements())


@pytest.mark.parametrize("path", GOLD[::4], ids=lambda p: p.stem)
def test_the_groups_of_the_gold_in_any_order(path: Path) -> None:
    records = [groups.coded(telling) for telling in groups.read(path).reports]
    random.Random(path.stem).shuffle(records)
    with store.open(":memory:") as db:
        added_one_by_one(db, records)
        agrees(db, records, [])


@pytest.mark.parametrize("seed", range(3))
def test_a_great_incident_in_any_order(seed: int) -> None:
    records = list(islice(reports_of_one(seed), 40))
    random.Random(seed).shuffle(records)
    with store.open(":memory:") as db:
        added_one_by_one(db, records)
        agrees(db, records, [])


def test_one_more_report_is_compared_once_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def counting(one: Fact, two: Fact) -> tuple[Reason, ...]:
        compared.append((one.report, two.report))
        return compare(one, two)

    for room in ("cluster", "placing"):
        monkeypatch.setattr(sys.modules[f"whosays.merging.{room}"], "compare", counting)
    records = list(islice(reports_of_one(1), 61))
    with store.open(":memory:") as db:
        db.keep_many(records[:60])
        desk.refresh(db)
        compared.clear()
        added_one_by_one(db, records[60:])
        assert len(compared) == len(set(compared)) <= 60
