"""Whose a deed is that a noun tells of: who had it made, was helped to make it, or is described as its doer."""

from __future__ import annotations

from whosays.coding.parties.basis import judging
from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import own_subject
from whosays.parse import Parse

_ORDERING = frozenset({"approve", "authorise", "authorize", "order", "greenlight"})
_ASSISTING = frozenset({"assist", "help", "aid", "support", "back"})


def ordering(parse: Parse, found: Found) -> tuple[int, ...]:
    """The heads of whoever does, or has done, what the noun of an attack tells of; none where no such verb is above.

    "| The premier | approved strikes on Kest", "aided | Veldia | in the kidnapping of a poet".
    """
    token = parse.tokens[found.head]
    if found.trigger.event != "ASSAULT" or found.carrier is not None:
        return ()
    while token.dep == "nmod" and parse.tokens[token.head].lemma.lower() in {"series", "wave", "string", "round"}:
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    if token.dep == "obj" and verb.lemma.lower() in _ORDERING:
        return slots_of(parse, verb.i).get("subject", ())
    if token.dep == "obl" and case_of(parse, token.i) == "in" and verb.lemma.lower() in _ASSISTING:
        return slots_of(parse, verb.i).get("object", ())
    if token.dep == "obl" and case_of(parse, token.i) == "in" and verb.lower == "involved":
        around = slots_of(parse, verb.i)  # "the group, | which was involved in the murder of"
        told = around.get("object", ()) or around.get("subject", ())
        return tuple(h for h in told if not any(c.lower == "no" for c in parse.children(h, "det")))  # "no cook | was"
    return ()


_ANSWERING = frozenset(
    {
        "suspect",
        "gunman",
        "attacker",
        "shooter",
        "bomber",
        "assailant",
        "perpetrator",
        "mastermind",
        "culprit",
        "ringleader",
    }
)
_SEARCHES = frozenset({"raid", "operation", "sweep", "search", "crackdown", "swoop"})
_DONE = frozenset({"perpetrate", "commit", "carry", "conduct", "stage", "launch", "mount", "claim"})


_FEW = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "both"})


def are_many(parse: Parse, heads: tuple[int, ...]) -> bool:
    """Whether those held are more than a handful."""
    counts = [c for h in heads for c in parse.children(h, "nummod") if c.tag == "CD"]
    return any(c.lower not in _FEW for c in counts)


def doers_of(parse: Parse, found: Found) -> tuple[int, ...]:
    """ "An attack | perpetrated by the militia | hits a hospital": who did it stands in the words that describe it."""
    if found.trigger.pos != "noun":
        return ()
    verb = judging(parse, found)
    if verb is not None:
        if verb.lemma.lower() in {"arrest", "detain"} and are_many(parse, slots_of(parse, verb.i).get("object", ())):
            return ()  # "thirteen bakers are held over one killing": not all of them killed
        return slots_of(parse, verb.i).get("object", ())
    above = parse.tokens[parse.tokens[found.head].head]
    if (
        parse.tokens[found.head].dep == "nmod"
        and above.lemma.lower() in _ANSWERING
        and parse.tokens[found.head].lemma.lower() not in _SEARCHES  # "arrest nine suspects | in a raid"
        and found.trigger.event == "ASSAULT"
    ):
        whom = own_subject(parse, above.i) if parse.children(above.i, "cop") else None
        whom = whom if whom is not None and parse.tokens[whom].is_noun else None  # "he is a suspect": nobody is surer
        return (above.i if whom is None else whom,)  # "the suspect | in the killing", "| two men | are suspects in it"
    named = parse.named("organisation", "person", "nationality")
    caused = [c for c in parse.children(found.head, "acl") if c.lower == "caused"]  # but "caused by a gas leak"
    caused = [a for c in caused for a in parse.children(c.i, "obl:agent") if a.i in named]
    if caused:
        return tuple(a.i for a in caused)
    if "by" not in found.slots:  # "in bombings | and shootings by the militia"
        joined = [
            a.i for c in parse.children(found.head, "conj") for a in parse.children(c.i, "nmod", "obl", "obl:agent")
        ]
        by = tuple(i for i in joined if case_of(parse, i) == "by" and i in named)
        if by and found.trigger.event == "ASSAULT":
            return by
    below = [found.head, *(h for s in ("of", "on", "against") for h in found.slots.get(s, ()))]
    clauses = [c for h in below for c in parse.children(h, "acl") if c.tag == "VBN" and c.lemma.lower() in _DONE]
    clauses = [c for c in clauses if not parse.children(c.i, "xcomp")]  # "papers on the attack | made public by Orland"
    return tuple(a.i for c in clauses for a in parse.children(c.i, "obl:agent"))
