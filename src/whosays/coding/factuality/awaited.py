"""What another clause or the measure's own words put ahead: "until he leaves", "announces impending tariffs"."""

from __future__ import annotations

from whosays.coding.words.mentions import case_of
from whosays.ontology.acts import load_acts
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import Act, EventStatus

_PAST = frozenset({"was", "were", "did", "had"})
_ANNOUNCING = frozenset({"announce", "unveil", "declare"})
_BEGINNING = frozenset({"begin", "start", "take", "come", "enter"})
_PUSHING = frozenset({"push", "press", "lobby", "campaign", "clamour", "clamor", "agitate"})
_MOUNTING = frozenset({"intensify", "escalate", "rage", "drag", "grind"})
_LASTING = frozenset({"force", "effect", "place"})


def until_then(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Sees no hope until sanctions force him | to withdraw", "until they have freed him": not done yet."""
    holder = verb
    while holder.dep == "xcomp" and parse.tokens[holder.head].is_verb and holder.head < holder.i:
        holder = parse.tokens[holder.head]
    if not any(m.lower in {"until", "till"} for m in parse.children(holder.i, "mark")):
        return None
    above = parse.tokens[holder.head]
    if holder.dep == "acl" and above.dep in {"obj", "obl"}:  # "sees no | hope until they force him"
        above = parse.tokens[above.head]
    elif holder.dep != "advcl":
        return None
    beside = {c.lower for c in parse.children(holder.i, "aux", "aux:pass")}
    now = holder.tag in {"VBZ", "VBP"} or bool(beside & {"has", "have", "is", "are"})
    awaited = "had" in beside and any(c.tag == "MD" for c in parse.children(above.i, "aux"))
    if awaited:  # "could not be finished until Orland | had left |"
        return "planned"
    if now and not _is_told_of_past(parse, above):
        return "hypothetical"
    to_come = _is_past(parse, holder) and _is_to_last(parse, above) and not _dated(parse, holder)
    return "hypothetical" if to_come else None


def _is_past(parse: Parse, verb: Token) -> bool:
    """ "Until he | resigned |", "was arrested"."""
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    return verb.tag == "VBD" or bool(beside & {"was", "were"})


def _dated(parse: Parse, verb: Token) -> bool:
    """ "Would rule until he was ousted | in 1992 |": that came to pass."""
    below = parse.subtree(verb.i)
    return any(t.start <= i < t.end for t in parse.times for i in below)


def _is_to_last(parse: Parse, verb: Token) -> bool:
    """ "Said they | would strike | until he resigned", "vowed | to fight | until", "refused to talk until"."""
    first = verb
    while first.dep == "conj" and parse.tokens[first.head].is_verb:
        first = parse.tokens[first.head]
    above = parse.tokens[first.head]
    if any(c.lower in {"would", "could", "will", "must", "should"} for c in parse.children(verb.i, "aux")):
        return first.dep == "ccomp"
    bound = {cue.act for cue in load_acts().at(above.lemma.lower(), "verb")} & _BINDING
    return first.dep == "xcomp" and above.i < first.i and bool(bound)


_BINDING: frozenset[Act] = frozenset({"promise", "threaten", "refuse", "demand", "agree", "call"})


def _is_told_of_past(parse: Parse, verb: Token) -> bool:
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass", "cop")}
    return verb.tag == "VBD" or bool(beside & _PAST)


def impending(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "Announces | impending | tariffs on tea", "announces tariffs | to begin in May |": they are not laid yet."""
    if verb.lemma.lower() not in _ANNOUNCING:
        return None
    for measure in parse.children(verb.i, "obj"):
        words = parse.children(measure.i, "amod")
        told = {wording.adjective(c.lemma.lower()) or wording.adjective(c.lower) for c in words}
        clauses = (*parse.children(measure.i, "acl"), *parse.children(verb.i, "advcl"))
        if "planned" in told or any(_begins_later(parse, c) for c in clauses if c.i > measure.i):
            return "planned"
    return None


def _begins_later(parse: Parse, clause: Token) -> bool:
    """ "| To begin | in May"."""
    begins = clause.tag == "VB" and clause.lemma.lower() in _BEGINNING
    return begins and any(m.lower == "to" for m in parse.children(clause.i, "mark"))


def pushed_for(parse: Parse, current: Token, governor: Token) -> EventStatus | None:
    """ "Pushes for | the expulsion of the envoy |"."""
    asked = current.is_noun and current.dep in {"obl", "nmod"} and case_of(parse, current.i) == "for"
    return "demanded" if asked and governor.is_verb and governor.lemma.lower() in _PUSHING else None


def holds(parse: Parse, noun: Token) -> EventStatus | None:
    """ "A truce between them | remains in force |": it goes on."""
    verb = parse.tokens[noun.head]
    if noun.dep == "nsubj" and verb.lower == "holds" and noun.lemma.lower() in {"truce", "ceasefire", "cease-fire"}:
        supposed = any(m.lower in {"if", "whether", "long"} for m in parse.children(verb.i, "mark", "advmod"))
        return None if supposed or parse.children(verb.i, "obj") else "ongoing"
    now = verb.tag in {"VBZ", "VBP"} and not parse.children(verb.i, "aux")
    if noun.dep == "nsubj" and now and verb.lemma.lower() in _MOUNTING and not parse.children(verb.i, "obj"):
        return "ongoing"  # "as their offensive | intensifies"
    if noun.dep != "nsubj" or verb.lemma.lower() not in {"remain", "stay", "be"}:
        return None
    where = [c for c in parse.children(verb.i, "obl", "xcomp", "nmod") if case_of(parse, c.i) == "in"]
    return "ongoing" if now and any(c.lower in _LASTING for c in where) else None


def well_planned(parse: Parse, current: Token, governor: Token) -> bool:
    """ "The raid | was well planned": it was made, and well."""
    passive = current.dep == "nsubj:pass" and governor.lemma.lower() in {"plan", "prepare", "plot"}
    well = any(c.lower in _HOW for c in parse.children(governor.i, "advmod"))
    # "the attacks were | plotted by the Front |": those of which the report tells
    those = any(c.lower in {"the", "these"} for c in parse.children(current.i, "det"))
    well = well or (those and bool(parse.children(governor.i, "obl:agent")))
    return passive and well and any(c.lower in {"was", "were"} for c in parse.children(governor.i, "aux:pass"))


_HOW = frozenset({"well", "carefully", "meticulously", "thoroughly", "long", "clearly", "evidently", "obviously"})


def on_condition(parse: Parse, verb: Token) -> bool:
    """ "Will free them | if Orland apologises |": what is promised for that case only."""
    if not any(c.lower in {"will", "'ll", "would", "to"} for c in parse.children(verb.i, "aux", "mark")):
        return False
    for clause in parse.children(verb.i, "advcl"):
        marks = [m for m in parse.children(clause.i, "mark") if m.lower in {"if", "provided"}]
        even = any(parse.tokens[m.i - 1].lower in {"even", "as"} for m in marks)
        if marks and not even and clause.tag != "VB" and clause.dep == "advcl":
            return True
    return False
