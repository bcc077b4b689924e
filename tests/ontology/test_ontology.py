"""The ontology that ships: it loads, holds together, and answers what the coder asks."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from whosays import ontology
from whosays.ontology import NAME, NUMBER, PLACE_NAME, Ontology, Trigger, fits, matches

CLASSES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
# PLOVER 2.0's modes, by class.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}


@pytest.fixture(scope="module")
def shipped() -> Ontology:
    return ontology.load()


def test_load_reads_the_shipped_ontology_once() -> None:
    assert ontology.load() is ontology.load()


def test_sixteen_classes_with_plovers_modes(shipped: Ontology) -> None:
    assert frozenset(shipped.classes) == CLASSES
    for name, found in shipped.classes.items():
        assert set(found.modes) == set(MODES.get(name, "").split()), name


def test_quads_and_scores(shipped: Ontology) -> None:
    for quad, names in QUADS.items():
        assert {n for n, c in shipped.classes.items() if c.quad == quad} == set(names.split())
    assert shipped.score("ASSAULT") == -9
    assert shipped.score("ASSAULT", "unconventional") == -10
    assert shipped.score("AID") == 10


def test_every_cameo_code_is_one(shipped: Ontology) -> None:
    codes = {shipped.cameo(t.event, t.mode, t) for t in shipped.all_triggers}
    codes |= {row.cameo for row in shipped.verbal.rows.values()}
    assert all(re.fullmatch(r"(0[1-9]|1[0-9]|20)\d{1,2}", code) for code in codes), codes


def test_no_trigger_stands_twice(shipped: Ontology) -> None:
    def what(t: Trigger) -> tuple[object, ...]:
        where = tuple(sorted((slot, words) for slot, words in t.where.items()))
        return (t.pos, t.words, t.object, t.subject, t.compound, where, t.needs, t.unless)

    twice = [key for key, n in Counter(what(t) for t in shipped.all_triggers).items() if n > 1]
    assert [(pos, " ".join(map(str, words))) for pos, words, *_ in twice if isinstance(words, tuple)] == []


def test_no_light_verb_stands_twice(shipped: Ontology) -> None:
    twice = [k for k, n in Counter((v.words, v.event, v.only) for v in shipped.all_light_verbs).items() if n > 1]
    assert twice == []


def test_words_are_plain_lemmas(shipped: Ontology) -> None:
    odd = [t.line for t in shipped.all_triggers if not re.fullmatch(r"[a-z0-9' é-]+", " ".join(t.words))]
    assert odd == []


def test_speech_verbs_are_no_deeds(shipped: Ontology) -> None:
    for verb in ("say", "accuse", "deny", "condemn", "demand", "threaten", "promise", "blame", "claim", "warn", "urge"):
        bare = [t.line for t in shipped.triggers(verb, "verb") if len(t.words) == 1 and not t.object]
        assert bare == [], verb  # "deny a visa", "claim asylum" are deeds


def test_every_class_has_triggers_and_examples_of_both_kinds(shipped: Ontology) -> None:
    for name, found in shipped.classes.items():
        assert len(found.triggers) >= 15, name
        assert sum(e.wanted for e in found.examples) >= 6, name
        assert sum(not e.wanted for e in found.examples) >= 4, name


def test_every_mode_has_a_trigger_or_a_weapon(shipped: Ontology) -> None:
    weapons = {("ASSAULT", shipped.nouns.weapon_mode(lemma)) for lemma in shipped.nouns.sets["weapon"]}
    told = {(t.event, t.mode) for t in shipped.all_triggers} | weapons
    assert [(c, m) for c, found in shipped.classes.items() for m in found.modes if (c, m) not in told] == []


def test_every_mode_has_a_sentence_that_gives_it(shipped: Ontology) -> None:
    told = {(e.event, e.mode) for e in shipped.examples if e.wanted}
    assert [(c, m) for c, found in shipped.classes.items() for m in found.modes if (c, m) not in told] == []


def test_the_most_specific_trigger_comes_first(shipped: Ontology) -> None:
    lines = [" ".join(t.words) for t in shipped.triggers("bombing", "noun")]
    assert lines.index("suicide car bombing") < lines.index("suicide bombing") < lines.index("bombing")
    sizes = [len(t.words) for t in shipped.triggers("shoot", "verb")]
    assert sizes == sorted(sizes, reverse=True)


def test_roles_are_complete_after_the_defaults(shipped: Ontology) -> None:
    kill = next(t for t in shipped.triggers("kill", "verb") if t.words == ("kill",))
    assert kill.roles == {"subject": "actor", "object": "recipient", "by": "actor", "with": "instrument"}
    assert kill.effect == "killed"
    assassination = shipped.triggers("assassination", "noun")[-1]
    assert assassination.roles["of"] == assassination.roles["poss"] == "recipient"
    assert assassination.roles["by"] == "actor"
    assert "none" not in {part for t in shipped.all_triggers for part in t.roles.values()}


@pytest.mark.parametrize(
    ("words", "lemma", "label", "fit"),
    [
        ((), "anything", None, True),
        (("soldier",), "soldier", None, True),
        (("soldier",), "engine", None, False),
        ((NAME,), "haqqani", "person", True),
        ((NAME,), "kabul", "place", False),
        ((PLACE_NAME,), "kabul", "place", True),
        ((NUMBER,), "12", None, True),
        ((NUMBER,), "1,200", None, True),
        ((NUMBER,), "twelve", None, True),
        ((NUMBER,), "t-72", None, False),
    ],
)
def test_fits(words: tuple[str, ...], lemma: str, label: str | None, fit: bool) -> None:
    assert fits(frozenset(words), lemma, label) is fit  # type: ignore[arg-type]


def test_an_empty_unless_cancels_nothing() -> None:
    assert not matches(frozenset(), "anything")


def test_contexts(shipped: Ontology) -> None:
    assert len(shipped.contexts) == 37
    assert shipped.contexts_of(["the", "suicide", "bomber", "hit", "the", "embassy"]) == ("diplomatic", "terrorism")
    assert shipped.contexts_of(["a", "quiet", "day"]) == ()


def test_light_verbs(shipped: Ontology) -> None:
    carry = shipped.light_verbs("carry")[0]
    assert (carry.words, carry.event, carry.subject) == (("carry", "out"), "object", "actor")
    assert {v.subject for v in shipped.light_verbs("suffer")} == {"recipient"}
    assert shipped.light_verbs("plot")[0].status == "planned"
