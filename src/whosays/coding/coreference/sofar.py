"""What a sentence adds to a deed that is told: how it ranks among all so far, and that a shot hit its mark."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_YET = frozenset({"yet", "ever"})
_NEAR = 3  # sentences
_ARMS = frozenset({"missile", "rocket", "weapon", "projectile", "warhead", "torpedo", "interceptor"})


def only_adding(parse: Parse, found: Sequence[Found]) -> set[int]:
    """The heads of those triggers that only say more of a deed told before."""
    return {f.head for f in found if _ranks(parse, f, found) or _hits_its_mark(parse, f, found)}


def _before(parse: Parse, one: Found, found: Sequence[Found]) -> list[Found]:
    here = parse.sentence(one.head)
    return [f for f in found if f.head < one.head and here - parse.sentence(f.head) <= _NEAR]


def _ranks(parse: Parse, one: Found, found: Sequence[Found]) -> bool:
    """ "Orland launched a rocket, the largest it has | yet tested |": the one that was told of."""
    verb = parse.tokens[one.head]
    if not verb.is_verb or not _so_far(parse, verb):
        return False
    fronted = next((c for c in parse.children(verb.i, "obj") if c.i < verb.i), None)  # a tree may hang it there
    noun = parse.tokens[verb.head] if verb.dep == "acl:relcl" else fronted
    if noun is None:
        return False
    most = any(c.tag in {"JJS", "RBS"} or c.lower in {"first", "most"} for c in parse.children(noun.i, "amod"))
    most = most or any(parse.tokens[i].tag in {"JJS", "RBS"} for i in parse.subtree(noun.i) if i < noun.i)
    return most and any(f.trigger.event == one.trigger.event for f in _before(parse, one, found))


def _so_far(parse: Parse, verb: Token) -> bool:
    beside = {c.lower for c in parse.children(verb.i, "advmod")}
    return bool(beside & _YET) or ("far" in beside and parse.behind(verb.i).lower == "so")


def _hits_its_mark(parse: Parse, one: Found, found: Sequence[Found]) -> bool:
    """ "Orland tested a missile. Officials say it | hit | its target": a test that went well."""
    if one.trigger.event != "ASSAULT" or one.trigger.words[0] not in {"hit", "strike"}:
        return False
    marks = [parse.tokens[h] for h in one.slots.get("object", ()) if parse.tokens[h].lemma.lower() == "target"]
    own = any(c.lower in {"its", "their"} for m in marks for c in parse.children(m.i, "nmod:poss"))
    shot = [parse.tokens[h].lemma.lower() for h in one.slots.get("subject", ())]
    if not own or not all(word in _ARMS | {"it", "they"} for word in shot):
        return False
    return any((f.trigger.event, f.trigger.mode) == ("MOBILIZE", "weapons") for f in _before(parse, one, found))
