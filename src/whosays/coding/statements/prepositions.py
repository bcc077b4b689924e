"""Content behind a preposition: "warned | of a flood", "accused them | of lying", "asked at noon | about the ships"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.statements.slots import Content, below, has_to, is_time
from whosays.parse import Parse, Token


def behind_preposition(parse: Parse, slot: str, i: int) -> Content | None:
    """What stands behind the preposition of a slot (``to-noun``: "to" that opens no infinitive)."""
    word = "to" if slot == "to-noun" else slot
    for child, opener in _prepositional(parse, i):
        if parse.tokens[opener].lower == word and not is_time(parse, child):
            if slot == "as" and parse.children(child, "nsubj", "nsubj:pass"):
                continue  # "has seen a rise | as jets bombed the hills": when, not what it is seen as
            if slot == "to-noun" and has_to(parse, parse.tokens[child]) and parse.tokens[child].tag != "VBG":
                continue  # but "confessed | to planting | it"
            found = below(parse, child, slot, opener)
            return _with_infinitive(parse, i, found) if slot == "for" else found
    return None


def _with_infinitive(parse: Parse, verb: int, content: Content) -> Content:
    """ "Called for | the rebels | to leave the town": what they are to do is part of it, wherever it hangs."""
    last = max(content.tokens)
    for child in parse.children(verb, "advcl", "xcomp", "ccomp", "acl"):  # "acl": of "calls for Ruiz | to go"
        below = parse.subtree(child.i)
        if has_to(parse, child) and min(below) == last + 1:
            return msgspec.structs.replace(content, tokens=content.tokens | frozenset(below))
    return content


def _prepositional(parse: Parse, i: int) -> Iterator[tuple[int, int]]:
    for child in parse.children(i, "obl", "nmod", "advcl", "obl:agent", "xcomp", "ccomp", "acl", "obj"):
        if child.i < i:
            continue
        openers = [t for t in parse.children(child.i, "case", "mark") if t.i < child.i and t.tag in {"IN", "TO", "RP"}]
        likened = parse.tokens[min(parse.subtree(child.i))]
        if openers:
            yield child.i, openers[0].i
            yield from _about(parse, i, child)
        elif child.tag == "JJ" and likened.lower == "as" and child.i > likened.i > i:
            yield child.i, likened.i  # "sees her | as most likely to win": taken for an adverb
        if openers and is_time(parse, child.i):
            # "showed worry these two years about the raids": hung on the years by mistake.
            yield from _prepositional(parse, child.i)


def _about(parse: Parse, verb: int, noun: Token) -> Iterator[tuple[int, int]]:
    """ "Asked at a briefing | about the ships": hung on the briefing, but asked of the verb."""
    if not parse.tokens[verb].is_verb or noun.dep != "obl":
        return
    for child in parse.children(noun.i, "nmod"):
        for opener in parse.children(child.i, "case"):
            if opener.lower == "about":
                yield child.i, opener.i
