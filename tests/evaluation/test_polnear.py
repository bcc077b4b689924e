"""The set ``polnear``: reading brat files, flattening, and overlaps worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays
from evaluation.request import Request
from evaluation.scoring import Tally
from evaluation.sets import polnear
from evaluation.sets.polnear import Article, Said, articles, outermost, read, said_in
from tests.factory import Draft

TEXT = "The mayor said “the bridge,” built in May, “is safe.” Nobody answered."
#       0   1     2     3   4       5     6  7     8  9       10     11


def _span(words: str) -> str:
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


def _annotation() -> str:
    rows = [
        f"T1\tSource {_span('The mayor')}\tThe mayor",
        f"T2\tCue {_span('said')}\tsaid",
        f"T3\tContent {_span('“the bridge,”')};{_span('“is safe.”')}\tthe bridge is safe",
        f"T4\tAttribution {_span('said')}\tsaid",
        f"T5\tCue {_span('answered')}\tanswered",
        f"T6\tContent {_span('built in')}\tbuilt in",
        f"T7\tContent {_span('May')}\tMay",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "E2\tAttribution-no-source:T5 Cue:T5 Content:T6 Content2:T7",
    ]
    return "\n".join(rows) + "\n"


FIRST = Said(frozenset({0, 1}), frozenset({2}), frozenset({3, 4, 8, 9}))
SECOND = Said(frozenset(), frozenset({11}), frozenset({5, 6, 7}))


def test_discontinuous_and_numbered_parts_are_the_union_of_their_words() -> None:
    assert list(read(_annotation(), TEXT)) == [FIRST, SECOND]


def test_of_several_annotators_the_first_counts(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / "dev" / folder).mkdir(parents=True)
    (tmp_path / "dev" / "text" / "own_2016.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dev" / "attributions" / "own_2016_bbbb.ann").write_text("", encoding="utf-8")
    (tmp_path / "dev" / "attributions" / "own_2016_aaaa.ann").write_text(_annotation(), encoding="utf-8")
    (article,) = articles(Request(data=(tmp_path,)))
    assert (article.id, len(article.said)) == ("own_2016", 2)


def test_scores_by_hand() -> None:
    ours = [
        Said(frozenset({1}), frozenset({2}), frozenset({3, 4, 8, 9})),  # half of the source
        Said(frozenset({10}), frozenset({11}), frozenset({5, 6})),  # two of three words; a source where there is none
        Said(frozenset(), frozenset({10}), frozenset({3})),
    ]
    names = ("source_exact", "cue_exact", "content_exact", "content_overlap", "source_overlap", "triple")
    tallies = {name: Tally() for name in names}
    polnear._score(Article("own", TEXT, (FIRST, SECOND)), ours, tallies)
    counted = {name: (t.right, t.found, t.gold) for name, t in tallies.items()}
    assert counted == {
        "source_exact": (0, 2, 1),
        "cue_exact": (2, 3, 2),
        "content_exact": (1, 3, 2),
        "content_overlap": (2, 3, 2),
        "source_overlap": (1, 2, 1),
        "triple": (1, 3, 2),
    }
    assert tallies["content_overlap"].f1 == pytest.approx(2 * 2 / 5)


def test_less_than_half_of_the_words_is_no_overlap() -> None:
    tallies = {name: Tally() for name in ("source_exact", "cue_exact", "content_exact")}
    tallies |= {name: Tally() for name in ("content_overlap", "source_overlap", "triple")}
    ours = [Said(frozenset(), frozenset({2}), frozenset({3, 4, 5, 6, 7}))]  # two of seven
    polnear._score(Article("own", TEXT, (FIRST,)), ours, tallies)
    assert tallies["content_overlap"].right == 0


def test_nested_statements_give_way_to_the_outermost_with_a_source() -> None:
    draft = Draft("Ana said Bo claimed the tower fell. It was said that Cy reported rain.")
    draft.says("assert", draft.actor("Ana"), "said", "Bo claimed the tower fell")
    draft.says("claim", draft.actor("Bo"), "claimed", "the tower fell")
    draft.says("assert", None, "was said", "that Cy reported rain")
    draft.says("report", draft.actor("Cy"), "reported", "rain")
    record = draft.done()
    kept = [record.report.words(s.cue) for s in outermost(record.statements)]
    assert kept == ["said", "was said", "reported"]
    parse = whosays.parse(record.report)
    first = said_in(record, record.report.text, parse)[0]
    assert first == Said(frozenset({0}), frozenset({1}), frozenset({2, 3, 4, 5, 6}))


def test_a_source_is_the_whole_phrase_or_the_document() -> None:
    draft = Draft("Ana Ruiz, the mayor of Tarsa, said the bridge was shut. The letter says it will open in May.")
    draft.says("assert", draft.actor("Ana Ruiz"), "said", "the bridge was shut")
    record = draft.done()
    parse = whosays.parse(record.report)
    assert said_in(record, record.report.text, parse)[0].source == frozenset(range(6))


def test_inside_a_clause_on_the_speaker_the_pronoun_alone_is_marked() -> None:
    draft = Draft("The council thanked Ana Ruiz, who said the bridge was shut.")
    draft.says("assert", draft.actor("Ana Ruiz"), "said", "the bridge was shut")
    record = draft.done()
    parse = whosays.parse(record.report)
    assert said_in(record, record.report.text, parse)[0].source == frozenset({5})


def test_a_document_that_names_its_speaker_is_marked_whole() -> None:
    record = whosays.code(whosays.Report(id="own", text="A report by the ministry says the bridge is shut."))
    parse = whosays.parse(record.report)
    assert said_in(record, record.report.text, parse)[0].source == frozenset(range(5))
