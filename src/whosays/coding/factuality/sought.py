"""What is sought and perhaps not reached: a release to be secured, a goal fallen short of, "or face a vote".

Clause rules see the deed's verb and the word above it, noun rules the deed's noun; each gives a status, or None where
it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from whosays.coding.words.mentions import case_of
from whosays.ontology.wording import Wording
from whosays.parse import Parse, Token
from whosays.records import EventStatus

_AIMS = frozenset({"goal", "aim", "objective", "target", "task", "mission", "ambition", "plan", "attempt", "effort"})
_DRAFTS = frozenset(
    """plan proposal bill draft idea initiative talk legislation negotiation meeting summit conference dialogue
    discussion agreement accord deal pact treaty effort mission project programme program""".split()
)
_FAILING = frozenset({"fail", "fall", "miss", "falter"})
_TAKING = frozenset({"take", "require", "need", "cost", "mean", "send", "amount", "constitute", "violate", "undermine"})
_FACING = frozenset({"face", "risk", "suffer"})
_SECURING = frozenset({"secure", "obtain", "win", "gain", "achieve", "negotiate", "arrange", "ensure"})


def _judged_beforehand(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "| Killing the hostages | would be a grave error", "defeating them will take years": not done yet."""
    modal = any(c.lower in {"will", "would", "could", "might", "'ll", "’ll"} for c in parse.children(above.i, "aux"))
    if holder.tag != "VBG" or holder.dep != "csubj" or not modal:
        return None
    judged = bool(parse.children(above.i, "cop")) or above.lemma.lower() in _TAKING
    return "hypothetical" if judged else None


def _fallen_short(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "Fell short of its goal of | freeing them |", "failed in its aim of stopping the raids": it did not."""
    if holder.tag != "VBG" or holder.dep != "acl" or above.lemma.lower() not in _AIMS:
        return None
    verb = next((a for a in parse.ancestors(above.i) if a.is_verb), None)
    if verb is None or verb.lemma.lower() not in _FAILING:
        return None
    short = any(c.lower == "short" for c in parse.children(verb.i)) or verb.lemma.lower() in {"fail", "miss"}
    return "negated" if short and case_of(parse, above.i) in {"of", "in", "with"} else None


def _aimed_at(parse: Parse, holder: Token, above: Token, _wording: Wording) -> EventStatus | None:
    """ "A plan aimed at | restricting access |", "talks aimed at it": what it is for; an operation may have done it."""
    if above.lower != "aimed" or above.dep not in {"acl", "advcl"} or holder.tag != "VBG":
        return None
    at = any(c.lower == "at" for c in parse.children(holder.i, "mark", "case"))
    around = (parse.tokens[above.head], *parse.children(above.head, "obj", "obl"))
    return "hypothetical" if at and any(t.lemma.lower() in _DRAFTS for t in around if t.i < above.i) else None


def _or_else(parse: Parse, noun: Token) -> EventStatus | None:
    """ "Must resign or face | a no-confidence vote |": what comes if he does not."""
    verb = parse.tokens[noun.head]
    if noun.dep != "obj" or verb.lemma.lower() not in _FACING or verb.dep != "conj":
        return None
    return "threatened" if any(c.lower == "or" for c in parse.children(verb.i, "cc")) else None


def is_secured(parse: Parse, noun: Token) -> bool:
    """ "Without securing | the release of two men |": as done as the verb that brings it about."""
    verb = parse.tokens[noun.head]
    return noun.dep == "obj" and verb.lemma.lower() in _SECURING and verb.is_verb


CLAUSES: tuple[Callable[[Parse, Token, Token, Wording], EventStatus | None], ...] = (
    _judged_beforehand,
    _fallen_short,
    _aimed_at,
)
NOUNS: tuple[Callable[[Parse, Token], EventStatus | None], ...] = (_or_else,)
