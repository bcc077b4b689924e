"""After two deeds, place, means and victims say which of them a claim, a denial or blame is about."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given

TWO = "A car bomb killed six people at a market in Tarsa on Monday. On Wednesday gunmen shot dead a priest in Vesna. "


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        ("The Dawn Brigade claimed responsibility for the market bombing.", "killed"),
        ("The Dawn Brigade claimed responsibility for the attack on the priest.", "shot dead"),
        ("The Dawn Brigade said it carried out the attack on the market.", "killed"),
        ("The Dawn Brigade denied any role in the attack in Tarsa.", "killed"),
        ("The mayor blamed the Dawn Brigade for the killing of the priest.", "shot dead"),
        ("The mayor blamed the Dawn Brigade for the shooting.", "shot dead"),
        ("The Dawn Brigade claimed responsibility for the attack.", "shot dead"),
    ],
)
def test_points_at_the_deed_that_the_words_tell(said: str, deed: str) -> None:
    record = whosays.code(as_given(TWO + said))
    triggers = {e.id: record.report.words(e.trigger) for e in record.events}
    held = [s for s in record.statements if s.act in {"claim", "deny", "blame"}]
    assert [triggers[s.about[0].target] for s in held] == [deed]


def test_what_a_side_had_no_part_in_happened() -> None:
    text = "A minibus was blown up near Bel on Tuesday. The River Sons said its men had not carried out the bombing."
    record = whosays.code(as_given(text))
    assert [e.status for e in record.events] == ["happened"]
