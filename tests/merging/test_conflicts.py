"""Of what kind a disagreement is; no value is thrown away."""

from __future__ import annotations

import pytest

from tests.merging.tellings import Telling, merged
from whosays.merging.conflicts import occurrence_conflict, responsibility_conflicts
from whosays.records import Conflict, Count, Responsibility, Span, Toll


def conflicts(*tellings: Telling) -> tuple[Conflict, ...]:
    (incident,) = merged(*tellings).incidents
    return incident.conflicts


def killed(telling: Telling, number: int, *, attacker: bool = False, civilian: bool = False) -> Toll:
    span = telling.draft.span("12 people")
    return Toll(
        effect="killed",
        count=Count(low=number, high=number, span=span),
        span=span,
        includes_attacker=attacker,
        party="civilian" if civilian else "unknown",
    )


def test_two_papers_of_one_day_contradict_each_other() -> None:
    (conflict,) = conflicts(Telling("A").of(killed=(12, 12)), Telling("B").of(killed=(15, 15)))
    assert (conflict.field, conflict.kind, conflict.values) == ("killed", "contradiction", ("12", "15"))
    assert conflict.reasons[0].detail == "12 and 15 cannot both be right"


def test_at_least_does_not_contradict_more() -> None:
    assert conflicts(Telling("A").of(killed=(11, None)), Telling("B").of(killed=(12, 12))) == ()


def test_at_least_contradicts_fewer() -> None:
    (conflict,) = conflicts(Telling("A").of(killed=(14, None)), Telling("B").of(killed=(12, 12)))
    assert conflict.values == ("12", "at least 14")


def test_a_later_and_higher_figure_is_an_update() -> None:
    (conflict,) = conflicts(Telling("A", "2026-03-04").of(killed=(12, 12)), Telling("B").of(killed=(15, 15)))
    assert conflict.kind == "update"
    assert conflict.reasons[0].detail == "15 was told on 2026-03-05, after 12 on 2026-03-04"


def test_a_later_and_lower_figure_by_another_is_none() -> None:
    (conflict,) = conflicts(Telling("A", "2026-03-04").of(killed=(15, 15)), Telling("B").of(killed=(12, 12)))
    assert conflict.kind == "contradiction"


def test_the_same_paper_corrects_itself_downwards() -> None:
    (conflict,) = conflicts(Telling("A", "2026-03-04").of(killed=(15, 15)), Telling("A").of(killed=(12, 12)))
    assert conflict.kind == "update"


def test_hours_of_one_day_are_compared_in_one_time_zone() -> None:
    early = Telling("A", "2026-03-04T13:40+05:00").of(killed=(12, 12))
    late = Telling("A", "2026-03-04T10:05Z").of(killed=(15, 15))
    (conflict,) = conflicts(late, early)
    assert conflict.kind == "update"
    assert conflict.reasons[0].detail.startswith("A told 12 on 2026-03-04 and 15")


def test_the_same_authority_cited_by_two_papers_updates() -> None:
    def police(publisher: str, published: str, number: int) -> Telling:
        telling = Telling(publisher, published).of()
        said = telling.says("MINISTRY", "KAR:force:police", "assert")
        span = telling.draft.span("12 people")
        count = Count(low=number, high=number, span=span)
        toll = Toll(effect="killed", count=count, span=span, statement=said)
        telling.draft.events.clear()
        return telling.of(tolls=[toll])

    (conflict,) = conflicts(police("A", "2026-03-04T08:00Z", 15), police("B", "2026-03-04T12:00Z", 12))
    assert conflict.kind == "update"
    assert conflict.reasons[0].detail.startswith("KAR:force:police told 15")


def test_with_and_without_the_attacker_is_scope() -> None:
    one, two = Telling("A"), Telling("B")
    (conflict,) = conflicts(one.of(killed=(14, 14)), two.of(tolls=[killed(two, 15, attacker=True)]))
    assert (conflict.kind, conflict.values) == ("scope", ("14", "15 with the attacker"))
    assert conflict.reasons[0].detail == "15 includes the attacker, 14 does not say so"


