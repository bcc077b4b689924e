"""Two reports of one attack, one of a meeting to come, and what is merged out of them: what the formats are made of."""

from __future__ import annotations

from msgspec.structs import replace

from tests.factory import Draft, attack, day
from whosays import gazetteer, merging
from whosays.records import CodedReport, Incident, Place, Proposition


def denial() -> CodedReport:
    """A second report of the attack of :func:`tests.factory.attack`: police blame the group, the group denies it."""
    text = (
        "At least 15 people died when a suicide bomber struck a market in Karu on Wednesday. "
        "Police blamed the Red Front. The Red Front denied any part in it."
    )
    draft = Draft(
        text, publisher="=Northern Post", published="2026-03-06", title="Bomb in Karu", url="https://north.example/1"
    )
    karu = draft.place("Karu", country="GEO")
    front = draft.actor("The Red Front", "Red Front", "armed-group")
    police = draft.actor("Police", kind="force")
    toll = draft.toll("killed", 15, None, words="At least 15 people")
    blast = draft.event(
        "ASSAULT", "struck", mode="suicide-attack", tolls=[toll], place=karu, when=day("2026-03-04"),
        evidence="At least 15 people died when a suicide bomber struck a market in Karu on Wednesday.",
    )  # fmt: skip
    guilty = Proposition(kind="responsible", subject=front, event=blast, holds="true")
    draft.says("accuse", police, "blamed", about=[(blast, "blamed")], propositions=[guilty])
    draft.says(
        "deny", front, "denied", "any part in it", about=[(blast, "denied")],
        propositions=[replace(guilty, holds="false")],
    )  # fmt: skip
    return draft.done()


def announced() -> CodedReport:
    """A meeting that is to be held."""
    draft = Draft("Aland and Beland will hold talks in Bel on 9 March.", published="2026-03-05", publisher="Own Wire")
    aland, beland = draft.actor("Aland", kind="state"), draft.actor("Beland", kind="state")
    draft.event(
        "CONSULT", "talks", status="planned", roles=[(aland, "actor"), (beland, "actor")],
        place=draft.place("Bel", country="GEO"), when=day("2026-03-09"),
    )  # fmt: skip
    return draft.done()


def unlocated() -> CodedReport:
    """A deed of which neither place nor day is known."""
    draft = Draft("Reds kidnapped three herders.", published="2026-03-07", publisher="Own Wire")
    reds, herders = draft.actor("Reds", kind="armed-group"), draft.actor("three herders", kind="people")
    draft.event("ASSAULT", "kidnapped", mode="abduct", roles=[(reds, "actor"), (herders, "recipient")])
    return draft.done()


def records() -> list[CodedReport]:
    """All of them."""
    return [_in_georgia(attack()), denial(), announced(), unlocated()]


def _in_georgia(coded: CodedReport) -> CodedReport:
    """The same with its place in a state that the lists of codes have."""
    places = tuple(replace(e, country="GEO") if isinstance(e, Place) else e for e in coded.entities)
    return replace(coded, entities=places)


def merged() -> merging.Merged:
    """What is merged out of them."""
    return merging.merge(records(), (), gazetteer.load())


def incidents() -> tuple[Incident, ...]:
    """The incidents of it."""
    return merged().incidents
