"""How sure a row is: its signs, and that they weigh what people's verdicts taught."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import whosays
from evaluation.running import as_given, stages
from whosays.errors import KnowledgeError
from whosays.ontology.sureness import ALWAYS, load
from whosays.resolving.sureness import rows_of, signs

PLAIN = "Turkish troops killed four soldiers near Aleppo on Monday."
THIN = (
    "At a forum on prices, wages and the weather the chairman spoke at length of a club that was founded by nine "
    "students who had escaped the massacres of another century, and of what it could have become had they stayed."
)


def _signs(text: str) -> list[tuple[str, ...]]:
    parse, record = stages(as_given(text, published="2024-05-15"))
    return [signs(row) for row in rows_of(parse, record)]


def test_the_signs_say_who_and_where_in_words() -> None:
    (found,) = _signs(PLAIN)
    assert {
        "class ASSAULT", "status happened", "a toll is told", "a place is told", "a time is told", "told by a verb",
        "the main verb of its sentence", "a short sentence", "a doer known, by a nominal", "no target",
    } <= set(found)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("They killed four soldiers in Orli.", "a doer by a pronoun left open"),
        ("The embassy was stormed in Orli.", "no doer"),
        ("Rebels killed four soldiers in Orli in 2019.", "a year in the sentence"),
        ("Four soldiers were killed in Orli.", "in the passive, without a doer"),
        ("Four soldiers were killed in Orli by rebels.", "in the passive"),
        ("The killing of four soldiers angered Orli.", "a noun without a doer"),
        ("The king resigned on Monday.", "a doer and nobody done to"),
        ("The crowd cheered for the officers who arrested two smugglers.", "in a relative clause"),
        ("Rebels shelled a farm in Orli after police shot a man in Lus.", "another deed of its class in the sentence"),
    ],
)  # fmt: skip
def test_a_sign_for_each_doubt(text: str, sign: str) -> None:
    assert any(sign in found for found in _signs(text))


def test_a_row_is_as_sure_as_its_signs_weigh() -> None:
    record = whosays.code(as_given(PLAIN, published="2024-05-15"))
    (event,) = record.events
    ((found,), weights) = _signs(PLAIN), load()
    assert event.confidence == round(1 / (1 + math.exp(-weights[ALWAYS] - sum(weights.get(s, 0.0) for s in found))), 2)
    assert [abs(r.weight) for r in event.reasons] == sorted((abs(r.weight) for r in event.reasons), reverse=True)
    assert all(weights[r.detail] == r.weight for r in event.reasons)


def test_a_plain_row_is_surer_than_a_thin_one() -> None:
    plain, thin = (whosays.code(as_given(t, published="2024-05-15")).events for t in (PLAIN, THIN))
    assert plain[0].confidence > max((e.confidence for e in thin), default=0.0)
    assert thin


@pytest.mark.parametrize("content", ["sign;weight\na;1\n", "sign,weight\nno doer,much\n"])
def test_a_list_of_weights_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sureness.csv"
    path.write_text(content)
    with pytest.raises(KnowledgeError, match=r"sureness\.csv"):
        load(path)
