"""A lead in the perfect and what tells it in full are one event, and so are tellings of the very same people."""

from __future__ import annotations

import pytest

import whosays
from evaluation.running import as_given

ONE = [
    "Bandits have freed two Dutch captives in Kest. The Dutchmen were freed on Friday.",
    "Rebels have seized three nurses near Orli. The nurses were kidnapped on Tuesday, a clinic said.",
    "Turkish jets have bombed rebel caves in the hills. Officials say Turkish jets hit the Belmar region on Friday.",
    "Two of the force's peacekeepers have been killed in an ambush near Orli. The two soldiers were killed on Monday.",
    "Kenyan police have arrested a suspected smuggler. Omar Tesfaye was arrested on Sunday in Mombasa.",
    "Kenyan police have arrested two brothers. Ivo and Jan Holub were arrested on Sunday west of Mombasa.",
    "Kenyan police have detained nearly 40 people in Orli. A governor said 38 suspects were detained on Thursday.",
    "A militia says it has blown up a gas pipeline. The Front said its men attacked the pipeline on Monday.",
    "Hundreds of bakers have rallied in Lisbon. The protesters marched to the palace on Thursday.",
    "A Kenyan court has jailed ten poachers. The court handed out jail terms of up to nine years.",
    "Soldiers have shot dead a young goatherd in Belmar. Elders wept. They shot at a barn, killing the young goatherd.",
    "Gunmen kidnapped a Kenyan officer near Orli. The officer's abduction is being blamed on a militia.",
    "Kenya is ready to negotiate. Its envoy said on Monday that Kenya was ready to negotiate with Sudan.",
    "Bombs have killed three soldiers. Two of them were killed by a bomb in the east, while another died in a blast.",
    "Police have arrested four teachers in Kenya. They arrested three of the teachers in Mombasa.",
    "A bomb exploded at a fair in Belmar and killed nine people. Most were children. The bomb went off at noon.",
    "A man shot a guard at the fair and was killed by a mob. Witnesses said the mob killing came after a fight.",
    "Kenyan jets have killed fifteen rebels in the hills. The rebels were killed on Friday in artillery fire.",
]
TWO = [
    "Bandits have freed two Dutch captives in Kest. Another Dutchman was freed on Friday.",
    "Bandits have freed two Dutch captives in Kest. The Germans were freed on Friday.",
    "Rebels have seized three nurses near Orli. Two teachers were kidnapped on Tuesday near Belmar.",
    "Kenyan jets have bombed rebel caves in the hills. Ugandan warplanes bombed the Belmar area on Friday.",
    "Turkish jets have bombed rebel caves in the hills. Turkish warplanes also bombed a bridge near Belmar.",
    "Kenyan police have arrested a suspected smuggler. Police later arrested Omar Tesfaye in Mombasa.",
    "Kenyan police have arrested two brothers. Ana Ruiz was arrested on Sunday in Mombasa.",
    "Kenyan police have detained nearly 40 people in Orli. A governor said 12 students were detained on Thursday.",
    "A militia says it has blown up a gas pipeline. The Orli Front said its men attacked a pipeline last year.",
    "Hundreds of bakers have rallied in Lisbon. Thousands of miners marched in Porto on Thursday.",
    "Soldiers have shot dead a young goatherd in Belmar. Soldiers killed the old goatherd's brother in Kest on Friday.",
    "Gunmen kidnapped a Kenyan officer near Orli. A cook was abducted on Friday in Kest.",
    "Kenya is ready to negotiate with Chad. Its envoy said on Monday that Uganda was ready to negotiate with Sudan.",
    "Bombs have killed three soldiers in Mali. Two policemen were killed by a bomb in Chad.",
    "A soldier was killed on Sunday in Belmar. A video shows the killing of hostage Jan Holub.",
    "Militants have abducted a journalist in Chad. A journalist was abducted on Monday near Orli.",
    "A baker was killed on Sunday in Belmar. Two cooks were killed on Monday by the same gang.",
    "The envoys will end their tour in Jordan. The king will join the meeting in Ramallah with the mayor.",
    "The envoys will visit Egypt on Monday before meeting the king in Jordan.",
    "A roadside bomb killed two cooks on Sunday. A group said that it carried out last week's bomb attack on a mill.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_lead_and_what_tells_it_in_full_are_one_event(text: str) -> None:
    record = whosays.code(as_given(text, published="2031-05-06"))
    assert sum(len(e.evidence) > 1 for e in record.events) == 1


@pytest.mark.parametrize("text", TWO)
def test_others_and_another_time_are_another_event(text: str) -> None:
    record = whosays.code(as_given(text, published="2031-05-06"))
    assert len(record.events) == 2
    assert all(len(e.evidence) == 1 for e in record.events)


def test_a_toll_told_twice_counts_once() -> None:
    text = "Kenya says two of its citizens were kidnapped this week. It says the victims were kidnapped on Tuesday."
    (event,) = whosays.code(as_given(text, published="2031-05-06")).events
    assert [(t.count.low, t.count.high) for t in event.tolls] == [(2, 2)]


def test_two_of_each_are_two_and_two() -> None:
    text = "Two guards have been killed near Orli. The two guards and two cooks were killed on Monday in an ambush."
    (event,) = whosays.code(as_given(text, published="2031-05-06")).events
    assert [(t.count.low, t.count.high) for t in event.tolls] == [(2, 2), (2, 2)]


def test_what_comes_before_another_visit_lies_ahead_too() -> None:
    text = "The envoys will visit Egypt on Monday before meeting the king in Jordan."
    assert {e.status for e in whosays.code(as_given(text, published="2031-05-06")).events} == {"planned"}


def test_of_one_figure_the_one_with_a_teller_stays() -> None:
    text = "Two guards have been killed near Orli. The two guards were killed on Monday in an ambush, police said."
    (event,) = whosays.code(as_given(text, published="2031-05-06")).events
    assert [(t.count.low, t.statement is not None) for t in event.tolls] == [(2, True)]
