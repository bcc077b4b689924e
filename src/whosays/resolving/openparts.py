"""Who may have done it, or to whom, where an event leaves that open: the parties of its report, weighed by plain signs.

Nobody is given the part. What comes out are candidates, each with how often such candidates were right when people
read them, and why. The weights (``data/ontology/openparts.csv``) are learnt by ``python -m training openparts`` from
what people read out of public-domain news.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Literal

import msgspec

from whosays.ontology.openparts import load
from whosays.parse import Parse, Token
from whosays.records import Actor, Candidate, CodedReport, Event, Mention, Place, Reason, Statement
from whosays.resolving.sureness import Row

Part = Literal["actor", "recipient"]
PARTS: tuple[Part, ...] = ("actor", "recipient")
_FILLING: Mapping[Part, frozenset[str]] = {
    "actor": frozenset({"actor", "participant"}),
    "recipient": frozenset({"recipient", "target"}),
}
_LEAST = 0.2  # how likely a candidate worth telling is
_MOST = 3  # of them
_LEAST_REASON = 0.1
_OFTEN = 4  # times named
_MANY = 5  # parties
_STEPS = 5  # in the tree


class Somebody(msgspec.Struct, frozen=True):
    """A party of a report: all words that mean it, in the order of the text."""

    key: str
    actor: Actor | None
    mentions: tuple[Mention, ...]


class Scene(msgspec.Struct, frozen=True, dict=True):
    """A report as its open parts see it."""

    parse: Parse
    record: CodedReport
    rows: tuple[Row, ...]

    @cached_property
    def parties(self) -> tuple[Somebody, ...]:
        """Everybody whom the report names, in the order in which it does."""
        actors = {e.id: e for e in self.record.entities if isinstance(e, Actor)}
        words: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.record.mentions:
            if mention.kind == "actor":
                words[self.whom[mention.id]].append(mention)
        return tuple(Somebody(key, actors.get(key), tuple(found)) for key, found in words.items())

    @cached_property
    def whom(self) -> Mapping[str, str]:
        """What the words of a party stand for, by mention: an entity, else the words themselves."""
        targets = {link.mention: link.target for link in self.record.links}
        found = {}
        for mention in self.record.mentions:
            current, seen = mention.id, {mention.id}
            while (target := targets.get(current)) is not None and target not in seen:
                seen.add(target)
                current = target
            found[mention.id] = current
        return found

    @cached_property
    def at(self) -> Mapping[str, Token]:
        """The token of a mention that governs its others, by mention."""
        parse = self.parse
        found = {m.id: parse.tokens_of(m.span) for m in self.record.mentions if m.kind == "actor"}
        return {m: parse.tokens[parse.root_of(*tokens)] for m, tokens in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[tuple[Row, Part], ...]]:
        """What each party does and has done to it, by what its words stand for."""
        found: dict[str, list[tuple[Row, Part]]] = defaultdict(list)
        for row in self.rows:
            for part in PARTS:
                for whom in self.keys(row.event, part):
                    found[whom].append((row, part))
        return {whom: tuple(those) for whom, those in found.items()}

    def keys(self, event: Event, part: Part) -> tuple[str, ...]:
        """Whom an event has in a part, each once."""
        named = (r.mention for r in event.roles if r.part in _FILLING[part] and r.mention is not None)
        return tuple(dict.fromkeys(self.whom[m] for m in named if m in self.whom))

    def share_a_side(self, one: Event, other: Event) -> bool:
        """Whether somebody takes part in both."""
        sides = [{whom for part in PARTS for whom in self.keys(event, part)} for event in (one, other)]
        return bool(sides[0] & sides[1])

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where the events happened that have a place on the map, by event."""
        found = ((row.event, self.record.entity(row.event.place)) for row in self.rows if row.event.place is not None)
        return {event.id: place for event, place in found if isinstance(place, Place)}

    def place(self, event: Event) -> str | None:
        """Where it happened: an entity, else the words."""
        return self.places[event.id].id if event.id in self.places else event.place

    @cached_property
    def about(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements about each event."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.record.statements:
            for target in dict.fromkeys(t.target for t in statement.about):
                found[target].append(statement)
        return {event: tuple(said) for event, said in found.items()}

    @cached_property
    def most(self) -> int:
        """How often the party is named that is named most."""
        return max(len(party.mentions) for party in self.parties)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What kind of actor each party is, by what its words stand for."""
        return {p.key: p.actor.kind if p.actor is not None else "party" for p in self.parties}

    @cached_property
    def speakers(self) -> Mapping[str, tuple[Statement, ...]]:
        """What each party says, by what its words stand for."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.record.statements:
            if statement.speaker in self.whom:
                found[self.whom[statement.speaker or ""]].append(statement)
        return {whom: tuple(said) for whom, said in found.items()}


class Chance(msgspec.Struct, frozen=True, dict=True):
    """Somebody who may have a part that an event leaves open."""

    scene: Scene
    row: Row
    part: Part
    who: Somebody
    rank: int  # how many others have words nearer to the deed

    @cached_property
    def nearest(self) -> Mention:
        """The words for them nearest to the deed."""
        return _nearest(self.scene, self.row, self.who)

    @cached_property
    def token(self) -> Token:
        """The token of those words that governs their others."""
        return self.scene.at[self.nearest.id]

    @cached_property
    def away(self) -> int:
        """How many sentences these words stand after the deed's; before it where negative."""
        return self.scene.parse.sentence(self.token.i) - self.row.sentence


def scene_of(parse: Parse, record: CodedReport, rows: Iterable[Row]) -> Scene:
    """A report for its open parts."""
    return Scene(parse, record, tuple(rows))


def chances(scene: Scene, row: Row) -> Iterator[Chance]:
    """Who may have the parts that an event leaves open: all parties but those that have one in it."""
    for part in PARTS:
        if any(r.part in _FILLING[part] for r in row.event.roles) or (part == "recipient" and _is_between(row.event)):
            continue
        taken = {whom for other in PARTS for whom in scene.keys(row.event, other)}
        inside = {m.id for m in scene.record.mentions if row.event.trigger.covers(m.span)}
        free = [who for who in scene.parties if who.key not in taken and not inside & {m.id for m in who.mentions}]
        there = [who.actor for who in scene.parties if who.key in taken and who.actor is not None]
        free = [who for who in free if not any(is_one_side(who.actor, other) for other in there)]
        free.sort(key=lambda who: abs(scene.at[_nearest(scene, row, who).id].i - row.token.i))
        yield from (Chance(scene, row, part, who, rank) for rank, who in enumerate(free))


_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})


