"""Wishes that put something to somebody: "Egypt wants Ethiopia to stop" is a demand, "wants to stop" a plan.

So is "insists that Ethiopia stop", where "insists that it has stopped" tells.
"""

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
    if cue.head == "insist" and content is not None and content.slot == "that" and _is_bidden(parse, content.head):
        return msgspec.structs.replace(cue, act="demand")
    if cue.head != "want" or content is None or content.slot != "object+to":
        return cue
    whom = next((c for c in parse.children(token.i, "obj") if c.i > token.i), None)
    told = whom is not None and kind_of_speaker(parse, nouns, whom.i) == "person"
    done = parse.tokens[content.head].lemma.lower() not in _FEELINGS and not parse.children(
        content.head, "cop", "aux:pass"
    )
    return msgspec.structs.replace(cue, act="demand", addressee="object") if told and done else cue


def _is_bidden(parse: Parse, i: int) -> bool:
    """ "Insisted that the mayor | resign |", "that she | be | tried": what is to be done, where "resigns" is told."""
    head = parse.tokens[i]
    helping = parse.children(i, "aux", "aux:pass", "cop")
    if helping:
        return [c.lower for c in helping] == ["be"]
    subjects = parse.children(i, "nsubj", "nsubj:pass")
    single = len(subjects) == 1 and subjects[0].tag in {"NN", "NNP", "PRP"} and subjects[0].lower not in _PLURAL
    single = single and not parse.children(subjects[0].i, "conj")
    return head.is_verb and single and head.tag in {"VB", "VBP"} and head.lower == head.lemma.lower()


_PLURAL = frozenset({"i", "we", "you", "they", "police"})
