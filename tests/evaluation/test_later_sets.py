"""Dates, places, role fillers, sub-types and questions: reading their files, and scores worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import whosays
from evaluation.running import as_given
from evaluation.sets import case2021, dates, questions, roles, toponyms
from evaluation.sets.toponyms import Article, Counted, Toponym
from tests.factory import Draft, attack
from whosays.records import Actor, Code
from whosays.resolving.dates.anchoring import anchors_of

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2001-02-03">03 02 2001</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2001-02-01">1 <NG>February</NG></TIMEX3>.
</TEXT></TimeML>
"""


def test_timeml_text_and_times(tmp_path: Path) -> None:
    (tmp_path / "own.tml").write_text(TIMEML)
    document = dates.read(tmp_path / "own.tml")
    assert document.text == "They met on 1 February.\n"
    assert document.published == "2001-02-03"
    (time,) = document.times
    assert (document.text[time.start : time.end], time.value, time.type) == ("1 February", "2001-02-01", "DATE")


def test_a_range_counts_as_its_two_ends() -> None:
    tools = whosays.tools()
    parsed = whosays.parse(as_given("The militia ruled from 1991 to 1997 there.", published="2001-05-04"), tools)
    found = list(dates.times_of(parsed, anchors_of(parsed.report, tools.gazetteer.known_until())))
    words = [(parsed.report.text[t.start : t.end], t.value) for t in found]
    assert words == [("1991", "1991"), ("1997", "1997")]


def test_times_pair_where_they_overlap_and_only_once() -> None:
    gold = (dates.Time(0, 5, "a", "DATE"), dates.Time(6, 9, "b", "DATE"))
    found = [dates.Time(3, 7, "a", "DATE"), dates.Time(20, 22, "b", "DATE")]
    assert dates.overlapping(gold, found) == [(gold[0], found[0])]


@pytest.mark.parametrize(
    "element",
    [
        "<toponyms><toponym><start>7</start><end>10</end><gaztag><lat>1.5</lat><lon>2</lon></gaztag></toponym></toponyms>",
        "<locations><location><start>8</start><end>11</end><lat>1.5</lat><lon>2</lon></location></locations>",
    ],
)
def test_both_shapes_of_toponyms_point_at_the_same_word(tmp_path: Path, element: str) -> None:
    content = f"<articles><article><text>Inside Bel.</text>{element}</article></articles>"
    (tmp_path / "own.xml").write_text(content)
    (article,) = toponyms.articles(tmp_path / "own.xml")
    (place,) = article.places
    assert article.text[place.start : place.end] == "Bel"
    assert place.at == (1.5, 2.0)


def test_toponym_scores_by_hand() -> None:
    gold = (Toponym(0, 3, (0.0, 0.0)), Toponym(10, 13, (50.0, 0.0)), Toponym(20, 23))
    ours = [Toponym(0, 3, (0.0, 1.0)), Toponym(10, 14, (50.0, 10.0)), Toponym(30, 33, None, True)]
    counted = Counted()
    toponyms.count(Article("own", "x" * 40, None, gold), ours, counted)
    keys = counted.keys()
    assert keys["detect_f1"] == pytest.approx(2 * 2 / 6)
    assert keys["detect_f1_nodem"] == pytest.approx(2 * 2 / 5)
    assert (keys["acc161"], keys["recall161"]) == (0.5, 0.5)  # a degree at the equator is 111 km
    assert keys["median_km"] == pytest.approx((111.2 + 714) / 2, abs=2)


def test_places_count_as_found_whatever_they_are_linked_to() -> None:
    draft = Draft("Rebels shelled Bel.")
    draft.actor("Rebels")
    draft.place("Bel")
    tools = whosays.tools()
    assert toponyms.places_in(draft.done(), tools) == [Toponym(15, 18, (1.5, 2.5))]


def test_role_entities_align_at_best() -> None:
    gold = [frozenset({"gunmen", "men"}), frozenset({"gunmen"})]
    found = [frozenset({"gunmen"}), frozenset({"men"}), frozenset({"army"})]
    assert roles.aligned(gold, found) == {0: 1, 1: 0}


def test_role_file(tmp_path: Path) -> None:
    row = {"docid": "1", "doctext": "gunmen fled.", "extracts": {"PerpInd": [[["gunmen", 0], ["the men", 9]]]}}
    (tmp_path / "own.json").write_text(json.dumps(row))
    (document,) = roles.read(tmp_path / "own.json")
    assert document.roles == {"PerpInd": (frozenset({"gunmen", "men"}),)}


def test_labels_of_snippets(tmp_path: Path) -> None:
    (tmp_path / "event_types.txt").write_text("ATTACK\nOTHER\n")
    (tmp_path / "own.tsv").write_text("id\tEventSnippet\tSubType\n1\tA raid.\tATTACK\n2\tA flood.\tFLOOD\n")
    assert [s.label for s in case2021.read(tmp_path / "own.tsv")] == ["ATTACK", "OTHER"]
    assert case2021.labelled(Draft("Rain fell.").done()) == "OTHER"


def test_a_claim_leads_over_the_deed_that_is_claimed() -> None:
    assert case2021.labelled(attack()) == "OTHER"


def test_the_sides_and_the_trigger_tell_the_type_of_a_snippet() -> None:
    def found(actor: str, code: str, victim: str, other: str, verb: str) -> str:
        draft = Draft(f"{actor} {verb} {victim}.")
        one, two = (Actor(id=f"own:{w}", name=w, codes=(Code(code=c),)) for w, c in ((actor, code), (victim, other)))
        draft.event(
            "ASSAULT", verb, roles=[(draft.actor(actor, one), "actor"), (draft.actor(victim, two), "recipient")]
        )
        return case2021.labelled(draft.done())

    assert found("Rebels", "REB", "soldiers", "MIL", "attacked") == "ARMED_CLASH"
    assert found("Rebels", "REB", "farmers", "AGR", "attacked") == "ATTACK"
    assert found("Soldiers", "MIL", "protesters", "OPP", "attacked") == "FORCE_AGAINST_PROTEST"
    assert found("Rebels", "REB", "Karu", "CVL", "captured") == "NON_STATE_ACTOR_OVERTAKES_TER"
    assert found("Soldiers", "MIL", "Karu", "CVL", "recaptured") == "GOV_REGAINS_TERIT"
    assert found("Villagers", "CVL", "the thief", "CRM", "beat") == "MOB_VIOL"


def test_what_was_done_leads_over_what_was_tried() -> None:
    draft = Draft("Police arrested two men who had tried to bomb a bridge.")
    draft.event("COERCE", "arrested", mode="arrest")
    draft.event("ASSAULT", "bomb", mode="explosives", status="attempted")
    assert case2021.labelled(draft.done()) == "ARREST"


def test_answers_come_from_the_leading_event() -> None:
    record = attack()
    answers = questions.answer(record, whosays.parse(record.report))
    assert answers["who"] == "The Red Front"
    assert answers["where"] == "Karu"
    assert answers["what"].startswith("A suicide bomber killed 12 people")
    assert answers["when"] == "Wednesday"
    rain = Draft("Rain fell.", dateline="Karu").done()
    silent = {"who": "", "what": "", "when": "", "where": "Karu"}
    assert questions.answer(rain, whosays.parse(rain.report)) == silent


def test_half_of_the_content_words_is_enough() -> None:
    assert questions.alike("a suicide bomber in the market", "the bomber at a market")
    assert not questions.alike("a suicide bomber in the market", "the market")
