"""Whom, where and when: what the words of a coded report mean, and which of them mean the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.ontology.nominals import Nominals
from whosays.ontology.nominals import load as load_nominals
from whosays.parse import Coded, Parse
from whosays.records import Actor, CodedReport, Event, Link, Mention, Place, Role, Statement, mention_id
from whosays.resolving.actors.linking import resolve_actors
from whosays.resolving.actors.setting import Setting
from whosays.resolving.bothmeant import both_meant
from whosays.resolving.dates.anchoring import anchors_of, resolve_times
from whosays.resolving.dates.timing import (
    Clock,
    Pointer,
    announced,
    heads_of,
    said,
    timed,
    trigger_head,
    widened,
    within_reach,
)
from whosays.resolving.echoes import with_victims_described, without_echoes
from whosays.resolving.events.onceonly import side_of, sides_of
from whosays.resolving.events.otherwords import other_words
from whosays.resolving.events.pointers import point_back
from whosays.resolving.events.sameness import Joined, join_tellings
from whosays.resolving.events.tellings import Telling, called
from whosays.resolving.events.weaker import of_the_same
from whosays.resolving.events.whenwhere import with_when_and_where
from whosays.resolving.fightersmeant import whose_fighters
from whosays.resolving.incumbents import on_their_day
from whosays.resolving.interviews import without_interviews
from whosays.resolving.namedlater import named_later
from whosays.resolving.objectpointers import object_pointers
from whosays.resolving.openparts import with_candidates
from whosays.resolving.places.choosing import meanings
from whosays.resolving.places.knownnames import with_known_names
from whosays.resolving.places.placing import Places, find_places
from whosays.resolving.repeats import without_bare_fighters, without_bare_possessives
from whosays.resolving.rolepointers import who_did_it
from whosays.resolving.spokenabout import about_pointed
from whosays.resolving.sureness import rows_of, weighed
from whosays.resolving.theysaid import they_said
from whosays.resolving.unmentioned import name_mentions

__all__ = ["meanings", "resolve", "with_known_names"]


def resolve(parse: Parse, coded: Coded, gazetteer: Gazetteer) -> CodedReport:
    """The record of one report: links, entities, times and places; the same deed told twice is one event."""
    anchors = anchors_of(parse.report, gazetteer.known_until())
    times = resolve_times(parse, anchors)
    places = find_places(parse, coded.mentions, gazetteer)
    nominals = load_nominals()
    mentions = _with_names(parse, tuple({m.id: m for m in (*coded.mentions, *places.mentions)}.values()), gazetteer)
    setting = Setting(parse, gazetteer, nominals, anchors.written, places.countries, places.towns)
    actors = resolve_actors(parse, mentions, coded.statements, setting)
    mentions = tuple(sorted(actors.mentions, key=_order))
    links = {link.mention: link for link in (*actors.links, *places.links)}
    told = coded.statements
    national = (_of_nation(e, actors.nationalities) for e in coded.events)
    unknown = _namesakes(parse, mentions, links)
    national = (_without_namesakes(e, unknown) for e in national)
    meant = both_meant(parse, tuple(national), mentions, links, actors.actors)
    links |= named_later(parse, mentions, meant, links, nominals)
    clock = Clock(times, told, frozenset(trigger_head(parse, e) for e in coded.events))
    events = (_placed(parse, announced(parse, timed(parse, e, clock)), places, told) for e in meant)
    persons = frozenset(a.id for a in actors.actors if a.kind == "person")
    known = (mentions, persons, sides_of(actors.actors))
    tellings = tuple(_telling(parse, e, links, known, places) for e in events)
    joined = join_tellings(parse, tellings)
    pointing = _pointing(parse, mentions, joined, tellings, nominals)
    pointers = _pointers(parse, tellings, joined, (mentions, pointing))
    statements = tuple(
        msgspec.structs.replace(_renamed(s, joined.renamed), when=said(parse, s, times, pointers))
        for s in coded.statements
    )
    everything = sorted({m.id: m for m in (*mentions, *joined.mentions)}.values(), key=_order)
    by_mention = links | {k.mention: k for k in (*joined.links, *pointing)}
    same = of_the_same(joined.renamed, joined.links)
    by_mention = with_victims_described([t.event for t in tellings], same, by_mention, (everything, persons))
    somebody = ({a.id: a for a in actors.actors}, nominals.parts)
    by_mention = who_did_it(parse, everything, [t.event for t in tellings], by_mention, somebody)
    by_mention = whose_fighters(parse, {m.id: m for m in everything}, joined.events, by_mention, somebody[0])
    things = object_pointers(parse, everything, nominals.broader)
    everything, by_mention = _more(everything, by_mention, things)
    everything, by_mention = _more(everything, by_mention, they_said(parse, statements, everything, by_mention))
    then = on_their_day(joined.events, statements, everything, by_mention, (gazetteer, anchors.written))
    whom = _meant((*actors.actors, *then.actors), by_mention, then.links)
    by_mention |= {link.mention: link for link in then.links}
    all_by_id = {m.id: m for m in everything}
    bare = (without_bare_fighters(without_bare_possessives(e, all_by_id, by_mention), all_by_id) for e in joined.events)
    kept, statements = without_echoes(parse, [_once(e, by_mention) for e in bare], statements, by_mention)
    real = without_interviews((kept, statements), everything, by_mention, gazetteer)
    kept = with_when_and_where(parse, real, pointing, all_by_id, (times, places))
    beside = places.beside(everything, by_mention)
    by_mention |= {link.mention: link for link in beside.links}
    words = other_words(parse, coded.words, joined.renamed, kept)
    everything, by_mention = _more((*everything, *beside.mentions), by_mention, words)
    record = CodedReport(
        report=parse.report,
        mentions=tuple(everything),
        entities=_entities(by_mention, (*whom, *places.places, *beside.places), gazetteer),
        links=tuple(by_mention[m.id] for m in everything if m.id in by_mention),
        events=kept,
        statements=about_pointed(statements, pointing, {m.id: m for m in everything}, kept),
    )
    return weighed(parse, with_candidates(parse, record, tuple(rows_of(parse, record))))


def _more(
    mentions: Iterable[Mention], links: Mapping[str, Link], added: Iterable[tuple[Mention, Link]]
) -> tuple[list[Mention], dict[str, Link]]:
    """The mentions, in order, and the links by mention, with those added."""
    pairs = tuple(added)
    known = {m.id: m for m in (*mentions, *(m for m, _ in pairs))}
    return sorted(known.values(), key=_order), {**links, **{link.mention: link for _, link in pairs}}


def _meant(actors: Sequence[Actor], links: Mapping[str, Link], changed: Sequence[Link]) -> tuple[Actor, ...]:
    """The actors, by id, without those that nothing means any more.

    Of its own words only: "the attackers" are the two men. Of an office: another held it on the day (``changed``).
    """
    gone = {links[link.mention].target for link in changed}
    now = {**links, **{link.mention: link for link in changed}}
    used = {i for link in now.values() for i in (link.target, *link.candidates)}
    known = {a.id: a for a in actors}
    return tuple(known[i] for i in sorted(known) if i in used or not (i.startswith("own:") or i in gone))


def _entities(
    links: Mapping[str, Link], known: Sequence[Actor | Place], gazetteer: Gazetteer
) -> tuple[Actor | Place, ...]:
    """The entities of a report: the actors, then the places, each part by id, and all that a link names among them."""
    found: dict[str, Actor | Place] = {e.id: e for e in known}
    for link in links.values():
        for identifier in (link.target, link.place):
            if identifier is not None and identifier not in found:
                entity = gazetteer.place(identifier) or gazetteer.actor(identifier)
                found.update({} if entity is None else {identifier: entity})
    return tuple(sorted(found.values(), key=lambda e: (isinstance(e, Place), e.id)))


def _order(mention: Mention) -> tuple[int, int, str]:
    return (mention.span.start, mention.span.end, mention.kind)


def _with_names(parse: Parse, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, with those of people and organisations that take part in nothing."""
    taken = [parse.tokens_of(m.span) for m in mentions if m.kind in {"actor", "place"}]
    added = []
    for name in name_mentions(parse, taken, gazetteer):
        span = parse.span(name.start, name.end)
        words = " ".join(parse.report.words(span).split())
        added.append(
            Mention(
                id=mention_id(span, "actor"), kind="actor", form="name", span=span, name=words, made_by=parse.made_by
            )
        )
    return tuple(sorted((*mentions, *added), key=_order))


