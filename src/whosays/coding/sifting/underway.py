"""Deeds told by where and when they are, though nobody says whose: "talks are under way", "a curfew was declared"."""

from __future__ import annotations

from whosays.coding.words.carrying import measures
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
from whosays.parse import NameLabel, Parse, Token

_TALKS = frozenset({"talk", "negotiation"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ANEW = frozenset({"next", "new", "latest", "first", "second", "third", "fourth", "fifth", "final", "last"})
# "Salary talks", "takeover talks": nobody speaks for a state or a force.
_OF_BUSINESS = frozenset(
    "merger takeover salary pay wage contract transfer sale acquisition buyout takeovers sponsorship insurance "
    "shareholder creditor union management".split()
)


_DECREEING = frozenset(
    {"declare", "impose", "proclaim", "order", "announce", "extend", "reimpose", "enforce", "decree"}
)
_DECREED = frozenset({"curfew", "martial-law"})
_HAZARDS = frozenset(
    "flood flooding storm hurricane cyclone typhoon tornado wildfire fire blaze bushfire earthquake quake drought heat "
    "heatwave outbreak epidemic pandemic health disease cholera snow blizzard volcano eruption landslide water".split()
)


def is_under_way(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """Whether a noun of talks is told to be held at a place or time, though nobody says between whom.

    "The talks" point back to what was told before; "the next round of talks" does not.
    """
    token = next((parse.tokens[i] for i in found.tokens if parse.tokens[i].lemma.lower() in _TALKS), None)
    if token is None or found.trigger.event != "CONSULT":
        return False
    top = parse.tokens[[token.i, *measures(parse, token)][-1]]
    described = {c.lower for t in (token, top) for c in parse.children(t.i, "amod", "compound")}
    if described & _OF_BUSINESS:
        return False
    if any(c.lower in _DEFINITE for c in parse.children(top.i, "det")) and not described & _ANEW:
        return False
    clause = _clause(parse, found, top)
    if clause is None:
        return False
    below = parse.subtree(clause.i)
    if any(parse.tokens[i].lower in _OF_BUSINESS for i in below):
        return False
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    return any(labels.get(i) == "place" or i in times for i in below)


def is_decreed(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """ "A state of emergency was declared | in the north": whoever declared it, where it holds is told."""
    if found.trigger.event != "COERCE" or found.trigger.mode not in _DECREED:
        return False
    token = parse.tokens[found.head]
    while token.is_noun and token.head in found.tokens and token.head != token.i:
        token = parse.tokens[token.head]
    verb = token if token.is_verb else parse.tokens[token.head]
    if not verb.is_verb or verb.lemma.lower() not in _DECREEING or not is_passive(parse, verb.i):
        return False
    if verb.dep in {"acl", "acl:relcl"} or parse.children(verb.i, "xcomp"):
        return False
    below = parse.subtree(verb.i)
    if any(parse.tokens[i].lemma.lower() in _HAZARDS for i in below):
        return False
    return any(labels.get(i) == "place" for i in below)


def is_concluded(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """ "The treaty | was signed | in Orli on Friday": by whom was told before, where or when is told here."""
    verb = parse.tokens[found.head]
    if (found.trigger.event, found.trigger.words[0]) not in _CONCLUDING or not verb.is_verb:
        return False
    if not is_passive(parse, verb.i) or verb.dep not in {"root", "ccomp", "conj", "parataxis"}:
        return False
    below = [i for i in parse.subtree(verb.i) if i > verb.i]
    years = {i for i in below if parse.tokens[i].tag == "CD" and len(parse.tokens[i].text) == _YEAR}
    times = {i for t in parse.times if t.kind in {"date", "time"} for i in range(t.start, t.end)}
    return any(labels.get(i) == "place" for i in below) or (not years and bool(times & set(below)))


_YEAR = 4  # figures: "was signed in 1972" is history
_CONCLUDING = frozenset({("SUPPORT", "sign"), ("SUPPORT", "initial"), ("SUPPORT", "ratify")})


def _clause(parse: Parse, found: Found, top: Token) -> Token | None:
    """What says that the talks are held: "are | under way |", "will be | held |", "resumed"."""
    above = parse.tokens[top.head]
    if above.i in found.tokens and above.is_verb:  # "talks | were held | in Orli"
        return above if is_passive(parse, above.i) and above.dep not in {"acl", "acl:relcl"} else None
    if found.carrier is not None and found.light is not None:
        verb = parse.tokens[found.carrier]
        held = found.light.event == "subject" or (found.light.event == "object" and is_passive(parse, verb.i))
        if not held or verb.dep in {"acl", "acl:relcl"}:
            return None
        while verb.dep == "xcomp" and parse.tokens[verb.head].is_verb:
            verb = parse.tokens[verb.head]
        return verb
    due = above.lower == "due" and any(c.tag == "VB" for c in parse.children(above.i, "advcl", "xcomp"))
    if not top.dep.startswith("nsubj") or not (due or above.lower in {"way", "underway"}):
        return None
    return above if above.lower != "way" or case_of(parse, above.i) == "under" else None


_OWNING_UP = frozenset({"confirm", "complete", "acknowledge", "admit"})


def is_owned_up_to(parse: Parse, found: Found, labels: dict[int, NameLabel]) -> bool:
    """ "The army confirms | its withdrawal from Kest |": who says so of his own deed has done it."""
    token = parse.tokens[found.head]
    verb = parse.tokens[token.head]
    if found.trigger.event != "RETREAT" or token.dep != "obj" or verb.lemma.lower() not in _OWNING_UP:
        return False
    own = any(c.tag == "PRP$" for c in parse.children(token.i, "nmod:poss"))
    subjects = parse.children(verb.i, "nsubj")
    return own and any(labels.get(i) is not None for c in subjects for i in parse.subtree(c.i))
