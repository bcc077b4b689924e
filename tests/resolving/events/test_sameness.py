"""The same deed told twice is one event; two different deeds stay two."""

from __future__ import annotations

import msgspec
import pytest

from tests.resolving.handmade import mention_of, parse_of
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Parse
from whosays.records import Count, Effect, Event, EventStatus, Interval, Role, Span, Toll, event_id
from whosays.resolving.events.pointers import point_back
from whosays.resolving.events.sameness import join_tellings
from whosays.resolving.events.tellings import Telling

CLASSES = load_nominals()
# 0 Gunmen 1 killed 2 Mara 3 in 4 Lurna 5 . | 6 {the} 7 {word} 8 shocked 9 Lurna 10 .
TWO = (
    "Gunmen/NNS/nsubj/1 killed/VBD/root/1 Mara/NNP/obj/1 in/IN/case/4 Lurna/NNP/obl/1 ././punct/1 "
    "{}/DT/det/7 {}/{}/nsubj/8 shocked/VBD/root/8 Lurna/NNP/obj/8 ././punct/8"
)
DAY = Interval(start="2024-08-06", end="2024-08-07", precision="day", value="2024-08-06", basis="explicit")
NEXT = Interval(start="2024-08-07", end="2024-08-08", precision="day", value="2024-08-07", basis="explicit")


def _parse(determiner: str = "The", word: str = "killing", tag: str = "NN") -> Parse:
    return parse_of(TWO.format(determiner, word, tag))


def _telling(
    parse: Parse,
    head: int,
    *,
    type_: str = "ASSAULT",
    mode: str | None = None,
    status: EventStatus = "happened",
    victims: tuple[str, ...] = (),
    place: str | None = None,
    when: Interval | None = None,
    tolls: tuple[Toll, ...] = (),
) -> Telling:
    trigger = parse.span(head, head + 1)
    sentence = parse.sentence(head)
    event = Event(
        id=event_id(trigger, type_),
        type=type_,
        mode=mode,
        status=status,
        trigger=trigger,
        tolls=tolls,
        place=place,
        when=when or Interval(),
        evidence=(parse.span(*parse.sentences[sentence]),),
        roles=tuple(Role(mention=v, part="recipient") for v in victims),
    )
    named = frozenset(victims)
    return Telling(
        event=event,
        people=named,
        recipients=named,
        named_recipients=named,
        victims=named,
        place=place,
        sentence=sentence,
        head=head,
    )


def _toll(parse: Parse, effect: Effect, number: int) -> Toll:
    span = Span(report=parse.report.id, start=0, end=1)
    return Toll(effect=effect, count=Count(low=number, high=number, span=span), span=span)


def _joined(parse: Parse, *tellings: Telling) -> int:
    return len(join_tellings(parse, tellings).events)


def test_a_definite_noun_takes_up_the_deed() -> None:
    parse = _parse("The", "killing")
    joined = join_tellings(parse, (_telling(parse, 1), _telling(parse, 7)))
    assert len(joined.events) == 1
    assert [link.target for link in joined.links] == [joined.events[0].id]
    assert joined.links[0].reasons[0].detail
    assert len(joined.events[0].evidence) == 2


def test_a_definite_noun_takes_up_the_likest_deed() -> None:
    parse = parse_of(
        "Gunmen/NNS/nsubj/1 killed/VBD/root/1 guards/NNS/obj/1 ././punct/1 "
        "Bombs/NNS/nsubj/5 wounded/VBD/root/5 nuns/NNS/obj/5 ././punct/5 "
        "The/DT/det/9 killing/NN/nsubj/10 shocked/VBD/root/10 many/NNS/obj/10 ././punct/10"
    )
    tellings = (_telling(parse, 1), _telling(parse, 5), _telling(parse, 9))
    joined = join_tellings(parse, tellings)
    assert [link.target for link in joined.links] == [tellings[0].event.id]


def test_an_indefinite_noun_tells_something_new() -> None:
    parse = _parse("A", "killing")
    assert _joined(parse, _telling(parse, 1), _telling(parse, 7)) == 2


def test_a_plural_is_more_than_the_one_deed_before() -> None:
    parse = _parse("The", "killings", "NNS")
    assert _joined(parse, _telling(parse, 1), _telling(parse, 7)) == 2


def test_a_war_is_not_taken_up_by_the_killing() -> None:
    parse = parse_of(TWO.replace("killed/VBD", "war/NN").format("The", "killing", "NN"))
    assert _joined(parse, _telling(parse, 1), _telling(parse, 7)) == 2


def test_the_same_person_is_killed_once() -> None:
    parse = _parse("A", "killing")
    first, second = _telling(parse, 1, victims=("person:a",)), _telling(parse, 7, victims=("person:a",))
    assert _joined(parse, first, second) == 1
    assert _joined(parse, first, _telling(parse, 7, victims=("person:b",))) == 2


