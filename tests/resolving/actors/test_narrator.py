"""Who says "we" outside quotations: the body that publishes the text itself, and no outlet."""

from __future__ import annotations

import pytest

import whosays
from whosays.records import report_id

TEXT = "We condemn the attack on the hospital in Kabul. We call on both sides to stop the fighting."


@pytest.mark.parametrize(
    ("publisher", "meant"),
    [("Amnesty International", "Amnesty International"), ("The Guardian", None), (None, None)],
)
def test_we_is_the_body_that_publishes_its_own_words(publisher: str | None, meant: str | None) -> None:
    report = whosays.Report(id=report_id(TEXT, publisher, None), text=TEXT, publisher=publisher, published="2024-05-15")
    record = whosays.code(report)
    speakers = [record.entity(s.speaker) for s in record.statements]
    assert [s.act for s in record.statements] == ["condemn", "call"]
    assert [e.name if e is not None else None for e in speakers] == [meant, meant]
