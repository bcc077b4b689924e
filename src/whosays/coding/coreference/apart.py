"""What keeps two clauses apart as two deeds, or makes one of them: who the others are, how much later it was."""

from __future__ import annotations

from whosays.parse import Parse, Token

DYING = frozenset({"die", "succumb", "dead"})
_SPANS = frozenset({"hour", "day", "week", "month", "year", "decade"})


def are_the_others(parse: Parse, clause: Token) -> bool:
    """ "Nine were killed | while ten others are abducted in a raid": those of the same raid."""
    others = any(c.lower == "others" for c in parse.children(clause.i, "nsubj:pass"))
    own = [c for c in parse.children(clause.head, "obl", "obl:agent") if c.i < clause.i]
    return others and not own


def does_its_own(parse: Parse, clause: Token) -> bool:
    """ "Orland bombed a port, | while Veldia struck a mill": somebody else did something else."""
    meanwhile = any(m.lower == "while" for m in parse.children(clause.i, "mark", "advmod"))
    doers = parse.children(clause.i, "nsubj")
    finite = clause.tag in {"VBD", "VBZ", "VBP"} and clause.lemma.lower() not in DYING
    return meanwhile and finite and bool(doers) and bool(parse.children(clause.i, "obj")) and doers[0].lower != "they"


def of_old_wounds(parse: Parse, clause: Token) -> bool:
    """ "Seized two men, | as two held before died of their wounds": others, of another deed."""
    causes = [c for c in parse.children(clause.i, "obl") if c.lemma.lower() in {"injury", "wound"}]
    return clause.lemma.lower() in DYING and bool(causes) and bool(parse.children(clause.i, "nsubj"))


def past_others(parse: Parse, clause: Token) -> Token:
    """ "Six are killed | while others escape | after jets strike two boats": the clause above that of the others."""
    others = any(c.lower == "others" and c.i < clause.i for c in parse.children(clause.i, "nsubj", "nsubj:pass"))
    while_ = any(m.lower == "while" for m in parse.children(clause.i, "mark", "advmod"))
    return parse.tokens[clause.head] if clause.dep == "advcl" and others and while_ else clause


def is_mutual(parse: Parse, noun: Token) -> bool:
    """ "Killed after two gangs shoot at | each other"."""
    return {noun.lower, *(c.lower for c in parse.children(noun.i))} >= {"each", "other"}


def some_time_after(parse: Parse, clause: Token) -> bool:
    """ "Struck the city | hours after the rebels fired a drone": that had been another deed."""
    after = [m.i for m in parse.children(clause.i, "mark") if m.lower == "after"]
    spans = [c for c in parse.children(clause.i, "obl:unmarked", "obl:npmod") if c.lemma.lower() in _SPANS]
    return any(c.i < after[0] for c in spans) if after else False


def is_contrast(parse: Parse, clause: Token) -> bool:
    """ "..., | while two gunmen were killed": what became of others."""
    marked = any(m.lower in {"while", "whereas"} for m in parse.children(clause.i, "mark", "advmod"))
    return marked and bool(parse.children(clause.i, "nsubj", "nsubj:pass"))
