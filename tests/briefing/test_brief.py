"""The situation report says what the reports tell, by whose account, and nothing without a note."""

import msgspec
import pytest

from tests.factory import Draft, attack, day
from whosays import briefing, ontology
from whosays.briefing import Brief, Period, Sentence, phrases
from whosays.briefing.shape import Counts, Line, Note
from whosays.errors import NotFoundError
from whosays.records import (
    Act,
    CodedReport,
    Conflict,
    Dispute,
    Event,
    Incident,
    Position,
    Reason,
    Responsibility,
    Role,
    ToldToll,
)


def incident(*coded: CodedReport, **changes: object) -> Incident:
    """The incident of which the first events of these reports tell."""
    first: Event = coded[0].events[0]
    tolls = tuple(
        ToldToll(
            effect=t.effect, count=t.count, party=t.party, includes_attacker=t.includes_attacker,
            report=c.report.id, event=c.events[0].id, publisher=c.report.publisher, statement=t.statement, span=t.span,
        )
        for c in coded for t in c.events[0].tolls
    )  # fmt: skip
    made = Incident(
        id=first.id, type=first.type, mode=first.mode, status=first.status, when=first.when, place=None, tolls=tolls,
        events=tuple(c.events[0].id for c in coded), reports=tuple(c.report.id for c in coded),
        publishers=tuple(str(c.report.publisher) for c in coded),
        origins=tuple(str(c.report.publisher) for c in coded),
        standing="corroborated" if len(coded) > 1 else "single-origin",
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def compose(*coded: CodedReport, incidents: tuple[Incident, ...] = (), disputes: tuple[Dispute, ...] = ()) -> Brief:
    return briefing.compose(coded, incidents, disputes, Period())


def told(brief: Brief, section: str) -> list[str]:
    """The paragraphs of a section, as text."""
    found = [s for s in brief.sections if s.title == section]
    return [" ".join(x.text for x in p.sentences) for s in found for p in s.paragraphs]


def test_an_incident_told_by_two_is_told_once_with_the_range_and_who_says_what() -> None:
    one, two = attack("Own Wire", 12), attack("Bel Post", 15)
    claim = one.statements[0]
    said = Responsibility(
        party="own:red front", act="claim", by="own:red front", statement=claim.id, event=one.events[0].id
    )
    brief = compose(one, two, incidents=(incident(one, two, responsibility=(said,)),))
    (text,) = told(brief, "Key incidents")
    assert text == (
        "A suicide attack took place in Karu on 4 March 2026, according to Bel Post and Own Wire. "
        "Between 12 and 15 people were killed (12: Own Wire; 15: Bel Post). "
        "The Red Front claimed responsibility."
    )


def test_what_only_a_claim_says_is_never_asserted() -> None:
    coded = attack()
    (text,) = told(compose(coded, incidents=(incident(coded),)), "Single-origin reports")
    assert "Red Front carried out" not in text
    assert text.startswith("A suicide attack took place")
    assert text.endswith("A claim of responsibility was attributed to the Red Front.")


def test_a_doer_told_as_a_fact_stands_in_the_first_sentence() -> None:
    draft = Draft("Rebels of the Red Front shelled the town of Bel on 4 March 2026.", published="2026-03-05")
    front, bel = draft.actor("the Red Front"), draft.place("Bel")
    victim = draft.actor("the town of Bel")
    draft.event(
        "ASSAULT", "shelled", mode="heavy-weapons", roles=[(front, "actor"), (victim, "target")], place=bel,
        when=day("2026-03-04"),
    )  # fmt: skip
    assert told(compose(draft.done()), "Single-origin reports") == [
        "The Red Front struck the town of Bel with heavy weapons in Bel on 4 March 2026, according to Own Wire."
    ]


def test_a_doer_whom_only_the_shorter_telling_names_is_told_by_whom() -> None:
    one = Draft("Two men were shot in Bel on 4 March 2026, by whom nobody knows.", publisher="A")
    victims, bel = one.actor("Two men"), one.place("Bel")
    one.event("ASSAULT", "shot", roles=[(victims, "recipient")], place=bel, killed=(2, 2), when=day("2026-03-04"))
    two = Draft("The Red Front shot men.", publisher="B")
    two.event("ASSAULT", "shot", roles=[(two.actor("The Red Front"), "actor")])
    made = incident(one.done(), two.done())
    (text,) = told(compose(one.done(), two.done(), incidents=(made,)), "Key incidents")
    assert text == (
        "An attack on two men took place in Bel on 4 March 2026, according to A and B. 2 people were killed, according "
        "to A. The Red Front carried it out, according to B."
    )


def test_a_telling_that_rests_on_somebodys_word_names_them() -> None:
    draft = Draft("Police said rebels shot three men in Bel.", published="2026-03-05")
    police, rebels, bel = draft.actor("Police"), draft.actor("rebels"), draft.place("Bel")
    shot = draft.event("ASSAULT", "shot", mode="firearms", place=bel)
    draft.says("assert", police, "said", "rebels shot three men in Bel", about=[(shot, "content")])
    coded = draft.done()
    role = Role(mention=rebels, part="actor", statement=coded.statements[0].id)
    coded = msgspec.structs.replace(coded, events=(msgspec.structs.replace(coded.events[0], roles=(role,)),))
    brief = compose(coded)
    assert told(brief, "Single-origin reports") == [
        "Rebels opened fire or fought with firearms in Bel, according to Police (in Own Wire)."
    ]
    assert told(brief, "Statements") == []


@pytest.mark.parametrize(
    ("status", "section", "expected"),
    [
        ("planned", "Announced, threatened or demanded", "by the Red Front in Bel was said to be planned"),
        ("threatened", "Announced, threatened or demanded", "by the Red Front in Bel was threatened"),
        ("habitual", "Recurring", "There were reports of recurring attacks by the Red Front in Bel"),
        ("attempted", "Single-origin reports", "An attempt at an attack by the Red Front took place in Bel"),
        ("ongoing", "Single-origin reports", "An attack by the Red Front was under way in Bel"),
    ],
)
def test_the_status_is_worded(status: str, section: str, expected: str) -> None:
    draft = Draft("The Red Front attacks Bel.", published="2026-03-05")
    front, bel = draft.actor("The Red Front"), draft.place("Bel")
    draft.event("ASSAULT", "attacks", roles=[(front, "actor")], place=bel, status=status)  # type: ignore[arg-type]
    (text,) = told(compose(draft.done()), section)
    assert expected in text


def test_what_is_only_planned_was_carried_out_by_nobody() -> None:
    one = Draft("A plan to shoot two men in Bel on 4 March 2026, by whom nobody knows.", publisher="A")
    victims, bel, when = one.actor("two men"), one.place("Bel"), day("2026-03-04")
    one.event("ASSAULT", "shoot", roles=[(victims, "recipient")], place=bel, when=when, status="planned")
    two = Draft("The Red Front plans to shoot men.", publisher="B")
    two.event("ASSAULT", "shoot", roles=[(two.actor("The Red Front"), "actor")], status="planned")
    made = incident(one.done(), two.done())
    (text,) = told(compose(one.done(), two.done(), incidents=(made,)), "Announced, threatened or demanded")
    assert text.endswith("The Red Front would carry it out, according to B.")


def test_nobody_is_told_as_killed_by_what_is_only_planned() -> None:
    draft = Draft("The Red Front planned to kill 30 people in Bel.", published="2026-03-05")
    toll = draft.toll("killed", 30, 30, words="30 people")
    draft.event("ASSAULT", "kill", status="planned", place=draft.place("Bel"), tolls=[toll])
    coded = draft.done()
    (text,) = told(compose(coded, incidents=(incident(coded),)), "Announced, threatened or demanded")
    assert "30 people were killed" not in text


def test_what_is_negated_or_hypothetical_is_no_incident_of_the_brief() -> None:
    draft = Draft("There was no attack on Bel.", published="2026-03-05")
    draft.event("ASSAULT", "attack", status="negated")
    assert compose(draft.done()).sections == ()


def test_statements_say_who_to_whom_and_in_which_words() -> None:
    draft = Draft(
        "Mara Lind warned the council, a spokesman reported, that the truce “will not hold”.", published="2026-03-05"
    )
    lind, council, spokesman = draft.actor("Mara Lind"), draft.actor("the council"), draft.actor("a spokesman")
    draft.says("warn", lind, "warned", "that the truce “will not hold”", relay=(spokesman,))
    statement = msgspec.structs.replace(draft.statements[0], addressee=council)
    coded = msgspec.structs.replace(draft.done(), statements=(statement,))
    assert told(compose(coded), "Statements") == [
        "Mara Lind (through a spokesman) “warned the council, a spokesman reported, that the truce ‘will not hold’”."
    ]


@pytest.mark.parametrize(
    ("act", "cue", "content", "expected"),
    [
        ("condemn", "condemnation of", "the raid on Karu", "Mara Lind condemned “the raid on Karu”."),
        ("condemn", "condemnation", "the raid was cruel", "Mara Lind voiced condemnation: “the raid was cruel”."),
        ("promise", "a promise", "to leave Karu", "Mara Lind promised “to leave Karu”."),
        ("accuse", "accusing", "the League of lying", "Mara Lind accused “the League of lying”."),
        ("accuse", "accusing", "false statements", "Mara Lind made an accusation: “false statements”."),
        ("demand", "demanding", "the League to vote", "Mara Lind called for “the League to vote”."),
        ("deny", "denies", "the raid on Karu", "Mara Lind “denies the raid on Karu”."),
        ("assert", "threats", "the raid on Karu", "Mara Lind said: “the raid on Karu”."),
    ],
)
def test_words_stand_behind_a_verb_that_takes_them(act: Act, cue: str, content: str, expected: str) -> None:
    draft = Draft(f"Mara Lind {cue} {content}.", published="2026-03-05")
    draft.says(act, draft.actor("Mara Lind"), cue, content)
    assert told(compose(draft.done()), "Statements") == [expected]


def test_the_same_words_in_two_reports_are_one_sentence_with_two_notes() -> None:
    text = "The Blue League condemned the raid."
    both = []
    for publisher in ("A", "B"):
        draft = Draft(text, publisher=publisher, published="2026-03-05")
        draft.says("condemn", draft.actor("The Blue League"), "condemned", "the raid")
        both.append(draft.done())
    brief = compose(*both)
    (section,) = brief.sections
    (paragraph,) = section.paragraphs
    (sentence,) = paragraph.sentences
    assert sentence.text == "The Blue League “condemned the raid”."
    assert sorted(note.publisher or "" for note in brief.notes) == ["A", "B"]
    assert len(sentence.notes) == 2


def test_a_dispute_shows_its_sides_side_by_side() -> None:
    one = Draft("The Red Front denied the raid.", publisher="A", published="2026-03-05")
    front = one.actor("The Red Front")
    one.says("deny", front, "denied", "the raid")
    two = Draft("The Blue League blamed the Red Front.", publisher="B", published="2026-03-06")
    league = two.actor("The Blue League")
    two.says("blame", league, "blamed", "the Red Front")
    sides = (
        Position(party="own:the red front", holds="false", since="2026-03-05", statement=one.statements[0].id,
                 spans=(one.span("denied the raid"),)),
        Position(party="own:the blue league", holds="true", since="2026-03-06", statement=two.statements[0].id,
                 spans=(two.span("blamed the Red Front"),)),
    )  # fmt: skip
    dispute = Dispute(
        id="d", kind="responsible", subject=None, place=None, incident=None, about="who led the raid", positions=sides
    )
    brief = compose(one.done(), two.done(), disputes=(dispute,))
    assert told(brief, "Disputes") == [
        "Held true by the Blue League (laid blame, by 6 March 2026): “blamed the Red Front”. "
        "Held false by the Red Front (denied, by 5 March 2026): “denied the raid”."
    ]
    assert brief.sections[0].paragraphs[0].heading == "Who led the raid"


def test_conflicts_are_told_with_their_kind() -> None:
    one, two = attack("A", 12), attack("B", 15)
    conflict = Conflict(
        field="killed", kind="update", values=("12", "15"), reasons=(Reason(rule="later", detail="B wrote later"),)
    )
    made = incident(one, two, conflicts=(conflict,), standing="disputed")
    brief = compose(one, two, incidents=(made,))
    assert told(brief, "Key incidents")[0].count("The later figure updates the earlier one: B wrote later.") == 1
    assert brief.sections[0].paragraphs[0].heading == "disputed: 2 reports, 2 independent origins"


def test_every_note_points_at_its_words() -> None:
    coded = [attack("A", 12), attack("B", 15)]
    brief = compose(*coded, incidents=(incident(*coded),))
    texts = {c.report.id: c.report.text for c in coded}
    assert brief.notes
    for note in brief.notes:
        assert " ".join(texts[note.report][note.start : note.end].split()) == note.words
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))


