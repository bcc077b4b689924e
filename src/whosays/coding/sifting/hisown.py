"""What is asked for somebody whom the text has just told of: "Ruiz was jailed. The union called for her release"."""

from __future__ import annotations

from whosays.coding.words.triggers import Found
from whosays.parse import NameLabel, Parse

_DEEDS = frozenset({"release", "resign", "arrest", "deport"})
_ASKING = frozenset({"demand", "call", "urge", "press", "appeal", "plead", "campaign", "seek", "request"})


def is_truce_asked(parse: Parse, found: Found) -> bool:
    """ "Called for | a ceasefire | in the Kivus", "demanded | an immediate truce |": whoever are to hold their fire."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if (found.trigger.event, found.trigger.mode) != ("RETREAT", "ceasefire") or token.is_verb:
        return False
    sought = {"obj": _ASKING - {"call", "press"}, "obl": frozenset({"call", "appeal", "press", "plead"})}
    owned = any(c.lower not in {"a", "an"} for c in parse.children(token.i, "det", "nmod:poss"))
    asked = verb.is_verb and verb.lemma.lower() in sought.get(token.dep, ()) and token.i > verb.i
    return asked and not owned and (token.dep == "obj" or parse.case(token.i) == "for")


def is_his_own(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """Whether a noun tells what is asked for one whom only "his" or "her" names, and a person stands before.

    Or what went before what was done to him, on its day: "deported Ruiz following | her arrest | on May 3".
    """
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if _is_dated_arrest(parse, found):
        start = parse.sentences[parse.sentence(token.i)][0]
        return any(labels.get(i) == "person" for i in range(start, token.i))
    asked = verb.is_verb and verb.lemma.lower() in _ASKING and token.dep in {"obj", "obl"} and token.i > verb.i
    if found.trigger.mode not in _DEEDS or not asked or token.is_verb:
        return False
    if [c.lower for c in parse.children(token.i, "nmod:poss")] not in (["his"], ["her"]):
        return False
    start = parse.sentences[max(parse.sentence(token.i) - 1, 0)][0]
    return any(labels.get(i) == "person" for i in range(start, token.i))


def _is_dated_arrest(parse: Parse, found: Found) -> bool:
    """ "Following | his arrest | on May 3 in Orli", "after | her detention | yesterday": a day makes it news."""
    token = parse.tokens[found.head]
    if found.trigger.mode != "arrest" or not token.is_noun or parse.case(token.i) not in {"after", "following"}:
        return False
    if [c.lower for c in parse.children(token.i, "nmod:poss")] not in (["his"], ["her"]):
        return False
    days = {i for t in parse.times if t.kind == "date" for i in range(t.start, t.end)}
    return any(i in days for i in range(token.i + 1, min(token.i + _NEAR, len(parse.tokens))))


_NEAR = 4  # "her arrest | on May 3"
