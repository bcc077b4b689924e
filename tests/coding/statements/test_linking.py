"""What statements are about, what they hold true or false, and what they make of the events in their contents."""

from __future__ import annotations

import msgspec

from tests.coding.statements.tables import Said, parse_of
from tests.coding.statements.test_finding import ARMY_DENIED
from whosays.coding.statements import Linked, link_statements
from whosays.records import Event, event_id


class At(msgspec.Struct, frozen=True):
    """An event with its trigger's tokens."""

    event: Event
    head: int
    tokens: tuple[int, ...]


def linked(said: Said, *triggers: str, kind: str = "ASSAULT") -> Linked:
    events = []
    for words in triggers:
        i = next(t.i for t in said.parse.tokens if t.text == words)
        span = said.parse.span(i, i + 1)
        event = Event(id=event_id(span, kind), type=kind, mode=None, status="happened", trigger=span, evidence=(span,))
        events.append(At(event, i, (i,)))
    return link_statements(said.drafts, events, said.parse, said.book)


def test_denied_presence_is_an_existence_held_false() -> None:
    said = Said(parse_of(ARMY_DENIED, names={"Tarsa": "place"}))
    denial = linked(said).statements[0]
    (proposition,) = denial.propositions
    assert (proposition.kind, proposition.holds) == ("exists", "false")
    assert said.words(proposition.subject) == "mercenaries"
    assert said.words(proposition.place) == "Tarsa"


def test_a_claim_makes_the_claimant_responsible() -> None:
    said = Said(
        parse_of(
            "The/DT/det<2 Red:Red/NNP/compound<2 Front:Front/NNP/nsubj<3 claimed:claim/VBD/root<3 "
            "responsibility/NN/obj<3 "
            "for/IN/case<7 the/DT/det<7 ambush/NN/nmod<4 ././punct<3"
        )
    )
    found = linked(said, "ambush")
    (claim,) = found.statements
    assert [(t.as_, p.kind, p.holds, p.event == t.target) for t in claim.about for p in claim.propositions] == [
        ("claimed", "responsible", "true", True)
    ]
    assert said.words(claim.propositions[0].subject) == "The Red Front"
    assert found.hints == ()


def test_a_denied_deed_is_negated_but_a_given_one_is_not() -> None:
    denied = (
        "The/DT/det<1 army/NN/nsubj<2 denied:deny/VBD/root<2 that/IN/mark<6 it/PRP/nsubj<6 had:have/VBD/aux<6 "
        "shelled:shell/VBN/ccomp<2 the/DT/det<8 clinic/NN/obj<6 ././punct<2"
    )
    found = linked(Said(parse_of(denied)), "shelled")
    assert [h.status for h in found.hints] == ["negated"]
    assert [(p.kind, p.holds) for p in found.statements[0].propositions] == [("responsible", "false")]
    given = (
        "The/DT/det<1 army/NN/nsubj<2 denied:deny/VBD/root<2 involvement/NN/obj<2 in/IN/case<6 the/DT/det<6 "
        "shelling/NN/nmod<3 ././punct<2"
    )
    found = linked(Said(parse_of(given)), "shelling")
    assert found.hints == ()
    assert [(p.kind, p.holds) for p in found.statements[0].propositions] == [("responsible", "false")]


def test_threats_and_demands_set_the_status_of_their_deeds() -> None:
    threat = (
        "Rebels:rebel/NNS/nsubj<1 threatened:threaten/VBD/root<1 to/TO/mark<3 attack/VB/xcomp<1 the/DT/det<5 "
        "port/NN/obj<3 ././punct<1"
    )
    assert [h.status for h in linked(Said(parse_of(threat)), "attack").hints] == ["threatened"]
    demand = (
        "Teachers:teacher/NNS/nsubj<1 demanded:demand/VBD/root<1 the/DT/det<3 release/NN/obj<1 of/IN/case<6 "
        "their/PRP$/nmod:poss<6 colleagues:colleague/NNS/nmod<3 ././punct<1"
    )
    found = linked(Said(parse_of(demand)), "release", kind="CONCEDE")
    assert [h.status for h in found.hints] in (["demanded"], [])
    assert [t.as_ for t in found.statements[0].about] == ["demanded"]


def test_a_denial_points_back_at_the_accusation() -> None:
    said = Said(
        parse_of(
            "Police/NNS/nsubj<1 accused:accuse/VBD/root<1 the/DT/det<3 union/NN/obj<1 of/IN/mark<5 "
            "looting:loot/VBG/advcl<1 "
            "shops:shop/NNS/obj<5 ././punct<1",
            "The/DT/det<1 union/NN/nsubj<2 rejected:reject/VBD/root<2 the/DT/det<4 accusation/NN/obj<2 ././punct<2",
        )
    )
    accusation, denial = linked(said).statements
    assert (accusation.act, denial.act) == ("accuse", "deny")
    assert [(t.target, t.as_) for t in denial.about] == [(accusation.id, "denied")]


def test_lacking_the_means_is_an_ability_held_false() -> None:
    said = Said(
        parse_of(
            "Officials:official/NNS/nsubj<1 insisted:insist/VBD/root<1 that/IN/mark<5 the/DT/det<4 gang/NN/nsubj<5 "
            "lacks:lack/VBZ/ccomp<1 the/DT/det<7 capacity/NN/obj<5 to/TO/mark<9 strike/VB/acl<7 ././punct<1"
        )
    )
    (proposition,) = linked(said).statements[0].propositions
    assert (proposition.kind, proposition.holds, said.words(proposition.subject)) == ("able", "false", "the gang")
