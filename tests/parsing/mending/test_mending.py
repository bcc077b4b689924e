"""Shapes that no right tree has are set right; every other tree is left alone."""

from __future__ import annotations

import msgspec

from tests.coding.statements.tables import parse_of
from whosays.parse import Name, Quotation, TimeExpression
from whosays.parsing.mending.applying import mended


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


def test_what_has_an_article_and_a_compound_is_a_noun() -> None:
    sentence = (
        "They/PRP/nsubj<1 reopened:reopen/VBD/root<1 the/DT/det<3 border/NN/compound<4 crossing:cross/VBG/xcomp<1"
    )
    word = mended(parse_of(sentence)).tokens[4]
    assert (word.tag, word.dep, word.lemma) == ("NN", "obj", "crossing")
    verb = parse_of("They/PRP/nsubj<1 began:begin/VBD/root<1 crossing:cross/VBG/xcomp<1 rivers:river/NNS/obj<2")
    assert mended(verb) is verb


def test_one_object_alone_is_the_object() -> None:
    alone = "They/PRP/nsubj<1 petitioned:petition/VBD/root<1 the/DT/det<3 dean/NN/iobj<1"
    assert mended(parse_of(alone)).tokens[3].dep == "obj"
    beside = parse_of(f"{alone} a/DT/det<5 letter/NN/obj<1")
    assert mended(beside) is beside


def test_no_noun_is_compounded_over_a_finite_verb() -> None:
    parse = mended(
        parse_of(
            "Men:man/NNS/nsubj<5 who/WP/nsubj<2 defied:defy/VBD/acl:relcl<0 the/DT/det<4 curfew/NN/compound<6 "
            "lit:light/VBD/root<5 candles:candle/NNS/obj<2"
        )
    )
    assert [(parse.tokens[i].dep, parse.tokens[i].head) for i in (4, 6)] == [("obj", 2), ("obj", 5)]


def test_behind_the_first_clause_stands_the_subject_of_the_second_verb() -> None:
    clause = "As/IN/case<2 a/DT/det<2 letter/NN/obl<3 put/VBD/advcl<7 it/PRP/obj<3 ,/,/punct<6 envoys:envoy/NNS/{}<3"
    for dep in ("nsubj", "obj"):
        parse = mended(parse_of(clause.format(dep) + " came:come/VBD/root<7"))
        assert [(parse.tokens[i].dep, parse.tokens[i].head) for i in (0, 2, 6)] == [
            ("mark", 3),
            ("nsubj", 3),
            ("nsubj", 7),
        ]


def test_a_preposition_before_a_clause_without_subject_opens_it() -> None:
    sentence = (
        "They/PRP/nsubj<1 denied:deny/VBD/root<1 it/PRP/obj<1 after/IN/case<5 the/DT/det<5 army/NN/obl<7 "
        "had:have/VBD/aux<7 blamed:blame/VBN/{}<1 them/PRP/obj<7"
    )
    for dep in ("ccomp", "advcl"):
        parse = mended(parse_of(sentence.format(dep)))
        assert [parse.tokens[i].dep for i in (3, 5, 7)] == ["mark", "nsubj", "advcl"]
    other = parse_of(sentence.format("advcl").replace("after/", "near/"))
    assert mended(other) is other


def test_a_preposition_before_a_number_is_the_numbers() -> None:
    killed = (
        "It/PRP/nsubj<1 killed:kill/VBD/root<1 between/IN/case<{} eight/CD/nummod<6 and/CC/cc<5 ten/CD/conj<3 "
        "men:man/NNS/obl<1"
    )
    assert mended(parse_of(killed.format(3))).tokens[6].dep == "obj"
    assert mended(parse_of(killed.format(6))).tokens[6].dep == "obl"


