"""Each comparator: what agrees, what clashes, and what it cannot tell."""

from __future__ import annotations

import pytest

from tests.merging.tellings import BEL, KARU, SUBURB, Telling
from whosays.merging import compare, manner, outlines, parties
from whosays.merging.compare import SAME
from whosays.merging.outlines import CLASH
from whosays.records import Actor, Interval

A = "One Wire"
B = "Two Wire"
WEEK = Interval(start="2026-03-02", end="2026-03-09", precision="week")
YEAR = Interval(start="2026-01-01", end="2027-01-01", precision="year")


def weigh(comparator: compare.Comparator, one: Telling, two: Telling) -> float | None:
    """A comparator's weight, the same both ways round."""
    there, back = comparator(one.fact(), two.fact()), comparator(two.fact(), one.fact())
    assert (there.weight if there else None) == (back.weight if back else None)
    return there.weight if there else None


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        ("explosives", "explosives", 0.2),
        ("explosives", "suicide-attack", 0.1),
        ("drone", "aerial", 0.1),
        ("explosives", None, 0.1),
        ("targeted", "firearms", 0.1),
        ("explosives", "firearms", CLASH),
    ],
)
def test_kind_by_mode(one: str | None, two: str | None, weight: float) -> None:
    assert weigh(outlines.kind, Telling(A).of(mode=one), Telling(B).of(mode=two)) == weight


def test_another_class_clashes() -> None:
    assert weigh(outlines.kind, Telling(A).of("ASSAULT"), Telling(B).of("PROTEST")) == CLASH


def test_status() -> None:
    happened = Telling(A).of()
    assert weigh(outlines.status, happened, Telling(B).of()) is None
    assert weigh(outlines.status, happened, Telling(B).of(status="ongoing")) is None
    assert weigh(outlines.status, happened, Telling(B).of(status="attempted")) == CLASH
    assert weigh(outlines.status, happened, Telling(B).of(status="planned")) == CLASH


def test_an_announced_meeting_is_held_on_its_day() -> None:
    held = Telling(A).of("CONSULT", None)
    assert weigh(outlines.status, held, Telling(B).of("CONSULT", None, status="planned")) == 0.0
    assert weigh(outlines.status, held, Telling(B).of("CONSULT", None, status="planned", when=None)) == CLASH


def test_time() -> None:
    wednesday = Telling(A).of()
    assert weigh(outlines.time, wednesday, Telling(B).of()) == 0.4
    assert weigh(outlines.time, wednesday, Telling(B).of(when=WEEK)) == 0.1
    assert weigh(outlines.time, wednesday, Telling(B).of(when=YEAR)) is None
    assert weigh(outlines.time, wednesday, Telling(B).of(when=None)) is None
    assert weigh(outlines.time, wednesday, Telling(B).of(when="2026-03-05")) == -0.2
    assert weigh(outlines.time, wednesday, Telling(B).of(when="2026-03-06")) == CLASH


def test_meetings_on_neighbouring_days_are_two() -> None:
    one, two = Telling(A).of("CONSULT", None), Telling(B).of("CONSULT", None, when="2026-03-05")
    assert weigh(outlines.time, one, two) == CLASH


def test_an_hour_lies_within_its_day() -> None:
    noon = Interval(start="2026-03-04T12:00", end="2026-03-04T12:01", precision="minute")
    assert weigh(outlines.time, Telling(A).of(), Telling(B).of(when=noon)) == 0.4


def test_recency() -> None:
    dated = Telling(A).of()
    assert weigh(outlines.recency, dated, Telling(B, "2026-03-05").of(when=None)) == 0.3
    assert weigh(outlines.recency, dated, Telling(B, "2026-03-09").of(when=None)) is None
    assert weigh(outlines.recency, dated, Telling(B, "2026-03-03").of(when=None)) is None
    assert weigh(outlines.recency, dated, Telling(B, None).of(when=None)) is None
    assert weigh(outlines.recency, dated, Telling(B).of()) is None
    assert weigh(outlines.recency, Telling(A).of(when=None), Telling(B).of(when=None)) == 0.3


def test_place() -> None:
    karu = Telling(A).of()
    assert weigh(outlines.place, karu, Telling(B).of()) == 0.4
    assert weigh(outlines.place, karu, Telling(B).of(town=SUBURB)) == 0.3
    assert weigh(outlines.place, karu, Telling(B).of(town=("country:KAR", 9.0, 9.0))) == 0.1
    assert weigh(outlines.place, karu, Telling(B).of(town=None)) is None
    assert weigh(outlines.place, karu, Telling(B).of(town=BEL)) == CLASH
    assert weigh(outlines.place, karu, Telling(B).of(town=("Karu ", 10.0, 20.0), country="BEL")) == CLASH


def test_setting() -> None:
    bare = Telling(A).of(town=None)
    bare.place("OTHERTOWN", KARU)
    assert weigh(manner.setting, bare, Telling(B).of()) == 0.2
    assert weigh(manner.setting, bare, Telling(B).of(town=BEL)) is None
    assert weigh(manner.setting, Telling(A).of(), Telling(B).of()) is None


