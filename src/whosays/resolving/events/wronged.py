"""Those whom a deed was done to, in two tellings: whether the one noun, pronoun or name takes up the other."""

from __future__ import annotations

import re

from whosays.parse import Parse, Token
from whosays.resolving.events.newness import DEFINITE, articles
from whosays.resolving.events.retelling import of_one_kind
from whosays.resolving.events.tellings import Telling, counted

_TAKEN = frozenset({"abduct", "arrest", "release", "allege", "convict", "expel", "deport"})
SO_CALLED = frozenset(
    """suspect man woman defendant hostage captive detainee prisoner victim accused youth boy girl pair trio group
    teenager convict inmate individual""".split()
)
_HE = frozenset({"he", "she", "him", "her"})
_THEY = frozenset({"they", "them"})
_NATION = re.compile(r"\b[A-Z]{3}\b")


def are_those(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """Whether the one noun or pronoun of the later telling takes up the one noun of the earlier."""
    one, two = whom_of(parse, earlier), whom_of(parse, later)
    if two is not None and once_only(later.event.type, later.event.mode) and are_the_same(parse, earlier, two):
        return True
    if one is None or two is None or not once_only(later.event.type, later.event.mode):
        return False
    plural = [_is_plural(parse, earlier, one), two.tag.endswith("S") or two.lower in _THEY]
    if two.tag == "PRP":
        known = not later.recipients or bool(earlier.recipients & later.recipients)
        return known and two.lower in (_THEY if plural[0] else _HE)
    if two.tag == "NNP" and not articles(parse, two):  # a name
        return is_name_of(parse, earlier, two, later)
    if plural[0] != plural[1] or not articles(parse, two) & DEFINITE or _is_picked_out(parse, two):
        return False
    count = [[c.lower for c in parse.children(n.i, "nummod")] for n in (one, two)]
    if count[1] and count[1] != count[0] and count[1] != _numeral(parse, earlier):
        return False
    same = one.lemma.lower() == two.lemma.lower()
    nations = [set(_NATION.findall(" ".join(t.recipients))) for t in (earlier, later)]
    if two.tag.startswith("NNP"):
        return bool(nations[0] & nations[1])  # "two Dutch sailors ... the Dutchmen"
    if any(c.dep in {"amod", "compound"} for c in parse.children(two.i)) and not same and not count[1]:
        return False
    kind = of_one_kind((frozenset(), frozenset({one.lemma.lower()})), (frozenset(), frozenset({two.lemma.lower()})))
    return same or kind or two.lemma.lower() in SO_CALLED


def _is_picked_out(parse: Parse, noun: Token) -> bool:
    """ "The man | who fled |": another, perhaps; "the man, | who is 40, |" only tells more of him."""
    told = parse.children(noun.i, "acl", "acl:relcl")
    return any(c.dep == "acl" or parse.tokens[noun.i + 1].text != "," for c in told)


def are_the_same(parse: Parse, earlier: Telling, noun: Token) -> bool:
    """ "| The rebels | were killed", after fifteen rebels: the very noun, with nothing that tells them apart."""
    if not noun.is_noun or noun.tag.startswith("NNP") or noun.lemma.lower() not in earlier.suffering:
        return False
    number = {c.lower for c in parse.children(noun.i, "nummod")}
    told = whom_of(parse, earlier)
    if number and told is not None and number == {c.lower for c in parse.children(told.i, "nummod")} - {"one"}:
        return articles(parse, noun) == {"the"} and told.lemma.lower() == noun.lemma.lower()
    return articles(parse, noun) == {"the"} and not parse.children(
        noun.i, "amod", "compound", "nummod", "conj", "acl", "acl:relcl", "nmod:poss"
    )


def whom_of(parse: Parse, telling: Telling) -> Token | None:
    """The one noun or pronoun that a verb is done to, or with several the first; of "two of the guards" the guards."""
    verb = word_of(parse, telling)
    told = _done_to(parse, verb, telling)
    if not told and verb.dep in {"obl", "nsubj", "nmod", "advcl"} and parse.tokens[verb.head].is_verb:
        told = _done_to(parse, parse.tokens[verb.head], telling)
    if not told and verb.is_verb:  # "fired at a barn, | killing the boy"
        told = tuple(t for c in parse.children(verb.i, "advcl", "conj") for t in _done_to(parse, c, telling))
    if not told and not verb.is_verb:  # "issued a death sentence | to an official |"
        told = tuple(parse.tokens[i] for i in range(*parse.tokens_of(telling.event.evidence[0])))
        told = tuple(t for t in told if t.is_noun and t.lemma.lower() in telling.suffering and t.dep == "obl")
    return told[0] if len(told) == 1 else None


def word_of(parse: Parse, telling: Telling) -> Token:
    """The deed's word; of a phrase around a verb the verb: "| sentenced | him to death"."""
    head = parse.tokens[telling.head]
    inside = (parse.tokens[i] for i in range(*parse.tokens_of(telling.event.trigger)))
    return head if head.is_verb else next((t for t in inside if t.is_verb and t.i < head.i), head)


def _done_to(parse: Parse, verb: Token, telling: Telling) -> tuple[Token, ...]:
    """ "Two guards were killed in an | ambush", "the men | who were freed": who suffers, as the telling calls them."""
    deps = ("obj", "nsubj:pass", "nsubj") if verb.lemma.lower() == "die" else ("obj", "nsubj:pass")
    told = parse.children(verb.i, *deps) if verb.is_verb else ()
    if verb.dep == "acl:relcl":
        told = tuple(parse.tokens[verb.head] if c.lower in {"who", "whom", "that"} else c for c in told)
    whole = (parse.tokens[counted(parse, c.i)] for c in told if c.i != telling.head)
    return tuple(c for c in whole if c.lemma.lower() in telling.suffering)


def _numeral(parse: Parse, telling: Telling) -> list[str]:
    """ "| Two | of the guards": the number stands above those whom it counts."""
    told = whom_of(parse, telling)
    above = parse.tokens[told.head] if told is not None else None
    return [above.lower] if above is not None and above.tag == "CD" else []


def _is_plural(parse: Parse, telling: Telling, noun: Token) -> bool:
    numeral = [*_numeral(parse, telling), *(c.lower for c in parse.children(noun.i, "nummod"))]
    return noun.tag.endswith("S") and numeral != ["one"]


def is_name_of(parse: Parse, earlier: Telling, name: Token, later: Telling) -> bool:
    """ "Has arrested a suspected militant. Omar Said was held along with six others.": now his name is told."""
    told = whom_of(parse, earlier)
    near = later.sentence - earlier.sentence == 1 and not earlier.named_recipients
    if not near or told is None or told.tag != "NN" or parse.children(told.i, "conj", "nmod:poss", "nummod"):
        return False
    person = any(n.label == "person" and n.start <= name.i < n.end for n in parse.names)
    return bool(articles(parse, told) & {"a", "an", "the"}) and person and not parse.children(name.i, "conj")


def are_named(parse: Parse, earlier: Telling, later: Telling) -> bool:
    """ "Has arrested two brothers. Ivo and Jan Holub were seized west of Orli.": as many names as were told of."""
    told, name = whom_of(parse, earlier), whom_of(parse, later)
    near = later.sentence - earlier.sentence == 1 and not earlier.named_recipients
    if not near or told is None or name is None or not parse.children(told.i, "nummod") or told.tag != "NNS":
        return False
    numbers = {t.count.low for t in earlier.event.tolls if t.count.low == t.count.high}
    named = [name, *parse.children(name.i, "conj")]
    people = {n.start for n in parse.names if n.label == "person" for t in named if n.start <= t.i < n.end}
    return len(people) == len(named) and numbers == {len(named)}


def once_only(event: str, mode: str | None) -> bool:
    """What befalls somebody once: he is killed, taken, charged, freed."""
    return mode in _TAKEN or (event == "ASSAULT" and mode not in {"beat", "torture", "sexual"})
