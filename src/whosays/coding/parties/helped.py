"""To whom help goes that only its aim or its place tells: "pledged ten million to help rebuild | Veldia |"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from whosays.coding.words.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token


def helped(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """Those who are helped, where nobody is told yet to whom it goes."""
    if found.trigger.event != "AID" or has_part(parts, "recipient"):
        return []
    telling = (parse, found, parts, knowledge)
    told = told_by(_RULES if parse.tokens[found.head].is_verb else _OF_NOUNS, telling) or told_by(_LAST, telling)
    own = _own_words(parse, parts)
    return [p for p in told if parse.tokens[p.head].lower[:4] not in own]  # "| Veldia | gave it to | Veldian | mills"


def _own_words(parse: Parse, parts: Parts) -> set[str]:
    """How the words for those who help begin."""
    return {parse.tokens[i].lower[:4] for h, p in parts.items() if p.part == "actor" for i in parse.subtree(h)}


_HELPING = frozenset("help assist support aid feed shelter train equip arm relieve protect defend benefit".split())
_MENDING = frozenset(
    "rebuild reconstruct stabilise stabilize strengthen restore develop secure monitor observe oversee supervise "
    "bolster improve prepare organise organize combat fight tackle contain battle address meet alleviate ease promote "
    "foster encourage stimulate boost expand finance fund mitigate curb stem".split()
)
_DEPTH = 3


def _in_its_aim(telling: Telling) -> Iterator[int]:
    """ "Pledged aid to help rebuild | Veldia |", "sends observers to monitor | Veldia's | vote"."""
    parse, found, _, _ = telling
    for aim in _aims(parse, found):
        things = [c for c in parse.children(aim.i, "obj") if c.i > aim.i]
        told = [i for thing in things for i in _for_whom(telling, thing, aim)]
        there = (c for c in parse.children(aim.i, "obl") if case_of(parse, c.i) == "in" and _is_land(parse, c))
        yield from told or (c.i for c in there)


def _for_whom(telling: Telling, thing: Token, aim: Token) -> Iterator[int]:
    """What is helped, if it is a land or people; else whose it is."""
    parse, _, _, knowledge = telling
    people = aim.lemma.lower() in _HELPING and kind_of(parse, thing.i, *knowledge) == "person"
    if people or _is_land(parse, thing):
        yield thing.i
    else:
        yield from _whose(telling, thing)
        yield from _those_of(telling, thing)


_AMONG = frozenset({"of", "in", "for", "among"})


def _those_of(telling: Telling, thing: Token) -> Iterator[int]:
    """ "The recovery | of Veldia |", "the needs of | refugees |", "projects which benefit | refugees |"."""
    parse, _, _, knowledge = telling
    clauses = [c for c in parse.children(thing.i, "acl:relcl") if c.lemma.lower() in _HELPING]
    row = [c for clause in clauses for c in parse.children(clause.i, "obj")]
    row += [c for c in parse.children(thing.i, "nmod") if case_of(parse, c.i) in _AMONG]
    helped = (t.i for t in row if _is_land(parse, t) or kind_of(parse, t.i, *knowledge) == "person")
    yield from islice(helped, 1)  # "the needs of refugees | in Veldia": of those who are told first


def _whose(telling: Telling, thing: Token) -> Iterator[int]:
    """ "| Veldia's | vote", "the | Veldian | vote": of what land it is."""
    parse, _, _, (_, labels) = telling
    yield from (c.i for c in parse.children(thing.i, "nmod:poss", "compound") if _is_land(parse, c))
    yield from (c.i for c in parse.children(thing.i, "amod") if labels.get(c.i) == "nationality")


def _aims(parse: Parse, found: Found) -> Iterator[Token]:
    """The infinitives that say what the help is for, down to the last: "to | help rebuild |"."""
    heads = [found.head, *found.tokens, *found.slots.get("object", ())]
    if not parse.tokens[found.head].is_verb:  # "the deployment of a team | to monitor a truce"
        heads += found.slots.get("of", ())
    heads += [c.i for h in tuple(heads[1:]) for c in parse.children(h, "nmod")]  # "ten million | in aid | to help"
    for head in dict.fromkeys(heads):
        for meant in (c for c in parse.children(head, "acl") if c.lower in _MEANT and c.i > found.head):
            # "a package | aimed | at cutting hunger in Veldia"
            yield from (c for c in parse.children(meant.i, "advcl", "xcomp", "obl", "ccomp") if c.lower in _CUTTING)
        for clause in parse.children(head, "advcl", "acl", "xcomp"):
            to = any(c.lower == "to" for c in parse.children(clause.i, "mark"))
            if to and clause.tag == "VB" and clause.i > found.head:
                yield from _down_from(parse, clause)


_MEANT = frozenset({"aimed", "designed", "intended", "meant", "earmarked"})
_CUTTING = frozenset(
    "reducing fighting easing helping improving rebuilding alleviating curbing promoting ending".split()
)


def _down_from(parse: Parse, clause: Token) -> Iterator[Token]:
    for _ in range(_DEPTH):
        if clause.lemma.lower() in _HELPING | _MENDING:
            yield clause
        inner = [c for c in parse.children(clause.i, "xcomp", "ccomp") if c.tag == "VB"]
        if clause.lemma.lower() not in _HELPING or not inner or parse.children(clause.i, "obj"):
            return
        clause = inner[0]


def _is_land(parse: Parse, token: Token) -> bool:
    """A state or region, and no town: "in | Veldia |"."""
    named = next((n for n in parse.names if n.start <= token.i < n.end), None)
    return named is not None and named.label == "place" and named.kind != "city"


_GIVING_OUT = frozenset("distribute deliver provide supply airdrop drop give spend serve hand send fund".split())


def _where_given(telling: Telling) -> Iterator[int]:
    """ "Distributes food | in Veldia |": a land where it is given out gets it."""
    parse, found, parts, _ = telling
    if parse.tokens[found.head].lemma.lower() not in _GIVING_OUT or has_part(parts, "target"):
        return
    things = (found.head, *found.slots.get("object", ()), *found.tokens)
    for place in (c for h in dict.fromkeys(things) for c in parse.children(h, "obl", "nmod")):
        inside = case_of(parse, place.i) in {"in", "inside"} and place.i > found.head
        if inside and _is_land(parse, place):
            yield place.i
            return


_TOWARDS = frozenset({"to", "toward", "towards", "for", "into"})
_CAUSES = frozenset(
    "fight battle effort reconstruction rebuilding relief fund recovery development programme program project campaign "
    "economy restoration operation mission appeal plan struggle assistance aid".split()
)  # but "gave it to a | hospital | in Veldia"
_WITHIN = frozenset({"of", "for", "in"})


def _phrases(telling: Telling) -> Iterator[Token]:
    """The phrases that hang on the giving, or on what is given."""
    parse, found, _, _ = telling
    given = dict.fromkeys((found.head, *found.slots.get("object", ()), *found.tokens))
    phrases = [c for h in given for c in parse.children(h, "obl", "nmod")]
    yield from phrases
    for aid in (c for c in phrases if case_of(parse, c.i) == "in" and c.lemma.lower() in _HELP and c.i > found.head):
        yield from (c for c in parse.children(aid.i, "nmod") if c.i > aid.i)  # "ten million | in aid | for Veldia"


def _behind_its_cause(telling: Telling) -> Iterator[int]:
    """ "Gave nine million to the fight against fever | in Veldia |", "toward the rebuilding | of Veldia |"."""
    parse, found, parts, _ = telling
    if has_part(parts, "target"):
        return
    for cause in (c for c in _phrases(telling) if case_of(parse, c.i) in _TOWARDS and c.i > found.head):
        row = [cause]
        for _ in range(_DEPTH if cause.lemma.lower() in _CAUSES else 1):
            lands = [t for t in row if _is_land(parse, t)]
            if lands:
                yield lands[0].i
                return
            row = [c for t in row for c in parse.children(t.i, "nmod") if case_of(parse, c.i) in _WITHIN | {"against"}]


_HELP = frozenset({"aid", "assistance", "help", "relief", "funding", "loan", "grant", "donation"})
_APPEALS = frozenset({"appeal", "fund", "programme", "program"})


def _whose_appeal(telling: Telling) -> Iterator[int]:
    """ "Gave nine million to the | League's | appeal": whoever asks for it."""
    parse, _, parts, (_, labels) = telling
    for appeal in (c for c in _phrases(telling) if case_of(parse, c.i) == "to" and c.lemma.lower() in _APPEALS):
        asking = parse.children(appeal.i, "nmod:poss", "compound")
        yield from (c.i for c in asking if labels.get(c.i) == "organisation" and c.i not in parts)


_DISASTERS = frozenset(
    "quake earthquake flood flooding cyclone hurricane typhoon tsunami landslide storm drought eruption wildfire "
    "disaster famine".split()
)


def _struck_land(telling: Telling) -> Iterator[int]:
    """ "Sent rescuers after the quake | in Veldia |": it goes to where it is needed."""
    parse, found, parts, _ = telling
    if has_part(parts, "target"):
        return
    for disaster in (c for c in _phrases(telling) if case_of(parse, c.i) in {"after", "following"}):
        if disaster.lemma.lower() in _DISASTERS and disaster.i > found.head:
            struck = (c for c in parse.children(disaster.i, "nmod") if case_of(parse, c.i) == "in")
            yield from (c.i for c in struck if _is_land(parse, c))


_GETTING = frozenset({"obtain", "receive", "get", "acquire", "import"})


def _whoever_gets_it(telling: Telling) -> Iterator[int]:
    """ "Supplied most of the arms that | Veldia | has obtained"."""
    parse, found, _, (_, labels) = telling
    things = found.slots.get("object", ())
    things += tuple(c.i for h in things for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of")
    for clause in (c for h in things for c in parse.children(h, "acl:relcl", "acl")):
        if clause.lemma.lower() in _GETTING:
            yield from (c.i for c in parse.children(clause.i, "nsubj") if labels.get(c.i) in {"place", "organisation"})


_OF_NOUNS: tuple[Rule, ...] = ((_behind_its_cause, "to", "recipient"), (_in_its_aim, "to", "recipient"))
_RULES: tuple[Rule, ...] = (
    (_behind_its_cause, "to", "recipient"),
    (_in_its_aim, "to", "recipient"),
    (_whose_appeal, "to", "recipient"),
    (_whoever_gets_it, "to", "recipient"),
    (_where_given, "to", "recipient"),
)
_LAST: tuple[Rule, ...] = ((_struck_land, "to", "recipient"),)  # only where nothing else tells it
