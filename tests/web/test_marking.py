"""The marked text is the text: nothing lost, nothing doubled, each record's words findable."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import Draft, attack
from whosays.records import CodedReport
from whosays.web.marking import lines
from whosays.web.quoting import quote


def text_of(coded: CodedReport, asked: tuple[int, int] | None = None) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in lines(coded, asked))


def test_words_and_records_find_each_other() -> None:
    coded = attack()
    pieces = [piece for line in lines(coded) for piece in line.pieces]
    (event,) = coded.events
    trigger = next(piece for piece in pieces if piece.anchor == event.id)
    assert (trigger.text, trigger.leads_to) == ("killed", event.id)
    assert {"evidence", "trigger"} <= set(trigger.kinds)
    evidence = "".join(piece.text for piece in pieces if event.id in piece.records)
    assert evidence == coded.report.words(event.evidence[0])
    for statement in coded.statements:
        assert any(piece.anchor == statement.id and "cue" in piece.kinds for piece in pieces)


def test_an_anchor_stands_once_however_many_pieces_its_words_have() -> None:
    pieces = [piece for line in lines(attack(), (2, 60)) for piece in line.pieces]
    anchors = [piece.anchor for piece in pieces if piece.anchor]
    assert len(anchors) == len(set(anchors))
    assert "asked" in anchors


@given(st.integers(0, 190), st.integers(1, 60))
def test_no_character_is_lost_whatever_is_pointed_at(start: int, length: int) -> None:
    coded = attack()
    end = min(start + length, len(coded.report.text))
    assert text_of(coded, (start, end) if start < end else None) == coded.report.text


def test_paragraphs_are_kept_and_the_title_is_told_apart() -> None:
    coded = Draft("A title here\n\nThe first.\nThe second.", title="A title here").done()
    assert [line.is_title for line in lines(coded)] == [True, False, False]
    assert text_of(coded) == "A title here\nThe first.\nThe second."


def test_a_quotation_shows_what_stands_around_it_on_its_line() -> None:
    draft = Draft("Before.\nThe rebels struck Bel at dawn.\nAfter.")
    told = quote(draft.report, draft.span("struck Bel"))
    assert (told.before, told.words, told.after) == ("The rebels ", "struck Bel", " at dawn.")
