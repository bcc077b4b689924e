"""How far measures, arrests and releases have come, where their words tell more than tense and mood do."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.ontology import Trigger
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_MEASURES = frozenset({"COERCE", "SANCTION", "ACCUSE", "RETREAT"})
_UPHOLDING = frozenset({"uphold", "confirm", "affirm", "ratify"})
_RULINGS = frozenset({"order", "decision", "ruling", "verdict", "warrant"})
_FETCHING = frozenset({"charter", "send", "dispatch", "hire", "arrange", "organise", "organize"})
_PROPOSING = frozenset({"suggest", "propose", "recommend", "advocate", "float"})
_DUE = frozenset({"expect", "suppose", "schedule", "due", "set", "slate"})
_SETTLING = frozenset({"resolve", "settle", "drop", "withdraw", "win", "lose"})
_SIEGES = frozenset({"blockade", "siege"})
_ON_IT = frozenset({"break", "defy", "bypass", "challenge", "run", "evade", "ease", "maintain", "circumvent"})


def as_ruled(parse: Parse, status: EventStatus, told: tuple[Trigger, Token, Token]) -> EventStatus:
    """The status of a measure; ``told`` is its trigger, its token and the verb that carries it, else that token."""
    trigger, token, verb = told
    if trigger.event not in _MEASURES:
        return status
    if status == "planned" and verb.dep == "acl" and _is_upheld(parse, verb):
        return "happened"
    held_out = trigger.event in {"COERCE", "SANCTION"} and (status == "planned" or verb.dep == "ccomp")
    if held_out and status in {"planned", "hypothetical"} and _is_held_out(parse, verb):
        return "threatened"
    if status == "hypothetical" and trigger.mode == "release" and _is_fetched(parse, verb):
        return "planned"
    above = parse.tokens[verb.head]
    if status == "happened" and verb.tag == "VBG" and verb.dep in {"xcomp", "ccomp"}:
        return "hypothetical" if above.lemma.lower() in _PROPOSING and above.is_verb else status
    if status == "happened" and verb.tag == "VB" and verb.dep == "xcomp" and above.tag in {"VBZ", "VBD", "VBP"}:
        return "planned" if above.lemma.lower() == "move" else status  # "moves | to dissolve the council"
    if status == "planned" and verb.lower in _ALIKE and any(m.lower == "after" for m in parse.children(verb.i, "mark")):
        return (
            "planned" if parse.children(verb.i, "aux") else "happened"
        )  # "will help after Orland | shut | its border"
    if status == "hypothetical" and _is_called_for(parse, verb):
        return "demanded"
    if status in {"planned", "happened"} and trigger.mode == "release" and _did_not_come(parse, verb):
        return "negated"
    if status == "planned" and token.dep == "obj" and _is_settled(parse, token):
        return "happened"
    return "ongoing" if status == "happened" and _goes_on(parse, token) else status


def _is_held_out(parse: Parse, verb: Token) -> bool:
    """ "Will | close | the border unless Orland pulls out": a threat, and no plan."""
    will = any(c.lower in {"will", "'ll", "would", "shall"} for c in parse.children(verb.i, "aux"))
    clauses = parse.children(verb.i, "advcl") if will else ()
    return any(m.lower == "unless" for c in clauses for m in parse.children(c.i, "mark"))


def _is_upheld(parse: Parse, verb: Token) -> bool:
    """ "Upholds an order | to keep him in custody": it was laid down before, and stands."""
    ruling = parse.tokens[verb.head]
    return (
        verb.tag == "VB"
        and ruling.dep == "obj"
        and ruling.lemma.lower() in _RULINGS
        and parse.tokens[ruling.head].lemma.lower() in _UPHOLDING
    )


def _is_fetched(parse: Parse, verb: Token) -> bool:
    """ "Charters a plane | to repatriate its citizens": it means to."""
    if verb.tag != "VB" or verb.dep not in {"acl", "advcl"}:
        return False
    above = parse.tokens[verb.head]
    above = parse.tokens[above.head] if verb.dep == "acl" and above.is_noun else above
    return above.lemma.lower() in _FETCHING and above.tag in {"VBZ", "VBD", "VBP"}


def _is_called_for(parse: Parse, verb: Token) -> bool:
    """ "Call for the premier | to be removed"."""
    above = parse.tokens[verb.head]
    being = any(c.lower == "be" for c in parse.children(verb.i, "aux:pass"))
    return verb.tag == "VBN" and being and verb.dep in {"advcl", "xcomp"} and above.lemma.lower() == "call"


def _did_not_come(parse: Parse, verb: Token) -> bool:
    """ "Was to be | freed | in May but remains in jail": what was due, and is said not to have come."""
    due = parse.tokens[verb.head]
    if verb.dep != "xcomp" or due.lemma.lower() not in _DUE:
        return False
    past = {c.lower for c in parse.children(due.i, "aux", "aux:pass", "cop")} & {"was", "were", "been"}
    above = (due.i, *(c.i for c in parse.children(verb.i, "advcl")))  # "after his term ended | but was held"
    against = (
        c for i in above for c in parse.children(i, "conj") if any(j.lower == "but" for j in parse.children(c.i, "cc"))
    )
    return bool(past) and any(c.lemma.lower() in _STAYING for c in against)


_ALIKE = frozenset({"shut", "cut", "put", "set", "hit"})  # past and present are one form
_STAYING = frozenset({"remain", "hold", "detain", "keep", "stay", "imprison", "jail"})


def _is_settled(parse: Parse, noun: Token) -> bool:
    """ "Resolves | a lawsuit | against the bank": it had been brought."""
    verb = parse.tokens[noun.head]
    return verb.lemma.lower() in _SETTLING and verb.tag in {"VBZ", "VBD", "VBP"}


def _goes_on(parse: Parse, noun: Token) -> bool:
    """ "To break the Orlian | blockade | of Kest": one that is in force."""
    if noun.lemma.lower() not in _SIEGES or not noun.is_noun or noun.dep != "obj":
        return False
    known = any(c.lower == "the" for c in parse.children(noun.i, "det")) or bool(parse.children(noun.i, "nmod:poss"))
    onto = any(case_of(parse, c.i) in {"of", "on"} for c in parse.children(noun.i, "nmod"))
    return known and onto and parse.tokens[noun.head].lemma.lower() in _ON_IT