def test_reports_out_of_view_give_notes_but_no_paragraphs() -> None:
    one, two = attack("A", 12), attack("B", 15)
    other = Draft("The Blue League condemned the raid.", publisher="C").done()
    view = briefing.View(reports=frozenset({one.report.id}))
    brief = briefing.compose([one, two, other], [incident(one, two)], [], Period(since="2026-03-01"), view)
    assert brief.counts == Counts(reports=1, publishers=1, incidents=1, statements=2, disputes=0)
    assert {note.publisher for note in brief.notes} == {"A", "B"}
    assert {source.publisher for source in brief.sources} == {"A", "B"}


def test_a_sentence_without_a_note_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="without a footnote"):
        Sentence("Something happened.", ())
    with pytest.raises(AssertionError, match="rests on no words"):
        Line("Something happened.", ())
    note = Note(1, None, None, "words", "r", 0, 5)
    with pytest.raises(AssertionError, match="no sentence calls"):
        Brief("t", Period(), Counts(0, 0, 0, 0, 0), (), (note,), ())


def test_where_there_is_nothing_it_says_so() -> None:
    brief = compose()
    assert "Nothing to report" in briefing.render(brief, "terminal")
    assert "Nothing to report" in briefing.render(brief, "markdown")
    silent = compose(Draft("Rain is expected in the hills tonight.").done())
    assert "tell of no event and no statement" in briefing.render(silent, "terminal")