def _of_nation(event: Event, nationalities: Mapping[str, str]) -> Event:
    """The event with the nationality of its people where their words tell it."""

    def told(role: Role) -> str | None:
        return nationalities.get(role.mention or "") if role.kind in {"person", "unknown"} else None

    roles = (msgspec.structs.replace(r, nationality=r.nationality or told(r)) for r in event.roles)
    return msgspec.structs.replace(event, roles=tuple(roles))


_FORCES = frozenset({"force", "army", "navy", "police", "guard", "militia", "corps", "command", "marine"})


def _namesakes(parse: Parse, mentions: Sequence[Mention], links: Mapping[str, Link]) -> frozenset[str]:
    """Names that nobody knows and that only name the noun behind them: "the | Orli | conference"."""
    heads = {m.id: parse.tokens[parse.root_of(*parse.tokens_of(m.span))] for m in mentions if m.kind == "actor"}
    names = {m: head for m, head in heads.items() if head.tag.startswith("NNP") and not head.text.isupper()}
    bodies = {m for m, head in names.items() if head.lemma.lower() in _FORCES}  # "an | Air Force | strike" is its own
    naming = {m for m, head in names.items() if head.dep == "compound" and m not in bodies}
    return frozenset(m for m in naming if m in links and (links[m].target or "own:").startswith("own:"))


