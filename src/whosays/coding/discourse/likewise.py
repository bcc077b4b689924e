"""Who did what is told on from a deed just before: the other victims, the fighting, the same men let go, the aircraft.

"Troops killed a rebel. Two others | were also killed |", "guards attacked a camp. Six died in | the fighting |", "the
rebels took a driver but | released | him", "a Peruvian jet struck them. | The aircraft | dropped bombs". Only where no
doer is told.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.toldon import THE, actors_of
from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.relatives import SUBJECTS
from whosays.coding.words.understood import is_passive
from whosays.ontology import Nouns
from whosays.ontology.nouns import ARMED_SECTORS
from whosays.parse import Parse, Token
from whosays.records import Role

_FIGHTS = frozenset(
    "clash fighting battle gunbattle firefight shootout gunfight skirmish combat fight confrontation".split()
)
_POINTING = THE | {"that", "this", "latest"}
_OTHERS = frozenset({"other", "another", "others"})
_TAKING = frozenset({"abduct", "arrest"})
_GUARDIANS = frozenset({"MIL", "COP", "SPY", "PRM"})
_FIGHTERS = frozenset({"REB", "UAF", "CRM"})
_CRAFT = frozenset(
    "aircraft plane warplane jet helicopter gunship warship ship tank drone bomber vessel gunboat frigate".split()
)
_FLOWN = frozenset({"aerial", "drone", "heavy-weapons", "explosives"})
_FORCES = frozenset("military army navy force coalition troop airforce alliance".split())
_NEAR = 1  # sentences back


def with_likewise(parse: Parse, drafts: Sequence[EventDraft], nouns: Nouns, book: Book) -> tuple[EventDraft, ...]:
    """The events with those who did the deed that they are told on from; the mentions are kept in ``book``."""
    found = list(drafts)
    for at, draft in enumerate(found):
        if draft.event.status != "happened" or any(r.part == "actor" for r in draft.event.roles):
            continue
        heads: tuple[int, ...] = ()
        if draft.event.type == "ASSAULT":
            heads = _both_that_fell(parse, draft, nouns, book) or _who_fought(parse, draft, found, nouns, book)
            heads = heads or _same_hands(parse, draft, found, nouns, book) or _whose_craft(parse, draft, found, book)
        elif draft.event.mode == "release":
            heads = _who_had_them(parse, draft, found, book)
        if heads:
            roles = tuple(Role(mention=book.actor(h), part="actor", kind="organisation", basis="fact") for h in heads)
            event = msgspec.structs.replace(draft.event, roles=(*roles, *draft.event.roles))
            found[at] = msgspec.structs.replace(draft, event=event)
    return tuple(found)


def _sector(parse: Parse, head: int, nouns: Nouns) -> str | None:
    """Of which side of a war somebody is: of those who guard a state, or of those who fight it."""
    sector = nouns.sector_of(parse.tokens[head].lemma.lower())
    return "guard" if sector in _GUARDIANS else "fighter" if sector in _FIGHTERS else None


def _sufferers(draft: EventDraft, book: Book) -> tuple[int, ...]:
    return tuple(book.head(r.mention) for r in draft.event.roles if r.part == "recipient" and r.mention is not None)


def _both_that_fell(parse: Parse, draft: EventDraft, nouns: Nouns, book: Book) -> tuple[int, ...]:
    """ "| Eleven soldiers and nine rebels | died in clashes": they had fought each other."""
    if parse.tokens[draft.head].lemma.lower() not in _FIGHTS:
        return ()
    sides = [(h, _sector(parse, h, nouns)) for h in _sufferers(draft, book)]
    armed = tuple(h for h, side in sides if side is not None)
    return armed if {"guard", "fighter"} <= {side for _, side in sides} else ()


def _before(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft]) -> list[EventDraft]:
    here = parse.sentence(draft.head)
    near = [d for d in drafts if d.head < draft.head and here - parse.sentence(d.head) <= _NEAR and d is not draft]
    return [d for d in near if d.event.status == "happened"]


def _who_fought(
    parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], nouns: Nouns, book: Book
) -> tuple[int, ...]:
    """ "Guards attacked the militia's camps. Six people died in | the fighting |": the guards and the militia."""
    token = parse.tokens[draft.head]
    pointing = any(c.lower in _POINTING for c in parse.children(token.i, "det"))
    bare = not parse.children(token.i, "nmod", "acl", "acl:relcl")
    if token.lemma.lower() not in _FIGHTS or not pointing or not bare:
        return ()
    told = [d for d in _before(parse, draft, drafts) if d.event.type == "ASSAULT"]
    if len(told) != 1 or not actors_of(told[0], book) or parse.sentence(told[0].head) == parse.sentence(token.i):
        return ()
    foes = tuple(h for h in _sufferers(told[0], book) if nouns.sector_of(parse.tokens[h].lemma.lower()) in _ARMED)
    return tuple(dict.fromkeys((*actors_of(told[0], book), *foes)))


_ARMED = ARMED_SECTORS


def _same_hands(
    parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], nouns: Nouns, book: Book
) -> tuple[int, ...]:
    """ "Troops killed a rebel. | Two others | were also killed": what was done to one was done to the next."""
    verb, victims = parse.tokens[draft.head], _sufferers(draft, book)
    if not verb.is_verb or not is_passive(parse, verb.i) or not victims:
        return ()
    words = {t.lower for h in victims for t in (parse.tokens[h], *parse.children(h, "amod", "det"))}
    also = any(c.lower == "also" for c in parse.children(verb.i, "advmod"))
    clause = verb.dep in {"root", "conj", "advcl", "parataxis"}
    if not clause or not (words & _OTHERS or also) or _has_cause(parse, verb) or _has_place(parse, verb):
        return ()
    told = [d for d in _before(parse, draft, drafts) if d.event.type == "ASSAULT"]
    if not told:
        return ()
    last = told[-1]
    effects = {r.effect for r in draft.event.roles if r.part == "recipient"}
    harms = {"killed", "wounded"} if effects <= {"killed", "wounded"} and words & _OTHERS else effects
    alike = {r.effect for r in last.event.roles if r.part == "recipient"} & harms
    doers = actors_of(last, book)
    own = {_sector(parse, h, nouns) for h in victims} & {_sector(parse, h, nouns) for h in doers} - {None}
    return () if own or not alike or any(r.basis != "fact" for r in last.event.roles if r.part == "actor") else doers


def _has_cause(parse: Parse, verb: Token) -> bool:
    """ "Two others were killed | in a crash |, | when a bomb went off |": by whomever."""
    causes = {"in", "by", "during", "from", "after", "when", "as", "following", "near", "at"}
    around = parse.children(verb.i, "obl", "advcl", "obl:agent")
    times = {i for t in parse.times for i in range(t.start, t.end)}
    return any((case_of(parse, c.i) in causes or c.dep == "advcl") and c.i not in times for c in around if c.i > verb.i)


def _has_place(parse: Parse, verb: Token) -> bool:
    below = set(parse.subtree(verb.i))
    return any(n.label == "place" and n.start in below and n.start > verb.i for n in parse.names)


def _who_had_them(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "The driver was taken by rebels but | released | hours later", "was arrested and later | released |"."""
    verb = parse.tokens[draft.head]
    if verb.dep != "conj" or verb.lemma.lower() != "release" or not is_passive(parse, verb.i):
        return ()
    held = [d for d in drafts if d.head == verb.head and d.event.mode in _TAKING and d.event.status == "happened"]
    return actors_of(held[0], book) if held else ()


