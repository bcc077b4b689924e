"""Which tellings make one incident: conservative, reversible, and the same in any order."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from typing import Literal

from tests.merging.tellings import BEL, KARU, Telling, groups, merged
from whosays import gazetteer
from whosays.merging import merge
from whosays.records import Judgement

Verdict = Literal["same", "not-same", "unsure"]


def judged(told: Sequence[Telling], verdict: Verdict, at: str = "2026-03-10T10:00") -> Judgement:
    """A decision on the first two of these."""
    one, two = told[:2]
    return Judgement(id=at, verdict=verdict, target=one.event, other=two.event, by="ana", at=at)


def test_two_reports_of_one_attack() -> None:
    told = [Telling("A").of(killed=(12, 12)), Telling("B").of(killed=(11, None))]
    found = merged(*told)
    assert groups(found, *told) == [[0, 1]]
    assert {"kind", "time", "place", "toll"} <= {r.rule for r in found.incidents[0].reasons}


def test_similar_attacks_in_one_town_on_other_days_stay_apart() -> None:
    told = [Telling("A", f"2026-03-{n:02}").of(when=f"2026-03-{n:02}", killed=(5, 5)) for n in (4, 6, 8)]
    assert groups(merged(*told), *told) == [[0], [1], [2]]


def test_one_day_two_towns_stay_apart() -> None:
    told = [Telling("A").of(town=KARU, killed=(5, 5)), Telling("B").of(town=BEL, killed=(5, 5))]
    assert groups(merged(*told), *told) == [[0], [1]]


def test_one_day_and_country_are_not_enough() -> None:
    wide = ("country:KAR", 9.0, 9.0)
    told = [Telling("A").of(town=wide), Telling("B").of(town=wide), Telling("C").of()]
    assert groups(merged(*told), *told) == [[0], [1], [2]]


def test_a_country_and_the_same_great_toll_join() -> None:
    told = [Telling("A").of(town=("country:KAR", 9.0, 9.0), killed=(12, 12)), Telling("B").of(killed=(12, 12))]
    assert groups(merged(*told), *told) == [[0, 1]]


def test_a_bridge_glues_nothing() -> None:
    wide = ("country:KAR", 9.0, 9.0)
    told = [
        Telling("A").of(town=KARU, killed=(12, 12)),
        Telling("B").of(town=wide, killed=(12, 12)),
        Telling("C").of(town=BEL, killed=(12, 12)),
    ]
    assert groups(merged(*told), *told) == [[0], [1], [2]]


def test_a_bridge_between_days_glues_nothing() -> None:
    told = [
        Telling("A").of(when="2026-03-03", killed=(12, 12)),
        Telling("B").of(when="2026-03-04", killed=(12, 12)),
        Telling("C").of(when="2026-03-05", killed=(12, 12)),
    ]
    found = groups(merged(*told), *told)
    assert [0, 1, 2] not in found
    assert all(not {0, 2} <= set(group) for group in found)


def test_a_named_victim_joins_without_day_or_place() -> None:
    def of(publisher: str, known: str) -> Telling:
        telling = Telling(publisher)
        return telling.of(when=None, town=None, roles=[telling.role("Ada Moor", known, "recipient", "killed")])

    told = [of("A", "person:ada-moor"), of("B", "person:ada-moor"), of("C", "person:bo-lund")]
    assert groups(merged(*told), *told) == [[0, 1], [2]]


def test_an_attack_told_without_a_day_joins_the_only_one_that_fits() -> None:
    told = [Telling("A").of(killed=(12, 12)), Telling("B").of(when=None, killed=(11, None))]
    assert groups(merged(*told), *told) == [[0, 1]]


def test_an_attack_told_without_a_day_joins_neither_of_two() -> None:
    told = [
        Telling("A").of(when="2026-03-02", killed=(12, 12)),
        Telling("B").of(when="2026-03-04", killed=(12, 12)),
        Telling("C").of(when=None, killed=(12, 12)),
    ]
    assert groups(merged(*told), *told) == [[0], [1], [2]]


def test_an_attack_told_without_a_town_joins_where_its_report_is_set() -> None:
    bare = Telling("B").of(town=None, killed=(12, None))
    bare.place("OTHERTOWN", KARU)
    told = [Telling("A").of(killed=(12, 12)), bare, Telling("C").of(town=None, killed=(12, None))]
    assert groups(merged(*told), *told) == [[0, 1], [2]]


def test_a_meeting_announced_and_held_is_one() -> None:
    def of(publisher: str, published: str, planned: bool) -> Telling:
        telling = Telling(publisher, published)
        roles = [telling.role("REDS", "person:ada"), telling.role("BLUES", "person:bo")]
        return telling.of("CONSULT", None, roles=roles, status="planned" if planned else "happened")

    told = [of("A", "2026-03-01", True), of("B", "2026-03-05", False)]
    (incident,) = merged(*told).incidents
    assert incident.status == "happened"
    assert incident.id == told[0].event


def test_a_later_report_of_the_next_day_joins() -> None:
    told = [Telling("A", "2026-03-04").of(killed=(12, 12)), Telling("A", "2026-03-05").of(killed=(15, 15))]
    assert groups(merged(*told), *told) == [[0, 1]]


def test_a_copy_tells_the_same_deed_even_without_day_and_town() -> None:
    words = "A blast killed 12 people and hurt 30 in TOWN"
    note = "the very same long text is printed by one paper and by another one word for word and again"
    told = [Telling(p, note=note).of(when=None, town=None, evidence=words) for p in ("A", "B")]
    assert groups(merged(*told), *told) == [[0, 1]]


def test_any_order_gives_the_same() -> None:
    told = [
        Telling(p, f"2026-03-{d:02}").of(when=f"2026-03-{d:02}", town=t, killed=(k, k))
        for p, (d, t, k) in zip("ABCDEFGHIJKL", itertools.product((3, 4, 6), (KARU, BEL), (12, 14)), strict=True)
    ]
    told.append(Telling("M").of(when=None, killed=(12, 12)))
    records = [t.done() for t in told]
    first = merge(records, (), gazetteer.load())
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert merge(records, (), gazetteer.load()) == first


def test_adding_a_report_twice_changes_nothing() -> None:
    told = [Telling("A").of(), Telling("B").of()]
    assert merged(*told, *told) == merged(*told)


# -- people's decisions -------------------------------------------------------------------------


def test_judged_not_the_same() -> None:
    told = [Telling("A").of(), Telling("B").of()]
    found = merged(*told, judgements=[judged(told, "not-same")])
    assert groups(found, *told) == [[0], [1]]


def test_judged_the_same_against_every_rule() -> None:
    told = [Telling("A").of(), Telling("B").of(town=BEL, when="2026-03-09")]
    found = merged(*told, judgements=[judged(told, "same")])
    assert groups(found, *told) == [[0, 1]]
    assert [r.rule for r in found.incidents[0].reasons] == ["judgement"]


def test_a_decision_is_taken_back() -> None:
    told = [Telling("A").of(), Telling("B").of()]
    apart = judged(told, "not-same")
    assert groups(merged(*told, judgements=[judged(told, "unsure", "2026-03-11T10:00"), apart]), *told) == [[0, 1]]
    assert groups(merged(*told, judgements=[judged(told, "same", "2026-03-11T10:00"), apart]), *told) == [[0, 1]]
    assert groups(merged(*told, judgements=[judged(told, "unsure", "2026-03-09T10:00"), apart]), *told) == [[0], [1]]


def test_not_the_same_holds_against_a_bridge() -> None:
    told = [Telling("A").of(), Telling("B").of(), Telling("C").of()]
    found = groups(merged(*told, judgements=[judged(told, "not-same")]), *told)
    assert all(not {0, 1} <= set(group) for group in found)
