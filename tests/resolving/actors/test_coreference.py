"""Whom short forms, definite nouns and pronouns point back to: every rule with a yes and a no."""

from __future__ import annotations

from tests.resolving.handmade import mention_of, parse_of
from whosays import gazetteer
from whosays.ontology import nominals
from whosays.parse import Parse
from whosays.records import Actor, ActorKind, MentionForm, Span, Statement, statement_id
from whosays.resolving.actors.asked import Asked, Named, ask
from whosays.resolving.actors.coreference import Memory, Met
from whosays.resolving.actors.pointers import Quoted, definite_nouns, descriptions
from whosays.resolving.actors.setting import Setting


def _room(parse: Parse) -> tuple[Memory, Setting]:
    setting = Setting(parse, gazetteer.load(), nominals.load(), "2024-08-24")
    return Memory(parse, setting), setting


def _meet(memory: Memory, parse: Parse, words: str, kind: ActorKind, *about: str, form: MentionForm = "name") -> None:
    mention = mention_of(parse, words, form)
    head = parse.root_of(*parse.tokens_of(mention.span))
    actor = Actor(id=f"own:{words.lower()}", name=words, kind=kind)
    memory.meet(Met(actor=actor, head=head, form=form, name=words, words=frozenset(about)))


def _asked(parse: Parse, setting: Setting, words: str, form: MentionForm = "nominal") -> Asked:
    return ask(parse, mention_of(parse, words, form), setting)


def _id(named: Named | None) -> str | None:
    return named.actor.id if named is not None and named.actor is not None else None


TWO = (
    "Redband/NNP/nsubj/1 attacked/VBD/root/1 Lurna/NNP/obj/1 ././punct/1 "
    "{}/DT/det/5 {}/NN/nsubj/6 denied/VBD/root/6 it/PRP/obj/6 ././punct/6"
)


def test_the_group_is_the_group_named_before() -> None:
    parse = parse_of(TWO.format("The", "group"))
    memory, setting = _room(parse)
    _meet(memory, parse, "Redband", "armed-group")
    assert _id(memory.recall(_asked(parse, setting, "The group"))) == "own:redband"


def test_a_noun_of_another_kind_points_at_nobody() -> None:
    parse = parse_of(TWO.format("The", "ministry"))
    memory, setting = _room(parse)
    _meet(memory, parse, "Redband", "armed-group")
    assert memory.recall(_asked(parse, setting, "The ministry")) is None


def test_two_that_fit_leave_it_unsure_unless_one_is_the_subject() -> None:
    rows = (
        "{}/NN/nsubj/1 met/VBD/root/1 Redband/NNP/{}/1 and/CC/cc/4 Blueband/NNP/conj/2 ././punct/1 "
        "The/DT/det/7 group/NN/nsubj/8 left/VBD/root/8 ././punct/8"
    )
    parse = parse_of(rows.format("Envoys", "obj"))
    memory, setting = _room(parse)
    _meet(memory, parse, "Redband", "armed-group")
    _meet(memory, parse, "Blueband", "armed-group")
    found = memory.recall(_asked(parse, setting, "The group"))
    assert found is not None
    assert found.actor is None
    assert set(found.candidates) == {"own:redband", "own:blueband"}
    parse = parse_of(rows.format("Today", "nsubj"))
    memory, setting = _room(parse)
    _meet(memory, parse, "Redband", "armed-group")
    _meet(memory, parse, "Blueband", "armed-group")
    assert _id(memory.recall(_asked(parse, setting, "The group"))) == "own:redband"


def test_court_means_only_who_is_called_a_court() -> None:
    parse = parse_of(TWO.format("The", "court"))
    memory, setting = _room(parse)
    _meet(memory, parse, "Redband", "organisation")
    assert memory.recall(_asked(parse, setting, "The court")) is None


def test_same_noun_reaches_far_but_not_past_another_adjective() -> None:
    rows = (
        "Velmar/JJ/amod/1 rebels/NNS/nsubj/2 left/VBD/root/2 ././punct/2 "
        "The/DT/det/{h} {adj}rebels/NNS/nsubj/{r} stayed/VBD/root/{r} ././punct/{r}"
    )
    plain = parse_of(rows.format(h=5, adj="", r=6))
    memory, setting = _room(plain)
    _meet(memory, plain, "Velmar rebels", "people", "velmar", "rebel")
    assert _id(memory.same_noun(_asked(plain, setting, "The rebels"), generic=False)) == "own:velmar rebels"
    other = parse_of(rows.format(h=6, adj="northern/JJ/amod/6 ", r=7))
    memory, setting = _room(other)
    _meet(memory, other, "Velmar rebels", "people", "velmar", "rebel")
    assert memory.same_noun(_asked(other, setting, "The northern rebels"), generic=False) is None


