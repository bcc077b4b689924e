"""A headline's short statement gives way to the full one; a described victim is the named one."""

from __future__ import annotations

import whosays
from whosays.parse import Parse
from whosays.records import Link, Report, Span, Statement, report_id
from whosays.resolving.echoes import without_echoes

TITLE = "Iran condemns attack"
TEXT = f"{TITLE}\n\nIran condemned the attack on Tuesday. Oman did so too."
PARSE = Parse(report=Report(id="r", text=TEXT, title=TITLE, body=len(TITLE) + 2), tokens=(), sentences=())


def _said(words: str, speaker: str, act: str = "condemn") -> Statement:
    start = TEXT.index(words)
    cue = Span(report="r", start=start, end=start + len(words))
    return Statement(id=f"{act}{start}", act=act, status="made", speaker=speaker, cue=cue)  # type: ignore[arg-type]


LINKS = {m: Link(mention=m, target=t) for m, t in (("short", "IRN"), ("full", "IRN"), ("other", "OMN"))}


def test_the_headlines_short_statement_goes() -> None:
    short, full = _said("condemns", "short"), _said("condemned", "full")
    assert without_echoes(PARSE, (), (short, full), LINKS) == ((), (full,))


def test_what_only_the_headline_says_is_kept() -> None:
    short, other = _said("condemns", "short"), _said("condemned", "other")
    assert without_echoes(PARSE, (), (short, other), LINKS) == ((), (short, other))


def test_another_act_is_no_echo() -> None:
    short, full = _said("condemns", "short"), _said("condemned", "full", "praise")
    assert without_echoes(PARSE, (), (short, full), LINKS) == ((), (short, full))


def test_the_second_telling_describes_the_victim() -> None:
    text = (
        "A suicide bomber killed Abdul Karim Nuri, the minister of transport, in Kabul on Tuesday. "
        "The killing of one of the movement's oldest leaders shocked the city."
    )
    record = whosays.code(whosays.Report(id=report_id(text, None, None), text=text, published="2024-05-15"))
    roles = [r for e in record.events if e.type == "ASSAULT" for r in e.roles if r.part == "recipient"]
    victims = {entity.id for r in roles for entity in [record.entity(r.mention)] if entity is not None}
    assert victims == {"own:abdul karim nuri"}
