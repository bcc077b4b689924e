"""Shapes that no right tree has are set right; every other tree is left alone."""

from __future__ import annotations

import msgspec

from tests.coding.statements.tables import parse_of
from whosays.parse import TimeExpression
from whosays.parsing.mending import mended


def test_a_right_tree_stays_the_same() -> None:
    parse = parse_of("The/DT/det<1 army/NN/nsubj<2 left:leave/VBD/root<2 ././punct<2")
    assert mended(parse) is parse


def test_an_auxiliary_makes_a_verb_of_an_adjective() -> None:
    parse = mended(
        parse_of("The/DT/det<1 bloc/NN/nsubj<4 has:have/VBZ/aux<3 voiced:voice/VBN/amod<4 alarm/NN/root<4 ././punct<4")
    )
    assert parse.tokens[3].dep == "root"
    assert parse.tokens[1].head == 3


def test_a_description_goes_to_the_name_before_its_comma() -> None:
    sentence = (
        "A/DT/det<1 raid/NN/root<1 that/WDT/nsubj<3 killed:kill/VBD/acl:relcl<1 Konaté/NNP/obj<3 ,/,/punct<7 "
        "the/DT/det<7 minister/NN/appos<1"
    )
    assert mended(parse_of(sentence)).tokens[7].head == 4


def test_a_description_of_the_deed_stays() -> None:
    sentence = "The/DT/det<1 raid/NN/root<1 ,/,/punct<4 a/DT/det<4 failure/NN/appos<1"
    parse = parse_of(sentence)
    assert mended(parse) is parse


def test_a_last_time_goes_to_the_last_verb() -> None:
    parse = parse_of(
        "They/PRP/nsubj<1 claimed:claim/VBD/root<1 the/DT/det<3 raid/NN/obj<1 that/WDT/nsubj<5 "
        "killed:kill/VBD/acl:relcl<3 men:man/NNS/obj<5 on/IN/case<8 Friday/NNP/obl<1 ././punct<1"
    )
    timed = msgspec.structs.replace(parse, times=(TimeExpression(8, 9, "date", "weekday", weekday=4),))
    assert mended(timed).tokens[8].head == 5
    assert mended(parse).tokens[8].head == 1


def test_a_name_in_capitals_before_a_verb_is_its_subject() -> None:
    sentence = "NODECO/JJ/amod<1 renewed:renew/VBD/root<1 its/PRP$/nmod:poss<3 pledge/NN/obj<1"
    parse = mended(parse_of(sentence))
    assert (parse.tokens[0].dep, parse.tokens[0].tag) == ("nsubj", "NNP")
    with_subject = parse_of(f"They/PRP/nsubj<2 {sentence}".replace("<3", "<4").replace("<1", "<2"))
    assert mended(with_subject).tokens[1].dep == "amod"


def test_a_verb_read_as_a_plural_before_a_gerund() -> None:
    parse = mended(parse_of("FLNK/JJ/amod<1 keeps:keep/NNS/root<1 raiding:raid/VBG/acl<1 farms:farm/NNS/obj<2"))
    assert [(t.tag, t.dep) for t in parse.tokens[:3]] == [("NNP", "nsubj"), ("VBZ", "root"), ("VBG", "xcomp")]


def test_a_past_tense_between_a_name_and_a_noun_is_a_verb() -> None:
    parse = mended(parse_of("FLNK/JJ/amod<2 claimed:claim/VBD/amod<2 responsibility/NN/root<2 ././punct<2"))
    assert [(t.dep, t.head) for t in parse.tokens[:3]] == [("nsubj", 1), ("root", 1), ("obj", 1)]


def test_a_participle_before_that_brings_a_clause() -> None:
    denied = "They/PRP/nsubj<1 denied:deny/VBD/root<1 it/PRP/obj<1 ,/,/punct<7 "
    clause = "{}/VBG/mark<7 that/IN/mark<7 nobody/NN/nsubj<7 left:leave/VBD/advcl<1"
    parse = mended(parse_of(denied + clause.format("insisting:insist")))
    assert [(parse.tokens[i].dep, parse.tokens[i].head) for i in (4, 7)] == [("advcl", 1), ("ccomp", 4)]
    assert mended(parse_of(denied + clause.format("providing:provide"))).tokens[4].dep == "mark"


def test_no_verb_has_an_article() -> None:
    sentence = "The/DT/det<2 militia/JJ/amod<2 denied:deny/VBN/root<2 "
    parse = mended(parse_of(sentence + "it/PRP/obj<2"))
    assert [(t.tag, t.dep, t.head) for t in parse.tokens[:3]] == [
        ("DT", "det", 1),
        ("NN", "nsubj", 2),
        ("VBD", "root", 2),
    ]
    nominal = parse_of(sentence.replace("denied:deny", "wounded:wound") + "./,/punct<2")
    assert mended(nominal) is nominal


def test_what_police_say_is_not_the_last_participle_alone() -> None:
    sentence = (
        "Mines:mine/NNS/nsubj<2 then/RB/advmod<2 blew:blow/VBD/root<2 ,/,/punct<4 killing:kill/VBG/ccomp<8 "
        "six/CD/obj<4 ,/,/punct<4 police/NNS/nsubj<8 said:say/VBD/advcl<2 ././punct<2"
    )
    parse = mended(parse_of(sentence))
    assert [(parse.tokens[i].dep, parse.tokens[i].head) for i in (4, 8)] == [("advcl", 2), ("parataxis", 2)]
    after = parse_of(sentence.replace("then/RB/advmod<2", "when/WRB/advmod<8"))
    assert mended(after) is after
