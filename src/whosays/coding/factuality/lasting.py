"""What goes on while it is told of: "urged them to stop jailing bakers", "are engaged in talks".

Rules in the shapes of :mod:`whosays.coding.factuality.ahead`.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.factuality.denying import is_negated
from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_STOPPING = frozenset({"stop", "cease", "halt", "quit", "end"})
_WANTING = frozenset({"want", "would", "like", "need", "have"})


def _to_be_stopped(parse: Parse, holder: Token, above: Token, wording: Wording) -> EventStatus | None:
    """ "Urged Orland to stop | jailing bakers |", "should stop jailing them": they do it now.

    Not so where those who do it have decided to stop, or have stopped.
    """
    if holder.tag != "VBG" or holder.dep != "xcomp" or above.lemma.lower() not in _STOPPING:
        return None
    if is_negated(parse, above, wording) or above.tag not in {"VB", "VBP", "VBZ"}:
        return None
    if any(c.lower in {"should", "must", "ought"} for c in parse.children(above.i, "aux")):
        return "ongoing"
    asking = parse.tokens[above.head]
    if asking.i == above.i or (not asking.is_verb and asking.lemma.lower() not in {"call", "demand", "appeal", "plea"}):
        return None
    asked = wording.governor(asking.lemma.lower()) == "demanded" or asking.lemma.lower() == "tell"
    others = any(asking.i < c.i < above.i for c in parse.children(asking.i, "obj", "obl"))
    others = others or bool(parse.children(above.i, "nsubj"))
    asked = asked or (asking.lemma.lower() in _WANTING and others)
    passive = bool(parse.children(asking.i, "aux:pass"))
    return "ongoing" if asked and (others or passive or asking.is_noun) else None


_CONTINUING = frozenset({"continue", "persist", "go"})


def goes_on_so_far(parse: Parse, verb: Token) -> bool:
    """ "If the army continues | to shell | the town"; also "if | the shelling | continues"."""
    above = parse.tokens[verb.head]
    kept = verb.dep == "xcomp" or (verb.is_noun and verb.dep == "nsubj")
    now = above.lemma.lower() in _CONTINUING and above.tag in {"VBZ", "VBP"}
    if above.lemma.lower() == "go" and not any(c.lower == "on" for c in parse.children(above.i, "compound:prt")):
        return False
    return kept and now and any(m.lower == "if" for m in parse.children(above.i, "mark"))


_WATCHING = frozenset({"investigate", "probe", "surround", "besiege", "guard", "patrol", "occupy"})


def _at_it(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Police | investigating the theft | have held six men": they are still at it."""
    if holder.tag != "VBG" or holder.dep != "acl" or holder.lemma.lower() not in _WATCHING:
        return None
    if parse.children(holder.i, "mark", "aux") or not above.is_noun or above.dep == "root":
        return None
    verb = next((a for a in parse.ancestors(above.i) if a.is_verb), None)
    if verb is None:
        return None
    now = verb.tag in {"VBZ", "VBP"} or {c.lower for c in parse.children(verb.i, "aux")} & {"has", "have", "is", "are"}
    return "ongoing" if now else None


def is_left_off(parse: Parse, verb: Token) -> bool:
    """ "Stop | jailing them |", "suspend | its raids |": whoever asks for that tells of what is done now."""
    first = verb
    while first.dep == "conj" and parse.tokens[first.head].tag == first.tag:
        first = parse.tokens[first.head]
    above = parse.tokens[first.head].lemma.lower()
    if first.tag == "VBG":
        return first.dep == "xcomp" and above in _STOPPING
    return first.is_noun and first.dep == "obj" and above in {*_STOPPING, "suspend"}


CLAUSES: tuple[Callable[[Parse, Token, Token, Wording], EventStatus | None], ...] = (_to_be_stopped, _at_it)


_PARLEYS = frozenset({"talk", "negotiation", "dialogue", "discussion", "consultation", "fighting", "battle", "war"})


def _engaged_in(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Have been engaged in | talks | since May", "are locked in negotiations": at it now."""
    verb = parse.tokens[noun.head]
    if noun.lemma.lower() not in _PARLEYS or noun.dep != "obl" or case_of(parse, noun.i) != "in":
        return None
    beside = {c.lower for c in parse.children(verb.i, "aux:pass", "aux", "cop")}
    now = bool(beside & {"is", "are"}) or bool(beside & {"has", "have"} and "been" in beside)
    return "ongoing" if now and verb.lower in {"engaged", "locked", "embroiled", "mired"} else None


def _if_it_goes_on(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Will strike if | the bombing | continues": it goes on now."""
    return "ongoing" if goes_on_so_far(parse, noun) else None


_LENGTHENING = frozenset({"extend", "renew", "prolong"})
_STATES = frozenset({"arrest", "detention", "curfew", "sanction", "embargo", "blockade", "occupation", "siege"})


def _lasting(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Decided to extend | her house arrest |", "existing sanctions must be renewed": they are there now."""
    if noun.lemma.lower() not in _STATES:
        return None
    if any(c.lower in {"existing", "current"} for c in parse.children(noun.i, "amod")):
        return "ongoing"
    verb = parse.tokens[noun.head]
    told = parse.children(noun.i, "nmod:poss") or any(c.lower == "the" for c in parse.children(noun.i, "det"))
    return "ongoing" if told and noun.dep == "obj" and verb.lemma.lower() in _LENGTHENING else None


NOUNS: tuple[Callable[[Parse, Token], EventStatus | None], ...] = (_engaged_in, _if_it_goes_on, _lasting)
