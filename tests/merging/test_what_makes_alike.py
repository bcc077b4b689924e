"""What two tellings have to share to be one: words that few tellings share, and something of the deed itself."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.factory import Draft
from tests.merging.tellings import Telling, merged
from whosays import gazetteer
from whosays.merging import manner, parties
from whosays.merging.cluster import bond
from whosays.merging.compare import compare, total
from whosays.merging.facts import Fact, facts_of
from whosays.merging.pages import Page
from whosays.records import Actor, Count, Interval, Reason, Role, Toll

A, B = "One Wire", "Two Wire"
STOCK = frozenset("attack kill injur peopl shoot soldi missil district".split())
OWN = frozenset("bakery minibus harvest festival".split())


def told(publisher: str, published: str = "2026-03-04", **changed: object) -> Fact:
    """A telling without day or town that stands in its report's lead."""
    fact = Telling(publisher, published).of(when=None, town=None).fact()
    return msgspec.structs.replace(fact, **{"leads": True, "setting": frozenset(), **changed})


def weight(reason: Reason | None) -> float | None:
    return None if reason is None else round(reason.weight, 2)


def test_stock_words_of_violence_make_nobody_alike() -> None:
    assert manner.theme(told(A, lead=STOCK), told(B, lead=STOCK)) is None
    assert manner.likeness(told(A, terms=STOCK), told(B, terms=STOCK)) is None
    assert weight(manner.theme(told(A, lead=STOCK | OWN), told(B, lead=STOCK | OWN))) == 0.5
    assert weight(manner.likeness(told(A, terms=STOCK | OWN), told(B, terms=STOCK | OWN))) == 0.3


def test_a_states_name_counts_once_and_not_as_a_word_as_well() -> None:
    known, words = frozenset({"freedonia", "sylvania", "elbonia"}), frozenset({"freedonia", "sylvania", "elbonia"})
    assert manner.likeness(told(A, known=known, terms=words | STOCK), told(B, terms=words | STOCK)) is None


def test_words_for_a_kind_of_place_are_no_names() -> None:
    assert manner.theme(told(A, names=frozenset({"district"})), told(B, names=frozenset({"district"}))) is None


@pytest.mark.parametrize(
    ("published", "town", "expected"),
    [
        ("2026-03-04", None, None),
        ("2026-03-05", None, -0.2),
        ("2026-03-07", None, -0.4),
        ("2026-03-09", None, -0.6),
        ("2026-03-05", "Karu", None),
        ("2026-03-07", "Karu", -0.2),
    ],
)
def test_the_news_of_two_days(published: str, town: str | None, expected: float | None) -> None:
    place = Telling(B).of().fact().place if town else None
    one, two = told(A), told(B, published, place=place)
    assert weight(manner.news(one, two)) == weight(manner.news(two, one)) == expected
    assert manner.news(msgspec.structs.replace(one, leads=False), two) is None
    days = {"start": date(2026, 3, 4), "end": date(2026, 3, 5)}
    assert manner.news(msgspec.structs.replace(one, **days), msgspec.structs.replace(two, **days)) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Latvians", True), ("40 Latvians", True), ("Forty Latvians", True), ("Latvia", False)],
)
def test_a_people_is_nobody_in_particular(name: str, expected: bool) -> None:
    page = Page(Telling(A).of().done(), gazetteer.load())
    assert page.is_people(name) is expected
    assert not page.is_people("the Society of Latvians")


def test_whole_peoples_are_no_kind_of_people() -> None:
    many, guards = frozenset({"own:latvians:LVA"}), frozenset({"own:latvian guards:LVA"})
    assert parties.crowd(told(A, recipients=many), told(B, recipients=many)) is None
    assert weight(parties.crowd(told(A, recipients=guards), told(B, recipients=guards))) == 0.2


def test_a_named_arrest_is_not_that_of_a_crowd() -> None:
    def arrested(publisher: str, low: int, **changed: object) -> Fact:
        telling = Telling(publisher)
        span = telling.draft.span("12 people")
        toll = Toll(effect="arrested", count=Count(low=low, high=low, span=span), span=span)
        fact = telling.of("COERCE", "arrest", when=None, town=None, tolls=[toll]).fact()
        return msgspec.structs.replace(fact, **changed)

    ada = frozenset({"person:ada"})
    one = arrested(A, 1, recipients=ada, named=ada)
    assert weight(parties.number(one, arrested(B, 40))) == weight(parties.number(arrested(B, 40), one)) == -0.3
    assert parties.number(one, arrested(B, 40, recipients=ada, named=ada)) is None
    assert weight(manner.toll(one, arrested(B, 40))) == -0.5


