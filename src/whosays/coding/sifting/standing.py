"""What stands, and is no deed of the day: measures in force, people described, totals, names of books and days."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_PRONOUNS = frozenset({"what", "he", "she", "it", "they", "this", "that", "these", "those"})
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")  # "was the 31st baker killed there"
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "next"})


def is_standing(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of a deed only says how things stand, or repeats what was told."""
    return any(rule(parse, found, parts) for rule in _RULES)


def _is_rank(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "She is the first judge | to be jailed", "it would be the deadliest | attack": told before, ranked here."""
    token = parse.tokens[found.head]
    noun = parse.tokens[token.head] if token.is_verb and token.dep in {"acl", "acl:relcl"} else token
    if found.carrier is not None:
        return False
    become = parse.tokens[noun.head]
    if noun.dep == "xcomp" and become.lemma.lower() == "become" and become.tag == "VBG" and token.is_verb:
        return any(
            c.lower in _RANKS for c in parse.children(noun.i, "amod")
        )  # ", becoming the first group to be banned"
    if not parse.children(noun.i, "cop"):
        return False
    told = [c for c in parse.children(noun.i, "nsubj") if c.lower in _PRONOUNS]
    described = parse.children(noun.i, "amod", "nummod")
    ranked = any(
        c.lower in _RANKS or _NUMBERED.fullmatch(c.lower) or c.tag == "JJS" or c.lower == "most" for c in described
    )
    most = any(c.tag == "RBS" for a in described for c in parse.children(a.i, "advmod"))
    return bool(told) and (ranked or most)


def _is_running_total(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Bringing the number of villagers | killed in raids to 40": a sum over many deeds."""
    for above in parse.ancestors(found.head):
        verb = parse.tokens[above.head]
        if above.lemma.lower() in _SUMS and above.dep == "obj" and verb.lemma.lower() in _BRINGING:
            return verb.tag == "VBG" or verb.dep in {"advcl", "conj", "acl:relcl"}
        sums = parse.children(verb.i, "obj") if verb.tag == "VBG" and verb.lemma.lower() in _BRINGING else ()
        if above.dep in {"obl", "obj"} and any(c.lemma.lower() in _SUMS and c.i < above.i for c in sums):
            return True  # "bringing the total | to 90 people killed"
    return False


_SUMS = frozenset({"number", "total", "toll", "tally", "count"})
_BRINGING = frozenset({"bring", "raise", "take", "push"})


def _is_part_of_those(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "At least 14 of those villagers were killed in the north": counted before."""
    if found.trigger.effect not in {"killed", "wounded"} or any(p.part == "actor" for p in parts):
        return False
    hurt = [parse.tokens[p.head] for p in parts if p.part == "recipient"]
    return bool(hurt) and all(_is_of_those(parse, t) for t in hurt)


def _is_of_those(parse: Parse, token: Token) -> bool:
    whole = [c for c in parse.children(token.i, "nmod") if case_of(parse, c.i) == "of"]
    pointed = [c for c in whole if c.lower == "those" or _has_those(parse, c)]
    counted = token.tag == "CD" or bool(parse.children(token.i, "nummod")) or token.lower in {"some", "most", "one"}
    return bool(pointed) and counted


def _has_those(parse: Parse, noun: Token) -> bool:
    words = {c.lower for c in parse.children(noun.i, "det")}
    return "those" in words or (noun.lemma.lower() in {"victim", "dead"} and "the" in words)


def _is_posted(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A constable | deployed in Orli | was killed": where he served."""
    token = parse.tokens[found.head]
    if found.trigger.event != "MOBILIZE" or token.tag != "VBN" or _is_timed(parse, token):
        return False
    if token.dep == "acl" and parse.children(token.i, "nsubj"):  # "a report that | they had moved | tanks"
        return False
    if token.lemma.lower() == "station" and token.dep in {"acl", "acl:relcl"}:
        return True  # "the soldiers | stationed in Orli"
    if token.dep == "acl:relcl":  # "the men, who are deployed beside others"
        return any(c.lower in {"is", "are", "'re", "’re"} for c in parse.children(token.i, "aux:pass"))
    if token.dep == "advcl" and not parse.children(
        token.i, "mark", "aux", "aux:pass"
    ):  # "The guard, | deployed there,"
        noun = next(iter(parse.children(token.head, "nsubj", "nsubj:pass")), token)
        return noun.i < token.i < token.head and noun.tag != "NNS"
    noun = parse.tokens[token.head]
    if (
        token.dep == "acl" and noun.tag == "NNS" and noun.dep in {"obj", "obl", "nmod"}
    ):  # "pull out the troops | based there"
        told = parse.tokens[noun.head].lemma.lower() not in {"have", "keep", "maintain", "leave", "see", "there"}
        return told and any(c.lower == "the" for c in parse.children(noun.i, "det"))
    return token.dep == "acl" and noun.tag != "NNS"


def _is_suspended(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Lifts the suspension of | military aid", "a lack of aid": aid that does not come."""
    token = parse.tokens[found.head]
    if found.trigger.event not in {"AID", "COOPERATE"} or token.is_verb or found.carrier is not None:
        return False
    above = list(parse.ancestors(token.i))
    around = [*above, *(c for a in above for c in parse.children(a.i, "obj"))]
    return any(a.lemma.lower() in _STOPPAGES and a.is_noun and a.i < token.i for a in around)


def _is_taken_up(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "Visas for these men | deported by Orland": what was told of them before."""
    token = parse.tokens[found.head]
    if token.dep != "acl" or token.tag != "VBN" or _is_timed(parse, token):
        return False
    return any(c.lower in {"these", "those"} for c in parse.children(token.head, "det"))


_STOPPAGES = frozenset("suspension freeze halt pause cut lack shortage absence withdrawal reduction".split())


def _is_sentence(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| The sentence was handed down | by a court in Orli": on whom was told before."""
    if (found.trigger.event, found.trigger.mode) != ("SANCTION", "convict") or any(p.part != "actor" for p in parts):
        return False
    told = [c for c in parse.children(found.head, "nsubj:pass") if c.lemma.lower() in {"sentence", "verdict", "ruling"}]
    return any(d.lower in {"the", "this", "that"} for c in told for d in parse.children(c.i, "det"))


_MEASURES = frozenset({"ban", "restriction", "curb", "occupation", "blockade", "siege", "embargo", "censorship"})
_UNDER = frozenset({"against", "over", "under", "despite", "of", "by", "from", "with", "amid", "including"})


def _is_in_force(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A march against | the ban on the group", "under the blockade": a measure in force, and no news of it."""
    token = parse.tokens[found.head]
    if token.is_verb or found.carrier is not None or token.lemma.lower() not in _MEASURES or token.tag == "NNS":
        return False
    if found.trigger.event not in {"COERCE", "SANCTION", "ASSAULT"} or token.dep not in {"obl", "nmod"}:
        return False
    owned = parse.children(token.i, "nmod:poss") or [
        c for c in parse.children(token.i, "det") if c.lower in {"the", "this", "that"}
    ]
    told = {c.lower for c in parse.children(token.i, "amod")} & {"new", "recent", "latest", "fresh"}
    cases = {*_UNDER, "on"} if token.lemma.lower() == "occupation" else _UNDER
    return bool(owned) and not told and case_of(parse, token.i) in cases and not _is_timed(parse, token)


def _is_made_arrest(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Worked with detectives to make | the arrests |": those that were told of."""
    noun = parse.tokens[found.head]
    if noun.is_verb or found.trigger.mode != "arrest" or any(p.part == "recipient" for p in parts):
        return False
    made = found.carrier is not None and parse.tokens[found.carrier].lemma.lower() == "make"
    return made and any(c.lower in {"the", "these", "those"} for c in parse.children(noun.i, "det"))


def _is_law(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Was fined, as gaming | is banned | in the country": how the law stands."""
    token = parse.tokens[found.head]
    if found.trigger.event not in {"COERCE", "SANCTION"} or token.tag != "VBN" or token.dep != "advcl":
        return False
    now = any(c.lower in {"is", "are"} for c in parse.children(token.i, "aux:pass"))
    marks = {c.lower for c in parse.children(token.i, "mark", "advmod")}
    return now and bool(marks & {"as", "because", "where", "since"}) and not any(p.part == "actor" for p in parts)


def _is_written_about(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "A book about | the invasion", "the International Day against | Torture": what a work or a day is about."""
    token = parse.tokens[found.head]
    above = parse.tokens[token.head]
    if token.is_verb or token.dep != "nmod" or _is_timed(parse, token):
        return False
    if above.lemma.lower() == "day" and above.tag == "NNP":
        return True
    works = above.lemma.lower() in _WORKS and case_of(parse, token.i) in {"about", "on", "of", "against"}
    return works and found.trigger.event != "CONSULT"


_WORKS = frozenset(
    "book novel film movie documentary play exhibition memoir song poem museum memorial monument textbook".split()
)


def _is_timed(parse: Parse, token: Token) -> bool:
    """Whether a time stands in a word's own phrase."""
    below = set(parse.subtree(token.i))
    return any(t.start in below for t in parse.times if t.kind in {"date", "time"})


_RULES: tuple[Callable[[Parse, Found, Sequence[Part]], bool], ...] = (
    _is_rank,
    _is_running_total,
    _is_part_of_those,
    _is_posted,
    _is_suspended,
    _is_taken_up,
    _is_sentence,
    _is_in_force,
    _is_law,
    _is_made_arrest,
    _is_written_about,
)
