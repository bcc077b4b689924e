"""Only neighbours are compared: what shares no key is never looked at."""

from __future__ import annotations

from tests.merging.tellings import BEL, KARU, SUBURB, Telling
from whosays.merging.candidates import candidates


def pairs(*tellings: Telling) -> tuple[tuple[int, int], ...]:
    return candidates([t.fact() for t in tellings])


def test_one_day_and_town() -> None:
    assert pairs(Telling("A").of(), Telling("B").of()) == ((0, 1),)


def test_the_next_day_and_the_suburb() -> None:
    assert pairs(Telling("A").of(), Telling("B").of(town=SUBURB, when="2026-03-05")) == ((0, 1),)


def test_another_class_day_or_town_is_no_candidate() -> None:
    told = Telling("A").of(), Telling("B").of("PROTEST", None), Telling("C").of(when="2026-03-09")
    assert pairs(*told, Telling("D").of(town=BEL)) == ()


def test_a_town_in_the_country_told() -> None:
    assert pairs(Telling("A").of(), Telling("B").of(town=("country:KAR", 9.0, 9.0))) == ((0, 1),)


def test_news_without_a_day() -> None:
    assert pairs(Telling("A").of(), Telling("B").of(when=None)) == ((0, 1),)
    assert pairs(Telling("A").of(), Telling("B", "2026-03-20").of(when=None)) == ()


def test_news_without_a_town() -> None:
    bare = Telling("B").of(town=None)
    bare.place("OTHERTOWN", KARU)
    assert pairs(Telling("A").of(), bare) == ((0, 1),)
    assert pairs(Telling("A").of(), Telling("B").of(town=None)) == ()


def test_a_named_victim_is_looked_for_everywhere() -> None:
    def of(publisher: str) -> Telling:
        telling = Telling(publisher)
        return telling.of(when=None, town=None, roles=[telling.role("Ada Moor", "person:ada", "recipient", "killed")])

    assert pairs(of("A"), of("B")) == ((0, 1),)


def test_one_report_is_not_compared_with_itself() -> None:
    telling = Telling("A")
    telling.of()
    assert candidates([telling.fact(), telling.fact()]) == ()


def test_pairs_grow_with_neighbours_and_not_with_all() -> None:
    def spread(number: int) -> int:
        days = [f"2026-03-{1 + 3 * n:02}" for n in range(number)]
        return len(pairs(*(Telling(p, d).of(when=d) for d in days for p in "AB")))

    assert (spread(4), spread(8)) == (4, 8)
