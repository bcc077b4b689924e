"""Who fights whom, where only the words around a noun of fighting tell: "clashes went on with", "under attack by"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.byphrases import Knowledge, Parts, Rule, Telling, has_part, told_by
from whosays.coding.mentions import case_of
from whosays.coding.parts import Part
from whosays.coding.triggers import Found
from whosays.parse import Parse, Token


def opponents(parse: Parse, found: Found, parts: Parts, knowledge: Knowledge) -> list[Part]:
    """The parties of fighting that no slot of its noun holds, each as what it takes part in it."""
    if found.trigger.event != "ASSAULT" or found.trigger.pos != "noun":
        return []
    return told_by(_RULES, (parse, found, parts, knowledge))


_GOING_ON = frozenset("erupt break continue resume rage begin ensue intensify escalate persist go carry drag".split())


def _with_further_on(telling: Telling) -> Iterator[int]:
    """ "Clashes continued | with the rebels |": whoever they are with is a side of them."""
    parse, found, _, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    if not found.trigger.reciprocal or noun.dep != "nsubj" or verb.lemma.lower() not in _GOING_ON:
        return
    for foe in parse.children(verb.i, "obl"):
        if case_of(parse, foe.i) == "with" and foe.i > verb.i:
            yield foe.i


_CAUGHT = frozenset({"lock", "engage", "embroil"})


def _who_is_locked_in(telling: Telling) -> Iterator[int]:
    """ "| The army and the rebels | were locked in fierce fighting"."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    verb = parse.tokens[noun.head]
    caught = noun.dep == "obl" and case_of(parse, noun.i) == "in" and verb.lemma.lower() in _CAUGHT
    if found.trigger.reciprocal and caught and not has_part(parts, "actor"):
        yield from (c.i for c in parse.children(verb.i, "nsubj", "nsubj:pass"))


_BEING = frozenset({"remain", "come", "stay", "be"})


def _who_is_under_it(telling: Telling) -> Iterator[int]:
    """ "| The militias | are under assault from Orland", "met | leaders | under attack by the army"."""
    parse, found, parts, _ = telling
    noun = parse.tokens[found.head]
    if case_of(parse, noun.i) != "under" or has_part(parts, "recipient", "target"):
        return
    cases = [c.i for c in parse.children(noun.i, "case")]
    governor = parse.tokens[noun.head]
    if parse.children(noun.i, "cop"):
        yield from (c.i for c in parse.children(noun.i, "nsubj"))
    elif noun.dep == "nmod" and governor.is_noun and governor.i < noun.i:
        yield governor.i
    elif noun.dep == "obl" and governor.lemma.lower() in _BEING:
        yield from (c.i for c in parse.children(governor.i, "nsubj"))
    elif noun.dep == "obl":  # hung on the verb: "met leaders | under attack"
        yield from (c.i for c in parse.children(governor.i, "obj") if _ends_before(parse, c, min(cases)))


def _ends_before(parse: Parse, phrase: Token, word: int) -> bool:
    return max(parse.subtree(phrase.i)) + 1 == word


_RULES: tuple[Rule, ...] = (
    (_with_further_on, "with", "actor"),
    (_who_is_locked_in, "by", "actor"),
    (_who_is_under_it, "object", "recipient"),
)
