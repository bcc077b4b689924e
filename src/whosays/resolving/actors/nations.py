"""Which country the text is speaking of at a word: the last one named before it."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Name, Parse, Token
from whosays.records import Actor
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import Met, back
from whosays.resolving.actors.deciding import unsure
from whosays.resolving.actors.names import known
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.spokenfor import COUNTRIES, spoken_for, state_of

_REACH = 2  # sentences back
_STRICKEN = frozenset(
    "war-torn war-ravaged war-weary war-shattered conflict-torn strife-torn violence-wracked impoverished landlocked "
    "troubled embattled oil-rich quake-hit famine-stricken drought-stricken flood-hit crisis-hit".split()
)
_RULING = frozenset({"government", "cabinet", "authorities", "administration"})
_PLACES = frozenset({"place", "organisation"})
_DIRECTED = frozenset({"on", "upon", "against"})
_GIVING = frozenset("give send donate pledge provide lend grant ship supply deliver sell export promise".split())
_GIVEN = frozenset("aid assistance loan lending sale delivery shipment export weapon arms arm support help".split())


def is_stricken(parse: Parse, one: Asked) -> bool:
    """ "The | war-torn | country", "the | impoverished | nation": words that may be said of many lands."""
    plain = parse.tokens[one.head].lower in COUNTRIES and one.head > one.start + 1
    return plain and parse.text(one.start + 1, one.head).lower() in _STRICKEN


def country_meant(parse: Parse, one: Asked, setting: Setting, met: Sequence[Met] = ()) -> Named | None:
    """ "Veldia kept out of both wars, and | the country | joined late": the only state that was last told of.

    So the state whose organ or leader speaks of it: ``met`` are those told of before.
    """
    token = parse.tokens[one.head]
    described = parse.children(one.head, "amod", "compound", "nummod", "nmod", "acl", "acl:relcl", "nmod:poss")
    if is_stricken(parse, one):
        described = parse.children(one.head, "nmod", "acl", "acl:relcl", "nmod:poss")  # "the | war-torn | country"
    if token.lower not in {"country", "nation", "kingdom"} or described:
        return None
    if token.lower == "kingdom":
        return _crowned(parse, one, setting)
    own = spoken_for(parse, one, met, setting) if token.lower in COUNTRIES else None
    if own is not None:
        return known(setting, own, f"“{one.mention.name}” is the country of those who speak", one.mention.name)
    if _is_others(parse, token):
        other = _other_of_two(parse, token, setting)
        detail = f"“{one.mention.name}” is the other of two countries told of just before"
        return unsure(one, detail) if other is None else known(setting, other, detail, one.mention.name)
    stricken = is_stricken(parse, one)
    other_than = _doers(parse, token, setting, anyhow=stricken)
    for sentence in back(parse, one.head, _REACH):
        named = _named(parse, sentence, one.head, setting)
        doing = token.dep in {"nsubj", "nsubj:pass", "nmod:poss"}  # "Ruiz is here to see | the country |": not hers
        named = named or (_led(parse, sentence, one.head, setting) if doing else named)
        adjectives = set() if stricken else _adjectives(parse, sentence, one.head, setting)
        told = named | adjectives  # "a Veldian envoy visited | the country"
        remarking = _remarking(parse, sentence, token, setting) if named else set()
        if remarking and doing:
            return None  # "Veldia condemned the coup. | The country | ...": either may be meant
        named, told = named - other_than - remarking, told - other_than - remarking
        if told:
            state = min(told)
            detail = f"“{one.mention.name}” is the only country told of just before"
            return known(setting, state, detail, one.mention.name) if named == {state} == told else None
    return None


_REMARKING = frozenset(
    "condemn denounce deplore criticise criticize welcome hail applaud praise slam decry urge".split()
)


def _remarking(parse: Parse, sentence: int, token: Token, setting: Setting) -> set[str]:
    """ "Rebels seized Orli. | Veldia | condemned it. The Union put sanctions on the country": it speaks of others."""
    if sentence == parse.sentence(token.i):
        return set()
    names = (n for n in _within(parse, sentence) if n.kind == "state")
    heads = ((n, parse.tokens[parse.root_of(n.start, n.end)]) for n in names)
    speaking = [
        n for n, t in heads if t.dep == "nsubj" and parse.tokens[t.head].lemma.lower() in _REMARKING and t.i < t.head
    ]
    return {s for n in speaking if (s := _state(parse, n, setting)) is not None}


def _within(parse: Parse, sentence: int) -> list[Name]:
    first, last = parse.sentences[sentence]
    return [n for n in parse.names if first <= n.start and n.end <= last]


def _doers(parse: Parse, token: Token, setting: Setting, *, anyhow: bool = False) -> set[str]:
    """ "Orland imposed sanctions on | the country |": not on itself; the states that its subject names."""
    cases = parse.children(token.i, "case")
    if not cases and not (anyhow and token.dep == "obj"):
        return set()
    case = cases[0].lower if cases else "to"
    above = parse.tokens[token.head]
    given = case == "to" and any(_is_given(c) for c in (above, *parse.children(above.i, "obj")))
    given = given or (case in {"to", "for"} and above.lemma.lower() in _GIVING)  # "sent $40 million | to the country"
    if case not in _DIRECTED and not given and not anyhow:
        return set()
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), token)
    while verb.dep == "conj" and not parse.children(verb.i, "nsubj"):
        verb = parse.tokens[verb.head]
    inside = {i for c in parse.children(verb.i, "nsubj") for i in parse.subtree(c.i) if i < verb.i}
    names = (n for n in parse.names if n.start in inside)
    states = {_state(parse, n, setting) for n in names}
    states |= {setting.gazetteer.state_of_adjective(parse.tokens[i].text) for i in inside}
    return {s for s in states if s is not None}


def _is_given(thing: Token) -> bool:
    return thing.lemma.lower() in _GIVEN


# Lands that reports call "the kingdom", by their ISO codes.
_KINGDOMS = frozenset("SAU JOR BHR MAR THA KHM BTN SWZ LSO TON GBR NOR SWE DNK NLD BEL ESP".split())


def _crowned(parse: Parse, one: Asked, setting: Setting) -> Named | None:
    """ "Jordan expelled two envoys. | The kingdom | also recalled its own": the only such land told of just before."""
    told: set[str] = set()
    if parse.tokens[one.start].lower != "the":
        return None
    for sentence in back(parse, one.head, _REACH):
        told |= _named(parse, sentence, one.head, setting) | _adjectives(parse, sentence, one.head, setting)
    lands = told & _KINGDOMS
    detail = f"“{one.mention.name}” is the only kingdom told of just before"
    return known(setting, lands.pop(), detail, one.mention.name) if len(lands) == 1 else None


def _is_others(parse: Parse, token: Token) -> bool:
    """ "It cut its ties with | the country |": not of whoever does it, where a pronoun does."""
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), token)
    doers = parse.children(verb.i, "nsubj")
    return token.dep in {"obj", "obl", "nmod"} and len(doers) == 1 and doers[0].lower == "it" and doers[0].i < token.i


def _other_of_two(parse: Parse, token: Token, setting: Setting) -> str | None:
    """ "Orland recalls its envoy to Veldia. It cut its ties with | the country |": Veldia."""
    here = parse.sentence(token.i)
    if here == 0:
        return None
    first, last = parse.sentences[here - 1]
    names = [n for n in parse.names if n.kind == "state" and first <= n.start and n.end <= last]
    doing = [n for n in names if parse.tokens[parse.root_of(n.start, n.end)].dep in {"nsubj", "nsubj:pass"}]
    doer = _state(parse, doing[0], setting) if len(doing) == 1 else None
    others = (_named(parse, here - 1, None, setting) | _named(parse, here, token.i, setting)) - {doer}
    told = doer is not None or (not doing and _is_bodys(parse, first, last))
    return others.pop() if told and len(others) == 1 else None


def _is_bodys(parse: Parse, first: int, last: int) -> bool:
    """ "The Union cut its aid to Orland. It barred | the country |": a body that is no state does it."""
    doers = [t for t in parse.tokens[first:last] if t.dep in {"nsubj", "nsubj:pass"}]
    bodies = parse.named("organisation")
    return len(doers) == 1 and doers[0].i in bodies and doers[0].tag.startswith("NNP")


def elsewhere(parse: Parse, one: Asked, owner: str, setting: Setting) -> bool:
    """Whether the text last told of other countries than ``owner``: whose police are meant is then not sure."""
    for sentence in back(parse, one.head, _REACH):
        states = _named(parse, sentence, None, setting)
        if owner in states or owner in _adjectives(parse, sentence, None, setting):
            return False
        if states:
            return True
    return False


def moved_on(parse: Parse, one: Asked, government: Actor, told: Sequence[Met], setting: Setting) -> bool:
    """Whether "the government" stands far below the last word of ``government``'s state, and others between them.

    "The Orlish government ... Veldia tested its sirens. | The government | asked people to stay in": Veldia's, maybe.
    """
    token, here = parse.tokens[one.head], parse.sentence(one.head)
    if token.lemma.lower() not in _RULING or government.kind != "government":
        return False
    owner = state_of(government, setting)
    theirs = (m.head for m in told if m.head < one.head and state_of(m.actor, setting) == owner)
    last = max((parse.sentence(head) for head in theirs), default=here)
    return owner is not None and here - last > _REACH and elsewhere(parse, one, owner, setting)


def told_of(parse: Parse, sentence: int, setting: Setting) -> set[str]:
    """The states that a sentence speaks of, by name, by a town or by an adjective."""
    return _named(parse, sentence, None, setting) | _adjectives(parse, sentence, None, setting)


def _named(parse: Parse, sentence: int, until: int | None, setting: Setting) -> set[str]:
    """The states that a sentence names, itself or by a town, before a token where one is given."""
    first, last = parse.sentences[sentence]
    last = last if until is None else min(last, until)
    names = (n for n in parse.names if first <= n.start and n.end <= last and not _is_reached(parse, n))
    return {s for n in names if (s := _state(parse, n, setting)) is not None}


_TAKEN_AWAY = frozenset("fly flee escape exile deport evacuate airlift move".split())


def _is_reached(parse: Parse, name: Name) -> bool:
    """ "Ruiz was flown | to Veldia |. The Union suspended the country": where he went, and not what is spoken of."""
    head = parse.tokens[parse.root_of(name.start, name.end)]
    where = any(c.lower in {"to", "into"} for c in parse.children(head.i, "case"))
    return head.dep == "obl" and where and parse.tokens[head.head].lemma.lower() in _TAKEN_AWAY


def _led(parse: Parse, sentence: int, until: int, setting: Setting) -> set[str]:
    """The states whose leaders a sentence names: "Ana Ruiz shot the arrow. | The country | ..." where she rules."""
    first, last = parse.sentences[sentence]
    people = (n for n in parse.names if n.label == "person" and first <= n.start and n.end <= min(last, until))
    listed = (setting.gazetteer.actors_named(parse.text(n.start, n.end), setting.on) for n in people)
    meant = ({c.actor_id for c in found if c.strength == "strong"} for found in listed)
    actors = (setting.gazetteer.actor(ids.pop()) for ids in meant if len(ids) == 1)
    return {s for a in actors if a is not None and (s := state_of(a, setting)) is not None}


def _state(parse: Parse, name: Name, setting: Setting) -> str | None:
    words = parse.text(name.start, name.end)
    if name.kind == "state":
        found = {c.actor_id for c in setting.gazetteer.actors_named(words, setting.on) if c.strength == "strong"}
        return found.pop() if len(found) == 1 else None
    return setting.town(words) if name.label in _PLACES else None


def _adjectives(parse: Parse, sentence: int, until: int | None, setting: Setting) -> set[str]:
    first, last = parse.sentences[sentence]
    tokens = parse.tokens[first : last if until is None else min(last, until)]
    states = (setting.gazetteer.state_of_adjective(t.text) for t in tokens if t.text[:1].isupper())
    return {s for s in states if s is not None}