def test_the_same_army_is_attacked_often() -> None:
    parse = _parse("A", "killing")
    army = msgspec.structs.replace(_telling(parse, 1, victims=("force:x",)), victims=frozenset())
    again = msgspec.structs.replace(_telling(parse, 7, victims=("force:x",)), victims=frozenset())
    assert _joined(parse, army, again) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"type_": "ASSAULT"}, {"type_": "CONSULT"}),
        ({"status": "happened"}, {"status": "planned"}),
        ({"status": "habitual"}, {"status": "habitual"}),
        ({"mode": "firearms"}, {"mode": "explosives"}),
        ({"place": "geonames:1"}, {"place": "geonames:2"}),
        ({"when": DAY}, {"when": NEXT}),
        ({"victims": ("person:a",)}, {"victims": ("person:b",)}),
    ],
    ids=["class", "status", "habit", "means", "place", "day", "victim"],
)
def test_what_keeps_two_deeds_apart(first: dict[str, str], second: dict[str, str]) -> None:
    parse = _parse("The", "killing")
    assert _joined(parse, _telling(parse, 1, **first), _telling(parse, 7, **second)) == 2  # type: ignore[arg-type]


def test_same_day_place_and_toll_are_one_deed() -> None:
    parse = _parse("A", "killing")
    toll = (_toll(parse, "killed", 3),)
    first = _telling(parse, 1, place="geonames:1", when=DAY, tolls=toll)
    assert _joined(parse, first, _telling(parse, 7, place="geonames:1", when=DAY, tolls=toll)) == 1
    other = (_toll(parse, "killed", 4),)
    assert _joined(parse, first, _telling(parse, 7, place="geonames:1", when=DAY, tolls=other)) == 2


def test_the_next_sentence_goes_on_with_the_toll() -> None:
    rows = (
        "A/DT/det/1 bomb/NN/nsubj/2 killed/VBD/root/2 four/CD/obj/2 ././punct/2 "
        "Nine/CD/nsubj:pass/7 were/VBD/aux:pass/7 wounded/VBN/root/7 ././punct/7"
    )
    parse = parse_of(rows)
    killed = _telling(parse, 2, mode="explosives", tolls=(_toll(parse, "killed", 4),))
    wounded = _telling(parse, 7, tolls=(_toll(parse, "wounded", 9),))
    assert _joined(parse, killed, wounded) == 1
    elsewhere = _telling(parse, 7, place="geonames:2", tolls=(_toll(parse, "wounded", 9),))
    assert _joined(parse, killed, elsewhere) == 2
    more_killed = _telling(parse, 7, tolls=(_toll(parse, "killed", 9),))
    assert _joined(parse, killed, more_killed) == 2


def test_a_headline_and_its_lead_are_one() -> None:
    rows = (
        "Gunmen/NNS/nsubj/1 kill/VBP/root/1 Mara/NNP/obj/1 Gunmen/NNS/nsubj/4 shot/VBD/root/4 Mara/NNP/obj/4 "
        "././punct/4"
    )
    titled, plain = parse_of(rows, title="Gunmen kill Mara"), parse_of(rows)
    people = {"people": frozenset({"own:gunmen"})}
    for parse, count in ((titled, 1), (plain, 2)):
        first = msgspec.structs.replace(_telling(parse, 1), **people)
        second = msgspec.structs.replace(_telling(parse, 4), **people)
        assert _joined(parse, first, second) == count


def test_statements_about_a_joined_deed_are_renamed() -> None:
    parse = _parse("The", "killing")
    first, second = _telling(parse, 1), _telling(parse, 7)
    assert join_tellings(parse, (first, second)).renamed == {second.event.id: first.event.id}


@pytest.mark.parametrize(
    ("determiner", "word", "mode", "points"),
    [
        ("The", "attack", None, True),
        ("This", "incident", None, True),
        ("The", "meeting", None, False),
        ("The", "bridge", None, False),
        ("The", "shelling", "heavy-weapons", True),
        ("The", "shelling", "firearms", False),
    ],
)
def test_words_that_point_at_a_deed(determiner: str, word: str, mode: str | None, points: bool) -> None:
    parse = _parse(determiner, word)
    mention = mention_of(parse, f"{determiner} {word}", "nominal", "event")
    told = _telling(parse, 1, mode=mode)
    link = point_back(parse, mention, (told,), CLASSES)
    assert (link is not None) is points
    if link is not None:
        assert link.target == told.event.id


def test_a_name_in_the_pointing_words_must_have_been_told() -> None:
    rows = (
        "Gunmen/NNS/nsubj/1 killed/VBD/root/1 Mara/NNP/obj/1 in/IN/case/4 Lurna/NNP/obl/1 ././punct/1 "
        "The/DT/det/8 {}/NNP/compound/8 attack/NN/nsubj/9 went/VBD/root/9 on/RP/advmod/9 ././punct/9"
    )
    for town, points in (("Lurna", True), ("Velmar", False)):
        parse = parse_of(rows.format(town))
        mention = mention_of(parse, f"The {town} attack", "nominal", "event")
        assert (point_back(parse, mention, (_telling(parse, 1),), CLASSES) is not None) is points


def test_planned_deeds_are_not_pointed_at() -> None:
    parse = _parse("The", "attack")
    mention = mention_of(parse, "The attack", "nominal", "event")
    assert point_back(parse, mention, (_telling(parse, 1, status="planned"),), CLASSES) is None
