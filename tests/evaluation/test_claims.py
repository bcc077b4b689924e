"""Denials, claims and blames: reading passages, and which statements count as those wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.request import EvaluationError
from evaluation.scoring import Tally
from evaluation.sets import claims
from evaluation.sets.claims import Passage, Wanted
from tests.factory import Draft
from whosays.records import CodedReport, Proposition

GOLD = Path(claims.__file__).parents[1] / "gold" / "claims"
TEXT = "A bomb killed two men in Karu. The front denied the attack. The mayor blamed the front."


def _record(*, blamed: str = "The front") -> CodedReport:
    draft = Draft(TEXT)
    front, mayor = draft.actor("The front"), draft.actor("The mayor")
    blast = draft.event("ASSAULT", "killed")
    held = Proposition(kind="responsible", subject=front if blamed == "The front" else mayor, event=blast)
    draft.says("deny", front, "denied", about=[(blast, "denied")])
    draft.says("blame", mayor, "blamed", about=[(blast, "blamed")], propositions=[held])
    return draft.done()


def _scored(record: CodedReport, *wanted: Wanted) -> tuple[str, dict[str, Tally], Tally]:
    tallies, about = {act: Tally() for act in claims.ACTS}, Tally()
    case = claims._score(Passage("own", TEXT, wanted), record, tallies, about)
    return case.verdict, tallies, about


DENIAL = Wanted(act="deny", speaker="The front", about="killed")
BLAME = Wanted(act="blame", speaker="The mayor", party=["The front", "the front"], about="killed")


def test_a_passage_is_right_with_all_its_statements_and_no_other() -> None:
    verdict, tallies, about = _scored(_record(), DENIAL, BLAME)
    assert (verdict, tallies["deny"].f1, tallies["blame"].f1, about.right) == ("right", 1, 1, 2)
    verdict, tallies, _ = _scored(_record(), DENIAL)
    assert (verdict, tallies["blame"].found, tallies["blame"].gold) == ("wrong", 1, 0)


def test_whom_is_blamed_and_what_it_is_about_count() -> None:
    verdict, tallies, _ = _scored(_record(blamed="The mayor"), DENIAL, BLAME)
    assert (verdict, tallies["blame"].right) == ("wrong", 0)
    verdict, tallies, about = _scored(_record(), Wanted(act="deny", speaker="The front", about=[]), BLAME)
    assert (verdict, tallies["deny"].right, about.right, about.gold) == ("wrong", 1, 1, 2)


def test_a_claim_not_made_is_not_a_claim() -> None:
    draft = Draft("Nobody claimed the raid.")
    draft.says("claim", None, "claimed")
    verdict, _, _ = _scored(draft.done(), Wanted(act="claim", status="negated"))
    assert verdict == "wrong"


def test_words_must_stand_in_the_passage(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("- {id: one, text: Rain., statements: [{act: deny, speaker: Ana}]}")
    with pytest.raises(EvaluationError, match="does not hold the words 'Ana'"):
        list(claims.read(tmp_path / "own.yaml"))
    (tmp_path / "own.yaml").write_text("- {id: one}")
    with pytest.raises(EvaluationError, match="not a file of passages"):
        list(claims.read(tmp_path / "own.yaml"))


def test_the_gold_can_be_read_and_its_pairs_are_pairs() -> None:
    passages = [p for path in sorted(GOLD.glob("*.yaml")) for p in claims.read(path)]
    assert len({p.id for p in passages}) == len(passages) >= 20
    pairs = [p.pair for p in passages if p.pair]
    assert all(pairs.count(pair) == 2 for pair in pairs)
