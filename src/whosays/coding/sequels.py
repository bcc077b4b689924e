"""Ties between a deed and the clause that goes on from it: the means, what it left behind, the meeting it was for."""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.mentions import case_of
from whosays.coding.triggers import Found
from whosays.parse import Parse


def _uses(parse: Parse, deed: Found, means: Found) -> bool:
    """ "Gassed the village, | using chemical weapons": by what means it was done."""
    token = parse.tokens[means.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    by_means = token.dep == "advcl" and token.tag == "VBG" and token.lemma.lower() in {"use", "employ", "deploy"}
    return by_means and token.head == anchor and deed.trigger.event == means.trigger.event


def _gathers_for(parse: Parse, deed: Found, meeting: Found) -> bool:
    """ "Leaders gather in Lyon | for a summit": one meeting."""
    token = parse.tokens[meeting.head]
    if not deed.trigger.event == meeting.trigger.event == "CONSULT" or not parse.tokens[deed.head].is_verb:
        return False
    return token.is_noun and token.head == deed.head and case_of(parse, token.i) in {"for", "at"}


def _leaves(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Two bombings took place, | leaving one officer injured", "rose to 53, | with 98 injured"."""
    token = parse.tokens[effect.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    verb = parse.tokens[token.head]
    if effect.trigger.effect is None or not verb.is_verb:
        return False
    if token.dep == "xcomp" and verb.lemma.lower() == "leave":
        after = (verb.dep == "advcl" and verb.tag == "VBG") or verb.dep == "conj"
        return after and verb.head == anchor and not parse.children(verb.i, "nsubj")
    beside = token.dep == "advcl" and any(m.lower == "with" for m in parse.children(token.i, "mark"))
    told = {i for c in parse.children(verb.i, "nsubj") for i in (c.i, *(k.i for k in parse.children(c.i, "nmod")))}
    return beside and deed.head in told


def _that_killed(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "Mourns after the strike on the town, | that killed twenty": hung on the verb, told of the strike."""
    token, noun = parse.tokens[effect.head], parse.tokens[deed.head]
    if token.dep != "advcl:relcl" or effect.trigger.effect is None or noun.is_verb or not noun.i < token.i:
        return False
    told = any(c.lower in {"that", "which"} for c in parse.children(token.i, "nsubj"))
    return told and noun.dep in {"obl", "obj", "nmod"} and noun.head == token.head


_STATE = frozenset({"COERCE", "SANCTION", "ACCUSE", "REJECT", "CONCEDE", "RETREAT"})


def _spelled_out(parse: Parse, deed: Found, again: Found) -> bool:
    """ "Carried out a swap, | exchanging ninety men each": the same measure, with what it came to."""
    token = parse.tokens[again.head]
    anchor = deed.carrier if deed.carrier is not None else deed.head
    being = token.tag == "VBN" and any(c.lower == "being" for c in parse.children(token.i, "aux:pass"))
    if token.dep != "advcl" or not (token.tag == "VBG" or being) or token.head != anchor:
        return False
    if deed.trigger.event not in _STATE:
        return False
    same = (deed.trigger.event, deed.trigger.mode) == (again.trigger.event, again.trigger.mode)
    marks = {m.lower for m in parse.children(token.i, "mark", "nsubj", "advmod")}
    judged = deed.trigger.mode == "convict" and marks <= {"after"}  # "jails three men | after finding them guilty"
    return same and again.carrier is None and (not marks or judged)


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (
    _uses,
    _leaves,
    _gathers_for,
    _that_killed,
    _spelled_out,
)
