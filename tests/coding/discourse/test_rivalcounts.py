"""Whose word each figure is, where several count one deed, and which numbers count nothing."""

from __future__ import annotations

import pytest

import whosays
from evaluation.expected import plain
from whosays.records import CodedReport, Event, Report, report_id

_BLAST = "A bomb killed 12 people in Quetta on Monday, police said. "
_RAID = "Gunmen raided a mill near Gao on Sunday and killed nine bakers. "


def _code(text: str) -> CodedReport:
    return whosays.code(Report(id=report_id(text, None, None), text=text, published="2024-05-15"))


def _told(record: CodedReport, event: Event) -> list[tuple[str, int | None, int | None, str | None]]:
    speakers = {s.id: record.mention(s.speaker) for s in record.statements}
    found: list[tuple[str, int | None, int | None, str | None]] = []
    for toll in event.tolls:
        who = speakers.get(toll.statement or "")
        found.append((toll.effect, toll.count.low, toll.count.high, plain(who.name) if who is not None else None))
    return found


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (_BLAST + "Nurses put the toll at 15.", [("killed", 12, 12, "police"), ("killed", 15, 15, "nurses")]),
        (_BLAST + "Nurses counted 15 bodies.", [("killed", 12, 12, "police"), ("killed", 15, 15, "nurses")]),
        (_BLAST + "Nurses spoke of 15 dead.", [("killed", 12, 12, "police"), ("killed", 15, 15, "nurses")]),
        (
            _BLAST + "Nurses said at least 15 had died.",
            [("killed", 12, 12, "police"), ("killed", 15, None, "nurses")],
        ),
        (
            _BLAST + "Nurses gave a figure of 15 dead. The clan counted 20.",
            [("killed", 12, 12, "police"), ("killed", 15, 15, "nurses"), ("killed", 20, 20, "clan")],
        ),
        (
            "Police said 14 bakers were wounded in clashes in Dhaka; doctors counted 60 wounded.",
            [("wounded", 14, 14, "police"), ("wounded", 60, 60, "doctors")],
        ),
        (
            "The rebels claimed to have killed 90 soldiers in a raid near Gao; the ministry admitted to four.",
            [("killed", 90, 90, "rebels"), ("killed", 4, 4, "ministry")],
        ),
        (
            "The union says 90 of its members were arrested in Minsk, while the ministry gave the number as 43.",
            [("arrested", 90, 90, "union"), ("arrested", 43, 43, "ministry")],
        ),
        (
            "The ministry, which had earlier spoken of 9 dead, now says 14 bakers died in the bombing in Quetta.",
            [("killed", 14, 14, "ministry"), ("killed", 9, 9, "ministry")],
        ),
        (
            "The mayor put the death toll from Monday's shelling of Kharkiv at nine.",
            [("killed", 9, 9, "mayor")],
        ),
        (
            "None of the eight bakers survived the raid by gunmen near Gao, the mayor said.",
            [("killed", 8, 8, "mayor")],
        ),
        (
            "The mayor denied that 50 bakers had died in the attack on the mill near Gao, putting the toll at 17.",
            [("killed", 17, 17, "mayor")],
        ),
        (
            "The army killed 12 rebels near Gao for the loss of two soldiers.",
            [("killed", 12, 12, None), ("killed", 2, 2, None)],
        ),
        (
            _BLAST + "The mayor said 20 people were killed.",
            [("killed", 12, 12, "police"), ("killed", 20, 20, "mayor")],
        ),
        (
            "Police disputed the clan's figure of 30 dead in Monday's bombing in Quetta, saying 18 people were killed.",
            [("killed", 30, 30, "clan"), ("killed", 18, 18, "police")],
        ),
        (
            "The toll from Monday's bombing in Quetta rose to 18, the mayor said, revising an earlier count of 12.",
            [("killed", 18, 18, "mayor")],
        ),
        # -- and no count of the same deed
        (_BLAST + "The army said 20 rebels were killed.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor said 90 people were killed last year.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor said six of them were children.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor said two more had died.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor said six had died at the scene.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor said 90 people had died in the city since January.", [("killed", 12, 12, "police")]),
        (_BLAST + "The mayor spoke of 300 guards.", [("killed", 12, 12, "police")]),
        (_BLAST + "In Multan, the mayor spoke of nine dead in floods.", [("killed", 12, 12, "police")]),
        (_BLAST + "The army sent 200 men, and a baker spoke of 14.", [("killed", 12, 12, "police")]),
        (_BLAST + "The judge said he was 40.", [("killed", 12, 12, "police")]),
        (_RAID + "The mill lost three clients, the mayor said.", [("killed", 9, 9, None)]),
        (_RAID + "The union put the number of its members at 40.", [("killed", 9, 9, None)]),
    ],
)
def test_who_counts(text: str, tolls: list[tuple[str, int | None, int | None, str | None]]) -> None:
    record = _code(text)
    attack = next(e for e in record.events if e.tolls)
    told = [(effect, low, high, who.lower() if who else None) for effect, low, high, who in _told(record, attack)]
    assert told == tolls


def test_the_count_that_is_held_to_be_wrong() -> None:
    record = _code(
        "The opposition accused the government of lying about the number of protesters killed by police in Lagos, "
        "saying at least 40 died, not the 12 announced by the minister."
    )
    held = {
        (plain(who.name), p.value, p.holds)
        for s in record.statements
        for p in s.propositions
        if p.kind == "toll" and (who := record.mention(s.speaker)) is not None
    }
    assert held == {
        ("opposition", "killed 40", "true"),
        ("opposition", "killed 12", "false"),
        ("minister", "killed 12", "true"),
    }