def test_short_forms() -> None:
    rows = "Laura/NNP/nsubj/2 Hollin/NNP/flat/0 spoke/VBD/root/2 ././punct/2 {}/NNP/nsubj/5 left/VBD/root/5 ././punct/5"
    for word, meant in (("Hollin", "own:laura hollin"), ("Dellin", None)):
        parse = parse_of(
            rows.format(word),
            (("Laura Hollin", "person"), (word, "person")) if meant is None else (("Laura Hollin", "person"),),
        )
        memory, setting = _room(parse)
        _meet(memory, parse, "Laura Hollin", "person")
        mention = mention_of(parse, word, "name", nth=1 if meant else 0)
        assert _id(memory.short_form(ask(parse, mention, setting))) == meant


def test_definite_nouns_that_may_point() -> None:
    parse = parse_of("The/DT/det/1 junta/NN/nmod:poss/3 's/POS/case/1 minister/NN/nsubj/4 left/VBD/root/4 ././punct/4")
    assert [m.name for m in definite_nouns(parse, (), nominals.load())] == ["The junta"]
    bridge = parse_of("The/DT/det/1 bridge/NN/nsubj/2 fell/VBD/root/2 ././punct/2")
    assert definite_nouns(bridge, (), nominals.load()) == ()
    indefinite = parse_of("A/DT/det/1 junta/NN/nsubj/2 fell/VBD/root/2 ././punct/2")
    assert definite_nouns(indefinite, (), nominals.load()) == ()


def test_descriptions_behind_a_name() -> None:
    rows = (
        "Sidi/NNP/nsubj/8 Konar/NNP/flat/0 ,/,/punct/4 the/DT/det/4 minister/NN/appos/0 of/IN/case/6 "
        "Health/NNP/nmod/4 ,/,/punct/0 {}/VBD/root/8 ././punct/8"
    )
    parse = parse_of(rows.format("died"), (("Sidi Konar", "person"),))
    assert [m.name for m, _ in descriptions(parse, ())] == ["the minister of Health"]
    town = parse_of(rows.format("died").replace("minister", "bridge"), (("Sidi Konar", "person"),))
    assert descriptions(town, ()) == ()


def test_who_speaks_in_a_quotation() -> None:
    rows = (
        "\"/``/punct/2 I/PRP/nsubj/2 condemn/VBP/ccomp/6 it/PRP/obj/2 \"/''/punct/2 Hollin/NNP/nsubj/6 "
        "said/VBD/root/6 ././punct/6"
    )
    parse = parse_of(rows, quotations=((0, 4),))
    speaker = mention_of(parse, "Hollin")
    cue = Span(report=parse.report.id, start=parse.tokens[6].start, end=parse.tokens[6].end)
    content = parse.span(0, 5)
    said = Statement(
        id=statement_id(cue, "assert", (content,)), act="assert", status="made", speaker=speaker.id, cue=cue,
        content=(content,),
    )  # fmt: skip
    quoted = Quoted(parse, (said,))
    assert quoted.speaker(1) == speaker.id
    assert quoted.speaker(5) is None
    assert Quoted(parse, ()).speaker(1) is None


def test_an_office_noun_does_not_reach_far() -> None:
    first = "Pavel/NNP/nsubj/1 spoke/VBD/root/1 ././punct/1 "
    last = "The/DT/det/{n} president/NN/nsubj/{v} left/VBD/root/{v} ././punct/{v}"
    for between, meant in ((1, "own:pavel"), (7, None)):
        filler = "".join(
            f"Rain/NN/nsubj/{i + 1} fell/VBD/root/{i + 1} ././punct/{i + 1} " for i in range(3, 3 * between, 3)
        )
        at = 3 * between
        parse = parse_of(first + filler + last.format(n=at + 1, v=at + 2))
        memory, setting = _room(parse)
        _meet(memory, parse, "Pavel", "person", "president")
        assert _id(memory.same_noun(_asked(parse, setting, "The president"), generic=False)) == meant
