"""Whom a pronoun means: every rule with a yes and a no."""

from __future__ import annotations

from tests.resolving.handmade import mention_of, parse_of
from whosays import gazetteer
from whosays.ontology import nominals
from whosays.parse import Parse
from whosays.records import Actor, ActorKind, MentionForm
from whosays.resolving.actors.antecedents import Antecedents
from whosays.resolving.actors.asked import Asked, Named, ask
from whosays.resolving.actors.coreference import Met
from whosays.resolving.actors.pronouns import pronouns
from whosays.resolving.actors.setting import Setting


def _room(parse: Parse) -> tuple[Antecedents, Setting]:
    setting = Setting(parse, gazetteer.load(), nominals.load(), "2024-08-24")
    return Antecedents(parse, setting), setting


def _meet(before: Antecedents, parse: Parse, words: str, kind: ActorKind, form: MentionForm = "name") -> None:
    mention = mention_of(parse, words, form)
    head = parse.root_of(*parse.tokens_of(mention.span))
    actor = Actor(id=f"own:{words.lower()}", name=words, kind=kind)
    before.meet(Met(actor=actor, head=head, form=form, name=words))


def _asked(parse: Parse, setting: Setting, words: str) -> Asked:
    return ask(parse, mention_of(parse, words, "pronoun"), setting)


def _id(named: Named | None) -> str | None:
    return named.actor.id if named is not None and named.actor is not None else None


def test_she_is_no_man() -> None:
    rows = "{}/NNP/nsubj/2 Hollin/NNP/flat/0 spoke/VBD/root/2 ././punct/2 She/PRP/nsubj/5 left/VBD/root/5 ././punct/5"
    for first, meant in (("Laura", "own:laura hollin"), ("Robert", None)):
        parse = parse_of(rows.format(first), ((f"{first} Hollin", "person"),))
        before, setting = _room(parse)
        _meet(before, parse, f"{first} Hollin", "person")
        assert _id(before.of(_asked(parse, setting, "She"))) == meant


def test_he_does_not_reach_past_a_stranger() -> None:
    rows = (
        "Robert/NNP/nsubj/2 Hollin/NNP/flat/0 met/VBD/root/2 {}/DT/det/4 {}/NN/obj/2 ././punct/2 "
        "He/PRP/nsubj/7 left/VBD/root/7 ././punct/7"
    )
    for noun, meant in (("bridge", "own:robert hollin"), ("soldier", None)):
        parse = parse_of(rows.format("a", noun))
        before, setting = _room(parse)
        _meet(before, parse, "Robert Hollin", "person")
        assert _id(before.of(_asked(parse, setting, "He"))) == meant


def test_they_may_be_both_subjects_together() -> None:
    rows = (
        "Redband/NNP/nsubj/{v} {more}left/VBD/root/{v} ././punct/{v} "
        "They/PRP/nsubj/{w} returned/VBD/root/{w} ././punct/{w}"
    )
    alone = parse_of(rows.format(v=1, w=4, more=""))
    before, setting = _room(alone)
    _meet(before, alone, "Redband", "armed-group")
    assert _id(before.of(_asked(alone, setting, "They"))) == "own:redband"
    both = parse_of(rows.format(v=3, w=6, more="and/CC/cc/2 Lurna/NNP/conj/0 "))
    before, setting = _room(both)
    _meet(before, both, "Redband", "armed-group")
    assert before.of(_asked(both, setting, "They")) is None


def test_he_is_the_subject_of_the_clause_above() -> None:
    rows = (
        "Robert/NNP/nsubj/2 Hollin/NNP/flat/0 met/VBD/root/2 Paul/NNP/obj/2 Dellin/NNP/flat/3 {}/WP/obj/7 "
        "he/PRP/nsubj/7 blamed/VBD/{}/{} ././punct/2"
    )
    for link, dep, head in (("whom", "acl:relcl", 3), ("as", "advcl", 2)):
        parse = parse_of(rows.format(link, dep, head))
        before, setting = _room(parse)
        _meet(before, parse, "Robert Hollin", "person")
        _meet(before, parse, "Paul Dellin", "person")
        assert _id(before.of(_asked(parse, setting, "he"))) == "own:robert hollin"