def test_what_two_states_do_are_two_deeds() -> None:
    def summons(publisher: str, by: str, type_: str = "ACCUSE") -> Fact:
        telling = Telling(publisher)
        return telling.of(type_, None, roles=[telling.role("REDS", by)]).fact()

    one, two = summons(A, "LVA"), summons(B, "FIN")
    assert weight(parties.actors(one, two)) == weight(parties.actors(two, one)) == -0.4
    assert weight(parties.actors(one, summons(B, "LVA"))) == 0.2
    assert weight(parties.actors(one, summons(B, "person:ada"))) == -0.4
    assert weight(parties.actors(summons(A, "person:ada"), summons(B, "person:ada"))) == 0.3
    assert parties.actors(summons(A, "LVA", "ASSAULT"), summons(B, "FIN", "ASSAULT")) is None


def test_one_great_number_of_dead_needs_no_town() -> None:
    def killed(publisher: str, published: str, number: int) -> Fact:
        fact = Telling(publisher, published).of(when=None, town=None, killed=(number, number)).fact()
        return msgspec.structs.replace(fact, leads=True)

    assert manner.news(killed(A, "2026-03-04", 34), killed(B, "2026-03-05", 34)) is None
    assert weight(manner.news(killed(A, "2026-03-04", 34), killed(B, "2026-03-05", 31))) == -0.2


def test_those_who_take_part_count_by_their_names() -> None:
    known, who = frozenset({"ada", "moor", "latvia"}), frozenset({"person:ada-moor"})
    terms = frozenset({"ada", "moor", "latvia", "quit"})
    one, two = (told(publisher, known=known, actors=who, terms=terms) for publisher in (A, B))
    found = manner.likeness(one, two)
    assert found is not None
    assert found.detail == "like words: ada, moor, quit"


def test_others_named_as_killed_speak_against_it() -> None:
    one, two = told(A, killed=frozenset({"own:ada moor"})), told(B, killed=frozenset({"own:bo lund"}))
    assert weight(parties.victims(one, two)) == -0.3
    assert parties.victims(one, told(B, killed=frozenset({"own:moor"}))) is None


def test_the_reports_alone_tie_no_two_tellings() -> None:
    names, towns = frozenset({"karu", "belo", "moor"}), frozenset({"place:karu"})
    one = told(A, leads=False, names=names, setting=towns)
    two = told(B, leads=False, names=names, place=Telling(B).of().fact().place)
    led = msgspec.structs.replace(one, leads=True), msgspec.structs.replace(two, leads=True)
    found = bond(one, two)
    assert found is not None
    assert not found.is_doubt
    assert found.tie is None
    assert total(compare(*led)) >= 1.0
    tied = bond(*led)
    assert tied is not None
    assert tied.tie == "loose"


def test_years_ago_are_a_year_more_or_less() -> None:
    draft = Draft("Ada Moor was killed in Karu two years ago.", published="2026-03-05")
    span = draft.span("two years ago")
    when = Interval(start="2024-01-01", end="2025-01-01", precision="year", value="2024", basis="relative", span=span)
    draft.event("ASSAULT", "killed", when=when)
    draft.event("PROTEST", "Karu", when=msgspec.structs.replace(when, span=draft.span("Karu")))
    rounded, exact = facts_of(Page(draft.done(), gazetteer.load()), "wire", gazetteer.load())
    assert (rounded.start, rounded.end) == (date(2022, 12, 31), date(2026, 1, 2))
    assert (exact.start, exact.end) == (date(2024, 1, 1), date(2025, 1, 1))


def test_one_who_is_named_is_no_count() -> None:
    one, two = Telling(A), Telling(B)
    ada = one.draft.actor("Ada Moor", Actor(id="person:ada-moor", name="Ada Moor", kind="person"))
    role = Role(mention=ada, part="recipient", effect="killed")
    span = one.draft.span("Ada Moor")
    named = Toll(effect="killed", count=Count(low=1, high=1, span=span), span=span)
    (incident,) = merged(one.of(roles=[role], tolls=[named]), two.of(killed=(5, 5))).incidents
    (conflict,) = incident.conflicts
    assert (conflict.kind, conflict.values) == ("scope", ("1", "5"))
    assert conflict.reasons[0].detail == "1 is one who is named, 5 does not say so"