def _without_namesakes(event: Event, unknown: frozenset[str]) -> Event:
    """A meeting or an attack without the names that only name it: "the Orli offensive", "Internecine fighting"."""
    if event.type not in {"CONSULT", "ASSAULT"}:
        return event
    return msgspec.structs.replace(event, roles=tuple(r for r in event.roles if r.mention not in unknown))


def _placed(parse: Parse, event: Event, places: Places, said_of: Sequence[Statement]) -> Event:
    """The event with its place; a town that only names a meeting ("the Astana summit") is where it was held."""
    naming = {r.mention: places.naming(r.mention) for r in event.roles if r.mention is not None}
    if sum(p is not None for p in naming.values()) > 1:  # "the Baghdad-Washington talks": governments, not places
        naming = {}
    roles = tuple(r for r in event.roles if naming.get(r.mention or "") is None)
    doers = frozenset(r.mention for r in roles if r.part == "actor" and r.mention and event.type == "ASSAULT")
    attached = [p for p in (places.attached(h, doers) for h in heads_of(parse, event)) if p is not None]
    found = [p for p in attached if within_reach(parse, event, places.span_of(p), said_of)]
    found += [p for p in naming.values() if p is not None]
    event = msgspec.structs.replace(event, roles=roles)
    if not found:
        return widened(parse, event, None)
    placed = msgspec.structs.replace(event, place=found[0], place_precision=places.precision(found[0]))
    return widened(parse, placed, places.span_of(found[0]))


def _once(event: Event, links: Mapping[str, Link]) -> Event:
    """The event with each participant once: what was told twice of one actor is one role."""
    kept: dict[tuple[str, str], Role] = {}
    for role in event.roles:
        link = links.get(role.mention or "")
        who = link.target if link is not None and link.target is not None else role.mention or ""
        if role.number is not None and role.effect is not None:
            if who.startswith("own:"):  # "killing 12 people and wounding 40": people both, and others
                who = f"{who} {role.effect} {role.number.low}"
            elif _are_others(kept.get((role.part, who)), role):  # "six soldiers are killed and nine wounded"
                who = f"{who} {role.effect}"
        known = kept.get((role.part, who))
        kept[role.part, who] = _merged(known, role) if known is not None else role
    return msgspec.structs.replace(event, roles=tuple(kept.values()))


