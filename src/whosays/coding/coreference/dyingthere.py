"""Who died where a deed was done: "exploded in the garage, | in which two clerks lost their lives |".

Dying alone is no deed; in a clause on the place or beside the deed it is what the deed did.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import EFFECT, Found
from whosays.parse import Parse, Token

_MODES = frozenset({"explosives", "firearms", "heavy-weapons", "aerial", "drone", "suicide-attack", "destroy"})
_EARLIER = frozenset({"had", "once", "previously", "earlier", "later", "ago"})


def _died_there(parse: Parse, deed: Found, effect: Found) -> bool:
    """ "A bomb went off in a garage, | where two clerks died |", ", | in which three lost their lives |"."""
    clause, verb = parse.tokens[effect.head], parse.tokens[deed.head]
    if not _is_dying(effect) or deed.trigger.mode not in _MODES or not verb.is_verb or not verb.i < clause.i:
        return False
    told = {parse.tokens[i].lower for i in parse.subtree(clause.i)}
    if told & _EARLIER or not parse.children(clause.i, "nsubj"):
        return False
    if clause.dep == "conj" and clause.head == verb.i:  # "a bomb went off, | and two clerks lost their lives |"
        return True
    first = min(i for i in parse.subtree(clause.i) if parse.tokens[i].dep != "punct")
    beside = parse.tokens[first - 1].text == ","  # not "near the house | where the poet died"
    there = beside and clause.dep in {"acl:relcl", "advcl", "advcl:relcl"} and _is_there(parse, clause)
    near = {verb.i, *(c.i for c in parse.children(verb.i, "obl", "obj", "nsubj:pass"))}
    return there and clause.head in near


def _is_dying(effect: Found) -> bool:
    return effect.trigger.event == EFFECT and effect.trigger.effect == "killed" and effect.trigger.pos == "verb"


def _is_there(parse: Parse, clause: Token) -> bool:
    """ "| Where | they died", "| in which | they died", "| as a result of which |"."""
    if any(c.lower == "where" for c in parse.children(clause.i, "advmod", "mark")):
        return True
    which = [c for c in parse.children(clause.i, "obl") if c.i < clause.i]
    which += [k for c in which for k in parse.children(c.i, "nmod")]
    return any(c.lower == "which" and case_of(parse, c.i) in {"in", "of", "during"} for c in which)


RULES: tuple[Callable[[Parse, Found, Found], bool], ...] = (_died_there,)
