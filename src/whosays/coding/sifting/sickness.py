"""Sickness: where an outbreak came from is a doctor's question, and a strain that kills many attacks nobody."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import own_subject
from whosays.parse import Parse, Token

_ILL = frozenset(
    "outbreak infection illness disease virus epidemic pandemic sickness symptom bacterium bacteria salmonella coli "
    "botulism listeria flu influenza cholera measles ebola fever polio rabies hepatitis meningitis malaria plague "
    "mrsa superbug pathogen poisoning rash pneumonia typhoid mumps anthrax coronavirus covid-19 "
    "norovirus legionella".split()
)
# What is looked into, where the sentence or the one before it tells of an illness.
_OPEN = frozenset("case cause source origin link situation cluster spread sample death".split())
_BEFALLEN = frozenset({"infect", "infected", "sicken", "sickened", "contaminate", "contaminated", "ill"})
_HEALERS = frozenset("doctor physician epidemiologist scientist researcher virologist medic hospital clinic".split())
_CRIMES = frozenset(
    "murder crime fraud bribery negligence arson sabotage police prosecutor detective suspect attack attacker "
    "deliberate terrorist terrorism bioterrorism letter poison poisoned court".split()
)


def is_sickness(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether words tell of an illness, and of no crime: an inquiry into one, or those whom it killed."""
    if found.trigger.event == "ASSAULT":
        return _is_what_kills(parse, found, parts)
    if (found.trigger.event, found.trigger.mode) != ("ACCUSE", "investigate"):
        return False
    start, end = parse.sentences[parse.sentence(found.head)]
    here = {t.lemma.lower() for t in parse.tokens[start:end]}
    if here & _CRIMES:
        return False
    if any(parse.tokens[p.head].lemma.lower() in _HEALERS for p in parts if p.part == "actor"):
        return True
    matters = _matters(parse, found)
    what = {word for t in matters for word in _words_of(parse, t)}
    if what & _ILL:
        return True
    before = parse.sentences[parse.sentence(found.head) - 1] if start else (start, start)
    told = here | {t.lemma.lower() for t in parse.tokens[before[0] : before[1]]}
    return (bool(what & _OPEN) or not matters) and bool(told & (_ILL | _BEFALLEN))


def _is_what_kills(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "The deadly strain that has | killed | 70 people", "the virus could spread and kill millions"."""
    verb = parse.tokens[found.head]
    if not verb.is_verb or verb.lemma.lower() not in _TAKING or any(p.part == "instrument" for p in parts):
        return False
    noun = parse.tokens[verb.head]
    subject = own_subject(parse, verb.i)
    doer = noun if verb.dep == "acl:relcl" and noun.is_noun else None if subject is None else parse.tokens[subject]
    if doer is None or not doer.is_noun:
        return False
    words = _words_of(parse, doer)
    here = {t.lemma.lower() for t in parse.around(verb.i)}
    spread = doer.lemma.lower() in {"strain", "germ", "form", "variant"} and bool(here & (_ILL | _STRAINS))
    return bool(words & _ILL) or spread


_TAKING = frozenset({"kill", "claim", "infect", "strike", "sweep", "hit"})
_STRAINS = frozenset({"h5n1", "h1n1", "bird", "avian", "swine", "asia", "deadly", "infected", "strain", "variant"})


def _matters(parse: Parse, found: Found) -> list[Token]:
    """What is looked into: the object of the verb, or what stands behind "into"."""
    heads = {found.head} if found.carrier is None else {found.head, found.carrier}
    told = [c for h in heads for c in parse.children(h, "obj", "nsubj:pass", "compound", "nmod", "obl", "ccomp")]
    return [c for c in told if c.dep not in {"nmod", "obl"} or case_of(parse, c.i) in {"into", "of"}]


def _words_of(parse: Parse, token: Token) -> set[str]:
    near = parse.children(token.i, "compound", "nmod", "amod", "conj")
    return {token.lemma.lower(), *(c.lemma.lower() for c in near)}
