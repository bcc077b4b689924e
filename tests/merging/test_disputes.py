"""Questions on which parties hold opposite things, all sides in view, asked in plain English."""

from __future__ import annotations

import msgspec

from tests.merging.tellings import Telling, merged
from whosays.records import Act, Actor, Dispute, Holds, Proposition, PropositionKind, Role

REDS, MINISTRY = "group:reds", "KAR:ministry:interior"


def sides(dispute: Dispute) -> list[tuple[str | None, str]]:
    return [(p.party, p.holds) for p in dispute.positions]


def one(*tellings: Telling) -> Dispute:
    (dispute,) = merged(*tellings).disputes
    return dispute


# -- responsible, occurred, how many ------------------------------------------------------------


def blamed(publisher: str, published: str = "2026-03-05") -> Telling:
    telling = Telling(publisher, published).of()
    telling.says("MINISTRY", MINISTRY, "blame", ("responsible", "true"), of=REDS)
    return telling


def denied(publisher: str, what: PropositionKind = "responsible", published: str = "2026-03-06") -> Telling:
    telling = Telling(publisher, published).of()
    telling.says("REDS", REDS, "deny", (what, "false"))
    return telling


def test_blame_and_denial() -> None:
    found = merged(blamed("A"), denied("B"))
    (dispute,) = found.disputes
    assert (dispute.kind, dispute.subject) == ("responsible", REDS)
    assert dispute.incident == found.incidents[0].id
    assert sides(dispute) == [(MINISTRY, "true"), (REDS, "false")]
    assert [p.since for p in dispute.positions] == ["2026-03-05", "2026-03-06"]
    assert dispute.about == "Did reds carry out the bombing of 4 March 2026 in TOWN?"


def test_each_position_has_its_words() -> None:
    told = [blamed("A"), denied("B")]
    dispute = one(*told)
    by_report = {t.draft.report.id: t.draft.report for t in told}
    assert [by_report[s.report].words(s) for p in dispute.positions for s in p.spans] == ["MINISTRY", "REDS"]


def test_one_voice_that_names_two_disputes_with_nobody() -> None:
    telling = Telling("A").of()
    for words in ("REDS", "BLUES"):
        party = telling.draft.actor(words, Actor(id=f"group:{words.lower()}", name=words))
        held = [Proposition(kind="responsible", subject=party, event=telling.event, holds="true")]
        telling.draft.says("accuse", None, words, about=[(telling.event, "accused")], propositions=held)
    assert merged(telling).disputes == ()


def test_blame_alone_is_no_dispute() -> None:
    assert merged(blamed("A"), blamed("B")).disputes == ()
    assert merged(denied("A"), denied("B")).disputes == ()


def test_who_contradicts_only_himself_has_no_dispute() -> None:
    telling = Telling("A").of()
    telling.says("REDS", REDS, "claim", ("responsible", "true"))
    assert merged(telling, denied("B")).disputes == ()


def test_a_denial_of_what_an_outlet_tells_as_a_fact() -> None:
    telling = Telling("A")
    telling.of(roles=[telling.role("REDS", REDS)])
    dispute = one(telling, denied("B"))
    assert sides(dispute) == [(REDS, "false"), (None, "true")]


def test_denying_that_it_happened() -> None:
    dispute = one(Telling("A").of(), denied("B", "occurred"))
    assert dispute.kind == "occurred"
    assert dispute.about == "Did the bombing of 4 March 2026 in TOWN take place?"
    assert (REDS, "false") in sides(dispute)
    assert (None, "true") in sides(dispute)


def test_a_deed_told_only_to_be_denied_is_a_side_and_no_incident() -> None:
    deed = Telling("B").of(status="negated")
    deed.says("REDS", REDS, "deny", ("occurred", "false"))
    told = Telling("A").of()
    found = merged(told, deed)
    assert [i.events for i in found.incidents] == [(told.event,)]
    assert found.incidents[0].standing == "disputed"
    assert sides(found.disputes[0]) == [(REDS, "false"), (None, "true")]


def test_how_many() -> None:
    def telling(publisher: str, known: str, holds: Holds) -> Telling:
        made = Telling(publisher).of(killed=(12, 12))
        act: Act = "assert" if holds == "true" else "deny"
        speaker = made.draft.actor("MINISTRY", Actor(id=known, name=known))
        toll = Proposition(kind="toll", event=made.event, value="killed 12", holds=holds)
        made.draft.says(act, speaker, "spoke", about=[(made.event, "content")], propositions=[toll])
        return made

    dispute = one(telling("A", MINISTRY, "true"), telling("B", REDS, "false"))
    assert dispute.kind == "toll"
    assert dispute.about == "How many people were killed in the bombing of 4 March 2026 in TOWN?"
    assert [(p.holds, p.answer) for p in dispute.positions] == [("true", "12"), ("false", "12")]


def test_a_denial_not_made_holds_nothing() -> None:
    told = denied("B")
    told.draft.statements = [msgspec.structs.replace(s, status="negated") for s in told.draft.statements]
    assert merged(blamed("A"), told).disputes == ()


# -- whether they are there ---------------------------------------------------------------------


def presence(
    publisher: str, speaker: str, kind: PropositionKind, holds: Holds, subject: str = "terrorist groups"
) -> Telling:
    made = Telling(publisher, note=f"{publisher} wrote that {subject} were in Afghanistan, or were not")
    place = made.draft.place("Afghanistan", "AFG", known="country:AFG")
    who = made.draft.actor("MINISTRY", Actor(id=speaker, name=speaker))
    them = made.draft.actor(subject)
    told = Proposition(kind=kind, subject=them, place=place, holds=holds)
    made.draft.says("deny" if holds == "false" else "assert", who, "spoke", subject, propositions=[told])
    return made


def test_armed_groups_are_there_or_not() -> None:
    dispute = one(
        presence("A", "body:csto", "exists", "true"), presence("B", "group:taliban", "exists", "false", "militants")
    )
    assert (dispute.kind, dispute.subject, dispute.place) == ("exists", "armed-groups", "AFG")
    assert dispute.about == "Are armed groups present in Afghanistan?"
    assert set(sides(dispute)) == {("body:csto", "true"), ("group:taliban", "false")}


def test_being_able_is_the_same_question() -> None:
    told = presence("A", "body:csto", "exists", "true"), presence("B", "group:taliban", "able", "false")
    assert len(merged(*told).disputes) == 1


def test_what_is_left_open_is_no_side() -> None:
    told = presence("A", "body:csto", "exists", "unknown"), presence("B", "group:taliban", "exists", "false")
    assert merged(*told).disputes == ()


def test_an_armed_groups_claim_holds_that_it_is_there() -> None:
    made = Telling("A")
    claimant = made.draft.actor("REDS", Actor(id="group:isis-k", name="ISKP", kind="armed-group"))
    made.of(country="AFG", roles=[Role(mention=claimant, part="actor", basis="claimed")])
    told = Proposition(kind="responsible", subject=claimant, event=made.event)
    made.draft.says("claim", claimant, "had words on", about=[(made.event, "claimed")], propositions=[told])
    dispute = one(made, presence("B", "group:taliban", "exists", "false"))
    assert set(sides(dispute)) == {("group:isis-k", "true"), ("group:taliban", "false")}
