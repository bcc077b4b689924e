"""What an event is about beside its class: each of PLOVER's contexts has a sentence whose event bears it."""

from __future__ import annotations

import pytest

from whosays import ontology, parsing
from whosays.coding import code
from whosays.parse import Parse
from whosays.records import Report, report_id

SENTENCES = {
    "military": "Rebels attacked an army battalion near Karim.",
    "intelligence": "Police arrested a spy of the secret service in Tarn.",
    "executive": "Soldiers surrounded the presidential palace at dawn.",
    "legislative": "Students marched to parliament on Monday.",
    "election": "Gunmen attacked a polling station in Sallin.",
    "political_institutions": "The junta suspended the constitution on Friday.",
    "pro_democracy": "Thousands of pro-democracy students marched through Tarn.",
    "pro_autocracy": "Protesters marched against the dictatorship on Sunday.",
    "economic": "The government imposed tariffs on steel imports from Peru.",
    "legal": "Police arrested the judge after the verdict.",
    "reparations": "Villagers marched for compensation on Monday.",
    "human_rights": "Police arrested a human rights lawyer in Karim.",
    "rights_freedoms": "Police arrested two journalists in Karim.",
    "repression": "Police arrested forty dissidents in Tarn.",
    "human_security": "Gunmen attacked an aid convoy near Belvar.",
    "gender": "Women marched against domestic violence in Lima.",
    "lgbt": "Thousands of people marched for same-sex marriage in Tarn.",
    "religion_ethnicity": "Gunmen attacked a mosque in Karim on Friday.",
    "inequality": "Workers marched against racial discrimination on Sunday.",
    "diplomatic": "Protesters marched to the embassy of Peru.",
    "territory": "Separatists attacked a convoy in the disputed enclave.",
    "peacekeeping": "Gunmen attacked two peacekeepers in the buffer zone.",
    "health": "Nurses went on strike at the hospital on Monday.",
    "asylum": "Police arrested twelve asylum-seekers near the camp.",
    "migration": "Italy deported ninety migrants on Monday.",
    "disasters": "Residents marched in anger after the earthquake.",
    "natural_resource": "Militants blew up an oil pipeline in the desert.",
    "environment": "Activists marched against pollution on Sunday.",
    "technology": "Police arrested two engineers of a semiconductor maker.",
    "terrorism": "A suicide bomber killed nine people in Karim.",
    "cbrn": "The army used sarin against the rebels.",
    "cyber": "Police arrested a hacker in Tarn.",
    "misinformation": "Police arrested a blogger over fake news.",
    "crime": "Police arrested six gang members over a bank robbery.",
    "corruption": "Police arrested the mayor on charges of bribery.",
    "illegal_drugs": "Police arrested a cocaine dealer in Tarn.",
    "trafficking": "Police arrested two people over human trafficking.",
}


def _parse(text: str) -> Parse:
    return parsing.parse(Report(id=report_id(text, None, None), text=text), parsing.load())


@pytest.mark.parametrize("context", ontology.load().contexts)
def test_words_of_a_sentence_tell_the_context(context: str) -> None:
    coded = code(_parse(SENTENCES[context]), ontology.load())
    assert context in {c for event in coded.events for c in event.contexts}


def test_a_plain_sentence_tells_none() -> None:
    (event,) = code(_parse("Gunmen killed two men in Karim."), ontology.load()).events
    assert event.contexts == ()
