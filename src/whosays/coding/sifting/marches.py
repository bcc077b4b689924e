"""Who marches and against whom, where words before the protest or its marchers tell it, or a noun of taking part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import NameLabel, Parse, Token

Parts = Mapping[int, Part]

_CROWDS = frozenset(
    "youth student worker farmer woman women teacher opposition union civilian doctor pensioner miner driver "
    "fisherman trucker nurse prisoner inmate villager activist monk clergy".split()
)
_HEADED = frozenset({"led", "organised", "organized", "driven", "run"})
_TAKING_PART = frozenset({"participation", "involvement", "role", "part", "presence", "appearance"})
_HYPHENS = frozenset({"-", "‑"})


def of_marches(
    parse: Parse, found: Found, parts: Parts, knowledge: tuple[Ontology, dict[int, NameLabel]]
) -> Iterator[Part]:
    """The parties of a protest that stand in compounds before it: a led crowd, and whom it is "anti-"."""
    if found.trigger.event != "PROTEST":
        return
    if not any(p.part == "actor" for p in parts.values()):
        yield from _whose(parse, found, knowledge[1])
        yield from _led_by(parse, found)
        yield from (Part(head, "actor", "person", "poss") for head in joined(parse, found))
    if not any(p.part == "recipient" for p in parts.values()):
        yield from _anti(parse, found, parts)


def _whose(parse: Parse, found: Found, labels: Mapping[int, NameLabel]) -> Iterator[Part]:
    """ "| Orla Women | protests were held", "| bakers' | protests": whose they are."""
    if found.trigger.pos != "verb":
        return
    for noun in (i for i in found.tokens if i != found.head and parse.tokens[i].is_noun):
        for owner in parse.children(noun, "compound", "nmod:poss"):
            sided = parse.tokens[owner.i - 1].text in _HYPHENS or _is_longer_name(parse, owner, noun)
            named = labels.get(owner.i) == "organisation" or owner.lemma.lower() in _CROWDS
            if named and not sided and owner.i not in found.tokens:
                yield Part(owner.i, "actor", "organisation", "compound")


def _is_longer_name(parse: Parse, owner: Token, noun: int) -> bool:
    """ "| Women | 's March protests": the name goes on behind it."""
    between = parse.tokens[owner.i + 1 : noun]
    return owner.dep == "nmod:poss" and any(t.tag.startswith("NNP") for t in between)


def _led_by(parse: Parse, found: Found) -> Iterator[Part]:
    """ "| Student | -led protests": they march."""
    if found.trigger.pos != "noun":
        return
    for word in parse.children(found.head, "amod"):
        if word.lower in _HEADED and parse.tokens[word.i - 1].text in _HYPHENS:
            told = parse.children(word.i, "compound", "amod", "nsubj", "obl", "obl:unmarked")
            yield from (Part(c.i, "actor", "person", "by") for c in told if c.lemma.lower() in _CROWDS)


def joined(parse: Parse, found: Found) -> tuple[int, ...]:
    """ "After | her | participation in a march": she marched."""
    noun = parse.tokens[found.head]
    joining = parse.tokens[noun.head]
    if noun.is_verb or noun.dep != "nmod" or joining.lemma.lower() not in _TAKING_PART:
        return ()
    if case_of(parse, noun.i) not in {"in", "at"}:
        return ()
    owners = parse.children(joining.i, "nmod:poss", "nmod")
    return tuple(o.i for o in owners if o.dep == "nmod:poss" or case_of(parse, o.i) == "of")


def _anti(parse: Parse, found: Found, parts: Parts) -> Iterator[Part]:
    """ "Anti- | Ruiz | protests", "anti- | Ruiz | marchers": against whom they march."""
    named = [found.head, *found.tokens, *(h for h, p in parts.items() if p.part == "actor")]
    named += [c.i for h in tuple(named) for c in parse.children(h, "compound")]
    named += [c.i for h in tuple(named) for c in parse.children(h, "nmod") if case_of(parse, c.i) == "of"]
    for noun in dict.fromkeys(named):
        for word in parse.children(noun, "amod", "compound"):
            after = parse.tokens[word.i + 1 : word.i + 3]
            hyphen = word.lower == "anti" and len(after) == 2 and after[0].text in _HYPHENS
            if hyphen and after[1].text[:1].isupper() and after[1].i not in parts:
                yield Part(after[1].i, "recipient", "organisation", "against")