def _whose_craft(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[int, ...]:
    """ "A coalition jet hit a post. | The aircraft | attacked it at night": of whoever flew before."""
    verb = parse.tokens[draft.head]
    verb = verb if verb.is_verb else parse.tokens[verb.head]
    crafts = [c for c in parse.children(verb.i, *SUBJECTS) if c.lemma.lower() in _CRAFT]
    if len(crafts) != 1 or is_passive(parse, verb.i) or parse.children(crafts[0].i, "nmod:poss", "nmod"):
        return ()
    if any(c.lemma.lower() not in _CRAFT for c in parse.children(crafts[0].i, "compound")):
        return ()  # "a | rebel | drone"
    told = [d for d in _before(parse, draft, drafts) if d.event.type in {"ASSAULT", "COERCE"}]
    if not told or not actors_of(told[-1], book):
        return ()
    doers = actors_of(told[-1], book)
    forces = any(parse.tokens[h].lemma.lower() in _FORCES for h in doers)
    named = (
        crafts[0],
        parse.tokens[draft.head],
    )  # "| the | aircraft attacked it", "a gunship carried out | the | attack"
    definite = any(c.lower in THE for t in named if t.is_noun for c in parse.children(t.i, "det"))
    return doers if definite and (forces or told[-1].event.mode in {"aerial", "drone"}) else ()
