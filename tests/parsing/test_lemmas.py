"""Lemmas by table and by rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.errors import KnowledgeError
from whosays.parsing.lemmas import Lemmatizer, Table, load, singulars, stems

RULES = Lemmatizer(Table(forms={}, known={}))
SHIPPED = Path(__file__).parents[2] / "src" / "whosays" / "data" / "model" / "lemmas.json"


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("carried", "VBD", "carry"),
        ("struck", "VBN", "strike"),
        ("said", "VBD", "say"),
        ("killed", "VBN", "kill"),
        ("shelled", "VBD", "shell"),
        ("kidnapped", "VBN", "kidnap"),
        ("fired", "VBD", "fire"),
        ("fleeing", "VBG", "flee"),
        ("fled", "VBD", "flee"),
        ("seized", "VBD", "seize"),
        ("besieging", "VBG", "besiege"),
        ("condemns", "VBZ", "condemn"),
        ("denies", "VBZ", "deny"),
        ("accusing", "VBG", "accuse"),
        ("shot", "VBD", "shoot"),
        ("died", "VBD", "die"),
        ("vowed", "VBD", "vow"),
        ("ambushed", "VBN", "ambush"),
        ("wounded", "VBN", "wound"),
        ("wound", "VBD", "wind"),
        ("found", "VBD", "find"),
        ("found", "VB", "found"),
        ("left", "VBD", "leave"),
        ("withdrew", "VBD", "withdraw"),
        ("overthrown", "VBN", "overthrow"),
        ("’s", "VBZ", "be"),
        ("SAID", "VBD", "say"),
        ("men", "NNS", "man"),
        ("gunmen", "NNS", "gunman"),
        ("casualties", "NNS", "casualty"),
        ("bodies", "NNS", "body"),
        ("forces", "NNS", "force"),
        ("crises", "NNS", "crisis"),
        ("mine", "NN", "mine"),
        ("mine", "PRP", "my"),
        ("Ministers", "NNS", "minister"),
        ("Ouagadougou", "NNP", "Ouagadougou"),
        ("Americans", "NNPS", "American"),
        ("worse", "JJR", "bad"),
        ("n't", "RB", "not"),
    ],
)
def test_the_shipped_table(form: str, tag: str, lemma: str) -> None:
    assert load(SHIPPED).lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("stopped", "VBD", "stop"),
        ("bused", "VBD", "buse"),
        ("jeopardised", "VBN", "jeopardise"),
        ("dislodged", "VBN", "dislodge"),
        ("exfiltrated", "VBN", "exfiltrate"),
        ("strafing", "VBG", "strafe"),
        ("mistreated", "VBN", "mistreat"),
        ("evicts", "VBZ", "evict"),
        ("re-arrested", "VBN", "re-arrest"),
        ("militiamen", "NNS", "militiaman"),
        ("clashes", "NNS", "clash"),
        ("12", "CD", "12"),
    ],
)
def test_the_rules_alone(form: str, tag: str, lemma: str) -> None:
    assert RULES.lemma(form, tag) == lemma


def test_a_known_lemma_wins() -> None:
    known = Lemmatizer(Table(forms={}, known={"verb": frozenset({"bus"})}))
    assert known.lemma("bused", "VBD") == "bus"


def test_a_prefix_before_an_irregular_form() -> None:
    table = Lemmatizer(Table(forms={"verb": {"took": "take"}}, known={}))
    assert table.lemma("undertook", "VBD") == "undertake"


def test_candidates_come_likeliest_first() -> None:
    assert stems("carri", "ed") == ("carry", "carri")
    assert stems("stopp", "ed")[0] == "stop"
    assert singulars("parties")[0] == "party"


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"lemmas\.json"):
        load(tmp_path / "lemmas.json")
    broken = tmp_path / "lemmas.json"
    broken.write_text('{"forms": 3}')
    with pytest.raises(KnowledgeError, match=r"lemmas\.json"):
        load(broken)


def test_a_capital_at_the_head_of_a_sentence_tells_nothing_of_known_nouns() -> None:
    table = Table(forms={}, known={"noun": frozenset({"tank"})})
    lemmatizer = Lemmatizer(table)
    assert lemmatizer.common("Tanks") == "NNS"
    assert lemmatizer.common("Tank") == "NN"
    assert lemmatizer.common("Aden") is None