def test_a_participle_in_a_row_of_past_tenses_is_one() -> None:
    row = "They/PRP/nsubj<1 shot:shoot/VBD/root<1 two/CD/obj<1 and/CC/cc<4 took:take/VBN/conj<1 ten/CD/obj<4"
    assert mended(parse_of(row)).tokens[4].tag == "VBD"
    passive = parse_of(row.replace("They/PRP/nsubj<1", "They/PRP/aux:pass<1"))
    assert mended(passive) is passive


def test_an_adjective_before_a_number_is_said_of_the_object() -> None:
    shot = "They/PRP/nsubj<1 shot:shoot/VBD/root<1 dead/JJ/amod<4 six/CD/nummod<4 men:man/NNS/obj<1"
    token = mended(parse_of(shot)).tokens[2]
    assert (token.dep, token.head) == ("xcomp", 1)
    plain = parse_of("They/PRP/nsubj<1 met:meet/VBD/root<1 angry/JJ/amod<3 men:man/NNS/obj<1")
    assert mended(plain) is plain


def test_the_second_time_is_the_second_verbs() -> None:
    parse = parse_of(
        "They/PRP/nsubj<1 shot:shoot/VBD/root<1 two/CD/obj<1 Monday/NNP/obl<1 and/CC/cc<5 took:take/VBD/conj<1 "
        "ten/CD/obj<5 Friday/NNP/obl<1"
    )
    first, second = (TimeExpression(i, i + 1, "date", "weekday", weekday=0) for i in (3, 7))
    assert mended(msgspec.structs.replace(parse, times=(first, second))).tokens[7].head == 5
    assert mended(msgspec.structs.replace(parse, times=(second,))).tokens[7].head == 1


def test_right_behind_a_verb_with_a_subject_stands_its_object() -> None:
    blamed = "Police/NNS/nsubj<1 blamed:blame/VBD/root<1 the/DT/det<3 militia/NN/nsubj<1 on/IN/case<5 Monday/NNP/obl<1"
    assert mended(parse_of(blamed)).tokens[3].dep == "obj"
    said = parse_of("So/RB/advmod<1 said:say/VBD/root<1 the/DT/det<3 militia/NN/nsubj<1")
    assert mended(said) is said


def test_both_numbers_of_a_range_count_the_noun() -> None:
    parse = mended(
        parse_of(
            "Between/IN/case<1 12/CD/obl<6 and/CC/cc<3 15/CD/conj<1 men:man/NNS/nsubj:pass<6 were:be/VBD/aux:pass<6 "
            "killed:kill/VBN/root<6"
        )
    )
    assert (parse.tokens[1].dep, parse.tokens[1].head) == ("nummod", 4)


def test_a_number_before_a_participle_is_whom_it_is_said_of() -> None:
    parse = mended(
        parse_of(
            "Three/CD/nsubj:pass<2 were:be/VBD/aux:pass<2 killed:kill/VBN/root<2 and/CC/cc<5 five/CD/nummod<5 "
            "wounded:wound/VBN/conj<2"
        )
    )
    assert parse.tokens[4].dep == "nsubj:pass"


def test_what_a_noun_is_the_first_to_do_belongs_to_it() -> None:
    parse = mended(
        parse_of(
            "He/PRP/nsubj<1 became:become/VBD/root<1 the/DT/det<4 first/JJ/amod<4 officer/NN/xcomp<1 to/TO/mark<7 "
            "be/VB/aux:pass<7 arrested:arrest/VBN/xcomp<1"
        )
    )
    assert (parse.tokens[7].dep, parse.tokens[7].head) == ("acl", 4)


def test_what_somebody_is_accused_of_goes_with_the_verb() -> None:
    sentence = "They/PRP/nsubj<1 accused:accuse/VBD/root<1 the/DT/det<3 colonel/NN/obj<1 of/IN/case<5 torture/NN/nmod<3"
    assert mended(parse_of(sentence)).tokens[5].head == 1
    named = parse_of(sentence.replace("torture/NN", "Mali/NNP"))
    assert mended(named) is named


