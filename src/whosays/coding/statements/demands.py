"""Wishes that put something to somebody: "Egypt wants Ethiopia to stop" is a demand, "wants to stop" a plan."""

from __future__ import annotations

import msgspec

from whosays.coding.statements.slots import Content
from whosays.coding.statements.speakers import kind_of_speaker
from whosays.ontology.acts import Cue
from whosays.ontology.nouns import Nouns
from whosays.parse import Parse, Token

_FEELINGS = frozenset(
    {"be", "have", "know", "feel", "win", "lose", "remain", "stay", "see", "think", "believe", "become"}
)


def as_demand(parse: Parse, nouns: Nouns, cue: Cue, token: Token, content: Content | None) -> Cue:
    """The cue as one of a demand, where somebody is wanted to do something: not "wants the bill to pass"."""
    if cue.head != "want" or content is None or content.slot != "object+to":
        return cue
    whom = next((c for c in parse.children(token.i, "obj") if c.i > token.i), None)
    told = whom is not None and kind_of_speaker(parse, nouns, whom.i) == "person"
    done = parse.tokens[content.head].lemma.lower() not in _FEELINGS and not parse.children(
        content.head, "cop", "aux:pass"
    )
    return msgspec.structs.replace(cue, act="demand", addressee="object") if told and done else cue
