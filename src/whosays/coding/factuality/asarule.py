"""What a clause says of itself: not done yet, almost done, done as a rule, or left open."""

from __future__ import annotations

from whosays.coding.factuality.denying import is_open, is_unreal
from whosays.coding.factuality.governing import infinitive
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_REGULAR = frozenset({"daily", "weekly", "regular", "monthly", "yearly", "annual", "constant"})


_AGAIN = frozenset({"repeatedly"})


def usual(parse: Parse, verb: Token, wording: Wording) -> EventStatus | None:
    """ "Often shell the town": a habit; "stabbed her | repeatedly": one deed of many strokes."""
    beside = {c.lemma.lower() for c in parse.children(verb.i, "advmod", "obl:unmarked")}
    if beside & _AGAIN and verb.tag in {"VBD", "VBG"} and not parse.children(verb.i, "aux"):
        return "happened"
    return "habitual" if is_regular(parse, verb) or _is_rate(parse, verb) or beside & wording.status.habits else None


def is_wont(parse: Parse, verb: Token, wording: Wording) -> bool:
    """ "| Routinely | test missiles": a custom, by its own word and in the present."""
    beside = {c.lemma.lower() for c in parse.children(verb.i, "advmod") if c.i < verb.i} - _AGAIN
    return verb.tag in {"VBZ", "VBP"} and bool(beside & _WONT & wording.status.habits)


_WONT = frozenset({"routinely", "regularly", "often", "frequently", "usually", "typically", "periodically"})
_SPANS = frozenset({"day", "week", "month", "year", "hour", "night"})


def _is_rate(parse: Parse, verb: Token) -> bool:
    """ "Kills three women | a day"."""
    if verb.tag not in {"VBZ", "VBP"}:
        return False
    beside = [c for c in parse.children(verb.i, "obl:unmarked") if c.lemma.lower() in _SPANS and c.i > verb.i]
    return any(d.lower in {"a", "an", "each", "every"} for c in beside for d in parse.children(c.i, "det"))


def is_regular(parse: Parse, verb: Token) -> bool:
    """ "Are held | on a daily basis", "have marched | weekly", "weekly protests | have been held"."""
    held = {c.lower for c in parse.children(verb.i, "aux")} & {"has", "have"}
    subjects = parse.children(verb.i, "nsubj:pass", "nsubj")
    beside = [*parse.children(verb.i, "advmod"), *(a for s in subjects for a in parse.children(s.i, "amod"))]
    if held and any(c.lower in _REGULAR for c in beside):
        return True
    bases = [c for c in parse.children(verb.i, "obl") if c.lower == "basis"]
    return any(c.lower in _REGULAR for b in bases for c in parse.children(b.i, "amod"))


def not_yet(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Until the town is retaken", "a proposal that they | visit the town": not done at that time."""
    marks = {c.lower for c in parse.children(verb.i, "mark")}
    beside = {c.lower for c in parse.children(verb.i, "aux", "aux:pass")}
    if "until" in marks and verb.tag == "VBN" and beside & {"is", "are"}:
        return "hypothetical"
    proposed = "that" in marks and verb.tag == "VB" and verb.dep == "acl" and not beside
    above = parse.tokens[verb.head]
    if "before" in marks and verb.dep == "advcl" and beside & {"is", "are"} and not _is_told(parse, above):
        return "hypothetical"  # "it must be done before more children | are killed"
    unproven = verb.dep == "acl" and above.lemma.lower() in _SIGNS and _is_none(parse, above)
    short = above.lower == "short" or any(c.lower == "short" for c in parse.children(above.i, "advmod"))
    if verb.dep == "advcl" and verb.tag == "VBG" and short and "of" in marks:
        return "negated"  # "stopped short of | imposing sanctions"
    return "hypothetical" if proposed or unproven else None


def _is_told(parse: Parse, verb: Token) -> bool:
    """Whether a clause tells of what was done: no modal, no infinitive."""
    bare = verb.tag == "VB" or infinitive(parse, verb)
    return not bare and not any(c.tag == "MD" for c in parse.children(verb.i, "aux"))


_SIGNS = frozenset({"evidence", "proof", "sign", "indication", "suggestion", "confirmation"})


def _is_none(parse: Parse, noun: Token) -> bool:
    """ "There is no evidence | that they bombed it"."""
    return any(c.lower in {"no", "little"} for c in parse.children(noun.i, "det", "amod"))


def is_left_open(parse: Parse, verb: Token) -> bool:
    """Whether a denial denies nothing: "may not come", "to ensure that they do not attack", "would not, if he left"."""
    return is_open(parse, verb) or _is_ensured(parse, verb) or is_unreal(parse, verb)


_ENSURING = frozenset({"ensure", "guarantee", "sure", "assure"})


def _is_ensured(parse: Parse, verb: Token) -> bool:
    """ "To ensure that Orland | does not attack": whether it will is open."""
    now = verb.tag == "VB" and any(c.lower in {"does", "do", "can"} for c in parse.children(verb.i, "aux"))
    return verb.dep == "ccomp" and now and parse.tokens[verb.head].lemma.lower() in _ENSURING


def almost(parse: Parse, verb: Token) -> EventStatus | None:
    """ "Nearly killed him", "nearly succeeded | in killing him"."""
    tries = [verb] if verb.head == verb.i else [verb, parse.tokens[verb.head]]
    close = tries[1:] and tries[1].lemma.lower() in {"succeed", "manage"}
    near = (c.lower in {"nearly", "almost"} and c.i + 1 == t.i
            for t in (tries if close else tries[:1]) for c in parse.children(t.i, "advmod"))  # fmt: skip
    return "attempted" if any(near) else None
