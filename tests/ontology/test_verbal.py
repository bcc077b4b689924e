"""The derived verbal events: act and content give a PLOVER class and a CAMEO code."""

from __future__ import annotations

from typing import get_args

import pytest

from whosays.ontology import verbal_code
from whosays.records import Act


@pytest.mark.parametrize(
    ("act", "content", "mode", "plover", "plover_mode", "cameo"),
    [
        ("assert", None, None, None, None, "010"),
        ("claim", "ASSAULT", "suicide-attack", None, None, "015"),
        ("deny", "ASSAULT", None, None, None, "016"),
        ("decline", None, None, None, None, "011"),
        ("condole", "ASSAULT", None, None, None, "018"),
        ("accuse", None, None, "ACCUSE", "allege", "112"),
        ("accuse", "ASSAULT", "torture", "ACCUSE", "allege", "1122"),
        ("blame", "ASSAULT", "drone", "ACCUSE", "allege", "1123"),
        ("condemn", "ASSAULT", None, "ACCUSE", "disapprove", "111"),
        ("praise", "AGREE", None, "SUPPORT", None, "051"),
        ("demand", "RETREAT", "release", "REQUEST", "yield", "1053"),
        ("demand", "RETREAT", "ceasefire", "REQUEST", "yield", "1056"),
        ("call", "RETREAT", "ceasefire", "REQUEST", "yield", "0256"),
        ("call", "CONSULT", None, "REQUEST", "meet", "026"),
        ("call", "CONSULT", "third-party", "REQUEST", "meet", "028"),
        ("promise", "AID", None, "AGREE", None, "033"),
        ("promise", "RETREAT", "withdraw", "CONCEDE", None, "0356"),
        ("promise", "ASSAULT", None, "THREATEN", "violence", "138"),
        ("refuse", "CONSULT", "visit", "REJECT", "meet", "125"),
        ("threaten", "ASSAULT", None, "THREATEN", "violence", "138"),
        ("threaten", "SANCTION", "expel", "THREATEN", "expel", "131"),
        ("agree", "CONSULT", None, "AGREE", None, "036"),
    ],
)
def test_verbal_code(
    act: Act, content: str | None, mode: str | None, plover: str | None, plover_mode: str | None, cameo: str
) -> None:
    found = verbal_code(act, content, mode)
    assert (found.plover, found.mode, found.cameo) == (plover, plover_mode, cameo)


def test_every_act_has_a_code_for_whatever_it_is_about() -> None:
    for act in get_args(Act):
        assert verbal_code(act).cameo
        assert verbal_code(act, "PROTEST", "riot").cameo


def test_plain_statements_have_no_plover_class() -> None:
    plain: tuple[Act, ...] = (
        "assert",
        "confirm",
        "deny",
        "claim",
        "concern",
        "decline",
        "report",
        "predict",
        "condole",
    )
    for act in plain:
        assert verbal_code(act).plover is None
