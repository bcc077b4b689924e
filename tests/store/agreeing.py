"""What a store must show, whatever the order in which it grew."""

from __future__ import annotations

from collections.abc import Sequence

from whosays import gazetteer
from whosays.merging import merge, stories
from whosays.records import CodedReport, Judgement
from whosays.store import Store


def agrees(db: Store, records: Sequence[CodedReport], judgements: Sequence[Judgement]) -> None:
    """What the store shows is what merging all of it at once gives."""
    whole = merge(records, judgements, gazetteer.load())
    assert tuple(db.incidents()) == whole.incidents
    assert tuple(db.disputes()) == whole.disputes
    assert tuple(db.stories()) == stories(records, judgements, gazetteer.load())
    assert not db.is_stale
