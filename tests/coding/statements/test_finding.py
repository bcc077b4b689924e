"""Cues, speakers and contents, over trees written by hand."""

from __future__ import annotations

from tests.coding.statements.tables import Said, parse_of

ARMY_DENIED = (
    "The/DT/det<1 army/NN/nsubj<4 has:have/VBZ/aux<4 repeatedly/RB/advmod<4 denied:deny/VBN/root<4 "
    "the/DT/det<6 presence/NN/obj<4 of/IN/case<8 mercenaries:mercenary/NNS/nmod<6 in/IN/case<10 Tarsa:Tarsa/NNP/nmod<8 "
    ",/,/punct<12 insisting:insist/VBG/advcl<4 that/IN/mark<16 it/PRP/nsubj<16 needs:need/VBZ/aux<16 "
    "hired:hire/VBD/ccomp<12 "
    "nobody/NN/obj<16 ././punct<4"
)


def test_a_participle_inherits_the_subject() -> None:
    said = Said(parse_of(ARMY_DENIED, names={"Tarsa": "place"}))
    assert said.rows() == [
        ("deny", "repeated", "The army", ["the presence of mercenaries in Tarsa"]),
        ("assert", "made", "The army", ["that it needs hired nobody"]),
    ]


def test_an_inverted_cue_takes_the_clause_around_it() -> None:
    said = Said(
        parse_of(
            "Two/CD/nummod<1 boats:boat/NNS/nsubj<2 sank:sink/VBD/root<2 ,/,/punct<2 the/DT/det<5 "
            "harbourmaster/NN/nsubj<6 "
            "said:say/VBD/parataxis<2 ././punct<2"
        )
    )
    assert said.rows() == [("assert", "made", "the harbourmaster", ["Two boats sank"])]


def test_quotations_are_joined_under_one_speaker_and_carried_on() -> None:
    said = Said(
        parse_of(
            "“/``/punct<2 We/PRP/nsubj<2 won:win/VBD/ccomp<6 ,/,/punct<2 ”/''/punct<2 he/PRP/nsubj<6 "
            "said:say/VBD/root<6 ././punct<6",
            "“/``/punct<3 Nobody/NN/nsubj<3 can/MD/aux<3 deny/VB/root<3 it/PRP/obj<3 ././punct<3 ”/''/punct<3",
        )
    )
    assert said.rows() == [("assert", "made", "he", ["“We won,”", "“Nobody can deny it.”"])]
    assert [d.quoted for d in said.drafts] == ["whole"]


def test_a_things_subject_says_nothing() -> None:
    said = Said(
        parse_of(
            "The/DT/det<1 crash/NN/nsubj<2 raised:raise/VBD/root<2 concerns:concern/NNS/obj<2 about/IN/case<5 "
            "safety/NN/nmod<3 ././punct<2"
        )
    )
    assert said.rows() == []


def test_modals_and_conditions_tell_of_no_act_and_will_of_an_expected_one() -> None:
    would = "The/DT/det<1 mayor/NN/nsubj<3 should/MD/aux<3 condemn/VB/root<3 the/DT/det<5 raid/NN/obj<3 ././punct<3"
    assert Said(parse_of(would)).rows() == []
    will = would.replace("should/MD", "will/MD")
    assert Said(parse_of(will)).rows() == [("condemn", "expected", "The mayor", ["the raid"])]


def test_refusals_to_speak_are_one_statement() -> None:
    said = Said(
        parse_of(
            "The/DT/det<1 mayor/NN/nsubj<2 refused:refuse/VBD/root<2 to/TO/mark<4 say/VB/xcomp<2 who/WP/nsubj<6 "
            "paid:pay/VBD/ccomp<4 ././punct<2"
        )
    )
    assert said.rows() == [("decline", "made", "The mayor", ["to say who paid"])]


def test_claims_of_nobody_are_negated_and_have_no_speaker() -> None:
    said = Said(
        parse_of(
            "No/DT/det<1 group/NN/nsubj<3 has:have/VBZ/aux<3 claimed:claim/VBN/root<3 responsibility/NN/obj<3 "
            "for/IN/case<7 the/DT/det<7 blast/NN/nmod<4 ././punct<3"
        )
    )
    assert said.rows() == [("claim", "negated", None, ["the blast"])]


def test_according_to_a_document_relays_who_stands_behind_it() -> None:
    said = Said(
        parse_of(
            "According:accord/VBG/case<3 to/IN/fixed<0 a/DT/det<3 letter/NN/obl<10 from/IN/case<6 "
            "the/DT/det<6 ministry/NN/nmod<3 "
            ",/,/punct<3 two/CD/nummod<9 tankers:tanker/NNS/nsubj<10 collided:collide/VBD/root<10 ././punct<10"
        )
    )
    assert said.rows() == [("report", "made", "the ministry", ["two tankers collided"])]
    assert [[said.words(r) for r in d.relay] for d in said.drafts] == [["a letter"]]


def test_withheld_things_are_not_denied() -> None:
    said = Said(
        parse_of(
            "The/DT/det<1 judge/NN/nsubj<2 denied:deny/VBD/root<2 bail/NN/obj<2 ././punct<2",
            "Guards:guard/NNS/nsubj<1 denied:deny/VBD/root<1 them/PRP/iobj<1 entry/NN/obj<1 ././punct<1",
        )
    )
    assert said.rows() == []


def test_mends_a_verb_hung_below_its_object() -> None:
    said = Said(
        parse_of(
            "The/DT/det<1 bloc/NN/nsubj<4 has:have/VBZ/aux<3 voiced:voice/VBN/amod<4 alarm/NN/root<4 about/IN/case<7 "
            "the/DT/det<7 arrests:arrest/NNS/nmod<4 ././punct<4"
        )
    )
    assert said.rows() == [("concern", "made", "The bloc", ["the arrests"])]


def test_a_description_beside_a_name_is_part_of_the_speaker() -> None:
    said = Said(
        parse_of(
            "The/DT/det<1 charity/NN/nsubj<3 Reliefline:Reliefline/NNP/nsubj<3 condemned:condemn/VBD/root<3 "
            "the/DT/det<5 siege/NN/obj<3 ././punct<3"
        )
    )
    assert said.rows() == [("condemn", "made", "The charity Reliefline", ["the siege"])]