def _is_between(event: Event) -> bool:
    """Whether those who do it do it with each other, so that there is nobody else to whom it is done."""
    truce = event.type == "RETREAT" and event.mode == "ceasefire"
    return (event.type in _MUTUAL or truce) and sum(r.part == "actor" for r in event.roles) > 1


_OF_STATE = frozenset({"state", "government", "ministry", "force"})


def is_one_side(one: Actor | None, other: Actor) -> bool:
    """Whether two are a state and a part of it, an office-holder and his state, or parts of one state."""
    if one is None:
        return False
    if one.id in _whole(other) or other.id in _whole(one):
        return True
    lands = [{code.code[:3] for code in actor.codes} if actor.kind in _OF_STATE else set() for actor in (one, other)]
    return bool(lands[0] & lands[1])


def _whole(actor: Actor) -> frozenset[str]:
    return frozenset({*actor.part_of, *(office.of for office in actor.roles)})


def with_candidates(parse: Parse, record: CodedReport, rows: Sequence[Row]) -> CodedReport:
    """The record, with the likely candidates of every part that an event leaves open."""
    scene = scene_of(parse, record, rows)
    found = {row.event.id: tuple(_candidates(scene, row)) for row in rows}
    events = (msgspec.structs.replace(e, candidates=found[e.id]) if found[e.id] else e for e in record.events)
    return msgspec.structs.replace(record, events=tuple(events))


