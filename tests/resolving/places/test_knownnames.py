"""Names that the lists know, marked before coding."""

from __future__ import annotations

import pytest

from whosays.gazetteer import Gazetteer, load
from whosays.parse import Name, NameKind, NameLabel, Parse, Token
from whosays.records import Report
from whosays.resolving import with_known_names

Mark = tuple[int, int, NameLabel, NameKind | None]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def told(*rows: tuple[str, str, str, str, int], names: tuple[Mark, ...] = ()) -> Parse:
    """One sentence of (word, lemma, tag, dependency, head) with marks."""
    tokens, position = [], 0
    for i, (word, lemma, tag, dep, head) in enumerate(rows):
        tokens.append(Token(i, position, position + len(word), word, lemma, tag, dep, head))
        position += len(word) + 1
    text = " ".join(row[0] for row in rows)
    report = Report(id="r", text=text, published="2025-02-20")
    return Parse(
        report=report, tokens=tuple(tokens), sentences=((0, len(rows)),), names=tuple(Name(*mark) for mark in names)
    )


def marks(parse: Parse, gazetteer: Gazetteer) -> list[tuple[str, str, str | None]]:
    found = with_known_names(parse, gazetteer)
    return [(found.text(n.start, n.end), n.label, n.kind) for n in found.names]


def taking(town: str, verb: str, *names: Mark) -> Parse:
    return told(
        ("M23", "M23", "NNP", "nsubj", 1), (verb, verb, "VBD", "root", 1), (town, town, "NNP", "obj", 1), names=names
    )


def test_a_movement_that_was_not_marked_is_armed(gazetteer: Gazetteer) -> None:
    assert marks(taking("him", "saw"), gazetteer) == [("M23", "organisation", "armed-group")]


def test_a_movement_taken_for_a_person_gives_way(gazetteer: Gazetteer) -> None:
    assert marks(taking("him", "saw", (0, 1, "person", None)), gazetteer)[0] == ("M23", "organisation", "armed-group")


def test_part_of_a_longer_name_stays(gazetteer: Gazetteer) -> None:
    parse = told(
        ("M23", "M23", "NNP", "compound", 1), ("House", "House", "NNP", "root", 1), names=((0, 2, "facility", None),)
    )
    assert marks(parse, gazetteer) == [("M23 House", "facility", None)]


@pytest.mark.parametrize(("verb", "towns"), [("shell", ["Kharkiv"]), ("arrest", [])])
def test_a_town_taken_for_a_person_is_one_where_only_towns_are(
    verb: str, towns: list[str], gazetteer: Gazetteer
) -> None:
    found = marks(taking("Kharkiv", verb, (2, 3, "person", None)), gazetteer)
    assert [name for name, label, _ in found if label == "place"] == towns


def test_who_has_a_towns_name_is_no_town(gazetteer: Gazetteer) -> None:
    parse = told(
        ("They", "they", "PRP", "nsubj", 1), ("shelled", "shell", "VBD", "root", 1),
        ("Kharkiv", "Kharkiv", "NNP", "obj", 1),
        ("of", "of", "IN", "case", 4), ("Ida", "Ida", "NNP", "nmod", 2), ("Kharkiv", "Kharkiv", "NNP", "flat", 4),
        names=((2, 3, "person", None), (4, 6, "person", None)),
    )  # fmt: skip
    assert ("Kharkiv", "place", "city") not in marks(parse, gazetteer)


def test_what_the_lists_do_not_know_stays(gazetteer: Gazetteer) -> None:
    parse = taking("Zorvank", "shell", (2, 3, "person", None))
    assert marks(parse, gazetteer)[-1] == ("Zorvank", "person", None)


def test_a_state_that_was_not_marked_is_a_place(gazetteer: Gazetteer) -> None:
    rows = (("The", "the", "DT", "det", 1), ("US", "US", "NNP", "nsubj", 2), ("fell", "fall", "VBD", "root", 2))
    assert marks(told(*rows), gazetteer) == [("US", "place", "state")]
    assert marks(told(*rows, names=((1, 2, "organisation", None),)), gazetteer) == [("US", "organisation", None)]


def test_a_movement_read_as_an_adjective_is_a_name(gazetteer: Gazetteer) -> None:
    rows = (("A", "a", "DT", "det", 2), ("Houthi", "houthi", "JJ", "compound", 2), ("raid", "raid", "NN", "root", 2))
    found = with_known_names(told(*rows), gazetteer)
    assert (found.tokens[1].tag, found.names[0].kind) == ("NNP", "armed-group")
    person = told(*rows, names=((1, 2, "person", None),))
    assert with_known_names(person, gazetteer) is person