def test_a_participle_that_opens_a_sentence_hangs_on_its_verb() -> None:
    sentence = (
        "Conceding:concede/VBG/root<0 defeat/NN/obj<0 ,/,/punct<0 he/PRP/nsubj<4 left:leave/VBD/parataxis<0 ././punct<0"
    )
    tokens = mended(parse_of(sentence)).tokens
    assert [(t.dep, t.head) for t in (tokens[0], tokens[4], tokens[5])] == [("advcl", 4), ("root", 4), ("punct", 4)]


def test_a_participle_with_a_subject_stays() -> None:
    sentence = (
        "Rain/NN/nsubj<1 falling:fall/VBG/root<1 fast/RB/advmod<1 ,/,/punct<1 he/PRP/nsubj<5 left:leave/VBD/parataxis<1"
    )
    parse = parse_of(sentence)
    assert mended(parse) is parse


def test_who_stands_behind_a_quotation_and_before_its_verb_speaks() -> None:
    sentence = (
        "``/``/punct<2 We/PRP/nsubj<2 won:win/VBD/ccomp<7 ,/,/punct<2 ''/''/punct<2 the/DT/det<6 mayor/NN/nsubj<2 "
        "said:say/VBD/root<7 ././punct<7"
    )
    parse = msgspec.structs.replace(parse_of(sentence), quotations=(Quotation(0, 4),))
    assert mended(parse).tokens[6].head == 7


def test_a_minister_joined_to_a_place_is_subject_of_the_verb_behind_his_name() -> None:
    sentence = (
        "There/EX/expl<1 are:be/VBP/root<1 mills/NNS/nsubj<1 in/IN/case<4 Peru/NNP/nmod<2 and/CC/cc<7 a/DT/det<7 "
        "minister/NN/conj<4 ,/,/punct<9 Ruiz/NNP/appos<7 ,/,/punct<1 resigned:resign/VBD/parataxis<1 ././punct<1"
    )
    parse = msgspec.structs.replace(parse_of(sentence), names=(Name(4, 5, "place"), Name(9, 10, "person")))
    tokens = mended(parse).tokens
    assert [(tokens[i].dep, tokens[i].head) for i in (5, 7, 11)] == [("cc", 11), ("nsubj", 11), ("conj", 1)]


def test_there_were_some_injured() -> None:
    sentence = "There/EX/expl<1 were:be/VBD/root<1 bakers/NNS/nsubj<1 injured:injure/VBD/acl:relcl<2 ././punct<1"
    token = mended(parse_of(sentence)).tokens[3]
    assert (token.dep, token.tag) == ("acl", "VBN")


def test_who_did_something_there_keeps_his_verb() -> None:
    sentence = "There/EX/expl<1 were:be/VBD/root<1 bakers/NNS/nsubj<1 who/WP/nsubj<4 sang:sing/VBD/acl:relcl<2"
    parse = parse_of(sentence)
    assert mended(parse) is parse


def test_what_somebody_remains_hangs_on_the_remaining() -> None:
    parse = mended(
        parse_of(
            "He/PRP/nsubj<1 said:say/VBD/root<1 it/PRP/nsubj<3 remains:remain/VBZ/ccomp<1 confident/JJ/ccomp<1 "
            "that/IN/mark<8 talks:talk/NNS/nsubj<8 will/MD/aux<8 help/VB/ccomp<4 ././punct<1"
        )
    )
    assert (parse.tokens[4].dep, parse.tokens[4].head) == ("xcomp", 3)


def test_a_word_of_saying_before_that_is_a_verb() -> None:
    sentence = (
        "The/DT/det<2 news/NN/compound<2 service/NN/nsubj<3 reports:report/NNS/root<3 that/IN/mark<6 "
        "sales:sale/NNS/nsubj<6 rose:rise/VBD/ccomp<3 ././punct<3"
    )
    parse = mended(parse_of(sentence))
    assert (parse.tokens[3].tag, parse.tokens[3].lemma) == ("VBZ", "report")
    assert mended(parse_of(sentence.replace("service/NN/nsubj<3", "service/NN/nmod:desc<3"))).tokens[3].tag == "NNS"
