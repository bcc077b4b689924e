"""The plain views of an event, and words as rows of an event table."""

import msgspec

import whosays
from tests.factory import Draft, attack
from whosays import views
from whosays.records import Count, Event, Proposition, Span, Toll


def with_tolls(*tolls: Toll) -> Event:
    return msgspec.structs.replace(attack().events[0], tolls=tolls)


def toll(low: int | None, high: int | None, **more: object) -> Toll:
    span = Span(report="r", start=0, end=2)
    fields = {"effect": "killed", "count": Count(low=low, high=high), "span": span, "party": "recipient", **more}
    return msgspec.convert(fields, Toll)


def test_deaths_go_from_the_lowest_to_the_highest_number_told() -> None:
    deaths = views.deaths(with_tolls(toll(12, 12), toll(15, 15)))
    assert deaths is not None
    assert (deaths.low, deaths.high) == (12, 15)


def test_at_least_stays_open() -> None:
    deaths = views.deaths(with_tolls(toll(12, 12), toll(9, None)))
    assert deaths is not None
    assert (deaths.low, deaths.high) == (9, None)


def test_attackers_are_not_counted_unless_the_report_counts_them_in() -> None:
    assert views.deaths(with_tolls(toll(1, 1, party="actor"))) is None
    deaths = views.deaths(with_tolls(toll(12, 12), toll(1, 1, party="actor"), toll(13, 13, party="all")))
    assert deaths is not None
    assert (deaths.low, deaths.high) == (13, 13)


def test_the_wounded_are_counted_apart() -> None:
    event = with_tolls(toll(12, 12), toll(30, 30, effect="wounded"))
    injuries = views.injuries(event)
    assert injuries is not None
    assert injuries.low == 30


def test_words_become_verbal_events_with_their_codes() -> None:
    record = attack()
    claim, condemnation = views.verbal_events(record)
    assert (condemnation.type, condemnation.verbal) == ("ACCUSE", True)
    assert condemnation.cameo.startswith("11")
    assert [party.name for party in condemnation.actors] == ["Interior Ministry of Karuland"]
    assert [party.name for party in condemnation.recipients] == ["Red Front"]
    assert [party.name for party in claim.actors] == ["Red Front"]
    assert [verbal.statement for verbal in (claim, condemnation)] == [s.id for s in record.statements]


def test_an_act_that_was_not_done_is_no_verbal_event() -> None:
    record = attack()
    silent = tuple(msgspec.structs.replace(s, status="negated") for s in record.statements)
    assert views.verbal_events(msgspec.structs.replace(record, statements=silent)) == ()


def test_who_is_blamed_receives_the_blame() -> None:
    draft = Draft("The ministry blamed the Red Front for the raid.")
    ministry, front = draft.actor("The ministry"), draft.actor("the Red Front")
    raid = draft.event("ASSAULT", "raid")
    held = Proposition(kind="responsible", subject=front, event=raid)
    draft.says("blame", ministry, "blamed", "the raid", about=[(raid, "blamed")], propositions=[held])
    (verbal,) = views.verbal_events(draft.done())
    assert [party.name for party in verbal.recipients] == ["the Red Front"]


def test_a_party_that_is_named_twice_is_one() -> None:
    draft = Draft("The Red Front struck; the Red Front fled.")
    one, two = draft.actor("The Red Front", "Red Front"), draft.actor("the Red Front", "Red Front")
    draft.event("ASSAULT", "struck", roles=[(one, "actor"), (two, "actor")])
    record = draft.done()
    assert [party.name for party in views.actors(record, record.events[0])] == ["Red Front"]


def test_a_report_is_about_what_its_headline_or_lead_tells_first() -> None:
    draft = Draft("A march is planned after ministers met. " + "It rained. " * 60 + "Rebels shelled Bel.")
    shelling = draft.event("ASSAULT", "shelled")
    march = draft.event("PROTEST", "march", status="planned")
    talks = draft.event("CONSULT", "met")
    assert [e.id for e in views.by_prominence(draft.done())] == [talks, march, shelling]
    leading = views.leading_event(draft.done())
    assert leading is not None
    assert leading.id == talks
    assert views.leading_event(Draft("It rained.").done()) is None


def test_the_leading_incident_is_the_news_that_most_reports_tell_of() -> None:
    one, two = attack(), attack("Other Wire", published="2026-03-06")
    incidents = whosays.merge([one, two]).incidents
    found = views.leading_incident(one, incidents)
    assert found is not None
    assert one.events[0].id in found.events
    assert views.leading_incident(one, ()) is None
    draft = Draft("Ministers met as rebels shelled Bel. " + "It rained. " * 60 + "A mill burnt.")
    met, shelled, burnt = (draft.event("CONSULT", words) for words in ("met", "shelled", "burnt"))
    (incident,) = incidents
    told = [
        msgspec.structs.replace(incident, id="talks", events=(met,), reports=("a",)),
        msgspec.structs.replace(incident, id="shelling", events=(shelled,), reports=("a", "b")),
        msgspec.structs.replace(incident, id="fire", events=(burnt,), reports=("a", "b", "c")),
    ]
    leading = [views.leading_incident(draft.done(), told[n:]) for n in range(3)]
    assert [i.id for i in leading if i] == ["fire", "fire", "fire"]
    long_ago = msgspec.structs.replace(incident.when, start="2020-01-01", end="2020-01-02")
    told[2] = msgspec.structs.replace(told[2], when=long_ago)
    dated = Draft("Ministers met as rebels shelled Bel. A mill burnt.", published="2026-03-05")
    for words, type_ in (("met", "CONSULT"), ("shelled", "ASSAULT"), ("burnt", "ASSAULT")):
        dated.event(type_, words)
    ids = [e.id for e in dated.done().events]
    told = [msgspec.structs.replace(i, events=(e,)) for i, e in zip(told, ids, strict=True)]
    leading = [views.leading_incident(dated.done(), told[n:]) for n in range(3)]
    assert [i.id for i in leading if i] == ["shelling", "shelling", "fire"]  # background where there is nothing else
