"""The set ``muc4``: cutting files into reports, and templates from a record made by hand."""

from __future__ import annotations

from pathlib import Path

import msgspec

import whosays
from evaluation.request import Request
from evaluation.sets.muc4 import messages, split
from evaluation.templates import Template, Told, bare, render, templates
from tests.factory import Draft, day
from whosays.parse import Name, Parse, Token
from whosays.records import Actor, CodedReport, Role

TEXT = (
    "Gunmen of the Own Front killed the mayor of Villa, Rosa Prado, in Villa on 4 March. "
    "A car bomb destroyed two shops in Villa. Soldiers killed a rebel."
)


def _told(draft: Draft, *names: str) -> Told:
    text = draft.report.text
    tokens: list[Token] = []
    for i, piece in enumerate(text.replace(",", " ").replace(".", " ").split()):
        start = text.index(piece, tokens[-1].end if tokens else 0)
        tokens.append(
            Token(i=i, start=start, end=start + len(piece), text=piece, lemma=piece, tag="NN", dep="dep", head=0)
        )
    found = []
    for name in names:
        at = text.index(name)
        first = next(t.i for t in tokens if t.start == at)
        found.append(Name(start=first, end=first + len(name.split()), label="person"))
    parsed = Parse(report=draft.report, tokens=tuple(tokens), sentences=((0, len(tokens)),), names=tuple(found))
    return Told(draft.done(), parsed)


def _draft() -> Draft:
    draft = Draft(TEXT, dateline_date="1989-03-05")
    villa = draft.place("Villa", country="PER", nth=1)
    gunmen, front = draft.actor("Gunmen of the Own Front", kind="force"), draft.actor("Own Front", kind="armed-group")
    draft.entities["own:gunmen of the own front"] = Actor(
        id="own:gunmen of the own front", name="Gunmen", kind="force", part_of=("own:own front",)
    )
    mayor = draft.actor("the mayor of Villa, Rosa Prado", kind="person")
    suspected = Role(mention=gunmen, part="actor", kind="person", basis="suspected")
    struck = Role(mention=mayor, part="recipient", kind="person", effect="killed")
    draft.event("ASSAULT", "killed", mode="firearms", roles=[suspected, struck], place=villa, when=day("1989-03-04"))
    shops, bomb = draft.actor("two shops"), draft.actor("A car bomb")
    roles = [Role(mention=shops, part="target", kind="thing"), Role(mention=bomb, part="instrument", kind="thing")]
    draft.event("ASSAULT", "destroyed", mode="explosives", roles=roles, place=villa)
    soldiers, rebel = draft.actor("Soldiers"), draft.actor("a rebel")
    draft.event("ASSAULT", "killed", nth=1, roles=[(soldiers, "actor"), (rebel, "recipient")], place=villa)
    assert front
    return draft


def _incidents(record: CodedReport) -> tuple[whosays.Incident, ...]:
    return tuple(
        whosays.Incident(id=e.id, type=e.type, mode=e.mode, status=e.status, when=e.when, place=None, events=(e.id,))
        for e in record.events
    )


_OF_DOERS = ("category", "individual", "organization", "confidence")


def _told_apart_from_doers(template: Template) -> Template:
    """Without those who did it: who of a report did is weighed, and tried on texts that are parsed."""
    return {k: fills for k, fills in template.items() if fills and k not in _OF_DOERS}


def test_a_killing_fills_its_slots_and_a_killed_rebel_is_no_incident_of_the_task() -> None:
    told = _told(_draft(), "Rosa Prado")
    killing, bombing = templates(told, _incidents(told.record))
    assert _told_apart_from_doers(killing) == {
        "date": ["04 MAR 89"],
        "location": ["PERU: VILLA (CITY)"],
        "type": ["ATTACK"],
        "stage": ["ACCOMPLISHED"],
        "instrument-type": ['GUN: "-"'],
        "name": ['"ROSA PRADO"'],
        "description": ['"MAYOR OF VILLA": "ROSA PRADO"'],
        "person-type": ['GOVERNMENT OFFICIAL: "ROSA PRADO"'],
        "person-number": ['1: "ROSA PRADO"'],
        "person-effect": ['DEATH: "ROSA PRADO"'],
    }
    assert _told_apart_from_doers(bombing) == {
        "date": ["- 05 MAR 89"],
        "location": ["PERU: VILLA (CITY)"],
        "type": ["BOMBING"],
        "stage": ["ACCOMPLISHED"],
        "instrument": ['"CAR BOMB"'],
        "instrument-type": ['VEHICLE BOMB: "CAR BOMB"'],
        "thing": ['"SHOPS"'],
        "thing-type": ['COMMERCIAL: "SHOPS"'],
        "thing-number": ['2: "SHOPS"'],
        "thing-effect": ['DESTROYED: "SHOPS"'],
    }


def test_incidents_elsewhere_are_not_of_interest() -> None:
    draft = _draft()
    place = draft.entities["place:villa"]
    draft.entities["place:villa"] = msgspec.structs.replace(place, country="FRA")
    told = _told(draft, "Rosa Prado")
    assert templates(told, _incidents(told.record)) == []


def test_the_official_format() -> None:
    lines = render("TST9-MUC4-0001", [{"type": ["BOMBING"], "thing": ['"A"', '"B"']}]).splitlines()
    assert lines[0] == "0.  MESSAGE: ID                    TST9-MUC4-0001"
    assert lines[4] == "4.  INCIDENT: TYPE                 BOMBING"
    assert lines[12:14] == ['12. PHYS TGT: ID                   "A"', " " * 35 + '"B"']
    assert len(lines) == 26
    assert all(line.endswith(" *") for line in render("TST9-MUC4-0002", []).splitlines()[1:])


def test_fills_are_in_one_line_and_without_quotation_marks() -> None:
    assert bare('the  "Own\n   Star" hotel,') == "Own Star hotel"


def test_reports_begin_with_their_number_and_one_case_of_a_text_is_taken(tmp_path: Path) -> None:
    for name, word in (("tst9-muc4", "UPPER"), ("tst9-muc4.mixed-case", "Mixed")):
        (tmp_path / name).write_text(f"TST9-MUC4-0001 (OWN)\n\n   {word} one.\n\nTST9-MUC4-0002\n\n   {word} two.\n")
    (tmp_path / "key-tst9").write_text("0. MESSAGE: ID  TST9-MUC4-0001\n")
    assert [m.id for m in split(tmp_path / "tst9-muc4")] == ["TST9-MUC4-0001", "TST9-MUC4-0002"]
    upper = list(messages(Request(data=(tmp_path,))))
    mixed = list(messages(Request(data=(tmp_path,), mixed=True)))
    assert [m.text.split()[0] for m in upper] == ["UPPER", "UPPER"]
    assert [m.text.split()[0] for m in mixed] == ["Mixed", "Mixed"]