def _candidates(scene: Scene, row: Row) -> Iterator[Candidate]:
    for part, those in groupby(chances(scene, row), key=lambda chance: chance.part):
        weights, found = load().get(part, {}), list(those)
        told = [[(sign, weights[sign]) for sign in signs(chance) if sign in weights] for chance in found]
        odds = [sum(w for _, w in known) for known in told]
        nobody = sum(weights.get(sign, 0.0) for sign in nobody_signs(row, len(found)))
        whole = sum(math.exp(o) for o in (*odds, nobody))
        likely = [(math.exp(o) / whole, n) for n, o in enumerate(odds)]
        for share, n in sorted(likely, key=lambda pair: (-pair[0], pair[1]))[:_MOST]:
            if share < _LEAST:
                break
            reasons = (Reason(rule="sign", detail=s, weight=w) for s, w in told[n] if abs(w) >= _LEAST_REASON)
            yield Candidate(
                part=part,
                mention=found[n].nearest.id,
                score=round(share, 2),
                reasons=tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.detail))),
            )


def _nearest(scene: Scene, row: Row, who: Somebody) -> Mention:
    return min(who.mentions, key=lambda m: (abs(scene.at[m.id].i - row.token.i), m.span.start))


# -- signs --------------------------------------------------------------------------------------


def signs(chance: Chance) -> tuple[str, ...]:
    """What speaks for and against somebody, in words, each once."""
    return tuple(dict.fromkeys(sign for read in SIGNS for sign in read(chance)))


def nobody_signs(row: Row, parties: int) -> tuple[str, ...]:
    """What speaks for and against the text telling nobody, where it names so many others."""
    event, kind = row.event, "a verb" if row.token.is_verb else "a noun"
    many = "none" if not parties else "one" if parties == 1 else "few" if parties < _MANY else "many"
    found = [
        "nobody told",
        f"nobody told of {event.type}",
        f"nobody told of {event.type} told by {kind}",
        f"nobody told of what is {event.status}",
        f"nobody told among {many}",
    ]
    return (*found, f"nobody told of {event.mode}") if event.mode else tuple(found)


def _far(chance: Chance) -> Iterator[str]:
    away = chance.away
    if not away:
        yield f"in the same sentence, {'before' if chance.token.i < chance.row.token.i else 'after'} the deed"
    elif away > 0:
        yield "named in the sentence after" if away == 1 else "named only later"
    else:
        yield {-1: "named in the sentence before", -2: "named two sentences before"}.get(away, "named further before")
    yield {0: "the nearest party", 1: "the second nearest party"}.get(chance.rank, "a party further off")
    if not away and chance.rank == 0:
        yield "the nearest party, in the same sentence"


def _tree(chance: Chance) -> Iterator[str]:
    """How the words hang together: in the deed's own sentence the way between the two, in others what they are."""
    scene, token, deed = chance.scene, chance.token, chance.row.token
    if chance.away:
        where = "the sentence before" if chance.away == -1 else "another sentence"
        yield f"{_place(scene.parse, token)} of {where}"
        return
    way = _way(scene.parse, deed, token)
    if way is not None:
        yield f"the way in the tree: {way}"
        yield f"the last step in the tree: {way.split()[-1]}, of {'a verb' if deed.is_verb else 'a noun'}"
    case = scene.parse.case(token.i)
    if case:
        yield f"behind “{case}”"


def _place(parse: Parse, token: Token) -> str:
    dep = token.dep.split(":")[0]
    top = parse.tokens[token.head].dep == "root" or token.dep == "root"
    return f"the {token.dep} of the main verb" if top and dep in {"nsubj", "obj", "obl"} else f"a {dep}"


