"""Deeds of a state that it did by name: no other claims them where another deed fits as well."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.statements.drafts import Draft
from whosays.coding.statements.propositions import Occurrence
from whosays.parse import Parse

_ALIKE = 4  # letters that "India" and "Indian" share


def is_states(parse: Parse, draft: Draft, told: Occurrence) -> bool:
    """ "| Veldia | shelled the port. Rebels raided a farm. The Front claimed the raid": a state's, by name."""
    if draft.act != "claim" or told.event.type != "ASSAULT":
        return False
    states = {i for n in parse.names if n.kind == "state" for i in range(n.start, n.end)}
    telling = (told.head, *told.tokens, *_carriers(parse, told.head))
    doing = {c.i for i in telling for c in parse.children(i, "nsubj", "obl:agent")} & states
    claiming = {
        parse.tokens[i].lower[:_ALIKE] for c in parse.children(draft.cue_token, "nsubj") for i in parse.subtree(c.i)
    }
    return bool(doing) and not any(parse.tokens[i].lower[:_ALIKE] in claiming for i in doing)


def _carriers(parse: Parse, head: int) -> Iterator[int]:
    """ "| Launched | a series of strikes": the verbs that a noun for a deed is an object of."""
    token = parse.tokens[head]
    while token.is_noun and token.dep in {"obj", "nmod"}:
        token = parse.tokens[token.head]
    if token.is_verb:
        yield token.i
