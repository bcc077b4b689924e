"""Small words taken for what they are not."""

from __future__ import annotations

from tests.coding.statements.tables import parse_of
from whosays.parsing.mending.applying import mended


def test_a_name_stands_behind_its_preposition() -> None:
    parse = mended(parse_of("Guards/NNS/nsubj<1 fell:fall/VBD/root<1 in/IN/obl<1 Aden/NNP/flat<2 ././punct<1"))
    assert (parse.tokens[3].dep, parse.tokens[3].head) == ("obl", 1)
    assert (parse.tokens[2].dep, parse.tokens[2].head) == ("case", 3)


def test_fighting_that_resumes_is_a_noun() -> None:
    sentence = "Fighting:fight/VBG/csubj<3 between/IN/case<2 clans/NNS/obl<0 resumed:resume/VBD/root<3"
    parse = mended(parse_of(sentence))
    assert (parse.tokens[0].dep, parse.tokens[0].tag, parse.tokens[2].dep) == ("nsubj", "NN", "nmod")


def test_fighting_somebody_is_a_deed() -> None:
    parse = parse_of("Fighting:fight/VBG/csubj<2 crime/NN/obj<0 pays:pay/VBZ/root<2")
    assert mended(parse) is parse


def test_who_threatens_to_march_will_do_it() -> None:
    sentence = "They/PRP/nsubj<1 threaten/VBP/root<1 to/IN/case<3 march/NN/xcomp<1 on/IN/case<5 Goma/NNP/nmod<3"
    parse = mended(parse_of(sentence))
    assert (parse.tokens[3].tag, parse.tokens[2].dep, parse.tokens[5].dep) == ("VB", "mark", "obl")
    calm = parse_of("They/PRP/nsubj<1 came:come/VBD/root<1 to/IN/case<4 the/DT/det<4 march/NN/obl<1")
    assert mended(calm) is calm


def test_a_claim_that_is_denied_is_no_title() -> None:
    sentence = (
        "They/PRP/nsubj<1 said:say/VBD/root<1 it/PRP/nsubj<3 fell:fall/VBD/ccomp<1 ,/,/punct<8 a/DT/det<6 "
        "claim/NN/nmod:desc<7 Togo/NNP/nsubj<8 denied:deny/VBD/acl:relcl<3"
    )
    parse = mended(parse_of(sentence))
    assert (parse.tokens[6].dep, parse.tokens[8].head) == ("parataxis", 6)


def test_a_participle_that_opens_a_sentence_claims_nothing() -> None:
    sentence = (
        "Belying/NNP/nsubj<1 claims:claim/VBZ/root<1 that/IN/mark<4 he/PRP/nsubj<4 lost:lose/VBD/ccomp<1 ,/,/punct<1"
    )
    parse = mended(parse_of(sentence))
    assert (parse.tokens[0].tag, parse.tokens[1].dep, parse.tokens[4].dep) == ("VBG", "obj", "acl")


def test_the_past_is_joined_to_the_past() -> None:
    sentence = (
        "He/PRP/nsubj<2 was:be/VBD/aux<2 waiting:wait/VBG/root<2 when/WRB/advmod<5 men/NNS/nsubj<5 "
        "came:come/VBD/advcl<2 and/CC/cc<7 fired:fire/VBD/conj<2"
    )
    assert mended(parse_of(sentence)).tokens[7].head == 5