def _way(parse: Parse, deed: Token, token: Token) -> str | None:
    """From the deed up and down the tree to the words, by labels; None where it is long."""
    up = [deed, *parse.ancestors(deed.i)]
    down = [token, *parse.ancestors(token.i)]
    over = {t.i: n for n, t in enumerate(up)}
    meets = next((n for n, t in enumerate(down) if t.i in over), None)
    if meets is None:
        return None
    climbed = [t.dep for t in up[: over[down[meets].i]]]
    fallen = [t.dep for t in down[:meets]][::-1]
    if not 0 < len(climbed) + len(fallen) <= _STEPS:
        return None
    return " ".join([f"{dep}↑" for dep in climbed] + [f"{dep}↓" for dep in fallen])


def _kind(chance: Chance) -> Iterator[str]:
    who, event = chance.who, chance.row.event
    kind = who.actor.kind if who.actor is not None else "unknown"
    yield f"a {kind}"
    yield f"a {kind} for {event.type}"
    own = who.actor is None or who.actor.id.startswith("own:")
    yield "nobody on a list" if own else "known from a list"
    yield f"told by a {chance.nearest.form}"
    if chance.nearest.form == "nominal":
        yield f"told as “{chance.token.lemma.lower()}”"
    others = chance.scene.keys(event, "recipient" if chance.part == "actor" else "actor")
    for other in others:
        yield f"a {kind} and a {chance.scene.kinds.get(other, 'party')} on the other side"
    if not others:
        yield "nobody on the other side"


def _elsewhere(chance: Chance) -> Iterator[str]:
    """What else they do, and have done to them."""
    row, there = chance.row, {True: "in the same sentence", False: "elsewhere"}
    for other, part in chance.scene.parts.get(chance.who.key, ()):
        if other.event.id == row.event.id:
            continue
        same = other.event.type == row.event.type
        where = there[other.sentence == row.sentence]
        done = "does" if part == "actor" else "has done to it"
        yield f"{done} {'something of this class' if same else 'something'} {where}"
        if other.sentence == row.sentence - 1:
            yield f"{done} something {'of this class ' if same else ''}in the sentence before"
        if chance.scene.share_a_side(row.event, other.event):
            yield f"{done} something, with somebody of this deed on a side"
        if same and row.event.place is not None and chance.scene.place(row.event) == chance.scene.place(other.event):
            yield f"{done} something of this class at the same place"
        if other.event.mode is not None and same and other.event.mode == row.event.mode:
            yield f"{done} something of this mode"


def _speaks(chance: Chance) -> Iterator[str]:
    for statement in chance.scene.speakers.get(chance.who.key, ()):
        about = [t.as_ for t in statement.about if t.target == chance.row.event.id]
        yield f"speaks of it: {statement.act}" if about else "speaks in the report"
    for statement in chance.scene.about.get(chance.row.event.id, ()):
        if any(m.id == statement.addressee for m in chance.who.mentions):
            yield "is spoken to about it"
        for held in statement.propositions:
            if held.subject is not None and chance.scene.whom.get(held.subject) == chance.who.key:
                yield f"in words about it: {held.kind}"


def _weighty(chance: Chance) -> Iterator[str]:
    who, scene = chance.who, chance.scene
    yield "named once" if len(who.mentions) == 1 else "named often" if len(who.mentions) >= _OFTEN else "named again"
    if len(who.mentions) > 1 and len(who.mentions) == scene.most:
        yield "named most"
    if scene.parse.sentence(scene.at[who.mentions[0].id].i) == 0:
        yield "named in the first sentence"
    place = scene.places.get(chance.row.event.id)
    if place is not None and place.country is not None and who.actor is not None:
        home = any(code.code[:3] == place.country for code in who.actor.codes)
        yield "at home where it happened" if home else "not of where it happened"


SIGNS: tuple[Callable[[Chance], Iterable[str]], ...] = (
    _far, _tree, _kind, _elsewhere, _speaks, _weighty,
)  # fmt: skip
