"""What laws say, allow or forbid: "a bill on the detention of suspects", "ruled that jailing debtors is unlawful".

The deed is one that the law speaks of, done to anybody whom it will apply to; nobody has done it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.coding.words.mentions import case_of
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_LAWS = frozenset(
    "law bill legislation rule regulation amendment statute act code ordinance clause provision proposal".split()
)
_ABOUT = frozenset({"on", "about", "against", "for", "governing", "regarding", "concerning"})
_HOLDING = frozenset(
    {"include", "allow", "permit", "contain", "foresee", "cover", "authorise", "authorize", "envisage"}
)
_LAWFUL = frozenset(
    "lawful unlawful legal illegal constitutional unconstitutional permissible wrong acceptable unacceptable".split()
)
_SIDES = frozenset({"actor", "recipient", "target"})


def is_of_a_law(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """Whether one word of a deed tells what a law says, or whether something is lawful at all."""
    if _is_in_unpassed_paper(parse, found):
        return True
    if any(not _is_anybody(parse, parse.tokens[p.head]) for p in parts if p.part in _SIDES and p.slot != "subject"):
        return False
    return any(rule(parse, found) for rule in _RULES)


_PAPERS = frozenset({"resolution", "bill", "motion", "amendment", "legislation", "draft", "proposal"})
_UNPASSED = frozenset(
    "veto reject block defeat oppose draft circulate introduce propose submit table debate discuss consider prepare "
    "sponsor study weigh write shelve withdraw present file".split()
)


def _is_in_unpassed_paper(parse: Parse, found: Found) -> bool:
    """ "Vetoed a resolution | imposing | sanctions", "debates a bill | banning | imports": it has not been done."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    while verb.dep == "conj" and parse.tokens[verb.head].tag == verb.tag:
        verb = parse.tokens[verb.head]
    paper = parse.tokens[verb.head]
    held = (verb.dep == "acl" and verb.tag == "VBG") or (verb.dep == "acl:relcl" and verb.tag in {"VBZ", "VBP", "VB"})
    if not held or paper.lemma.lower() not in _PAPERS or verb.i < paper.i:
        return False
    above = parse.tokens[paper.head]
    passive = paper.dep == "nsubj:pass" or (paper.dep == "nsubj" and above.tag == "VBN")
    put = above.lemma.lower() in _UNPASSED and (paper.dep == "obj" or passive)
    return put or (above.lemma.lower() == "vote" and case_of(parse, paper.i) in {"on", "against"})


def _is_anybody(parse: Parse, token: Token) -> bool:
    """ "Suspects", "citizens", "access": no name, no number, nobody whom "the" or "his" picks out."""
    picked = any(c.lower not in {"a", "an", "any", "no"} for c in parse.children(token.i, "det"))
    owned = [c for c in parse.children(token.i, "nmod:poss") if not _is_anybody(parse, c)]  # "| a defendant's | assets"
    named = token.tag.startswith("NNP") or token.tag in {"PRP", "PRP$"}
    return not (picked or owned or named or parse.children(token.i, "nummod"))


def _is_subject_of_law(parse: Parse, found: Found) -> bool:
    """ "Is drafting a bill on | the detention | of suspects": what it is about."""
    noun = parse.tokens[found.head]
    above = parse.tokens[noun.head]
    hung = noun.dep == "nmod" and above.lemma.lower() in _LAWS
    copular = noun.dep == "root" and any(c.lemma.lower() in _LAWS for c in parse.children(noun.i, "nsubj"))
    return noun.is_noun and (hung or copular) and case_of(parse, noun.i) in _ABOUT


def _is_in_law(parse: Parse, found: Found) -> bool:
    """ "The amendments include | detaining | citizens without charge": they will allow it."""
    verb = parse.tokens[found.head]
    while verb.dep == "conj" and parse.tokens[verb.head].tag == verb.tag:
        verb = parse.tokens[verb.head]
    above = parse.tokens[verb.head]
    if verb.tag not in {"VBG", "NN", "NNS"} or verb.dep not in {"xcomp", "ccomp", "obj", "advcl"}:
        return False
    told = parse.children(above.i, "nsubj")
    return above.lemma.lower() in _HOLDING and any(c.lemma.lower() in _LAWS for c in told)


