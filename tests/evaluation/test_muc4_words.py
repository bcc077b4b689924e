"""What the words around an attack add to its template, and how it is learnt which incidents are wanted."""

from __future__ import annotations

import pytest

import whosays
from evaluation.learn_chances import examples_of, naming
from evaluation.learning import Example, learn
from evaluation.muc_keys import read
from evaluation.running import stages
from evaluation.templates import Told, candidates
from evaluation.templates.chances import chance, reasons, weights
from evaluation.templates.lists import unpointed
from evaluation.templates.nations import foreign_nation
from evaluation.templates.people import Person
from evaluation.templates.spots import spots_in
from evaluation.templates.tidying import tidied
from evaluation.weighing import ALWAYS
from whosays.records import Role

HEAD = "LIMA, 4 MAR 89 -- "


def _told(text: str) -> tuple[Told, tuple[whosays.Incident, ...]]:
    parsed, record = stages(whosays.read_text(HEAD + text))
    return Told(record, parsed), whosays.merge([record]).incidents


def _template(text: str) -> dict[str, list[str]]:
    told, incidents = _told(text)
    return {key: fills for c in candidates(told, incidents) for key, fills in c.template.items() if fills}


@pytest.mark.parametrize(
    ("words", "country", "nation"),
    [
        ("U.S. EMBASSY", "PER", "UNITED STATES"),
        ("COSTA RICAN CONSULATE", "COL", "COSTA RICA"),
        ("PERUVIAN BANK", "PER", None),
        ("CENTRAL AMERICAN BANK", "SLV", None),
        ("FORMER SPANISH ENVOY", "COL", None),
    ],
)
def test_the_nation_of_a_target_stands_in_its_words(words: str, country: str, nation: str | None) -> None:
    assert foreign_nation((words,), None, country) == nation


def test_who_points_or_hedges_tells_no_more() -> None:
    assert unpointed("alleged urban guerrillas") == "urban guerrillas"
    assert unpointed("another") == "another"


def test_places_are_known_by_the_word_for_their_kind() -> None:
    told, _ = _told("A BOMB EXPLODED IN THE VILLA BLANCA NEIGHBORHOOD. GUNMEN RAIDED THE VILLAGE OF MONTE NUEVO TODAY.")
    found = [(s.name, s.kind) for n in range(len(told.parsed.sentences)) for s in spots_in(told, n)]
    assert ("VILLA BLANCA", "NEIGHBORHOOD") in found
    assert ("MONTE NUEVO", "VILLAGE") in found


def test_people_are_told_once_and_numbers_alone_are_nobody() -> None:
    told, _ = _told("NOTHING HAPPENED.")
    role = Role(mention=None, part="recipient", kind="person")

    def person(words: str, number: str, effect: str | None = None) -> Person:
        return Person("", words, number, effect, role)

    priests = person("MURDERED PRIESTS", "PLURAL", "DEATH")
    found = tidied(told, [priests, person("FIVE", "5"), person("JESUIT PRIESTS", "6"), person("COOK", "1")])
    assert [(p.description, p.number, p.effect) for p in found] == [
        ("JESUIT PRIESTS", "6", "DEATH"),
        ("COOK", "1", None),
    ]


def test_a_claim_shows_in_the_confidence() -> None:
    made = _template("THE SHINING PATH HAS CLAIMED RESPONSIBILITY FOR THE MURDER OF MAYOR ROSA PRADO IN LIMA.")
    assert made["confidence"] == ['CLAIMED OR ADMITTED: "SHINING PATH"']


def test_keys_are_read_and_each_wants_one_incident() -> None:
    keys = read(
        "0.  MESSAGE: ID                     OWN-0001 (X)\n"
        "1.  MESSAGE: TEMPLATE               1\n"
        '12. PHYS TGT: ID                    "EMBASSY" /\n'
        '                                    "THE U.S. EMBASSY"\n'
        "18. HUM TGT: NAME                   -\n"
        "0.  MESSAGE: ID                     OWN-0002 (X)\n"
        "1.  MESSAGE: TEMPLATE               *\n"
        "12. PHYS TGT: ID                    *\n"
    )
    words = {message: [naming(key) for key in some] for message, some in keys.items()}
    assert words == {"OWN-0001": [frozenset({" embassy ", " u s embassy "})], "OWN-0002": []}
    told, incidents = _told(
        "A BOMB EXPLODED AT THE U.S. EMBASSY IN LIMA TODAY. A CAR BOMB DESTROYED A BANK IN CUZCO ON MONDAY."
    )
    found = candidates(told, incidents)
    examples = examples_of(told, found, keys["OWN-0001"])
    assert len(examples) == len(found)
    assert sum(e.wanted for e in examples) == 1


def test_learning_weighs_signs_and_gives_the_same_each_time() -> None:
    good, bad = Example(frozenset({"named", "any"}), True), Example(frozenset({"armed", "any"}), False)
    learnt = learn([good] * 20 + [bad] * 20, ridge=10.0, fewest=5)
    assert learnt["named"] > 0 > learnt["armed"]
    assert abs(learnt["any"]) < 0.01
    assert learnt == learn([good] * 20 + [bad] * 20, ridge=10.0, fewest=5)


def test_a_chance_says_why() -> None:
    assert ALWAYS in weights()
    heavy = max(weights(), key=lambda sign: (weights()[sign] if sign != ALWAYS else 0.0, sign))
    assert chance([heavy]) > chance([]) > 0
    assert reasons([heavy, "no such sign"]) == [f"{heavy} {weights()[heavy]:+.2f}"]
