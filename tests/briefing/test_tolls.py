"""How many, by whom: figures of one report stand with their tellers, those of several as a range."""

from __future__ import annotations

from tests.briefing.test_brief import compose, incident, told
from tests.factory import Draft, day
from whosays import merge
from whosays.records import Actor, Proposition


def toll_in(second: str, *, speakers: tuple[str | None, str | None]) -> str:
    """What the brief says of the dead, of one report whose second sentence is given."""
    draft = Draft(f"A bomb killed 12 people in Karu, POLICE said. {second}", publisher="Own Wire", title=None)
    karu = draft.place("Karu", country="KAR")
    tolls = []
    for who, words, number in zip(speakers, ("12 people", "15 people"), (12, 15), strict=True):
        said = draft.says("assert", draft.actor(who), f"{who}") if who is not None else None
        tolls.append(draft.toll("killed", number, number, words=words, statement=said))
    draft.event("ASSAULT", "bomb", mode="explosives", place=karu, when=day("2026-03-04"), tolls=tolls)
    coded = draft.done()
    (text,) = told(compose(coded, incidents=(incident(coded),)), "Single-origin reports")
    return next(part for part in text.split(". ") if "killed" in part).removesuffix(".")


def test_two_tellers_of_one_report_stand_each_with_his_figure() -> None:
    assert toll_in("MINISTER said 15 people had died.", speakers=("POLICE", "MINISTER")) == (
        "12 people were killed, according to POLICE (in Own Wire); 15, according to MINISTER (in Own Wire)"
    )


def test_a_later_figure_of_the_same_report_is_told_as_such() -> None:
    assert toll_in("MINISTER later said 15 people had died.", speakers=("POLICE", "MINISTER")) == (
        "12 people were killed, according to POLICE (in Own Wire); later 15, according to MINISTER (in Own Wire)"
    )


def test_a_report_that_corrects_itself_gives_its_last_figure() -> None:
    assert toll_in("The toll later rose to 15 people.", speakers=(None, None)) == (
        "15 people were killed by the latest account"
    )


def test_a_report_with_two_figures_of_its_own_gives_the_range() -> None:
    assert toll_in("The town buried 15 people.", speakers=(None, None)) == "Between 12 and 15 people were killed"


def test_who_denies_that_it_happened_is_called_by_name() -> None:
    draft = Draft("A bomb killed 12 people in Karu. OMAR FELD denied the attack.", publisher="Own Wire", title=None)
    karu = draft.place("Karu", country="KAR")
    event = draft.event("ASSAULT", "bomb", mode="explosives", place=karu, when=day("2026-03-04"))
    denier = draft.actor("OMAR FELD", Actor(id="own:omar feld", name="Omar Feld"))
    said = Proposition(kind="occurred", event=event, holds="false")
    draft.says("deny", denier, "denied the attack", about=[(event, "denied")], propositions=[said])
    coded = draft.done()
    (text,) = told(compose(coded, incidents=merge([coded]).incidents), "Key incidents")
    assert "that it happened is denied by Omar Feld" in text
    assert "own:" not in text


def test_a_figure_of_the_title_gives_way_to_the_one_of_the_text() -> None:
    draft = Draft("A bomb killed at least 12 people in Karu.", publisher="Own Wire", title="Bomb kills 12 in Karu")
    karu = draft.place("in Karu.", country="KAR")
    tolls = [draft.toll("killed", 12, 12, words="12"), draft.toll("killed", 12, None, words="at least 12 people")]
    draft.event("ASSAULT", "bomb", mode="explosives", place=karu, when=day("2026-03-04"), tolls=tolls)
    coded = draft.done()
    (text,) = told(compose(coded, incidents=(incident(coded),)), "Single-origin reports")
    assert "At least 12 people were killed." in text
