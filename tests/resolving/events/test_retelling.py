"""News tells a deed in short and then again: one event; what begins something new stays another."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given

ONE = [
    "A car bomb killed nine people at a market in Orli on Monday. Doctors said four others were hurt in the blast.",
    "Rebels ambushed a police convoy near Belmar, killing six policemen. He said two officers were wounded in it.",
    "Government troops killed seven insurgents in Orli province. The ministry said seven militants died in a clash.",
    "Supporters of the miners' union marched in Belmar on Friday. Hundreds of demonstrators marched to the town hall.",
    "Rival cartels are battling for the port of Orli. Officers said the cartels were battling for its docks.",
]
TWO = [
    "A car bomb killed nine people at a market in Orli on Monday. Another bomb wounded four others at a bridge.",
    "Rebels killed six policemen near Belmar. Earlier in the week, rebels killed three policemen in the same valley.",
    "Government troops killed seven insurgents in Orli province. Doctors said a man was raped in the same village.",
    "French troops killed seven insurgents in the hills. Turkish troops shot two soldiers at a border post.",
    "Rebels shelled the town of Belmar. The rebels burned a church in the hills.",
    "Tanks shelled three farms near Orli, wounding two men. Later in the day an aircraft struck a mill.",
    "Canada and India recalled envoys on Monday. Canada recalled its consul from Mumbai.",
    "Police arrested nine students in Orli. Police arrested four teachers in Belmar.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_deed_told_on_is_one_event(text: str) -> None:
    record = whosays.code(as_given(text, published="2031-05-06"))
    (event,) = record.events
    assert len(event.evidence) == 2


@pytest.mark.parametrize("text", TWO)
def test_what_begins_anew_or_befalls_others_is_another_event(text: str) -> None:
    assert len(whosays.code(as_given(text, published="2031-05-06")).events) == 2


def test_the_words_told_again_say_why_they_were_joined() -> None:
    record = whosays.code(as_given(ONE[2], published="2031-05-06"))
    (event,) = record.events
    reasons = [r for link in record.links if link.target == event.id for r in link.reasons]
    (detail,) = [r.detail for r in reasons if r.rule == "told-on"]
    assert detail == "goes on with “killed”, by and to the same people"
