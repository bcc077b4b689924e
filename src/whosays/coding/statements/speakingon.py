"""Who speaks on: "said they had not done it | and blamed the rebels", "said two had died, | adding that more had"."""

from __future__ import annotations

from whosays.coding.statements.beside import SAYING
from whosays.coding.words.understood import is_passive
from whosays.ontology.acts import load_acts
from whosays.parse import Parse, Token

# "Said X, adding Y": verbs by which the one who speaks goes on; not "claiming responsibility", which X's doer may do.
_ONWARD = frozenset(
    "add note stress explain emphasise emphasize underline insist dismiss reject deny accuse blame describe cite "
    "urge".split()
)
_SAYERS = SAYING | frozenset("assert declare state insist warn confirm admit acknowledge maintain stress deny".split())
_WRITING = frozenset({"say", "add", "write", "ask", "note", "tell", "explain", "reply"})
_JUDGES = frozenset("blame accuse deny reject dismiss condemn denounce urge vow pledge".split())


def takes_deed(parse: Parse, verb: int) -> bool:
    """ "Had come under fire | and denied targeting anybody": what has something for its object is no passive."""
    return any(
        c.i > verb and (c.dep != "advcl" or c.tag == "VBG") for c in parse.children(verb, "obj", "ccomp", "advcl")
    )


def sayer_beside(parse: Parse, token: Token) -> int | None:
    """ "Admitted that the town had fallen | but warned that": the past tense goes with the first verb of speech."""
    head = parse.tokens[token.head]
    had = head.tag == "VBN" and any(c.lower == "had" for c in parse.children(head.i, "aux"))
    judges = token.lemma.lower() in _JUDGES  # "said they had not done it | and blamed the rebels"
    past = token.tag == "VBD" or (judges and token.tag == "VBN")
    if token.dep != "conj" or not past or not had or not (judges or parse.children(token.i, "ccomp")):
        return None
    above = parse.tokens[head.head]
    said = head.dep == "ccomp" and above.tag == "VBD" and above.lemma.lower() in _SAYERS
    return above.i if said and (judges or token.lemma.lower() in _SAYERS) else None


def sayer_above(parse: Parse, token: Token, *, having: bool) -> int | None:
    """ "Said two had died, | adding that more were ill", "admitted they had drowned, | having denied it": not they."""
    if token.lemma.lower() in _ONWARD:
        return next((a.i for a in parse.ancestors(token.i) if a.lemma.lower() in _SAYERS and a.tag != "VBG"), None)
    told = next((a for a in parse.ancestors(token.i) if a.dep == "ccomp"), None) if having else None
    return told.head if told is not None else None


def speaks(parse: Parse, verb: Token) -> bool:
    """ "| Said | in a letter", "| hit back | in an article stating that", "| resigned | in a note saying"."""
    if verb.lemma in _WRITING or (verb.lemma.lower() == "resign" and not is_passive(parse, verb.i)):
        return True
    beside = {c.lower for c in parse.children(verb.i) if c.i > verb.i}
    cues = (c for c in load_acts().at(verb.lemma.lower(), "verb") if not c.belief and not c.object)
    return any(set(c.words[1:]) <= beside for c in cues) and not is_passive(parse, verb.i)
