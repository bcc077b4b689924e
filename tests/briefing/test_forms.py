"""The situation report as a page, a Word document and a PDF: the same words, no markup, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import docx
import msgspec
import pypdf
import pytest

from tests.exporting.example import incidents, records
from tests.factory import Draft
from whosays import briefing, merge
from whosays.briefing import Brief, Period, pictures, timeline, typeset, worldmap
from whosays.briefing.proof import unproven
from whosays.briefing.shape import Counts, DayCount, Note, Paragraph, Section, Sentence, Source, Spot
from whosays.errors import NotFoundError, SettingsError


def brief() -> Brief:
    return briefing.compose(records(), incidents(), (), Period())


def hostile() -> Brief:
    """A report whose every word comes from a stranger who wants to be markup."""
    bad = '<script>alert("x")</script> #eval("1") \\ *bold* [^1]: $ \x07'
    return Brief(
        title=bad, period=Period(), counts=Counts(1, 1, 1, 1, 0),
        sections=(Section(bad, (Paragraph((Sentence(bad, (1,)),), "r", bad),), 3),),
        notes=(Note(1, bad, "2026-03-04", bad, "rep", 0, 5),),
        sources=(Source("rep", bad, "2026-03-04", bad, "javascript:alert(1)"),),
    )  # fmt: skip


def test_a_page_has_every_sentence_with_links_to_its_notes() -> None:
    page = briefing.render(brief(), "html")
    assert '<sup><a href="#n1"' in page
    assert '<li id="n1" value="1">' in page
    assert "Between 12 and 15 people were killed" in page
    assert "http://" not in page.replace("http://www.w3.org", "")  # it needs nothing from elsewhere


@pytest.mark.parametrize("format_", briefing.FORMATS)
def test_a_report_whose_dateline_tells_no_year_has_no_day(format_: str) -> None:
    draft = Draft("Rebels shelled Bel.", dateline_date="--03-04")
    draft.event("ASSAULT", "shelled", roles=[(draft.actor("Rebels"), "actor")], place=draft.place("Bel"))
    coded = draft.done()
    assert coded.report.day is None
    made = briefing.compose([coded], merge([coded]).incidents, (), Period())
    assert "shelled" in briefing.render(made, format_)


def test_nothing_of_a_report_becomes_markup() -> None:
    page = briefing.render(hostile(), "html")
    assert "<script" not in page
    assert "javascript:" not in page
    assert "&lt;script&gt;" in page


def test_a_desk_may_bring_a_template_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "own.j2"
    path.write_text("<h1>{{ brief.title }}</h1>{{ counted }}")
    assert briefing.html(hostile(), path).startswith("<h1>&lt;script&gt;")
    path.write_text("{{ brief.titel }}")
    with pytest.raises(SettingsError, match=r"own\.j2 cannot be used"):
        briefing.html(brief(), path)
    with pytest.raises(SettingsError, match="cannot be used"):
        briefing.html(brief(), tmp_path / "none.j2")


@pytest.mark.parametrize("format_", [*briefing.FORMATS, *briefing.FILES])
def test_the_same_brief_gives_the_same_bytes(format_: str) -> None:
    assert briefing.render_file(brief(), format_) == briefing.render_file(brief(), format_)


def test_a_word_document_holds_sentences_notes_and_sources() -> None:
    document = docx.Document(io.BytesIO(briefing.render_file(brief(), "docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Between 12 and 15 people were killed" in text
    assert "[1] Own Wire, 5 March 2026: “A suicide bomber killed 12 people" in text
    assert len(document.inline_shapes) == 1  # the map; one day makes no timeline
    assert any("Where incidents were: Karu: 1 incident" in paragraph.text for paragraph in document.paragraphs)
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"][-2:] == ["Notes", "Sources"]
    assert briefing.render_file(hostile(), "docx")


def test_a_pdf_holds_the_same_words() -> None:
    document = pypdf.PdfReader(io.BytesIO(briefing.render_file(brief(), "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert "Between 12 and 15 people were killed" in text
    assert document.metadata
    assert document.metadata.title == "Situation report"
    shown = pypdf.PdfReader(io.BytesIO(briefing.render_file(hostile(), "pdf"))).pages[0].extract_text()
    assert '#eval("1")' in shown


def test_an_unknown_form_lists_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="there are: terminal, markdown, html, json, docx, pdf"):
        briefing.render_file(brief(), "rtf")


def test_the_chart_has_a_bar_for_each_day_with_incidents() -> None:
    chart = timeline.chart([DayCount("2026-03-01", 1), DayCount("2026-03-04", 4)])
    assert [bar.told for bar in chart.bars] == ["1 March 2026: 1", "4 March 2026: 4"]
    assert chart.bars[1].height == pytest.approx(4 * chart.bars[0].height, abs=0.05)
    assert chart.told == "Incidents by day, 1 March 2026 to 4 March 2026; the most are 4"
    assert not timeline.chart([DayCount("2026-03-01", 9)]).bars
    years = timeline.chart([DayCount("2020-03-01", 1), DayCount("2026-03-04", 4)])
    assert "by thirty days" in years.told


def test_every_number_and_name_stands_in_the_words_cited() -> None:
    assert unproven(brief(), records()) == ()


def test_what_no_cited_words_carry_is_found() -> None:
    made = hostile()
    coded = records()[0]
    note = Note(1, "Own Wire", "2026-03-05", "killed 12 people", coded.report.id, 0, 5)
    lie = Sentence("In all 47 people were killed by Nemo Nobody, and 12 fled.", (1,))
    told = Brief(
        title="x", period=made.period, counts=made.counts, sections=(Section("s", (Paragraph((lie,), "r"),)),),
        notes=(note,), sources=(),
    )  # fmt: skip
    found = [one.rpartition(": ")[2] for one in unproven(told, [coded])]
    assert found == ["47", "Nemo Nobody"]


def test_who_said_what_stands_together_by_speaker() -> None:
    draft = Draft("Aland protested. Beland threatened. Aland appealed.", published="2026-03-05")
    aland, beland = draft.actor("Aland", kind="state"), draft.actor("Beland", kind="state")
    draft.says("condemn", aland, "protested")
    draft.says("threaten", beland, "threatened")
    draft.says("call", aland, "appealed")
    (section,) = briefing.compose([draft.done()], (), (), Period()).sections
    assert [[s.text for s in paragraph.sentences] for paragraph in section.paragraphs] == [
        ["Aland voiced condemnation.", "Aland made an appeal."], ["Beland made a threat."],
    ]  # fmt: skip


def test_the_map_is_cut_to_where_incidents_were() -> None:
    spots = [Spot("Karu <b>", 1.5, 2.5, False, 3), Spot("Beland", 10.0, 20.0, True, 1)]
    made = worldmap.world_map(spots)
    assert [(mark.told, mark.wide) for mark in made.marks] == [
        ("Karu <b>: 3 incidents", False), ("Beland: 1 incident", True),
    ]  # fmt: skip
    west, north, width, height = map(float, made.box.split())
    assert all(west < mark.x < west + width and north < mark.y < north + height for mark in made.marks)
    assert width < 360
    page = briefing.html(msgspec.structs.replace(brief(), spots=tuple(spots)))
    assert page.count("<circle") == 2
    assert "Karu <b>" not in page
    assert worldmap.world_map([]).marks == ()


def test_a_picture_is_the_same_in_every_form_and_safe() -> None:
    days = (DayCount("2026-03-01", 1), DayCount("2026-03-04", 4))
    spots = (Spot('Karu "<b>&\x07', 1.5, 2.5, False, 3), Spot("Beland", 10.0, 20.0, True, 1))
    told = msgspec.structs.replace(brief(), days=days, spots=spots)
    made = pictures.drawn(told)
    assert [picture.caption.startswith(picture.told) for picture in made] == [True, True]
    assert "A ring stands" in made[1].caption
    page, typed = briefing.html(told), typeset.markup(told)
    for picture in made:
        assert "".join(element.tag for element in ElementTree.fromstring(picture.svg).iter())
        assert "<b>" not in picture.svg
        assert picture.svg in page
        assert picture.svg.replace('"', '\\"') in typed
    assert pictures.drawn(msgspec.structs.replace(told, days=days[:1], spots=spots[:1])) == (
        pictures.drawn(msgspec.structs.replace(told, days=(), spots=spots[:1]))
    )
    assert pictures.drawn(msgspec.structs.replace(told, days=(), spots=())) == ()


def test_incidents_with_a_place_are_on_the_map() -> None:
    assert [(spot.name, spot.incidents, spot.wide) for spot in brief().spots] == [("Karu", 1, False)]