def _is_held_lawful(parse: Parse, found: Found) -> bool:
    """ "Ruled that | jailing | debtors is unlawful": whoever may do it."""
    verb = parse.tokens[found.head]
    above = parse.tokens[verb.head]
    now = any(c.lower in {"is", "are", "be"} for c in parse.children(above.i, "cop"))
    return verb.tag == "VBG" and verb.dep == "csubj" and now and above.lemma.lower() in _LAWFUL


_PUNISHING = frozenset({"convict", "allege", "arrest", "deport"})


def _is_threatened_by_law(parse: Parse, found: Found) -> bool:
    """ "A bill that | imposes a prison sentence | on bakers convicted of it": on whoever will be."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    lawful = verb.dep == "acl:relcl" and parse.tokens[verb.head].lemma.lower() in _LAWS
    return lawful and verb.tag in {"VBZ", "VBP", "VB"} and found.trigger.mode in _PUNISHING


_POWERS = frozenset({"authority", "power"})
_GIVING = frozenset({"have", "give", "grant", "get", "gain", "lack", "receive", "confer", "hold"})
_CRIMES = frozenset({"crime", "offence", "offense", "felony", "misdemeanour", "misdemeanor"})


def _first_verb(parse: Parse, found: Found) -> Token:
    """The verb of a deed, or the first of those joined in its form: "the power to | search | and seize"."""
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    while verb.dep == "conj" and parse.tokens[verb.head].tag == verb.tag:
        verb = parse.tokens[verb.head]
    return verb


def _is_allowed_or_forbidden(parse: Parse, found: Found) -> bool:
    """ "Has the authority | to seize | assets", "made it a crime | to attack | a mill": what may or may not be done."""
    verb = _first_verb(parse, found)
    above = parse.tokens[verb.head]
    if verb.tag == "VB" and above.tag == "VB" and above.lemma.lower() == "seek":  # "authority to seek to | seize"
        verb, above = above, parse.tokens[above.head]
    given = above.lemma.lower() in _POWERS and parse.tokens[above.head].lemma.lower() in _GIVING
    beside = parse.children(above.i, "xcomp", "obj") if above.is_verb else ()
    given = given or (above.lemma.lower() in _GIVING and any(c.lemma.lower() in _POWERS for c in beside))
    crime = above.lemma.lower() in _CRIMES or any(c.lemma.lower() in _CRIMES for c in beside)
    return verb.tag == "VB" and (given or crime)


_TEXTS = _LAWS | frozenset({"constitution", "charter", "treaty", "convention", "decree"})
_LETTING = frozenset("allow permit authorise authorize empower enable entitle require let oblige".split())
_PROVIDING = frozenset("say state provide stipulate prescribe mandate specify".split())
_MAY = frozenset({"may", "can", "must", "shall", "should", "could"})


def _is_provided_for(parse: Parse, found: Found) -> bool:
    """ "The law allows guards | to detain | suspects", "the charter says a king may | dissolve | it": by its letter."""
    verb = _first_verb(parse, found)
    above = parse.tokens[verb.head]
    told = [c for c in parse.children(above.i, "nsubj") if c.lemma.lower() in _TEXTS and c.tag == "NN"]
    if not told or above.tag not in {"VBZ", "VBD", "VBP"} or parse.children(above.i, "aux"):
        return False
    if above.lemma.lower() in _LETTING:
        return verb.tag == "VB" and verb.dep in {"xcomp", "ccomp", "advcl"}
    may = any(c.lower in _MAY for c in parse.children(verb.i, "aux"))
    return above.lemma.lower() in _PROVIDING and verb.dep == "ccomp" and may


_RULES: tuple[Callable[[Parse, Found], bool], ...] = (
    _is_provided_for,
    _is_subject_of_law,
    _is_in_law,
    _is_held_lawful,
    _is_threatened_by_law,
    _is_allowed_or_forbidden,
)
