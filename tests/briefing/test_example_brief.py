"""The brief of the example reports: nothing in it that no cited words carry."""

from __future__ import annotations

from pathlib import Path

import whosays
from whosays import briefing
from whosays.briefing import Period
from whosays.briefing.proof import unproven

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def test_every_number_and_name_of_the_example_brief_stands_in_the_words_cited() -> None:
    read = [report for report in whosays.read_all([EXAMPLES]) if isinstance(report, whosays.Report)]
    records = [whosays.code(report) for report in read]
    merged = whosays.merge(records)
    made = briefing.compose(records, merged.incidents, merged.disputes, Period(), briefing.View(most=1000))
    assert sum(len(p.sentences) for section in made.sections for p in section.paragraphs) > 100
    assert unproven(made, records) == ()
