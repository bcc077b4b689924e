"""The brief of the example reports: nothing in it that no cited words carry; disputes with and without a no."""

from __future__ import annotations

from pathlib import Path

import msgspec

import whosays
from tests.factory import attack
from whosays import briefing
from whosays.briefing import Period
from whosays.briefing.proof import unproven
from whosays.briefing.select import Book
from whosays.briefing.speech import positions
from whosays.records import Dispute, Position

CODED = attack()
SPAN = CODED.statements[0].cue
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def test_every_number_and_name_of_the_example_brief_stands_in_the_words_cited() -> None:
    read = [report for report in whosays.read_all([EXAMPLES]) if isinstance(report, whosays.Report)]
    records = [whosays.code(report) for report in read]
    merged = whosays.merge(records)
    made = briefing.compose(records, merged.incidents, merged.disputes, Period(), briefing.View(most=1000))
    assert sum(len(p.sentences) for section in made.sections for p in section.paragraphs) > 100
    assert unproven(made, records) == ()


def test_a_party_that_says_it_twice_is_told_once_with_both_its_words() -> None:
    words = CODED.events[0].evidence[0]
    stands = (
        Position(party=None, holds="true", since="2026-03-06", statement=None, spans=(SPAN,)),
        Position(party=None, holds="true", since="2026-03-05", statement=None, spans=(words,)),
    )
    asked = Dispute(
        id="d", kind="responsible", subject=None, place=None, incident=None, about="who did it?", positions=stands
    )
    (line,) = positions(Book([CODED]), asked)
    assert line.text.startswith("Own Wire in its own voice (by 5 March 2026): “")
    assert "”; “" in line.text
    assert line.spans == (SPAN, words)


def test_a_question_to_which_nobody_says_no_has_answers() -> None:
    stands = (
        Position(party=None, holds="true", since="2026-03-05", statement=None, spans=(SPAN,)),
        Position(party=None, holds="true", since="2026-03-06", statement=None, spans=(SPAN,)),
    )
    open_one = Dispute(
        id="d", kind="responsible", subject=None, place=None, incident=None, about="who did it?", positions=stands
    )
    closed = msgspec.structs.replace(open_one, positions=(stands[0], msgspec.structs.replace(stands[1], holds="false")))
    book = Book([CODED])
    (answer,) = positions(book, open_one)
    assert answer.text.startswith("Own Wire in its own voice (by 5 March 2026)")
    assert [line.text.split(" by ")[0] for line in positions(book, closed)] == ["Held true", "Held false"]
