"""How far a gathering, a journey or a measure is by the words around it: prepared for, under way, called off, due."""

from __future__ import annotations

from whosays.coding.factuality.outlook import called_for
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_JOURNEYS = frozenset({"visit", "tour", "trip"})
_GATHERINGS = frozenset("summit meeting conference talk session congress ceremony negotiation visit trip tour".split())
_READYING = frozenset({"planning", "preparation", "prepare", "arrangement", "agenda", "itinerary"})
_RUNNING = frozenset("talk negotiation offensive siege operation campaign blockade truce ceasefire strike".split())


def in_hand(parse: Parse, noun: Token) -> EventStatus | None:
    """The status that the words beside a deed's noun give it; None where they say nothing."""
    if noun.lemma.lower() in _GATHERINGS and (_is_prepared(parse, noun) or _will_be(parse, noun)):
        return "planned"
    if noun.lemma.lower() in _JOURNEYS and _is_on_it(parse, noun):
        return "ongoing"
    if _is_current(parse, noun) or _is_to_end(parse, noun):
        return "ongoing"
    if _is_due(parse, noun) or _is_to_rise(parse, noun):
        return "planned"
    return "negated" if _is_called_off(parse, noun) else called_for(parse, noun)


def _is_prepared(parse: Parse, noun: Token) -> bool:
    """ "Takes part in planning for | the summit | in April", "preparations for the visit": not held yet."""
    above = parse.tokens[noun.head]
    if above.lemma.lower() not in _READYING or case_of(parse, noun.i) != "for":
        return False
    clause = next((a for a in (above, *parse.ancestors(above.i)) if a.is_verb), None)
    return clause is None or not any(c.lower == "had" for c in parse.children(clause.i, "aux"))


def _will_be(parse: Parse, noun: Token) -> bool:
    """ "The king's | visit | will be his first", "the summit will last two days": not held yet."""
    told = parse.tokens[noun.head]
    if noun.dep != "nsubj" or not any(c.lower == "will" for c in parse.children(told.i, "aux")):
        return False
    first = any(c.tag in {"JJ", "PRP$"} for c in (told, *parse.children(told.i, "amod", "nmod:poss")))
    return told.lemma.lower() in _LASTING or (bool(parse.children(told.i, "cop")) and first)


_LASTING = frozenset({"last", "begin", "start", "focus", "take", "follow", "open", "come", "coincide", "run"})


def _is_on_it(parse: Parse, noun: Token) -> bool:
    """ "The king, who is on | a visit | to Orland": as long as it is told in the present."""
    on = case_of(parse, noun.i) == "on" and any(c.lower == "a" for c in parse.children(noun.i, "det"))
    return on and any(c.lower in {"is", "are", "'s", "’s"} for c in parse.children(noun.i, "cop"))


def _is_current(parse: Parse, noun: Token) -> bool:
    """ "The king's | current | visit", "the current talks"."""
    if noun.lemma.lower() not in _JOURNEYS | _RUNNING:
        return False
    return any(c.lower == "current" for c in parse.children(noun.i, "amod"))


_DUE = frozenset({"schedule", "due", "expect", "set", "slate", "suppose"})
_ENDING = frozenset({"end", "expire", "finish", "conclude"})


def _is_to_end(parse: Parse, noun: Token) -> bool:
    """ "| The deployment | is due to end in May": it goes on till then."""
    told = parse.tokens[noun.head]
    if not noun.dep.startswith("nsubj") or not any(c.lower in {"is", "are"} for c in parse.children(told.i)):
        return False
    return told.lemma.lower() in _DUE and any(
        c.lemma.lower() in _ENDING and c.tag == "VB" for c in parse.children(told.i, "xcomp", "ccomp", "advcl")
    )


_IN_FORCE = frozenset({"effect", "force"})


def _is_due(parse: Parse, noun: Token) -> bool:
    """ "| The truce | takes effect at midnight": told in the present, with its hour."""
    verb = parse.tokens[noun.head]
    if noun.dep != "nsubj" or verb.tag not in {"VBZ", "VBP"} or verb.lemma.lower() not in {"take", "come", "enter"}:
        return False
    below = parse.children(verb.i, "obj", "obl", "obl:unmarked")
    if parse.children(verb.i, "aux", "mark") or not any(c.lower in _IN_FORCE for c in below):
        return False
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    return any(c.i in times for c in below)


_RISES = frozenset({"increase", "rise", "boost", "expansion"})
_ANNOUNCING = frozenset({"announce", "pledge", "promise", "unveil"})


def _is_to_rise(parse: Parse, noun: Token) -> bool:
    """ "Announced increases in | aid | for Orland": more of it is to come."""
    above = parse.tokens[noun.head]
    rise = above.lemma.lower() in _RISES and above.dep == "obj" and case_of(parse, noun.i) in {"in", "of"}
    return rise and parse.tokens[above.head].lemma.lower() in _ANNOUNCING


_PUTTING_OFF = frozenset({"suspend", "cancel", "postpone", "shelve"})
_STRIKES = frozenset("strike walkout stoppage protest march rally demonstration".split())


def _is_called_off(parse: Parse, noun: Token) -> bool:
    """ "Suspended | a strike | that was to start on Monday": it did not start."""
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _STRIKES or verb.lemma.lower() not in _PUTTING_OFF or noun.dep != "obj":
        return False
    return any(
        c.tag == "VB" and any(b.lower in {"was", "were"} for b in parse.children(c.i, "cop", "aux"))
        for c in parse.children(noun.i, "acl:relcl")
    )
