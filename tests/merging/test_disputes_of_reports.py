"""Reports as they come in, read the whole way: who stands against whom, since when, in which words."""

from __future__ import annotations

import whosays
from whosays import gazetteer
from whosays.merging import merge
from whosays.records import CodedReport, Dispute, report_id

BOMB = (
    "A car bomb went off outside the courthouse in Sirte on Monday, killing nine people. The interior ministry "
    "blamed Islamic State for the bombing."
)
DENIAL = "Islamic State denied any role in Monday's bombing of the courthouse in Sirte."
CLAIM = (
    "A car bomb killed nine people outside the courthouse in Sirte on Monday. Boko Haram claimed responsibility for "
    "the attack."
)


def read(text: str, publisher: str, published: str) -> CodedReport:
    report = whosays.Report(id=report_id(text, publisher, None), text=text, publisher=publisher, published=published)
    return whosays.code(report)


def disputes(*records: CodedReport) -> tuple[Dispute, ...]:
    return merge(records, [], gazetteer.load()).disputes


def lines(dispute: Dispute, *records: CodedReport) -> list[tuple[str | None, str, str | None, str]]:
    """Party, what it holds, since when, in which words."""
    reports = {r.report.id: r.report for r in records}
    words = {p: " ... ".join(reports[s.report].words(s) for s in p.spans) for p in dispute.positions}
    return [(p.party, p.holds, p.since, words[p]) for p in dispute.positions]


def test_a_denial_in_one_report_meets_the_blame_in_another() -> None:
    told = read(BOMB, "Karu Post", "2024-05-14"), read(DENIAL, "Bel Radio", "2024-05-15")
    (dispute,) = disputes(*told)
    assert dispute.about == "Did Islamic State carry out the bombing of 13 May 2024 in Sirte?"
    (blame, denial) = lines(dispute, *told)
    assert blame[1:] == ("true", "2024-05-14", "blamed Islamic State for the bombing")
    assert denial == (
        "group:isis",
        "false",
        "2024-05-15",
        "denied any role in Monday's bombing of the courthouse in Sirte",
    )


def test_a_claim_that_comes_in_later_is_a_rival_answer() -> None:
    told = [read(BOMB, "Karu Post", "2024-05-14"), read(DENIAL, "Bel Radio", "2024-05-15")]
    before = disputes(*told)
    told.append(read(CLAIM, "Jos Herald", "2024-05-16"))
    after = disputes(*told)
    assert {d.id for d in before} < {d.id for d in after}
    (who,) = (d for d in after if d.subject is None)
    assert who.about == "Who carried out the bombing of 13 May 2024 in Sirte?"
    held = lines(who, *told)
    assert [since for _, _, since, _ in held] == ["2024-05-14", "2024-05-16"]
    assert held[1][0] == "group:boko-haram"
    assert held[1][3] == "claimed responsibility for the attack"
    assert [p.answer for p in who.positions] == ["group:isis", "group:boko-haram"]
    assert disputes(*reversed(told)) == after


def test_two_counts_that_cannot_both_be_right() -> None:
    told = (
        read(
            "A missile hit a market in Taiz on Sunday and killed 14 people, the Houthis said.",
            "Karu Post",
            "2024-05-13",
        ),
        read(
            "A missile hit a market in Taiz on Sunday and killed 11 people, Saudi Arabia said.",
            "Bel Radio",
            "2024-05-13",
        ),
    )
    (dispute,) = disputes(*told)
    assert dispute.kind == "toll"
    assert dispute.about.startswith("How many people were killed in the ")
    assert {(party, words) for party, _, _, words in lines(dispute, *told)} == {
        ("group:houthis", "14 people"),
        ("SAU", "11 people"),
    }
    assert {p.answer for p in dispute.positions} == {"14", "11"}


def test_a_later_count_by_the_same_authority_is_no_dispute() -> None:
    told = (
        read(
            "A missile hit a market in Taiz on Sunday and killed 11 people, the Houthis said.",
            "Karu Post",
            "2024-05-13",
        ),
        read(
            "A missile hit a market in Taiz on Sunday and killed 14 people, the Houthis said.",
            "Bel Radio",
            "2024-05-15",
        ),
    )
    assert disputes(*told) == ()


def test_whether_it_happened() -> None:
    told = (
        read(
            "Russian jets bombed a hospital in Idlib on Friday, the Syrian opposition said.", "Karu Post", "2024-05-18"
        ),
        read("Russia denied that its jets had bombed a hospital in Idlib on Friday.", "Bel Radio", "2024-05-18"),
    )
    (dispute,) = disputes(*told)
    assert dispute.about == "Did the air strike of 17 May 2024 in Idlib take place?"
    assert {(party, holds) for party, holds, _, _ in lines(dispute, *told)} == {
        ("SYR:opposition", "true"),
        ("RUS", "false"),
    }


def test_whether_armed_groups_are_there() -> None:
    told = (
        read("The African Union warned of the presence of militants in Niger.", "Karu Post", "2024-05-13"),
        read("The Taliban said that armed groups did not exist in Niger.", "Bel Radio", "2024-05-15"),
    )
    (dispute,) = disputes(*told)
    assert dispute.about == "Are armed groups present in Niger?"
    assert [holds for _, holds, _, _ in lines(dispute, *told)] == ["true", "false"]


def test_nobody_disputes_what_nobody_contradicts() -> None:
    told = read(BOMB, "Karu Post", "2024-05-14"), read(BOMB.replace("went off", "exploded"), "Bel Radio", "2024-05-14")
    assert disputes(*told) == ()
