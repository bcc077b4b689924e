"""An incident's values: who did it by whose word, how well it stands, when and where."""

from __future__ import annotations

import pytest

from tests.merging.tellings import Telling, merged
from whosays.records import Incident, Responsibility

REDS, BLUES, MINISTRY = "group:reds", "group:blues", "KAR:ministry:interior"
LONG = (
    "It was put together out of many words by a desk that works all night long, so that whoever prints it "
    "the next morning prints the same words in the same order and adds nothing of his own to them at all"
)


def one(*tellings: Telling) -> Incident:
    (incident,) = merged(*tellings).incidents
    return incident


def said(incident: Incident) -> list[tuple[str, str, str | None]]:
    return [(r.party, r.act, r.by) for r in incident.responsibility]


def claimed(publisher: str, words: str = "REDS", known: str = REDS) -> Telling:
    telling = Telling(publisher).of()
    telling.says(words, known, "claim", ("responsible", "true"))
    return telling


def blamed(publisher: str, party: str = REDS) -> Telling:
    telling = Telling(publisher).of()
    telling.says("MINISTRY", MINISTRY, "blame", ("responsible", "true"), of=party)
    return telling


def denied(publisher: str) -> Telling:
    telling = Telling(publisher).of()
    telling.says("REDS", REDS, "deny", ("responsible", "false"))
    return telling


def test_a_claim() -> None:
    assert said(one(claimed("A"))) == [(REDS, "claim", REDS)]


def test_blame() -> None:
    assert said(one(blamed("A"))) == [(REDS, "blame", MINISTRY)]


def test_a_denial_by_somebody_else_is_of_the_party_that_would_have_done_it() -> None:
    telling = Telling("A").of()
    telling.says("MINISTRY", MINISTRY, "deny", ("responsible", "false"), of=REDS)
    assert said(one(telling)) == [(REDS, "deny", MINISTRY)]


def test_a_denial_and_a_blame_dispute_it() -> None:
    incident = one(blamed("A"), denied("B"))
    assert said(incident) == [(REDS, "blame", MINISTRY), (REDS, "deny", REDS)]
    assert incident.standing == "disputed"
    assert [c.field for c in incident.conflicts] == ["responsibility"]


def test_rival_claims_dispute_it() -> None:
    incident = one(claimed("A"), claimed("B", "BLUES", BLUES))
    assert incident.standing == "disputed"


def test_a_branch_that_claims_what_the_whole_is_blamed_for() -> None:
    branch = claimed("A", known="group:isis-k")
    assert one(branch, blamed("B", "group:isis")).conflicts == ()


def test_denying_that_it_happened_is_no_denial_of_guilt() -> None:
    telling = Telling("A").of()
    telling.says("REDS", REDS, "deny", ("occurred", "false"))
    incident = one(telling)
    assert incident.responsibility == ()
    assert [c.field for c in incident.conflicts] == ["occurrence"]
    assert incident.standing == "disputed"


def test_a_doer_told_as_a_fact() -> None:
    telling = Telling("A")
    incident = one(telling.of(roles=[telling.role("REDS", REDS)]))
    assert incident.responsibility == (
        Responsibility(party=REDS, act="report", by=None, statement=None, event=telling.event),
    )


def test_a_doer_under_suspicion() -> None:
    telling = Telling("A")
    assert said(one(telling.of(roles=[telling.role("REDS", REDS, basis="suspected")]))) == [(REDS, "suspect", None)]


def test_whoever_arrests_or_meets_answers_for_nothing() -> None:
    arrest, talks = Telling("A"), Telling("B")
    assert one(arrest.of("COERCE", "arrest", roles=[arrest.role("REDS", REDS)])).responsibility == ()
    assert one(talks.of("CONSULT", None, roles=[talks.role("REDS", REDS)])).responsibility == ()


@pytest.mark.parametrize(
    ("publishers", "note", "standing", "origins"),
    [
        (("A",), "", "single-origin", 1),
        (("A", "B"), "", "corroborated", 2),
        (("A", "B"), LONG, "single-origin", 1),
    ],
)
def test_standing(publishers: tuple[str, ...], note: str, standing: str, origins: int) -> None:
    incident = one(*(Telling(p, note=note).of() for p in publishers))
    assert incident.standing == standing
    assert len(incident.origins) == origins
    assert sorted(incident.publishers) == sorted(publishers)


def test_contradicting_tolls_dispute_it() -> None:
    assert one(Telling("A").of(killed=(12, 12)), Telling("B").of(killed=(15, 15))).standing == "disputed"


def test_an_update_does_not() -> None:
    told = (Telling("A", "2026-03-04").of(killed=(12, 12)), Telling("B").of(killed=(15, 15)))
    assert one(*told).standing == "corroborated"


def test_the_finest_day_and_place_and_the_commonest_mode() -> None:
    wide = ("country:KAR", 9.0, 9.0)
    incident = one(
        Telling("A", "2026-03-04").of(town=wide, killed=(12, 12), mode=None), Telling("B").of(killed=(12, 12))
    )
    assert incident.place == "place:karu"
    assert incident.mode == "explosives"
    assert incident.when.precision == "day"


def test_the_id_is_the_first_tellings() -> None:
    late, early = Telling("A", "2026-03-06T08:00Z").of(), Telling("B", "2026-03-05T23:00-05:00").of()
    assert one(late, early).id == early.event


def test_habits_and_fears_are_no_incidents() -> None:
    assert merged(Telling("A").of(status="habitual"), Telling("B").of(status="negated")).incidents == ()


def test_a_deed_told_only_to_be_denied_is_a_denial_of_the_incident() -> None:
    deed = Telling("B").of(status="negated", when=None)
    deed.says("REDS", REDS, "deny", ("responsible", "false"))
    incident = one(blamed("A"), deed)
    assert said(incident) == [(REDS, "blame", MINISTRY), (REDS, "deny", REDS)]
    assert incident.publishers == ("A",)


def test_a_denied_deed_that_fits_two_incidents_goes_to_neither() -> None:
    deed = Telling("C", "2026-03-06").of(status="negated", when=None)
    deed.says("REDS", REDS, "deny", ("responsible", "false"))
    found = merged(Telling("A").of(), Telling("B").of(when="2026-03-06"), deed)
    assert [i.responsibility for i in found.incidents] == [(), ()]
