"""Private life and show business: whom somebody met, visited or worked with who speaks for no side.

Talks are a deed where states, firms or officials speak; that a singer met her husband on a set is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.topics import OFFICIALS, SHOWS, is_about, names_the_world
from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_KIN = frozenset(
    "husband wife mother father mom mum dad parent son daughter brother sister sibling cousin aunt uncle nephew niece "
    "grandmother grandfather grandparent grandson granddaughter relative family fiancé fiancée fiance fiancee "
    "girlfriend boyfriend lover friend spouse ex-wife ex-husband ex-girlfriend ex-boyfriend kin in-laws".split()
)
_PAIRS = frozenset({"couple", "lover", "newlywed", "bandmate", "spouse"})
_ANYBODY = frozenset(
    "woman girl boy actress actor singer artist fan teacher student friend neighbour neighbor classmate roommate "
    "customer patient stranger person musician painter".split()
)
_HAUNTS = frozenset(
    "set party school college kindergarten bar pub gym wedding concert class nightclub café cafe beach online date "
    "audition gig funeral station airport supermarket dance".split()
)
_AT_WORK = frozenset({"film", "shoot", "study", "work", "tour", "record", "rehearse", "perform", "act"})
_OF_SHOWS = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID", "MOBILIZE"})
_LEAVING = frozenset({"release", "resign", "withdraw"})


def is_private(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether words of talks, visits or work together tell of nobody's office."""
    event = found.trigger.event
    if event == "SANCTION":
        cut = found.trigger.mode == "discontinue" and "cut" in found.trigger.words
        return cut and _is_of_kin(parse, parts)  # "contact with | their aunt | was cut off"
    if event != "CONSULT":
        return _is_of_shows(parse, found, parts)
    if any(_is_official(parse, p.head) for p in parts):
        return False
    return _is_of_kin(parse, parts) or _is_first_meeting(parse, found, parts) or _is_of_shows(parse, found, parts)


def _is_of_kin(parse: Parse, parts: Sequence[Part]) -> bool:
    """ "Met | her husband |", "visited Ana and other | family members |"."""
    heads = {p.head for p in parts}
    for p in parts:
        words = (parse.tokens[p.head], *parse.children(p.head, "compound"))
        if not any(w.lemma.lower() in _KIN for w in words):
            continue
        owners = parse.children(p.head, "nmod:poss")
        own = any(o.tag == "PRP$" or o.i in heads for o in owners)
        if own or (len(words) > 1 and not owners):
            return True
    return False


def _is_first_meeting(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "They | met | on the set", "met a painter", "first | met | in school", "the couple | met |"."""
    verb = parse.tokens[found.head]
    if found.trigger.words[0] not in {"meet", "phone call", "phone", "call"} and verb.lemma.lower() != "call":
        return False
    heads = [parse.tokens[p.head] for p in parts]
    if len(heads) == 1 and heads[0].lemma.lower() in _PAIRS:
        return True
    if any(_is_anybody(parse, t) for t in (*heads, *(parse.tokens[h] for h in found.slots.get("object", ())))):
        return True
    if not verb.is_verb or not heads or not all(_is_somebody(parse, t) for t in heads):
        return False
    where = parse.children(verb.i, "obl", "obl:unmarked", "advmod")
    met_there = any(c.lemma.lower() in _HAUNTS and (c.dep == "advmod" or case_of(parse, c.i)) for c in where)
    busy = any(
        c.tag == "VBG" and c.lemma.lower() in _AT_WORK and any(m.lower == "while" for m in parse.children(c.i, "mark"))
        for c in parse.children(verb.i, "advcl")
    )
    return met_there or busy or any(c.lower == "first" and c.i < verb.i for c in parse.children(verb.i, "advmod"))


def _is_anybody(parse: Parse, token: Token) -> bool:
    """ "A painter", "an unknown person": nobody who is known for anything."""
    one = any(c.lower in {"a", "an"} for c in parse.children(token.i, "det"))
    return one and token.tag == "NN" and token.lemma.lower() in _ANYBODY


def _is_somebody(parse: Parse, token: Token) -> bool:
    persons = parse.named("person")
    return token.tag.startswith("PRP") or token.i in persons or token.lemma.lower() in _KIN | _PAIRS | {"pair"}


def _is_official(parse: Parse, head: int) -> bool:
    words = (parse.tokens[head], *parse.children(head, "compound", "appos", "flat", "nmod:desc"))
    return any(w.lemma.lower() in OFFICIALS for w in words)


def _is_of_shows(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Teamed up | with her producer", "| quit | the band", in a report on films or songs."""
    if found.trigger.event not in _OF_SHOWS and found.trigger.mode not in _LEAVING:
        return False
    if found.trigger.event == "RETREAT" and any(_is_official(parse, p.head) for p in parts):
        return False
    here = parse.around(found.head)
    if names_the_world(here, found.tokens) or any(t.lemma.lower() in OFFICIALS for t in here):
        return False
    return is_about(parse, SHOWS)