def _are_others(known: Role | None, later: Role) -> bool:
    """Whether those counted later met with something else than those counted first, of the same force."""
    return known is not None and known.number is not None and known.effect not in {None, later.effect}


def _merged(known: Role, later: Role) -> Role:
    """One role of two: the surer basis, and whatever the first does not tell."""
    surer = later if known.basis != "fact" and later.basis == "fact" else known
    return msgspec.structs.replace(surer, effect=known.effect or later.effect, number=known.number or later.number)


def _telling(
    parse: Parse,
    event: Event,
    links: Mapping[str, Link],
    known: tuple[Sequence[Mention], frozenset[str], Mapping[str, frozenset[str]]],
    places: Places,
) -> Telling:
    mentions, persons, sides = known
    names = {m.id for m in mentions if m.form == "name"}
    by_id = {m.id: m for m in mentions}

    def whom(roles: Sequence[Role]) -> frozenset[str]:
        targets = (links[r.mention].target for r in roles if r.mention is not None and r.mention in links)
        return frozenset(t for t in targets if t is not None)

    def nouns(part: str) -> frozenset[str]:
        spans = (by_id[r.mention] for r in event.roles if r.part == part and r.mention in by_id)
        return frozenset(word for m in spans for word in called(parse, m))

    suffering = [r for r in event.roles if r.part == "recipient"]
    head = trigger_head(parse, event)
    doers = whom([r for r in event.roles if r.part == "actor"])
    return Telling(
        event=event,
        people=whom([r for r in event.roles if r.mention in names]),
        recipients=whom(suffering),
        named_recipients=whom([r for r in suffering if r.mention in names]),
        victims=whom([r for r in suffering if r.mention in names]) & persons,
        place=places.place_of(event.place),
        ground=places.ground_of(event.place),
        sentence=parse.sentence(head),
        head=head,
        doers=doers,
        acting=nouns("actor"),
        suffering=nouns("recipient"),
        struck=nouns("target"),
        sides=tuple(side_of(d, sides) for d in sorted(doers)),
        meant={m: _meaning(m, links, by_id) for m in (r.mention for r in event.roles) if m is not None},
    )


def _meaning(mention: str, links: Mapping[str, Link], by_id: Mapping[str, Mention]) -> str:
    """Whom a mention means, or its words where it means nobody who is known."""
    target = links[mention].target if mention in links else None
    return target or (f"words:{by_id[mention].name.lower()}" if mention in by_id else mention)


def _pointing(
    parse: Parse,
    mentions: Sequence[Mention],
    joined: Joined,
    tellings: Sequence[Telling],
    nominals: Nominals,
) -> tuple[Link, ...]:
    """The links of words that only point at an event: "this incident"."""
    kept = {e.id for e in joined.events}
    standing = [t for t in tellings if t.event.id in kept]
    found = (point_back(parse, m, standing, nominals) for m in mentions if m.kind == "event")
    return tuple(link for link in found if link is not None)


def _pointers(
    parse: Parse, tellings: Sequence[Telling], joined: Joined, pointing: tuple[Sequence[Mention], Sequence[Link]]
) -> tuple[Pointer, ...]:
    """Every word that stands for an event, triggers and pointers alike."""
    events = {e.id: e for e in joined.events}
    found = [Pointer(t.head, events[joined.renamed.get(t.event.id, t.event.id)]) for t in tellings]
    mentions = {m.id: m for m in pointing[0]}
    for link in pointing[1]:
        head = parse.root_of(*parse.tokens_of(mentions[link.mention].span))
        if link.target in events:
            found.append(Pointer(head, events[link.target]))
    return tuple(sorted(found, key=lambda p: p.head))


def _renamed(statement: Statement, renamed: Mapping[str, str]) -> Statement:
    """The statement, pointing at the events that were kept."""
    about = (msgspec.structs.replace(t, target=renamed.get(t.target, t.target)) for t in statement.about)
    propositions = (
        msgspec.structs.replace(p, event=renamed.get(p.event, p.event)) if p.event else p
        for p in statement.propositions
    )
    return msgspec.structs.replace(statement, about=tuple(dict.fromkeys(about)), propositions=tuple(propositions))
