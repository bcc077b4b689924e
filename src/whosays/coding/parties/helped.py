"""To whom help goes that only its aim or its place tells: "pledged ten million to help rebuild | Veldia |"."""

from __future__ import annotations

from collections.abc import Iterator

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
    told = told_by(_RULES if parse.tokens[found.head].is_verb else _OF_NOUNS, (parse, found, parts, knowledge))
    own = _own_words(parse, parts)
    return [p for p in told if parse.tokens[p.head].lower[:4] not in own]  # "| Veldia | gave it to | Veldian | mills"


def _own_words(parse: Parse, parts: Parts) -> set[str]:
    """How the words for those who help begin."""
    return {parse.tokens[i].lower[:4] for h, p in parts.items() if p.part == "actor" for i in parse.subtree(h)}


_HELPING = frozenset("help assist support aid feed shelter train equip arm relieve protect defend".split())
_MENDING = frozenset(
    "rebuild reconstruct stabilise stabilize strengthen restore develop secure monitor observe oversee supervise "
    "bolster improve prepare organise organize combat fight tackle contain battle".split()
)
_DEPTH = 3


def _in_its_aim(telling: Telling) -> Iterator[int]:
    """ "Pledged aid to help rebuild | Veldia |", "sends observers to monitor | Veldia's | vote"."""
    parse, found, _, knowledge = telling
    for aim in _aims(parse, found):
        whom = [c for c in parse.children(aim.i, "obj") if c.i > aim.i]
        whom += [c for c in parse.children(aim.i, "obl") if case_of(parse, c.i) == "in" and _is_land(parse, c)]
        for token in whom:
            people = kind_of(parse, token.i, *knowledge) == "person" and aim.lemma.lower() in _HELPING
            if _is_land(parse, token) or people:
                yield token.i
            else:
                yield from _whose(telling, token)
                below = (c for c in parse.children(token.i, "nmod") if case_of(parse, c.i) in {"in", "of"})
                yield from (c.i for c in below if _is_land(parse, c))


def _whose(telling: Telling, thing: Token) -> Iterator[int]:
    """ "| Veldia's | vote", "the | Veldian | vote": of what land it is."""
    parse, _, _, (_, labels) = telling
    yield from (c.i for c in parse.children(thing.i, "nmod:poss", "compound") if _is_land(parse, c))
    yield from (c.i for c in parse.children(thing.i, "amod") if labels.get(c.i) == "nationality")


def _aims(parse: Parse, found: Found) -> Iterator[Token]:
    """The infinitives that say what the help is for, down to the last: "to | help rebuild |"."""
    heads = [found.head, *found.tokens, *found.slots.get("object", ())]
    heads += [c.i for h in tuple(heads[1:]) for c in parse.children(h, "nmod")]  # "ten million | in aid | to help"
    for head in dict.fromkeys(heads):
        for clause in parse.children(head, "advcl", "acl", "xcomp"):
            to = any(c.lower == "to" for c in parse.children(clause.i, "mark"))
            if to and clause.tag == "VB" and clause.i > found.head:
                yield from _down_from(parse, clause)


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
    "economy restoration operation mission appeal plan struggle".split()
)  # but "gave it to a | hospital | in Veldia"
_WITHIN = frozenset({"of", "for", "in"})


def _behind_its_cause(telling: Telling) -> Iterator[int]:
    """ "Gave nine million to the fight against fever | in Veldia |", "toward the rebuilding | of Veldia |"."""
    parse, found, parts, _ = telling
    if has_part(parts, "target"):
        return
    given = dict.fromkeys((found.head, *found.slots.get("object", ()), *found.tokens))
    around = [c for h in given for c in parse.children(h, "obl", "nmod")]
    for cause in (c for c in around if case_of(parse, c.i) in _TOWARDS and c.i > found.head):
        row = [cause]
        for _ in range(_DEPTH if cause.lemma.lower() in _CAUSES else 1):
            lands = [t for t in row if _is_land(parse, t)]
            if lands:
                yield lands[0].i
                return
            row = [c for t in row for c in parse.children(t.i, "nmod") if case_of(parse, c.i) in _WITHIN | {"against"}]


_OF_NOUNS: tuple[Rule, ...] = ((_behind_its_cause, "to", "recipient"),)
_RULES: tuple[Rule, ...] = (
    (_behind_its_cause, "to", "recipient"),
    (_in_its_aim, "to", "recipient"),
    (_where_given, "to", "recipient"),
)