def test_they_are_no_state_with_a_plural_name() -> None:
    rows = (
        "United/NNP/compound/1 States/NNPS/nsubj/2 left/VBD/root/2 ././punct/2 "
        "They/PRP/nsubj/5 came/VBD/root/5 ././punct/5"
    )
    parse = parse_of(rows)
    before, setting = _room(parse)
    _meet(before, parse, "United States", "state")
    assert before.of(_asked(parse, setting, "They")) is None
    before, setting = _room(parse)
    _meet(before, parse, "United States", "people", form="nominal")
    assert _id(before.of(_asked(parse, setting, "They"))) == "own:united states"


def test_it_is_not_what_the_same_verb_does_it_to() -> None:
    parse = parse_of("Redband/NNP/obj/2 it/PRP/nsubj/2 attacked/VBD/root/2 ././punct/2")
    before, setting = _room(parse)
    _meet(before, parse, "Redband", "armed-group")
    assert before.of(_asked(parse, setting, "it")) is None


def test_whoever_does_it_does_it_to_another() -> None:
    rows = (
        "Robert/NNP/nsubj/1 forgave/VBD/root/1 Paul/NNP/obj/1 and/CC/cc/4 let/VBD/conj/1 {}/PRP/{} {}/VB/xcomp/4 "
        "././punct/1"
    )
    for word, dep, verb, meant in (("him", "obj/4", "stay", "own:paul"), ("himself", "obj/4", "fall", "own:robert")):
        parse = parse_of(rows.format(word, dep, verb))
        before, setting = _room(parse)
        _meet(before, parse, "Robert", "person")
        _meet(before, parse, "Paul", "person")
        assert _id(before.of(_asked(parse, setting, word))) == meant


def test_its_forces_are_those_of_the_subject() -> None:
    rows = "{}/NNP/nsubj/1 moved/VBD/root/1 its/PRP$/nmod:poss/3 forces/NNS/obj/1 ././punct/1"
    cases: tuple[tuple[ActorKind, str | None], ...] = (("armed-group", "own:redband"), ("person", None))
    for kind, meant in cases:
        parse = parse_of(rows.format("Redband"))
        before, setting = _room(parse)
        _meet(before, parse, "Redband", kind)
        assert _id(before.of(_asked(parse, setting, "its"))) == meant


def test_an_unknown_subject_ends_the_search() -> None:
    rows = (
        "Redband/NNP/nsubj/1 fell/VBD/root/1 ././punct/1 The/DT/det/4 storm/NN/nsubj/5 lost/VBD/root/5 "
        "its/PRP$/nmod:poss/7 force/NN/obj/5 ././punct/5"
    )
    parse = parse_of(rows)
    before, setting = _room(parse)
    _meet(before, parse, "Redband", "armed-group")
    assert before.of(_asked(parse, setting, "its")) is None


def test_it_may_be_nobody() -> None:
    rows = (
        "Redband/NNP/nsubj/1 left/VBD/root/1 ././punct/1 It/PRP/nsubj/5 is/VBZ/cop/5 clear/JJ/root/5 why/WRB/advmod/7 "
        "left/VBD/csubj/5 ././punct/5"
    )
    parse = parse_of(rows)
    before, setting = _room(parse)
    _meet(before, parse, "Redband", "armed-group")
    assert before.of(_asked(parse, setting, "It")) is None


def test_a_pronoun_says_whether_a_man_or_a_woman_was_meant() -> None:
    rows = (
        "Kim/NNP/nsubj/1 said/VBD/root/1 she/PRP/nsubj/3 left/VBD/ccomp/1 ././punct/1 "
        "{}/PRP$/nmod:poss/6 car/NN/nsubj/7 burned/VBD/root/7 ././punct/7"
    )
    for word, meant in (("Her", "own:kim"), ("His", None)):
        parse = parse_of(rows.format(word))
        before, setting = _room(parse)
        _meet(before, parse, "Kim", "person")
        before.meet(Met(actor=Actor(id="own:kim", name="Kim", kind="person"), head=2, form="pronoun", name="she"))
        assert _id(before.of(_asked(parse, setting, word))) == meant


def test_pronouns_that_no_mention_stands_on() -> None:
    parse = parse_of("He/PRP/nsubj/1 left/VBD/root/1 his/PRP$/nmod:poss/3 car/NN/obj/1 ././punct/1")
    assert [m.name for m in pronouns(parse, (mention_of(parse, "He", "pronoun"),))] == ["his"]