def test_a_long_section_keeps_what_tells_most_and_counts_the_rest() -> None:
    coded = [attack(f"Paper {n}", n, published="2026-03-05") for n in (2, 90, 7)]
    made = [incident(one) for one in coded]
    brief = briefing.compose(coded, made, [], Period(), briefing.View(most=1))
    (section, statements) = brief.sections
    assert (len(section.paragraphs), section.left_out) == (1, 2)
    assert "90 people were killed" in section.paragraphs[0].sentences[1].text
    assert (len(statements.paragraphs), statements.left_out) == (1, 0)
    assert "(2 more here;" in briefing.render(brief, "terminal")
    assert "(2 more here;" in briefing.render(brief, "markdown")


def test_the_three_forms_hold_the_same_sentences() -> None:
    coded = attack()
    brief = compose(coded, incidents=(incident(coded),))
    plain = " ".join(briefing.render(brief, "terminal").split())
    marked = briefing.render(brief, "markdown")
    for section in brief.sections:
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                assert sentence.text + "".join(f"[{n}]" for n in sentence.notes) in plain
                assert sentence.text + "".join(f"[^{n}]" for n in sentence.notes) in marked
    assert msgspec.json.decode(briefing.render(brief, "json"), type=Brief) == brief
    assert all(len(line) <= 100 for line in briefing.render(brief, "terminal").splitlines())
    with pytest.raises(NotFoundError, match="there are: terminal, markdown, html"):
        briefing.render(brief, "pdf")


