"""Acronyms that a text defines itself."""

from __future__ import annotations

import pytest

from tests.resolving.handmade import parse_of
from whosays import gazetteer
from whosays.parse import Parse
from whosays.records import Report, report_id
from whosays.resolving.actors.acronyms import Acronyms


def _parse(text: str) -> Parse:
    report = Report(id=report_id(text, None, None), text=text)
    whole = parse_of("x/NN/root/0")
    return Parse(report=report, tokens=whole.tokens, sentences=whole.sentences)


@pytest.mark.parametrize(
    ("text", "short", "meant"),
    [
        ("The Shanghai Cooperation Organisation (SCO) met.", "SCO", "body:sco"),
        ("The Shanghai Cooperation Organisation (SCO) met.", "the Shanghai Cooperation Organisation", "body:sco"),
        ("The Velmar Relief Network (VRN) met.", "the VRN", "own:velmar relief network"),
        ("The Council of Coastal Towns (CCT) met.", "CCT", "own:council of coastal towns"),
        ("The Velmar Relief Network (VRN) met.", "VRM", None),
        ("The old harbour (built in 1890) burned.", "built", None),
        ("The Velmar Relief Network (XQZ) met.", "XQZ", None),
    ],
)
def test_what_an_acronym_means(text: str, short: str, meant: str | None) -> None:
    found = Acronyms(_parse(text), gazetteer.load()).meaning(short)
    actor = found.actor if found is not None else None
    assert (actor.id if actor is not None else None) == meant