def victim(publisher: str, known: str, effect: str | None = "killed") -> Telling:
    telling = Telling(publisher)
    return telling.of(roles=[telling.role("Ada Moor", known, "recipient", effect)])


def test_victims() -> None:
    ada = victim(A, "person:ada-moor")
    assert weigh(parties.victims, ada, victim(B, "person:ada-moor")) == 1.0
    assert weigh(parties.victims, ada, victim(B, "person:bo-lund")) == CLASH
    assert weigh(parties.victims, ada, Telling(B).of()) is None
    assert weigh(parties.victims, victim(A, "own:moor"), victim(B, "own:moor")) == 0.5
    assert weigh(parties.victims, victim(A, "group:reds", None), victim(B, "group:reds", None)) == 0.2


def talks(publisher: str, *known: str) -> Telling:
    telling = Telling(publisher)
    words = ("REDS", "BLUES", "MINISTRY", "Ada Moor")
    return telling.of("CONSULT", None, roles=[telling.role(w, k) for w, k in zip(words, known, strict=False)])


def test_those_at_talks() -> None:
    one = talks(A, "person:ada", "person:bo")
    assert weigh(parties.actors, one, talks(B, "person:ada", "person:bo")) == 0.5
    assert weigh(parties.actors, one, talks(B, "person:ada", "person:cy")) == CLASH
    assert weigh(parties.actors, one, talks(B, "person:cy", "person:di")) == CLASH
    assert weigh(parties.actors, one, talks(B, "person:ada")) == 0.05
    assert weigh(parties.actors, one, talks(B)) is None
    assert weigh(parties.actors, talks(A, "body:sco", "person:bo"), talks(B, "body:sco", "person:cy")) == pytest.approx(
        0.3
    )


def test_a_leader_at_talks_is_on_a_states_side() -> None:
    leader, state = Telling(A), Telling(B)
    leader.of("CONSULT", None, roles=[leader.role("REDS", "person:ada")])
    leader.draft.actor("REDS", Actor(id="person:ada", name="Ada", kind="person", part_of=("KAR",)))
    state.of("CONSULT", None, roles=[state.role("REDS", "KAR")])
    assert weigh(parties.actors, leader, state) is None


def test_those_who_attack() -> None:
    def attack(publisher: str, known: str) -> Telling:
        telling = Telling(publisher)
        return telling.of(roles=[telling.role("REDS", known)])

    assert weigh(parties.actors, attack(A, "group:reds"), attack(B, "group:reds")) == 0.2
    assert weigh(parties.actors, attack(A, "group:reds"), attack(B, "group:blues")) is None


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        ((12, 12), (12, None), 0.4),
        ((4, 4), (4, 4), 0.25),
        ((1, 1), (1, 1), 0.05),
        ((12, 12), (11, 11), 0.2),
        ((1614, None), (1628, 1628), 0.4),
        ((101, 101), (120, 120), 0.2),
        ((1, 1), (2, 2), 0.0),
        ((12, 12), (60, 60), -0.5),
        ((12, 12), (20, 20), 0.0),
        ((12, None), (60, 60), 0.0),
        ((12, 12), None, None),
    ],
)
def test_toll(one: tuple[int, int | None], two: tuple[int, int | None] | None, weight: float | None) -> None:
    assert weigh(manner.toll, Telling(A).of(killed=one), Telling(B).of(killed=two)) == weight


def test_the_same_words_out_of_one_origin() -> None:
    words = "A blast killed 12 people and hurt 30 in TOWN"
    one, two = Telling(A).of(evidence=words).fact("wire"), Telling(B).of(evidence=words)
    assert manner.wording(one, two.fact("wire")) is not None
    assert manner.wording(one, two.fact("other")) is None
    assert manner.wording(one, Telling(B).of().fact("wire")) is None


def test_a_clash_stands_alone() -> None:
    reasons = compare.compare(Telling(A).of().fact(), Telling(B).of(town=BEL).fact())
    assert [r.rule for r in reasons] == ["place"]
    assert compare.clash(reasons)


def test_kind_day_and_town_make_one() -> None:
    reasons = compare.compare(Telling(A).of().fact(), Telling(B).of().fact())
    assert compare.total(reasons) >= SAME
    assert {r.rule for r in reasons} == {"kind", "time", "place"}


def test_distance() -> None:
    paris, london = Telling(A).of(town=("Paris", 48.8566, 2.3522)), Telling(B).of(town=("London", 51.5074, -0.1278))
    one, two = paris.fact().place, london.fact().place
    assert one is not None
    assert two is not None
    assert outlines.distance_km(one, two) == pytest.approx(344, abs=2)


def test_one_report_that_counts_two_attacks_apart() -> None:
    few, many = Telling(A, note="the same report"), Telling(A, note="the same report")
    assert weigh(manner.toll, few.of(killed=(2, 2)), many.of(killed=(30, 30))) == CLASH