def test_equal_figures_of_which_one_counts_the_attacker_differ() -> None:
    one, two = Telling("A"), Telling("B")
    (conflict,) = conflicts(one.of(killed=(15, 15)), two.of(tolls=[killed(two, 15, attacker=True)]))
    assert (conflict.kind, conflict.values) == ("scope", ("15", "15 with the attacker"))


def test_at_least_agrees_with_more_and_the_attacker() -> None:
    one, two = Telling("A"), Telling("B")
    assert conflicts(one.of(killed=(11, None)), two.of(tolls=[killed(two, 15, attacker=True)])) == ()


def test_civilians_and_all_is_scope() -> None:
    one, two = Telling("A"), Telling("B")
    (conflict,) = conflicts(one.of(killed=(14, 14)), two.of(tolls=[killed(two, 9, civilian=True)]))
    assert conflict.kind == "scope"


def test_parts_that_add_up_contradict_nothing() -> None:
    one, two = Telling("A"), Telling("B")
    parts = [killed(two, 9), killed(two, 3)]
    assert conflicts(one.of(killed=(12, 12)), two.of(tolls=parts)) == ()


def test_every_value_is_kept() -> None:
    (incident,) = merged(Telling("A").of(killed=(12, 12)), Telling("B").of(killed=(15, 15))).incidents
    assert sorted(t.count.low or 0 for t in incident.tolls) == [12, 15]
    assert {t.publisher for t in incident.tolls} == {"A", "B"}


# -- who did it ---------------------------------------------------------------------------------


def held(party: str, act: str, by: str | None) -> Responsibility:
    return Responsibility(party=party, act=act, by=by, statement=None, event="e")


def strangers(one: str, two: str) -> bool:
    return one == two


def family(one: str, two: str) -> bool:
    return {one, two} <= {"is", "is-k"} or one == two


@pytest.mark.parametrize(
    ("told", "details"),
    [
        ([held("reds", "claim", "reds")], []),
        ([held("reds", "claim", "reds"), held("reds", "blame", "gov")], []),
        ([held("reds", "deny", "reds")], []),
        ([held("reds", "deny", "reds"), held("reds", "blame", "gov")], ["denied by reds, against the word of gov"]),
        (
            [held("reds", "deny", "allies"), held("reds", "blame", "gov"), held("reds", "accuse", "opp")],
            ["denied of reds by allies, against the word of gov and opp"],
        ),
        (
            [held("reds", "deny", "reds"), held("reds", "report", None)],
            ["denied by reds, against the word of the report"],
        ),
        (
            [held("reds", "claim", "reds"), held("blues", "blame", "gov")],
            ["claimed by one party, laid at another's door"],
        ),
        ([held("reds", "claim", "reds"), held("blues", "claim", "blues")], ["claimed by more than one party"]),
        ([held("reds", "blame", "gov"), held("blues", "accuse", "opp")], ["different parties are blamed"]),
        ([held("reds", "blame", None), held("blues", "accuse", None)], []),
        ([held("reds", "blame", "gov"), held("blues", "accuse", "gov")], []),
        ([held("reds", "report", None), held("blues", "report", None)], []),
    ],
)
def test_responsibility(told: list[Responsibility], details: list[str]) -> None:
    found = responsibility_conflicts(told, strangers)
    assert [r.detail for c in found for r in c.reasons] == details
    assert all(c.kind == "contradiction" and c.field == "responsibility" for c in found)


def test_a_branch_is_no_rival_of_the_whole() -> None:
    told = [held("is-k", "claim", "is-k"), held("is", "blame", "gov")]
    assert responsibility_conflicts(told, family) == ()
    assert len(responsibility_conflicts(told, strangers)) == 1


def test_occurrence() -> None:
    assert occurrence_conflict(["A"], []) == ()
    (conflict,) = occurrence_conflict(["A", "A"], ["reds"])
    assert conflict.field == "occurrence"
    assert conflict.reasons[0].detail == "that it happened is denied by reds, told by A"


def test_spans_of_tolls_stay() -> None:
    telling = Telling("A")
    (incident,) = merged(telling.of(killed=(12, 12))).incidents
    span: Span = incident.tolls[0].span
    assert telling.draft.report.words(span) == "12 people"
