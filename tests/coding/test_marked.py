"""Words that somebody else has marked become events with parties, and nothing else does."""

from __future__ import annotations

import whosays
from whosays import coding
from whosays.records import Span, report_id


def test_marked_words_are_events_with_their_parties() -> None:
    text = "The council opened a school in Karu, and the army's march did not end."
    report = whosays.Report(id=report_id(text, None, None), text=text)
    tools = whosays.tools()
    parsed = whosays.parse(report, tools)

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(report=report.id, start=start, end=start + len(words))

    coded = coding.code_marked(parsed, [at("march"), at("opened"), at("end")], tools.ontology)
    names = {m.id: m.name for m in coded.mentions}
    found = [(e.type, e.mode, e.status, [(r.part, names.get(r.mention or "")) for r in e.roles]) for e in coded.events]
    assert found[0][:3] == ("other", "open", "happened")
    assert ("actor", "The council") in found[0][3]
    assert found[1][:2] == ("other", "march")
    assert found[2][:3] == ("other", "end", "negated")
    assert coded.statements == ()