def test_markdown_takes_signs_in_a_report_as_signs() -> None:
    draft = Draft("The *Blue* League_A condemned <b>it all</b> today.")
    draft.says("condemn", draft.actor("The *Blue* League_A"), "condemned", "<b>it all</b>")
    assert r"\*Blue\* League\_A" in briefing.render(compose(draft.done()), "markdown")
    assert "<b>" not in briefing.render(compose(draft.done()), "markdown")


def test_the_order_of_the_reports_changes_nothing() -> None:
    coded = [attack("A", 12), attack("B", 15), attack("C", 9, published="2026-03-06")]
    made = (incident(*coded),)
    assert compose(*coded, incidents=made) == compose(*coded[::-1], incidents=made)


def test_every_class_mode_and_act_has_its_words() -> None:
    known = phrases.load()
    classes = ontology.load().classes
    assert set(known.deeds) == set(classes)
    for name, entry in classes.items():
        assert set(known.deeds[name].modes) == set(entry.modes), name
        assert set(known.deeds[name].joins) <= set(known.deeds[name].modes), name


def test_what_only_an_accusation_tells_is_alleged() -> None:
    draft = Draft("Karuland accused Bel of arming the Red Front.", publisher="A")
    karuland, bel, front = draft.actor("Karuland"), draft.actor("Bel"), draft.actor("the Red Front")
    role = Role(mention=bel, part="actor", kind="organisation", basis="accused")
    deed = draft.event("AID", "arming", roles=[role, (front, "recipient")])
    draft.says("accuse", karuland, "accused", "Bel of arming the Red Front", about=[(deed, "accused")])
    (text,) = told(compose(draft.done(), incidents=(incident(draft.done()),)), "Meetings and agreements")
    assert "was alleged, according to A" in text
    assert "took place" not in text


def test_a_headline_without_articles_is_told_in_the_words_of_the_text() -> None:
    text = "Bomber strikes Bel\nA bomber struck the town of Bel."
    draft = Draft(text, title="Bomber strikes Bel", publisher="A")
    first, bel = draft.actor("Bomber", name="bomber"), draft.place("Bel")
    draft.actor("A bomber", name="bomber")
    draft.event("ASSAULT", "strikes", roles=[(first, "actor")], place=bel)
    mentions = tuple(
        msgspec.structs.replace(m, form="nominal") if m.kind == "actor" else m for m in draft.done().mentions
    )
    record = msgspec.structs.replace(draft.done(), mentions=mentions)
    (told_of,) = told(compose(record, incidents=(incident(record),)), "Single-origin reports")
    assert told_of.startswith("A bomber")
